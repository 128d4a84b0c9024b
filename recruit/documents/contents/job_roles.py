"""What a piece of a line over a job is, by its words: a title, an employer, a place, or a name that may be one.

A piece is a title by a noun that only titles have ("operator"), an employer by a word that only companies have
("Inc", "Foundry"), a place by its state.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from recruit.documents.contents.states import CODES, STATE_NAMES, TOWN_ENDS, TOWN_STARTS
from recruit.documents.contents.work_words import (
    COMPANY_ENDINGS,
    COMPANY_WORDS,
    FORCES,
    GERMAN_ENDS,
    GERMAN_NOUNS,
    LEVELS,
    NOT_NAMES,
    TITLE_NOUNS,
    WORKPLACES,
)
from recruit.vocabulary.words import trade_words

LONGEST_TITLE_WORDS = 9
LONGEST_EMPLOYER_WORDS = 8
LONGEST_NAME_WORDS = 6
LONGEST_SMALL_NAME = 4
#: "of", "and", "the" are small in any name.
LONGEST_SMALL_WORD = 3

WORD = re.compile(r"[^\W_][\w.'\u2019&/+-]*")
SCHOOLS = frozenset({"academy", "college", "institute", "school", "university"})
STATES = CODES | frozenset(STATE_NAMES.split("|")) | frozenset(STATE_NAMES.upper().split("|"))
LAST_WORDS_OF_STATES = frozenset(state.rpartition(" ")[2] for state in STATES)
CODE_LENGTH = 2
COUNTRIES = frozenset("remote usa us canada mexico méxico germany poland india philippines vietnam".split())  # noqa: SIM905
ZIP = re.compile(r"[ ,]*\d{5}(?:-\d{4})?$")
AREA = re.compile(r"(?:greater[ ])?[\w.' -]{2,40}[ ](?:area|metro)|united states|\d{5}", re.IGNORECASE)
LONGEST_TOWN_WORDS = 3
#: A force of the country, though a guard is a title elsewhere.
GUARD = re.compile(r"\b(?:coast|national|air)[ ]guard\b(?![ ][\w ]*guard\b)", re.IGNORECASE)
CODE = re.compile(r"[a-z]\.?\d|\d[a-z]")
LENGTH_ONLY = re.compile(
    r"[ \t(]*(?:\d{1,2}[ ]?(?:years?|yrs?|months?|mos?)\.?[ ,]*(?:and[ ])?){1,2}[ \t)]*", re.IGNORECASE
)
#: What somebody did, rather than was: these begin a line of duties.
DOING = re.compile(
    r"(?:set(?:s|ting)?[ -]?up|ran|runs?|operated?s?|programmed|welded|built|rebuilt|made|machined|assembled|"
    r"inspected|maintain(?:ed|s)?|repaired|perform(?:ed|s)?|produced|used|held|managed|supervised|(?-i:[Ll]ed)|checked|"
    r"polished|loaded|unloaded|wrote|fixed|helped|cleaned|handled|kept|did|tested|drove|moved|packed|shipped|"
    r"swept|drilled|deburred|fabricated|installed|troubleshot|reduced|improved|designed|developed|created|"
    r"fit[ -]up|fitted|laid[ ]out|turned|milled|bored|machining[ ]of|responsible[ ]for|in[ ]charge[ ]of)"
    r"[ ](?=[^\W_])",
    re.IGNORECASE,
)
#: Who employed in the job before.
SAME = re.compile(r"(?:the[ ])?same(?:[ ](?:company|employer|shop|place|plant|firm))?", re.IGNORECASE)
SENTENCE_END = re.compile(r"[a-z\d)][.!?]$")


class Role(StrEnum):
    """What a piece of a line is."""

    TITLE = "title"
    EMPLOYER = "employer"
    PLACE = "place"
    NAME = "name"
    NOISE = "noise"


def is_general(name: str) -> bool:
    """Say whether a name is one word for a kind of company ("University"), which names none by itself."""
    return " " not in name.strip() and name.lower() in COMPANY_WORDS - FORCES


def town_at(name: str, *, is_before_state: bool) -> int:
    """Return where the town begins that is glued to the end of a company's name: "Acme Tool Akron OH"."""
    place = name.find(" in ")
    if place > 0 and role_of(name[:place]) is Role.EMPLOYER:
        return place
    words = name.split(" ")
    shouts = name.isupper()
    is_state = words[-1] in CODES and words[-1].lower() not in COMPANY_WORDS and not shouts
    kept = words[:-1] if is_state else words
    if (
        len(kept) > 1
        and (is_state or is_before_state)
        and kept[-1].strip(".").lower() not in COMPANY_WORDS - TOWN_ENDS
    ):
        is_of_two = kept[-1].lower() in TOWN_ENDS or kept[-2].lower() in TOWN_STARTS
        shorter = " ".join(kept[: -2 if is_of_two and len(kept) > 2 else -1])
        if role_of(shorter) is Role.EMPLOYER:
            return len(shorter)
    return len(" ".join(kept))


def is_in_one_case(piece: str) -> bool:
    """Say whether the long words of a piece all begin with capitals, or none does."""
    firsts = [word[0].isupper() or not word[0].isalpha() for word in WORD.findall(piece) if len(word) > 3]
    return all(firsts) or not any(firsts)


