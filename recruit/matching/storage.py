"""Arrays and a JSON header in one file: written whole or not at all, and read back without pickle."""

import json
import os
import tempfile
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from recruit.errors import ModelError

HEADER = "header"


def write_arrays(
    path: Path, *, kind: str, version: int, header: Mapping[str, Any], arrays: Mapping[str, np.ndarray]
) -> None:
    """Write a file that is complete from the moment it can be seen under its name.

    Parameters
    ----------
    path : Path
        Where to write; missing folders are made.
    kind : str
        What the file holds, checked when it is read.
    version : int
        Version of the layout, checked when it is read.
    header : mapping
        What JSON can say.
    arrays : mapping of str to ndarray
        Everything else. No object arrays.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    stamped = json.dumps({"kind": kind, "version": version, **header}, ensure_ascii=False)
    as_bytes = np.frombuffer(stamped.encode(), dtype=np.uint8)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            np.savez(file, allow_pickle=False, **{HEADER: as_bytes, **arrays})
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def read_arrays(
    path: Path, *, kind: str, version: int, rebuild: str
) -> tuple[dict[str, Any], dict[str, np.ndarray]]:
    """Read what `write_arrays` wrote.

    Parameters
    ----------
    path : Path
        The file.
    kind : str
        What it should hold.
    version : int
        The layout this program knows.
    rebuild : str
        How to make the file anew, said in every error.

    Returns
    -------
    tuple of dict and dict
        The header and the arrays.

    Raises
    ------
    ModelError
        If there is no such file, it is damaged, holds something else, or is of another version.
    """
    try:
        # numpy would leave a file it opened itself open when it turns out to be damaged.
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in stored.files}
        header: dict[str, Any] = json.loads(arrays.pop(HEADER).tobytes())
    except FileNotFoundError as error:
        raise ModelError(f"There is no {kind} at {path}. {rebuild}") from error
    except IsADirectoryError as error:
        raise ModelError(f"{path} is a folder, not a {kind}. {rebuild}") from error
    except (OSError, ValueError, KeyError, AttributeError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        raise ModelError(f"The {kind} at {path} is damaged. {rebuild}") from error
    if not isinstance(header, dict) or header.get("kind") != kind:
        raise ModelError(f"The file at {path} is not a {kind}. {rebuild}")
    if header.get("version") != version:
        raise ModelError(
            f"The {kind} at {path} has version {header.get('version')}, this program reads {version}. {rebuild}"
        )
    return header, arrays
