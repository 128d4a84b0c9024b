"""Arranges what was read from a resume beside its text and the pages of the original."""

from collections.abc import Iterator
from dataclasses import dataclass

from recruit.services.shapes import ResumeView
from recruit.vocabulary.shapes import Contact, Evidence, Position
from recruit.web.chips import ChipsBesideText, skill_chips
from recruit.web.highlight import Mark
from recruit.web.originals import OriginalPage, original_pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """One thing read about a person, and the id of the words it was read from."""

    id: str
    label: str
    words: str
    anchor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class JobRow:
    """One job of a working life as it was read."""

    id: str
    title: str | None
    employer: str | None
    dates: str | None
    anchor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingPage:
    """What was read from a resume, ready to print."""

    chips: ChipsBesideText
    pages: tuple[OriginalPage, ...]
    details: tuple[Detail, ...]
    jobs: tuple[JobRow, ...]


def reading_page(view: ResumeView) -> ReadingPage:
    """Link skills, contact and jobs to their words, in the text and on the pages."""
    details = list(details_of(view.contact))
    jobs = [(f"job-{number}", position) for number, position in enumerate(view.positions, start=1)]
    marks = [Mark(one.start, one.end, target=target) for target, _, one in details]
    marks += [Mark(one.start, one.end, target=target) for target, job in jobs for one in evidence_of(job)]
    chips = skill_chips(view.skills, view.text or "", marks, view.sections, view.mentions)
    return ReadingPage(
        chips=chips,
        pages=original_pages(view.original, chips.text) if view.original else (),
        details=tuple(
            Detail(id=target, label=label, words=one.text, anchor=chips.text.anchor(one.start))
            for target, label, one in details
        ),
        jobs=tuple(job_row(target, job, chips) for target, job in jobs),
    )


def details_of(contact: Contact) -> Iterator[tuple[str, str, Evidence]]:
    """Name everything by which a person is known and reached, each with an id of its own."""
    single = [("Name", contact.name), ("Town", contact.city)]
    rows = [(label, one) for label, one in single if one is not None]
    rows += [("E-mail", one) for one in contact.emails]
    rows += [("Phone", one) for one in contact.phones]
    rows += [("Link", one) for one in contact.links]
    for number, (label, one) in enumerate(rows, start=1):
        yield f"detail-{number}", label, one


def evidence_of(job: Position) -> list[Evidence]:
    """Return the words that a job was read from."""
    return [one for one in (job.title, job.employer, job.dates) if one is not None]


def job_row(target: str, job: Position, chips: ChipsBesideText) -> JobRow:
    """Show one job; what the resume does not say stays empty."""
    first = min((one.start for one in evidence_of(job)), default=None)
    return JobRow(
        id=target,
        title=job.title.text if job.title else None,
        employer=job.employer.text if job.employer else None,
        dates=job.dates.text if job.dates else None,
        anchor=None if first is None else chips.text.anchor(first),
    )
