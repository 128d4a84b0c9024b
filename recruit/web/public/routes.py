"""The first page, the job board and a job's page."""

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from recruit.services import candidates as candidate_services
from recruit.services import jobs as job_services
from recruit.web.chips import requirement_chips
from recruit.web.context import actor, house, local_path, wants_part
from recruit.web.login import home_of

FIRST_PAGE_JOBS = 6
ONE_YEAR_SECONDS = 365 * 24 * 3600

blueprint = Blueprint("public", __name__, template_folder="templates")


@blueprint.get("/")
def home() -> AnyResponse | str:
    """Say what this is; who is logged in goes on to their work."""
    acting = actor()
    if acting and (acting.agency_ids or acting.employer_ids or acting.candidate_id):
        return redirect(home_of(acting), code=303)
    return render_template("public/home.html", postings=job_services.open_jobs(house())[:FIRST_PAGE_JOBS])


@blueprint.get("/jobs")
def job_board() -> str:
    """List open jobs; htmx asks for the list alone while words are typed."""
    query = request.args.get("q", "").strip()
    template = "public/_job_list.html" if wants_part() else "public/job_board.html"
    return render_template(template, postings=job_services.open_jobs(house(), query), query=query)


@blueprint.get("/jobs/<int:job_id>")
def job(job_id: int) -> str:
    """Show one open job with what it asks for."""
    posting = job_services.open_job(house(), job_id)
    return render_template(
        "public/job.html",
        posting=posting,
        chips=requirement_chips(posting.requirements, posting.description, posting.mentions),
        application=application_of(job_id),
    )


def application_of(job_id: int) -> object | None:
    """Return the visitor's own application for a job, where there is one."""
    acting = actor()
    if acting is None or acting.candidate_id is None:
        return None
    applications = candidate_services.my_applications(house(), acting)
    return next((application for application in applications if application.posting.id == job_id), None)


@blueprint.post("/theme")
def choose_theme() -> AnyResponse:
    """Keep the choice of colours in a cookie; an empty choice follows the device again."""
    answer: Response = redirect(local_path(request.form.get("back")) or url_for("public.home"), code=303)  # type: ignore[assignment]
    theme = request.form.get("theme", "")
    if theme in {"light", "dark"}:
        answer.set_cookie("theme", theme, max_age=ONE_YEAR_SECONDS, httponly=True, samesite="Lax")
    else:
        answer.delete_cookie("theme")
    return answer
