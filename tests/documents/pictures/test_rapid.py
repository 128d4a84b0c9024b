import pytest

from recruit.documents.pictures import rapid
from recruit.documents.reader import Limits
from recruit.errors import UnreadableDocument
from tests.documents.paper import TOOLMAKER, printed


def test_lines_are_shared_out_among_their_words() -> None:
    page = printed(TOOLMAKER[:2], dpi=200).convert("L").crop((0, 100, 1700, 300))
    seen = rapid.sightings_in(page, Limits(ocr_seconds=300))
    assert [one.text for one in seen[:4]] == ["Ottilie", "Vandermeer", "Marlow", "Falls,"]
    # 54 points from the left, at 200 dpi.
    assert seen[0].left == pytest.approx(150, abs=5)
    assert seen[0].right < seen[1].left


def test_nothing_is_seen_on_white() -> None:
    page = printed((), dpi=60).convert("L")
    assert rapid.sightings_in(page, Limits(ocr_seconds=300)) == []


def test_page_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        rapid.sightings_in(printed(TOOLMAKER, dpi=100).convert("L"), Limits(ocr_seconds=0.05))
    assert caught.value.code == "too_slow"
