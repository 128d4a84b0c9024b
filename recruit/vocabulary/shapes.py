"""The shapes that pass between rooms: frozen, plain, free of tables and of spaCy.

Offsets are half-open and count code points of the document's text. Confidence and coverage are in [0, 1],
scores in [0, 100], tolerances are half-widths in millimetres, years are decimal.
"""

import itertools
import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, overload

PLACE = struct.Struct("<3i4f")


class Category(StrEnum):
    """What kind of thing a mention names; the words of the public contract."""

    CONTROL = "control"
    MACHINE = "machine"
    PROCESS = "process"
    SOFTWARE = "software"
    METROLOGY = "metrology"
    DRAWING = "drawing"
    MATERIAL = "material"
    TOLERANCE = "tolerance"
    CERTIFICATION = "certification"
    QUALITY = "quality"
    ATTRIBUTE = "attribute"
    EDUCATION = "education"


class Kind(StrEnum):
    """Which of the two sides a text is written from."""

    RESUME = "resume"
    JOB = "job"


class Polarity(StrEnum):
    """How a text stands to what it names: the first four in resumes, the last three in jobs."""

    HELD = "held"
    LIMITED = "limited"
    ABSENT = "absent"
    EXPIRED = "expired"
    REQUIRED = "required"
    PREFERRED = "preferred"
    EXCLUDED = "excluded"


class Level(StrEnum):
    """The ladder of the shop floor, lowest first; ``rank`` gives its order."""

    HELPER = "helper"
    OPERATOR = "operator"
    SETUP = "setup"
    MACHINIST = "machinist"
    PROGRAMMER = "programmer"
    SUPERVISOR = "supervisor"

    @property
    def rank(self) -> int:
        """Place on the ladder, 0 for a helper."""
        return list(Level).index(self)


# ---------------------------------------------------------------------------------------------- documents


class Depth(StrEnum):
    """How deep somebody goes into a machine or control, each deeper than the one before."""

    OPERATE = "operate"
    SET_UP = "set_up"
    PROGRAM = "program"
    DESIGN = "design"
    TEACH = "teach"
    LEAD = "lead"


class BlockKind(StrEnum):
    """What a block of a document is: how it was set, not what it says."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    HEADER = "header"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of a document: its number from 1, its half-open span of the text, and its size in points.

    The size is None where the format has no pages of its own. ``by_ocr`` where the letters were recognised in a
    picture. ``turns`` by how many quarters, clockwise, the page of the file has to be turned for its lines to be
    upright: its size and the places on it are those after that.
    """

    number: int
    start: int
    end: int
    width_points: float | None = None
    height_points: float | None = None
    by_ocr: bool = False
    turns: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A half-open span of the text that is set as one thing; blocks follow in reading order without overlaps."""

    kind: BlockKind
    start: int
    end: int


class Place(NamedTuple):
    """Where a half-open span of the text stands on its page: points from the page's top left corner."""

    start: int
    end: int
    page: int
    left: float
    top: float
    right: float
    bottom: float


PlaceNumbers = tuple[int, int, int, float, float, float, float]
"""What a ``Place`` has, in its order, where a thousand are made and none is kept."""


@dataclass(frozen=True, slots=True)
class Places(Sequence[Place]):
    """The places of a document's words, in the order of its text, packed: a resume has a thousand of them.

    Each takes three integers and four floats of 32 bits, little-endian.
    """

    packed: bytes = b""

    @classmethod
    def of(cls, places: Iterable[PlaceNumbers]) -> "Places":
        """Pack places."""
        return cls(b"".join(itertools.starmap(PLACE.pack, places)))

    def __len__(self) -> int:
        return len(self.packed) // PLACE.size

    @overload
    def __getitem__(self, index: int) -> Place: ...

    @overload
    def __getitem__(self, index: slice) -> "Places": ...

    def __getitem__(self, index: "int | slice") -> "Place | Places":
        if isinstance(index, slice):
            return Places.of([self[one] for one in range(*index.indices(len(self)))])
        start, end, page, *lengths = PLACE.unpack_from(self.packed, range(len(self))[index] * PLACE.size)
        left, top, right, bottom = (round(length, 2) for length in lengths)
        return Place(start, end, page, left, top, right, bottom)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing noticed about a document's quality, with what the person can do about it."""

    code: str
    hint: str
    page: int | None = None


