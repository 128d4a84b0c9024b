"""Browsers without a screen, in which somebody is logged in already; the pages run on SQLite alone."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from recruit.services.house import House
from recruit.web.app import create_app
from tests.people import World


@pytest.fixture
def backend() -> str:
    """What a database does is tested with the services; a page cannot tell one from another."""
    return "sqlite"


@pytest.fixture
def app(house: House) -> Flask:
    app = create_app(house)
    app.config["WTF_CSRF_ENABLED"] = False
    return app


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
