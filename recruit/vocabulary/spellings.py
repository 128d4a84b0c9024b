"""How a name is written: the words it is made of, its plural, its verb forms, its hyphens.

A text and an alias are cut into words by the same rule, so that a name is found however it is spaced, hyphenated,
capitalised or escaped, and never inside a longer word.
"""

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache

Key = tuple[str, ...]

#: A sign that nobody sees inside a word, as it comes with texts from the web: it parts nothing.
UNSEEN = "\u200b"
UNSEEN_SIGNS = "\u200b\u200c\u200d\u2060\ufeff"
# Everything here keeps its length, so that an offset in the plain form is an offset in the text.
PLAIN = str.maketrans(
    {
        **{chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)},  # letters of East Asian fonts
        **dict.fromkeys("\u2018\u2019\u201a\u2032\u02bc\u0060\u00b4", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\u3000" + UNSEEN_SIGNS, " "),
        "\u2044": "/",
        "\u03bc": "\u00b5",
        "\u00ad": "-",
    }
)
UNPLAIN = re.compile("[" + re.escape("".join(map(chr, PLAIN))) + "]")

# The commonest first: most of a text is words of nothing but letters, and spaces.
WORD = re.compile(
    r"""
    [^\W_]++(?![.'\u200b])                          # a word that goes on in no other way
    | \s+
    | &(?:amp|nbsp|lt|gt|quot|apos|plusmn|micro|deg|\#\d+);   # an HTML entity is one sign
    | [^\W\d_]\.(?:[^\W\d_]\.)+(?!\w)              # initials: U.S.  A.A.S.
    | [^\W_]+(?:(?<=\d)\.\d+)*[^\W_]*(?:\u200b[^\W_]+)*(?:'[^\W\d_]+)*    # D1.1, 31i, machinist's
    | \.\d+                                         # .0005
    | .
    """,
    re.VERBOSE | re.DOTALL,
)

NORMS = {
    "&": "and",
    "&amp;": "and",
    "&nbsp;": " ",
    "&#39;": "'",
    "&quot;": '"',
    "&plusmn;": "±",
    "&lt;": "<",
    "&gt;": ">",
}

UNJOINED = frozenset({"and", "or", "of", "to", "the", "for", "with", "on", "in", "a", "by", "from"})
LONGEST_FREE_JOIN = 3
LETTERS_THEN_DIGITS = re.compile(r"([a-z]{2,})(\d[\da-z.]*)$")
DIGITS_THEN_LETTERS = re.compile(r"(\d+)([a-z]{2,})$")


def plain_of(text: str) -> str:
    r"""A text with plain quotes, dashes and spaces.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        Of the same length.

    Examples
    --------
    >>> plain_of("\u201cGo\u201d \u2013 3\u2033")
    '"Go" - 3"'
    """
    # Ten times as fast as `str.translate`, which looks up every sign of a text that is not all ASCII.
    return UNPLAIN.sub(plain_sign, text)


def plain_sign(sign: re.Match[str]) -> str:
    """What stands for one sign in the plain form; what nobody sees parts nothing inside a word."""
    text, start, end = sign.string, *sign.span()
    if sign[0] in UNSEEN_SIGNS and text[start - 1 : start].isalnum() and text[end : end + 1].isalnum():
        return UNSEEN
    return str(PLAIN[ord(sign[0])])


def lower_of(text: str) -> str:
    """A text in lower case.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        Of the same length: the few capitals that would become two signs, like the Turkish dotted I, stay.

    Examples
    --------
    >>> lower_of("TIG \u0130")
    'tig \u0130'
    """
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)


@lru_cache(maxsize=16384)  # a text says most of its words again, and so does the next
def norm_of(word: str) -> str:
    """One word as it is compared: lower case, no possessive, no dots between initials.

    Parameters
    ----------
    word : str
        A match of `WORD`, not empty.

    Returns
    -------
    str
        What two spellings of the same word have in common.

    Examples
    --------
    >>> norm_of("Machinist's"), norm_of("G.D."), norm_of("&amp;")
    ('machinist', 'gd', 'and')
    """
    known = NORMS.get(word)
    if known is not None:
        return known
    word = word.lower().replace(UNSEEN, "")
    if word.endswith("'s") and word[:-2].isalpha():
        return word[:-2]
    if word[-1] == "." and len(word) > 1:
        return word.replace(".", "")
    return word


@lru_cache(maxsize=32768)  # the loader and the matcher ask for the same names
def key_of(name: str) -> Key:
    """The words of a name as they are compared; a hyphen counts as no more than a space.

    Parameters
    ----------
    name : str
        A name as people write it.

    Returns
    -------
    tuple of str
        Its words; signs other than the hyphen are words of their own.

    Examples
    --------
    >>> key_of("PC-DMIS"), key_of("GD&amp;T"), key_of("17-4PH")
    (('pc', 'dmis'), ('gd', 'and', 't'), ('17', '4ph'))
    """
    words = WORD.findall(plain_of(name))
    return tuple(norm_of(word) for word in words if word != "-" and not word.isspace())


