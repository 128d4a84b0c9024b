"""Raw text to clean text: one form of every character, nothing of the trade's spelling lost.

Compatibility forms are not folded (NFC, never NFKC): ``µ``, ``½``, ``²``, ``Ø`` and curly inch marks have
meaning.
"""

import re
import unicodedata

LINE_END = "\n"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
_SPACES = dict.fromkeys(
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
)
_INVISIBLE = dict.fromkeys(
    "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff", ""
)
_LINE_ENDS = dict.fromkeys("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n")

# Word writes signs of the fonts Symbol and Wingdings at U+F000 plus their place in the font.
SYMBOLS = {
    "\uf0b1": "±", "\uf0b0": "°", "\uf06d": "µ", "\uf0b4": "\u00d7", "\uf0a3": "≤", "\uf0b3": "≥", "\uf0c6": "Ø",
    "\uf066": "φ", "\uf057": "Ω", "\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\uf0fc": "•", "\uf076": "•",
    "\uf06e": "•", "\uf071": "•", "\uf0a8": "•", "\uf02d": "-",
}  # fmt: skip
_CHARACTERS = str.maketrans(_LIGATURES | _SPACES | _INVISIBLE | _LINE_ENDS | SYMBOLS)
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ue000-\uf8ff\U000f0000-\U0010ffff]"
)
# Most texts have no other characters than these.
_PLAIN = re.compile(r"[\t\n -~]*")
_WIDE_SPACE = re.compile(r" {3,}| *\t[ \t]*")
# A row of a table that begins with a date has its columns two spaces apart, if not more.
_DATED_ROW = re.compile(
    r"^ *(?:\d{1,2}/(?:\d{1,2}/)?\d{2,4}|(?:19|20)\d\d|[A-Z][a-z]{2,8}\.? (?:19|20)\d\d)\b.*\S  \S.*$",
    re.MULTILINE,
)
_COLUMN_GAP = re.compile(r"(?<=[^\s.;:!?])  (?=[A-Z\d])")
_BLANK_LINES = re.compile(r"\n{3,}")
_HYPHEN_AT_END = re.compile(r"[-\u2010][\n\u00ad]")
_BROKEN_WORD = re.compile(
    r"(?<![\w-])((?:[^\W\d_]+-)*)([^\W\d_]{2,})([-\u2010])([\n\u00ad])"
    r"([a-z\u00df-\u00f6\u00f8-\u00ff]{2,}[^\s]*)[ \t]?"
)
# A code of capitals goes on with capitals or figures (PC-DMIS, VF-2), a figure with what it counts (5-axis).
_BROKEN_CODE = re.compile(
    r"(?<![\w-])(?:([A-Z][A-Z\d]{1,4})([-\u2010])([\n\u00ad])([A-Z]{2,}[^\s]*|[A-Z]?\d[^\s]*)"
    r"|(\d[\d./]*)([-\u2010])([\n\u00ad])([a-z]{2,}[^\s]*))[ \t]?"
)
_SOFT_BREAK = re.compile(r"\u00ad\n(\S+)[ \t]?")

# First parts that the trade joins with a hyphen: set-up, five-axis, self-taught. Their own endings are told apart
# (set-ting), and parts that more often begin a plain word (in-spection) are listed with what follows.
_KEEPS_HYPHEN = frozenset(
    """
    set off hands non self well high low cross cold hot multi semi one two three four five six full part hard long
    short first second third left right follow break tear clean start pick close heavy light fast quick hand water
    ball deep free ready step tool press laser shop year day job
    """.split()  # noqa: SIM905 - one word per quote would fill a page
)
_KEEPS_HYPHEN_WITH = re.compile(
    r"in-(?:house|process|line|person|depth|feed)|on-(?:site|time|call|the|hand)|re-(?:cut|work|test|tool|grind|sharp)"
    r"|co-(?:op|work)|pre-(?:set|production|heat|hard)|post-(?:process|heat|weld)|sub-(?:spindle|assembl|plate)|wire-(?:edm|feed)"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty-(?:one|two|three|four|five|six|seven|eight|nine)"
    r"|(?!(?:with|through|lay|hand)-)[a-z]{3,}-(?:out|up|off|down)$"
    r"|(?:air|gas|oil)-[a-z]{2,}(?:ed|en)$|(?:and|by|of|the|to)-"
)
_CODE_CHARACTERS = 5
"""Most letters of a code in capitals: GMAW-pulse, CNC-machined. A longer word may be broken like any other."""
_BEGINS_WORDS = frozenset(
    """
    any every for here how into not off out over some there through under up what when where with
    """.split()  # noqa: SIM905 - as above
)
_ENDING = re.compile(r"(?:[a-z]?ing|[a-z]?ed|[a-z]?er|est|ly|ness|ment|able|less|ful|es)(?:s|ly)?$")


