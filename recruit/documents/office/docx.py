"""Word documents: headers, body, notes, footers, as a person with all changes accepted would read them.

Elements are told by their local names, so that strict and transitional documents read alike.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from lxml import etree

from recruit.documents import refusals
from recruit.documents.cleaning import SYMBOLS
from recruit.documents.markup.colours import Colour
from recruit.documents.office.docx_elements import attribute, child, is_on, name_of, value_of
from recruit.documents.office.docx_looks import Letters, box_ground, ground_on, page_ground, shading_of
from recruit.documents.office.docx_styles import Styles
from recruit.documents.office.flow import HIDDEN_WORDS, Paragraph, has_words, page_of, row_of
from recruit.documents.office.package import Package, Relationship, open_package
from recruit.documents.reader import Limits, Link, RawBlock, Reading
from recruit.errors import UnreadableDocument

KIND = "Word document"
MOST_LINKS = 100

# What a reader of the printed page does not see. Deleted text is dropped: changes count as accepted.
_UNSEEN = frozenset(
    {"del", "moveFrom", "delText", "instrText", "delInstrText", "rPr", "pPr", "sdtPr", "rt", "fldData"}
)
_PICTURES = ("{*}blip", "{*}imagedata")
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}


def read_docx(content: bytes, limits: Limits) -> Reading:
    """Read a Word document as one page.

    Headers come first, then the body, foot- and endnotes, and footers last. The cells of a row stand on one line,
    a tab between them, unless a cell holds several paragraphs: then cell follows cell. A text box comes once,
    after the paragraph it hangs on. Items of lists have their bullet or number. Inserted text counts, deleted and
    hidden text does not.

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
    with open_package(content, limits, KIND) as package:
        main = _main_part(package)
        root = package.xml(main)
        relations = package.relationships(main)
        body = child(root, "body")
        if body is None:
            raise refusals.corrupt(KIND)
        styles = Styles(_part(package, relations, "styles"), _part(package, relations, "numbering"))
        headers, footers = (list(map(package.xml, targets)) for targets in _margins(package, root, relations))
        story = _Story(styles, [root, *headers, *footers])
        page = page_of(
            list(story.blocks(body)),
            headers=[list(story.blocks(header)) for header in headers],
            notes=_notes(package, relations, story),
            footers=[list(story.blocks(footer)) for footer in footers],
        )
        producer = _producer(package)
        links = tuple(islice(_links(root, package.addresses(main)), MOST_LINKS))
    if not page.blocks and next(root.iter(*_PICTURES), None) is not None:
        raise refusals.pictures_only(KIND)
    findings = (HIDDEN_WORDS,) if story.hides_words else ()
    return Reading(pages=(page,), findings=findings, producer=producer, links=links)


def _main_part(package: Package) -> str:
    for relation in package.relationships(""):
        if relation.kind == "officeDocument":
            return relation.target
    return "word/document.xml"


def _part(package: Package, relations: Iterable[Relationship], kind: str) -> etree._Element | None:
    """A part that only says how text looks: the text is read without it where it is damaged."""
    for relation in relations:
        if relation.kind == kind and relation.target in package.names:
            try:
                return package.xml(relation.target)
            except UnreadableDocument:
                return None
    return None


def _producer(package: Package) -> str | None:
    application = _part(package, package.relationships(""), "extended-properties")
    named = None if application is None else child(application, "Application")
    return ((named.text or "").strip() or None) if named is not None else None


def _links(root: etree._Element, addresses: Mapping[str, str]) -> Iterator[Link]:
    """The links of the body, with the words they stand behind."""
    for element in root.iter("{*}hyperlink"):
        target = next((addresses[str(value)] for value in element.values() if value in addresses), "")
        words = " ".join("".join(text.text or "" for text in element.iter("{*}t")).split())
        if target and words:
            yield Link(words, target)


def _margins(
    package: Package, root: etree._Element, relations: tuple[Relationship, ...]
) -> tuple[Iterable[str], Iterable[str]]:
    """Names of the headers and of the footers in use, those of the first page before the others."""
    targets = {relation.id: relation.target for relation in relations}
    settings = _part(package, relations, "settings")
    even_pages = is_on(child(settings, "evenAndOddHeaders"))
    found: dict[str, dict[str, None]] = {"headerReference": {}, "footerReference": {}}
    for section in root.iter("{*}sectPr"):
        in_use = {"first": is_on(child(section, "titlePg")), "default": True, "even": even_pages}
        for kind in (kind for kind, used in in_use.items() if used):
            for reference in section:
                target = targets.get(attribute(reference, "id"), "")
                wanted = name_of(reference) in found and attribute(reference, "type") == kind
                if wanted and target in package.names:
                    found[name_of(reference)][target] = None
    return found["headerReference"], found["footerReference"]


def _notes(package: Package, relations: Iterable[Relationship], story: "_Story") -> list[RawBlock]:
    blocks = []
    for relation in relations:
        if relation.kind in {"footnotes", "endnotes"} and relation.target in package.names:
            for note in package.xml(relation.target):
                # Notes with a type are the lines drawn between text and notes.
                if not attribute(note, "type"):
                    blocks += list(story.blocks(note))
    return blocks


