"""What every table shares: the width of the terminal, and how a sentence is broken at it."""

import textwrap
from collections.abc import Iterator
from typing import Any

COLUMNS = 80

Json = dict[str, Any]


def wrapped(text: str, *, first: str = "", rest: str | None = None) -> Iterator[str]:
    """Break a sentence at 80 columns, its further lines set in under the first."""
    indent = " " * len(first) if rest is None else rest
    yield from textwrap.wrap(text, COLUMNS, initial_indent=first, subsequent_indent=indent) or [first.rstrip()]
