"""Every number with a unit that a text tells of the work or its terms, with the words it came from."""

from collections.abc import Iterator
from itertools import chain

from recruit.matching.quantities.amounts import Amount, PlainText
from recruit.matching.quantities.demands import find_lifting, find_travel
from recruit.matching.quantities.hours import find_schedules, find_shifts
from recruit.matching.quantities.lengths import find_finishes, find_sizes, find_tolerances
from recruit.matching.quantities.pay import find_pay
from recruit.matching.quantities.production import find_axes, find_lots, find_tonnage
from recruit.vocabulary.shapes import Kind, Quantity
from recruit.vocabulary.spellings import lower_of, plain_of

#: What is surer stands first: of two that overlap the first stays.
FINDERS = (
    find_finishes,
    find_tolerances,
    find_pay,
    find_lifting,
    find_travel,
    find_schedules,
    find_shifts,
    find_axes,
    find_tonnage,
    find_lots,
    find_sizes,
)


def find_quantities(text: str, kind: Kind | str) -> list[Quantity]:
    """Read the numbers with units that a text names.

    Parameters
    ----------
    text : str
        A resume or a posting. Offsets count its code points.
    kind : Kind or str
        "resume" or "job".

    Returns
    -------
    list of Quantity
        In reading order, without overlaps; ``text[found.start:found.end]`` is ``found.text``.

    Raises
    ------
    ValueError
        If ``kind`` is neither "resume" nor "job".

    Examples
    --------
    >>> [(found.kind.value, found.low, found.high, found.unit) for found in find_quantities("$25-32/hr", "job")]
    [('pay', 25.0, 32.0, 'USD/hour')]
    """
    plain = plain_of(text)
    read = PlainText(text=text, lower=lower_of(plain), kind=Kind(kind))
    taken = bytearray(len(text))
    found: list[Quantity] = []
    for amount in amounts_of(read):
        if taken.find(1, amount.start, amount.end) < 0:
            taken[amount.start : amount.end] = b"\x01" * (amount.end - amount.start)
            found.append(quantity_of(amount, text))
    return sorted(found, key=lambda one: one.start)


def amounts_of(read: PlainText) -> Iterator[Amount]:
    """What each finder finds, the surest first."""
    return chain.from_iterable(find(read) for find in FINDERS)


def quantity_of(amount: Amount, text: str) -> Quantity:
    """An amount with its words, without the spaces around them."""
    words = text[amount.start : amount.end]
    start = amount.start + len(words) - len(words.lstrip())
    end = amount.end - (len(words) - len(words.rstrip()))
    return Quantity(
        start=start,
        end=end,
        text=text[start:end],
        kind=amount.kind,
        low=amount.low,
        high=amount.high,
        unit=amount.unit,
    )
