"""Old one-byte encodings told apart by where their signs stand: an apostrophe in a word, a bullet at a line."""

# ruff: noqa: RUF001, RUF002 - signs that look alike are what this module is about

import re
from itertools import islice

from charset_normalizer import from_bytes

BETTER_BY = 0.05
"""How much more of its signs must stand well before another encoding is taken than that of Windows."""
SURELY_FITTING = 0.97
FOREIGN_SHARE = 0.08
"""Share of bytes above 127 from which a text may be written in another script: Cyrillic, Greek, Asian ones."""
MOSTLY_FOREIGN_SHARE = 0.13
"""More than any language of Western Europe has; Czech has 0.15."""
FEWEST_FOREIGN_BYTES = 35
FEWEST_FOREIGN_WORDS = 3
WELL_FITTING = 0.6
"""Share of signs that stand well, under which no encoding of Latin letters fits."""
LINES_TO_JUDGE = 100
BYTES_TO_GUESS_FROM = 4096

# The likeliest first: the Windows of Western and of Central Europe, the old Macintosh, Unix, DOS.
_LATIN = ("cp1252", "mac-roman", "cp1250", "iso8859-2", "cp437")
_LINE_ABOVE_ASCII = re.compile(rb"^.{0,200}?[\x80-\xff].{0,200}", re.MULTILINE)
_RUN_ABOVE_ASCII = re.compile(rb"[\x80-\xff]{4,}")
_ABOVE_ASCII = re.compile("[^\x00-\x7f]")
_WINDOWS_GAPS = frozenset({0x81, 0x8D, 0x8F, 0x90, 0x9D})
_WINDOWS_LETTERS = {code: bytes([code]).decode("cp1252") for code in {*range(0x80, 0xA0)} - _WINDOWS_GAPS}

_OPENING = frozenset("“‘„«¡¿")
_CLOSING = frozenset("”»’")
_BULLETS = frozenset("•·∙■►▪●")
_BEFORE_NUMBERS = frozenset("±≤≥Ø£€÷×≈")
_AFTER_NUMBERS = frozenset("°½¼¾²³¢")


def decode_single_byte(content: bytes) -> str:
    """Decode a text that is neither UTF-8 nor UTF-16 by the encoding whose signs stand best.

    Parameters
    ----------
    content : bytes
        The file, with at least one byte above 127.

    Returns
    -------
    str
        Every byte is some letter; whether it is a text at all is for the caller to judge.

    Examples
    --------
    >>> decode_single_byte("don’t, 45° ±.0005".encode("mac-roman"))
    'don’t, 45° ±.0005'
    """
    lines = (line[0] for line in _LINE_ABOVE_ASCII.finditer(content))
    sample = b"\n".join(islice(lines, LINES_TO_JUDGE))
    encoding, fit = _best_latin(sample)
    if _is_foreign(sample, fit):
        found = from_bytes(_beginning(content)).best()
        if found is not None:
            return content.decode(found.encoding, errors="replace")
    return _decoded(content, encoding)


def fit_of(text: str) -> float:
    """Share of the signs outside ASCII that stand where people put them, 1.0 where there are none.

    Parameters
    ----------
    text : str
        A text as one encoding shows it.

    Returns
    -------
    float
        In [0, 1].

    Examples
    --------
    >>> fit_of("don’t"), fit_of("donÕt")
    (1.0, 0.0)
    """
    places = [match.start() for match in _ABOVE_ASCII.finditer(text)]
    padded = f"\n{text}\n\n"
    well = sum(_stands_well(padded[place], padded[place + 1], padded[place + 2]) for place in places)
    return well / len(places) if places else 1.0


def _best_latin(sample: bytes) -> tuple[str, float]:
    encoding = _LATIN[0]
    fit = fit_of(_decoded(sample, encoding))
    if fit >= SURELY_FITTING:
        return encoding, fit
    others = {other: fit_of(_decoded(sample, other)) for other in _LATIN[1:]}
    best = max(others, key=lambda other: others[other])
    return (best, others[best]) if others[best] >= fit + BETTER_BY else (encoding, fit)


def _beginning(content: bytes) -> bytes:
    """Some lines from the first that is not ASCII, cut between lines where there are several."""
    first = _LINE_ABOVE_ASCII.search(content)
    lines = content[first.start() if first else 0 :][:BYTES_TO_GUESS_FROM]
    return lines if len(lines) < BYTES_TO_GUESS_FROM else lines[: lines.rfind(b"\n") + 1] or lines


def _decoded(content: bytes, encoding: str) -> str:
    if encoding != _LATIN[0]:
        return content.decode(encoding, errors="replace")
    # The places that Windows leaves empty stand for themselves: UTF-8 shown as Windows-1252 has them.
    return content.decode("latin-1").translate(_WINDOWS_LETTERS)


def _is_foreign(sample: bytes, fit: float) -> bool:
    above_ascii = sum(byte > 127 for byte in sample)
    if above_ascii < FOREIGN_SHARE * len(sample):
        return False
    if above_ascii > max(FEWEST_FOREIGN_BYTES, MOSTLY_FOREIGN_SHARE * len(sample)):
        return True
    # A line drawn in DOS is a long run too, of one sign.
    words = [run for run in _RUN_ABOVE_ASCII.findall(sample) if len(set(run)) > 2]
    return len(words) >= FEWEST_FOREIGN_WORDS or fit < WELL_FITTING


def _stands_well(before: str, sign: str, after: str) -> bool:
    if sign.isalpha() and sign not in "µªº":
        return _letter_stands_well(before, sign, after)
    if sign in _CLOSING and not before.isspace():
        return not after.isalnum() or (sign == "’" and before.isalpha())
    if sign in _OPENING:
        return not before.isalnum() and not after.isspace()
    if sign in _BULLETS:
        return before == "\n" or (before.isspace() and after.isspace())
    return _mark_stands_well(before, sign, after)


def _letter_stands_well(before: str, sign: str, after: str) -> bool:
    if not before.isalpha() and not after.isalpha():
        return sign in "àéêóòèyí"
    if sign.islower():
        # A small letter hardly begins a line; a bullet does, with or without a space behind it.
        return before != "\n" and not after.isupper() and not (before.isupper() and after.isupper())
    return not before.islower() and not (before.isupper() and after.islower())


def _mark_stands_well(before: str, sign: str, after: str) -> bool:
    if "\u2500" <= sign <= "\u259f":
        return any("\u2500" <= one <= "\u259f" for one in (before, after)) or (
            before.isspace() and after.isspace()
        )
    if sign in "–—":
        return before.isspace() or before.isspace() == after.isspace() or before.isdigit()
    if sign in _BEFORE_NUMBERS:
        return after.isdigit() or after in ". "
    if sign in _AFTER_NUMBERS:
        return before.isdigit() or (before.isspace() and not after.isalpha()) or before == "m"
    if sign == "µ":
        return after in "mi" or after.isspace()
    if sign == "\xa0":
        return not (before.isalpha() and after.islower())
    return (sign in "®™…" and not before.isspace()) or (sign in "©§" and not after.isalpha())
