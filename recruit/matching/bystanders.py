"""Mentions that say nothing of the person or the job: employers' names, goods that are sold, lists of keywords.

"Rock Valley Die" builds no die in this resume, "ship Haas spare parts" runs no Haas, and a list headed "Keywords"
is there to be found, not to tell.
"""

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence

from recruit.documents.contents.marked import Marked
from recruit.documents.contents.states import PROVINCE_NAMES, STATE_ABBREVIATIONS, STATE_CODES, STATE_NAMES
from recruit.matching.reading import Draft, Reading
from recruit.matching.senses import is_plain
from recruit.matching.tokens import Gap
from recruit.vocabulary.shapes import Category, Kind
from recruit.vocabulary.spellings import norm_of
from recruit.vocabulary.words import maker_words

Span = tuple[int, int]

SILENT_SECTIONS = {
    Kind.JOB: frozenset({"company", "eeo", "benefits", "pay", "schedule"}),
    Kind.RESUME: frozenset({"keywords", "references", "contact"}),
}

NAMED_AFTER_WORK = frozenset(
    {
        Category.PROCESS,
        Category.MACHINE,
        Category.MATERIAL,
        Category.METROLOGY,
        Category.QUALITY,
        Category.CONTROL,
        Category.DRAWING,
        Category.ATTRIBUTE,
    }
)
# Every length is bounded: a text of one endless word must not take endless time.
REST = r"[\w'.]{0,30}(?:-[A-Z]\w{1,30})?"
# The first letter stands by itself, so that a search skips from one to the next.
NAME = re.compile(rf"[A-Z](?<!\w.){REST}(?:[ ](?:(?:&|and|of|the)[ ])?[A-Z]{REST}){{1,5}}")
COMPANY_ENDING = re.compile(
    r"[, ](?:Inc|LLC|L\.L\.C|Corp|Corporation|Co|Company|Ltd|GmbH|Industries|Manufacturing|Mfg|Works"
    r"|Group|Enterprises"
    r"|Technologies|Associates|Bros|Brothers|Sons|Services|Solutions|Systems|Products|International|Partners|Holdings)\b"
)
ADDRESS = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,120}|(?:https?://|www\.)\S+|\b[\w-]{1,63}\.(?:com|net|org|io)\b\S*"
)
ADDRESSES = Marked(ADDRESS, re.compile(r"@|://|www\.|\.(?:com|net|org|io)\b"), before=64, behind=2000)
# "Grinding ID" is no town in Idaho, and "Haas OR Mazak" none in Oregon: before these there has to be a comma, and
# behind them nothing, a number of the post, or a sign that parts.
DOUBTFUL_STATES = "AL|CO|DE|HI|I[DN]|LA|M[AES]|O[KR]|PA|SC"
TOWN = re.compile(
    r"[A-Z](?<!\w.)[a-z]{1,20}(?:[ ][A-Z][a-z]{1,20})?"
    rf"(?:,[ ](?:{STATE_NAMES}|{PROVINCE_NAMES}|(?:{STATE_ABBREVIATIONS})\.)(?!\w)"
    rf"|,[ ](?!(?:{DOUBTFUL_STATES})\b)(?:{STATE_CODES})(?=[\s,;.|)]|$)"
    rf"|,[ ](?:{STATE_CODES})(?=[ ]{{0,3}}(?:[\n;|)\u2013\u2014\u2022\u00b7]|\d{{5}}\b|$))"
    rf"|[ ](?:{STATE_CODES})(?=[ ]{{1,2}}\d{{5}}\b))(?:[ ]{{1,2}}\d{{5}}(?:-\d{{4}})?)?"
)
# Where somebody lives, moves or may be hired, said in the letters of states, which are also methods of testing.
STATE_LIST = (
    rf"(?:{STATE_CODES})\b"
    rf"(?:(?:,?[ ](?:and|or|to|then|&)|[ ]?/|,)(?:[ ]in[ ]\d{{4}})?[ ]?(?:then[ ])?(?:{STATE_CODES})\b)*"
)
STATE_TALK = re.compile(
    r"\b(?:[Mm]oved|[Rr]elocat\w+|[Tt]ransferred|[Ll]ive[sd]?|[Ll]iving|[Bb]ased|[Ll]icensed|[Rr]egistered)"
    rf"(?:[ ]back)?(?:[ ](?:from|to|in|between))?[ ]{STATE_LIST}"
    rf"(?:[ ]in[ ]\d{{4}},?[ ](?:and[ ])?then[ ](?:to[ ])?{STATE_LIST})?"
    rf"|{STATE_LIST}[ ](?:residents?|drivers?|natives?|licen[sc]es?)\b"
)
STATE_TALKS = Marked(
    STATE_TALK,
    re.compile(r"(?:oved|ocat|erred|ive|iving|ased|ensed|tered|from|to|in) [A-Z]{2}\b|[A-Z]{2} [rdnl]"),
    before=60,
    behind=60,
)
# Two to four capitalised words at the very top, up to the first sign that ends a name.
PERSON = re.compile(
    r"\s{0,20}((?:[A-Z][\w'.-]{0,30}[ ]){1,3}[A-Z][\w'-]{1,30})[ ]{0,20}(?:[\n,|(\t\u2022]|[ ][ -]|$)"
)
# What stands under a name at the head of a resume.
CONTACT = re.compile(rf"@\w|\d{{3}}\W{{0,2}}\d{{4}}|{TOWN.pattern}")
CONTACT_REACH = 400  # characters
ENDING_REACH = 6  # characters behind a name: ", Inc."
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
PLACE = re.compile(r",?[ ][A-Z][a-z]{1,20}(?:[ ][A-Z][a-z]{1,20})?,?[ ](?:[A-Z]{2}\b|[A-Z][a-z]+)")
# With these a name is a company's even where all its words are the trade's: "Titanium Tool Co.".
LEGAL_ENDING = re.compile(r"[, ](?:Inc|LLC|L\.L\.C|Corp|Corporation|Co|Ltd|GmbH)\b")
AT = re.compile(r"\bat[ ]$")
SHOP = re.compile(
    r"[ ](?:Stamping|Machining|Machine|Tool|Die|Mold|Grinding|Welding|Plating|Casting|Foundry|Forge|Gear"
    r"|Fabricat\w+|Precision|Metals?|Steel|Millwork|Cabinets?|Screw|Spring|Boring|Honing|EDM)$"
)
EMPLOYED_AT = re.compile(r"\b(?:at|for|with|@|by)[ ]$")
SEPARATED_BEFORE = re.compile(r"(?:^|[,|;:\u2013\u2014\t]|[ ]-|[ ]{2})[ ]*$")
SEPARATED_AFTER = re.compile(r"[ ]*(?:[,|;(\u2013\u2014\t]|-[ ]|[ ]{2}|$)")
LONGEST_ENTRY = 130  # characters: the line that names an employer is no paragraph
TITLE = re.compile(
    r"\b(?:machinists?|operators?|programmers?|welders?|fabricators?|fitters?|inspectors?"
    r"|technicians?|tech|engineers?|makers?"
    r"|supervisors?|managers?|leads?|foreman|apprentice\w*|helpers?|assemblers?|setters?|instructors?"
    r"|journeyman|mechanics?"
    r"|certifi\w+|nims|aws|senior|junior|cabinetmakers?|toolmakers?|moldmakers?|brazers?|millwrights?"
    r"|experience)\b",
    re.IGNORECASE,
)

