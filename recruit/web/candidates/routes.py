"""A person's resume and what was read from it, the jobs that fit them, and their applications."""

from io import BytesIO

from flask import Blueprint, flash, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response

from recruit.errors import InvalidInput
from recruit.services import candidates as candidate_services
from recruit.services import concepts as concept_services
from recruit.services import consents, teaching
from recruit.services import resumes as resume_services
from recruit.services.shapes import ResumeView, Upload
from recruit.web import wording
from recruit.web.candidates.forms import SkillForm
from recruit.web.chips import requirement_chips
from recruit.web.context import house, wants_part
from recruit.web.forms import ACCEPTED_ENDINGS, Complaint, first_complaint, typed_years
from recruit.web.permissions import only_candidates, signed_in
from recruit.web.readings import reading_page
from recruit.web.reasons import match_page

blueprint = Blueprint("candidates", __name__, template_folder="templates", url_prefix="/my")
blueprint.before_request(only_candidates)

Answer = Response | str | tuple[str, int]


@blueprint.get("/resume")
def start() -> Answer:
    """Show what was read from the newest resume, or ask for the first one."""
    newest = resume_services.latest_resume(house(), signed_in())
    return (
        upload_page() if newest is None else redirect(url_for("candidates.resume", resume_id=newest.id), code=303)
    )


@blueprint.get("/resume/new")
def new_resume() -> str:
    """Ask for another resume."""
    return upload_page()


@blueprint.post("/resume")
def upload() -> Answer:
    """Take a resume; reading it happens elsewhere, so this answers at once."""
    file = request.files.get("file")
    if file is None or not file.filename:
        return upload_page("Choose a file first."), 422
    try:
        given = Upload(file_name=file.filename, content=file.read())
        known = {one.id: one for one in resume_services.resumes(house(), signed_in()) if one.state == "read"}
        resume_id = resume_services.submit_resume(house(), signed_in(), given)
    except InvalidInput as error:
        return upload_page(str(error)), 422
    if resume_id in known and resume_services.resume(house(), signed_in(), resume_id).state == "read":
        first = known[resume_id]
        day = wording.day(first.uploaded_at)
        flash(f"You uploaded this file on {day} already, as {first.file_name}. Nothing changed.", "success")
    return redirect(url_for("candidates.resume", resume_id=resume_id), code=303)


@blueprint.get("/resumes/<int:resume_id>")
def resume(resume_id: int) -> str:
    """Show how far the reading has come, what was read, or what went wrong."""
    view = resume_services.resume(house(), signed_in(), resume_id)
    return resume_page(view)


@blueprint.get("/resumes/<int:resume_id>/reading")
def reading(resume_id: int) -> str:
    """Answer the question asked every second; the answer stops asking once the resume is read."""
    view = resume_services.resume(house(), signed_in(), resume_id)
    return resume_part(view)


@blueprint.get("/resumes/<int:resume_id>/file")
def resume_file(resume_id: int) -> Response:
    """Give a person their own file back."""
    file_name, media_type, content = resume_services.resume_file(house(), signed_in(), resume_id)
    return send_file(BytesIO(content), mimetype=media_type, as_attachment=True, download_name=file_name)


@blueprint.post("/resumes/<int:resume_id>/skills")
def correct_skill(resume_id: int) -> Answer:
    """Correct, add or remove one skill."""
    form = SkillForm(request.form)
    if not form.validate():
        return not_corrected(
            resume_id, Complaint(str(form.concept.data or ""), first_complaint(form), typed_years())
        )
    said = form.correction(removed=request.form.get("remove"))
    try:
        view = resume_services.correct_skill(house(), signed_in(), resume_id, said)
    except InvalidInput as error:
        return not_corrected(resume_id, Complaint(said.concept, str(error), typed_years()))
    return after_correction(view, changed=said.concept)


def not_corrected(resume_id: int, complaint: Complaint) -> Answer:
    """Show what was read as it stands, with why the correction was not made where it was typed."""
    view = resume_services.resume(house(), signed_in(), resume_id)
    page = resume_part if wants_part() else resume_page
    return page(view, complaint=complaint), 422


@blueprint.post("/resumes/<int:resume_id>/skills/undo")
def undo_correction(resume_id: int) -> Answer:
    """Take one correction back: what the resume says counts again."""
    concept = request.form.get("concept", "")
    return after_correction(resume_services.undo_correction(house(), signed_in(), resume_id, concept))


