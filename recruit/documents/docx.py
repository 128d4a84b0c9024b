"""Word documents: headers, body, notes, footers, as a person with all changes accepted would read them.

Elements are told by their local names, so that strict and transitional documents read alike.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from recruit.documents import refusals
from recruit.documents.cleaning import SYMBOLS
from recruit.documents.package import Package, Relationship, open_package
from recruit.documents.plain import blocks_of_text
from recruit.documents.reader import Limits, RawPage, Reading

CELL_SEPARATOR = "\t"

_OFF = frozenset({"0", "false", "off"})
# What a reader of the printed page does not see. Deleted text is dropped: changes count as accepted.
_UNSEEN = frozenset(
    {"del", "moveFrom", "delText", "instrText", "delInstrText", "rPr", "pPr", "sdtPr", "rt", "fldData"}
)
_PICTURES = frozenset({"blip", "imagedata"})
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}


@dataclass(slots=True)
class _Paragraph:
    """The text of one paragraph, and the text boxes hanging on it."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)


def read_docx(content: bytes, limits: Limits) -> Reading:
    """Read a Word document as one page.

    Headers come first, then the body, foot- and endnotes, and footers last. The cells of a row stand on one line,
    a tab between them, unless a cell holds several paragraphs: then cell follows cell. A text box comes once,
    after the paragraph it hangs on. Inserted text counts, deleted and hidden text does not.

    Parameters
    ----------
    content : bytes
        The file.
    limits : Limits
        What it may unpack to.

    Returns
    -------
    Reading
        One page.

    Raises
    ------
    UnreadableDocument
        ``corrupt``, ``encrypted``, ``too_large``, or ``needs_ocr`` when it holds pictures only.
    """
    with open_package(content, limits) as package:
        main = _main_part(package)
        root = package.xml(main)
        relations = package.relationships(main)
        body = _child(root, "body")
        if body is None:
            raise refusals.corrupt("Word document")
        headers, footers = _margins(package, root, relations)
        notes = _notes(package, relations)
        sections = [headers, list(_blocks(body)), notes, footers]
        has_picture = any(_name(element) in _PICTURES for element in root.iter())
    text = "\n\n".join("\n".join(lines) for lines in sections if lines)
    if not text.strip() and has_picture:
        raise refusals.needs_ocr("Word document")
    return Reading(pages=(RawPage(blocks=tuple(blocks_of_text(text))),))


def _main_part(package: Package) -> str:
    for relation in package.relationships(""):
        if relation.kind == "officeDocument":
            return relation.target
    return "word/document.xml"


def _margins(
    package: Package, root: etree._Element, relations: tuple[Relationship, ...]
) -> tuple[list[str], list[str]]:
    """Lines of the headers and footers in use; one that repeats another is left out."""
    targets = {relation.id: relation.target for relation in relations}
    settings = [
        package.xml(row.target) for row in relations if row.kind == "settings" and row.target in package.names
    ]
    even_pages = any(_is_on(_child(part, "evenAndOddHeaders")) for part in settings)
    found: dict[str, dict[str, None]] = {"headerReference": {}, "footerReference": {}}
    for section in (element for element in root.iter() if _name(element) == "sectPr"):
        in_use = {"default": True, "first": _is_on(_child(section, "titlePg")), "even": even_pages}
        # The first page's header is the one a reader meets first.
        for kind in ("first", "default", "even"):
            for reference in section:
                target = targets.get(_attribute(reference, "id"), "")
                wanted = _name(reference) in found and _attribute(reference, "type") == kind and in_use[kind]
                if wanted and target in package.names:
                    found[_name(reference)]["\n".join(_blocks(package.xml(target)))] = None
    headers, footers = found.values()
    return [text for text in headers if text.strip()], [text for text in footers if text.strip()]


def _notes(package: Package, relations: tuple[Relationship, ...]) -> list[str]:
    lines = []
    for relation in relations:
        if relation.kind in {"footnotes", "endnotes"} and relation.target in package.names:
            for note in package.xml(relation.target):
                # Notes with a type are the lines drawn between text and notes.
                if not _attribute(note, "type"):
                    lines += list(_blocks(note))
    return lines


