"""Arranges skills and requirements as chips: by category for a person, by strength for a job."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from recruit.vocabulary.shapes import (
    Category,
    Depth,
    Evidence,
    Polarity,
    ProfileSkill,
    Requirement,
    Section,
    SkillMention,
)
from recruit.web.certificates import CertificateLines, certificate_lines
from recruit.web.highlight import Mark, MarkedText, mark_text
from recruit.web.wording import (
    CATEGORY_ICONS,
    CATEGORY_WORDS,
    JOB_POLARITIES,
    NOT_ASKED,
    NOT_ASKED_MARK,
    polarity_mark,
    worked,
)

NOTHING = CertificateLines()
#: Of what one works on it is worth a place on the chip how long; of the rest the panel tells it.
DONE = frozenset({Category.MACHINE, Category.CONTROL, Category.PROCESS, Category.SOFTWARE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One skill or requirement as it is shown, with the id of the words it was read from.

    ``parts`` are those of a certificate, in one line, and ``advice`` what to know of its standing.
    """

    id: str
    concept: str
    name: str
    category: Category
    polarity: Polarity
    years: float | None
    tolerance_mm: float | None
    depth: Depth | None
    worked_months: int | None
    is_current: bool
    is_not_asked: bool
    corrected: bool
    anchor: str | None
    parts: str = ""
    advice: tuple[str, ...] = ()
    tells_standing: bool = False

    @property
    def icon(self) -> str:
        """Return the name of the icon of its category."""
        return CATEGORY_ICONS[self.category]

    @property
    def kind(self) -> str:
        """Return the plain name of its category."""
        return CATEGORY_WORDS[self.category]

    @property
    def mark(self) -> str:
        """Return the word that stands beside the name, where one is needed and its parts do not say it."""
        if self.tells_standing and not self.corrected:
            return ""
        return NOT_ASKED_MARK if self.is_not_asked else polarity_mark(self.polarity, self.category)

    @property
    def tone(self) -> str:
        """Return how it is coloured: what is only not needed is nothing bad."""
        return "not-asked" if self.is_not_asked else self.polarity.value

    @property
    def worked(self) -> str:
        """Return how long the jobs lasted that it stands under, where no years are stated."""
        is_told = self.years is None and self.category in DONE
        return worked(self.worked_months, self.is_current) if is_told else ""


@dataclass(frozen=True, slots=True)
class ChipGroup:
    """Chips under one heading; ``choices`` holds alternatives together, and most stand alone."""

    label: str
    choices: tuple[tuple[Chip, ...], ...]


@dataclass(frozen=True, slots=True)
class ChipsBesideText:
    """Chips and the text they were read from, linked both ways."""

    groups: tuple[ChipGroup, ...]
    text: MarkedText

    @property
    def count(self) -> int:
        """Return how many chips there are."""
        return sum(len(choice) for group in self.groups for choice in group.choices)


def skill_chips(
    skills: Sequence[ProfileSkill],
    text: str,
    others: Sequence[Mark] = (),
    sections: Sequence[Section] = (),
    mentions: Iterable[SkillMention] = (),
) -> ChipsBesideText:
    """Arrange a person's skills by category, in the order of the pages, beside the words they came from.

    ``others`` are marks of what else was read from the text, ``sections`` its parts, ``mentions`` what the skills
    were joined from.
    """
    lines = certificate_lines(skills, mentions)
    marked = mark_text(text, [*marks_of(skills, lines), *others], sections)
    chips = chips_of(skills, marked, lines)
    groups = [
        ChipGroup(label, tuple((chip,) for chip in chips if chip.category is category))
        for category, label in CATEGORY_WORDS.items()
    ]
    return ChipsBesideText(tuple(group for group in groups if group.choices), marked)


def requirement_chips(
    requirements: Sequence[Requirement], text: str, mentions: Iterable[SkillMention] = ()
) -> ChipsBesideText:
    """Arrange a job's requirements by strength; alternatives ("Fanuc or Haas") stay together."""
    lines = certificate_lines(requirements, mentions)
    marked = mark_text(text, marks_of(requirements, lines))
    chips = chips_of(requirements, marked, lines)
    labels: list[tuple[Polarity | None, str]] = [*JOB_POLARITIES.items(), (None, NOT_ASKED)]
    groups = []
    for polarity, label in labels:
        rows = [
            (row.group, chip)
            for row, chip in zip(requirements, chips, strict=True)
            if (None if chip.is_not_asked else row.polarity) is polarity
        ]
        groups.append(ChipGroup(label, alternatives(rows)))
    return ChipsBesideText(tuple(group for group in groups if group.choices), marked)


def alternatives(rows: Iterable[tuple[int | None, Chip]]) -> tuple[tuple[Chip, ...], ...]:
    """Join the chips that share a group number, each group where its first chip stood."""
    joined: dict[object, list[Chip]] = {}
    for group, chip in rows:
        joined.setdefault(chip.id if group is None else group, []).append(chip)
    return tuple(tuple(chips) for chips in joined.values())


def marks_of(rows: Sequence[ProfileSkill | Requirement], lines: Mapping[str, CertificateLines]) -> list[Mark]:
    """Return every span that one of the rows was read from; of a certificate it is the name with its parts."""
    return [
        Mark(evidence.start, evidence.end, row.category, f"chip-{number}")
        for number, row in enumerate(rows, start=1)
        for evidence in (*row.evidence, *lines.get(row.concept, NOTHING).words)
    ]


def chips_of(
    rows: Sequence[ProfileSkill | Requirement], text: MarkedText, lines: Mapping[str, CertificateLines]
) -> list[Chip]:
    """Make a chip of each row, numbered as the marks are."""
    return [
        Chip(
            id=f"chip-{number}",
            concept=row.concept,
            name=row.name,
            category=row.category,
            polarity=row.polarity,
            years=row.years,
            tolerance_mm=row.tolerance_mm,
            depth=row.depth if isinstance(row, ProfileSkill) else None,
            worked_months=row.worked_months if isinstance(row, ProfileSkill) else None,
            is_current=isinstance(row, ProfileSkill) and row.is_current,
            is_not_asked=isinstance(row, Requirement) and row.is_waived and not row.corrected,
            corrected=row.corrected,
            anchor=first_anchor(row.evidence, text),
            parts=lines.get(row.concept, NOTHING).parts,
            advice=lines.get(row.concept, NOTHING).advice,
            tells_standing=lines.get(row.concept, NOTHING).tells_standing,
        )
        for number, row in enumerate(rows, start=1)
    ]


def first_anchor(evidence: Sequence[Evidence], text: MarkedText) -> str | None:
    """Return the id of the first words something was read from."""
    return text.anchor(evidence[0].start) if evidence else None
