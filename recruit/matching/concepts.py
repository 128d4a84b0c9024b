"""Finds the vocabulary's names in a text: longest name first, whole words only.

The names stand in a trie over words. That is spaCy's PhraseMatcher with three things it lacks: a name may run over
a line end, be hyphenated or spaced differently at each place, and hold a bracketed abbreviation of itself
("computer numerical control (CNC) machine").
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from recruit.matching.reading import Draft, Reading, Sense
from recruit.matching.tokens import Gap, Words
from recruit.matching.typos import Typos
from recruit.vocabulary.compiled import dense
from recruit.vocabulary.concepts import AmbiguousUse, Concept, Vocabulary
from recruit.vocabulary.shapes import Category
from recruit.vocabulary.spellings import Key, key_of, plural, spellings, verb_forms

Node = dict[str, Any]
END = ""
#: No word is called so.
SENSES, WORDS = "(senses)", "(words)"
LONGEST_ABBREVIATION = 6
OPENING, CLOSING = frozenset("(["), frozenset(")]")
SHORT_LINE = 25
# Heads that add nothing to a name that stands without them: a mention is the smallest full name.
EMPTY_HEADS = {
    Category.CONTROL: frozenset({"control", "controls", "controller", "controllers"}),
    Category.MACHINE: frozenset({"machine", "machines"}),
    Category.PROCESS: frozenset(
        {
            "process",
            "processes",
            "procedure",
            "procedures",
            "technique",
            "techniques",
            "operations",
            "work",
            "practices",
        }
    ),
    Category.METROLOGY: frozenset({"techniques", "procedures", "methods", "technique", "procedure", "method"}),
    Category.QUALITY: frozenset({"package", "packages", "form", "forms", "documents", "system", "systems"}),
    Category.SOFTWARE: frozenset({"software", "program", "programs"}),
}
NEED_THEIR_HEAD = frozenset({("cnc",), ("nc",), ("sheet", "metal")})
CNC_IN_WORDS = [
    ("computer", "numerical", "control"),
    ("computer", "numerical", "controlled"),
    ("computer", "numerically", "controlled"),
    ("computerized", "numerical", "control"),
]
COUNTED_UNITS = "year years yr yrs month months mth mths mos hours hrs machines ton tons x +"
COUNTED = frozenset(COUNTED_UNITS.split())
# A hyphen before a name makes another word of it; behind it, another thing.
REPELLENT_PREFIXES = frozenset({"non", "anti", "pre", "un", "ex", "mis", "co"})
REPELLENT_SUFFIXES = frozenset({"free", "like", "proof", "toe", "toed", "related", "adjacent"})


class Lexicon:
    """All names of a vocabulary as a trie over words; at the end of a name stand the numbers of its senses.

    ``words`` are all words that names are made of, ``senses`` all that names mean. ``stored`` are the rows of what
    first words lead to: a text meets a few hundred of fifty thousand, so each is read when its word is first met.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        senses: list[Sense],
        words: set[str],
        root: Node | None = None,
        stored: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.vocabulary, self.senses, self.words = vocabulary, senses, words
        self.root: Node = {} if root is None else root
        self.stored = stored
        self.typos = Typos(words)

    @classmethod
    def built(cls, vocabulary: Vocabulary) -> "Lexicon":
        """Build the trie from every spelling of every name."""
        lexicon = cls(vocabulary, [], set())
        number_of: dict[tuple[str, int, str | None, bool], int] = {}
        for concept in vocabulary.concepts.values():
            if concept.category is Category.TOLERANCE:
                continue  # numbers only, found by rule
            for key, sense in names_with_senses(concept):
                meant = (concept.id, id(sense.use), sense.exact, sense.third_person)
                number = number_of.setdefault(meant, len(number_of))
                if number == len(lexicon.senses):
                    lexicon.senses.append(sense)
                lexicon.add(key, number)
        return lexicon

    @classmethod
    def loaded(cls, vocabulary: Vocabulary, rows: Mapping[str, str]) -> "Lexicon":
        """Take what ``rows`` wrote; the concepts and guards are those of the vocabulary."""
        concepts = list(vocabulary.concepts.values())
        senses = [
            Sense(concepts[concept], concepts[concept].ambiguous[use] if use is not None else None, exact, third)
            for concept, use, exact, third in json.loads(rows[SENSES])
        ]
        names = {word: row for word, row in rows.items() if word not in {SENSES, WORDS}}
        return cls(vocabulary, senses, set(rows[WORDS].split(" ")), stored=names)

    def rows(self) -> dict[str, str]:
        """Everything as rows for ``loaded``: what each first word of a name leads to is a row of its own."""
        place_of = {concept.id: place for place, concept in enumerate(self.vocabulary.concepts.values())}
        senses = [
            [
                place_of[sense.concept.id],
                next((n for n, use in enumerate(sense.concept.ambiguous) if use is sense.use), None),
                sense.exact,
                sense.third_person,
            ]
            for sense in self.senses
        ]
        branches = {word: dense(branch) for word, branch in sorted(self.root.items())}
        return {SENSES: dense(senses), WORDS: " ".join(sorted(self.words)), **branches}

    def add(self, key: Key, number: int) -> None:
        """Let a name lead to a sense; of one concept the first sense stays."""
        node = self.root
        for word in key:
            node = node.setdefault(word, {})
        self.words.update(key)
        known: list[int] = node.setdefault(END, [])
        concept = self.senses[number].concept
        if all(self.senses[one].concept is not concept for one in known):
            known.append(number)

    def begun_with(self, words: Iterable[str]) -> Node:
        """The trie, with all that some words lead to; two threads that read the same row do no harm."""
        root, stored = self.root, self.stored
        for word in stored.keys() & set(words) if stored else ():
            if word not in root:
                root[word] = json.loads(stored[word])
        return root

    def senses_at(self, node: Node) -> list[Sense]:
        """What a name means that ends at a node."""
        return [self.senses[number] for number in node[END]]

    def senses_named(self, name: str) -> list[Sense]:
        """What a name on its own may mean."""
        return self.senses_of(key_of(name))

    def senses_of(self, key: Iterable[str]) -> list[Sense]:
        """What some words may mean together, empty when they are no name."""
        key = tuple(key)
        node = self.begun_with(key[:1])
        for word in key:
            following = node.get(word)
            if following is None:
                return []
            node = following
        return self.senses_at(node) if END in node else []


