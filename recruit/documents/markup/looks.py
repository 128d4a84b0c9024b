"""How one element of a web page looks, from its parent and what style sheets say of it.

What is not known (a variable, a function nobody has heard of) never hides a text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from recruit.documents.markup.colours import BLACK, CLEAR, WHITE, Colour, colour_of, ground_of, over
from recruit.documents.markup.style_sheets import EM_PIXELS, WINDOW_PIXELS
from recruit.documents.markup.tags import BLOCK_TAGS, KEEPING_TAGS, LIST_TAGS, PICTURE_TAGS

TINY_PIXELS = 2.0
"""1.5 points, as on the pages of a PDF."""
FAR_PIXELS = 500.0
"""What is so far left of its place, or above it, is out of the window."""
FAR_RIGHT_PIXELS = 5000.0
SMALL_PIXELS = 40.0
"""Shapes of less height or width are dots and bars beside a text, and no ground that it stands on."""
LEAST_OPACITY = 0.05

_LENGTH = re.compile(r"([+-]?(?:\d*\.)?\d{1,9})([a-z%]*)")
_PIXELS_BY_UNIT = {
    "": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4,
    "ch": 8.0, "ex": 8.0, "vw": WINDOW_PIXELS / 100, "vmax": WINDOW_PIXELS / 100, "vh": 8.0, "vmin": 8.0,
    # Of something whose size is not known; moved by all of it, an element is out of sight.
    "%": FAR_PIXELS / 100,
}  # fmt: skip
_SIZES = {
    "xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0,
    "large": 18.0, "x-large": 24.0, "xx-large": 32.0,
}  # fmt: skip
_SHARES = {"smaller": 0.83, "larger": 1.2}
_NO_BOX = re.compile(r"rect\(\s*([01])(?:px)?(?:[\s,]+\1(?:px)?){3}\s*\)")
_NO_SHAPE = re.compile(r"inset\(\s*(?:100|[5-9]\d)(?:\.\d+)?%|circle\(\s*0")
_MOVED = re.compile(r"translate(?:x|y|3d)?\(\s*(-?\d{1,6})(?:\.\d+)?(?:px)?(?:\s*,\s*(-?\d{1,6}))?")
_SHRUNK = re.compile(r"scale(?:x|y|3d)?\(\s*0(?:\.0+)?\s*[,)]")
_FADED = re.compile(r"opacity\(\s*0(?:\.0+)?%?\s*\)")
_UPRIGHT = frozenset({"block", "list-item", "flow-root", "table", "table-row", "flex", "grid"})
_TELLING_TAGS = KEEPING_TAGS | LIST_TAGS | PICTURE_TAGS | {"html"}
_HIDING = (("display", "none"), ("mso-hide", "all"), ("content-visibility", "hidden"))
_PLACED = frozenset({"absolute", "fixed"})


@dataclass(frozen=True, slots=True)
class Look:
    """How an element looks; down to ``is_lifted``, its children take it over where nothing else is said of them.

    ``letters`` and ``ground`` are None where they are not known, and ``ground`` is never half clear. ``is_lifted``
    where something between the text and its ground is placed freely, so that it may lie over anything. ``is_gone``
    where nothing in it can be seen. ``free_ground`` is the colour of a freely placed shape that texts which are
    not in it may stand on; it is ``CLEAR`` for everything else, and None where the colour is not known.
    """

    is_visible: bool = True
    size_pixels: float = EM_PIXELS
    root_pixels: float = EM_PIXELS
    letters: Colour | None = BLACK
    has_shadow: bool = False
    indent_pixels: float = 0.0
    keeps_lines: bool = False
    list_style: str = ""
    ground: Colour | None = WHITE
    is_lifted: bool = False
    is_gone: bool = False
    is_block: bool = False
    is_apart: bool = False
    is_row: bool = False
    is_stack: bool = False
    free_ground: Colour | None = CLEAR

    @property
    def is_plain(self) -> bool:
        """Whether its children look like it where nothing is said of them."""
        is_set = self.is_block or self.is_apart or self.is_row or self.is_stack
        return not is_set and self.free_ground == CLEAR

    @property
    def hides_text(self) -> bool:
        """Whether its own words cannot be seen, whatever their colours."""
        return not self.is_visible or self.size_pixels < TINY_PIXELS or abs(self.indent_pixels) >= FAR_PIXELS


def look_below(parent: Look, tag: str, said: Mapping[str, str]) -> Look:
    """Say how an element looks.

    Parameters
    ----------
    parent : Look
        The element it stands in.
    tag : str
        Its tag.
    said : mapping of str to str
        The declarations that count for it, without shorthands.

    Returns
    -------
    Look
        Its own.

    Examples
    --------
    >>> look_below(Look(), "p", {"font-size": "0"}).hides_text
    True
    """
    if not said and tag not in _TELLING_TAGS and parent.is_plain:
        return parent
    display = said.get("display", "").partition(" ")[0]
    position = said.get("position", "")
    size = _size_of(said.get("font-size", ""), parent)
    own_ground = _own_ground(parent, said)
    is_placed = position in _PLACED
    is_inline = tag not in BLOCK_TAGS and display not in _UPRIGHT
    is_apart = said.get("float", "none") != "none" or display in {"inline-block", "inline-flex"} or is_placed
    is_lifted = parent.is_lifted or is_placed or "translate" in said.get("transform", "")
    is_column = said.get("flex-direction", "").startswith("column")
    return Look(
        is_visible=_is_visible(parent, said),
        size_pixels=size,
        root_pixels=size if tag == "html" else parent.root_pixels,
        letters=_letters_below(parent, said),
        has_shadow=_taken_over(said.get("text-shadow"), parent.has_shadow),
        indent_pixels=_indent_below(parent, said, size),
        keeps_lines=tag in KEEPING_TAGS or _keeps_lines(said.get("white-space", ""), parent),
        list_style=said.get("list-style", "" if tag in LIST_TAGS else parent.list_style),
        ground=_on(parent.ground, own_ground),
        is_lifted=is_lifted and own_ground is not None and own_ground[3] < 1.0,
        is_gone=_is_gone(said, size, parent, is_inline=is_inline and not is_apart),
        is_block=tag not in BLOCK_TAGS and (display in _UPRIGHT or (parent.is_stack and not is_placed)),
        is_apart=is_apart or parent.is_row,
        is_row=display in {"flex", "inline-flex"} and not is_column,
        is_stack=display == "grid" or (display == "flex" and is_column),
        free_ground=_free_ground(tag, said, own_ground),
    )


def free_ground_of(said: Mapping[str, str]) -> Colour | None:
    """Say which ground is drawn beside an element (``::before``) and may lie under any text.

    Parameters
    ----------
    said : mapping of str to str
        Its declarations, without shorthands.

    Returns
    -------
    tuple of float, or None
        ``CLEAR`` where there is none; None where its colour is not known.
    """
    return _free_ground("", said, _own_ground(Look(), said))


def _is_visible(parent: Look, said: Mapping[str, str]) -> bool:
    visibility = said.get("visibility", "inherit")
    if visibility in {"hidden", "collapse"}:
        return _is_animated(said)
    return parent.is_visible or visibility in {"visible", "initial"}


def _is_animated(said: Mapping[str, str]) -> bool:
    """Whether an element may come to be seen by itself: pages fade their texts in."""
    return any(said.get(name, "none") not in {"none", "0s"} for name in ("animation", "transition"))


def _size_of(value: str, parent: Look) -> float:
    if value in _SIZES:
        return _SIZES[value]
    if value in _SHARES:
        return _SHARES[value] * parent.size_pixels
    number = _LENGTH.fullmatch(value)
    if number is None:
        return parent.size_pixels
    if number[2] == "%":
        return float(number[1]) / 100 * parent.size_pixels
    pixels = _pixels(value, parent.size_pixels, parent)
    # A bare number other than zero is no size.
    return pixels if number[2] or pixels == 0.0 else parent.size_pixels


def _pixels(value: str, em: float, parent: Look) -> float:
    """A length in pixels; 0 for what is none."""
    number = _LENGTH.fullmatch(value.strip())
    if number is None:
        return 0.0
    scale = {"em": em, "rem": parent.root_pixels}.get(number[2], _PIXELS_BY_UNIT.get(number[2], 0.0))
    return float(number[1]) * scale


def _letters_below(parent: Look, said: Mapping[str, str]) -> Colour | None:
    value = said.get("text-fill-color", said.get("color", "inherit"))
    if value in {"inherit", "unset", "currentcolor", "revert"}:
        return parent.letters
    return BLACK if value == "initial" else colour_of(value)


def _indent_below(parent: Look, said: Mapping[str, str], em: float) -> float:
    return _pixels(said["text-indent"], em, parent) if "text-indent" in said else parent.indent_pixels


def _taken_over(value: str | None, before: bool) -> bool:
    return before if value in {None, "inherit"} else value != "none"


def _keeps_lines(value: str, parent: Look) -> bool:
    return parent.keeps_lines if value in {"", "inherit"} else value.startswith(("pre", "break-spaces"))


def _own_ground(parent: Look, said: Mapping[str, str]) -> Colour | None:
    """The colour an element lays under its text: clear for none, None for one that is not known."""
    has_picture = said.get("background-image", "none") not in {"none", "initial"}
    if has_picture or "text" in said.get("background-clip", ""):
        return None
    value = said.get("background-color", "transparent")
    return parent.ground if value == "inherit" else ground_of(value)


def _on(ground: Colour | None, own: Colour | None) -> Colour | None:
    if own is None or own[3] == 1.0 or ground is None:
        return own if own is None or own[3] == 1.0 else None
    return over(own, ground) if own[3] > 0.0 else ground


def _free_ground(tag: str, said: Mapping[str, str], own_ground: Colour | None) -> Colour | None:
    is_free = said.get("position", "") in _PLACED or said.get("z-index", "").startswith("-")
    sides = [_LENGTH.fullmatch(said.get(side, "")) for side in ("width", "height")]
    is_small = any(side and side[2] in {"px", "pt", ""} and float(side[1]) < SMALL_PIXELS for side in sides)
    if not is_free or is_small:
        return CLEAR
    # One that lets through what is below it has any colour.
    is_known = tag not in PICTURE_TAGS and own_ground is not None and own_ground[3] in {0.0, 1.0}
    return own_ground if is_known else None


def _is_gone(said: Mapping[str, str], em: float, parent: Look, *, is_inline: bool) -> bool:
    if any(said.get(name) == value for name, value in _HIDING):
        return True
    if _is_faded(said) or _NO_SHAPE.match(said.get("clip-path", "")) or _SHRUNK.search(said.get("transform", "")):
        return True
    if said.get("position") in _PLACED:
        if _NO_BOX.match(said.get("clip", "")):
            return True
        left, top, right = (_pixels(said.get(side, ""), em, parent) for side in ("left", "top", "right"))
        if min(left, top, right) <= -FAR_PIXELS or left >= FAR_RIGHT_PIXELS:
            return True
    moved = _MOVED.search(said.get("transform", ""))
    if moved and min(int(moved[1]), int(moved[2] or 0)) <= -FAR_PIXELS:
        return True
    return not is_inline and _has_no_room(said, em, parent)


def _has_no_room(said: Mapping[str, str], em: float, parent: Look) -> bool:
    """Whether a box is too small to show anything, and cuts off what does not go into it."""
    for sides, cut in ((("width", "max-width"), "overflow-x"), (("height", "max-height"), "overflow-y")):
        lengths = [_pixels(said[side], em, parent) for side in sides if _LENGTH.fullmatch(said.get(side, ""))]
        if min(lengths, default=2.0) <= 1.0 and said.get(cut) in {"hidden", "clip"}:
            return True
    return _pixels(said.get("margin-left", ""), em, parent) <= -2 * FAR_PIXELS


def _is_faded(said: Mapping[str, str]) -> bool:
    number = _LENGTH.fullmatch(said.get("opacity", ""))
    share = float(number[1]) / (100 if number[2] == "%" else 1) if number else 1.0
    return (share <= LEAST_OPACITY or _FADED.search(said.get("filter", "")) is not None) and not _is_animated(said)
