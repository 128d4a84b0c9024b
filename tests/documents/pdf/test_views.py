import pytest

from recruit.documents.pdf.views import View, turned


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_a_box_set_upright_is_put_back_inside_the_seen_page(turns, turn):
    view = View(10, 20, 210, 320, turns)
    x0, x1, top, bottom = view.seen(turn, *view.upright(turn, 30, 50, 40, 45))
    width, height = view.size
    assert 0 <= x0 < x1 <= width
    assert 0 <= top < bottom <= height


@pytest.mark.parametrize(
    ("turns", "seen"), [(0, (0, 10, 90, 100)), (1, (0, 10, 0, 10)), (2, (40, 50, 0, 10)), (3, (90, 100, 40, 50))]
)
def test_the_lower_left_corner_of_the_file_is_seen_where_the_turned_page_has_it(turns, seen):
    view = View(0, 0, 50, 100, turns)
    assert view.seen(0, *view.upright(0, 0, 10, 0, 10)) == seen


def test_text_turned_by_a_quarter_reads_downwards_after_turning_it_back():
    first, second = turned(1, 100, 110, 50, 60), turned(1, 100, 110, 70, 80)
    assert first[0] > second[0]
    assert first[2:] == second[2:]
