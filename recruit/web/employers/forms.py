"""Forms of an employer's roles."""

from wtforms import (
    FloatField,
    Form,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional, ValidationError

from recruit.services.shapes import PostingDraft, PostingView
from recruit.vocabulary.shapes import Polarity
from recruit.web.forms import choices_of, empty_to_none, trimmed
from recruit.web.wording import JOB_POLARITIES

LONGEST_TITLE = 160
LONGEST_LINE = 200
LONGEST_DESCRIPTION = 50_000
MOST_PAY_USD = 10_000_000
MOST_YEARS = 60

PAY_MESSAGE = "Pay is a number of dollars, for example 28.50."


class PostingForm(Form):
    """What an employer types of a role."""

    title = StringField(
        "Job title",
        filters=[trimmed],
        description="As people on the floor say it, for example “CNC Lathe Set-up, 2nd shift”.",
        validators=[DataRequired("Type a title."), Length(max=LONGEST_TITLE)],
    )
    description = TextAreaField(
        "Description",
        description="Name machines, controls, materials, the tightest tolerance, lot sizes, set-up or running.",
        validators=[
            DataRequired("Paste or type the description; the requirements are read from it."),
            Length(max=LONGEST_DESCRIPTION, message="A description has at most 50,000 characters."),
        ],
    )
    job_location = StringField(
        "Place", filters=[trimmed, empty_to_none], validators=[Optional(), Length(max=LONGEST_LINE)]
    )
    work_hours = StringField(
        "Shift and hours", filters=[trimmed, empty_to_none], validators=[Optional(), Length(max=LONGEST_LINE)]
    )
    base_salary_min_usd = FloatField(
        "Pay from, $", validators=[Optional(), NumberRange(0, MOST_PAY_USD, PAY_MESSAGE)]
    )
    base_salary_max_usd = FloatField("to, $", validators=[Optional(), NumberRange(0, MOST_PAY_USD, PAY_MESSAGE)])
    base_salary_unit = SelectField(
        "per", choices=choices_of(("hour", "year")), default="hour", validators=[Optional()]
    )
    revision = IntegerField(validators=[Optional()])

    def validate_base_salary_max_usd(self, field: FloatField) -> None:
        """Refuse a range that ends before it begins."""
        low, high = self.base_salary_min_usd.data, field.data
        if low is not None and high is not None and low > high:
            raise ValidationError(f"Pay ends at ${high:g}, below its beginning of ${low:g}. Turn the two round.")

    def draft(self) -> PostingDraft:
        """Return what was typed as the services take it."""
        has_pay = self.base_salary_min_usd.data is not None or self.base_salary_max_usd.data is not None
        return PostingDraft(
            title=str(self.title.data),
            description=str(self.description.data),
            job_location=self.job_location.data,
            work_hours=self.work_hours.data,
            base_salary_min_usd=self.base_salary_min_usd.data,
            base_salary_max_usd=self.base_salary_max_usd.data,
            base_salary_unit=self.base_salary_unit.data if has_pay else None,
        )

    @classmethod
    def of(cls, posting: PostingView) -> "PostingForm":
        """Fill the form with a posting as it stands."""
        return cls(
            data={
                "title": posting.title,
                "description": posting.description,
                "job_location": posting.job_location,
                "work_hours": posting.work_hours,
                "base_salary_min_usd": posting.base_salary_min_usd,
                "base_salary_max_usd": posting.base_salary_max_usd,
                "base_salary_unit": posting.base_salary_unit or "hour",
                "revision": posting.revision,
            }
        )


class RequirementForm(Form):
    """How strongly a role asks for one thing; ``remove`` as a button takes it away."""

    concept = HiddenField(validators=[DataRequired("Choose a requirement from the list.")])
    polarity = RadioField(
        "Strength",
        choices=choices_of(JOB_POLARITIES),
        default=Polarity.REQUIRED.value,
        validators=[DataRequired("Choose one.")],
    )
    years = FloatField(
        "Years",
        validators=[Optional(), NumberRange(0, MOST_YEARS, message=f"Years are a number from 0 to {MOST_YEARS}.")],
    )
    revision = IntegerField(validators=[InputRequired("Reload the page first.")])


class StateForm(Form):
    """The revision of a role that somebody publishes or closes."""

    revision = IntegerField(validators=[InputRequired("Reload the page first.")])
