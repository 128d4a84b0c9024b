"""Times without a job that people list among their jobs, so that no year is missing: layoffs, leaves, travel."""

import re

from recruit.documents.contents.job_heads import Head, pieces_beside
from recruit.documents.contents.job_lines import BULLET, EDGE
from recruit.documents.contents.job_roles import Role, role_of
from recruit.documents.contents.lines import Lines

RELATIVES = (
    r"(?:(?:an?[ ]|my[ ]|our[ ])?(?:aging|ailing|elderly|ill|sick|young)[ ])?(?:my[ ]|our[ ]|an?[ ])?"
    r"(?:parents?|father|mother|dad|mom|famil(?:y|ies)|relatives?|wife|husband|spouse|child(?:ren)?|kids|sons?|"
    r"daughters?|grand\w+|newborn|baby|twins)"
)
#: What a line begins with that tells of no job; behind it may stand from where, or why.
GAP = re.compile(
    r"(?:(?:i[ ]was|was|got|been)[ ])?(?:"
    r"laid[ -]?off|(?:(?:covid(?:-19)?|pandemic|plant)[ ])?(?:lay[ -]?offs?|furlough(?:ed)?|closure|shutdown)|"
    r"unemploy(?:ed|ment)|out of work|not working|between jobs|incarcerat(?:ed|ion)|"
    r"(?:family|military|parental|maternity|paternity|medical|sick|personal|health|disability|bereavement)[ ]"
    r"(?:leave|break)|leave of absence|on leave|(?:took[ ]|taking[ ])?time off|gap year|sabbatical|"
    r"(?:career|employment|work)[ ](?:break|gap)|"
    r"(?:stay[ -]at[ -]home|full[ -]?time)[ ](?:mom|mother|dad|father|parent|caregiver)|homemaker|"
    rf"(?:raising|raised)[ ]{RELATIVES}|(?:caring|cared|caregiver|care)[ ]for[ ]{RELATIVES}|"
    rf"(?:took|taking)[ ]care[ ]of[ ]{RELATIVES}|family[ ]caregiv(?:er|ing)|"
    r"(?:looking|searching)[ ]for[ ](?:an?[ ]|new[ ])*(?:work|job|employment)|job[ ](?:search|hunt)(?:ing)?|"
    r"(?:travel(?:l?(?:ed|ing))?|retired|retirement|relocat(?:ed|ion)|moved)"
    r"(?=[ ]*(?:$|[,;:.()\n\u2013\u2014-]|(?:abroad|in|from|through|to|around|and|with)\b))"
    r")(?![\w-])",
    re.IGNORECASE,
)


def is_gap(lines: Lines, head: Head, before: Head | None) -> bool:
    r"""Say whether dates are of a time without a job.

    Parameters
    ----------
    lines : Lines
        The resume.
    head : Head
        The dates, and what is beside them.
    before : Head or None
        The job before them: what it says is not looked at.

    Returns
    -------
    bool
        False where a title stands beside the note: somebody was laid off from that job.

    Examples
    --------
    >>> from recruit.documents.contents.job_heads import candidates
    >>> text = "Laid off 2019 - 2020\nWelder, laid off 2021 - 2022"
    >>> lines = Lines(text, (), ())
    >>> [is_gap(lines, head, None) for head in candidates(lines)]
    [True, False]
    """
    dates = (head.dates.start, head.dates.end) if head.dates else (head.start, head.start)
    words = f"{lines.text[head.start : dates[0]]} {lines.text[dates[1] : head.end]}".strip(EDGE + "(")
    if not any(map(str.isalpha, words)):
        return any(begins_with_gap(lines, number) for number in neighbours(lines, head, before))
    gap = GAP.match(words)
    titles = (lines.text[one.start : one.end] for one in pieces_beside(lines, head) if one.role is Role.TITLE)
    return gap is not None and not any(role_of(GAP.sub("", title) or "-") is Role.TITLE for title in titles)


def neighbours(lines: Lines, head: Head, before: Head | None) -> list[int]:
    """Return the numbers of the lines that say what dates on a line of their own are of: above, else below."""
    if not lines.rows[head.line].after_gap:
        return [head.line - 1] if before is None or head.line - 1 > before.last_line else []
    return [head.line + 1] if head.line + 1 < len(lines.rows) else []


def begins_with_gap(lines: Lines, number: int) -> bool:
    """Say whether a line tells of a time without a job, and of nothing before that."""
    line = lines.rows[number]
    bullet = BULLET.match(lines.text, line.start, line.end)
    start = bullet.end() if bullet else line.start
    return GAP.match(lines.text[start : line.end].strip()) is not None
