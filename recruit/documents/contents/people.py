"""The name a resume is headed by: in any order and case, beside titles, towns and numbers, never made up."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice, pairwise

from recruit.documents.contents.headings import HEADINGS
from recruit.documents.contents.job_roles import is_place
from recruit.documents.contents.known_names import GIVEN_NAMES, NAMES_OF_TRADES
from recruit.documents.contents.name_evidence import (
    HEADING_WORDS,
    INNER_CAPITAL,
    LETTER_CASES,
    PARTICLES,
    SUFFIXES,
    WORD,
    agreement,
    has_word_of_the_trade,
    heads_resume,
    is_elsewhere,
    is_known,
    is_of_the_trade,
    parts_of,
)
from recruit.documents.contents.name_lines import LEAD, LONGEST_LINE, NearLine, lines_between, near_lines
from recruit.documents.contents.work_words import COMPANY_WORDS, TITLE_NOUNS
from recruit.vocabulary.shapes import Kind, Section

Span = tuple[int, int]

#: The like for words of companies and of work, as family names only.
NAMES_LIKE_WORK = frozenset(
    """
    mills wood church steel power glass bar mason gill hand guard drawer temp mill
    """.split()  # noqa: SIM905
)

#: What the first lines say beside a name, where it is no word of the trade. A name has none of these.
NO_NAMES = frozenset(
    """
    a about address all also am and any apply applying are at available been before being birth born both busco
    but can citizen contact cover currículum curriculum cv desired did dob december during e-mail each email
    entry-level every fax february for from had has have hello her here hi his home how i if image in into is its
    january july last letter linkedin looking march more most name never no none november not now number october
    of off ok on only open or our out over page per phone photo photograph picture portfolio portrait profesional
    profile rd relocate resume resumé résumé seeking september she since still summary tel telephone than that
    their them then there these they this those through to under until used very veteran was we website were what
    firstname hoja lastname vida
    when where which while who will willing with within without work working years yes you your
    """.split()  # noqa: SIM905
)
CREDENTIALS = frozenset(
    """
    cwi cwe cswip pe pmp phd md mba bs ba ms ma aas as med ed cqi cqe cmi scwi eit rn esq cmrt
    """.split()  # noqa: SIM905
)
HONORIFICS = re.compile(r"(?:mr|mrs|ms|miss|dr|sr|sra)\.?[ ]+", re.IGNORECASE)

SEPARATOR = re.compile(r"[|;:•·*/\t<>\[\]\u2013\u2014_]|[ ]{2,}|[ ]-+[ ]|\d|(?<=[a-z]{3})\.(?:[ ]|$)|[ ]@[ ]")
#: Letters of given names: "J.P."
INITIALS = re.compile(r"(?:[A-Z]\.){1,3}[A-Z]?")
NICKNAME = re.compile(r"[\"\u201c(']([^\W\d_]{2,20})[\"\u201d)']")
#: What says in so many words that a name follows.
LABEL = re.compile(
    r"[\W_]*(?:my name is|(?:full )?name[ ]*:|nombre(?: completo)?[ ]*:|applicant[ ]*:|candidate[ ]*:|"
    r"(?:the )?(?:resum[eé]|r[eé]sum[eé]|cv|curriculum vitae|currículum vitae)[ ]+(?:of|for)\b)[\W_]*",
    re.IGNORECASE,
)
#: A name further down is believed only where an e-mail address agrees with it.
FURTHEST_LINES = 80
LONGEST_NAME_WORDS = 5
WORDS_OF_SHORTEST_NAME = 2


def name_in(
    text: str,
    regions: Sequence[Span],
    emails: Sequence[str],
    parts: Sequence[Section],
    reached: Sequence[Span] = (),
    titles: Collection[int] = (),
) -> Span | None:
    r"""Find the name of the person.

    Parameters
    ----------
    text : str
        A resume.
    regions : sequence of tuple of int and int
        Where contacts stand in it, the likeliest first.
    emails : sequence of str
        The person's addresses: of several names the one they agree with is the person's.
    parts : sequence of Section
        The parts of the resume.
    reached : sequence of tuple of int and int, default ()
        Spans of addresses, numbers and streets, which stand near the name.
    titles : collection of int, default ()
        Where lines start that are set like the title of the whole.

    Returns
    -------
    tuple of int and int, or None
        The span of the name with its suffix, without letters of degrees; None where nothing is sure enough.

    Examples
    --------
    >>> text = "Resume of Jean-Luc O'Brien III, CWI"
    >>> start, end = name_in(text, [(0, len(text))], [], ())
    >>> text[start:end]
    "Jean-Luc O'Brien III"
    """
    headings = {part.start for part in parts if part.body > part.start}
    local_parts = [re.sub(r"[^a-z]", "", address.lower().partition("@")[0]) for address in emails]
    first: Span | None = None
    for near in near_lines(text, regions, headings, reached, titles):
        for span in names_of_line(near.text, is_agreed=False):
            found = near.start + span[0], near.start + span[1]
            if any(start < found[1] and found[0] < end for start, end in reached):
                continue
            if is_sure(near, span, local_parts):
                return found
            first = first or (found if is_likely(near, span) else None)
        small = leading_name(near.text) if local_parts else None
        if small and is_sure(near, small, local_parts):
            return near.start + small[0], near.start + small[1]
    return first or further_name(text, local_parts)


def is_sure(near: NearLine, span: Span, local_parts: Sequence[str]) -> bool:
    """Say whether a label or an address settles that words are the name."""
    name = near.text[slice(*span)]
    agreed = agreement(name, local_parts)
    label = LABEL.match(near.text)
    if agreed > 1 or (label is not None and not near.text[label.end() : span[0]].strip()):
        return True
    return agreed == 1 and not has_word_of_the_trade(name)


def is_likely(near: NearLine, span: Span) -> bool:
    """Say whether words that nothing settles are more likely a name than anything else."""
    name = near.text[slice(*span)]
    if has_word_of_the_trade(name) or is_elsewhere(near.text, span):
        return False
    return is_known(name) or heads_resume(near, span)


def name_of_title(text: str, title: str) -> Span | None:
    """Find the name in the title of a file that the text says, too: "Ana Ruiz - Resume" over "ANA RUIZ"."""
    for start, end in names_of_line(title[:LONGEST_LINE], is_agreed=False):
        name = title[start:end]
        if has_word_of_the_trade(name) or is_elsewhere(title, (start, end)):
            continue
        if not HEADING_WORDS.isdisjoint(parts_of(name)) and not is_known(name):
            continue
        pattern = r"\s{1,3}".join(map(re.escape, name.split()))
        match = re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE)
        if match:
            return match.span()
    return None


def further_name(text: str, local_parts: Sequence[str]) -> Span | None:
    """Find a name on a line of its own further down that an e-mail address agrees with."""
    if not local_parts:
        return None
    for offset, line in islice(lines_between(text, 0, len(text)), FURTHEST_LINES):
        for span in names_of_line(line[:LONGEST_LINE], is_agreed=True):
            name = line[slice(*span)]
            agreed = agreement(name, local_parts)
            if agreed > 1 or (agreed and is_known(name) and not has_word_of_the_trade(name)):
                return offset + span[0], offset + span[1]
    return None


def names_of_line(line: str, *, is_agreed: bool) -> Iterator[Span]:
    """Yield the pieces of a line that are names; on a line of its own only where it must agree with an address."""
    lead = LEAD.match(line)
    place = lead.end() if lead else 0
    if is_agreed and len(line.split()) > LONGEST_NAME_WORDS:
        return
    for start, end in pieces_of(line, place):
        span = name_span(line, start, end)
        # "(SAW, FCAW)" looks like a family name before a given one.
        if span and "(" not in line[max(0, span[0] - 1) : span[0] + 1]:
            yield span


def pieces_of(line: str, place: int) -> Iterator[Span]:
    """Yield the pieces of a line between separators."""
    for match in [*SEPARATOR.finditer(line, place), None]:
        end = match.start() if match else len(line)
        if line[place:end].strip():
            yield place, end
        place = match.end() if match else end


def name_span(line: str, start: int, end: int) -> Span | None:
    """Return the name that a piece is, whichever way round: "Maria Hernandez, CWI" and "HERNANDEZ, MARIA"."""
    honorific = HONORIFICS.match(line, start + leading_spaces(line, start), end)
    start = honorific.end() if honorific else start
    stretches = list(comma_parts(line, start, end))
    first = person(line, *stretches[0])
    if first:
        suffix = person_suffix(line, stretches[1]) if len(stretches) > 1 else None
        return (first[0], suffix) if suffix else first
    if len(stretches) > 1:
        return turned_name(line, stretches)
    return None


def turned_name(line: str, stretches: Sequence[Span]) -> Span | None:
    """Return a name with the family first; what follows its given names is left out."""
    family, given = (WORD.findall(line[slice(*stretch)]) for stretch in stretches[:2])
    if any(WORD.sub("", line[slice(*stretch)]).strip() for stretch in stretches[:2]):
        return None
    if not 0 < len(family) <= 2 or not 0 < len(given) <= 2:
        return None
    if any(is_credential(word) or is_suffix(word) for word in given):
        return None
    if not is_person_words([*given, *family]) or is_place(line[slice(*stretches[1])].strip(), [given[-1].lower()]):
        return None
    begin = stretches[0][0] + leading_spaces(line, stretches[0][0])
    return begin, stretches[1][0] + len(line[slice(*stretches[1])].rstrip())


def leading_name(line: str) -> Span | None:
    """Return the first words of a line that may be a name without capitals or with a title behind it."""
    words = list(islice(WORD.finditer(line), 3))
    for count in (3, 2):
        taken = words[:count]
        is_close = all(line[one.end() : other.start()] == " " for one, other in pairwise(taken))
        if len(taken) == count and is_close and is_person_words([word[0].title() for word in taken]):
            return taken[0].start(), taken[-1].end()
    return None


def comma_parts(line: str, start: int, end: int) -> Iterator[Span]:
    """Yield the parts of a piece between commas."""
    while start <= end:
        comma = line.find(",", start, end)
        stop = end if comma < 0 else comma
        if line[start:stop].strip() or comma < 0:
            yield start, stop
        start = stop + 1


def person(line: str, start: int, end: int) -> Span | None:
    """Return the name that a part without commas is, credentials behind it left out."""
    found = list(WORD.finditer(NICKNAME.sub(lambda match: f" {match[1]} ", line[start:end])))
    rest = NICKNAME.sub(lambda match: f" {match[1]} ", line[start:end])
    while found and is_credential(found[-1][0]) and len(found) > WORDS_OF_SHORTEST_NAME:
        found.pop()
    if not found or WORD.sub("", rest[: found[-1].end()]).strip():
        return None
    words = [match[0] for match in found]
    glued = glue_at(words[-1])
    words[-1] = words[-1][:glued]
    names = [word for word in words if not is_suffix(word)]
    if not WORDS_OF_SHORTEST_NAME <= len(names) <= LONGEST_NAME_WORDS or not is_person_words(names):
        return None
    if is_place(line[start:end].strip(), [word.lower() for word in words]):
        return None
    return start + found[0].start(), start + found[-1].start() + len(words[-1])


def glue_at(word: str) -> int | None:
    """Return where something else is glued to the end of a name ("RuizAkron"), None where nothing is."""
    is_whole = INNER_CAPITAL.match(word) or is_of_the_trade(word.lower())
    glue = None if is_whole else LETTER_CASES.search(word)
    return glue.start() + 1 if glue else None


def person_suffix(line: str, stretch: Span) -> int | None:
    """Return where a suffix behind the comma ends ("Smith, Jr.")."""
    word = WORD.search(line, *stretch)
    return word.end() if word and is_suffix(word[0]) else None


def is_person_words(words: Sequence[str]) -> bool:
    """Say whether words are the parts of a name: capitals, no word of work, places or headings."""
    lower = [word.rstrip(".").lower() for word in words]
    if " ".join(lower) in HEADINGS[Kind.RESUME] or not any(len(word) > 1 for word in lower):
        return False
    shouts = all(word.isupper() for word in words)
    return all(is_part_of_name(word, shouts=shouts, is_last=word is words[-1]) for word in words)


def is_part_of_name(word: str, *, shouts: bool, is_last: bool) -> bool:
    """Say whether one word may be part of a name."""
    lower = word.rstrip(".").lower()
    if lower in PARTICLES or INITIALS.fullmatch(word):
        return True
    particle, hyphen, rest = word.partition("-")
    word = rest if hyphen and rest and particle in PARTICLES else word
    if not word[0].isupper() or (lower in NO_NAMES and lower not in GIVEN_NAMES):
        return False
    if (lower in TITLE_NOUNS or lower in COMPANY_WORDS) and lower not in NAMES_OF_TRADES:
        return is_last and lower in NAMES_LIKE_WORK
    is_acronym = word.isupper() and len(lower) > 2 and not shouts
    return not is_acronym or "-" in word or "'" in word


def is_credential(word: str) -> bool:
    """Say whether a word is the letters of a degree or a card behind a name."""
    return word.replace(".", "").lower() in CREDENTIALS and (word.isupper() or "." in word)


def is_suffix(word: str) -> bool:
    """Say whether a word tells generations apart."""
    return word.rstrip(".").lower() in SUFFIXES


def leading_spaces(line: str, place: int) -> int:
    """Count the spaces at a place."""
    return len(line[place:]) - len(line[place:].lstrip())
