"""What people ask of imports: begin one by an upload, see how far it is, have it go on, take its report."""

import datetime as dt
import os
import secrets
import shlex
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from sqlalchemy.orm import Session

from recruit.db import imports
from recruit.db.accounts import Organization
from recruit.db.audit import BackgroundJobState
from recruit.db.base import utc_now
from recruit.db.imports import Import, ImportFile, ImportOutcome, ImportRow, ImportSource
from recruit.errors import InvalidInput
from recruit.services import background
from recruit.services.access import (
    WRITES_FOR_AGENCY,
    load_import,
    may_import_for,
    organization_to_write_for,
    signed_in,
)
from recruit.services.house import House
from recruit.services.imports.names import plain_path
from recruit.services.imports.report import report_lines
from recruit.services.records import record
from recruit.services.shapes import Actor, ImportedFile, ImportView
from recruit.services.typed import own_name

#: Kinds of background jobs: what was uploaded is done by a worker, what was named on the command line there.
BY_WORKER = "import_uploads"
BY_COMMAND = "import_paths"

FAILED_FILES_SHOWN = 100
#: An upload that its browser gave up leaves its folder; older ones than this are cleared away.
GIVEN_UP_AFTER = dt.timedelta(days=1)
INCOMING = "incoming-"


def agency_to_import_for(actor: Actor | None) -> int:
    """Return the agency whose pool the actor may fill; asked before an upload is taken in."""
    return organization_to_write_for(actor, signed_in(actor).agency_ids, WRITES_FOR_AGENCY, "import resumes")


def incoming_folder(house: House) -> Path:
    """Make the folder that an upload is written to while it comes in."""
    folder = uploads_of(house) / f"{INCOMING}{secrets.token_hex(8)}"
    folder.mkdir(parents=True)
    return folder


def start_import(house: House, actor: Actor | None, folder: Path, files: Sequence[tuple[str, Path]]) -> int:
    """Have the files of an incoming folder brought in, each given with the name it was uploaded under."""
    agency_id = agency_to_import_for(actor)
    if not files:
        raise InvalidInput("Choose a ZIP or some resumes first.", field="files")
    kept = folder.with_name(folder.name.removeprefix(INCOMING))
    keep_on_disk([path for _, path in files])
    folder.rename(kept)
    sources = tuple(
        ImportSource(path=str(kept / path.name), name=plain_path(own_name(name)) or "file without a name")
        for name, path in files
    )
    with house.sessions.begin() as session:
        return new_import(session, actor, agency_id=agency_id, kind=BY_WORKER, sources=sources).id


def keep_on_disk(paths: Sequence[Path]) -> None:
    """Make uploads survive a power failure."""
    for path in paths:
        with path.open("rb") as file:
            os.fsync(file.fileno())


def new_import(
    session: Session, actor: Actor | None, *, agency_id: int, kind: str, sources: tuple[ImportSource, ...]
) -> Import:
    """Write down what is to be brought in, and that somebody has to."""
    order = Import(
        agency_id=agency_id, kind=kind, sources=sources, started_by_user_id=actor.user_id if actor else None
    )
    session.add(order)
    session.flush()
    background.enqueue(session, kind, order.id)
    names = [source.name for source in sources]
    record(session, actor, "start_import", "import", order.id, agency_id=agency_id, sources=names)
    return order


def list_imports(house: House, actor: Actor | None) -> list[ImportView]:
    """Return the imports of the actor's agencies, the newest first."""
    with house.sessions() as session:
        rows = imports.imports_of(session, signed_in(actor).agency_ids)
        counts = imports.counts_of(session, [order.id for order, _, _ in rows])
        return [view_of(row, counts[row[0].id]) for row in rows]


def import_view(house: House, actor: Actor | None, import_id: int) -> ImportView:
    """Return how far an import is, with the files that failed last."""
    with house.sessions() as session:
        row = load_import(session, actor, import_id)
        order = row[0]
        may_write = may_import_for(signed_in(actor), order.agency_id)
        return replace(
            whole_view(session, row),
            may_write=may_write,
            has_files=has_files(order),
            command=command_of(session, order) if may_write and order.kind == BY_COMMAND else None,
        )


