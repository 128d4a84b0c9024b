"""Browsers without a screen, in which somebody is logged in already; the pages run on SQLite alone."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from recruit.services.house import House, close_house, open_house
from recruit.web.app import create_app
from recruit.web.context import EXTENSION
from tests.conftest import Built, settings_for, sqlite_url
from tests.people import World


@pytest.fixture
def backend() -> str:
    """What a database does is tested with the services; a page cannot tell one from another."""
    return "sqlite"


@pytest.fixture(scope="session")
def made_app(built_on_sqlite: Built) -> Flask:
    """The application of all tests, which keeps no state but its house: making one takes longer than a test."""
    house = open_house(settings_for(built_on_sqlite.folder, sqlite_url(built_on_sqlite.folder)))
    app = create_app(house)
    close_house(house)
    app.config["WTF_CSRF_ENABLED"] = False
    return app


@pytest.fixture
def app(made_app: Flask, house: House, monkeypatch: pytest.MonkeyPatch) -> Flask:
    """The application in the house of the test; what the test changes in its settings is put back."""
    monkeypatch.setitem(made_app.extensions, EXTENSION, house)
    for name, value in made_app.config.items():
        monkeypatch.setitem(made_app.config, name, value)
    return made_app


@pytest.fixture
def browse(app: Flask, world: World) -> Callable[[str | None], FlaskClient]:
    """Give a browser in which somebody is logged in, or nobody."""

    def logged_in(name: str | None) -> FlaskClient:
        client = app.test_client()
        if name is not None:
            person = world[name]
            with client.session_transaction() as session:
                session["_user_id"] = f"{person.user_id}:{person.session_token}"
                session["_fresh"] = True
        return client

    return logged_in
