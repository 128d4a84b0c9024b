"""Reads the only quantity of a line, for the tests of this folder."""

from recruit.matching.quantities import find_quantities
from recruit.vocabulary.shapes import QuantityKind

Found = tuple[str, float | None, float | None, str]


def found(text: str, kind: QuantityKind, *, of: str = "job") -> list[Found]:
    quantities = find_quantities(text, of)
    return [(one.text, one.low, one.high, one.unit) for one in quantities if one.kind is kind]
