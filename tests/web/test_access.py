"""Who gets what at every address: a new route without a row here fails the last test."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from recruit.services.house import House
from tests.people import World, stage_import

Browse = Callable[[str | None], FlaskClient]

#: Address, method, and what each person gets: to-log-in, or the status.
CANDIDATE = {None: "log-in", "ben": 403, "erin": 403}
EMPLOYER = {None: "log-in", "ana": 403, "ben": 403}
RECRUITER = {None: "log-in", "ana": 403, "erin": 403}

ROUTES = [
    ("candidates.start", "GET", CANDIDATE | {"ana": 303, "dora": 200}),
    ("candidates.new_resume", "GET", CANDIDATE | {"ana": 200}),
    ("candidates.upload", "POST", CANDIDATE | {"ana": 422}),
    ("candidates.resume", "GET", CANDIDATE | {"ana": 200, "dora": 404}),
    ("candidates.reading", "GET", CANDIDATE | {"ana": 200, "dora": 404}),
    ("candidates.resume_file", "GET", CANDIDATE | {"ana": 200, "dora": 404}),
    ("candidates.correct_skill", "POST", CANDIDATE | {"ana": 303, "dora": 404}),
    ("candidates.undo_correction", "POST", CANDIDATE | {"ana": 303, "dora": 404}),
    ("candidates.choose_skill", "GET", CANDIDATE | {"ana": 200, "dora": 404}),
    ("candidates.jobs", "GET", CANDIDATE | {"ana": 200, "dora": 200}),
    ("candidates.job", "GET", CANDIDATE | {"ana": 200}),
    ("candidates.apply", "POST", CANDIDATE | {"ana": 303}),
    ("candidates.applications", "GET", CANDIDATE | {"ana": 200}),
    ("candidates.withdraw", "POST", CANDIDATE | {"ana": 404}),
    ("employers.roles", "GET", EMPLOYER | {"erin": 200, "evan": 200}),
    ("employers.new_role", "GET", EMPLOYER | {"erin": 200, "evan": 403}),
    ("employers.post_role", "POST", EMPLOYER | {"erin": 422, "evan": 403}),
    ("employers.fill_from_file", "POST", EMPLOYER | {"erin": 422, "evan": 403}),
    ("employers.preview", "POST", EMPLOYER | {"erin": 200}),
    ("employers.role", "GET", EMPLOYER | {"erin": 200, "evan": 200, "frank": 404}),
    ("employers.edit_role", "GET", EMPLOYER | {"erin": 200, "evan": 403, "frank": 404}),
    ("employers.edit_role", "POST", EMPLOYER | {"erin": 422, "evan": 403, "frank": 404}),
    ("employers.correct_requirement", "POST", EMPLOYER | {"erin": 303, "evan": 403, "frank": 404}),
    ("employers.choose_requirement", "GET", EMPLOYER | {"erin": 200, "evan": 403, "frank": 404}),
    ("employers.publish", "POST", EMPLOYER | {"erin": 303, "evan": 403, "frank": 404}),
    ("employers.close", "POST", EMPLOYER | {"erin": 303, "evan": 403, "frank": 404}),
    ("recruiters.jobs", "GET", RECRUITER | {"ben": 200, "vera": 200}),
    ("recruiters.workspace", "GET", RECRUITER | {"ben": 200, "vera": 200, "carol": 404}),
    ("recruiters.person", "GET", RECRUITER | {"ben": 200, "vera": 200, "carol": 404}),
    ("recruiters.shortlist", "POST", RECRUITER | {"ben": 303, "vera": 403, "carol": 404}),
    ("recruiters.reject", "POST", RECRUITER | {"ben": 303, "vera": 403, "carol": 404}),
    ("recruiters.undo", "POST", RECRUITER | {"vera": 403, "carol": 404}),
    ("recruiters.export", "GET", RECRUITER | {"ben": 200, "carol": 404}),
    ("resumes.page", "GET", {None: "log-in", "ana": 404, "dora": 404, "ben": 404, "carol": 404, "erin": 404}),
    ("imports.every", "GET", RECRUITER | {"ben": 200, "vera": 200, "carol": 200}),
    ("imports.start", "POST", RECRUITER | {"ben": 422, "vera": 403}),
    ("imports.one", "GET", RECRUITER | {"ben": 200, "vera": 200, "carol": 404}),
    ("imports.progress", "GET", RECRUITER | {"ben": 200, "vera": 200, "carol": 404}),
    ("imports.go_on", "POST", RECRUITER | {"ben": 303, "vera": 403, "carol": 404}),
    ("imports.report", "GET", RECRUITER | {"ben": 200, "vera": 200, "carol": 404}),
    ("vocabulary.index", "GET", {None: 200, "ana": 200, "ben": 200}),
    ("vocabulary.concept", "GET", {None: 200, "ana": 200, "ben": 200}),
    ("public.home", "GET", {None: 200, "ana": 303, "ben": 303, "erin": 303}),
    ("public.job_board", "GET", {None: 200, "ana": 200, "ben": 200, "erin": 200}),
    ("public.job", "GET", {None: 200, "ana": 200, "ben": 200, "erin": 200}),
    ("public.choose_theme", "POST", {None: 303, "ana": 303}),
    ("account.log_in", "GET", {None: 200, "ana": 303}),
    ("account.log_in", "POST", {None: 422}),
    ("account.register", "GET", {None: 200}),
    ("account.register", "POST", {None: 422}),
    ("account.log_out", "POST", {None: 303, "ana": 303}),
]

FORMS = {
    "candidates.correct_skill": {"concept": "mastercam", "polarity": "held"},
    "candidates.undo_correction": {"concept": "mastercam"},
    "employers.correct_requirement": {"concept": "mastercam", "polarity": "required", "revision": "REVISION"},
    "employers.publish": {"revision": "REVISION"},
    "employers.close": {"revision": "REVISION"},
    "recruiters.reject": {"words": "Wants days"},
    "recruiters.undo": {"revision": "1"},
}

CASES = [
    pytest.param(endpoint, method, who, expected, id=f"{method} {endpoint} by {who or 'nobody'}")
    for endpoint, method, by_person in ROUTES
    for who, expected in by_person.items()
]


@pytest.fixture
def address(app: Flask, world: World, house: House) -> Callable[[str], str]:
    """Return an address of Northline's and Ana's things."""

    def build(endpoint: str) -> str:
        values = {"job_id": world.open_job, "resume_id": world.resume, "candidate_id": world.ana}
        values |= {"number": 1, "width_pixels": 900, "concept_id": "lathe"}
        if endpoint in {"imports.one", "imports.progress", "imports.report", "imports.go_on"}:
            values["import_id"] = stage_import(house, world["ben"], {"a.txt": b"TIG welder"})
        (rule,) = app.url_map.iter_rules(endpoint)
        with app.test_request_context():
            return app.url_for(endpoint, **{name: values[name] for name in rule.arguments})

    return build


@pytest.mark.parametrize(("endpoint", "method", "who", "expected"), CASES)
def test_everybody_gets_what_is_theirs_and_nothing_else(
    endpoint: str, method: str, who: str | None, expected: str | int, browse: Browse, address: Callable[[str], str]
) -> None:
    form = {name: value.replace("REVISION", "2") for name, value in FORMS.get(endpoint, {}).items()}
    answer = browse(who).open(address(endpoint), method=method, data=form)
    if expected == "log-in":
        assert answer.status_code == 303
        assert answer.location.startswith("/log-in")
    else:
        assert answer.status_code == expected


@pytest.mark.parametrize("who", [None, "ana", "dora", "erin", "ben", "carol"])
def test_a_draft_is_shown_to_nobody_but_its_employer(who: str | None, browse: Browse, world: World) -> None:
    paths = [f"/jobs/{world.draft_job}", f"/my/jobs/{world.draft_job}", f"/recruiter/jobs/{world.draft_job}"]
    for path in paths:
        assert browse(who).get(path).status_code in {303, 403, 404}


@pytest.mark.parametrize("endpoint", sorted({endpoint for endpoint, method, _ in ROUTES if method == "POST"}))
def test_no_form_is_taken_without_its_token(
    endpoint: str, app: Flask, browse: Browse, address: Callable[[str], str]
) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    area = endpoint.split(".")[0]
    who = {"candidates": "ana", "employers": "erin", "recruiters": "ben", "imports": "ben"}.get(area)
    assert browse(who).post(address(endpoint), data=FORMS.get(endpoint, {})).status_code == 400


def test_an_htmx_request_of_a_visitor_is_sent_to_the_log_in_page(browse: Browse) -> None:
    answer = browse(None).get("/recruiter/jobs", headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (401, "/log-in")


def test_a_closed_session_is_nobody(app: Flask, browse: Browse, world: World) -> None:
    client = browse("ben")
    with client.session_transaction() as session:
        session["_user_id"] = f"{world.people['ben'].user_id}:another token"
    assert client.get("/recruiter/jobs").status_code == 303


def test_every_route_stands_in_this_table(app: Flask) -> None:
    known = {(endpoint, method) for endpoint, method, _ in ROUTES}
    there = {
        (rule.endpoint, method)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert there - known == {("assets.send", "GET")}
