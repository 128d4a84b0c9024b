"""When somebody worked: the dated jobs of a resume as spans of years, overlaps counted once."""

from collections.abc import Iterable
from dataclasses import dataclass

from recruit.documents.contents.history import positions_of, years_covered
from recruit.vocabulary.shapes import Position

Span = tuple[int, int]

MONTHS_A_YEAR = 12
#: The last signs of dates, in which their last year stands.
YEAR_REACH = 10


@dataclass(frozen=True, slots=True)
class Stint:
    """One span of work: decimal years from start to end, where its dates stand, and how far its text reaches."""

    start: float
    end: float
    dates: Span
    reach: Span
    is_current: bool = False


def stints_of(text: str, *, reference_year: int) -> list[Stint]:
    r"""Find the spans of work in a resume, dates of schooling left out.

    Parameters
    ----------
    text : str
        A resume, what is personal blanked.
    reference_year : int
        The year that "present" stands for.

    Returns
    -------
    list of Stint
        In the order of the text. What is said between the heads of two jobs belongs to the first.

    Examples
    --------
    >>> [(s.start, s.end) for s in stints_of("Acme 2012 - 2015\nBest, 03/2016 to present", reference_year=2020)]
    [(2012.0, 2015.0), (2016.1666666666667, 2020.0)]
    """
    stints = [stint_of(job, reference_year) for job in positions_of(text)]
    return [stint for stint in stints if stint is not None and stint.start <= stint.end <= reference_year + 1]


def stint_of(job: Position, reference_year: int) -> Stint | None:
    """Give a job an end, the reference year while it lasts; None where its dates have no beginning or no end."""
    end = max(float(reference_year), job.start_year or 0.0) if job.is_current else job.end_year
    if job.dates is None or job.start_year is None or end is None:
        return None
    dates = (job.dates.start, job.dates.end)
    return Stint(job.start_year, end, dates, (job.start, job.end), is_current=job.is_current)


def time_under(places: Iterable[int], stints: Iterable[Stint]) -> tuple[int | None, bool]:
    """Tell how many months the jobs lasted that some words stand under, and whether one of them lasts.

    Parameters
    ----------
    places : iterable of int
        Where the words start.
    stints : iterable of Stint
        The jobs.

    Returns
    -------
    tuple of int or None and bool
        Months, overlaps counted once; None where the words stand under no job.

    Examples
    --------
    >>> time_under([12], [Stint(2010, 2014, (0, 9), (0, 40)), Stint(2014, 2016, (40, 49), (40, 80))])
    (48, False)
    """
    starts = list(places)
    under = [stint for stint in stints if any(stint.reach[0] <= start < stint.reach[1] for start in starts)]
    months = round(MONTHS_A_YEAR * total_years(under)) if under else None
    return months, any(stint.is_current for stint in under)


def latest_year(text: str) -> int | None:
    r"""Find the latest year named by the dates of jobs.

    Parameters
    ----------
    text : str
        A resume, what is personal blanked.

    Returns
    -------
    int or None
        None when it has no such dates.

    Examples
    --------
    >>> latest_year("Acme 2012 - 2015, Best since 2019\nGraduated 2021")
    2019
    """
    jobs = positions_of(text)
    years = [int(job.start_year) for job in jobs if job.start_year is not None]
    years += [last_year_named(job.end_year, job.dates.text) for job in jobs if job.end_year and job.dates]
    return max(years, default=None)


def last_year_named(end_year: float, dates: str) -> int:
    """Return the year of an end; that of December is the start of the next year, which nobody named."""
    year = int(end_year)
    return year if f"{year % 100:02d}" in dates[-YEAR_REACH:] or not end_year.is_integer() else year - 1


def total_years(stints: Iterable[Stint]) -> float:
    """Add up spans of work, what overlaps counted once.

    Parameters
    ----------
    stints : iterable of Stint
        In any order.

    Returns
    -------
    float
        Years.

    Examples
    --------
    >>> one, other = Stint(2010, 2014, (0, 1), (0, 1)), Stint(2012, 2016, (2, 3), (2, 3))
    >>> total_years([one, other])
    6.0
    """
    return years_covered((stint.start, stint.end) for stint in stints)
