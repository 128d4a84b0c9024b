"""Finds the vocabulary's names in a text: longest name first, whole words only.

The trie of the lexicon is spaCy's PhraseMatcher with three things it lacks: a name may run over a line end, be
hyphenated or spaced differently at each place, and hold a bracketed abbreviation of itself ("computer numerical
control (CNC) machine").
"""

from collections.abc import Sequence

from recruit.matching.lexicon import END, Lexicon
from recruit.matching.reading import Draft, Reading, Sense
from recruit.matching.tokens import Gap, Words

LONGEST_ABBREVIATION = 6
OPENING, CLOSING = frozenset("(["), frozenset(")]")
SHORT_LINE = 25
COUNTED_UNITS = "year years yr yrs month months mth mths mos hours hrs machines ton tons x +"
COUNTED = frozenset(COUNTED_UNITS.split())
# A hyphen before a name makes another word of it; behind it, another thing.
REPELLENT_PREFIXES = frozenset({"non", "anti", "pre", "un", "ex", "mis", "co"})
REPELLENT_SUFFIXES = frozenset({"free", "like", "proof", "toe", "toed", "related", "adjacent"})


def find_concepts(reading: Reading, lexicon: Lexicon) -> list[Draft]:
    """Every name in a text, longest first from the left, none inside another."""
    words, drafts = reading.words, []
    root, reached = lexicon.begun_with(words.norms), 0
    norms = [*words.norms, ""]
    for place in [place for place, norm in enumerate(norms) if norm in root]:
        node, following = root[norms[place]], norms[place + 1]
        # Few words that begin a name go on as one, and a look at the next word tells.
        if place < reached or not (END in node or following in node or following in OPENING):
            continue
        last, senses = longest_name(reading, lexicon, place)
        if senses and not is_part_of_another_word(words, place, last):
            drafts.append(draft_of(reading, place, last, senses))
            reached = last
    return drafts


def longest_name(reading: Reading, lexicon: Lexicon, first: int) -> tuple[int, Sequence[Sense]]:
    """The longest name that starts at a word: the word after it, and what it may mean."""
    words, node = reading.words, lexicon.root
    text, norms, starts, ends = words.text, words.norms, words.starts, words.ends
    best: tuple[int, Sequence[Sense]] = (first, ())
    place, count = first, len(norms)
    while place < count:
        following, behind = node.get(norms[place]), place + 1
        if place > first and norms[place] in OPENING:
            jump = after_abbreviation(words, place)
            if jump is not None and norms[jump] in node:
                following, behind = node[norms[jump]], jump + 1
        if following is None:
            break
        # Nearly always there is one space, which parts nothing.
        one_space = place == first or text[ends[place - 1] : starts[place]] == " "
        if not one_space and parts_name(reading, place, has_name=any(sense.use is None for sense in best[1])):
            break
        node, place = following, behind
        if END in node:
            senses = [
                sense
                for sense in lexicon.senses_at(node)
                if sense.exact is None or is_written(reading.text, words, first, place, sense.exact)
            ]
            if senses and not is_count(words, place):
                best = (place, senses)
    return best


def is_count(words: Words, place: int) -> bool:
    """Whether the last word of a name belongs to what follows: the 6 of "Fanuc 6 years"."""
    norms = words.norms
    return norms[place - 1].isdigit() and place < len(norms) and norms[place] in COUNTED


def parts_name(reading: Reading, place: int, *, has_name: bool) -> bool:
    """Whether the space before a word ends a name: an empty line, a column gap, the end of a short line of a list.

    What is a name already ends with its statement: "no 5-axis" before a line that begins with "CNC".
    """
    gap = reading.words.gap(place)
    if gap != Gap.LINE:
        return gap == Gap.BREAK
    if reading.plain[reading.words.starts[place]].islower():
        return False
    before = reading.lines[reading.line_number(reading.words.starts[place - 1])]
    _, end = reading.clauses.span(reading.words.starts[place - 1])
    return before[1] - before[0] < SHORT_LINE or (has_name and end <= reading.words.starts[place])


def after_abbreviation(words: Words, place: int) -> int | None:
    """The word behind "(CNC)" or "[MT]", None when there is no such bracket here."""
    if place + 3 >= len(words) or words.norms[place] not in OPENING or words.norms[place + 2] not in CLOSING:
        return None
    return place + 3 if len(words.norms[place + 1]) <= LONGEST_ABBREVIATION else None


def is_written(text: str, words: Words, first: int, last: int, exact: str) -> bool:
    """Whether the letters are as a sense wants them; an "s" for the plural may follow."""
    written = text[words.starts[first] : words.ends[last - 1]]
    return written in (exact, exact + "s", exact + "'s")


def is_part_of_another_word(words: Words, first: int, last: int) -> bool:
    """Whether a hyphen ties a name to a word that turns its meaning: "non-welding", "lead-free"."""
    start, end = words.starts[first], words.ends[last - 1]
    if words.text[start - 1 : start].isspace() and words.text[end : end + 1].isspace():
        return False
    if words.gap(first) == Gap.HYPHEN and words.norms[first - 1] in REPELLENT_PREFIXES:
        return True
    return last < len(words) and words.gap(last) == Gap.HYPHEN and words.norms[last] in REPELLENT_SUFFIXES


def draft_of(reading: Reading, first: int, last: int, senses: Sequence[Sense]) -> Draft:
    """A draft with the first of its senses; the context may choose another."""
    concept = senses[0].concept
    return Draft(
        first=first,
        last=last,
        start=reading.words.starts[first],
        end=reading.words.ends[last - 1],
        senses=tuple(senses),
        category=concept.category,
        concept=concept.id,
        name=concept.name,
    )


def with_sense(draft: Draft, sense: Sense) -> Draft:
    """Settle what a draft means."""
    draft.senses = (sense,)
    draft.category, draft.concept, draft.name = sense.concept.category, sense.concept.id, sense.concept.name
    return draft
