"""What is printed of the vocabulary."""

from collections.abc import Iterable, Iterator

from recruit.services.teaching import LabelledExample
from recruit.services.vocabulary import ConceptView, Neighbour, UseInAll
from recruit.tables.lines import wrapped
from recruit.vocabulary import AmbiguousUse


def concept_lines(view: ConceptView, use: UseInAll | None) -> Iterator[str]:
    """Print a concept as the place in the graph where the reader stands."""
    yield f"{view.name}  ({view.concept}, {view.category})"
    yield from wrapped(view.meaning or "What it means is not written yet.", first="  ")
    yield from named("part of", view.broader)
    yield from named("covers", view.narrower)
    if view.alike is not None:
        yield from wrapped(
            f"{100 * view.alike:.0f} % of one of these carries over to another", first="  alike            "
        )
    yield from related_lines("carries over to", view.related)
    yield from related_lines("carried over from", view.related_from)
    if view.names:
        yield from wrapped(", ".join(view.names), first="  also written     ")
    for guard in view.guarded:
        words = ", ".join(guard.aliases)
        yield from wrapped(f"{words}. {guard_words(guard)}", first="  means other too  ")
    if use is not None:
        yield f"  asked for by     {use.jobs} open job{'' if use.jobs == 1 else 's'}"
        for agency, people in use.people_by_agency.items():
            yield from wrapped(f"{people} of the people of {agency}", first="  held by          ")


def guard_words(guard: AmbiguousUse) -> str:
    """Say near which words a name counts as this concept, and near which it does not."""
    said = []
    if guard.trade:
        said.append(f"It counts near {', '.join(guard.trade)}.")
    if guard.other:
        said.append(f"It does not count near {', '.join(guard.other)}.")
    kept = "it counts" if guard.keep_by_default else "it does not count"
    said.append(f"Elsewhere {kept}." if said else f"By itself {kept}.")
    return " ".join(said)


def related_lines(label: str, links: Iterable[Neighbour]) -> Iterator[str]:
    """Print related concepts, a line each, with share and reason."""
    for one in links:
        share = f"{100 * (one.strength or 0.0):.0f} %"
        yield from wrapped(f"{one.name}: {share}{', ' + one.why if one.why else ''}", first=f"  {label:<17}")


def named(label: str, links: Iterable[Neighbour]) -> Iterator[str]:
    """Print links behind their label; nothing where there are none."""
    names = ", ".join(link.name for link in links)
    if names:
        yield from wrapped(names, first=f"  {label:<17}")


def example_lines(examples: Iterable[LabelledExample]) -> Iterator[str]:
    """Give labelled examples as rows of a table with tabs, as the training data has them."""
    yield "alias\tlabel\tkind\ttext"
    for one in examples:
        words = " ".join(one.words.split())
        text = one.text.replace("\t", " ").replace("\n", "\\n")
        yield f"{words}\t{int(one.is_skill)}\t{one.kind}\t{text}"