def role_of(piece: str) -> Role:
    """Say what a piece is by its words."""
    words = [word.strip(".'\u2019").lower() for word in WORD.findall(piece)]
    if not words:
        return Role.NOISE
    if is_place(piece, words):
        return Role.PLACE
    if LENGTH_ONLY.fullmatch(piece):
        return Role.NOISE
    if SAME.fullmatch(piece):
        return Role.EMPLOYER
    if is_doing(piece, words):
        return Role.NOISE
    if words[0] == "freelance" and len(words) > 1:
        return Role.TITLE
    nouns = [number for number, word in enumerate(words) if is_title_noun(word)]
    if nouns and GUARD.search(piece):
        nouns.remove(words.index("guard"))
    marks = [number for number, word in enumerate(words) if word in COMPANY_WORDS]
    if nouns and is_title(words, nouns, marks):
        return Role.TITLE if len(words) <= LONGEST_TITLE_WORDS else Role.NOISE
    if marks and len(words) <= LONGEST_EMPLOYER_WORDS and is_company(piece, words):
        return Role.EMPLOYER
    return Role.NAME if is_name(piece, words) else Role.NOISE


def is_doing(piece: str, words: Sequence[str]) -> bool:
    """Say whether a piece says what somebody did: no "Set Up Machinist", no "Welded Tube Co."."""
    doing = DOING.match(piece)
    if doing is None or words[-1] in COMPANY_ENDINGS:
        return False
    is_title_too = doing[0].lower().startswith(("set", "run")) and any(
        map(is_title_noun, words[:LONGEST_SMALL_NAME])
    )
    return not is_title_too


def is_place(piece: str, words: Sequence[str]) -> bool:
    """Say whether a piece is a town with its state, a state, a country or an area."""
    if words[-1] in COUNTRIES and len(words) == 1:
        return True
    if AREA.fullmatch(piece):
        return True
    if not COMPANY_WORDS.isdisjoint(words) and len(words) > 1:
        return False
    town, state = without_state(piece)
    return state and len(town.split()) <= LONGEST_TOWN_WORDS and not (piece.endswith(" DC") and " " in town)


def without_state(piece: str) -> tuple[str, bool]:
    """Take a state and its number off the end of a piece; the second value says whether there was one."""
    bare = ZIP.sub("", piece).rstrip(".") if piece[-1].isdigit() else piece.rstrip(".")
    if bare.rpartition(" ")[2] not in LAST_WORDS_OF_STATES:
        return piece, False
    for words in (1, 2):
        parts = bare.rsplit(" ", words)
        state = " ".join(parts[-words:])
        if len(parts) >= words and (state in STATES or (state.title() in STATES and len(state) > CODE_LENGTH)):
            return " ".join(parts[:-words]), True
    return piece, False


def is_title_noun(word: str) -> bool:
    """Say whether a word, or the last of words joined by slashes or dashes, is a noun of titles."""
    if word in TITLE_NOUNS or is_german_noun(word):
        return True
    return ("/" in word or "-" in word) and any(part in TITLE_NOUNS for part in re.split(r"[/-]", word))


def is_german_noun(word: str) -> bool:
    """Say whether a word ends like a German title and is more than a family's name: "Zerspanungsmechaniker"."""
    return word in GERMAN_NOUNS or any(word.endswith(noun) and word != noun for noun in GERMAN_ENDS)


def is_title(words: Sequence[str], nouns: Sequence[int], marks: Sequence[int]) -> bool:
    """Say whether words with a noun of titles are a title and no company's name ("Turner Machine Co")."""
    if not marks or (nouns[-1] + 1 < len(words) and words[nouns[-1] + 1] in {"of", "for", "in"}):
        return True
    if words[-1] in COMPANY_ENDINGS:
        return False
    last = len(words) - 1
    while last > nouns[-1] and (words[last] in LEVELS or words[last] in NOT_NAMES):
        last -= 1
    return nouns[-1] > marks[-1] or last == nouns[-1]


def is_bare_title(title: str) -> bool:
    """Say whether a title ends in its noun, or in a level behind it, so that nothing else is said."""
    words = [word.strip(".").lower() for word in WORD.findall(title)]
    while words and (words[-1] in LEVELS or words[-1] in NOT_NAMES):
        words.pop()
    return bool(words) and is_title_noun(words[-1])


def is_company(piece: str, words: Sequence[str]) -> bool:
    """Say whether words with one of companies name a company: in capitals, or short and ending in that word."""
    spelled = WORD.findall(piece)
    if any(sign.isupper() for sign in piece):
        is_described = any(word.islower() and len(word) > LONGEST_SMALL_WORD for word in spelled)
        # "CNC tool grinding" is what somebody did, "CNC shop" where: its only capitals are those of the trade.
        capitals = {word.lower() for word in spelled if word[0].isupper()}
        is_named = bool(capitals & FORCES or capitals - trade_words())
        return not is_described or is_named or words[-1] in WORKPLACES
    return 1 < len(words) <= LONGEST_SMALL_NAME and words[-1] in COMPANY_WORDS


def is_name(piece: str, words: Sequence[str]) -> bool:
    """Say whether a piece may be the name of an employer: few words, capitals, nothing that says when or how."""
    if len(words) > LONGEST_NAME_WORDS or not piece[0].isalnum() or sum(sign.isalpha() for sign in piece) < 2:
        return False
    if SENTENCE_END.search(piece) or "@" in piece:
        return False
    if all(word in NOT_NAMES or word in LEVELS or word.isdigit() for word in words):
        return False
    if sum(CODE.search(word) is not None for word in words) > 1:
        return False
    spelled = [word for word in WORD.findall(piece) if len(word) > 3 or word.isupper()]
    return bool(spelled) and all(word[0].isupper() or word[0].isdigit() for word in spelled)


def is_only_town(name: str) -> bool:
    """Say whether what looks like a company is a town: "Morgan City", "Fort Wayne"."""
    words = name.lower().split()
    looks_like_town = words[-1] in TOWN_ENDS or words[0] in TOWN_STARTS
    return looks_like_town and COMPANY_WORDS.isdisjoint(words[:-1]) and words[-1] not in COMPANY_WORDS - TOWN_ENDS
