"""Labelled documents as files: rows of JSON with texts and their mentions, and grades of pairs."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from recruit.errors import InvalidDocumentSet


def labels(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return where a row keeps its labels."""
    truth: Mapping[str, Any] = row.get("truth", row)
    return truth


def read_rows(path: Path, *, needs: Sequence[str]) -> list[dict[str, Any]]:
    """Read a JSONL of objects that have the fields needed.

    Parameters
    ----------
    path : Path
        The file.
    needs : sequence of str
        Fields every row must have.

    Returns
    -------
    list of dict
        The rows, empty lines passed over.

    Raises
    ------
    InvalidDocumentSet
        If the file is missing, not UTF-8, or a line is not such an object; the message names the line.
    """
    rows = []
    for number, line in enumerate(read_lines(path), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise InvalidDocumentSet(f"{path}, line {number}: this is not JSON ({error}).") from error
        missing = [name for name in needs if not isinstance(row, dict) or name not in row]
        if missing:
            raise InvalidDocumentSet(f"{path}, line {number}: the row has no {' and no '.join(missing)}.")
        rows.append(row)
    if not rows:
        raise InvalidDocumentSet(f"{path} holds no rows. Give it one JSON object a line.")
    return rows


def read_qrels(path: Path) -> dict[str, dict[str, int]]:
    """Read grades by job and resume from a tab-separated file with a header line.

    Parameters
    ----------
    path : Path
        Its first three columns are job, resume, grade (0-3).

    Returns
    -------
    dict of str to dict of str to int
        Grade by resume id, by job id.

    Raises
    ------
    InvalidDocumentSet
        If the file is missing or a line is not as described.
    """
    grades: dict[str, dict[str, int]] = {}
    for number, line in enumerate(read_lines(path), start=1):
        columns = line.split("\t")
        if not line.strip() or columns[0] == "job":
            continue
        if len(columns) < 3 or columns[2].strip() not in {"0", "1", "2", "3"}:
            raise InvalidDocumentSet(
                f"{path}, line {number}: it should read job, resume, grade 0-3, with tabs between."
            )
        grades.setdefault(columns[0], {})[columns[1]] = int(columns[2])
    return grades


def read_lines(path: Path) -> list[str]:
    """Read the lines of a text file."""
    try:
        return path.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError as error:
        raise InvalidDocumentSet(f"{path} is not there. The folder needs it.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidDocumentSet(f"{path} cannot be read: {error}. It should be UTF-8 text.") from error
