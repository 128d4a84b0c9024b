"""The rules of a page's own style sheets, as a window of a desk shows them. Nothing is imported or fetched."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from recruit.documents import refusals
from recruit.documents.markup.selectors import Specificity, Step, specificity_of, steps_of

WINDOW_PIXELS = 1280.0
"""Width of the window that queries are asked of: a usual one of a desk."""
EM_PIXELS = 16.0
MOST_STEPS = 20_000
"""Parts of selectors that set how text looks. A page with the whole of a large framework in it has some 5,000."""

#: What can hide text or set it apart; other properties are not kept.
PROPERTIES = frozenset(
    """
    display visibility opacity filter font font-size color background background-color background-image
    background-clip -webkit-background-clip -webkit-text-fill-color text-shadow text-indent position left right top
    z-index clip clip-path transform width height max-width max-height overflow overflow-x overflow-y margin-left
    float white-space list-style list-style-type flex-direction animation animation-name transition mso-hide
    content-visibility
    """.split()  # noqa: SIM905 - one word per quote would fill a page
)

Declarations = Mapping[str, str]

# Comments go, and so do the texts of quotes and addresses that could be taken for signs of the sheet.
_OPAQUE = re.compile(
    r"/\*.*?(?:\*/|\Z)|<!--|-->|\"(?:[^\"\\\n]|\\.)*+\"?|'(?:[^'\\\n]|\\.)*+'?|url\(\s*[^)\"'\s]*+\s*\)?",
    re.DOTALL | re.IGNORECASE,
)
_HARMLESS = re.compile(r"[\w ./#:%+~^$*|=-]*")
_SIGN = re.compile(r"[{};]")
_QUERY = re.compile(
    r"(?:(?P<not>not|only)\s+)?(?P<medium>[a-z]+)?\s*(?:and\s+)?(?P<asked>.*)", re.IGNORECASE | re.DOTALL
)
_WIDTH = re.compile(
    r"\(\s*(?P<side>min|max)-(?:device-)?width\s*:\s*(?P<number>\d{1,5}(?:\.\d{1,4})?)(?P<unit>px|r?em)\s*\)"
)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_FONT_SIZE = re.compile(
    r"(?:^|\s)((?:\d*\.)?\d+(?:[a-z]{2,4}|%)|0|(?:xx?-)?(?:small|large)|medium|smaller|larger)(?=[/\s])"
)
_ALIASES = {
    "-webkit-background-clip": "background-clip",
    "-webkit-text-fill-color": "text-fill-color",
    "animation-name": "animation",
    "list-style-type": "list-style",
}
_IMPORTANT = re.compile(r"\s*!\s*important\s*$", re.IGNORECASE)
_SELECTOR = re.compile(r"(?:[^,(\[]|\([^)]*+\)?|\[[^\]]*+\]?)+")
_PSEUDO_ELEMENT = re.compile(r"::?(?:before|after)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rule:
    """What one selector asks for: the plain declarations, and those marked important."""

    steps: tuple[Step, ...]
    specificity: Specificity
    plain: Declarations
    important: Declarations


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """The rules that elements can be matched with, and the declarations of what is drawn beside elements."""

    rules: tuple[Rule, ...]
    drawn_beside: tuple[Declarations, ...]


def style_sheet_of(sources: Sequence[str]) -> StyleSheet:
    """Take the style sheets of a page apart.

    Parameters
    ----------
    sources : sequence of str
        Their texts, in the order of the page. Wrong rules are passed over, as browsers do.

    Returns
    -------
    StyleSheet
        Only what can hide text or set it apart.

    Raises
    ------
    UnreadableDocument
        ``too_large`` for more than ``MOST_STEPS`` parts of selectors.

    Examples
    --------
    >>> (rule,) = style_sheet_of(["p.note { COLOR: White !important; border: 0 } @import 'x.css';"]).rules
    >>> rule.specificity, dict(rule.important)
    ((0, 1, 1), {'color': 'white'})
    """
    rules: list[Rule] = []
    drawn: list[Declarations] = []
    steps_seen = 0
    for source in sources:
        for selectors, body in _blocks(_OPAQUE.sub(_plain_quote, source)):
            plain, important = declarations_of(body)
            if not plain and not important:
                continue
            for selector in _SELECTOR.findall(selectors):
                if _PSEUDO_ELEMENT.search(selector):
                    drawn.append({**plain, **important})
                steps = steps_of(selector)
                if steps is None:
                    continue
                steps_seen += len(steps)
                if steps_seen > MOST_STEPS:
                    raise refusals.too_many_styles()
                rules.append(Rule(steps, specificity_of(steps), plain, important))
    return StyleSheet(tuple(rules), tuple(drawn))


def declarations_of(body: str) -> tuple[Declarations, Declarations]:
    """Read the declarations of a rule or of the attribute ``style``.

    Parameters
    ----------
    body : str
        "color: red; display: none !important".

    Returns
    -------
    tuple of mapping of str to str, twice
        Values in lower case by property, the plain ones and the important ones; of a repeated property the last.
    """
    plain: dict[str, str] = {}
    important: dict[str, str] = {}
    for declaration in body.split(";"):
        name, _, value = declaration.partition(":")
        name = name.strip().lower()
        if name not in PROPERTIES or not value:
            continue
        value = value.strip().lower()
        marked = _IMPORTANT.search(value) if "!" in value else None
        if marked:
            important.update(_longhands(name, value[: marked.start()]))
        else:
            plain.update(_longhands(name, value))
    return plain, important


def _longhands(name: str, value: str) -> Iterator[tuple[str, str]]:
    """The properties that one sets, so that a later one overrides it whichever way both are written."""
    if name == "background":
        has_picture = "url(" in value or "gradient(" in value
        yield from {"background-color": value, "background-image": value if has_picture else "none"}.items()
    elif name == "font":
        size = _FONT_SIZE.search(value)
        yield "font-size", size[1] if size else value
    elif name == "overflow":
        words = value.split() or [""]
        yield from {"overflow-x": words[0], "overflow-y": words[-1]}.items()
    else:
        yield _ALIASES.get(name, name), value


def inline_declarations(style: str) -> tuple[Declarations, Declarations]:
    """Read the attribute ``style`` of an element, quotes and addresses in it set aside."""
    return declarations_of(_OPAQUE.sub(_plain_quote, style) if "(" in style or '"' in style else style)


def applies(query: str) -> bool:
    """Say whether rules for certain media count on the screen of a desk.

    Parameters
    ----------
    query : str
        "screen and (min-width: 600px), print"; empty for all.

    Returns
    -------
    bool
        False for what is not known: a dark screen, a phone.

    Examples
    --------
    >>> [applies(query) for query in ("", "print", "screen and (min-width: 40em)", "(max-width: 600px)")]
    [True, False, True, False]
    """
    return not query.strip() or any(_is_met(one.strip()) for one in query.split(","))


def _is_met(query: str) -> bool:
    found = _QUERY.fullmatch(query)
    if found is None:
        return False
    is_screen = (found["medium"] or "all").lower() in {"screen", "all"}
    asked = _AND.split(found["asked"].strip()) if found["asked"].strip() else []
    is_met = is_screen and all(_is_width_met(one) for one in asked)
    return not is_met if (found["not"] or "").lower() == "not" else is_met


def _is_width_met(condition: str) -> bool:
    found = _WIDTH.fullmatch(condition.strip().lower())
    if found is None:
        return False
    pixels = float(found["number"]) * (1.0 if found["unit"] == "px" else EM_PIXELS)
    return pixels <= WINDOW_PIXELS if found["side"] == "min" else pixels >= WINDOW_PIXELS


def _blocks(source: str) -> Iterator[tuple[str, str]]:
    """Yield selectors and declarations of the rules that count, those within rules of media included."""
    open_blocks: list[_Block] = []
    place = 0
    for sign in _SIGN.finditer(source):
        said = source[place : sign.start()].strip()
        place = sign.end()
        around = open_blocks[-1] if open_blocks else _WHOLE_SHEET
        if sign[0] == "{":
            open_blocks.append(around.block_in(said))
            continue
        around.body.append(said)
        if sign[0] == "}" and open_blocks:
            open_blocks.pop()
            if around.is_rule and around.counts:
                yield around.selectors, ";".join(around.body)


@dataclass(slots=True)
class _Block:
    """What stands in braces: a rule of its own, or one that holds rules."""

    selectors: str
    is_rule: bool
    counts: bool
    body: list[str] = field(default_factory=list)

    def block_in(self, prelude: str) -> "_Block":
        """The block that opens in this one; one in a rule is passed over."""
        is_rule = self.is_rule or not prelude.startswith("@")
        counts = self.counts and not self.is_rule and (is_rule or _is_entered(prelude))
        return _Block(prelude, is_rule, counts)


_WHOLE_SHEET = _Block("", is_rule=False, counts=True)


def _is_entered(prelude: str) -> bool:
    """Whether the rules within media, layers or support are looked at."""
    name = prelude[:9].lower()
    return name.startswith(("@layer", "@supports")) or (name.startswith("@media") and applies(prelude[6:]))


def _plain_quote(found: re.Match[str]) -> str:
    text = found[0]
    if text[0] not in "\"'":
        return "url()" if text[0] in "uU" else " "
    return text if _HARMLESS.fullmatch(text[1:-1]) and len(text) > 1 and text[-1] == text[0] else '""'
