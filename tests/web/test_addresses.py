from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from recruit.web.addresses import LARGEST_ID


@pytest.mark.parametrize("number", [LARGEST_ID, LARGEST_ID + 1, 10**30])
def test_a_number_that_no_row_has_leads_to_nothing(
    browse: Callable[[str | None], FlaskClient], number: int
) -> None:
    assert browse(None).get(f"/jobs/{number}").status_code == 404
    assert browse("ben").get(f"/recruiter/jobs/1/people/{number}").status_code == 404
