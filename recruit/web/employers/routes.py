"""An employer's roles: written, read, corrected, published, closed."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from recruit.errors import Conflict, InvalidInput
from recruit.services import concepts as concept_services
from recruit.services import jobs as job_services
from recruit.services.shapes import PostingView, Upload
from recruit.vocabulary.shapes import Polarity
from recruit.web.chips import ChipsBesideText, requirement_chips
from recruit.web.context import house, wants_part
from recruit.web.employers.forms import PostingForm, RequirementForm, StateForm
from recruit.web.forms import ACCEPTED_ENDINGS, MEANS_OTHER, Complaint, first_complaint, place_error, typed_years
from recruit.web.permissions import load_role_to_edit, may_post, only_employers, require_posting, signed_in

blueprint = Blueprint("employers", __name__, template_folder="templates", url_prefix="/roles")
blueprint.before_request(only_employers)

Answer = Response | str | tuple[str, int]


@blueprint.get("")
def roles() -> str:
    """List the employer's roles."""
    postings = job_services.employer_jobs(house(), signed_in())
    return render_template("employers/roles.html", postings=postings, may_post=may_post())


@blueprint.get("/new")
def new_role() -> str:
    """Ask for a new role."""
    require_posting()
    return editor(PostingForm())


@blueprint.post("/new")
def post_role() -> Answer:
    """Save a new role as a draft, or show what would be read from it."""
    require_posting()
    form = PostingForm(request.form)
    if "preview" in request.form:
        return editor(form, preview=read_from(form))
    if form.validate():
        try:
            job_id = job_services.post_job(house(), signed_in(), form.draft())
        except InvalidInput as error:
            place_error(form, error)
        else:
            flash("Saved as a draft. Check what was read from it, then publish.", "success")
            return redirect(url_for("employers.role", job_id=job_id), code=303)
    return editor(form, preview=read_from(form)), 422


@blueprint.post("/new/file")
def fill_from_file() -> Answer:
    """Put the text of an uploaded description into the form."""
    require_posting()
    file = request.files.get("file")
    form = PostingForm(request.form)
    if file is None or not file.filename:
        return editor(form, file_error="Choose a file first."), 422
    given = Upload(file_name=file.filename, content=file.read())
    try:
        form.description.data = job_services.read_posting_file(house(), signed_in(), given)
    except InvalidInput as error:
        return editor(form, file_error=str(error)), 422
    form.title.data = form.title.data or first_line(form.description.data)
    return editor(form, preview=read_from(form))


@blueprint.post("/preview")
def preview() -> str:
    """Show what is read from a description while it is typed."""
    return render_template("employers/_preview.html", preview=read_from(PostingForm(request.form)))


@blueprint.get("/<int:job_id>")
def role(job_id: int) -> str:
    """Show a role with its requirements to correct."""
    return role_page(job_services.job(house(), signed_in(), job_id))


@blueprint.route("/<int:job_id>/edit", methods=["GET", "POST"])
def edit_role(job_id: int) -> Answer:
    """Change a role's text; what somebody else changed meanwhile is shown, not overwritten."""
    posting = load_role_to_edit(job_id)
    if request.method == "GET":
        return editor(PostingForm.of(posting), posting=posting)
    form = PostingForm(request.form)
    if "preview" in request.form:
        return editor(form, posting=posting, preview=read_from(form))
    if form.validate():
        try:
            job_services.edit_job(house(), signed_in(), job_id, form.draft(), form.revision.data or 0)
        except InvalidInput as error:
            place_error(form, error)
        except Conflict:
            form.revision.data = posting.revision
            form.revision.raw_data = None
            return editor(form, posting=posting, preview=read_from(form), newer=posting), 409
        else:
            flash("Saved. What was read from it is below.", "success")
            return redirect(url_for("employers.role", job_id=job_id), code=303)
    return editor(form, posting=posting, preview=read_from(form)), 422


@blueprint.post("/<int:job_id>/requirements")
def correct_requirement(job_id: int) -> Answer:
    """Correct, add or remove one requirement."""
    form = RequirementForm(request.form)
    if not form.validate():
        return not_corrected(job_id, Complaint(str(form.concept.data or ""), first_complaint(form), typed_years()))
    polarity = None if "remove" in request.form else Polarity(form.polarity.data)
    try:
        job_services.correct_requirement(
            house(),
            signed_in(),
            job_id,
            str(form.concept.data),
            polarity,
            form.revision.data or 0,
            years=form.years.data,
            means_other=request.form.get("remove") == MEANS_OTHER,
        )
    except Conflict:
        return changed_meanwhile(job_id)
    except InvalidInput as error:
        return not_corrected(job_id, Complaint(str(form.concept.data), str(error), typed_years()))
    if wants_part():
        return role_part(job_services.job(house(), signed_in(), job_id), changed=form.concept.data)
    return redirect(url_for("employers.role", job_id=job_id), code=303)


