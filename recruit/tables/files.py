"""What ``read``, ``extract`` and ``match`` print."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace

from recruit.services.terminal import ExtractedFile, FailedFile, FileRanking, RankedFile, ReadFile
from recruit.tables.lines import Json, wrapped
from recruit.vocabulary.credentials import advice_on, credential_line
from recruit.vocabulary.shapes import Credential, Depth, Outcome, Places, Quantity, QuantityKind, Reason, ScorePart

BAR_COLUMNS = 50
TOP_REASONS = 3
INDENT = " " * 8
BELOW = " " * 28  # below the concept of a mention
CLOCK = "o'clock"
NO_BREAK = "\N{NO-BREAK SPACE}"
MARKS = {
    Outcome.MET: "+",
    Outcome.ADJACENT: "~",
    Outcome.MISSING: "-",
    Outcome.NOT_STATED: "?",
    Outcome.AGAINST: "!",
}


def read_lines(outcome: ReadFile) -> Iterator[str]:
    """Print a document: its verdict, what was noticed, its text."""
    document = outcome.document
    pages = f"{len(document.pages)} page{'s' if len(document.pages) != 1 else ''}"
    yield f"== {outcome.name}  ({document.media_type}, {pages}, {document.verdict})"
    for finding in document.findings:
        yield from wrapped(finding.hint, first=f"   {finding.code}: ", rest="   ")
    yield document.text


def read_json(outcome: ReadFile) -> Json:
    """Give a document as JSON; the place of each word is a row of the fields of ``Place``."""
    document = asdict(replace(outcome.document, places=Places()))
    return {"file": outcome.name, **document, "places": [list(place) for place in outcome.document.places]}


def failed_json(outcome: FailedFile) -> Json:
    """Give what could not be read as JSON."""
    return {"file": outcome.name, "code": outcome.code, "message": outcome.message}


def extract_lines(outcome: ExtractedFile) -> Iterator[str]:
    """Print mentions in the order of the text, one a line, then numbers, time at work, and how it is written."""
    told = None
    for mention in outcome.mentions:
        years = f", {mention.years:g} y" if mention.years is not None else ""
        depth = f", {mention.depth.replace('_', ' ')}" if mention.depth is not None else ""
        choice = f", any of choice {mention.group}" if mention.group is not None else ""
        words = f"{mention.text!r} {mention.polarity}{years}{depth}{choice}"
        yield f"{mention.start:>6}-{mention.end:<6} {mention.category:<13} {mention.concept}: {words}"
        if mention.credential is not None and mention.credential != told:
            told = mention.credential  # what several mentions name is one certificate
            yield from credential_lines(mention.concept, mention.credential)
    if outcome.quantities:
        yield ""
    for quantity in outcome.quantities:
        words = f"{range_words(quantity)}: {' '.join(quantity.text.split())!r}"
        yield f"{quantity.start:>6}-{quantity.end:<6} {quantity.kind:<13} {words}"
    worked = outcome.worked
    if worked:
        yield ""
    for concept, time in worked.items():
        words = shown_words(None, time.months, is_current=time.is_current)
        yield f"{'under jobs':<13} {concept}: {words}"
    if outcome.findings:
        yield ""
    for finding in outcome.findings:
        yield from wrapped(f"{finding.code}: {finding.hint}")
    yield ""
    yield f"Model {outcome.model_version}, vocabulary {outcome.vocabulary_version}"


def range_words(quantity: Quantity) -> str:
    """Give both ends of a quantity with their unit; of a tolerance it is the half-width, of hours the clock's."""
    low, high, unit = quantity.low, quantity.high, quantity.unit
    if unit == CLOCK and low is not None and high is not None:
        return f"{clock_words(low)} to {clock_words(high)}"
    if low is None and high is None:
        return unit
    if low is None or high is None:
        return f"up to {high:.6g} {unit}" if low is None else f"from {low:.6g} {unit}"
    sign = "\N{PLUS-MINUS SIGN}" if quantity.kind is QuantityKind.TOLERANCE else ""
    return f"{sign}{low:.6g} {unit}" if low == high else f"{sign}{low:.6g} to {sign}{high:.6g} {unit}"


def clock_words(hours: float) -> str:
    """Give an hour of the day as clocks show it: 15.5 is 3:30 PM."""
    hour, minute = divmod(round(hours * 60), 60)
    return f"{hour % 12 or 12}:{minute:02} {'PM' if hour % 24 >= 12 else 'AM'}"


def credential_lines(concept: str, credential: Credential) -> Iterator[str]:
    """Print the parts of a certificate below it, and what is to be known of its standing."""
    number = f"no. {credential.number}" if credential.number else ""
    named = " ".join(filter(None, [credential.issuer, credential.name]))
    parts = [credential.code, None if named == credential.issuer else named, credential_line(credential), number]
    line = " \N{MIDDLE DOT} ".join(filter(None, parts))
    if line:
        yield f"{BELOW}{line}"
    for sentence in advice_on(concept, credential):
        yield from wrapped(sentence, first=f"{BELOW}- ", rest=f"{BELOW}  ")


