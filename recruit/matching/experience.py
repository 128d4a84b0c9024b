"""What a resume says of a working life: which occupations, how high on the ladder, how long, and how recently."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from recruit.documents.contents.stated_years import StatedYears, stated_years
from recruit.matching.employment import Span, Stint, total_years
from recruit.matching.occupations import FoundTitle, OccupationMap
from recruit.vocabulary.shapes import Category, Evidence, Level, Polarity, SkillMention

#: What a title says of the person by where it stands. Trade judgement: the one a resume is headed by is what the
#: person is; one of a dated job is what they were, the less the longer ago; one in a sentence may be another's.
HEADLINE_WEIGHT = 1.0
CURRENT_WEIGHT = 1.0
PAST_WEIGHT_PER_YEAR = 0.05
PAST_WEIGHT_FLOOR = 0.4
MENTIONED_WEIGHT = 0.4

#: A title counts towards the level from this weight on.
LEVEL_WEIGHT = 0.5

#: The headline is looked for in so many lines with words on them.
HEADLINE_LINES = 4

#: A short clause of years needs no trade word beside it ("Nine years.").
SHORT_CLAUSE_WORDS = 6

BULLET = re.compile(r"\s*(?:[-*\u2022\u25aa\u25cf]|o[ ]|\d[.)])\s*\w")

#: From this share on a resume is of another line of work; then a dated job is of the trade by its title alone.
MOSTLY_OTHER = 0.5

WORK = frozenset({Category.MACHINE, Category.PROCESS, Category.CONTROL, Category.METROLOGY, Category.SOFTWARE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Career:
    """What was found; ``years`` is None where the resume states no work in the trade."""

    onetsoc_codes: Mapping[str, float] = field(default_factory=dict)
    level: Level | None = None
    level_evidence: tuple[Evidence, ...] = ()
    years: float | None = None
    years_evidence: tuple[Evidence, ...] = ()
    other_field: float = 0.0
    other_field_evidence: tuple[Evidence, ...] = ()
    last_worked: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a posting's title says of the job."""

    onetsoc_codes: Mapping[str, float]
    level: Level | None


@dataclass(frozen=True, slots=True)
class Weighed:
    """A title with what it says of the person, from 0 to 1."""

    title: FoundTitle
    weight: float


def wanted_occupation(title: str, text: str, occupations: OccupationMap) -> Wanted:
    """Read occupation and level from a posting's title, or from its first lines where it has none.

    Parameters
    ----------
    title : str
        The posting's own title; empty where there is none.
    text : str
        The posting, what is not about the work blanked.
    occupations : OccupationMap
        The titles of the trade.

    Returns
    -------
    Wanted
        Where neither title nor first lines name an occupation, what the text mentions at a lower confidence.
    """
    found = list(occupations.titles_in(title)) or list(occupations.titles_in(text[: headline_end(text)]))
    weight = HEADLINE_WEIGHT
    if not found:
        found, weight = list(occupations.titles_in(text))[:1], MENTIONED_WEIGHT
    levels = [row.level for row in found if row.level]
    return Wanted(
        onetsoc_codes=codes_of(Weighed(row, weight) for row in found),
        level=max(levels, key=lambda level: level.rank, default=None),
    )


@dataclass(frozen=True, slots=True)
class TitlePlaces:
    """Where titles stand: before the end of the headline, or in the lines with the dates of one of the jobs."""

    headline_end: int
    beside_dates: Sequence[Span]
    stints: Sequence[Stint]


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """The titles of a resume: of the trade, perhaps of the trade, and of other lines of work."""

    trade: Sequence[Weighed]
    doubtful: Sequence[Weighed]
    others: Sequence[Weighed]