def names_with_senses(concept: Concept) -> Iterator[tuple[Key, Sense]]:
    """Every spelling of every name of a concept; guarded and cased spellings first, for the first sense stays."""
    guards: dict[Key, AmbiguousUse] = {}
    for use in concept.ambiguous:
        for alias in use.aliases:
            for key in guarded_keys(alias, concept):
                guards.setdefault(key, use)
    for name in concept.cased:
        key = key_of(name)
        yield key, Sense(concept, guards.get(key), exact=name)
    thirds = third_persons(concept, guards)
    for key, use in guards.items():
        sense = Sense(concept, use, third_person=key in thirds)
        yield from ((spelling, sense) for spelling in spellings(key))
    verbs = (form for verb in concept.verbs for form in verb_forms(verb))
    cased = {key_of(name) for name in concept.cased}
    # In the order of the file: of two spellings that meet the first stays, in every process alike.
    names = dict.fromkeys(without_full_stop(key_of(name)) for name in (concept.name, *concept.aliases, *verbs))
    known = {*names, *guards}
    for key in names:
        if has_empty_head(key, known, concept.category):
            continue
        for form in (key, plural(key)):
            if form is not None and form not in cased:
                sense = Sense(concept, guards.get(form), third_person=form in thirds)
                yield from ((spelling, sense) for spelling in (*spellings(form), *in_full(form)))


def third_persons(concept: Concept, guards: Mapping[Key, AmbiguousUse]) -> set[Key]:
    """Forms in -s of single verbs of a process: nouns more often than not."""
    if concept.category is not Category.PROCESS:
        return set()
    words = {key[0] for key in guards if len(key) == 1}
    verbs = {verb for verb in concept.verbs if " " not in verb} | {
        word for word in words if verb_forms(word)[2] in words
    }
    return {key_of(verb_forms(verb)[1]) for verb in verbs}


def in_full(key: Key) -> Iterator[Key]:
    """A name with its CNC in words."""
    if key[0] == "cnc":
        yield from ((*words, *key[1:]) for words in CNC_IN_WORDS)


def without_full_stop(key: Key) -> Key:
    """A name without the full stop of an abbreviation at its end: that one may end the sentence as well."""
    return key[:-1] if len(key) > 1 and key[-1] == "." else key


def has_empty_head(key: Key, names: set[Key], category: Category) -> bool:
    """Whether a name is another name of the same concept with a word behind it that says nothing."""
    if len(key) < 2 or key[-1] not in EMPTY_HEADS.get(category, ()):
        return False
    return key[:-1] in names and key[:-1] not in NEED_THEIR_HEAD


def guarded_keys(alias: str, concept: Concept) -> Iterator[Key]:
    """An ambiguous alias with its plural, and with its forms where it is a verb of the concept."""
    key = key_of(alias)
    yield key
    many = plural(key)
    if many is not None:
        yield many
    if alias in concept.verbs:
        # What names the concept by itself is guarded only where the guard says so: "nitriding", not "nitrides".
        yield from (form for form in map(key_of, verb_forms(alias)) if form != key_of(concept.name))


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
        if place > first and text[ends[place - 1] : starts[place]] != " " and parts_name(reading, place):
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


def parts_name(reading: Reading, place: int) -> bool:
    """Whether the space before a word ends any name: an empty line, a column gap, the end of a short list line."""
    gap = reading.words.gap(place)
    if gap != Gap.LINE:
        return gap == Gap.BREAK
    if reading.plain[reading.words.starts[place]].islower():
        return False
    before = reading.lines[reading.line_number(reading.words.starts[place - 1])]
    _, end = reading.clauses.span(reading.words.starts[place - 1])
    return before[1] - before[0] < SHORT_LINE or end <= reading.words.starts[place]


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
