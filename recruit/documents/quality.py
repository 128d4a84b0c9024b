"""How well a text was read: findings with a hint each, and the verdict they add up to."""

import re
from collections import Counter
from collections.abc import Sequence

from recruit.vocabulary.shapes import Finding, Verdict

SHORT_TEXT_WORDS = 40
"""A resume or posting with fewer words says too little to match; the shortest real ones seen have about 60."""
MAX_REPLACEMENT_SHARE = 0.005
MAX_SINGLE_LETTER_SHARE = 0.4
MIN_LETTER_SHARE = 0.35
MIN_VOWEL_SHARE = 0.2
"""Of Latin letters. English texts have 0.35 to 0.42, lists full of initials 0.28 and more; with every letter moved
by the same distance, as by a font that does not say which letters it draws, mostly under 0.2."""
MIN_COMMON_SHARE = 0.48
"""Of Latin letters in a longer text: a, e, i, n, o, r, s and t make up 0.58 and more of real ones, and about 0.42
where letters were exchanged for others at random."""
MIN_LETTERS_TO_JUDGE = 60
MIN_LETTERS_OF_A_LONGER_TEXT = 200

_POOR = frozenset({"very_short_text", "letters_apart", "unreadable_letters", "replacement_characters"})
_VOWELS = frozenset("aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýąęěůűőœ")
_COMMON = frozenset("aeinorst") | _VOWELS - frozenset("uy")
_WORD = re.compile(r"\w+")


def is_gibberish(text: str) -> bool:
    """Whether characters spell nothing, as those of a font that does not say which letters it draws.

    Parameters
    ----------
    text : str
        A page or a document. One with few letters is not judged.

    Returns
    -------
    bool
        True when signs outnumber letters, or Latin letters are not those that languages use most.

    Examples
    --------
    >>> is_gibberish("Set up and ran Okuma lathes, held .0005 on bearing journals. " * 3)
    False
    >>> is_gibberish("Vhw xs dqg udq Rnxpd odwkhv, khog .0005 rq ehdulqj mrxuqdov. " * 3)
    True
    """
    count_by_sign = Counter(text.lower())
    marks = {sign: count for sign, count in count_by_sign.items() if not sign.isspace()}
    total = sum(marks.values())
    if total < MIN_LETTERS_TO_JUDGE:
        return False
    known = {sign: count for sign, count in marks.items() if sign.isalnum()}
    if sum(known.values()) < MIN_LETTER_SHARE * total:
        return True
    latin = {sign: count for sign, count in known.items() if sign.isalpha() and sign < "\u0250"}
    letters = sum(latin.values())
    if letters < MIN_LETTERS_TO_JUDGE:
        return False
    vowels = sum(count for sign, count in latin.items() if sign in _VOWELS)
    common = sum(count for sign, count in latin.items() if sign in _COMMON)
    is_longer = letters >= MIN_LETTERS_OF_A_LONGER_TEXT
    return vowels < MIN_VOWEL_SHARE * letters or (is_longer and common < MIN_COMMON_SHARE * letters)


def findings_of(text: str, otherwise: str = "save it as PDF or DOCX, and upload that") -> tuple[Finding, ...]:
    """What the text as a whole shows about its reading.

    Parameters
    ----------
    text : str
        The document's clean text.
    otherwise : str, default "save it as PDF or DOCX, and upload that"
        What a person does whose file says more than was found; it depends on the kind of file.

    Returns
    -------
    tuple of Finding
        None of them names a page. Empty when all is well.

    Examples
    --------
    >>> [finding.code for finding in findings_of("Welder")]
    ['very_short_text']
    """
    words = _WORD.findall(text)
    findings = []
    if len(words) < SHORT_TEXT_WORDS:
        hint = (
            f"{_few(len(words))} found, too few to match by. "
            f"If the file shows more when you open it, {otherwise}. If that is all it says, add to it."
        )
        findings.append(Finding(code="very_short_text", hint=hint))
    if text.count("\ufffd") > MAX_REPLACEMENT_SHARE * len(text):
        hint = "Some letters could not be read and show as \ufffd. Save the file again as UTF-8 text, PDF or DOCX."
        findings.append(Finding(code="replacement_characters", hint=hint))
    letters = sum(len(word) == 1 and word.isalpha() for word in words)
    if len(words) >= SHORT_TEXT_WORDS and letters > MAX_SINGLE_LETTER_SHARE * len(words):
        hint = "Words came out as single letters. Save the file again without wide letter spacing, or as DOCX."
        findings.append(Finding(code="letters_apart", hint=hint))
    return tuple(findings)


def _few(count: int) -> str:
    return "Only one word was" if count == 1 else f"Only {count} words were" if count else "No words were"


def verdict_of(findings: Sequence[Finding]) -> Verdict:
    """The verdict that findings add up to.

    Parameters
    ----------
    findings : sequence of Finding
        All findings of one document.

    Returns
    -------
    Verdict
        GOOD without findings, POOR when words are missing or wrong throughout, else USABLE. Never UNREADABLE: a
        document of which nothing can be used is refused instead.

    Examples
    --------
    >>> verdict_of([]).value
    'good'
    """
    if any(finding.code in _POOR and finding.page is None for finding in findings):
        return Verdict.POOR
    return Verdict.USABLE if findings else Verdict.GOOD