class _Story:
    """Elements to blocks, with the styles of the document and the numbers its lists have reached."""

    def __init__(self, styles: Styles, parts: Sequence[etree._Element]) -> None:
        self._styles = styles
        self._page = page_ground(parts)
        self._under_boxes = page_ground(parts, is_under_boxes=True)
        self.hides_words = False

    def blocks(self, parent: etree._Element) -> Iterator[RawBlock]:
        """Blocks of everything that stands below one another in a body, header or note."""
        yield from self._blocks_on(parent, self._page)

    def _blocks_on(self, parent: etree._Element, ground: Colour | None) -> Iterator[RawBlock]:
        """Blocks of a body, cell or text box of that colour."""
        unfinished = ""
        for element in parent:
            name = name_of(element)
            if name == "p":
                paragraph = Paragraph()
                letters, shading = self._styles.letters_of_paragraph(child(element, "pPr"))
                self._collect(element, paragraph, letters, ground_on(ground, shading))
                text = unfinished + "".join(paragraph.pieces)
                # A deleted paragraph mark joins the paragraph to the next.
                unfinished = text if _mark_is_deleted(element) else ""
                if not unfinished:
                    yield self._block(element, text)
                for box in paragraph.boxes:
                    yield from self._blocks_on(box, box_ground(box, self._under_boxes))
            elif name == "tbl":
                yield from self._table(element, ground)
            elif name == "AlternateContent":
                yield from self._blocks_on(_alternative(element), ground)
            elif name not in _UNSEEN:
                yield from self._blocks_on(element, ground)
        if unfinished:
            yield RawBlock(unfinished)

    def _block(self, element: etree._Element, text: str) -> RawBlock:
        kind, label = self._styles.kind_and_label(child(element, "pPr"))
        return RawBlock(f"{label} {text.lstrip()}" if label and text.strip() else text, kind)

    def _table(self, table: etree._Element, ground: Colour | None) -> Iterator[RawBlock]:
        properties = child(table, "tblPr")
        ground = ground_on(ground, shading_of(properties))
        # Which rows and columns a style shades is not worked out: white letters may be for any of them.
        ground = None if self._styles.has_ground(value_of(properties, "tblStyle")) else ground
        for row in _descend(table, "tr"):
            if child(child(row, "trPr"), "del") is None:
                cells = [cell for cell in _descend(row, "tc") if child(child(cell, "tcPr"), "cellDel") is None]
                grounds = [ground_on(ground, shading_of(child(cell, "tcPr"))) for cell in cells]
                yield from row_of(
                    [list(self._blocks_on(cell, below)) for cell, below in zip(cells, grounds, strict=True)]
                )

    def _collect(
        self, parent: etree._Element, paragraph: Paragraph, letters: Letters, ground: Colour | None
    ) -> None:
        """Add the text of runs, in order; text boxes are set aside. ``letters`` is what the styles around say."""
        for element in parent:
            name = name_of(element)
            if name in _UNSEEN:
                continue
            if name == "r":
                self._add_run(
                    element, paragraph, self._styles.letters_of_run(child(element, "rPr"), letters), ground
                )
            elif name == "t":
                paragraph.pieces.append(element.text or "")
            elif name in _SIGNS:
                paragraph.pieces.append(_SIGNS[name])
            elif name == "sym":
                paragraph.pieces.append(_symbol(element))
            elif name == "AlternateContent":
                self._collect(_alternative(element), paragraph, letters, ground)
            elif name == "txbxContent":
                paragraph.boxes.append(element)
            else:
                self._collect(element, paragraph, letters, ground)

    def _add_run(self, run: etree._Element, paragraph: Paragraph, letters: Letters, ground: Colour | None) -> None:
        """Add what is seen of a run: of letters in the colour of their ground, the room they take."""
        if not letters.are_unseen(ground):
            self._collect(run, paragraph, letters, ground)
            return
        unseen = Paragraph()
        self._collect(run, unseen, letters, ground)
        text = "".join(unseen.pieces)
        self.hides_words = self.hides_words or has_words(text)
        if not letters.is_hidden:
            paragraph.pieces.append(" " if has_words(text) else text)
            paragraph.boxes += unseen.boxes


def _descend(parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """Rows or cells below, also through content controls and insertions, but not those of a nested table."""
    for element in parent:
        name = name_of(element)
        if name == wanted:
            yield element
        elif name not in _UNSEEN and name not in {"tbl", "tc", "tr"}:
            yield from _descend(element, wanted)


def _alternative(element: etree._Element) -> etree._Element:
    """The one version to read of something written twice, for new programs and for old ones."""
    versions = [*element.iterchildren("{*}Choice"), *element.iterchildren("{*}Fallback")]
    with_text = [version for version in versions if next(version.iter("{*}t", "{*}sym"), None) is not None]
    return with_text[0] if with_text else element[0] if len(element) else element


def _symbol(element: etree._Element) -> str:
    try:
        sign = chr(int(attribute(element, "char"), 16))
    except (ValueError, OverflowError):
        return ""
    # The same place of a symbol font is written with or without the F000 before it.
    return SYMBOLS.get(sign) or SYMBOLS.get(chr(0xF000 + ord(sign) % 0x1000), "" if ord(sign) < 0x20 else sign)


def _mark_is_deleted(paragraph: etree._Element) -> bool:
    mark = child(child(paragraph, "pPr"), "rPr")
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None
