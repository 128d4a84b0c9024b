"""Coordinates of a PDF page: as the file counts, turned until text is upright, and as a person sees the page."""

from dataclasses import dataclass

Box = tuple[float, float, float, float]


def turned(turn: int, x0: float, x1: float, y0: float, y1: float) -> Box:
    """Turn a box of the page until text written at that turn is upright.

    Parameters
    ----------
    turn : int
        Quarter turns the text is written at, 0 to 3.
    x0, x1, y0, y1 : float
        Left, right, bottom and top on the page, y upwards.

    Returns
    -------
    tuple of float
        Left, right, top and bottom, y downwards.
    """
    if turn == 1:
        return -y1, -y0, -x1, -x0
    if turn == 2:
        return -x1, -x0, y0, y1
    if turn == 3:
        return y0, y1, x0, x1
    return x0, x1, -y1, -y0


@dataclass(frozen=True, slots=True)
class View:
    """What a page shows: the box that is seen, in points with y upwards, and its clockwise quarter turns."""

    left: float
    low: float
    right: float
    high: float
    turns: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as a person sees them."""
        width, height = self.right - self.left, self.high - self.low
        return (height, width) if self.turns % 2 else (width, height)

    def upright(self, turn: int, x0: float, x1: float, y0: float, y1: float) -> Box:
        """Turn a box of the page until its text is upright; for a turn of 0 the seen corner is the origin.

        Parameters
        ----------
        turn : int
            Quarter turns the text is written at.
        x0, x1, y0, y1 : float
            Left, right, bottom and top on the page, y upwards.

        Returns
        -------
        tuple of float
            Left, right, top and bottom, y downwards.
        """
        if turn == 0:
            return x0 - self.left, x1 - self.left, self.high - y1, self.high - y0
        return turned(turn, x0, x1, y0, y1)

    def is_seen_upright(self, turn: int) -> bool:
        """Whether the coordinates of ``upright`` are already those that a person sees."""
        return turn == 0 and self.turns == 0

    def seen(self, turn: int, x0: float, x1: float, top: float, bottom: float) -> Box:
        """Put a box of ``upright`` where a person sees it.

        Parameters
        ----------
        turn : int
            Quarter turns the text is written at.
        x0, x1, top, bottom : float
            The box, upright.

        Returns
        -------
        tuple of float
            Left, right, top and bottom from the seen page's top left corner, y downwards.

        Examples
        --------
        >>> View(0, 0, 612, 792, 1).seen(1, *View(0, 0, 612, 792, 1).upright(1, 100, 112, 50, 90))
        (50, 90, 100, 112)
        """
        if turn == 0:
            left, right = x0 + self.left, x1 + self.left
            low, high = self.high - bottom, self.high - top
        elif turn == 1:
            left, right, low, high = -bottom, -top, -x1, -x0
        elif turn == 2:
            left, right, low, high = -x1, -x0, top, bottom
        else:
            left, right, low, high = top, bottom, x0, x1
        if self.turns == 1:
            return low - self.low, high - self.low, left - self.left, right - self.left
        if self.turns == 2:
            return self.right - right, self.right - left, low - self.low, high - self.low
        if self.turns == 3:
            return self.high - high, self.high - low, self.right - right, self.right - left
        return left - self.left, right - self.left, self.high - high, self.high - low
