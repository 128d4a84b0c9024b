"""The pipeline that reads a text: from words to mentions, each with the words it came from."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from recruit.documents.contents.sections import sections
from recruit.matching.alternatives import group_alternatives
from recruit.matching.beginnings import Beginnings
from recruit.matching.bystanders import without_bystanders
from recruit.matching.clauses import Clauses
from recruit.matching.concepts import find_concepts
from recruit.matching.context import settle_senses
from recruit.matching.coordination import join_shared_heads
from recruit.matching.credentials import part_credentials
from recruit.matching.depth import judge_depth
from recruit.matching.full_names import complete_names, without_overlaps
from recruit.matching.lexicon import Lexicon
from recruit.matching.other_work import without_other_work
from recruit.matching.polarity import judge_polarity
from recruit.matching.reading import KEY, Draft, Reading, reading_of
from recruit.matching.tokens import CUT, make_trade_tokenizer, words_of
from recruit.matching.tolerances import find_tolerances
from recruit.matching.typos import SHORTEST
from recruit.matching.years import tie_years
from recruit.vocabulary import load_vocabulary
from recruit.vocabulary.compiled import COMPILED_FOLDER, sorted_rows
from recruit.vocabulary.memory import resting_collector
from recruit.vocabulary.shapes import Kind, Section, SkillMention
from recruit.vocabulary.spellings import lower_of

NAMES_FILE = "names.tsv"
COMPONENTS = (
    "recruit_words",
    "recruit_concepts",
    "recruit_context",
    "recruit_certificates",
    "recruit_tolerances",
    "recruit_bystanders",
    "recruit_polarity",
    "recruit_credentials",
    "recruit_years",
    "recruit_depth",
    "recruit_alternatives",
)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Every name of the vocabulary, built once."""
    vocabulary = load_vocabulary()
    with resting_collector():
        rows = sorted_rows(COMPILED_FOLDER / NAMES_FILE, vocabulary.version)
        return Lexicon.built(vocabulary) if rows is None else Lexicon.loaded(vocabulary, rows)


@Language.component("recruit_words")
def read_words(doc: Doc) -> Doc:
    """The words, and where each line stands."""
    reading = reading_of(doc)
    reading.words = words_of(doc.user_data[CUT], lexicon().words)
    reading.beginnings = Beginnings.of(reading.lower, reading.words)
    reading.words.norms = spelled_right(reading.words.norms, lexicon())
    reading.lines = lines_of(reading.plain)
    reading.line_starts = [start for start, _ in reading.lines]
    reading.clauses = Clauses(reading.lower)
    return doc


@Language.component("recruit_concepts")
def read_concepts(doc: Doc) -> Doc:
    """Names of the vocabulary, each with all it may mean."""
    reading = reading_of(doc)
    reading.drafts = find_concepts(reading, lexicon())
    join_shared_heads(reading, lexicon())
    return doc


@Language.component("recruit_context")
def read_context(doc: Doc) -> Doc:
    """What ambiguous names mean here."""
    reading = reading_of(doc)
    reading.drafts = settle_senses(reading)
    return doc


@Language.component("recruit_certificates")
def read_certificates(doc: Doc) -> Doc:
    """The rest of each name: level, position, edition, model."""
    complete_names(reading_of(doc))
    return doc


@Language.component("recruit_tolerances")
def read_tolerances(doc: Doc) -> Doc:
    """Numeric tolerances and finishes; a name inside one is none."""
    reading = reading_of(doc)
    found = find_tolerances(reading, lexicon().vocabulary.concepts)
    reading.drafts = without_overlaps([*found, *reading.drafts])
    return doc


@Language.component("recruit_bystanders")
def read_bystanders(doc: Doc) -> Doc:
    """Leaves out what says nothing of the person or the job."""
    reading = reading_of(doc)
    reading.drafts = without_other_work(reading)
    reading.drafts = without_bystanders(reading, lexicon().words)
    return doc


@Language.component("recruit_polarity")
def read_polarity(doc: Doc) -> Doc:
    """How the text stands to each mention."""
    judge_polarity(reading_of(doc))
    return doc