# Whoever does this with a thing deals in it; the work itself is done by others.
TRADE_IN_GOODS = re.compile(
    r"[\s\W]*(?:i\s+|we\s+)?(?:pick|pack|ship|sell|sold|selling|sales of|kit|stock|deliver|distribut"
    r"|buy|bought|purchas|expedit"
    r"|schedul|dispatch)(?:e?s|ed|ing|e)?\b(?!\s+up\b)"
)
SALES = re.compile(
    r"[\s\W]*(?:you(?:'ll| will) |who can |must |able to )?"
    r"(?:(?:inside|outside|field|technical|regional)\s)?(?:sales\b|sells?\b|selling\b)"
)
# What a company makes or sells, up to what it wants or does.
MAKERS = Marked(
    re.compile(
        r"(?<!tool )(?<!die )(?<!mold )(?<!model )(?<!pattern )(?<!cabinet )(?<!gage )"
        r"\b(?:makers?|manufacturers?|suppliers?|distributors?|producers?|resellers?|dealers?)\s+of\s(?!\d)"
        r"(?:(?!\b(?:is|are|has|have|seeks?|seeking|looking|needs?|hiring|wants?|since|located|where|who)\b)"
        r"[^.;:!\n]){1,120}"
    ),
    re.compile(r"(?:maker|turer|plier|butor|ducer|eller|ealer)s? of"),
    before=20,
    behind=130,
    hints=("r of ", "rs of "),
)
WAY = "St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Ln|Lane|Hwy|Highway|Pkwy|Parkway|Ct|Court|Cir|Circle|Pike|Trail"
STREETS = Marked(
    re.compile(rf"[A-Z](?<!\w.)[\w']{{1,20}}(?:[ ][A-Z][\w']{{1,20}}){{0,2}}[ ](?:{WAY})\b\.?"),
    re.compile(rf" (?:{WAY})\b"),
    before=64,
    behind=2,
)
HOUSE_NUMBER = re.compile(r"\b\d{1,5}[ ](?:[NSEW]\.?[ ])?$")
FIRST_NAME = re.compile(r"[A-Z][a-z]{2,11}(?<!ing)")
# "Mold maker" and "bench hand" are titles whatever stands before; "TIG operator" says what is done.
MADE_BY = frozenset(
    {"maker", "makers", "hand", "hands", "worker", "workers", "person", "man", "men", "setter", "setters"}
)
WORKER_WORDS = "tech techs technician technicians operator operators machinist machinists helper apprentice"
WORKERS = frozenset(WORKER_WORDS.split())
BARE_STEP_WORDS = "weld mold mould die model template pattern layout setup cabinet bench"
BARE_STEPS = frozenset(BARE_STEP_WORDS.split())
HANDLED = NAMED_AFTER_WORK - {Category.ATTRIBUTE, Category.QUALITY}


