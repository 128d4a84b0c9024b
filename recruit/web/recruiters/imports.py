"""Bringing many resumes in at once: begun by an upload, watched, and told file by file."""

from flask import Blueprint, Response, redirect, render_template, url_for
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as AnyResponse

from recruit.errors import InvalidInput
from recruit.services.imports import orders
from recruit.web.context import house
from recruit.web.permissions import may_decide, only_recruiters, signed_in
from recruit.web.problems import take_off_hands
from recruit.web.security import csrf
from recruit.web.uploads import MOST_FILES, large_upload
from recruit.web.wording import size

blueprint = Blueprint("imports", __name__, template_folder="templates", url_prefix="/recruiter/imports")
blueprint.before_request(only_recruiters)

Answer = AnyResponse | str | tuple[str, int]


@blueprint.get("")
def every() -> str:
    """List the agency's imports, and offer to begin one."""
    return list_page()


@blueprint.post("")
@csrf.exempt  # type: ignore[untyped-decorator]
def start() -> Answer:
    """Take files in and have them imported; that happens elsewhere, so this answers once they are here."""
    orders.agency_to_import_for(signed_in())
    with large_upload(most_bytes=house().settings.max_import_bytes) as (folder, files):
        try:
            import_id = orders.start_import(house(), signed_in(), folder, files)
        except InvalidInput as error:
            return list_page(str(error)), 422
    return redirect(url_for("imports.one", import_id=import_id), code=303)


@blueprint.errorhandler(RequestEntityTooLarge)
def too_large(_error: RequestEntityTooLarge) -> Answer:
    """Say how much can come in at once."""
    take_off_hands()
    most = size(house().settings.max_import_bytes)
    return list_page(
        f"This is more than {most} or more than {MOST_FILES} files, the most that can come in at once. "
        "Nothing was stored. Pack the files into ZIPs and import one after the other."
    ), 413


@blueprint.get("/<int:import_id>")
def one(import_id: int) -> str:
    """Show how far an import is, and what failed."""
    return render_template("recruiters/import.html", view=orders.import_view(house(), signed_in(), import_id))


@blueprint.get("/<int:import_id>/progress")
def progress(import_id: int) -> str:
    """Answer the question asked every second; the answer stops asking once the import has ended."""
    return render_template("recruiters/_import.html", view=orders.import_view(house(), signed_in(), import_id))


@blueprint.post("/<int:import_id>/go-on")
def go_on(import_id: int) -> Answer:
    """Have an import that broke off go on; a second click changes nothing."""
    orders.go_on_with_import(house(), signed_in(), import_id)
    return redirect(url_for("imports.one", import_id=import_id), code=303)


@blueprint.get("/<int:import_id>/report")
def report(import_id: int) -> Response:
    """Hand out the report, line by line, so that a long one is never held whole."""
    file_name, lines = orders.import_report(house(), signed_in(), import_id)
    answer = Response(lines, mimetype="text/csv")
    answer.headers.set("Content-Disposition", "attachment", filename=file_name)
    return answer


def list_page(error: str | None = None) -> str:
    """Print the list with the form above it."""
    return render_template(
        "recruiters/imports.html",
        imports=orders.list_imports(house(), signed_in()),
        may_import=may_decide(),
        error=error,
        limit_bytes=house().settings.max_import_bytes,
        most_files=MOST_FILES,
    )
