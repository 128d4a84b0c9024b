"""Break texts into lines and give each a place: what the makers share that draw a page themselves."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from reportlab.pdfbase.pdfmetrics import stringWidth
from texts import Part, Resume, unmarked

LETTER = (612.0, 792.0)
MARGIN = 54.0
CELL_GAP = 10.0

Measure = Callable[[str, float, bool], float]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of letters: its left end, its baseline counted downwards from the top, both in points."""

    text: str
    x: float
    baseline: float
    size: float
    bold: bool = False
    page: int = 0


def helvetica(text: str, size: float, bold: bool) -> float:
    """Width of a text in points; Arial and Liberation Sans have the same widths."""
    return float(stringWidth(text, "Helvetica-Bold" if bold else "Helvetica", size))


def wrap(
    text: str,
    width: float,
    size: float,
    *,
    bold: bool = False,
    measure: Measure = helvetica,
    hyphen: str | None = None,
) -> list[str]:
    """Break a text so that no line is wider than this: at spaces, and with a hyphen inside long words."""
    rows: list[str] = []
    for word in text.split():
        longer = f"{rows[-1]} {word}" if rows else word
        half = len(word) // 2
        if rows and measure(longer, size, bold) <= width:
            rows[-1] = longer
        elif hyphen and rows and len(word) > 6 and word.isalpha() and word.islower():
            start = f"{rows[-1]} {word[:half]}{hyphen}"
            if measure(start, size, bold) <= width:
                rows[-1] = start
                rows.append(word[half:])
            else:
                rows.append(word)
        else:
            rows.append(word)
    return rows


@dataclass(slots=True)
class Column:
    """A strip of the page that fills from the top; when it is full it goes on at the top of the next page."""

    x: float
    width: float
    top: float = MARGIN
    bottom: float = LETTER[1] - MARGIN
    size: float = 10.0
    leading: float = 1.3
    next_top: float = MARGIN
    page: int = 0
    measure: Measure = helvetica
    hyphen: str | None = None

    def set(self, piece: "Part | str", *, size: float | None = None, bold: bool = False) -> list[Line]:
        """Set a paragraph, or a part with its heading."""
        if isinstance(piece, str):
            return self.paragraph(piece, size or self.size, bold=bold)
        self.top += 0.6 * self.size
        lines = self.paragraph(piece.heading, self.size * 1.15, bold=True)
        for line in piece.lines:
            lines += self.body(line)
        return lines

    def set_all(self, pieces: "Iterable[Part | str]") -> list[Line]:
        """Set one piece below the other."""
        return [line for piece in pieces for line in self.set(piece)]

    def head(self, resume: Resume, *, size: float = 18.0) -> list[Line]:
        """Set the name large and the contact lines below it."""
        return [*self.set(resume.name, size=size, bold=True), *self.set_all(resume.contact)]

    def body(self, line: str) -> list[Line]:
        """Set one line of a text according to its mark."""
        if " | " in line:
            return self.row(line.split(" | "))
        if line.startswith("- "):
            hang = self.measure("\N{BULLET} ", self.size, False)
            lines = self.paragraph(line[2:], self.size, indent=hang)
            return [replace(lines[0], text=f"\N{BULLET} {lines[0].text}", x=self.x), *lines[1:]]
        return self.paragraph(unmarked(line), self.size, bold=line.startswith("### "))

    def paragraph(self, text: str, size: float, *, bold: bool = False, indent: float = 0.0) -> list[Line]:
        """Set a text below what is there."""
        width = self.width - indent
        rows = wrap(text, width, size, bold=bold, measure=self.measure, hyphen=None if bold else self.hyphen)
        return [self.place(row, size, bold=bold, indent=indent) for row in rows]

    def place(self, text: str, size: float, *, bold: bool = False, indent: float = 0.0) -> Line:
        """Give one line the next place."""
        if self.top + self.leading * size > self.bottom:
            self.page, self.top = self.page + 1, self.next_top
        self.top += self.leading * size
        return Line(text, self.x + indent, self.top, size, bold, self.page)

    def row(self, cells: list[str]) -> list[Line]:
        """Set the cells of a table's row beside each other, each wrapped."""
        width = self.width / len(cells)
        start, deepest = self.top, self.top
        lines = []
        for number, cell in enumerate(cells):
            self.top = start
            rows = wrap(cell, width - CELL_GAP, self.size, measure=self.measure)
            lines += [self.place(row, self.size, indent=number * width) for row in rows]
            deepest = max(deepest, self.top)
        self.top = deepest + 3
        return lines


def across(*columns: list[Line]) -> Iterator[Line]:
    """Give the lines of all columns from the top down, the left one first where they stand beside each other."""
    yield from sorted(
        (line for column in columns for line in column), key=lambda line: (line.page, line.baseline, line.x)
    )
