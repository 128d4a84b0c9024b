"""Who does the work of imports: a worker what was uploaded, the command line what was named there."""

import logging
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy.orm import Session

from recruit.db import accounts, audit, imports
from recruit.db.accounts import Organization, OrganizationKind
from recruit.db.audit import BackgroundJobState
from recruit.db.imports import Import, ImportSource
from recruit.errors import Conflict, InvalidInput, RecruitError
from recruit.services import background
from recruit.services.background import Run
from recruit.services.house import House
from recruit.services.imports import orders
from recruit.services.imports.names import plain_path
from recruit.services.imports.report import write_report
from recruit.services.imports.run import run_import
from recruit.services.shapes import ImportView
from recruit.services.typed import one_line

BROKEN_MESSAGE = (
    "Something broke on our side, and this import was stopped. What was brought in is kept. If it stops again "
    "after you went on with it, tell the people who run this site."
)
LOOK_SECONDS = 0.5

_log = logging.getLogger(__name__)


# --------------------------------------------------------------------------------------------------- the worker


def run_next(house: House, stop: threading.Event) -> bool:
    """Do the import that waits longest, and those before it whose worker died; False when none waits."""
    with house.sessions.begin() as session:
        background.abandoned(session, orders.BY_WORKER)
    with house.sessions.begin() as session:
        for import_id in audit.queued_subjects(session, orders.BY_WORKER):
            run = background.claim(session, orders.BY_WORKER, import_id)
            if run is not None:
                break
        else:
            return False
    run_or_fail(house, run, import_id, stop)
    return True


def run_or_fail(house: House, run: Run, import_id: int, stop: threading.Event) -> None:
    """Do an import; whatever ends it is told to the person who began it."""
    try:
        if run.is_one_too_many:
            raise RuntimeError(f"import {import_id} ended its worker {background.MOST_ATTEMPTS} times")
        if run_import(house, run, import_id, stop=stop, watch=lambda _: None):
            with house.sessions() as session:
                orders.forget_uploads(house, session.get_one(Import, import_id))
    except Conflict as error:
        _log.warning("import %s: %s", import_id, error)
    except RecruitError as error:
        fail(house, run, str(error))
    except Exception:
        # Whatever it was, the person who waits for this import must be told; the log has the rest.
        _log.exception("import %s broke", import_id)
        fail(house, run, BROKEN_MESSAGE)


def fail(house: House, run: Run, message: str) -> None:
    """Say why an import was stopped."""
    with house.sessions.begin() as session:
        audit.finish(session, run.claimed_by, state=BackgroundJobState.FAILED, message=message)


# ---------------------------------------------------------------------------------------------- the command line


def import_paths(
    house: House,
    paths: Sequence[Path],
    *,
    organization: str | None,
    stop: threading.Event,
    watch: Callable[[ImportView], None],
) -> ImportView:
    """Bring in files, folders and ZIPs, going on where the same command stopped; a stopped one is not done."""
    import_id = begin(house, paths, organization)
    run = claimed(house, import_id, stop)

    def look(import_id: int) -> None:
        watch(short_view(house, import_id))

    try:
        run_import(house, run, import_id, stop=stop, watch=look)
    except BaseException:
        with house.sessions.begin() as session:
            audit.give_back(session, run.claimed_by)
        raise
    return view(house, import_id)


def begin(house: House, paths: Sequence[Path], organization: str | None) -> int:
    """Find the unfinished import of these paths, or make it."""
    sources = tuple(
        ImportSource(path=str(path.resolve()), name=plain_path(str(path)).rstrip("/") or "/") for path in paths
    )
    with house.sessions.begin() as session:
        agency_id = agency_named(session, organization).id
        imports.lock_imports(session, agency_id)
        order = imports.unfinished_import(session, agency_id=agency_id, kind=orders.BY_COMMAND, sources=sources)
        if order is None:
            order = orders.new_import(session, None, agency_id=agency_id, kind=orders.BY_COMMAND, sources=sources)
        background.enqueue(session, orders.BY_COMMAND, order.id)
        return order.id


def claimed(house: House, import_id: int, stop: threading.Event) -> Run:
    """Take the work; where another process has it, wait until it shows that it lives or is surely dead."""
    last_beat = None
    while not stop.is_set():
        with house.sessions.begin() as session:
            background.abandoned(session, orders.BY_COMMAND)
            run = background.claim(session, orders.BY_COMMAND, import_id)
            if run is not None:
                return run
            job = audit.background_job(session, orders.BY_COMMAND, import_id)
        beat = job.heartbeat_at if job else None
        if job is None or (last_beat is not None and beat != last_beat):
            done = f"{job.done:,} of {job.total:,} files are done" if job else "it has just ended"
            raise Conflict(f"Another process imports this right now: {done}. Wait until it has ended.")
        last_beat = beat
        stop.wait(LOOK_SECONDS)
    raise Conflict("Stopped before the import began. Nothing was read.")


def agency_named(session: Session, name: str | None) -> Organization:
    """Find the agency to import for; where there is one only, it need not be named."""
    agencies = accounts.agencies(session)
    if name is not None:
        found = accounts.organization_by_name(session, one_line(name))
        if found is not None and found.kind is OrganizationKind.AGENCY:
            return found
        names = (
            ", ".join(agency.name for agency in agencies) or "none yet: add one with `recruit organization add`"
        )
        raise InvalidInput(f"There is no agency {name!r}. The agencies are: {names}.", field="organization")
    if len(agencies) != 1:
        names = ", ".join(agency.name for agency in agencies)
        raise InvalidInput(
            f"Say for which agency with --organization: {names}."
            if agencies
            else "There is no agency to import for. Add one with `recruit organization add NAME --kind agency`.",
            field="organization",
        )
    return agencies[0]


def short_view(house: House, import_id: int) -> ImportView:
    """Return how far an import is, for the one who runs it."""
    with house.sessions() as session:
        order = session.get_one(Import, import_id)
        counts = imports.counts_of(session, [import_id])[import_id]
        return orders.view_of(imports.import_row(session, order), counts)


def view(house: House, import_id: int) -> ImportView:
    """Return how far an import is and what failed, for the one who ran it."""
    with house.sessions() as session:
        order = session.get_one(Import, import_id)
        return orders.whole_view(session, imports.import_row(session, order))


def save_report(house: House, import_id: int, path: Path | None) -> Path:
    """Write the report to a file of somebody's choosing, or into the data folder."""
    target = path or house.settings.data_dir / "reports" / f"import-{import_id}.csv"
    write_report(orders.lines_of(house, import_id), target)
    return target