@blueprint.post("/teaching")
def teach() -> Response:
    """Let corrections teach the program, or no more; a second click changes nothing."""
    agreed = "agreed" in request.form
    teaching.agree(house(), signed_in(), agreed=agreed)
    flash("Thank you: your corrections may teach the program." if agreed else "Withdrawn.", "success")
    return redirect(url_for("candidates.start"), code=303)


@blueprint.get("/resumes/<int:resume_id>/skills/new")
def choose_skill(resume_id: int) -> str:
    """Find a skill to add; htmx asks for the choices alone while words are typed."""
    resume_services.resume(house(), signed_in(), resume_id)
    query = request.args.get("q", "").strip()
    template = "candidates/_choices.html" if wants_part() else "candidates/choose_skill.html"
    choices = concept_services.find_concepts(query) if query else []
    return render_template(template, choices=choices, query=query, resume_id=resume_id, form=SkillForm())


@blueprint.get("/jobs")
def jobs() -> str:
    """Show the jobs that fit, best first."""
    return render_template("candidates/jobs.html", ranked=candidate_services.jobs_for_me(house(), signed_in()))


@blueprint.get("/jobs/<int:job_id>")
def job(job_id: int) -> Answer:
    """Show why a job fits and what is missing; who has no resume to compare is asked for one."""
    try:
        match = candidate_services.match_for_me(house(), signed_in(), job_id)
    except InvalidInput as error:
        flash(str(error), "warning")
        begun = resume_services.latest_resume(house(), signed_in())
        return redirect(url_for("candidates.start" if begun else "candidates.new_resume"), code=303)
    chips = requirement_chips(match.posting.requirements, match.posting.description, match.posting.mentions)
    return render_template(
        "candidates/job.html", match=match, page=match_page(match, for_candidate=True), chips=chips
    )


@blueprint.post("/jobs/<int:job_id>/apply")
def apply(job_id: int) -> Response:
    """Apply; a second click changes nothing."""
    candidate_services.apply(house(), signed_in(), job_id)
    flash("Your application was sent. A recruiter will read it.", "success")
    return redirect(url_for("candidates.applications"), code=303)


@blueprint.get("/applications")
def applications() -> str:
    """Show where each application stands."""
    mine = candidate_services.my_applications(house(), signed_in())
    return render_template("candidates/applications.html", applications=mine)


@blueprint.post("/jobs/<int:job_id>/withdraw")
def withdraw(job_id: int) -> Response:
    """Withdraw an application."""
    candidate_services.withdraw(house(), signed_in(), job_id)
    flash("Your application was withdrawn. You can apply again while the job is open.", "success")
    return redirect(url_for("candidates.applications"), code=303)


def upload_page(error: str | None = None) -> str:
    """Print the page that asks for a file."""
    return render_template("candidates/upload.html", error=error, **uploadable())


def resume_page(view: ResumeView, changed: str | None = None, complaint: Complaint | None = None) -> str:
    """Print a resume's page."""
    return render_template("candidates/resume.html", changed=changed, complaint=complaint, **shown(view))


def resume_part(view: ResumeView, changed: str | None = None, complaint: Complaint | None = None) -> str:
    """Print the part of a resume's page that changes while it is read or corrected."""
    return render_template("candidates/_resume.html", changed=changed, complaint=complaint, **shown(view))


def shown(view: ResumeView) -> dict[str, object]:
    """Say what a resume's page is made of."""
    return {
        "resume": view,
        "page": reading_page(view),
        "teaches": teaching.has_agreed(house(), signed_in()),
        "teaching": consents.WORDING_BY_PURPOSE[consents.TEACHING],
        "examples": teaching.my_examples(house(), signed_in()),
        **uploadable(),
    }


def uploadable() -> dict[str, object]:
    """Say what the form for a file takes."""
    return {"limit_bytes": house().settings.max_upload_bytes, "accepted": ACCEPTED_ENDINGS}


def after_correction(view: ResumeView, changed: str | None = None) -> Answer:
    """Show a correction in place, or on the page where there is no JavaScript."""
    if wants_part():
        return resume_part(view, changed)
    return redirect(url_for("candidates.resume", resume_id=view.id), code=303)
