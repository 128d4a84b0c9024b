"""Commands as a person types them: most in this process, and the program itself where it has to be started."""

import os
import sys
from pathlib import Path

from click.testing import CliRunner, Result

import recruit as recruit_package
from recruit.cli import recruit

JOB = "CNC lathe setup machinist. Required: Okuma lathe, OSP control, micrometers. Preferred: Mastercam."
TURNER = "Set up and ran an Okuma lathe with OSP control for six years. Micrometers every day."
BAKER = "Baker in a small town. Bread, rolls, early mornings."
AGENCY = "Square Staffing"

START = [sys.executable, "-P", "-m", "recruit"]
PATIENCE_SECONDS = 120


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(recruit, arguments, input=stdin)


def environment() -> dict[str, str]:
    """That of these tests, but for the size of a terminal that whoever runs them may have set."""
    kept = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}
    return {**kept, "PYTHONPATH": str(Path(recruit_package.__file__).parents[1])}
