"""Files of a folder or a ZIP, one after the other, for reading many at once: nothing is unpacked to disk.

The order is always the same, so that an interrupted import can go on where it stopped. What is wrong with one file
is told by that file when it is read, and the next one comes as if nothing were.
"""

import io
import os
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from recruit.documents import refusals
from recruit.documents.filetypes.packed_kinds import LEAD_BYTES, MOST_PARTS_LOOKED_AT, ZIP, kind_of_parts
from recruit.documents.office.package import MAX_RATIO, RATIO_MATTERS_FROM
from recruit.documents.reader import Limits
from recruit.errors import UnreadableDocument

MOST_MEMBERS = 200_000
"""Files of one archive; an import of a whole office has fewer."""
LONGEST_NAME = 200
_ENCRYPTED = 0x1
_LOCAL_HEADER_BYTES = 30
_PIECE_BYTES = 64 * 1024
# Others give far more than a piece at a time, and no program makes them unasked.
_USUAL_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_BY_SYSTEMS = frozenset({"__macosx", "thumbs.db", "desktop.ini"})
_ZIP_TROUBLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
_FLAG_UTF8 = 0x800


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a folder or an archive: its printable name, its size as stated, and how to get its bytes.

    ``read`` raises ``UnreadableDocument`` for a file that is locked, damaged, too large, or cannot be opened.
    """

    name: str
    size_bytes: int
    read: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class _Refused:
    """A file that is known to be unreadable before it is opened."""

    error: UnreadableDocument

    def __call__(self) -> bytes:
        raise self.error


def is_archive(path: Path) -> bool:
    """Tell a ZIP of files from a document: a DOCX is a ZIP as well.

    Parameters
    ----------
    path : Path
        A file.

    Returns
    -------
    bool
        Whether it holds files to be read one by one.

    Raises
    ------
    UnreadableDocument
        ``corrupt`` when the file cannot be opened.
    """
    try:
        with path.open("rb") as file:
            return _is_archive(file)
    except OSError as error:
        raise refusals.cannot_open() from error


def file_bytes(path: Path, limits: Limits) -> bytes:
    """Load a file; of one that is too large nothing is loaded.

    Parameters
    ----------
    path : Path
        A file.
    limits : Limits
        The most bytes it may have.

    Returns
    -------
    bytes
        All of it.

    Raises
    ------
    UnreadableDocument
        ``too_large``, or ``corrupt`` when it cannot be opened.
    """
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            content = b"" if size > limits.max_bytes else file.read(limits.max_bytes + 1)
    except OSError as error:
        raise refusals.cannot_open() from error
    if max(size, len(content)) > limits.max_bytes:
        raise refusals.too_many_bytes(max(size, len(content)), limits.max_bytes)
    return content


def members_of(path: Path, limits: Limits) -> Iterator[Member]:
    """List the files of a folder or a ZIP, in an order that never changes, without unpacking any.

    Folders, hidden files, links and what Macs add to archives are passed over. An archive inside is opened, too,
    as deep as the limits allow. A file is unpacked when its ``read`` is called, which must be before the next
    member is asked for.

    Parameters
    ----------
    path : Path
        A folder, or a ZIP file.
    limits : Limits
        The most bytes of one file, and how deep archives may stand in archives.

    Yields
    ------
    Member
        One file after the other.

    Raises
    ------
    UnreadableDocument
        When ``path`` is no folder and no ZIP, or an archive made to flood.
    """
    if path.is_dir():
        yield from _members_of_folder(path, path, limits)
        return
    try:
        with path.open("rb") as file:
            yield from _members_of_archive(file, "", limits, limits.max_nesting)
    except OSError as error:
        raise refusals.corrupt("packed folder") from error


def _members_of_folder(root: Path, folder: Path, limits: Limits) -> Iterator[Member]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield Member(_printable(folder.relative_to(root).as_posix()), 0, _Refused(refusals.cannot_open()))
        return
    for entry in entries:
        # Links are not followed: they may lead out of the folder, or round in circles.
        if _is_hidden(entry.name) or entry.is_symlink():
            continue
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False):
            yield from _members_of_folder(root, path, limits)
        elif entry.is_file(follow_symlinks=False):
            yield from _member_of_folder(path, _printable(path.relative_to(root).as_posix()), limits)


def _member_of_folder(path: Path, name: str, limits: Limits) -> Iterator[Member]:
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if _is_archive(file):
                file.seek(0)
                yield from _members_inside(file, name, limits, limits.max_nesting)
                return
    except OSError:
        yield Member(name, 0, _Refused(refusals.cannot_open()))
        return
    yield Member(name, size, lambda: file_bytes(path, limits))


def _members_inside(file: IO[bytes], name: str, limits: Limits, depth: int) -> Iterator[Member]:
    """Members of an archive that is itself one file of many: when it is wrong, only it is refused."""
    try:
        yield from _members_of_archive(file, f"{name}/", limits, depth)
    except UnreadableDocument as error:
        yield Member(name, 0, _Refused(error))


def _members_of_archive(file: IO[bytes], prefix: str, limits: Limits, depth: int) -> Iterator[Member]:
    try:
        archive = zipfile.ZipFile(file)
    except _ZIP_TROUBLE as error:
        raise refusals.corrupt("packed folder") from error
    with archive:
        entries = archive.infolist()
        _check_entries(entries)
        for entry in sorted(entries, key=lambda one: (one.filename, one.header_offset)):
            if _is_wanted(entry):
                yield from _member_of_archive(archive, entry, prefix, limits, depth)


def _member_of_archive(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, prefix: str, limits: Limits, depth: int
) -> Iterator[Member]:
    name = prefix + _printable(_name_of(entry))
    try:
        _check_entry(entry)
        inner = _archive_inside(archive, entry, limits) if depth > 1 else None
    except UnreadableDocument as error:
        yield Member(name, entry.file_size, _Refused(error))
        return
    if inner is None:
        yield Member(name, entry.file_size, lambda: _unpacked(archive, entry, limits.max_bytes))
    else:
        yield from _members_inside(io.BytesIO(inner), name, limits, depth - 1)


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse archives whose files share their packed bytes: they unpack to far more than they hold."""
    if len(entries) > MOST_MEMBERS:
        raise refusals.too_many_members(len(entries), MOST_MEMBERS)
    end = 0
    for entry in sorted(entries, key=lambda one: one.header_offset):
        if entry.header_offset < end:
            raise refusals.overlapping()
        end = entry.header_offset + _LOCAL_HEADER_BYTES + len(entry.orig_filename) + entry.compress_size