class Verdict(StrEnum):
    """How well a document could be read."""

    GOOD = "good"
    USABLE = "usable"
    POOR = "poor"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words something was read from: their span, and the words, a space where a line end cuts them."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Who a resume is from and how to reach them: personal, to be hidden at will, and never part of a score."""

    name: Evidence | None = None
    emails: tuple[Evidence, ...] = ()
    phones: tuple[Evidence, ...] = ()
    city: Evidence | None = None
    links: tuple[Evidence, ...] = ()

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Everything found, in the order of the text."""
        single = [one for one in (self.name, self.city) if one is not None]
        return tuple(sorted([*single, *self.emails, *self.phones, *self.links], key=lambda one: one.start))


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a text: its plain name, its half-open span, and where its content begins after the heading."""

    name: str
    start: int
    body: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One job of an employment history, its half-open span, and what was found in it.

    Years are decimal: March 2016 begins at 2016 + 2/12. ``end_year`` is where the last month ends, and None while
    the job lasts (``is_current``) or where nothing says. ``stated_years`` is a length given in words ("3 yrs").
    """

    start: int
    end: int
    employer: Evidence | None = None
    title: Evidence | None = None
    dates: Evidence | None = None
    start_year: float | None = None
    end_year: float | None = None
    is_current: bool = False
    stated_years: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file as text in reading order, and everything known of that text without knowing a trade.

    Offsets of all parts count in ``text``. ``language`` is an ISO 639-1 code, None where too little is written to
    tell. ``producer`` names the program that made the file, where the file says.
    """

    text: str
    media_type: str
    pages: tuple[Page, ...]
    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    blocks: tuple[Block, ...] = ()
    places: Places = Places()
    contact: Contact = Contact()
    sections: tuple[Section, ...] = ()
    positions: tuple[Position, ...] = ()
    language: str | None = None
    producer: str | None = None


# ------------------------------------------------------------------------------------------------ mentions


class CredentialStatus(StrEnum):
    """How a text stands to a certificate: the last three in jobs, the others in resumes."""

    HELD = "held"
    EXPIRED = "expired"
    IN_PROGRESS = "in progress"
    COURSE_ONLY = "course only"
    CAN_TEST = "can test"
    LIMITED = "limited"
    ABSENT = "absent"
    REQUIRED = "required"
    PREFERRED = "preferred"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """A certificate in its parts, each only where the text or the certificate's very name says it.

    ``code`` is what it was tested to ("AWS D1.1"), ``name`` what its holder is called ("CWI"). Processes and
    methods are the abbreviations of AWS and ASNT ("GTAW", "UT"). ``level`` is a Roman number or a word ("II",
    "Senior"). ``issued`` and ``expires`` are an ISO month or year ("2024-06", "2024"). ``evidence`` is everything
    it was read from: the name with what stands around it.
    """

    status: CredentialStatus
    evidence: Evidence
    issuer: str | None = None
    code: str | None = None
    name: str | None = None
    positions: tuple[str, ...] = ()
    processes: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    material: str | None = None
    thickness: str | None = None
    level: str | None = None
    edition: str | None = None
    scope: str | None = None
    hours: int | None = None
    state: str | None = None
    number: str | None = None
    issued: str | None = None
    expires: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillMention:
    """A skill found in a text, with the words it came from.

    ``concept`` is an id of the vocabulary, ``name`` what people call it. ``section`` is the plain name of the
    part of the text it stands in. ``years`` is set only where the text ties a number to this mention.
    ``is_waived``: a posting only does not need it ("not required"), and has nothing against it.
    ``group`` joins the alternatives of one requirement ("Fanuc or Haas"). ``depth`` is set for machines and
    controls where the words say what is done with them. ``credential`` has the parts of a certificate.
    """

    start: int
    end: int
    text: str
    category: Category
    concept: str
    name: str
    polarity: Polarity
    is_waived: bool = False
    years: float | None = None
    section: str | None = None
    group: int | None = None
    tolerance_mm: float | None = None
    depth: Depth | None = None
    credential: Credential | None = None


