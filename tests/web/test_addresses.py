"""A number that no row can have leads nowhere, and breaks nothing."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

Browse = Callable[[str | None], FlaskClient]


@pytest.mark.parametrize("number", [2**31, 2**63, 10**40])
@pytest.mark.parametrize(
    ("who", "path"),
    [
        (None, "/jobs/{}"),
        ("ana", "/my/resumes/{}"),
        ("ana", "/my/jobs/{}"),
        ("erin", "/roles/{}"),
        ("ben", "/recruiter/jobs/{}"),
        ("ben", "/recruiter/jobs/1/people/{}"),
    ],
)
def test_a_number_no_row_can_have_leads_nowhere(who: str | None, path: str, number: int, browse: Browse) -> None:
    assert browse(who).get(path.format(number)).status_code == 404
