"""The Flask application, made for one open house."""

import json

from flask import Flask

from recruit import __version__
from recruit.services.house import House
from recruit.web import wording
from recruit.web.account.routes import blueprint as account
from recruit.web.addresses import RowId
from recruit.web.assets import add_assets
from recruit.web.candidates.routes import blueprint as candidates
from recruit.web.context import EXTENSION, actor, wants_part
from recruit.web.employers.routes import blueprint as employers
from recruit.web.login import add_login, home_of
from recruit.web.problems import add_problems
from recruit.web.public.routes import blueprint as public
from recruit.web.public.vocabulary import blueprint as vocabulary
from recruit.web.reasons import glance
from recruit.web.recruiters.imports import blueprint as imports
from recruit.web.recruiters.routes import blueprint as recruiters
from recruit.web.resumes.routes import blueprint as resumes
from recruit.web.scores import score_bar
from recruit.web.security import add_security
from recruit.web.uploads import FORM_OVERHEAD_BYTES, UploadRequest

# No snapshot of a page with people on it is kept in the browser; a kind refusal (409, 422) is shown in place.
HTMX_CONFIG = json.dumps(
    {
        "allowEval": False,
        "historyCacheSize": 0,
        "includeIndicatorStyles": False,
        "refreshOnHistoryMiss": True,
        "responseHandling": [
            {"code": "204", "swap": False},
            {"code": "[23]..", "swap": True},
            {"code": "409|422", "swap": True},
            {"code": "[45]..", "swap": False, "error": True},
        ],
        "selfRequestsOnly": True,
    }
)


def create_app(house: House) -> Flask:
    """Make the application; it keeps no state of its own besides the house."""
    app = Flask(__name__, static_folder=None)
    app.request_class = UploadRequest
    app.config.update(
        SECRET_KEY=house.settings.secret_key,
        SESSION_COOKIE_NAME="recruit",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=house.settings.secure_cookies,
        MAX_CONTENT_LENGTH=house.settings.max_upload_bytes + FORM_OVERHEAD_BYTES,
        WTF_CSRF_TIME_LIMIT=None,  # a form left open over lunch must still be sent; the session ends it
        LOGIN_RATE_LIMIT=house.settings.login_rate_limit,
    )
    app.url_map.converters["int"] = RowId
    app.extensions[EXTENSION] = house
    add_security(app)
    add_login(app)
    add_problems(app)
    add_assets(app)
    for blueprint in (public, vocabulary, account, candidates, employers, recruiters, imports, resumes):
        app.register_blueprint(blueprint)
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        version=__version__,
        htmx_config=HTMX_CONFIG,
        wording=wording,
        glance=glance,
        score_bar=score_bar,
        actor=actor,
        home_of=home_of,
        wants_part=wants_part,
    )
    return app