@Language.component("recruit_credentials")
def read_credentials(doc: Doc) -> Doc:
    """The parts of each certificate."""
    part_credentials(reading_of(doc))
    return doc


@Language.component("recruit_years")
def read_years(doc: Doc) -> Doc:
    """Years that are tied to a mention."""
    tie_years(reading_of(doc))
    return doc


@Language.component("recruit_depth")
def read_depth(doc: Doc) -> Doc:
    """How deep somebody goes into a machine or control."""
    judge_depth(reading_of(doc))
    return doc


@Language.component("recruit_alternatives")
def read_alternatives(doc: Doc) -> Doc:
    """Which requirements of a posting are alternatives."""
    reading = reading_of(doc)
    if reading.kind is Kind.JOB:
        group_alternatives(reading)
    return doc


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """The spaCy pipeline, built once."""
    # Not spaCy's English: its rules, stop words and checked settings take longer than all else here.
    nlp = Language(Vocab(), create_tokenizer=make_trade_tokenizer())
    for component in COMPONENTS:
        nlp.add_pipe(component)
    return nlp


def spelled_right(norms: list[str], names: Lexicon) -> list[str]:
    """Compared forms of words, a slip in a long word of the trade put right; the text stays as it is."""
    known = names.words
    return [
        names.typos.meant(norm) or norm
        if (len(norm) >= SHORTEST or (norm[-1] == "s" and norm[-2:-1].isdigit())) and norm not in known
        else norm
        for norm in norms
    ]


def lines_of(plain: str) -> list[tuple[int, int]]:
    """The half-open span of every line, without its end."""
    spans, start = [], 0
    for line in plain.split("\n"):
        spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans


def extract(
    text: str, kind: Kind | str, *, on: date | None = None, parts: Sequence[Section] | None = None
) -> list[SkillMention]:
    """Read the skills, machines, materials and certificates that a text names.

    Parameters
    ----------
    text : str
        A resume or a posting. Offsets count its code points.
    kind : Kind or str
        "resume" or "job".
    on : date or None, default None
        The day for which expiry dates are judged; None judges for the year of this release.
    parts : sequence of Section or None, default None
        The parts of the text; None reads them from the text.

    Returns
    -------
    list of SkillMention
        In reading order, without overlaps; ``text[mention.start:mention.end]`` is ``mention.text``. Empty when the
        text names nothing of the trade.

    Raises
    ------
    ValueError
        If ``kind`` is neither "resume" nor "job".

    Examples
    --------
    >>> [(mention.text, mention.concept) for mention in extract("Ran a Fanuc 31i control", "resume")]
    [('Fanuc 31i', 'fanuc-31i')]
    """
    doc = unread(text, Kind(kind), on, sections(text, kind) if parts is None else tuple(parts))
    pipeline()(doc)
    return [mention_of(draft, text) for draft in reading_of(doc).drafts]


def unread(text: str, kind: Kind, on: date | None = None, parts: tuple[Section, ...] = ()) -> Doc:
    """A document cut into words, before any component has read it."""
    doc = pipeline().make_doc(text)
    plain = doc.user_data[CUT].plain
    doc.user_data[KEY] = Reading(text, plain, lower_of(plain), kind, on, sections=parts)
    return doc


def read_names(text: str, kind: Kind) -> Reading:
    """A text with the vocabulary's names in it, each with all it may mean: what the context is about to judge."""
    return reading_of(read_concepts(read_words(unread(text, kind))))


def mention_of(draft: Draft, text: str) -> SkillMention:
    """A finished draft as the shape that leaves this room."""
    return SkillMention(
        start=draft.start,
        end=draft.end,
        text=text[draft.start : draft.end],
        category=draft.category,
        concept=draft.concept,
        name=draft.name,
        polarity=draft.polarity,
        is_waived=draft.is_waived,
        years=draft.years,
        section=draft.section,
        group=draft.group,
        tolerance_mm=draft.tolerance_mm,
        depth=draft.depth,
        credential=draft.credential,
    )
