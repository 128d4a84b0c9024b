"""How commands answer: lines for a person, one JSON document for a program, and the code they leave with."""

import json
import sys
from collections.abc import Iterable

import click

SOME_FAILED = 1

as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")


def print_lines(lines: Iterable[str]) -> None:
    """Print for a person."""
    for line in lines:
        click.echo(line)


def print_json(body: object) -> None:
    """Print for a program."""
    click.echo(json.dumps(body, ensure_ascii=False))


def leave_for(complaints: Iterable[str]) -> None:
    """Say on standard error what failed, and leave with the code for it; go on where nothing did."""
    has_failed = False
    for complaint in complaints:
        has_failed = True
        click.echo(complaint, err=True)
    if has_failed:
        sys.exit(SOME_FAILED)