def _check_entry(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & _ENCRYPTED:
        raise refusals.encrypted("packed file")
    if entry.compress_type not in _USUAL_METHODS:
        raise refusals.packed_unusually()
    if entry.file_size > RATIO_MATTERS_FROM and entry.file_size > MAX_RATIO * max(1, entry.compress_size):
        raise refusals.grows(entry.file_size)


def _archive_inside(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limits: Limits) -> bytes | None:
    """Unpack a member that is a ZIP of files; None for any other, a DOCX among them, which is a ZIP as well."""
    try:
        with archive.open(entry) as packed:
            if packed.read(2) != b"PK":
                return None
    except _ZIP_TROUBLE:
        return None
    content = _unpacked(archive, entry, limits.max_unpacked_bytes)
    return content if _is_archive(io.BytesIO(content)) else None


def _is_archive(file: IO[bytes]) -> bool:
    """Whether a file is a ZIP of files, and no document."""
    if file.read(2) != b"PK":
        return False
    file.seek(0)
    lead = file.read(LEAD_BYTES)
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()[:MOST_PARTS_LOOKED_AT]
    except _ZIP_TROUBLE:
        return False
    return kind_of_parts(names, lead) == ZIP


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most_bytes: int) -> bytes:
    """Unpack piece by piece, and stop where there is more than allowed, whatever the archive says of its size."""
    content = bytearray()
    try:
        with archive.open(entry) as packed:
            while piece := packed.read(_PIECE_BYTES):
                content += piece
                if len(content) > most_bytes:
                    raise refusals.too_many_bytes(max(len(content), entry.file_size), most_bytes)
    except _ZIP_TROUBLE as error:
        if isinstance(error, UnreadableDocument):
            raise
        raise refusals.corrupt("packed file") from error
    return bytes(content)


def _is_wanted(entry: zipfile.ZipInfo) -> bool:
    """Whether an entry is a plain file that somebody put there on purpose."""
    is_plain = stat.S_IFMT(entry.external_attr >> 16) in {0, stat.S_IFREG}
    parts = entry.filename.replace("\\", "/").split("/")
    return is_plain and parts[-1] != "" and not any(map(_is_hidden, parts))


def _is_hidden(name: str) -> bool:
    is_lock = name.startswith("~$")
    return is_lock or name.casefold() in _BY_SYSTEMS or (name.startswith(".") and name not in {".", ".."})


def _name_of(entry: zipfile.ZipInfo) -> str:
    """A name as it was meant: many programs write UTF-8 without saying so."""
    if entry.flag_bits & _FLAG_UTF8:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return entry.filename


def _printable(name: str) -> str:
    """A name to show: no path out of the folder, no drive, no control characters, no overrides of direction."""
    text = unicodedata.normalize("NFC", name.encode("utf-8", errors="replace").decode("utf-8").replace("\\", "/"))
    text = "".join(sign for sign in text if unicodedata.category(sign)[0] != "C")
    parts = [part for part in text.split("/") if part.strip(". ") and not part.endswith(":")]
    return "/".join(parts)[-LONGEST_NAME:] or "file without a name"
