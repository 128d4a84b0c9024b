"""Opening a packed document without being flooded: its sizes are checked before a byte is unpacked."""

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from lxml import etree

from recruit.documents import refusals
from recruit.documents.reader import MEBIBYTE, Limits

MAX_RATIO = 250
"""Unpacked bytes per packed byte. Office documents stay under 30; a run of equal bytes reaches 1000."""
RATIO_MATTERS_FROM = 5 * MEBIBYTE
_ENCRYPTED = 0x1
# What zipfile and its decompressors raise for files that are not what they say.
_DAMAGE = (
    etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error,
    KeyError, ValueError, EOFError, OSError, NotImplementedError, OverflowError,
)  # fmt: skip
# Elements nested too deep, entities that grow or go round in a circle.
_ENDLESS = frozenset({"ERR_RESOURCE_LIMIT", "ERR_ENTITY_LOOP"})
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Relationship:
    """Where one part of a package points: an id, the last word of its kind, and the part's name."""

    id: str
    kind: str
    target: str


class Package:
    """The parts of a packed Office document."""

    def __init__(self, archive: zipfile.ZipFile, kind: str) -> None:
        self._archive = archive
        self._kind = kind
        self.names = frozenset(archive.namelist())

    def read(self, name: str) -> bytes:
        """Unpack one part.

        Raises
        ------
        UnreadableDocument
            ``corrupt`` when the part is missing or is not what its size and checksum say.
        """
        try:
            return self._archive.read(name)
        except _DAMAGE as error:
            raise refusals.corrupt(self._kind) from error

    def xml(self, name: str) -> etree._Element:
        """Parse one part; entities are never expanded, nothing is ever fetched.

        Raises
        ------
        UnreadableDocument
            As ``parse_xml``; ``corrupt`` also when the part is missing.
        """
        return parse_xml(self.read(name), self._kind)

    def relationships(self, name: str) -> tuple[Relationship, ...]:
        """Where a part points inside the package; the empty name stands for the package itself."""
        folder = name.rpartition("/")[0]
        return tuple(
            Relationship(
                id=row.get("Id", ""),
                kind=row.get("Type", "").rpartition("/")[2],
                target=posixpath.normpath(posixpath.join("/", folder, row.get("Target", ""))).lstrip("/"),
            )
            for row in self._pointers(name)
            if row.get("TargetMode") != "External"
        )

    def addresses(self, name: str) -> dict[str, str]:
        """Where a part points outside the package, by id; nobody goes there."""
        rows = self._pointers(name)
        return {row.get("Id", ""): row.get("Target", "") for row in rows if row.get("TargetMode") == "External"}

    def _pointers(self, name: str) -> list[etree._Element]:
        folder, _, file = name.rpartition("/")
        relations = posixpath.join(folder, "_rels", f"{file}.rels")
        return list(self.xml(relations).iter(_RELATIONSHIPS)) if relations in self.names else []


def parse_xml(content: bytes, kind: str) -> etree._Element:
    """Parse XML that nobody trusts: entities are never expanded, nothing is ever fetched.

    Parameters
    ----------
    content : bytes
        The whole of it.
    kind : str
        What a refusal calls the file ("Word document").

    Returns
    -------
    lxml.etree._Element
        The outermost element.

    Raises
    ------
    UnreadableDocument
        ``corrupt`` when it is no XML, ``too_large`` when it nests without end, ``unsupported_type`` when it
        declares a document type, which no Office program does.

    Examples
    --------
    >>> parse_xml(b"<text>Haas VF-2</text>", "Word document").text
    'Haas VF-2'
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except _DAMAGE as error:
        is_endless = any(entry.type_name in _ENDLESS for entry in parser.error_log)
        raise refusals.nested(kind) if is_endless else refusals.corrupt(kind) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise refusals.entities(kind)
    return root


@contextmanager
def open_package(content: bytes, limits: Limits, kind: str) -> Iterator[Package]:
    """Open a packed document after checking what it would unpack to.

    Parameters
    ----------
    content : bytes
        The file.
    limits : Limits
        The most files and the most bytes it may unpack to.
    kind : str
        What a refusal calls the file ("Word document").

    Yields
    ------
    Package
        Readable until the block ends.

    Raises
    ------
    UnreadableDocument
        ``corrupt``, ``encrypted`` or ``too_large``.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _DAMAGE as error:
        raise refusals.corrupt(kind) from error
    with archive:
        _check_sizes(archive.infolist(), limits)
        if any(entry.flag_bits & _ENCRYPTED for entry in archive.infolist()):
            raise refusals.encrypted(kind)
        yield Package(archive, kind)


def _check_sizes(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(entries) > limits.max_unpacked_files:
        raise refusals.too_many_parts(len(entries), limits.max_unpacked_files)
    unpacked = sum(entry.file_size for entry in entries)
    suspicious = any(
        entry.file_size > RATIO_MATTERS_FROM and entry.file_size > MAX_RATIO * max(1, entry.compress_size)
        for entry in entries
    )
    if unpacked > limits.max_unpacked_bytes:
        raise refusals.unpacks_to(unpacked, limits.max_unpacked_bytes)
    if suspicious:
        raise refusals.grows(unpacked)