def _blocks(parent: etree._Element) -> Iterator[str]:
    """Lines of everything that stands below one another in a body, cell, note or text box."""
    unfinished = ""
    for element in parent:
        name = _name(element)
        if name == "p":
            paragraph = _Paragraph()
            _collect(element, paragraph)
            text = unfinished + "".join(paragraph.pieces)
            # A deleted paragraph mark joins the paragraph to the next.
            unfinished = text if _mark_is_deleted(element) else ""
            if not unfinished:
                yield text
            for box in paragraph.boxes:
                yield from _blocks(box)
        elif name == "tbl":
            yield from _table(element)
        elif name == "AlternateContent":
            yield from _blocks(_alternative(element))
        elif name not in _UNSEEN:
            yield from _blocks(element)
    if unfinished:
        yield unfinished


def _table(table: etree._Element) -> Iterator[str]:
    for row in _descend(table, "tr"):
        properties = _child(row, "trPr")
        if properties is not None and _child(properties, "del") is not None:
            continue
        cells = [[line for line in _blocks(cell) if line.strip()] for cell in _descend(row, "tc")]
        if all(len(lines) <= 1 for lines in cells):
            yield CELL_SEPARATOR.join(lines[0] for lines in cells if lines)
        else:
            yield from (line for lines in cells for line in lines)


def _descend(parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """Rows or cells below, also through content controls and insertions, but not those of a nested table."""
    for element in parent:
        name = _name(element)
        if name == wanted:
            yield element
        elif name not in _UNSEEN and name not in {"tbl", "tc", "tr"}:
            yield from _descend(element, wanted)


def _collect(parent: etree._Element, paragraph: _Paragraph) -> None:
    """Add the text of runs, in order; text boxes are set aside."""
    for element in parent:
        name = _name(element)
        if name in _UNSEEN or (name == "r" and _is_hidden(element)):
            continue
        if name == "t":
            paragraph.pieces.append(element.text or "")
        elif name in _SIGNS:
            paragraph.pieces.append(_SIGNS[name])
        elif name == "sym":
            paragraph.pieces.append(_symbol(element))
        elif name == "AlternateContent":
            _collect(_alternative(element), paragraph)
        elif name == "txbxContent":
            paragraph.boxes.append(element)
        else:
            _collect(element, paragraph)


def _alternative(element: etree._Element) -> etree._Element:
    """The one version to read of something written twice, for new programs and for old ones."""
    choices = [child for child in element if _name(child) == "Choice"]
    fallback = _child(element, "Fallback")
    with_text = [child for child in [*choices, *([] if fallback is None else [fallback])] if _has_text(child)]
    return with_text[0] if with_text else element[0] if len(element) else element


def _has_text(element: etree._Element) -> bool:
    return any(_name(child) in {"t", "sym"} for child in element.iter())


def _symbol(element: etree._Element) -> str:
    code = _attribute(element, "char")
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    # The same place of a symbol font is written with or without the F000 before it.
    return SYMBOLS.get(sign) or SYMBOLS.get(chr(0xF000 + ord(sign) % 0x1000), "" if ord(sign) < 0x20 else sign)


def _is_hidden(run: etree._Element) -> bool:
    properties = _child(run, "rPr")
    return properties is not None and _is_on(_child(properties, "vanish"))


def _mark_is_deleted(paragraph: etree._Element) -> bool:
    properties = _child(paragraph, "pPr")
    mark = None if properties is None else _child(properties, "rPr")
    return mark is not None and _child(mark, "del") is not None


def _is_on(switch: etree._Element | None) -> bool:
    return switch is not None and _attribute(switch, "val") not in _OFF


def _name(element: etree._Element) -> str:
    """Local name; entity references left unexpanded have none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _child(element: etree._Element, name: str) -> etree._Element | None:
    return next((child for child in element if _name(child) == name), None)


def _attribute(element: etree._Element, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")
