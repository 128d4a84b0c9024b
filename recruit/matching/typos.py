"""Long words of the trade with one slip of the keyboard in them: "Mastrecam", "micrometrs", "machinining".

Only words of nine letters and more are put right, and only where a single word of the vocabulary is meant. Shorter
words have neighbours that are words of their own: "welding" and "wedding", "milling" and "filling". The s of
several machines of one model, "VF-2s", is taken off at any length.
"""

import re
from collections.abc import Callable, Iterable

SHORTEST = 9
END_LETTERS = 4
# Everyday words that are one slip from a word of the trade, a maker or a name run together: "promotion" and
# "Pro-mation", "treadmill" and "threadmill".
NO_SLIP_WORDS = """
    amplifies attesting automaton backlight backslash battering bettering blockages breaching calorimeter
    certifies chiselling clenching collusion commandeer compatibility competing complains completes complicity
    concussions confirming constrains constricted constriction contactor contactors conviction debarring
    deconstruction dedicates deportment depresses determines dispatches dispenses expending factional fattening
    filleting frictional gradation gradations homogenous immaterial indicting instillation instilled instilling
    insulting intensifies intercoms interests invasions lathering littering macroscopic magnifies mastering
    merchandises monarchies motivates multiples multiplies optimizes performing picketing pointless posturing
    practicum practicums precessing preposition pressuring promotion promotions redaction regaining regulates
    rehabbing reinforces represses resurfaces revisions shopfitter shopfitters shopfitting silverware
    spattering splatters stationery stockings stockists stoneware strangers stricture strictures stropping
    suctioning superstar superstars synthesizes tampering topdressing treadmill treadmills vanishing verifiers
"""
NO_SLIPS = frozenset(NO_SLIP_WORDS.split())
VOWELS = frozenset("aeiou")
SEVERAL = re.compile(r"[a-z]{0,4}\d{1,4}s")
A_VOWEL = re.compile("[aeiou]")


class Typos:
    """Finds the word of a vocabulary that a misspelt one stands for.

    Parameters
    ----------
    words_by_letter : function of str to iterable of str
        Gives all words of names that begin with a letter, compared form; others among them do no harm.

    Examples
    --------
    >>> typos = Typos(lambda letter: ["mastercam", "micrometers", "welding"])
    >>> typos.meant("mastrecam"), typos.meant("micrometrs"), typos.meant("wedding")
    ('mastercam', 'micrometers', None)
    >>> Typos(lambda letter: ["vf2"]).meant("vf2s")
    'vf2'
    """

    def __init__(self, words_by_letter: Callable[[str], Iterable[str]]) -> None:
        self._words_by_letter = words_by_letter
        self._known: dict[str, str | None] = {}
        self._by_end: dict[str, dict[tuple[str, str], list[str]]] = {}

    def meant(self, word: str) -> str | None:
        """Find what a word stands for.

        Parameters
        ----------
        word : str
            Compared form, not in the vocabulary.

        Returns
        -------
        str or None
            None where nothing or more than one thing is near; words with the same consonants are one thing.
        """
        if word in self._known:
            return self._known[word]
        if SEVERAL.fullmatch(word):
            self._known[word] = word[:-1] if word[:-1] in {*self._words_by_letter(word[0])} else None
            return self._known[word]
        if len(word) < SHORTEST or not word.isalpha() or word in NO_SLIPS:
            return None
        self._known[word] = self._nearest(word)
        return self._known[word]

    def _nearest(self, word: str) -> str | None:
        by_end = self._by_end_of(word[0])
        meant = {other for end in ends_of(word) for other in by_end.get(end, ()) if is_slip(word, other)}
        consonants = {A_VOWEL.sub("", other) for other in meant}
        return min(meant) if len(consonants) == 1 else None  # the British "micrometres" is no other thing

    def _by_end_of(self, letter: str) -> dict[tuple[str, str], list[str]]:
        """Long words of one first letter by their beginning and by their end: one slip leaves one as it is."""
        if letter not in self._by_end:
            by_end: dict[tuple[str, str], list[str]] = {}
            for word in self._words_by_letter(letter):
                if len(word) >= SHORTEST and word.isalpha():
                    for end in ends_of(word):
                        by_end.setdefault(end, []).append(word)
            self._by_end[letter] = by_end
        return self._by_end[letter]


def ends_of(word: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """The first letters of a word, and its first one with its last ones; the first is seldom wrong."""
    return (word[:END_LETTERS], ""), (word[0], word[-END_LETTERS:])


def is_slip(word: str, other: str) -> bool:
    """Whether a word is another one with a slip: a letter left out, typed twice, or two changed, or a wrong vowel.

    Any other letter more or another one often makes a word of its own: "stimulation", "bartender".
    """
    pairs = zip(word, other, strict=False)
    place = next((n for n, (one, two) in enumerate(pairs) if one != two), min(len(word), len(other)))
    rest, wanted = word[place:], other[place:]
    if rest == wanted[1:]:
        return rest != ""  # an ending that is left out makes another form
    if rest[1:] == wanted:
        return rest[:1] == word[place - 1]
    if rest[1:] == wanted[1:]:
        return rest[0] in VOWELS and wanted[0] in VOWELS
    return rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:]
