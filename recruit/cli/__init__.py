"""The ``recruit`` command: parses what was typed, calls one service, prints.

Exit codes: 0 done, 1 some inputs failed (each named on stderr with its reason), 2 wrong use.
"""

import sys
from typing import Any

import click

from recruit import __version__
from recruit.cli.lazy import LazyGroup
from recruit.cli.tree import COMMANDS, GROUPS
from recruit.errors import ConfigurationError, RecruitError


class WrongSetting(click.ClickException):
    """A setting makes no sense, which is wrong use."""

    exit_code = 2


class Commands(LazyGroup):
    """Shows our own errors as sentences, never as tracebacks."""

    def invoke(self, context: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(context)
        except ConfigurationError as error:
            raise WrongSetting(str(error)) from error
        except RecruitError as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=Commands, lazy=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="recruit %(version)s")
def recruit() -> None:
    """Match people to precision-production jobs and show the words behind every score."""


for name, (help_line, lazy) in GROUPS.items():
    recruit.add_command(LazyGroup(name, help=help_line, lazy=lazy))


def main() -> None:
    """Run the command; a terminal that cannot show a letter gets a question mark for it."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    recruit(prog_name="recruit")
