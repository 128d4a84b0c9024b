from recruit.documents.pdf.pdf import read_pdf
from recruit.documents.reader import Limits
from tests.documents.texts import texts_of

COLUMNS = (54, 190, 300, 500)
ROWS = [
    (["Machine"], ["Control"], ["Work"], ["Years"]),
    (["Hermle C42"], ["Heidenhain"], ["five-axis housings and", "first articles"], ["6"]),
    (["Okuma MB-46"], ["OSP-P300"], ["valve bodies"], ["4"]),
    (["Studer S33", "with loader"], ["Fanuc"], ["spindles and quills to", "two tenths"], ["2"]),
]
WRITTEN = ["\t".join(" ".join(cell) for cell in row) for row in ROWS]


def draw_table(canvas, *, ruled, space):
    canvas.setFont("Helvetica", 10)
    y = 700
    for row in ROWS:
        height = max(map(len, row)) * 12 + space
        if ruled:
            canvas.line(50, y + 10, 560, y + 10)
        for x, cell in zip(COLUMNS, row, strict=True):
            for number, line in enumerate(cell):
                canvas.drawString(x, y - 12 * number, line)
        y -= height
    if ruled:
        canvas.line(50, y + 10, 560, y + 10)


def rows(content):
    return [line for line in texts_of(read_pdf(content, Limits()))[0].splitlines() if line]


def test_ruled_rows_stay_on_one_line_each_with_cells_of_several_lines(pdf):
    assert rows(pdf(lambda canvas: draw_table(canvas, ruled=True, space=2))) == WRITTEN


def test_rows_parted_by_white_space_stay_on_one_line_each(pdf):
    assert rows(pdf(lambda canvas: draw_table(canvas, ruled=False, space=8)))[:3] == WRITTEN[:3]


def test_last_word_of_a_cell_set_with_wide_leading_stays_with_its_cell(pdf):
    cells = [("Hermle C42 with", "loader"), ("Studer S33, dual", "head"), ("Okuma MB-46VAE", "")]

    def draw(canvas):
        canvas.setFont("Helvetica", 10)
        for number, (first, second) in enumerate(cells):
            y = 700 - 48 * number
            canvas.drawString(54, y, first)
            canvas.drawString(190, y, "nights")
            canvas.drawString(300, y, "2")
            canvas.drawString(54, y - 18, second)

    assert rows(pdf(draw)) == ["\t".join((" ".join(cell).strip(), "nights", "2")) for cell in cells]


def test_text_around_a_table_keeps_its_place(pdf):
    def draw(canvas):
        canvas.drawString(54, 740, "Before the table stands a line of text as wide as all of its columns together")
        draw_table(canvas, ruled=True, space=2)
        canvas.drawString(54, 500, "After the table")

    read = rows(pdf(draw))
    assert read[0].startswith("Before")
    assert read[1:-1] == WRITTEN
    assert read[-1] == "After the table"


def test_place_and_date_above_each_other_do_not_cut_into_the_text_beside_them(pdf):
    def draw(canvas):
        canvas.setFont("Helvetica", 10)
        for y, place in ((700, "Dayton, Ohio"), (640, "Xenia, Ohio"), (580, "Troy, Ohio")):
            canvas.drawString(54, y, place)
            canvas.drawString(54, y - 12, "2019 - 2023")
            canvas.drawString(160, y, "Ran hobs and shapers for spur and helical gears up to module six,")
            canvas.drawString(160, y - 12, "ground to AGMA 11, and trained the second shift on both of them.")

    text = " ".join(" ".join(rows(pdf(draw))).split())
    assert text.startswith("Dayton, Ohio 2019 - 2023 Ran hobs and shapers")
    assert text.count("module six, ground to AGMA 11") == 3