def without_bystanders(reading: Reading, known: Container[str]) -> list[Draft]:
    """The drafts that speak of the person or the job.

    Parameters
    ----------
    reading : Reading
        With drafts in reading order and sections.
    known : container of str
        Words of the vocabulary: a name made of nothing else is no company.

    Returns
    -------
    list of Draft
        Without those in silent parts, in names of companies, and in sentences about goods.
    """
    name_sections(reading)
    silent = SILENT_SECTIONS[reading.kind]  # parts that tell nothing: pay, benefits, the company itself, keywords
    names_by_line: dict[int, list[Span]] = {}
    for name in (*company_names(reading, known), *contact_spans(reading)):
        names_by_line.setdefault(reading.line_number(name[0]), []).append(name)
    made = [match.span() for match in MAKERS.finditer(reading.lower)]
    return [
        draft
        for draft in reading.drafts
        if draft.section not in silent
        and not is_in_title(reading, draft)
        and not is_surname(reading, draft, known)
        and not is_in_name(draft, names_by_line.get(reading.line_number(draft.start), ()))
        and not is_goods(reading, draft, made)
    ]


def name_sections(reading: Reading) -> None:
    """Say of each draft in which part of the text it stands."""
    starts = [part.start for part in reading.sections]
    for draft in reading.drafts:
        place = bisect_right(starts, draft.start) - 1
        if place >= 0 and draft.start < reading.sections[place].end:
            draft.section = reading.sections[place].name


def company_names(reading: Reading, known: Container[str]) -> Iterator[Span]:
    """Spans of the names of companies: capitalised, with a word of no trade, where employers stand."""
    for match in NAME.finditer(reading.plain):
        if TITLE.search(match[0]):
            continue
        start, end = reading.lines[reading.line_number(match.start())]
        is_short = end - start <= LONGEST_ENTRY
        # Of a longer line only what is near, or a text of one line would take endless time.
        start, end = max(start, match.start() - LONGEST_ENTRY), min(end, match.end() + LONGEST_ENTRY)
        line = reading.plain[start:end]
        if line.isupper():
            continue
        before, after = reading.plain[start : match.start()], reading.plain[match.end() : end]
        is_entry = is_short and YEAR.search(line) is not None
        if is_entry and stands_beside_title(before, after):
            yield match.span()
            continue
        is_shop = AT.search(before) and SHOP.search(match[0])
        if is_shop or LEGAL_ENDING.search(match[0] + after[:ENDING_REACH]):
            yield match.span()
            continue
        if not has_strange_word(match[0], known):
            continue
        starts_line = not before.strip(" -*•·|")
        placed = starts_line and is_short and PLACE.match(after) is not None
        if (
            is_entry
            or placed
            or COMPANY_ENDING.search(match[0] + after[:ENDING_REACH])
            or EMPLOYED_AT.search(before)
        ):
            yield match.span()


