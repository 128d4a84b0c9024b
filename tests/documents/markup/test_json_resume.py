import contextlib
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruit.documents.markup.json_resume import read_json_resume
from recruit.documents.reader import Limits
from recruit.errors import UnreadableDocument

RESUME = {
    "$schema": "https://example.com/schema.json",
    "basics": {
        "name": "Ada Novak",
        "label": "Toolmaker",
        "image": "https://example.com/ada.png",
        "email": "ada@example.com",
        "phone": "555-0100",
        "summary": "Builds dies.\n\nHolds ±.0002.",
        "location": {"city": "Dayton", "region": "OH", "countryCode": "US"},
        "profiles": [{"network": "LinkedIn", "username": "ada", "url": "https://linkedin.com/in/ada"}],
    },
    "education": [{"institution": "Sinclair", "studyType": "AAS", "area": "Machining", "endDate": "2009"}],
    "work": [
        {
            "name": "Bay Tool",
            "position": "Toolmaker",
            "startDate": "2016-03",
            "summary": "Stamping dies",
            "highlights": ["Wire EDM", "Jig grinder"],
            "shift": "second",
        },
        {"company": "Acme", "position": "Apprentice", "startDate": "2009-06-01", "endDate": "2016-02-29",
         "website": "x.example"},
    ],
    "skills": [{"name": "Grinding", "level": "Master", "keywords": ["ID", "OD"]}],
    "languages": [{"language": "Slovenian", "fluency": "Native"}],
    "ownTools": {"count": 3, "listed": True},
    "meta": {"version": "v1"},
}  # fmt: skip


def found(resume: Any) -> list[tuple[str, str]]:
    (page,) = read_json_resume(json.dumps(resume).encode(), Limits()).pages
    return [(block.kind.value, block.text) for block in page.blocks]


def refusal(content: bytes, limits: Limits = Limits()) -> UnreadableDocument:  # noqa: B008 - frozen
    with pytest.raises(UnreadableDocument) as caught:
        read_json_resume(content, limits)
    return caught.value


def test_resume_is_read_in_the_usual_order():
    assert found(RESUME) == [
        ("heading", "Ada Novak"),
        ("paragraph", "Toolmaker"),
        ("paragraph", "Dayton, OH"),
        ("paragraph", "ada@example.com"),
        ("paragraph", "555-0100"),
        ("paragraph", "LinkedIn: https://linkedin.com/in/ada"),
        ("heading", "Summary"),
        ("paragraph", "Builds dies."),
        ("paragraph", "Holds ±.0002."),
        ("heading", "Work Experience"),
        ("paragraph", "Toolmaker, Bay Tool\tMar 2016 - Present"),
        ("paragraph", "Stamping dies"),
        ("list_item", "• Wire EDM"),
        ("list_item", "• Jig grinder"),
        ("paragraph", "Shift: second"),
        ("paragraph", "Apprentice, Acme\tJun 2009 - Feb 2016"),
        ("paragraph", "x.example"),
        ("heading", "Skills"),
        ("paragraph", "Master, Grinding: ID, OD"),
        ("heading", "Education"),
        ("paragraph", "AAS, Sinclair, Machining\t2009"),
        ("heading", "Languages"),
        ("paragraph", "Slovenian, Native"),
        ("heading", "Own tools"),
        ("paragraph", "Count: 3"),
    ]


@pytest.mark.parametrize(
    ("dates", "spoken"),
    [
        ({"startDate": "2016-03-01", "endDate": ""}, "Mar 2016 - Present"),
        ({"startDate": "spring 2016", "endDate": "2017"}, "spring 2016 - 2017"),
        ({"startDate": "2016-13"}, "2016-13 - Present"),
        ({"endDate": "2017-12"}, "Dec 2017"),
        ({"date": "2017-12-24"}, "Dec 24, 2017"),
    ],
)
def test_dates_are_written_as_people_do(dates, spoken):
    assert found({"work": [{"name": "Acme", **dates}]})[1] == ("paragraph", f"Acme\t{spoken}")


@pytest.mark.parametrize(
    "resume",
    [
        {"basics": "Ada Novak, welder"},
        {"basics": ["Ada Novak", {"label": "welder"}]},
        {"work": "Bay Tool"},
        {"work": {"name": "Bay Tool"}},
        {"work": [["Bay Tool"], None, 3, True, {"highlights": "one", "startDate": {"year": 2016}}]},
        {"skills": ["TIG", {"keywords": {"a": "b"}}]},
        {"basics": {"profiles": "x", "location": "Dayton", "name": None, "email": ["a", "b"]}},
    ],
)
def test_wrong_types_are_read_as_what_they_say(resume):
    assert found(resume)


def test_numbers_stay_as_they_are_written():
    (page,) = read_json_resume(b'{"basics": {"phone": 5550100.00, "pay": 1e400}}', Limits()).pages
    assert [block.text for block in page.blocks] == ["5550100.00", "Pay: 1e400"]


@pytest.mark.parametrize("content", [b"{}", b"[]", b'{"name": "Ada"}', b'"basics"', b"3", b'[{"basics": {}}]'])
def test_json_that_is_no_resume_is_named_so(content):
    error = refusal(content)
    assert error.code == "unsupported_type"
    assert "no resume" in str(error)


@pytest.mark.parametrize("content", [b"", b'{"basics": {"name": "Ada"', b"{'basics': 1}", bytes(range(256))])
def test_json_cut_off_or_wrong_is_corrupt(content):
    assert refusal(content).code == "corrupt"


def test_lists_nested_without_end_are_refused():
    assert refusal(b'{"basics": ' + b"[" * 100_000).code == "too_large"
    assert found({"basics": {"name": "[" * 1000}})[0] == ("heading", "[" * 1000)


def test_text_without_end_is_too_large():
    assert refusal(b'{"basics": "' + b"a" * 2000 + b'"}', Limits(max_characters=1000)).code == "too_large"


VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["name", "location", "startDate", "keywords", "highlights", "profiles", "url", "x"]),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=12,
)


@settings(deadline=None, derandomize=True)
@given(st.dictionaries(st.sampled_from(["basics", "work", "skills", "references", "other"]), VALUES, min_size=1))
def test_any_json_is_read_or_refused(resume):
    with contextlib.suppress(UnreadableDocument):
        assert all(text.strip() for _, text in found(resume))


@settings(deadline=None, derandomize=True)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content):
    with contextlib.suppress(UnreadableDocument):
        assert len(read_json_resume(content, Limits()).pages) == 1
