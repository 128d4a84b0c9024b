"""Styles and scripts come from here alone, packed, and may be kept for ever."""

import gzip
import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from recruit.web.assets import icon_sprite

Browse = Callable[[str | None], FlaskClient]


def asset_paths(client: FlaskClient) -> list[str]:
    return sorted(set(re.findall(r'(?:href|src)="(/assets/[^"#]+)', client.get("/log-in").text)))


def test_pages_name_their_styles_and_scripts_and_all_are_there(browse: Browse) -> None:
    client = browse(None)
    paths = asset_paths(client)
    assert {path.rsplit("/", 1)[1] for path in paths} >= {"bootstrap.css", "recruit.css", "htmx.js", "recruit.js"}
    for path in paths:
        answer = client.get(path)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["Cache-Control"]


def test_pages_name_nothing_of_other_sites(browse: Browse) -> None:
    assert not re.findall(r'(?:href|src)="(?:https?:)?//', browse(None).get("/").text)


def test_an_asset_is_packed_for_browsers_that_take_it(browse: Browse) -> None:
    client = browse(None)
    path = next(path for path in asset_paths(client) if path.endswith("bootstrap.css"))
    packed = client.get(path, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == client.get(path).data


def test_the_icons_sent_are_those_that_are_used(browse: Browse) -> None:
    assert len(browse(None).get("/assets/x/icons.svg").data) < 40_000


def test_there_is_no_other_file_to_ask_for(browse: Browse) -> None:
    for path in ("/assets/x/../app.py", "/assets/x/app.py", "/static/recruit.css"):
        assert browse(None).get(path).status_code == 404


def test_an_icon_that_the_package_lost_is_named() -> None:
    with pytest.raises(LookupError, match="no-such-icon"):
        icon_sprite('<svg><symbol id="here"></symbol></svg>', ("here", "no-such-icon"))
