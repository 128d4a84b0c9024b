"""A recruiter's jobs and, for each, the ranked people with the reasons."""

from io import BytesIO

from flask import Blueprint, flash, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response

from recruit.errors import Conflict, InvalidInput
from recruit.services import jobs as job_services
from recruit.services import shortlists
from recruit.services.shapes import MatchView, Ranking
from recruit.web.context import house, wants_part
from recruit.web.permissions import may_decide, only_recruiters, signed_in
from recruit.web.reasons import match_page
from recruit.web.recruiters.forms import DecisionForm, RejectForm

PEOPLE_PER_PAGE = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

blueprint = Blueprint("recruiters", __name__, template_folder="templates", url_prefix="/recruiter/jobs")
blueprint.before_request(only_recruiters)

Answer = Response | str | tuple[str, int]


@blueprint.get("")
def jobs() -> str:
    """List the agency's jobs."""
    return render_template("recruiters/jobs.html", postings=job_services.recruiter_jobs(house(), signed_in()))


@blueprint.get("/<int:job_id>")
def workspace(job_id: int) -> str:
    """Show a job's ranked people, and the first of them beside the list."""
    ranking = ranked(job_id)
    first = ranking.rows[0].candidate_id if ranking.rows else None
    match = shortlists.match(house(), signed_in(), job_id, first) if first is not None else None
    return workspace_page(job_id, match, ranking=ranking)


@blueprint.get("/<int:job_id>/people/<int:candidate_id>")
def person(job_id: int, candidate_id: int) -> str:
    """Show one person for a job; htmx asks for the person alone."""
    match = shortlists.match(house(), signed_in(), job_id, candidate_id)
    return person_part(match) if wants_part() else workspace_page(job_id, match, chosen=True)


@blueprint.post("/<int:job_id>/people/<int:candidate_id>/shortlist")
def shortlist(job_id: int, candidate_id: int) -> Answer:
    """Put a person on the shortlist."""
    revision = DecisionForm(request.form).revision.data
    try:
        shortlists.shortlist_candidate(house(), signed_in(), job_id, candidate_id, revision)
    except Conflict:
        return changed_meanwhile(job_id, candidate_id)
    return after_decision(job_id, candidate_id)


@blueprint.post("/<int:job_id>/people/<int:candidate_id>/reject")
def reject(job_id: int, candidate_id: int) -> Answer:
    """Reject a person, with a reason."""
    form = RejectForm(request.form)
    if not form.validate():
        match = shortlists.match(house(), signed_in(), job_id, candidate_id)
        if wants_part():
            return person_part(match, form=form), 422
        return workspace_page(job_id, match, chosen=True, form=form), 422
    try:
        shortlists.reject_candidate(
            house(), signed_in(), job_id, candidate_id, form.revision.data, reason=form.reason
        )
    except Conflict:
        return changed_meanwhile(job_id, candidate_id)
    return after_decision(job_id, candidate_id)


@blueprint.post("/<int:job_id>/people/<int:candidate_id>/undo")
def undo(job_id: int, candidate_id: int) -> Answer:
    """Take the last decision back."""
    revision = DecisionForm(request.form).revision.data
    if revision is None:
        raise InvalidInput("There is no decision to take back. Reload the page to see how it stands.")
    try:
        shortlists.undo_stage(house(), signed_in(), job_id, candidate_id, revision)
    except Conflict:
        return changed_meanwhile(job_id, candidate_id)
    return after_decision(job_id, candidate_id)


@blueprint.get("/<int:job_id>/export")
def export(job_id: int) -> Response:
    """Hand out the ranked list as a workbook."""
    file_name, content = shortlists.export_shortlist(house(), signed_in(), job_id)
    return send_file(BytesIO(content), mimetype=XLSX, as_attachment=True, download_name=file_name)


def ranked(job_id: int) -> Ranking:
    """Rank the page of people that was asked for."""
    page = max(request.args.get("page", 1, type=int), 1)
    return shortlists.rank_candidates(house(), signed_in(), job_id, page=page, per_page=PEOPLE_PER_PAGE)


def workspace_page(
    job_id: int,
    match: MatchView | None,
    *,
    ranking: Ranking | None = None,
    chosen: bool = False,
    form: RejectForm | None = None,
) -> str:
    """Print the whole workspace; ``chosen`` says that a person was asked for and not merely shown first."""
    return render_template(
        "recruiters/workspace.html",
        posting=job_services.job(house(), signed_in(), job_id),
        ranking=ranking or ranked(job_id),
        match=match,
        page=match_page(match) if match else None,
        chosen=chosen,
        may_decide=may_decide(),
        form=form or RejectForm(),
    )


def person_part(match: MatchView, *, form: RejectForm | None = None, moved: bool = False) -> str:
    """Print the person beside the list; after a decision the list's row is told its new stage too."""
    return render_template(
        "recruiters/_person.html",
        posting=match.posting,
        match=match,
        page=match_page(match),
        chosen=True,
        moved=moved,
        may_decide=may_decide(),
        form=form or RejectForm(),
    )


def after_decision(job_id: int, candidate_id: int) -> Answer:
    """Show the person with their new stage."""
    if wants_part():
        return person_part(shortlists.match(house(), signed_in(), job_id, candidate_id), moved=True)
    return redirect(url_for("recruiters.person", job_id=job_id, candidate_id=candidate_id), code=303)


def changed_meanwhile(job_id: int, candidate_id: int) -> Answer:
    """Show the newest state, with a word on why the decision was not made."""
    flash(
        "Somebody else decided about this person while you had the page open, so your decision was not made. "
        "This is how it stands now.",
        "warning",
    )
    if wants_part():
        return person_part(shortlists.match(house(), signed_in(), job_id, candidate_id), moved=True), 409
    return redirect(url_for("recruiters.person", job_id=job_id, candidate_id=candidate_id), code=303)
