"""The original beside what was read from it: images of its pages, for those who may see the resume."""

from recruit.db.candidates import Resume, ResumeState
from recruit.documents import render_page
from recruit.errors import NotFound
from recruit.services.access import load_resume
from recruit.services.house import House
from recruit.services.shapes import Actor, OriginalView
from recruit.vocabulary.shapes import Page, Places


def has_page_images(resume: Resume) -> bool:
    """Tell whether the file has pages of its own, which can be drawn; others are shown as text alone."""
    return resume.state is ResumeState.READ and any(page.width_points for page in resume.pages or ())


def original_view(resume: Resume) -> OriginalView | None:
    """Show where the words of a resume stand on its pages, None where it has no pages of its own."""
    if not has_page_images(resume):
        return None
    return OriginalView(resume_id=resume.id, pages=resume.pages or (), places=resume.places or Places())


def page_tag(house: House, actor: Actor | None, resume_id: int, number: int, *, width_pixels: int) -> str:
    """Return a name for an image that changes with its content; asking for it checks who asks."""
    with house.sessions() as session:
        resume, _ = load_resume(session, actor, resume_id)
        page = load_page(resume, number)
        return f"{resume.content_hash[:32]}-{number}-{page.turns}-{width_pixels}"


def page_image(house: House, actor: Actor | None, resume_id: int, number: int, *, width_pixels: int) -> bytes:
    """Draw one page of a resume as a JPEG, in a limited process; nothing in the file is run."""
    with house.sessions() as session:
        resume, _ = load_resume(session, actor, resume_id)
        page = load_page(resume, number)
        content_hash = resume.content_hash
    content = house.files.get(content_hash)
    return render_page(content, number, width_pixels=width_pixels, turns=page.turns, limits=house.limits)


def load_page(resume: Resume, number: int) -> Page:
    """Return a page to show, or refuse one that is not there."""
    if has_page_images(resume):
        for page in resume.pages or ():
            if page.number == number:
                return page
    raise NotFound(f"Resume {resume.id} has no page {number} to show.")
