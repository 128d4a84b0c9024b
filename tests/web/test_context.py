"""A page to go on to is one of ours."""

import pytest

from recruit.web.context import local_path


@pytest.mark.parametrize("target", ["/jobs/3", "/jobs?q=lathe", "/"])
def test_a_path_of_this_site_is_kept(target: str) -> None:
    assert local_path(target) == target


@pytest.mark.parametrize(
    "target",
    [
        None,
        "",
        "jobs",
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "/a\\b",
    ],
)
def test_anything_else_is_dropped(target: str | None) -> None:
    assert local_path(target) is None
