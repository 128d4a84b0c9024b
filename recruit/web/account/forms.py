"""Forms of the account pages; the rules that matter are the services'."""

from wtforms import BooleanField, EmailField, Form, PasswordField, StringField
from wtforms.validators import DataRequired, InputRequired, Length

from recruit.services import consents
from recruit.web.forms import trimmed

LONGEST_EMAIL = 254
LONGEST_NAME = 120
LONGEST_PASSWORD = 200


class LogInForm(Form):
    """What a person logs in with."""

    email = EmailField(
        "E-mail address",
        filters=[trimmed],
        validators=[DataRequired("Type your e-mail address."), Length(max=LONGEST_EMAIL)],
        render_kw={"autocomplete": "username", "spellcheck": "false"},
    )
    password = PasswordField(
        "Password",
        validators=[InputRequired("Type your password."), Length(max=LONGEST_PASSWORD)],
        render_kw={"autocomplete": "current-password"},
    )


class RegisterForm(Form):
    """What a person who looks for work registers with."""

    display_name = StringField(
        "Your name",
        filters=[trimmed],
        description="As it should stand on your applications.",
        validators=[DataRequired("Type your name."), Length(max=LONGEST_NAME)],
        render_kw={"autocomplete": "name"},
    )
    email = EmailField(
        "E-mail address",
        filters=[trimmed],
        description="You log in with it. Employers do not see it.",
        validators=[DataRequired("Type your e-mail address."), Length(max=LONGEST_EMAIL)],
        render_kw={"autocomplete": "email", "spellcheck": "false"},
    )
    password = PasswordField(
        "Password",
        description="At least 10 characters. Three or four words that do not belong together are good.",
        validators=[InputRequired("Choose a password."), Length(max=LONGEST_PASSWORD)],
        render_kw={"autocomplete": "new-password"},
    )
    consent = BooleanField(
        consents.WORDING_BY_PURPOSE[consents.MATCHING],
        validators=[
            InputRequired("Without your agreement we may not keep your resume. Tick the box to register.")
        ],
    )
