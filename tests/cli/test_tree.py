import pytest

from recruit.cli import recruit
from recruit.cli.lazy import LazyCommand, LazyGroup

LAZY = {
    f"{group.name} {name}": command
    for group in (recruit, *recruit.commands.values())
    if isinstance(group, LazyGroup)
    for name, command in group.commands.items()
    if isinstance(command, LazyCommand)
}


@pytest.mark.parametrize("command", LAZY.values(), ids=LAZY.keys())
def test_every_line_is_the_first_sentence_of_the_help_of_its_command(command: LazyCommand) -> None:
    loaded = command.load()
    assert loaded.name == command.name
    assert loaded.get_short_help_str(limit=1000) == command.help