def trade_experience(
    text: str,
    mentions: Sequence[SkillMention],
    stints: Sequence[Stint],
    occupations: OccupationMap,
    *,
    reference_year: int,
) -> Career:
    """Read a working life from the titles, dates and skills of a resume.

    Parameters
    ----------
    text : str
        The resume, what is personal blanked.
    mentions : sequence of SkillMention
        What was extracted from it.
    stints : sequence of Stint
        Its dated jobs.
    occupations : OccupationMap
        The titles of the trade.
    reference_year : int
        The year that "present" stands for.

    Returns
    -------
    Career
        Nothing in it where the resume says nothing.
    """
    shown = [row for row in mentions if row.polarity in {Polarity.HELD, Polarity.LIMITED} and row.category in WORK]
    titles = sorted_titles(text, mentions, stints, occupations, reference_year)
    counted = [row for row in titles.trade if row.weight >= LEVEL_WEIGHT]
    others = [row for row in titles.others if row.weight >= LEVEL_WEIGHT]
    other_field = share_of(others, titles.trade)
    worked = [stint for stint in stints if is_of_trade(stint, titles, shown if other_field < MOSTLY_OTHER else ())]
    years, years_evidence = years_worked(text, worked, titles, shown)
    return Career(
        onetsoc_codes=codes_of(titles.trade),
        level=highest_level([*counted, *(row for row in titles.doubtful if row.weight >= LEVEL_WEIGHT)]),
        level_evidence=evidence_of(counted),
        years=years,
        years_evidence=years_evidence,
        other_field=other_field,
        other_field_evidence=evidence_of(others),
        last_worked=max((last_year(stint, reference_year) for stint in worked), default=None),
    )


def sorted_titles(
    text: str,
    mentions: Sequence[SkillMention],
    stints: Sequence[Stint],
    occupations: OccupationMap,
    reference_year: int,
) -> Titles:
    """Find the titles of a resume and tell those of the trade from those of other work."""
    places = places_of_titles(text, stints)
    machines = [(row.start, row.end) for row in mentions if row.category is Category.MACHINE]
    found = [
        Weighed(title, weight_of(title, places, reference_year))
        for title in occupations.titles_in(text)
        if is_in_place(title, places) or not is_machine(title, machines)
    ]
    trade = [row for row in found if occupations.is_of_trade(row.title)]
    outside = [row for row in found if not occupations.is_of_trade(row.title)]
    # "Programmer" beside "CNC machinist" is no other line of work.
    doubtful = [row for row in outside if trade and occupations.ends_a_trade_title(row.title)]
    return Titles(trade=trade, doubtful=doubtful, others=[row for row in outside if row not in doubtful])


def highest_level(titles: Iterable[Weighed]) -> Level | None:
    """Return the highest rung that any title names."""
    levels = [row.title.level for row in titles if row.title.level]
    return max(levels, key=lambda level: level.rank, default=None)


def last_year(stint: Stint, reference_year: int) -> int:
    """Return the last year of a job."""
    return reference_year if stint.is_current else int(stint.end)


def is_machine(title: FoundTitle, machines: Iterable[Span]) -> bool:
    """Say whether what could be a title is the name of a machine here ("surface grinder")."""
    return any(start <= title.start and title.end <= end for start, end in machines)


def places_of_titles(text: str, stints: Sequence[Stint]) -> TitlePlaces:
    """Find where in a resume titles stand."""
    beside_dates = [(stint.reach[0], title_lines_end(stint, text)) for stint in stints]
    return TitlePlaces(headline_end(text), beside_dates, stints)


def is_in_place(title: FoundTitle, places: TitlePlaces) -> bool:
    """Say whether a title stands where titles stand: in the headline, or beside the dates of a job."""
    if any(start <= title.start < end for start, end in places.beside_dates):
        return True
    return title.start < places.headline_end and stint_around(title, places.stints) is None


def stint_around(title: FoundTitle, stints: Sequence[Stint]) -> Stint | None:
    """Return the job a title stands in the text of, the latest of several."""
    around = [stint for stint in stints if within(title, stint)]
    return max(around, key=lambda row: row.end, default=None)


def title_lines_end(stint: Stint, text: str) -> int:
    """Return where the line with a job's dates ends, or the line after it: one of the two has the title."""
    line_end = text.find("\n", stint.dates[1])
    return text.find("\n", line_end + 1) if line_end >= 0 else len(text)


