"""Uploads that are too large for the memory: written straight into a folder of ours while they come in."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from flask import Request, current_app, request

from recruit.services.imports import orders
from recruit.web.context import house
from recruit.web.security import csrf

#: Each file of a form stays open until its request ends, and a process may have few open; more come as a ZIP.
MOST_FILES = 200
#: Beside the files, a form carries its token and a few fields.
FORM_OVERHEAD_BYTES = 64 * 1024


class UploadRequest(Request):
    """A request that may name the folder its files are written to."""

    upload_folder: Path | None = None

    @cached_property
    def upload_files(self) -> list[IO[bytes]]:
        """Every file that was begun, those of a form that was refused half-way among them."""
        return []

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        if self.upload_folder is None:
            return super()._get_file_stream(total_content_length, content_type, filename, content_length)
        file = NamedTemporaryFile(dir=self.upload_folder, delete=False)  # noqa: SIM115 - closed by large_upload
        self.upload_files.append(file)
        return file


@contextmanager
def large_upload(*, most_bytes: int) -> Iterator[tuple[Path, list[tuple[str, Path]]]]:
    """Take in the files of a form, then check its token; what nobody kept is deleted at the end.

    Gives the folder, and each file's name with its path. The view is exempt from the check of tokens at the door,
    which would read the form under the limit of other forms.
    """
    folder = orders.incoming_folder(house())
    try:
        request.max_content_length = most_bytes + FORM_OVERHEAD_BYTES
        request.max_form_parts = MOST_FILES + 10
        request.upload_folder = folder  # type: ignore[attr-defined]
        if current_app.config.get("WTF_CSRF_ENABLED", True):
            csrf.protect()
        files = [
            (str(file.filename), Path(str(file.stream.name)))
            for file in request.files.getlist("files")
            if file.filename
        ]
        close_files()
        yield folder, files
    finally:
        close_files()
        shutil.rmtree(folder, ignore_errors=True)


def close_files() -> None:
    """Close what was written; the paths are used from here on."""
    for file in request.upload_files:  # type: ignore[attr-defined]
        file.close()
