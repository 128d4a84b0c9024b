"""Dates of a company in all, above the dates of several jobs there: they are no job more."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from recruit.documents.contents.job_heads import Head
from recruit.documents.contents.job_names import lies_within, span_of

#: The jobs at a company fill its dates where no more is left at either end, in years.
LONGEST_REST_YEARS = 1.0


def without_wholes(heads: Sequence[Head]) -> list[Head]:
    """Leave out the dates of a company in all where its jobs that follow fill them.

    Parameters
    ----------
    heads : sequence of Head
        What opens the jobs of a resume, named, in the order of the text.

    Returns
    -------
    list of Head
        Those of jobs; the first of a company's begins with the line of the company.
    """
    found: list[Head] = []
    for place, head in enumerate(heads):
        parts = list(parts_of(head, islice(heads, place + 1, None)))
        if parts and do_fill(parts, head):
            parts[0].first_line = head.first_line
        else:
            found.append(head)
    return found


def parts_of(head: Head, follows: Iterable[Head]) -> Iterator[Head]:
    """Yield the jobs right behind the dates of a company that are titles there within those dates."""
    for one in follows:
        is_part = one.title and one.employer == head.employer and lies_within(one, head)
        if head.title or not head.employer or not is_part:
            return
        yield one


def do_fill(parts: Sequence[Head], head: Head) -> bool:
    """Say whether jobs begin and end about when the dates of their company do, so that no years are lost."""
    whole = span_of(head)
    spans = [span for part in parts if (span := span_of(part))]
    if whole is None or not spans:
        return False
    begins, ends = min(start for start, _ in spans), max(end for _, end in spans)
    return begins <= whole[0] + LONGEST_REST_YEARS and ends >= whole[1] - LONGEST_REST_YEARS
