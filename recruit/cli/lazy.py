"""Commands that are imported when somebody runs them: a help text need not load what it only names."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class LazyCommand(click.Command):
    """Stands for a command in the lists of its group, and hands over to the command itself when it is run."""

    def __init__(self, name: str, place: str, help: str) -> None:  # noqa: A002 - click's name for it
        super().__init__(name, help=help)
        self.place = place

    def load(self) -> click.Command:
        """Import the command from its place, ``module:attribute``."""
        module, _, attribute = self.place.partition(":")
        command = getattr(import_module(module), attribute)
        if not isinstance(command, click.Command):
            raise TypeError(f"{self.place} is {command!r}, not a command.")
        return command

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Parse by the command itself; click invokes the command that its context names."""
        return self.load().make_context(info_name, args, parent, **extra)


class LazyGroup(click.Group):
    """A group of lazy commands: where each one is, and what it does in a line, by its name."""

    def __init__(self, *args: Any, lazy: Mapping[str, tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        for name, (place, help_line) in lazy.items():
            self.add_command(LazyCommand(name, place, help_line))
