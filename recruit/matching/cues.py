"""What a cue is, words that say how a text stands to what it names, and how many of them are looked for at once.

The cues of resumes and of postings are tables of their own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from recruit.matching.beginnings import ANY_ENDING, Terms, heads_of_pattern
from recruit.vocabulary.shapes import Category, Polarity


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that set a polarity, and how far they reach.

    ``ahead`` and ``behind`` are how many words may stand between the cue and the first mention on either
    side; None means it does not look there. ``whole_list`` and ``back_list``: ahead and behind it reaches
    along commas, else only along "and" and "or". ``last``: looking back, it must end its statement.
    ``own_item``: looking back, a name this vocabulary does not have keeps it from the item before.
    ``refers_back``: where its own statement names nothing before it, it speaks of the statement before.
    ``waives``: a posting only does not need what it reaches, and has nothing against it.
    ``closed_list``: beside what it denies, it reaches along commas only where "or" ends the list: "no CNC, mills".
    ``spares`` are categories it says nothing of, ``first_for`` is the category it rather speaks of when one
    is in reach.
    """

    polarity: Polarity
    phrases: str
    ahead: int | None = None
    behind: int | None = None
    whole_list: bool = True
    back_list: bool = False
    last: bool = False
    own_item: bool = False
    refers_back: bool = False
    waives: bool = False
    closed_list: bool = False
    spares: frozenset[Category] = frozenset()
    first_for: Category | None = None

    @property
    def pattern(self) -> str:
        """One pattern of all its phrases."""
        lines = (" ".join(line.split()) for line in self.phrases.strip().splitlines())
        return "|".join(line.replace(" ", r"\s+") for line in lines if line)


# "No scrap" and "not only" deny nothing that is named; nor do "No. 2" and "go/no-go". "No 5-axis" does.
HARMLESS = (
    r"(?!\.\s*\d|\s*\d+(?![\d-])(?!\s*ax[ei]s)|[\s-]+(?:only|just|later|less|more|longer|one|doubt|problems?|issues?|scrap"
    r"|rejects?|defects?|errors?"
    r"|returns?|lost|major|matter|supervision|limited to|restricted to|necessarily|afraid|fewer"
    r"|exceptions?|findings?"
    r"|escapes?|rework|go|accidents?|incidents?|injur\w+)\b)"
)
ENDS = r"(?=\s*(?:[.,;:!)\n|]|$))"


def terms_of_cues(cues: Sequence[Cue]) -> Terms:
    """One pattern of many cues, of which the first counts: its number is the name of its group, after a "c"."""
    patterns = [rf"(?P<c{number}>(?:{cue.pattern})(?!\w))" for number, cue in enumerate(cues)]
    heads = frozenset[str]().union(*(heads_of_pattern(cue.pattern) for cue in cues))
    open_heads = {head for head in heads if head.endswith(ANY_ENDING)}
    return Terms(
        re.compile(r"(?<![\w-])(?:" + "|".join(patterns) + ")"),
        heads - open_heads,
        tuple(head.rstrip(ANY_ENDING) for head in open_heads),
    )
