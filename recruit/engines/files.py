"""Where uploaded files are kept: under the hash of their bytes, so that one file is kept once."""

import hashlib
import os
import re
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

from recruit.errors import NotFound

#: Past this a disk takes in no more files a second.
WRITES_AT_ONCE = 8

HASH = re.compile(r"[0-9a-f]{64}")


class Files(Protocol):
    """A store of files by the hash of their content."""

    def put(self, content: bytes) -> str:
        """Keep a file and return its SHA-256; it is on the disk when this returns."""

    def put_many(self, contents: Sequence[bytes]) -> list[str]:
        """Keep files together, which is far cheaper than one by one; all are on the disk when this returns."""

    def get(self, content_hash: str) -> bytes:
        """Return a file; NotFound when it was never kept."""


def hash_of(content: bytes) -> str:
    """Return the name under which these bytes are kept."""
    return hashlib.sha256(content).hexdigest()


class LocalFiles:
    """A folder with 256 folders of files; no name that a person gave stands on the disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, content: bytes) -> str:
        """Write to a temporary file first: the file is seen whole or not at all, even when the power fails."""
        content_hash, is_new = self._write(content)
        if is_new:
            keep_name(self.path_of(content_hash).parent)
        return content_hash

    def put_many(self, contents: Sequence[bytes]) -> list[str]:
        """Write side by side: a disk takes in many files in the time of one, and each folder is told once."""
        with ThreadPoolExecutor(max_workers=WRITES_AT_ONCE) as writers:
            written = list(writers.map(self._write, contents))
            folders = {self.path_of(content_hash).parent for content_hash, is_new in written if is_new}
            list(writers.map(keep_name, folders))
        return [content_hash for content_hash, _ in written]

    def get(self, content_hash: str) -> bytes:
        """Read a file back."""
        try:
            return self.path_of(content_hash).read_bytes()
        except FileNotFoundError as error:
            raise NotFound(
                f"The file {content_hash} is not in {self.folder}. Restore it from a backup, or upload it again."
            ) from error

    def _write(self, content: bytes) -> tuple[str, bool]:
        content_hash = hash_of(content)
        path = self.path_of(content_hash)
        if path.exists():
            return content_hash, False
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        return content_hash, True

    def path_of(self, content_hash: str) -> Path:
        """Return where a file lies; what is no hash would be a path of somebody's choosing."""
        if not HASH.fullmatch(content_hash):
            raise ValueError(f"{content_hash!r} is no SHA-256 in lower case hexadecimal")
        return self.folder / content_hash[:2] / content_hash


def keep_name(folder: Path) -> None:
    """Make the new name in a folder survive a power failure, as fsync does for the content."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
