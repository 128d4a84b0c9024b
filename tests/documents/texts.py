"""What a reader found, as plain text: most tests of readers only look at that."""

from recruit.documents.places import page_text
from recruit.documents.reader import Reading


def texts_of(reading: Reading) -> tuple[str, ...]:
    """The clean text of each page that a reader found."""
    return tuple(page_text(page) for page in reading.pages)
