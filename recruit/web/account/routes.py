"""Logging in and out, and registering."""

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask_login import logout_user
from werkzeug.wrappers import Response

from recruit.errors import InvalidInput
from recruit.services import accounts
from recruit.web.account.forms import LogInForm, RegisterForm
from recruit.web.context import actor, house, local_path
from recruit.web.forms import place_error
from recruit.web.login import home_of, sign_in
from recruit.web.security import address_and_email, address_limit, guess_limit, limiter, was_refused

blueprint = Blueprint("account", __name__, template_folder="templates")

Answer = Response | str | tuple[str, int]


@blueprint.route("/log-in", methods=["GET", "POST"])
@limiter.limit(address_limit, methods=["POST"], deduct_when=was_refused)
@limiter.limit(guess_limit, methods=["POST"], deduct_when=was_refused, key_func=address_and_email)
def log_in() -> Answer:
    """Log a person in; a wrong address and a wrong password get the same answer."""
    form = LogInForm(request.form)
    if request.method == "GET":
        acting = actor()
        return redirect(home_of(acting), code=303) if acting else render_template("account/log_in.html", form=form)
    if form.validate():
        try:
            acting = accounts.log_in(house(), str(form.email.data), str(form.password.data))
        except InvalidInput as error:
            place_error(form, error)
        else:
            sign_in(acting)
            return redirect(local_path(request.args.get("next")) or home_of(acting), code=303)
    return render_template("account/log_in.html", form=form), 422


@blueprint.route("/register", methods=["GET", "POST"])
@limiter.limit(guess_limit, methods=["POST"])
def register() -> Answer:
    """Make an account for a person who looks for work, and log them in; who has one is taken to their work."""
    already = actor()
    if already:
        return redirect(home_of(already), code=303)
    form = RegisterForm(request.form)
    if request.method == "GET":
        return render_template("account/register.html", form=form)
    if form.validate():
        try:
            acting = accounts.register_candidate(
                house(),
                display_name=str(form.display_name.data),
                email=str(form.email.data),
                password=str(form.password.data),
                consent=bool(form.consent.data),
            )
        except InvalidInput as error:
            place_error(form, error)
        else:
            sign_in(acting)
            return redirect(local_path(request.args.get("next")) or url_for("candidates.start"), code=303)
    return render_template("account/register.html", form=form), 422


@blueprint.post("/log-out")
def log_out() -> Response:
    """End this session."""
    logout_user()
    session.clear()
    return redirect(url_for("public.home"), code=303)
