from recruit.documents.contents.name_lines import near_lines


def lines_near(text, titles=(), headings=(), reached=()):
    return list(near_lines(text, [(0, len(text))], set(headings), list(reached), titles))


def test_a_line_is_first_below_nothing_but_the_word_resume():
    lines = lines_near("RESUME\n\nIlse Quandt\nGary, IN\n")
    assert [line.text for line in lines if line.is_first] == ["RESUME", "Ilse Quandt"]


def test_a_line_set_like_the_title_is_first_wherever_it_stands():
    text = "lathe\nmill\nIlse Quandt\n"
    lines = lines_near(text, titles=[text.index("Ilse")])
    assert [line.text for line in lines if line.is_first] == ["lathe", "Ilse Quandt"]


def test_what_stands_below_a_gap_or_a_heading_is_not_right_below():
    gap, heading = "Ilse Quandt\nwelder\n\nGary\n", "Ilse Quandt\nwelder\nSKILLS\nTIG\n"
    assert lines_near(gap)[0].below == ("welder",)
    assert lines_near(heading, headings=[heading.index("SKILLS")])[0].below == ("welder",)


def test_a_number_two_lines_off_reaches_the_person():
    text = "Ilse Quandt\nGary, IN\n219-555-0102\n"
    place = text.index("219")
    assert lines_near(text, reached=[(place, place + 12)])[0].is_reached
    assert not lines_near(text)[0].is_reached
