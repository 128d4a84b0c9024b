"""What styles of every office program have in common: how headings are told, and fonts of signs."""

import re

MOST_ANCESTORS = 12
"""Styles that one style may be based on in turn; more are a circle."""
BODY_TEXT_OUTLINE = 9
"""Paragraphs with a lower outline level, from 0 on, are headings."""
SYMBOL_FONT = re.compile(r"symbol|wingdings|webdings|dingbats", re.IGNORECASE)
"""Names of fonts whose letters are shown as dots, squares or ticks."""

_HEADING_STYLE = re.compile(r"(?:heading[ _]?\d*|title)$", re.IGNORECASE)


def is_heading_style(name: str) -> bool:
    """Whether a style is one of those that every program has for headings.

    Parameters
    ----------
    name : str
        As the program calls it.

    Returns
    -------
    bool
        True for headings of any depth, and for the title.

    Examples
    --------
    >>> is_heading_style("heading 2"), is_heading_style("Heading 1 Char")
    (True, False)
    """
    return _HEADING_STYLE.match(name) is not None
