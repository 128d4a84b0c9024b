"""The ranked list as a workbook: people, reasons, receipt. No contact data, and no cell is ever a formula."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from recruit.services.shapes import RankedCandidate
from recruit.vocabulary.shapes import MatchResult

#: Excel takes no longer text in one cell.
LONGEST_CELL = 32_767
WIDEST_COLUMN = 70
NARROWEST_COLUMN = 8

Cell = str | int | float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What a ranking was computed with, and who took it out of the program when."""

    job_title: str
    hiring_organization: str
    job_revision: int
    model_version: str
    vocabulary_version: str
    weights: Mapping[str, float]
    run_id: int
    ran_at: dt.datetime
    exported_at: dt.datetime
    exported_by: str


def shortlist_workbook(
    people: Sequence[RankedCandidate], results: Sequence[MatchResult], receipt: Receipt
) -> bytes:
    """Write the sheets; ``results`` are those of ``people``, in their order."""
    buffer = BytesIO()
    with Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as workbook:
        write_sheet(workbook, "People", people_rows(people))
        write_sheet(workbook, "Reasons", reason_rows(people, results))
        write_sheet(workbook, "Receipt", receipt_rows(receipt))
    return buffer.getvalue()


def people_rows(people: Sequence[RankedCandidate]) -> list[list[Cell]]:
    """One row for each person: the score and the parts that add up to it."""
    labels = [part.label for part in people[0].parts] if people else []
    header: list[Cell] = ["Rank", "Name", "Score", *labels, "Stage", "Applied", "Main reasons"]
    return [header, *(person_row(person) for person in people)]


def person_row(person: RankedCandidate) -> list[Cell]:
    """Put a person into the columns of the first sheet."""
    return [
        person.rank,
        person.display_name,
        round(person.score, 2),
        *(round(part.points, 2) for part in person.parts),
        person.stage,
        person.applied_at.date().isoformat() if person.applied_at else None,
        " ".join(person.top_reasons),
    ]


def reason_rows(people: Sequence[RankedCandidate], results: Sequence[MatchResult]) -> list[list[Cell]]:
    """One row for each reason, with the words of the resume it rests on."""
    rows: list[list[Cell]] = [
        ["Rank", "Name", "Part", "Outcome", "Required", "Points", "Reason", "Words in the resume"]
    ]
    for person, result in zip(people, results, strict=True):
        for part in result.parts:
            rows += [
                [
                    person.rank,
                    person.display_name,
                    part.label,
                    reason.outcome.replace("_", " "),
                    "yes" if reason.required else "",
                    round(reason.points, 2),
                    reason.sentence,
                    " … ".join(evidence.text for evidence in reason.evidence),
                ]
                for reason in part.reasons
            ]
    return rows


def receipt_rows(receipt: Receipt) -> list[list[Cell]]:
    """What it takes to compute the same list again."""
    weights: list[list[Cell]] = [
        [f"Weight of {name.replace('_', ' ')}", weight] for name, weight in receipt.weights.items()
    ]
    return [
        ["What", "Value"],
        ["Job", receipt.job_title],
        ["Employer", receipt.hiring_organization],
        ["Revision of the job", receipt.job_revision],
        ["Ranking run", receipt.run_id],
        ["Ranked at (UTC)", f"{receipt.ran_at:%Y-%m-%d %H:%M:%S}"],
        ["Exported at (UTC)", f"{receipt.exported_at:%Y-%m-%d %H:%M:%S}"],
        ["Exported by", receipt.exported_by],
        ["Model version", receipt.model_version],
        ["Vocabulary version", receipt.vocabulary_version],
        *weights,
    ]


def write_sheet(workbook: Workbook, name: str, rows: Sequence[Sequence[Cell]]) -> None:
    """Write rows under a header that stays in view, each column as wide as what stands in it."""
    sheet: Worksheet = workbook.add_worksheet(name)
    bold: Any = workbook.add_format({"bold": True})
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            write_cell(sheet, number, column, cell, bold if number == 0 else None)
    sheet.freeze_panes(1, 0)
    for column in range(len(rows[0])):
        longest = max(len(str(row[column] or "")) for row in rows)
        sheet.set_column(column, column, min(max(longest + 1, NARROWEST_COLUMN), WIDEST_COLUMN))


def write_cell(sheet: Worksheet, row: int, column: int, cell: Cell, style: Any) -> None:
    """Write a number as a number and everything else as text, whatever it begins with."""
    if isinstance(cell, int | float):
        sheet.write_number(row, column, cell, style)
    elif cell:
        sheet.write_string(row, column, cell[:LONGEST_CELL], style)
