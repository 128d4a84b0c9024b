"""A word of the trade and who uses it: what it means, what stands around it, what people corrected."""

from dataclasses import asdict
from pathlib import Path

import click

from recruit.cli.doors import opened_house
from recruit.cli.printing import as_json, print_json, print_lines
from recruit.errors import NotFound
from recruit.services import concepts as concept_services
from recruit.services import vocabulary as vocabulary_services
from recruit.services.teaching import labelled_examples
from recruit.tables import vocabulary as tables
from recruit.tables.concepts import found_concept_lines


@click.command()
@click.argument("concept", metavar="CONCEPT")
@click.option(
    "--use", "with_use", is_flag=True, help="Count the open jobs and the people of this installation, too."
)
@as_json
def show(concept: str, with_use: bool, as_json: bool) -> None:
    """Show a concept, given by its id or any name, with what is above, below and beside it."""
    view = vocabulary_services.concept_view(concept_id_of(concept))
    use = None
    if with_use:
        with opened_house() as house:
            use = vocabulary_services.use_in_all(house, view.concept)
    if as_json:
        print_json({**asdict(view), "use": asdict(use) if use else None})
    else:
        print_lines(tables.concept_lines(view, use))


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
def corrections(file: Path) -> None:
    """Write what people corrected as labelled examples into FILE, without who they are.

    Only of those who agreed to it. The training command takes such a file as further examples of ambiguous words;
    read it through before.
    """
    with opened_house() as house:
        examples = labelled_examples(house)
    file.write_text("".join(f"{line}\n" for line in tables.example_lines(examples)), encoding="utf-8")
    click.echo(f"{len(examples)} examples are in {file}.")


def concept_id_of(given: str) -> str:
    """Return the id of a concept that was given by id or by name; of several of one name it is the broadest."""
    called = concept_services.concepts_called(given)
    if called:
        return called[0].concept
    found = concept_services.find_concepts(given)
    if not found:
        raise NotFound(f"No concept has the words {given!r}. Try: recruit vocabulary find WORDS")
    if len(found) > 1:
        choice = "\n".join(found_concept_lines(found))
        raise NotFound(f"No concept is called {given!r}. Show one of these by its id:\n{choice}")
    return found[0].concept
