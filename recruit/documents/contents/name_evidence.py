"""What speaks for words being a person's name, and what against: an invented person is worse than none.

A label and an e-mail address that agrees settle it. Else a name needs one of the names people often have, or must
stand where names stand: at the head of the resume, alone on its line, with a way to reach the person below. Words
of the trade, towns, companies with their dates, and items of lists are no names.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from recruit.documents.contents.dates import Form, dates_in
from recruit.documents.contents.headings import HEADINGS
from recruit.documents.contents.job_lines import BULLET
from recruit.documents.contents.job_roles import Role, role_of
from recruit.documents.contents.known_names import (
    FAMILY_NAMES,
    GIVEN_NAMES,
    NAMES_OF_MAKERS,
    NAMES_OF_TRADES,
)
from recruit.documents.contents.name_lines import NearLine
from recruit.documents.contents.states import CODES, STATE, STATE_NAMES, TOWN_ENDS, TOWN_STARTS
from recruit.vocabulary.shapes import Kind
from recruit.vocabulary.words import maker_words, trade_words

Span = tuple[int, int]

KNOWN_NAMES = GIVEN_NAMES | FAMILY_NAMES | NAMES_OF_TRADES | NAMES_OF_MAKERS
#: Makers whose names are two of people.
MAKERS = frozenset(
    """
    allan-bradley allen-bradley barber-coleman barber-colman brown-sharpe c.b-ferrari c.r-onsrud carl-zeiss
    chin-fong f-zimmermann g.a-gray j.d-edwards jd-edwards jones-shipman k-o-lee k.o-lee ko-lee kunkel-wagner
    lloyd's-register max-muller otto-junker pratt-whitney ty-miles w.a-whitney w.f-barnes w.f-wells
    warner-swasey webster-bennett
    """.split()  # noqa: SIM905
)

#: Towns that begin with a given name.
TOWNS = frozenset({"ann arbor", "carol stream", "florence junction", "virginia beach"})
#: These end companies and streets that no list of words knows otherwise.
OTHER_ENDS = frozenset(
    """
    aerostructures avenue blvd boulevard brothers cabinetry cabinets consulting creations designs drive foods
    highway innovations kitchens millwork networks paper papers pulp parkway refining road street terminals
    textiles unlimited ventures
    """.split()  # noqa: SIM905
)

PARTICLES = frozenset("de la las los del van der den von bin bint al da dos das di el y ter st le".split())  # noqa: SIM905
#: Words of headings that nobody is called by: "Community Involvement" heads no resume.
HEADING_WORDS = (
    frozenset(word for heading in HEADINGS[Kind.RESUME] for word in heading.split()) - KNOWN_NAMES - PARTICLES
)

SUFFIXES = frozenset("jr sr ii iii iv 2nd 3rd".split())  # noqa: SIM905
#: Parts of names, though some are words of the trade as well.
NO_TRADES = KNOWN_NAMES | SUFFIXES | PARTICLES
WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['\u2019.-](?=[^\W\d_]))*\.?")
SHORT_STATES = frozenset("okla mich wis minn penn calif ariz tenn ill ind conn fla tex wash".split())  # noqa: SIM905
LETTERS = re.compile(r"[^a-z]")
STATE_BEHIND = re.compile(rf",?[ ]{{0,2}}(?:(?:{STATE})\b(?!\.)|(?i:{STATE_NAMES})\b)")
DIGITS_BEHIND = re.compile(r"[-/]?\d{1,5}(?!\d)")
LETTER_CASES = re.compile(r"[a-z][A-Z]")
#: "McDonald", "DeAngelo" and the like have a capital inside.
INNER_CAPITAL = re.compile(r"(?:Mc|Mac|De|Di|Da|Du|Del|La|Le|Van|Von|Fitz|O['\u2019])[A-Z]")
PHONE_DIGITS = 7
SHORTEST_AGREEING = 3
SHORTEST_FAMILY_NAME = 2
MOST_UNKNOWN_WORDS = 4
#: Like "will relocate", beside a name.
LONGEST_REMARK_WORDS = 3
#: So many lines below a name that nobody knows there are no dates of a job.
DATED_LINES = 2


def agreement(name: str, local_parts: Sequence[str]) -> int:
    """Say how well a name agrees with an e-mail address.

    Parameters
    ----------
    name : str
        Words that may be a name.
    local_parts : sequence of str
        Letters of addresses before their @.

    Returns
    -------
    int
        0 where they share nothing, 1 for one word, 2 for two words or a word and the letter of another.

    Examples
    --------
    >>> [agreement("Kyle Brand", [local]) for local in ("kylebrand", "kbrand", "brand", "shop")]
    [2, 2, 1, 0]
    """
    parts = [LETTERS.sub("", plain(word)) for word in WORD.findall(name)]
    best = 0
    for local in local_parts:
        shared = [part for part in parts if len(part) >= SHORTEST_AGREEING and part in local]
        rest = local
        for part in shared:
            rest = rest.replace(part, "", 1)
        others = [part for part in parts if part and part not in shared]
        has_letter = bool(shared and rest) and any(part[0] in {rest[0], rest[-1]} for part in others)
        best = max(best, min(2, len(shared) + has_letter))
    return best


def plain(word: str) -> str:
    """Write a word in small letters without accents."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFD", word.lower().replace("\u0111", "d").replace("\u0142", "l"))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def parts_of(name: str) -> Iterator[str]:
    """Yield the words of a name in small letters, those joined by hyphens one by one."""
    for word in WORD.findall(name):
        bare = plain(word).strip(".")
        if bare not in SUFFIXES:
            yield from bare.split("-")