def clean(text: str) -> str:
    r"""Bring text to one form: NFC, ``\n`` line ends, no control characters, words broken at line ends joined.

    Ligatures are expanded, soft hyphens dropped, signs of symbol fonts named. A tab stands between the cells of a
    row or the parts of a line set apart; three or more spaces become one, two where the line begins with a date.
    Lines lose spaces at both ends, and more than one blank line in a row becomes one.

    Parameters
    ----------
    text : str
        Text as a reader found it.

    Returns
    -------
    str
        Clean text, without blank lines at its ends.

    Examples
    --------
    >>> clean("Pro\u00adfile:\r\nmicro-\r\nmeter ±.0005 \ufb01t")
    'Profile:\nmicrometer\n±.0005 fit'
    >>> clean("Haas VF-2      6 years")
    'Haas VF-2\t6 years'
    """
    text = _DATED_ROW.sub(lambda row: _COLUMN_GAP.sub("\t", row[0]), normalized(text))
    text = "\n".join(line.strip() for line in _WIDE_SPACE.sub("\t", text).replace("  ", " ").split("\n"))
    text = join_broken_words(_SOFT_BREAK.sub(r"\1\n", text)).replace("\u00ad", "")
    return _BLANK_LINES.sub("\n\n", text).strip()


def normalized(text: str) -> str:
    """Bring the characters of a text to one form, and leave its white space and its hyphens alone.

    Parameters
    ----------
    text : str
        Text as a reader found it.

    Returns
    -------
    str
        Text of which ``clean`` takes no sign but white space, hyphens at line ends and soft hyphens.

    Examples
    --------
    >>> normalized("\ufb01ve \uf0b1.001\u00a0in")
    'five ±.001 in'
    """
    if _PLAIN.fullmatch(text):
        return text
    text = text.replace("\r\n", "\n").translate(_CHARACTERS)
    return _UNWANTED.sub("", text if text.isascii() else unicodedata.normalize("NFC", text))


def join_broken_words(text: str) -> str:
    r"""Join words that a hyphen breaks at a line end, where a lower-case letter goes on.

    The hyphen stays where the same word is written with it elsewhere in the text, where both parts are words of
    the text on their own, where its first part is one that the trade joins with a hyphen (``set-up``), and in
    numbers (``twenty-two``). A code in capitals keeps it too, before capitals and figures (``PC-DMIS``). The rest
    of the word moves up to its beginning. A soft hyphen right after the hyphen stands for a line end inside a
    paragraph.

    Parameters
    ----------
    text : str
        Text with ``\n`` line ends and no spaces at them.

    Returns
    -------
    str
        The text with those words whole.

    Examples
    --------
    >>> join_broken_words("inspec-\ntion of parts")
    'inspection\nof parts'
    >>> join_broken_words("mill set-\nup, PC-\nDMIS")
    'mill set-up,\nPC-DMIS\n'
    """
    if not _HYPHEN_AT_END.search(text):
        return text
    written = text.casefold()

    def whole(match: re.Match[str]) -> str:
        chain, head, hyphen, gap, tail = match.groups()
        word = re.match(r"\w+", tail)
        rest = (word[0] if word else tail).casefold()
        kept = hyphen if _keeps_hyphen(head, rest, written) else ""
        return f"{chain}{head}{kept}{tail}{gap if gap == LINE_END else ' '}"

    def whole_code(match: re.Match[str]) -> str:
        head, hyphen, gap, tail = filter(None, match.groups())
        return f"{head}{hyphen}{tail}{gap if gap == LINE_END else ' '}"

    return _BROKEN_CODE.sub(whole_code, _BROKEN_WORD.sub(whole, text))


def _keeps_hyphen(head: str, rest: str, written: str) -> bool:
    """Whether a hyphen at a line end belongs to the word: as the text writes it elsewhere, else as it looks."""
    is_code = head.isupper() and len(head) <= _CODE_CHARACTERS
    head = head.casefold()
    compound = f"{head}-{rest}"
    if compound in written or is_code:
        return True
    if _stands_alone(head + rest, written):
        return False
    if (head in _KEEPS_HYPHEN and not _ENDING.match(rest)) or _KEEPS_HYPHEN_WITH.match(compound):
        return True
    are_words = min(len(head), len(rest)) >= 3 and head not in _BEGINS_WORDS
    return are_words and _stands_alone(head, written) and _stands_alone(rest, written)


def _stands_alone(word: str, written: str) -> bool:
    """Whether a text has a word on its own somewhere, not only as a part of a broken one."""
    return re.search(rf"(?<![\w\u00ad-])(?<!-\n){re.escape(word)}(?![\w-])", written) is not None