def extract_json(outcome: ExtractedFile) -> Json:
    """Give the text, its mentions and its numbers with units as JSON; offsets count in this text."""
    mentions = [asdict(mention) for mention in outcome.mentions]
    quantities = [asdict(quantity) for quantity in outcome.quantities]
    return {
        "file": outcome.name,
        "kind": outcome.kind,
        "text": outcome.text,
        "mentions": mentions,
        "quantities": quantities,
        "worked": {concept: asdict(time) for concept, time in outcome.worked.items()},
        "findings": [asdict(finding) for finding in outcome.findings],
        "model_version": outcome.model_version,
        "vocabulary_version": outcome.vocabulary_version,
    }


# ------------------------------------------------------------------------------------------------------- match


def match_lines(ranking: FileRanking, *, explain: bool) -> Iterator[str]:
    """Print a ranking: score, parts, the reasons that moved it most, and what is missing."""
    yield f"{ranking.job}: the best {len(ranking.ranked)} of {ranking.pool_size}"
    for row in ranking.ranked:
        yield ""
        yield from ranked_lines(row, explain=explain)


def ranked_lines(row: RankedFile, *, explain: bool) -> Iterator[str]:
    """Print one resume of a ranking."""
    result = row.result
    yield f"{row.rank:>4}. {result.score:>5.1f}  {row.name}"
    yield f"{INDENT}{bar(result.parts)}"
    # A part and its points stay on one line.
    together = "  ".join(part_words(part).replace(" ", NO_BREAK) for part in result.parts)
    yield from (line.replace(NO_BREAK, " ") for line in wrapped(together, first=INDENT))
    if explain:
        for part in result.parts:
            yield f"{INDENT}{part.label}: {part_points(part)}"
            for reason in part.reasons:
                yield from reason_lines(reason, evidence=True)
        return
    told = [reason for reason in result.reasons if reason not in result.missing]
    for reason in told[:TOP_REASONS]:
        yield from reason_lines(reason, evidence=False)
    for reason in result.missing[:TOP_REASONS]:
        yield from reason_lines(reason, evidence=False)
    if len(result.missing) > TOP_REASONS:
        yield f"{INDENT}  and {len(result.missing) - TOP_REASONS} more that are missing or not stated (--explain)"


def shown_words(depth: Depth | None, months: int | None, *, is_current: bool) -> str:
    """Say how deep somebody went into a thing, and how long the jobs lasted that it stands under."""
    parts = [
        depth.replace("_", " ") if depth else "",
        f"{months} months of jobs" if months else "",
        "current" if is_current else "",
    ]
    return ", ".join(filter(None, parts))


def bar(parts: Sequence[ScorePart]) -> str:
    """Draw a score: each part as long as its possible points, filled as far as they were reached."""
    possible = sum(part.max_points for part in parts) or 1.0
    segments = []
    for part in parts:
        length = max(1, round(BAR_COLUMNS * part.max_points / possible))
        filled = round(length * part.points / part.max_points) if part.max_points else 0
        segments.append("=" * filled + "." * (length - filled))
    return "[" + "|".join(segments) + "]"


def part_words(part: ScorePart) -> str:
    """Name a part and its points."""
    return f"{part.label} {part_points(part)}".lower()


def part_points(part: ScorePart) -> str:
    """Give the points of a part, or say that the resume says nothing of it."""
    points = f"{part.points:.1f}/{part.max_points:.1f}"
    return points if part.stated else f"{points} (not stated)"


def reason_lines(reason: Reason, *, evidence: bool) -> Iterator[str]:
    """Print one reason, with the words it rests on where they are wanted."""
    points = f" ({reason.points:+.1f})" if evidence else ""
    yield from wrapped(f"{reason.sentence}{points}", first=f"{INDENT}{MARKS[reason.outcome]} ")
    if evidence:
        shown = shown_words(reason.depth, reason.worked_months, is_current=reason.is_current)
        if shown:
            yield f"{INDENT}    {shown}"
        for words in reason.evidence:
            quoted = " ".join(words.text.split())
            yield from wrapped(f'"{quoted}" at {words.start}', first=f"{INDENT}    ")


def match_json(ranking: FileRanking, *, explain: bool) -> Json:
    """Give a ranking as JSON; with ``explain`` every reason has its evidence."""
    return {
        "job": ranking.job,
        "pool_size": ranking.pool_size,
        "results": [ranked_json(row, explain=explain) for row in ranking.ranked],
        "failed": [failed_json(failed) for failed in ranking.failed],
        "vocabulary_version": ranking.vocabulary_version,
    }


def ranked_json(row: RankedFile, *, explain: bool) -> Json:
    """Give one resume of a ranking as JSON."""
    body = asdict(row.result)
    if not explain:
        for part in body["parts"]:
            del part["reasons"]
        body["reasons"] = [reason.sentence for reason in row.result.reasons[:TOP_REASONS]]
    missing = [reason.sentence for reason in row.result.missing]
    return {"rank": row.rank, "id": row.name, **body, "missing": missing}
