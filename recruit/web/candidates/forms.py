"""Forms by which a person corrects what was read from their resume."""

from wtforms import FloatField, Form, HiddenField, RadioField
from wtforms.validators import DataRequired, NumberRange, Optional

from recruit.services.shapes import SkillCorrection
from recruit.vocabulary.shapes import Polarity
from recruit.web.forms import MEANS_OTHER, choices_of
from recruit.web.wording import RESUME_POLARITIES

MOST_YEARS = 60


class SkillForm(Form):
    """How a person stands to one skill."""

    concept = HiddenField(validators=[DataRequired("Choose a skill from the list.")])
    polarity = RadioField(
        "How you stand to it",
        choices=choices_of(RESUME_POLARITIES),
        default=Polarity.HELD.value,
        validators=[DataRequired("Choose one.")],
    )
    years = FloatField(
        "Years",
        validators=[Optional(), NumberRange(0, MOST_YEARS, message=f"Years are a number from 0 to {MOST_YEARS}.")],
    )

    def correction(self, *, removed: str | None = None) -> SkillCorrection:
        """Return what was typed as the services take it; ``removed`` is the reason why it goes from the list."""
        return SkillCorrection(
            concept=str(self.concept.data),
            polarity=Polarity(self.polarity.data),
            years=self.years.data,
            removed=removed is not None,
            means_other=removed == MEANS_OTHER,
        )
