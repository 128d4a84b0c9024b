from recruit.documents.pictures.sightings import BULLET, Sighting, words_on_lines


def seen(text: str, left: float, top: float, right: float, bottom: float, line: int = 0) -> Sighting:
    return Sighting(text, 0.9, left, top, right, bottom, line)


def test_words_of_a_line_stand_on_one_foot() -> None:
    # 100 points to the em: the line's foot is at 100.
    line = [seen("Gage", 0, 28, 90, 121), seen("run", 100, 48, 160, 100), seen("Hat", 170, 28, 230, 100)]
    words = words_on_lines(
        line,
        points_per_pixel=0.1,
    )
    assert len({round(word.bottom, 1) for word in words}) == 1
    assert {round(word.size, 1) for word in words} == {10.0}


def test_small_dot_before_a_line_is_its_bullet() -> None:
    sightings = [seen("e", 0, 50, 28, 78), seen("Turned", 60, 28, 200, 100), seen("shafts", 220, 28, 350, 100)]
    assert [word.text for word in words_on_lines(sightings, points_per_pixel=1)] == [BULLET, "Turned", "shafts"]


def test_letter_before_a_line_stays_a_letter() -> None:
    sightings = [seen("o", 0, 48, 50, 100), seen("Turned", 60, 28, 200, 100)]
    assert words_on_lines(sightings, points_per_pixel=1)[0].text == "o"


def test_dust_is_no_word() -> None:
    sightings = [seen(".", 0, 95, 5, 100), seen("2024.", 60, 28, 200, 100), seen("\u2018", 220, 28, 225, 33)]
    assert [word.text for word in words_on_lines(sightings, points_per_pixel=1)] == ["2024."]


def test_row_of_points_is_no_dust() -> None:
    sightings = [seen("lead", 0, 28, 90, 100), seen("...", 110, 92, 150, 100), seen("2014", 170, 28, 260, 100)]
    assert [word.text for word in words_on_lines(sightings, points_per_pixel=1)] == ["lead", "...", "2014"]


def test_nothing_seen_gives_no_words() -> None:
    assert words_on_lines([], points_per_pixel=1) == []