def has_word_of_the_trade(name: str) -> bool:
    """Say whether a word is one of the trade, and no name that people have."""
    parts = [*parts_of(name)]
    if "-".join(parts) in MAKERS or is_a_machine(parts):
        return True
    # Of two letters are codes ("TI", "OD") and names ("Ma", "Hu"): codes shout, beside words that do not.
    is_quiet = not name.isupper()
    words = (part for word in WORD.findall(name) for part in word.strip(".").split("-"))
    return any(
        is_of_the_trade(plain(word))
        for word in words
        if len(word) > len("TI") or (is_quiet and word.isupper() and "J" not in word)
    )


def is_of_the_trade(word: str) -> bool:
    """Say whether a word in small letters is one of the trade, and no name that people have."""
    return word in trade_words() and word not in NO_TRADES


def is_a_machine(parts: Sequence[str]) -> bool:
    """Say whether words in small letters are all of a machine's name, and one of them no name that people have."""
    long = [part for part in parts if len(part.replace(".", "")) > len("ti")]
    known = all(part in maker_words() or part in trade_words() for part in long)
    return known and not NO_TRADES.issuperset(long)


def is_known(name: str) -> bool:
    """Say whether people often have a part of a name: any given name, or a family name at either end."""
    parts = [part for part in parts_of(name) if part]
    return any(part in GIVEN_NAMES for part in parts) or not FAMILY_NAMES.isdisjoint((parts[0], parts[-1]))


def is_elsewhere(line: str, span: Span) -> bool:
    """Say whether words stand where no name does: in a list, beside dates, before a state, in a number."""
    name = line[slice(*span)]
    parts = list(parts_of(name))
    if not parts or BULLET.match(line) or parts[-1] in OTHER_ENDS:
        return True
    is_known_town = parts[0] in TOWN_STARTS or " ".join(parts) in TOWNS
    if is_known_town or (parts[-1] in TOWN_ENDS and parts[0] not in GIVEN_NAMES):
        return True
    if (
        line[span[0] - 1 : span[0]].isalnum()
        or DIGITS_BEHIND.match(line, span[1])
        or line[span[1] : span[1] + 2] in {" (", "/ "}
    ):
        return True
    has_given_name = not GIVEN_NAMES.isdisjoint(parts)
    if is_state(WORD.findall(name)[-1], shouts=name.isupper()) and not (has_given_name and name.isupper()):
        return True
    is_surely_named = parts[0] in GIVEN_NAMES and parts[-1] in FAMILY_NAMES and parts[-1] not in TOWN_ENDS
    if STATE_BEHIND.match(line, span[1]) and not is_surely_named:
        return True
    return any(dates.form in {Form.RANGE, Form.SINCE} for dates in dates_in(line))


def is_state(word: str, *, shouts: bool) -> bool:
    """Say whether the last word is a state cut short: "Erie PA", "Latrobe, Pa."; "Ling Ma" has a name there."""
    bare = word.rstrip(".")
    is_code = bare.upper() in CODES
    return (is_code and (bare.isupper() or word.endswith("."))) or (bare.lower() in SHORT_STATES and not shouts)


def heads_resume(near: NearLine, span: Span) -> bool:
    """Say whether words nobody knows for a name stand where a resume has its name."""
    name = near.text[slice(*span)]
    words = WORD.findall(name)
    if not near.is_head or len(words) > MOST_UNKNOWN_WORDS or not is_written_as_name(words):
        return False
    if not is_alone(near.text, span) or not HEADING_WORDS.isdisjoint(parts_of(name)):
        return False
    if near.is_reached:
        return True
    dated = (dates.form for line in near.below[:DATED_LINES] for dates in dates_in(line))
    return near.is_first and not any(form in {Form.RANGE, Form.SINCE} for form in dated)


def is_written_as_name(words: Sequence[str]) -> bool:
    """Say whether the words are spelled as names are: not cut short, no capitals inside."""
    # Short names ("Bo Xi") are told from codes ("OD ID") by their small letters.
    is_short = max(len(word.strip(".")) for word in words) < SHORTEST_AGREEING
    if is_short and (
        not all(word[1:].islower() for word in words)
        or all(is_of_the_trade(plain(word).strip(".")) for word in words)
    ):
        return False
    last = words[-1]
    if len(last.strip(".")) < SHORTEST_FAMILY_NAME or (last.endswith(".") and len(last) > len("Jr.")):
        return False
    return not any(LETTER_CASES.search(word) and not INNER_CAPITAL.match(word) for word in words)


def is_alone(line: str, span: Span) -> bool:
    """Say whether beside a name its line has only titles, a town, and ways to reach the person."""
    rest = [*re.split(r"[|;:•·*/\t,\u2013\u2014]|[ ]{2,}|[ ]-[ ]", f"{line[: span[0]]}\t{line[span[1] :]}")]
    for piece in map(str.strip, rest):
        is_reach = "@" in piece or sum(sign.isdigit() for sign in piece) >= PHONE_DIGITS
        if is_reach or not any(map(str.isalpha, piece)):
            continue
        role = role_of(piece)
        is_remark = role is Role.NOISE and len(piece.split()) <= LONGEST_REMARK_WORDS
        is_card = " " not in piece and len(piece) <= len("C.S.W.I.P.")
        if role not in {Role.TITLE, Role.PLACE} and not is_remark and not is_card:
            return False
    return True