def spellings(key: Key) -> Iterator[Key]:
    """Every way the words of one name are run together or taken apart, the given one first.

    Parameters
    ----------
    key : tuple of str
        The words of a name, from `key_of`.

    Yields
    ------
    tuple of str
        The same name in other words, each once.

    Examples
    --------
    >>> sorted(spellings(("vf2",)))
    [('vf', '2'), ('vf2',)]
    >>> sorted(spellings(("set", "up")))
    [('set', 'up'), ('setup',)]
    """
    seen = {key}
    yield key
    for parts in list(apart(key)):
        if parts not in seen:
            seen.add(parts)
            yield parts
    for joined in together(key):
        if joined not in seen:
            seen.add(joined)
            yield joined


def apart(key: Key) -> Iterator[Key]:
    """The name with letters and digits parted where people put a hyphen: "SR20", "17-4PH"."""
    for place, word in enumerate(key):
        parted = LETTERS_THEN_DIGITS.match(word) or DIGITS_THEN_LETTERS.match(word)
        if parted:
            yield (*key[:place], *parted.groups(), *key[place + 1 :])


def together(key: Key) -> Iterator[Key]:
    """The name with neighbouring words run together; in a long name only two at a time."""
    if len(key) > 1 and all(can_join(one, two) for one, two in itertools.pairwise(key)):
        yield ("".join(key),)
    if len(key) in range(LONGEST_FREE_JOIN, LONGEST_FREE_JOIN + 2):
        for place in range(len(key) - 1):
            if can_join(key[place], key[place + 1]):
                yield (*key[:place], key[place] + key[place + 1], *key[place + 2 :])


def can_join(one: str, two: str) -> bool:
    """Whether two words are ever written as one: not around "and", not around a sign."""
    return one.isalnum() and two.isalnum() and one not in UNJOINED and two not in UNJOINED


def plural(key: Key) -> Key | None:
    """The name with its last word in the plural.

    Parameters
    ----------
    key : tuple of str
        The words of a name, from `key_of`.

    Returns
    -------
    tuple of str or None
        None where there is none to form: it is one already, ends in a number, or is a single word in -ing.

    Examples
    --------
    >>> plural(("drill", "press")), plural(("gages",))
    (('drill', 'presses'), None)
    """
    word = key[-1]
    if not word[-1].isalpha() or (word.endswith("ing") and len(key) == 1):
        return None
    if word[-1] == "s" and not word.endswith("ss"):
        return None
    if word.endswith(("ss", "x", "z", "ch", "sh")):
        ending = word + "es"
    elif word[-1] == "y" and word[-2:-1] not in ("", *"aeiou"):
        ending = word[:-1] + "ies"
    elif word.endswith("man"):
        ending = word[:-2] + "en"
    else:
        ending = word + "s"
    return (*key[:-1], ending)


VOWELS = frozenset("aeiou")
IRREGULAR = {
    "bend": ("bent",),
    "build": ("built",),
    "cast": ("cast",),
    "cut": ("cut",),
    "draw": ("drew", "drawn"),
    "feed": ("fed",),
    "grind": ("ground",),
    "hold": ("held",),
    "lay": ("laid",),
    "run": ("ran",),
    "set": ("set",),
    "spin": ("spun",),
    "split": ("split",),
    "weave": ("wove", "woven"),
    "wind": ("wound",),
    "write": ("wrote", "written"),
}
# "Ground" is a noun and an adjective everywhere else; the past of grinding is read as "grinding" elsewhere.
UNREAD = frozenset({"ground"})


def verb_forms(verb: str) -> tuple[str, ...]:
    """A verb as it stands in sentences; of a phrase the first word is bent.

    Parameters
    ----------
    verb : str
        Base form: "mill", "set up".

    Returns
    -------
    tuple of str
        Base, third person, past and -ing forms.

    Examples
    --------
    >>> verb_forms("tram")
    ('tram', 'trams', 'trammed', 'tramming')
    >>> verb_forms("set up")
    ('set up', 'sets up', 'setting up')
    """
    first, *rest = verb.split(" ")
    stem = doubled(first)
    third = first + ("es" if first.endswith(("s", "x", "z", "ch", "sh")) else "s")
    past, going = stem + "ed", stem + "ing"
    if first.endswith("e") and not first.endswith("ee"):
        past, going = first + "d", first[:-1] + "ing"
    elif first.endswith("y") and first[-2] not in VOWELS:
        past, third = first[:-1] + "ied", first[:-1] + "ies"
    pasts = tuple(form for form in IRREGULAR.get(first, (past,)) if form not in UNREAD)
    forms = dict.fromkeys((first, third, *pasts, going))
    return tuple(" ".join((form, *rest)) for form in forms)


def doubled(verb: str) -> str:
    """The stem before -ed and -ing: "tram" gives "tramm", "weld" and "hone" stay."""
    ends_short = len(verb) > 2 and verb[-1] not in "aeiouwxy" and verb[-2] in VOWELS and verb[-3] not in VOWELS
    one_beat = sum(a not in VOWELS and b in VOWELS for a, b in zip("." + verb, verb, strict=False)) == 1
    return verb + verb[-1] if ends_short and (one_beat or verb.endswith("gram")) else verb
