"""The decisions a recruiter makes about a person."""

from wtforms import Form, IntegerField, RadioField, StringField
from wtforms.validators import Length, Optional, ValidationError

from recruit.web.forms import choices_of, trimmed
from recruit.web.wording import REJECT_REASONS

LONGEST_REASON = 500


class DecisionForm(Form):
    """The revision of the application that the recruiter was looking at; none while there is no application."""

    revision = IntegerField(validators=[Optional()])


class RejectForm(DecisionForm):
    """Why a person is not taken further; a score is never the reason, so somebody has to say one."""

    choice = RadioField("Reason", choices=choices_of(REJECT_REASONS), validators=[Optional()])
    words = StringField("In your own words", filters=[trimmed], validators=[Length(max=LONGEST_REASON)])

    def validate_words(self, field: StringField) -> None:
        """Ask for a reason when neither a choice nor words were given."""
        if not field.data and not self.choice.data:
            raise ValidationError("Say why: choose a reason or write one. It is kept with the application.")

    @property
    def reason(self) -> str:
        """Return the choice and the words as one reason."""
        return ": ".join(part for part in (self.choice.data, self.words.data) if part)
