"""The plain words the pages use for our terms: one list for each, used everywhere."""

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal

from recruit.services.imports.words import duration as duration
from recruit.services.imports.words import rate as rate
from recruit.services.imports.words import time_taken as time_taken
from recruit.services.shapes import PostingView
from recruit.vocabulary.shapes import Category, Depth, Finding, Outcome, Polarity, Verdict

#: Exactly, by the international inch.
MM_PER_INCH = 25.4

CATEGORY_WORDS: Mapping[Category, str] = {
    Category.MACHINE: "Machines",
    Category.CONTROL: "Controls",
    Category.PROCESS: "Processes",
    Category.SOFTWARE: "Software",
    Category.METROLOGY: "Measuring",
    Category.DRAWING: "Drawings",
    Category.TOLERANCE: "Tolerances",
    Category.MATERIAL: "Materials",
    Category.CERTIFICATION: "Certificates",
    Category.QUALITY: "Quality",
    Category.EDUCATION: "Education",
    Category.ATTRIBUTE: "Ways of working",
}

CATEGORY_ICONS: Mapping[Category, str] = {
    Category.MACHINE: "gear-wide-connected",
    Category.CONTROL: "cpu",
    Category.PROCESS: "tools",
    Category.SOFTWARE: "code-slash",
    Category.METROLOGY: "rulers",
    Category.DRAWING: "bounding-box",
    Category.TOLERANCE: "plus-slash-minus",
    Category.MATERIAL: "layers",
    Category.CERTIFICATION: "award",
    Category.QUALITY: "clipboard-check",
    Category.EDUCATION: "mortarboard",
    Category.ATTRIBUTE: "person-check",
}

#: What a chip says beside its name; a held skill needs no word.
POLARITY_MARKS: Mapping[Polarity, str] = {
    Polarity.HELD: "",
    Polarity.LIMITED: "a little",
    Polarity.ABSENT: "not held",
    Polarity.EXPIRED: "expired",
    Polarity.REQUIRED: "",
    Polarity.PREFERRED: "",
    Polarity.EXCLUDED: "ruled out",
}

#: What a person does with a machine or control.
DEPTH_WORDS: Mapping[Depth, str] = {
    Depth.OPERATE: "runs",
    Depth.SET_UP: "sets up",
    Depth.PROGRAM: "programs",
    Depth.DESIGN: "designs",
    Depth.TEACH: "teaches",
    Depth.LEAD: "leads",
}

#: The same, of the thing a sentence has named.
DEPTH_PHRASES: Mapping[Depth, str] = {
    Depth.OPERATE: "runs it",
    Depth.SET_UP: "sets it up",
    Depth.PROGRAM: "programs it",
    Depth.DESIGN: "designs it",
    Depth.TEACH: "teaches it",
    Depth.LEAD: "leads others on it",
}

RESUME_POLARITIES: Mapping[Polarity, str] = {
    Polarity.HELD: "I have this",
    Polarity.LIMITED: "I have a little of this",
    Polarity.EXPIRED: "I had this; it has expired",
    Polarity.ABSENT: "I do not have this",
}

#: A certificate expires; of anything else one says that it was given up.
NO_LONGER = "I no longer do this"

JOB_POLARITIES: Mapping[Polarity, str] = {
    Polarity.REQUIRED: "Required",
    Polarity.PREFERRED: "Preferred",
    Polarity.EXCLUDED: "Ruled out",
}

#: Of what a posting leaves out, what it only does not need.
NOT_ASKED = "Not asked for"
NOT_ASKED_MARK = "not asked"

OUTCOME_WORDS: Mapping[Outcome, str] = {
    Outcome.MET: "Met",
    Outcome.ADJACENT: "Close",
    Outcome.MISSING: "Missing",
    Outcome.NOT_STATED: "Not stated",
    Outcome.AGAINST: "Against",
}

OUTCOME_ICONS: Mapping[Outcome, str] = {
    Outcome.MET: "check-circle-fill",
    Outcome.ADJACENT: "circle-half",
    Outcome.MISSING: "x-circle-fill",
    Outcome.NOT_STATED: "question-circle",
    Outcome.AGAINST: "dash-circle-fill",
}

