"""What a Word document says of the looks of letters, and of the grounds they stand on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from recruit.documents.markup.colours import WHITE, Colour, colour_of
from recruit.documents.office.docx_elements import attribute, child, is_on, name_of, value_of
from recruit.documents.office.grounds import SMALL_INCHES, cannot_be_seen, colour_said, is_ground

_EMU_PER_INCH = 914_400
_NOTHING = frozenset({"", "auto", "none", "nil", "clear"})
# Letters with a line around them, or a shade behind, can be read in any colour.
_EFFECTS = ("outline", "shadow", "emboss", "imprint", "textFill", "textOutline", "glow")
_FILLS = frozenset({"solidFill", "gradFill", "pattFill", "blipFill", "imagedata"})
_NO_FILLS = frozenset({"ln", "rPr", "txbxContent", "effectLst"})
_PATTERN = "?"
"""Stands for a ground of two colours."""


@dataclass(frozen=True, slots=True)
class Letters:
    """What is said of letters: nothing of what is None or empty. ``shading`` is what lies right behind them."""

    is_hidden: bool | None = None
    colour: str = ""
    half_points: str = ""
    shading: str = ""
    has_effect: bool = False

    def on(self, base: "Letters") -> "Letters":
        """Take what is not said here from something more general."""
        if base is NOTHING_SAID:
            return self
        return Letters(
            is_hidden=base.is_hidden if self.is_hidden is None else self.is_hidden,
            colour=self.colour or base.colour,
            half_points=self.half_points or base.half_points,
            shading=self.shading or base.shading,
            has_effect=self.has_effect or base.has_effect,
        )

    def are_unseen(self, ground: Colour | None) -> bool:
        """Whether they cannot be seen on that ground, which is None where it is not known."""
        if self.is_hidden:
            return True
        size = int(self.half_points) / 2 if self.half_points.isdecimal() else None
        colour = "" if self.has_effect else self.colour
        return cannot_be_seen(colour, ground_on(ground, self.shading), size)


NOTHING_SAID = Letters()


def letters_of(properties: etree._Element | None) -> Letters:
    """What the properties of a run, or of the runs of a style, say."""
    if properties is None or not len(properties):
        return NOTHING_SAID
    switch = child(properties, "vanish")
    return Letters(
        is_hidden=None if switch is None else is_on(switch),
        colour=value_of(properties, "color"),
        half_points=value_of(properties, "sz"),
        shading=_highlight(value_of(properties, "highlight")) or shading_of(properties),
        has_effect=any(_is_drawn(child(properties, effect)) for effect in _EFFECTS),
    )


def _is_drawn(effect: etree._Element | None) -> bool:
    return effect is not None and is_on(effect) and child(effect, "noFill") is None


def _highlight(name: str) -> str:
    if name in _NOTHING:
        return ""
    colour = colour_of(name.lower())
    return _PATTERN if colour is None else "".join(f"{round(255 * level):02x}" for level in colour[:3])


def shading_of(properties: etree._Element | None) -> str:
    """The fill behind a run, paragraph or cell: six digits, a sign for what is not known, empty for none."""
    shading = child(properties, "shd")
    if shading is None:
        return ""
    pattern = attribute(shading, "val")
    if pattern not in _NOTHING:
        return attribute(shading, "color") if pattern == "solid" else _PATTERN
    fill = attribute(shading, "fill")
    return "" if fill in _NOTHING else fill


def ground_on(ground: Colour | None, shading: str) -> Colour | None:
    """What is seen where a fill lies on a ground."""
    return colour_said(shading) if shading else ground


def page_ground(parts: Sequence[etree._Element], *, is_under_boxes: bool = False) -> Colour | None:
    """The colour of the page, whose first part is the document and whose others are its margins.

    None where a shape that lies freely on it may stand behind any text: plain text stands on those that lie behind
    it, text boxes also on the others.
    """
    shapes = (shape for part in parts for shape in part.iter("{*}anchor", "{*}pict"))
    if any((is_under_boxes or _lies_behind(shape)) and _is_large_shape(shape) for shape in shapes):
        return None
    background = child(parts[0], "background")
    return WHITE if background is None else colour_said(attribute(background, "color"))


def _lies_behind(shape: etree._Element) -> bool:
    if name_of(shape) == "anchor":
        return attribute(shape, "behindDoc") in {"1", "true"}
    return any("z-index:-" in attribute(inner, "style").replace(" ", "") for inner in shape)


def _is_large_shape(shape: etree._Element) -> bool:
    extent = child(shape, "extent")
    if extent is not None:
        sides = (attribute(extent, side) for side in ("cx", "cy"))
        if any(side.isdecimal() and int(side) < SMALL_INCHES * _EMU_PER_INCH for side in sides):
            return False
    return any(is_ground(fill) for fill in _fills(shape))


def box_ground(box: etree._Element, page: Colour | None) -> Colour | None:
    """What the text of a text box stands on."""
    for shape in box.iterancestors():
        if name_of(shape) in {"r", "p", "body"}:
            break
        fills = list(_fills(shape))
        if fills:
            return colour_said(fills[0])
    return page


def _fills(shape: etree._Element) -> Iterator[str]:
    """The fills of a shape, not those of its lines and of what is written in it; a sign for what is not known."""
    name = name_of(shape)
    if name == "solidFill":
        colour = shape[0] if len(shape) else shape
        yield attribute(colour, "val") if name_of(colour) == "srgbClr" else _PATTERN
    elif name in _FILLS or (name == "fillRef" and attribute(shape, "idx") not in {"", "0"}):
        yield _PATTERN
    elif name not in _NO_FILLS:
        if attribute(shape, "fillcolor") and attribute(shape, "filled") not in {"f", "false"}:
            yield attribute(shape, "fillcolor").partition(" ")[0]
        for inner in shape:
            yield from _fills(inner)