def weight_of(title: FoundTitle, places: TitlePlaces, reference_year: int) -> float:
    """Say how much a title tells of the person, by where it stands."""
    stint = stint_around(title, places.stints)
    if stint is None:
        return HEADLINE_WEIGHT if title.start < places.headline_end else MENTIONED_WEIGHT
    ago = 0.0 if stint.is_current else max(0.0, reference_year - stint.end)
    weight = max(PAST_WEIGHT_FLOOR, CURRENT_WEIGHT - PAST_WEIGHT_PER_YEAR * ago)
    # What is told below the title of a job may be of somebody else.
    return weight if is_in_place(title, places) else max(MENTIONED_WEIGHT, weight / 2)


def headline_end(text: str) -> int:
    """Return where the first lines with words end, at the latest before the first list."""
    place, seen = 0, 0
    for line in text.split("\n"):
        if seen and BULLET.match(line):
            break
        place += len(line) + 1
        seen += any(sign.isalpha() for sign in line)
        if seen == HEADLINE_LINES:
            break
    return place


def codes_of(weighed: Iterable[Weighed]) -> dict[str, float]:
    """Give each occupation the best confidence any title gives it."""
    codes: dict[str, float] = {}
    for row in weighed:
        # A title that two occupations share is as good for either as one of its own.
        likeliest = max(confidence for _, confidence in row.title.codes)
        for code, confidence in row.title.codes:
            value = row.weight * confidence / likeliest
            codes[code] = max(codes.get(code, 0.0), round(value, 4))
    return dict(sorted(codes.items()))


def share_of(others: Sequence[Weighed], trade: Sequence[Weighed]) -> float:
    """Return how much of a resume's titles belongs to other lines of work, each side by its weightiest title."""
    other = max((row.weight for row in others), default=0.0)
    own = max((row.weight for row in trade), default=0.0)
    return round(other / (other + own), 4) if other else 0.0


def is_of_trade(stint: Stint, titles: Titles, shown: Iterable[SkillMention]) -> bool:
    """Say whether a dated job was work in the trade: by a title in its text, else by the skills shown there."""
    if any(within(row.title, stint) for row in titles.trade):
        return True
    return not any(within(row.title, stint) for row in titles.others) and any(
        stint.reach[0] <= mention.start < stint.reach[1] for mention in shown
    )


def within(title: FoundTitle, stint: Stint) -> bool:
    """Say whether a title stands in the text of a job."""
    return stint.reach[0] <= title.start < stint.reach[1]


def years_worked(
    text: str, worked: Sequence[Stint], titles: Titles, shown: Sequence[SkillMention]
) -> tuple[float | None, tuple[Evidence, ...]]:
    """Take the larger of the years that the dates add up to and those the text states."""
    dated = total_years(worked)
    stated = [found for found in stated_years(text) if is_about_trade(found, text, titles, shown)]
    longest = max(stated, key=lambda found: found.years, default=None)
    if longest is not None and longest.years >= dated:
        span = Evidence(start=longest.start, end=longest.end, text=text[longest.start : longest.end])
        return longest.years, (span,)
    spans = tuple(Evidence(start=row.dates[0], end=row.dates[1], text=text[slice(*row.dates)]) for row in worked)
    return (round(dated, 2), spans) if worked else (None, ())


def is_about_trade(found: StatedYears, text: str, titles: Titles, shown: Sequence[SkillMention]) -> bool:
    """Say whether stated years are years in the trade, by what stands in the same clause."""
    start, end = found.clause
    if any(start <= row.title.start < end for row in titles.others):
        return False
    if any(start <= row.title.start < end for row in titles.trade):
        return True
    if any(start <= mention.start < end for mention in shown):
        return True
    return bool(titles.trade) and len(text[start:end].split()) <= SHORT_CLAUSE_WORDS


def evidence_of(titles: Iterable[Weighed]) -> tuple[Evidence, ...]:
    """Return the words of titles."""
    return tuple(Evidence(start=row.title.start, end=row.title.end, text=row.title.text) for row in titles)