VERDICT_SENTENCES: Mapping[str, str] = {
    Verdict.GOOD: "Your resume was read well",
    Verdict.USABLE: "Your resume was read, with something to improve",
    Verdict.POOR: "Your resume was hard to read: please check every line below",
    Verdict.UNREADABLE: "Your resume could not be read",
}

#: For recruiters: what they have to know before they rely on it.
VERDICT_WARNINGS: Mapping[Verdict, str] = {
    Verdict.USABLE: "Read with something to check",
    Verdict.POOR: "Hard to read: check the text against the original",
}

#: Codes of findings on how a resume is written: for recruiters something to ask, however well it could be read.
WRITING_CODES = frozenset({"listed_only", "repeated_list", "reads_as_posting", "copied_posting"})

#: What a recruiter does about it; the hint of the finding tells its writer.
WRITING_ADVICE: Mapping[str, str] = {
    "listed_only": "Ask at which job each was used, and on what.",
    "repeated_list": "It counts once.",
    "reads_as_posting": "Sentences an employer would write earn no points; ask what the person did.",
    "copied_posting": "Ask where each was done.",
}

#: For recruiters and employers.
STAGE_WORDS: Mapping[str, str] = {
    "applied": "applied",
    "shortlisted": "shortlisted",
    "submitted": "sent to the employer",
    "interview": "interview",
    "hired": "hired",
    "rejected": "rejected",
    "withdrawn": "withdrew",
}

#: For the candidate: what has happened and what comes next.
STAGE_SENTENCES: Mapping[str, str] = {
    "applied": "Sent. A recruiter will read it.",
    "shortlisted": "A recruiter put you on the shortlist.",
    "submitted": "The recruiter has shown your resume to the employer.",
    "interview": "The employer wants to meet you.",
    "hired": "You were hired for this job.",
    "rejected": "A recruiter read it and decided not to go on with it for this job.",
    "withdrawn": "You withdrew this application.",
}

IMPORT_STATE_WORDS: Mapping[str, str] = {
    "waiting": "Waiting",
    "running": "Running",
    "stopped": "Stopped",
    "done": "Done",
    "failed": "Broke off",
}

IMPORT_STATE_SENTENCES: Mapping[str, str] = {
    "waiting": "It waits for its turn. You can leave this page; it begins by itself.",
    "running": "You can leave this page; the import goes on.",
    "stopped": "It was begun on the command line and stopped there before its end.",
    "done": "Every file was looked at. The report says what became of each, duplicates among them.",
    "failed": "It broke off before its end.",
}

IMPORT_OUTCOME_WORDS: Mapping[str, str] = {
    "imported": "Imported",
    "duplicate": "Duplicates, skipped",
    "unreadable": "Unreadable",
    "failed": "Failed by a fault of ours",
}

POSTING_STATE_WORDS: Mapping[str, str] = {"draft": "Draft", "open": "Open", "closed": "Closed"}

REJECT_REASONS = (
    "Lacks a required skill",
    "Lacks a required certificate",
    "Not enough experience",
    "Wants another shift",
    "Pay expectation too far apart",
    "Too far away",
)


def day(date: dt.date | dt.datetime | None) -> str:
    """A date as people write it."""
    return "" if date is None else f"{date:%b} {date.day}, {date.year}"


def days_since(date: dt.date | None) -> str:
    """How long ago a day was, for lists in which freshness counts."""
    if date is None:
        return ""
    days = (dt.datetime.now(dt.UTC).date() - date).days
    return "today" if days <= 0 else "1 day" if days == 1 else f"{days} days"


def happened_and_next(message: str) -> tuple[str, str]:
    """Part a message of ours into what happened, its first sentence, and what to do."""
    happened, stop, what_to_do = message.partition(". ")
    return happened + stop.rstrip(), what_to_do


def folder_and_file(path: str) -> tuple[str, str]:
    """Part the name of an imported file into where it lay and what it is called."""
    folder, _, name = path.rpartition("/")
    return folder, name


def import_name(names: Sequence[str]) -> str:
    """What an import is called: its first file, and how many more there are."""
    more = len(names) - 1
    return f"{names[0]} and {more} more" if more else names[0]


def years(number: float | None) -> str:
    """A number of years without a needless decimal."""
    return "" if number is None else f"{number:g} y"


