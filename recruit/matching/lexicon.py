"""All names of the vocabulary as a trie over words, in every spelling, with what each may mean.

It is built from the concepts once, when the models are made, and stored row by row: a text meets few of its words.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from operator import itemgetter
from types import MappingProxyType
from typing import Any

from recruit.matching.reading import Sense
from recruit.matching.typos import Typos
from recruit.vocabulary.compiled import SortedRows, dense
from recruit.vocabulary.concepts import AmbiguousUse, Concept, Vocabulary
from recruit.vocabulary.shapes import Category
from recruit.vocabulary.spellings import Key, key_of, plural, spellings, verb_forms

Node = dict[str, Any]
END = ""
#: No word has a space in it, so none is called as these rows are.
SENSES, WORDS = "all senses", "words "
ALIKE_LETTERS = 3  # words that begin with the same letters are stored together
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


class Lexicon:
    """All names of a vocabulary as a trie over words; at the end of a name stand the numbers of its senses.

    ``words`` are all words that names are made of, ``senses`` all that names mean, by number. ``stored`` are the
    rows of what first words lead to, each read when its word is first met: a text has few hundred of them.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        senses: dict[int, Sense],
        words: Collection[str],
        typos: Typos,
        stored: Mapping[str, bytes] = MappingProxyType({}),
    ) -> None:
        self.vocabulary, self.senses, self.words = vocabulary, senses, words
        self.root: Node = {}
        self.stored = stored
        self.met: set[str] = set()
        self.typos = typos

    @classmethod
    def built(cls, vocabulary: Vocabulary) -> "Lexicon":
        """Build the trie from every spelling of every name."""
        words: set[str] = set()
        lexicon = cls(vocabulary, {}, words, Typos(lambda letter: [one for one in words if one[0] == letter]))
        number_of: dict[tuple[str, int, str | None, bool], int] = {}
        for concept in vocabulary.concepts.values():
            if concept.category is Category.TOLERANCE:
                continue  # numbers only, found by rule
            for key, sense in names_with_senses(concept):
                meant = (concept.id, id(sense.use), sense.exact, sense.third_person)
                number = number_of.setdefault(meant, len(number_of))
                if number == len(lexicon.senses):
                    lexicon.senses[number] = sense
                lexicon.add(key, number)
                words.update(key)
        return lexicon

    @classmethod
    def loaded(cls, vocabulary: Vocabulary, rows: SortedRows) -> "Lexicon":
        """Take what ``rows`` wrote; the concepts and guards are those of the vocabulary."""
        senses, words = StoredSenses(vocabulary, json.loads(rows[SENSES])), StoredWords(rows)
        return cls(vocabulary, senses, words, Typos(words.starting_with), stored=rows)

    def rows(self) -> dict[str, str]:
        """Everything as sorted rows for ``loaded``: what each first word of a name leads to is one of its own."""
        place_of = {concept.id: place for place, concept in enumerate(self.vocabulary.concepts.values())}
        senses = [
            [
                place_of[sense.concept.id],
                next((n for n, use in enumerate(sense.concept.ambiguous) if use is sense.use), None),
                sense.exact,
                sense.third_person,
            ]
            for sense in self.senses.values()
        ]
        alike = groupby(sorted(self.words), key=itemgetter(slice(ALIKE_LETTERS)))
        words = {f"{WORDS}{beginning}": " ".join(group) for beginning, group in alike}
        branches = {word: dense(branch) for word, branch in self.root.items()}
        return dict(sorted({SENSES: dense(senses), **words, **branches}.items()))

    def add(self, key: Key, number: int) -> None:
        """Let a name lead to a sense; of one concept the first sense stays."""
        node = self.root
        for word in key:
            node = node.setdefault(word, {})
        known: list[int] = node.setdefault(END, [])
        concept = self.senses[number].concept
        if all(self.senses[one].concept is not concept for one in known):
            known.append(number)

    def begun_with(self, words: Iterable[str]) -> Node:
        """The trie, with all that some words lead to; two threads that read the same row do no harm."""
        for word in set(words) - self.met:
            # Only these are kept as met: the others would be all words of all texts.
            if word in self.words:
                row = self.stored.get(word)
                if row is not None:
                    self.root[word] = json.loads(row)
                self.met.add(word)
        return self.root

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


class StoredWords(Collection[str]):
    """All words that names are made of; those that begin alike are read when one of them is asked for."""

    def __init__(self, rows: SortedRows) -> None:
        self._rows = rows
        self._alike: dict[str, frozenset[str]] = {}

    def __contains__(self, word: object) -> bool:
        beginning = str(word)[:ALIKE_LETTERS]
        alike = self._alike.get(beginning)
        if alike is None:
            row = self._rows.get(f"{WORDS}{beginning}")
            alike = self._alike[beginning] = frozenset(row.decode().split(" ") if row else ())
        return word in alike

    def starting_with(self, letters: str) -> Iterator[str]:
        """All words that start with a few letters, no more than are stored together."""
        rows = self._rows.starting_with(f"{WORDS}{letters}")
        return chain.from_iterable(row.decode().split(" ") for _, row in rows)

    def __iter__(self) -> Iterator[str]:
        return self.starting_with("")

    def __len__(self) -> int:
        return sum(1 for _ in self)


class StoredSenses(dict[int, Sense]):
    """Senses by their numbers, each made of its row when it is first asked for, as its concept is."""

    def __init__(self, vocabulary: Vocabulary, rows: Sequence[tuple[int, int | None, str | None, bool]]) -> None:
        super().__init__()
        self._concepts, self._ids, self._rows = vocabulary.concepts, [*vocabulary.concepts], rows

    def __missing__(self, number: int) -> Sense:
        place, use, exact, third_person = self._rows[number]
        concept = self._concepts[self._ids[place]]
        sense = Sense(concept, None if use is None else concept.ambiguous[use], exact, third_person)
        return self.setdefault(number, sense)


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