class QuantityKind(StrEnum):
    """What a number with a unit says something of."""

    TOLERANCE = "tolerance"
    FINISH = "finish"
    PART_SIZE = "part_size"
    LOT_SIZE = "lot_size"
    TONNAGE = "tonnage"
    AXES = "axes"
    PAY = "pay"
    SHIFT = "shift"
    SCHEDULE = "schedule"
    TRAVEL = "travel"
    LIFTING = "lifting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its unit, and the words it came from; a single number is both ends of its range.

    Of "up to 50 lb" ``low`` is None, of "from $25" ``high``; both are where words say all there is ("weekends").
    ``unit`` is one of a few for each kind: "mm" for tolerances, which are half-widths, and for sizes; "IT7" for a
    grade whose size is not told; "um Ra", "um RMS" and "um Rz"; "pieces", "tons", "axes"; "USD/hour", "USD/week"
    and "USD/year", and the same of other currencies by their ISO 4217 code; "shift";
    "hours/day", "hours/week", "o'clock", "weekends" and "rotating"; "percent" and "miles"; "lb".
    """

    start: int
    end: int
    text: str
    kind: QuantityKind
    low: float | None
    high: float | None
    unit: str


# ------------------------------------------------------------------------------------------------ profiles


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One thing a job asks for, wishes for or rules out: what a chip on the posting shows.

    ``emphasis`` is the stress the posting lays on it beside its other requirements, 1 for what is named once.
    ``is_waived``: it is excluded because the posting only does not need it.
    """

    concept: str
    name: str
    category: Category
    polarity: Polarity
    is_waived: bool = False
    years: float | None = None
    tolerance_mm: float | None = None
    group: int | None = None
    emphasis: float = 1.0
    evidence: tuple[Evidence, ...] = ()
    corrected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileSkill:
    """One skill of a person: the strongest thing their resume says of it, or what they corrected it to.

    ``last_used`` is the last year of the latest job it stands under, None where it stands under none;
    ``worked_months`` are the months of all jobs it stands under, overlaps counted once, and ``is_current`` tells
    whether one of them lasts. ``depth`` is the deepest thing said of it.
    """

    concept: str
    name: str
    category: Category
    polarity: Polarity
    years: float | None = None
    tolerance_mm: float | None = None
    last_used: int | None = None
    worked_months: int | None = None
    is_current: bool = False
    depth: Depth | None = None
    evidence: tuple[Evidence, ...] = ()
    corrected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class JobProfile:
    """A posting as the matcher sees it: no employer, no place, no pay.

    ``terms`` counts the terms of the closed vocabulary; ``onetsoc_codes`` maps a code to a confidence.
    """

    requirements: tuple[Requirement, ...] = ()
    onetsoc_codes: Mapping[str, float] = field(default_factory=dict)
    level: Level | None = None
    experience_years: float | None = None
    terms: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateProfile:
    """A person as the matcher sees them: no name, contact, age, sex, school, place or photo has a field here.

    ``onetsoc_codes`` maps a code to a confidence; ``level_evidence`` are the words the level came from.
    ``other_field`` is the share in [0, 1] of the occupations named that belong to other lines of work.
    ``last_worked`` is the last year of work in the trade, and ``reference_year`` what "present" was read as.
    """

    skills: tuple[ProfileSkill, ...] = ()
    onetsoc_codes: Mapping[str, float] = field(default_factory=dict)
    level: Level | None = None
    level_evidence: tuple[Evidence, ...] = ()
    experience_years: float | None = None
    experience_evidence: tuple[Evidence, ...] = ()
    other_field: float = 0.0
    other_field_evidence: tuple[Evidence, ...] = ()
    last_worked: int | None = None
    reference_year: int | None = None
    terms: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a person says of one concept: its polarity and years, or that it does not belong there (``removed``).

    Only ``means_other`` says that its words are no skill at all; without it the person is just not to have it.
    """

    concept: str
    polarity: Polarity
    years: float | None = None
    removed: bool = False
    means_other: bool = False


# ------------------------------------------------------------------------------------------------- results


class Outcome(StrEnum):
    """How one requirement came out for one person; each has its own mark on the pages."""

    MET = "met"
    ADJACENT = "adjacent"
    MISSING = "missing"
    NOT_STATED = "not_stated"
    AGAINST = "against"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One sentence about one person and one job, with the words from both texts behind it.

    ``depth``, ``worked_months`` and ``is_current`` are those of the person's skill it rests on.
    """

    outcome: Outcome
    sentence: str
    points: float = 0.0
    concept: str | None = None
    required: bool = False
    depth: Depth | None = None
    worked_months: int | None = None
    is_current: bool = False
    evidence: tuple[Evidence, ...] = ()
    job_evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorePart:
    """One feature's share of a score: ``points`` of at most ``max_points``.

    ``stated`` is False where the resume says nothing of it; then ``points`` is the neutral share, the same for
    everyone about whom nothing is known.
    """

    feature: str
    label: str
    points: float
    max_points: float
    stated: bool
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchResult:
    """A score in [0, 100] with the parts that add up to it and the reasons behind each."""

    score: float
    parts: tuple[ScorePart, ...]
    model_version: str

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Every reason, those that moved the score most first."""
        rows = [reason for part in self.parts for reason in part.reasons]
        return tuple(sorted(rows, key=lambda reason: -abs(reason.points)))

    @property
    def missing(self) -> tuple[Reason, ...]:
        """Required things the resume says are not held, or does not say."""
        outcomes = {Outcome.MISSING, Outcome.NOT_STATED}
        return tuple(row for row in self.reasons if row.required and row.outcome in outcomes)