def tolerance(half_width_mm: float | None) -> str:
    """A tolerance as both kinds of shop read it."""
    if half_width_mm is None:
        return ""
    return f"±{plain(half_width_mm / MM_PER_INCH)} in, {plain(half_width_mm)} mm"


def plain(number: float) -> str:
    """A number to two figures, never as a power of ten."""
    return f"{Decimal(f'{number:.2g}'):f}"


def pay(posting: PostingView) -> str:
    """What a posting pays, or nothing where it does not say."""
    low, high, unit = posting.base_salary_min_usd, posting.base_salary_max_usd, posting.base_salary_unit
    if low is None and high is None:
        return ""
    numbers = [f"${number:,.2f}".removesuffix(".00") for number in (low, high) if number is not None]
    amount = numbers[0] if len(set(numbers)) == 1 else "\N{EN DASH}".join(numbers)
    return f"{amount} an hour" if unit == "hour" else f"{amount} a year" if unit == "year" else amount


def resume_polarities(category: Category) -> Mapping[Polarity, str]:
    """What a person may say of something: only a certificate can have run out."""
    if category is Category.CERTIFICATION:
        return RESUME_POLARITIES
    return {**RESUME_POLARITIES, Polarity.EXPIRED: NO_LONGER}


def polarity_mark(polarity: Polarity, category: Category) -> str:
    """The word beside a name, where it needs one."""
    if polarity is Polarity.EXPIRED and category is not Category.CERTIFICATION:
        return "no longer"
    return POLARITY_MARKS[polarity]


def worked(months: int | None, is_current: bool) -> str:
    """How long the jobs lasted that something stands under, for a chip."""
    if not months:
        return "now" if is_current else ""
    return f"{months_long(months, short=True)} in jobs{', now' if is_current else ''}"


def worked_sentence(months: int | None, is_current: bool) -> str:
    """How long the jobs lasted that something stands under; nobody says what share of them it was."""
    if not months:
        return "Named under a job that lasts." if is_current else ""
    return f"Named under jobs of {months_long(months)} in all{', a current one among them' if is_current else ''}."


def used(depth: Depth | None, months: int | None, is_current: bool) -> str:
    """How deep somebody went into something and how long the jobs lasted that it stands under, in one line."""
    parts = [
        DEPTH_PHRASES[depth] if depth else "",
        f"in jobs of {months_long(months)}" if months else "",
        "current" if is_current else "",
    ]
    line = " \N{MIDDLE DOT} ".join(part for part in parts if part)
    return line[:1].upper() + line[1:]


def months_long(months: int, *, short: bool = False) -> str:
    """A number of months in years and months."""
    whole, rest = divmod(months, 12)
    if short:
        return " ".join(filter(None, [f"{whole} y" if whole else "", f"{rest} mo" if rest and whole < 2 else ""]))
    return " ".join(filter(None, [plural(whole, "year") if whole else "", plural(rest, "month") if rest else ""]))


def headed(name: str) -> str:
    """A name at the head of a page: a capital first, unless its second letter is one ("pH")."""
    return name if name[1:2].isupper() else name[:1].upper() + name[1:]


def size(number_of_bytes: int) -> str:
    """A file's size in the unit that fits it."""
    if number_of_bytes < 1024:
        return f"{number_of_bytes} bytes"
    if number_of_bytes < 1024 * 1024:
        return f"{number_of_bytes / 1024:.0f} KB"
    if number_of_bytes < 1024 * 1024 * 1024:
        return f"{round(number_of_bytes / 1024 / 1024, 1):g} MB"
    return f"{round(number_of_bytes / 1024 / 1024 / 1024, 1):g} GB"


def plural(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def for_recruiter(finding: Finding) -> str:
    """Say of how a resume is written what a recruiter needs: what was noticed, and what to ask."""
    noticed, _ = happened_and_next(finding.hint)
    return " ".join(filter(None, [noticed, WRITING_ADVICE.get(finding.code)]))


def said_to_candidate(sentence: str) -> str:
    """Turn what tells a recruiter to ask into what tells the candidate what their resume leaves out."""
    plain = sentence.replace("not stated, ask about it", "not in your resume")
    return plain.replace(" stated, ask about it", " in your resume")
