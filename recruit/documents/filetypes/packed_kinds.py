"""Which of the many kinds of file that are a ZIP inside one is, by the names of its parts."""

import io
import re
import zipfile
from itertools import islice

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
ODP = "application/vnd.oasis.opendocument.presentation"
EPUB = "application/epub+zip"
PAGES = "application/vnd.apple.pages"
XPS = "application/oxps"
ZIP = "application/zip"
TWO_MAIN_PARTS = ""
"""What ``packed_type`` gives for a package that two programs, or two versions of one, would read differently."""

MOST_PARTS_LOOKED_AT = 5000
LEAD_BYTES = 120
_OFFICE_FOLDERS = (("word/", DOCX), ("xl/", XLSX), ("ppt/", PPTX))
_MAIN_PARTS = ("word/document.xml", "xl/workbook.xml", "xl/workbook.bin", "ppt/presentation.xml", "content.xml")
# Longest first: an OpenDocument name is the beginning of those of its templates.
_BY_MIMETYPE = (
    (b"opendocument.text", ODT),
    (b"opendocument.spreadsheet", ODS),
    (b"opendocument.presentation", ODP),
    (b"epub+zip", EPUB),
)
_OTHERS = (
    ("Index/Document.iwa", PAGES),
    ("buildVersionHistory.plist", PAGES),
    ("Metadata/BuildVersionHistory.plist", PAGES),
    ("FixedDocumentSequence.fdseq", XPS),
    ("META-INF/container.xml", EPUB),
)


def packed_type(content: bytes) -> str | None:
    """Media type of a file that begins as a ZIP.

    Parameters
    ----------
    content : bytes
        A whole file, or one that was cut off.

    Returns
    -------
    str or None
        ``TWO_MAIN_PARTS`` where the package is two kinds at once, None where it is no ZIP after all.

    Examples
    --------
    >>> packed_type(b"PKware was a company in Milwaukee.") is None
    True
    """
    if content[2:4] not in {b"\x03\x04", b"\x05\x06", b"\x07\x08"}:
        return None
    return kind_of_parts(_part_names(content), content[:LEAD_BYTES])


def kind_of_parts(names: list[str], lead: bytes) -> str:
    """Media type of a ZIP, by the names of its parts and what stands before the first.

    Parameters
    ----------
    names : list of str
        All of them, also those that come twice.
    lead : bytes
        The first ``LEAD_BYTES`` of the file.

    Returns
    -------
    str
        ``ZIP`` for a packed folder, ``TWO_MAIN_PARTS`` where the package is two kinds at once.

    Examples
    --------
    >>> kind_of_parts(["resumes/ada.pdf"], b"")
    'application/zip'
    """
    if any(names.count(part) > 1 for part in (*_MAIN_PARTS, "[Content_Types].xml")):
        return TWO_MAIN_PARTS
    known = frozenset(names)
    kinds = {*_declared_kinds(lead), *_office_kinds(known)}
    if len(kinds) == 1:
        return kinds.pop()
    if kinds:
        return TWO_MAIN_PARTS
    if "content.xml" in known and "META-INF/manifest.xml" in known:
        return ODT
    return next((kind for part, kind in _OTHERS if part in known), ZIP)


def _declared_kinds(lead: bytes) -> set[str]:
    """What the first part says, where it is called mimetype."""
    first_part = lead[30:]
    return {kind for mark, kind in _BY_MIMETYPE if first_part.startswith(b"mimetype") and mark in first_part}


def _office_kinds(names: frozenset[str]) -> set[str]:
    """What the folders say; where there are several, their main parts decide."""
    if "[Content_Types].xml" not in names:
        return set()
    by_folder = {kind for folder, kind in _OFFICE_FOLDERS if any(name.startswith(folder) for name in names)}
    by_part = {
        kind
        for folder, kind in _OFFICE_FOLDERS
        if any(part in names for part in _MAIN_PARTS if part.startswith(folder))
    }
    return by_folder if len(by_folder) < 2 else by_part or by_folder


def _part_names(content: bytes) -> list[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = [entry.filename for entry in package.infolist()]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, RecursionError):
        names = _names_of_broken_package(content)
    return [name.replace("\\", "/") for name in names[:MOST_PARTS_LOOKED_AT]]


def _names_of_broken_package(content: bytes) -> list[str]:
    """File names from the local headers: all that is left when the end of a ZIP is cut off."""
    names = []
    for match in islice(re.finditer(rb"PK\x03\x04", content), MOST_PARTS_LOOKED_AT):
        start = match.start()
        length = int.from_bytes(content[start + 26 : start + 28], "little")
        names.append(content[start + 30 : start + 30 + length].decode("utf-8", errors="replace"))
    # A document inside the document repeats the names of its parts.
    return list(dict.fromkeys(names))
