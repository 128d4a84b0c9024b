"""Letters that went through the wrong encoding on their way, put right where only one reading is possible.

Scraped and mailed resumes are full of them: ``â€™`` or ``鈥檚`` stands for an apostrophe. A text that is right
is never changed: each sign must decode to what it came from, and stand where right text cannot have it.
"""

# ruff: noqa: RUF001, RUF002 - signs that look alike are what this module is about

import re
from collections.abc import Callable
from html import unescape
from html.entities import name2codepoint

MAX_ROUNDS = 3
"""How often a text may have been encoded over again; twice is met now and then."""

# The bytes of UTF-8 as Windows-1252 or Latin-1 show them: a first byte, then those that continue it.
_GOES_ON = r"[\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2122]"
# First bytes of Latin and Greek letters, of punctuation, ligatures and emoji: others begin no sign of a resume.
_WINDOWS = re.compile(rf"[ÂÃÄÅÆËÎÏ]{_GOES_ON}|[âï]{_GOES_ON}{{2}}|ðŸ{_GOES_ON}{{2}}")
# A capital letter may well end a word before one of these; with one of them it proves nothing.
_WINDOWS_DOUBTFUL = re.compile(r"[ÂÃÄÅÆËÎÏ][\u00a0\u00ad\u2013-\u203a]$")
# The last byte of a closing quote is none of Windows-1252, and many programs drop it.
_WINDOWS_CUT = re.compile("â€(?=[\\s,.;:?!)]|$)")
_MACINTOSH = re.compile(r"‚[^\x00-\x7f]{2}|[¬√][^\x00-\x7f\u2018-\u201d]")
_MACINTOSH_DOUBTFUL = re.compile(r"[¬√][π∞∑∫∆Ω√†\u00a0]")
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_CHINESE_CUT = re.compile(r"鈥[?\ufffd]?")
_STANDS_AT_ITS_WORD = re.compile(r"[A-Za-z\d.)]")

_LATIN_AND_SIGNS = {"amp", "lt", "gt", "quot", "le", "ge", "ne", "asymp", "Omega", "bull", "hellip", "trade"} | {
    name
    for name, code in name2codepoint.items()
    if (0xA0 <= code < 0x100 or 0x2000 <= code < 0x2060) and name not in {"not", "para", "uml", "macr", "shy"}
}
_ENTITY = re.compile(
    rf"&(?:{'|'.join(sorted(_LATIN_AND_SIGNS))}|apos|#[23]\d|#1[2-9]\d|#2\d\d|#8\d\d\d|#x[0-9A-Fa-f]{{2,4}});"
)


def repair(text: str) -> str:
    r"""Give back the letters of a text that was decoded wrongly, once or several times.

    UTF-8 read as Windows-1252, Latin-1, Macintosh or Chinese (GBK) is known by runs of signs that decode again.
    Runs that right text may have as well are changed only where others prove the mistake.

    Parameters
    ----------
    text : str
        Decoded text.

    Returns
    -------
    str
        The same text where nothing is certain.

    Examples
    --------
    >>> repair("â€œClass Aâ€\x9d shop, Â±.0005")
    '“Class A” shop, ±.0005'
    >>> repair("I鈥檓 a welder, São Paulo")
    'I’m a welder, São Paulo'
    """
    for _ in range(MAX_ROUNDS):
        if text.isascii():
            return text
        before = text
        for mend in (_from_macintosh, _from_windows, _from_chinese):
            text = mend(text)
        if text == before:
            return text
    return text


def without_entities(text: str) -> str:
    """Decode the entities of web pages that were left in a plain text.

    Only names of Latin letters and usual signs count: ``&die;`` and ``&part;`` are entities too, and words.

    Parameters
    ----------
    text : str
        Plain text, not the source of a web page.

    Returns
    -------
    str
        Text with ``&`` for ``&amp;``, also where that was done twice.

    Examples
    --------
    >>> without_entities("R&amp;amp;D, &plusmn;.0005 &#177; tool&die; AT&T;")
    'R&D, ±.0005 ± tool&die; AT&T;'
    """
    for _ in range(2):
        if "&" not in text:
            return text
        text = _ENTITY.sub(lambda match: unescape(match[0]), text)
    return text


def _from_windows(text: str) -> str:
    runs = set(_WINDOWS.findall(text))
    repaired = {run: _decoded(run, _windows_bytes) for run in runs}
    proofs = {run for run, sign in repaired.items() if sign and not _WINDOWS_DOUBTFUL.match(run)}
    if not proofs:
        return text
    text = _WINDOWS.sub(lambda match: repaired.get(match[0]) or match[0], text)
    return _WINDOWS_CUT.sub("”", text)


def _windows_bytes(text: str) -> bytes:
    """Encode as Windows-1252, with the five places it leaves empty standing for themselves."""
    return b"".join(sign.encode("latin-1" if "\x80" <= sign <= "\x9f" else "cp1252") for sign in text)


def _from_macintosh(text: str) -> str:
    runs = set(_MACINTOSH.findall(text))
    repaired = {run: _decoded(run, lambda signs: signs.encode("mac-roman")) for run in runs}
    if not any(sign and not _MACINTOSH_DOUBTFUL.match(run) for run, sign in repaired.items()):
        return text
    return _MACINTOSH.sub(lambda match: repaired.get(match[0]) or match[0], text)


def _decoded(run: str, encode: Callable[[str], bytes]) -> str | None:
    """What a run of signs was before; None where it is no UTF-8."""
    try:
        return encode(run).decode("utf-8")
    except UnicodeError:
        return None


def _from_chinese(text: str) -> str:
    """Two bytes of UTF-8 make one Chinese sign, so the letter after an apostrophe is often part of it."""
    runs = list(_CHINESE.finditer(text))
    if not runs:
        return text
    repaired = {run[0]: _from_chinese_run(run[0]) for run in runs}
    proven = "鈥" in text
    stand_well = all(_touches_a_word(text, run) for run in runs)
    if None in repaired.values() or not (proven or stand_well):
        return text
    text = _CHINESE.sub(lambda match: repaired[match[0]] or match[0], text)
    return _CHINESE_CUT.sub(_lost_sign, text)


def _from_chinese_run(run: str) -> str | None:
    """The letters of one run; a last 鈥 is kept, for its third byte is lost or stands in the next sign."""
    tail = "鈥" if run.endswith("鈥") else ""
    decoded = _decoded(run.removesuffix("鈥"), lambda signs: signs.encode("gbk"))
    return None if decoded is None else decoded + tail


def _touches_a_word(text: str, run: re.Match[str]) -> bool:
    around = text[max(0, run.start() - 1) : run.start()] + text[run.end() : run.end() + 1]
    return len(run[0]) == 1 and bool(_STANDS_AT_ITS_WORD.search(around))


def _lost_sign(match: re.Match[str]) -> str:
    """The mark whose last byte is lost, by where it stands: a bullet, dash, closing quote or apostrophe."""
    line = match.string[match.string.rfind("\n", 0, match.start()) + 1 : match.start()]
    after = match.string[match.end() : match.end() + 1]
    # The byte that followed was a space, and some programs took it along.
    stands_apart = not line or line[-1].isspace()
    space = " " if after.isalpha() or (after.isdigit() and stands_apart) else ""
    if not line.strip():
        return f"•{space}"
    if stands_apart or line[-1].isdigit():
        return f"–{space}"
    if line.count("“") > line.count("”"):
        return f"”{space}"
    return f"’{space}"