def go_on_with_import(house: House, actor: Actor | None, import_id: int) -> None:
    """Have an import that broke off go on where it stopped; one that goes on already stays as it is."""
    with house.sessions.begin() as session:
        row = load_import(session, actor, import_id, write=True)
        order = row[0]
        if order.kind == BY_COMMAND:
            raise InvalidInput(
                f"This import was begun on the command line. Type there: {command_of(session, order)}"
            )
        if not has_files(order) and order.finished_at is None:
            raise InvalidInput(
                "The uploaded files are not kept any more. Import the same files again: what is in the pool "
                "already is not read twice."
            )
        if background.go_on(session, order.kind, order.id):
            record(session, actor, "go_on_with_import", "import", order.id)


def import_report(house: House, actor: Actor | None, import_id: int) -> tuple[str, Iterator[str]]:
    """Return the name of an import's report and its lines, as far as it is now."""
    with house.sessions.begin() as session:
        load_import(session, actor, import_id)
        record(session, actor, "download_import_report", "import", import_id)
    return f"import-{import_id}.csv", lines_of(house, import_id)


def lines_of(house: House, import_id: int) -> Iterator[str]:
    """Write the report without holding more than a few rows of it."""
    with house.sessions() as session:
        yield from report_lines(session, import_id)


def whole_view(session: Session, row: ImportRow) -> ImportView:
    """Show one import with what failed."""
    order = row[0]
    failed = imports.files_not_brought_in(session, order.id, limit=FAILED_FILES_SHOWN)
    return view_of(row, imports.counts_of(session, [order.id])[order.id], failed)


def view_of(row: ImportRow, counts: Mapping[ImportOutcome, int], failed: Sequence[ImportFile] = ()) -> ImportView:
    """Show one import."""
    order, job, started_by = row
    return ImportView(
        id=order.id,
        names=tuple(source.name for source in order.sources),
        state=state_of(row),
        started_at=order.started_at,
        total=order.total,
        count_by_outcome={outcome.value: counts[outcome] for outcome in ImportOutcome if outcome in counts},
        working_seconds=order.working_seconds,
        finished_at=order.finished_at,
        started_by=started_by,
        message=job.message if job else None,
        failed_files=tuple(
            ImportedFile(name=file.name, outcome=file.outcome.value, code=file.code, message=file.message)
            for file in failed
        ),
    )


def state_of(row: ImportRow) -> str:
    """Say how an import stands: a command that ended before its end goes on only when somebody starts it again."""
    order, job, _ = row
    if order.finished_at is not None:
        return "done"
    if job is None or job.state is BackgroundJobState.FAILED:
        return "failed"
    if job.state is BackgroundJobState.RUNNING and background.is_alive(job):
        return "running"
    return "stopped" if order.kind == BY_COMMAND else "waiting"


def has_files(order: Import) -> bool:
    """Tell whether everything an import is made of can be read from where this program runs."""
    return all(os.access(source.path, os.R_OK) for source in order.sources)


def command_of(session: Session, order: Import) -> str:
    """Return the command that goes on with an import, from whatever folder it is typed in."""
    agency = session.get_one(Organization, order.agency_id).name
    paths = [source.path for source in order.sources]
    return shlex.join(["recruit", "import", "--organization", agency, *paths])


def forget_uploads(house: House, order: Import) -> None:
    """Delete the files as they were uploaded; each resume is in the file store."""
    for folder in {Path(source.path).parent for source in order.sources}:
        if folder.parent == uploads_of(house):
            shutil.rmtree(folder, ignore_errors=True)


def forget_given_up_uploads(house: House) -> None:
    """Delete what came in and was never begun: the browser was closed before the end of its upload."""
    before = (utc_now() - GIVEN_UP_AFTER).timestamp()
    for folder in uploads_of(house).glob(f"{INCOMING}*"):
        if folder.stat().st_mtime < before:
            shutil.rmtree(folder, ignore_errors=True)


def uploads_of(house: House) -> Path:
    """Return the folder of all uploads of imports."""
    return house.settings.data_dir / "imports"
