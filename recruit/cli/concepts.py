"""What needs the words of the trade alone: to find one, and to check them all."""

import click

from recruit.cli.printing import leave_for, print_lines
from recruit.errors import NotFound
from recruit.services.concepts import find_concepts
from recruit.tables.concepts import found_concept_lines
from recruit.vocabulary import load_vocabulary
from recruit.vocabulary.linter import complaints


@click.command()
@click.argument("words", nargs=-1, required=True)
def find(words: tuple[str, ...]) -> None:
    """Find concepts by the beginnings of words of any of their names."""
    found = find_concepts(" ".join(words))
    if not found:
        raise NotFound(f"No concept has the words {' '.join(words)!r}. Try fewer or other words.")
    print_lines(found_concept_lines(found))


@click.command()
def check() -> None:
    """Name what has to be mended in the words; the loader has refused contradictions before."""
    words = load_vocabulary()
    leave_for(complaints(words))
    click.echo(f"{len(words.concepts)} concepts, nothing to mend.")
