"""What ``evaluate`` prints of reading: a row for each file, then the means, then what went wrong."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict

from recruit.documents.evaluate import ReadingGroup, ReadingReport, ReadingRow
from recruit.tables.lines import Json, wrapped

FILE_COLUMNS = 25
EXPECTED_COLUMNS = 10
OUTCOME_COLUMNS = 12
NOTHING = "-"


def reading_lines(report: ReadingReport) -> Iterator[str]:
    """Print files for which the same plain readers are there as one table, then means and failures."""
    yield ""
    yield f"Reading: {len(report.rows)} files; order is the share of the known words in their order"
    for peers in dict.fromkeys(tuple(row.order_by_peer) for row in report.rows):
        yield from table_lines([row for row in report.rows if tuple(row.order_by_peer) == peers], peers)
    for name, install in report.install_by_peer.items():
        yield from wrapped(f"{name} is not installed, so its column is empty: {install}.")
    for group in report.groups:
        yield from group_lines(group)
    failures = [row for row in report.rows if row.failure]
    yield f"{len(report.rows) - len(failures)} of {len(report.rows)} files as expected."
    for row in failures:
        yield from wrapped(f"{row.file}: {row.failure}", first="- ", rest="  ")


def table_lines(rows: Sequence[ReadingRow], peers: Sequence[str]) -> Iterator[str]:
    """Print a table with a column for each of these plain readers."""
    yield ""
    heads = "".join(f"{peer:>13}" for peer in peers)
    yield f"{cut('file', FILE_COLUMNS)}{words_of('expected', 'outcome')}{'ours':>5}{heads}"
    for row in rows:
        orders = "".join(f"{score(row.order_by_peer[peer]):>13}" for peer in peers)
        mark = " !" if row.failure else ""
        words = words_of(row.expected, row.outcome)
        yield f"{cut(row.file, FILE_COLUMNS)}{words}{score(row.order):>5}{orders}{mark}"


def words_of(expected: str, outcome: str) -> str:
    """Fill the two columns of words."""
    return cut(expected, EXPECTED_COLUMNS) + cut(outcome, OUTCOME_COLUMNS)


def group_lines(group: ReadingGroup) -> Iterator[str]:
    """Print the mean of a group, and each plain reader's mean beside ours over the same files."""
    if not group.n_files:
        return
    yield ""
    yield f"{group.name}: {group.n_right} of {group.n_files} as expected, mean order {score(group.order)}"
    for peer in group.peers:
        files = f"{peer.n_files} file{'s' if peer.n_files > 1 else ''}"
        yield f"  {peer.name:<14}{score(peer.order)}   ours on the same {files} {score(peer.ours)}"


def score(order: float | None) -> str:
    """Show a score, or that there is none."""
    return NOTHING if order is None else f"{order:.3f}"


def cut(words: str, columns: int) -> str:
    """Fill a column, the last letter of what is too long given up for a mark."""
    short = words if len(words) < columns else f"{words[: columns - 2]}~"
    return f"{short:<{columns}}"


def reading_json(report: ReadingReport) -> Json:
    """Give every row and every group as JSON."""
    return {
        "files": [row_json(row) for row in report.rows],
        "groups": {group.name: asdict(group) for group in report.groups},
        "not_installed": dict(report.install_by_peer),
    }


def row_json(row: ReadingRow) -> Json:
    """Give one file as JSON."""
    fields: Mapping[str, object] = asdict(row)
    return {**fields, "is_right": row.is_right, "failure": row.failure}
