"""What is printed of concepts that were looked for."""

from collections.abc import Iterable, Iterator

from recruit.services.shapes import ConceptChoice

ID_COLUMNS = 32


def found_concept_lines(found: Iterable[ConceptChoice]) -> Iterator[str]:
    """Print what a search found, a line each."""
    for one in found:
        yield f"{one.concept:<{ID_COLUMNS}} {one.category:<14} {one.name}"