@blueprint.get("/<int:job_id>/requirements/new")
def choose_requirement(job_id: int) -> str:
    """Find a requirement to add; htmx asks for the choices alone while words are typed."""
    posting = load_role_to_edit(job_id)
    query = request.args.get("q", "").strip()
    template = "employers/_choices.html" if wants_part() else "employers/choose_requirement.html"
    choices = concept_services.find_concepts(query) if query else []
    return render_template(template, choices=choices, query=query, posting=posting)


@blueprint.post("/<int:job_id>/publish")
def publish(job_id: int) -> Answer:
    """Publish a role."""
    try:
        job_services.publish_job(house(), signed_in(), job_id, revision_typed())
    except Conflict:
        return changed_meanwhile(job_id)
    flash("Published. It stands on the job board, and your recruiter sees the ranked people.", "success")
    return redirect(url_for("employers.role", job_id=job_id), code=303)


@blueprint.post("/<int:job_id>/close")
def close(job_id: int) -> Answer:
    """Close a role."""
    try:
        job_services.close_job(house(), signed_in(), job_id, revision_typed())
    except Conflict:
        return changed_meanwhile(job_id)
    flash("Closed. Nobody can apply any more; what was decided is kept.", "success")
    return redirect(url_for("employers.role", job_id=job_id), code=303)


def editor(
    form: PostingForm,
    *,
    posting: PostingView | None = None,
    preview: ChipsBesideText | None = None,
    newer: PostingView | None = None,
    file_error: str | None = None,
) -> str:
    """Print the form of a role; ``newer`` is what somebody else saved while this one was typed."""
    if preview is None and posting is not None:
        preview = requirement_chips(posting.requirements, posting.description, posting.mentions)
    return render_template(
        "employers/editor.html",
        form=form,
        posting=posting,
        preview=preview,
        newer=newer,
        file_error=file_error,
        accepted=ACCEPTED_ENDINGS,
    )


def read_from(form: PostingForm) -> ChipsBesideText | None:
    """Read the requirements of what was typed so far."""
    text = form.description.data or ""
    if not text.strip():
        return None
    return requirement_chips(job_services.preview_requirements(house(), signed_in(), text), text)


def revision_typed() -> int:
    """Return the revision the person was looking at."""
    form = StateForm(request.form)
    if not form.validate():
        raise InvalidInput(first_complaint(form))
    return int(form.revision.data or 0)


def role_page(posting: PostingView, *, complaint: Complaint | None = None) -> str:
    """Print a role's page."""
    chips = requirement_chips(posting.requirements, posting.description, posting.mentions)
    return render_template("employers/role.html", posting=posting, chips=chips, changed=None, complaint=complaint)


def role_part(
    posting: PostingView,
    *,
    changed: str | None = None,
    newer: bool = False,
    complaint: Complaint | None = None,
) -> str:
    """Print the part of a role's page that changes with a correction."""
    chips = requirement_chips(posting.requirements, posting.description, posting.mentions)
    return render_template(
        "employers/_role.html", posting=posting, chips=chips, changed=changed, newer=newer, complaint=complaint
    )


def not_corrected(job_id: int, complaint: Complaint) -> Answer:
    """Show the role as it stands, with why the correction was not made where it was typed."""
    posting = load_role_to_edit(job_id)
    page = role_part if wants_part() else role_page
    return page(posting, complaint=complaint), 422


def changed_meanwhile(job_id: int) -> Answer:
    """Show the newest version, with a word on why the change was not made."""
    if wants_part():
        return role_part(job_services.job(house(), signed_in(), job_id), newer=True), 409
    flash(
        "Somebody else changed this role while you had it open, so your change was not made. "
        "This is the newest version: look at it and try again.",
        "warning",
    )
    return redirect(url_for("employers.role", job_id=job_id), code=303)


def first_line(text: str | None) -> str:
    """Return the first line with words, which mostly is the title."""
    return next((line.strip() for line in (text or "").splitlines() if line.strip()), "")[:160]