def stands_beside_title(before: str, after: str) -> bool:
    """Whether a name fills a column of its own in the line of a job: "Machinist, Iron Bend Tool, 2015 - 2019"."""
    alone = SEPARATED_BEFORE.search(before) is not None and SEPARATED_AFTER.match(after) is not None
    return alone and (TITLE.search(before) or TITLE.search(after)) is not None


def has_strange_word(name: str, known: Container[str]) -> bool:
    """Whether a name has a word that is none of the trade, or a maker's before a shop's: "Kalamazoo Tool"."""
    norms = [norm_of(word) for word in name.replace("&", " ").split() if word.isalpha()]
    is_shop = SHOP.search(name) is not None
    return any(norm not in known or (is_shop and norm in maker_words()) for norm in norms)


def contact_spans(reading: Reading) -> Iterator[Span]:
    """Spans of what is no prose: addresses, towns before their state, the name a resume begins with."""
    for pattern in (ADDRESSES, TOWN, STATE_TALKS):
        yield from (match.span() for match in pattern.finditer(reading.plain))
    for match in STREETS.finditer(reading.plain):
        number = HOUSE_NUMBER.search(reading.plain, max(0, match.start() - 10), match.start())
        yield (number.start() if number else match.start()), match.end()
    person = PERSON.match(reading.plain) if reading.kind is Kind.RESUME else None
    if person and not TITLE.search(person[1]) and CONTACT.search(reading.plain, person.end(), CONTACT_REACH):
        inside = [draft for draft in reading.drafts if draft.end <= person.end(1)]
        if all(draft.last - draft.first == 1 for draft in inside):  # "TIG Welding Pro" is nobody's name
            yield person.span(1)


def is_in_name(draft: Draft, names: Iterable[Span]) -> bool:
    """Whether a draft is a part of the name of a company, a person or a place."""
    if draft.category not in NAMED_AFTER_WORK and draft.category is not Category.SOFTWARE:
        return False
    return any(
        start <= draft.start and draft.end <= end and draft.end - draft.start < end - start for start, end in names
    )


def is_surname(reading: Reading, draft: Draft, known: Container[str]) -> bool:
    """Whether a maker's name stands behind a first name: "asked by Dale Haas"."""
    words, place = reading.words, draft.first - 1
    if (
        draft.category not in (Category.MACHINE, Category.CONTROL)
        or draft.last - draft.first > 1
        or is_plain(draft)
    ):
        return False
    if place < 1 or words.gap(draft.first) != Gap.SPACE or words.gap(place) != Gap.SPACE:
        return False
    first = reading.text[words.starts[place] : words.ends[place]]
    before = reading.text[words.starts[place - 1] : words.ends[place - 1]]
    return (
        FIRST_NAME.fullmatch(first) is not None
        and reading.text[draft.start].isupper()
        and before.islower()
        and words.norms[place] not in known
    )


def is_in_title(reading: Reading, draft: Draft) -> bool:
    """Whether a step only says what somebody is called: the mold of "mold maker"."""
    words = reading.words
    if draft.category is not Category.PROCESS or draft.last >= len(words):
        return False
    following = words.norms[draft.last]
    if following not in MADE_BY and (following not in WORKERS or words.norms[draft.first] not in BARE_STEPS):
        return False
    if words.gap(draft.last) not in (Gap.SPACE, Gap.HYPHEN):
        return False
    line = reading.text[slice(*reading.line_at(draft))]
    return line.isupper() or not reading.text[draft.start : draft.end].isupper()  # "TIG hand" says what is done


def is_goods(reading: Reading, draft: Draft, made: Sequence[Span]) -> bool:
    """Whether a draft is what somebody sells, stores or makes, and no work of this person or this job."""
    if draft.category not in HANDLED:
        return False
    if any(start <= draft.start and draft.end <= end for start, end in made):
        return True
    start, end = reading.clauses.span(draft.start)
    goods = TRADE_IN_GOODS if reading.kind is Kind.RESUME else SALES
    return goods.match(reading.lower, start, end) is not None
