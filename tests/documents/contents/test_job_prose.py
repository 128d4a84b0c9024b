import pytest

from recruit.documents.contents.job_prose import named_in_prose


@pytest.mark.parametrize(
    ("text", "title", "employer"),
    [
        ("I was a welder helper for Palmer Shipyard.", "welder helper", "Palmer Shipyard"),
        ("I worked for Marsh Gear Co. as a hobber", "hobber", "Marsh Gear Co."),
        ("three years as a pipe fitter with Local 90 in Lima", "pipe fitter", "Local 90"),
        ("I have been a grinder at Orbit Aero", "grinder", "Orbit Aero"),
        ("I swept floors", None, None),
    ],
)
def test_a_sentence_names_title_and_employer(text, title, employer):
    spans = named_in_prose(text, 0, len(text))
    assert [span and text[slice(*span)] for span in spans] == [title, employer]
