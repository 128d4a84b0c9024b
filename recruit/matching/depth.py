"""How deep somebody goes into a machine: runs it, sets it up, programs it, teaches or leads others on it.

The verbs say it ("set up and programmed Okuma lathes"), or the title does ("Mazak programmer"). A verb speaks of
what follows it in its statement, up to the next verb; one behind a name speaks of that name.
"""

import re
from bisect import bisect_right

from recruit.matching.beginnings import Terms
from recruit.matching.reading import Draft, Reading
from recruit.vocabulary.loader import load_vocabulary
from recruit.vocabulary.shapes import Category, Depth, Polarity

#: What is run, set up or programmed; a material or a drawing is not.
GONE_INTO = frozenset({Category.MACHINE, Category.CONTROL})
#: Of the measuring instruments and programs, those under these are.
ALSO_GONE_INTO = frozenset({"cmm", "cam-software"})

CUE = re.compile(
    r"""(?<![\w-])(?:
    (?P<operate>run(?:s|ning)?(?!\sby)|ran|operat(?:e|es|ed|ing|ion|or|ors)|load(?:s|ed|ing)?|tend(?:s|ed|ing)?)
    |(?P<set_up>set[\s-]?ups?|sets?\sup|setting\s(?:up|and)|changeovers?|(?:prov(?:e|es|ed|ing)|dial(?:s|ed|ing)?)\s(?:in|out))
    |(?P<program>program(?:s|med|ming|mer|mers|ed|ing)?|(?:wrote|writes?|writing)\s(?:the\s|all\s|our\s|new\s)?(?:cnc\s|g-?code\s)?programs)
    |(?P<design>design(?:s|ed|ing)?)
    |(?P<teach>taught|teach(?:es|ing)?|train(?:s|ed)?(?=\s(?:\d+|new|two|three|other|others|operators|apprentices|people|the|our))
        |mentor(?:s|ed|ing)?|instruct(?:s|ed|or|ing)?)
    |(?P<lead>led|lead(?:s|ing|man)?|supervis(?:e|es|ed|ing|or|ion)|foreman)
    )(?![\w-])""",
    re.VERBOSE,
)
CUES = Terms(
    CUE,
    heads=frozenset(
        {
            *("run", "ran", "ope", "loa", "ten", "set", "cha", "pro", "dia", "wro", "wri", "des"),
            *("tau", "tea", "tra", "men", "ins", "led", "lea", "sup", "for"),
        }
    ),
)
#: What a verb that stands alone is joined to the next one by.
JOIN = re.compile(r"[\s,/&+]*(?:and|or|then|also|to)?[\s,/&]*")
DENIED = re.compile(r"\b(?:no|not|never|nor|without|don't|didn't|doesn't)\b[\w\s/-]{0,12}$")
PROGRAMS_OF_OTHERS = re.compile(
    r"(?:load|edit|run|call|open|select|chang|adjust|modif)\w*\s(?:the\s|existing\s|proven\s)?$"
)
#: Behind these a statement speaks of something else than the verb before them.
STARTS_ANEW = re.compile(r"\b(?:experience|knowledge|familiar\w*|background|understanding)\b")
ORDER = tuple(Depth)


def judge_depth(reading: Reading) -> None:
    """Set the depth of every machine and control that the text says one of.

    Parameters
    ----------
    reading : Reading
        With finished drafts in reading order; changed in place.
    """
    drafts = [draft for draft in reading.drafts if is_gone_into(draft)]
    if not drafts:
        return
    groups = groups_of(reading)
    starts = [start for start, _, _ in groups]
    for place, draft in enumerate(drafts):
        start, end = reading.clauses.span(draft.start)
        before = bisect_right(starts, draft.start) - 1
        if (
            before >= 0
            and groups[before][0] >= start
            and groups[before][1] <= draft.start
            and not STARTS_ANEW.search(reading.lower, groups[before][1], draft.start)
        ):
            draft.depth = groups[before][2]
            continue
        following = drafts[place + 1].start if place + 1 < len(drafts) else end
        after = before + 1
        if after < len(groups) and groups[after][0] >= draft.end and groups[after][1] <= min(end, following):
            draft.depth = groups[after][2]


def is_gone_into(draft: Draft) -> bool:
    """Whether a draft names something that is run, set up or programmed, and that the person has worked on."""
    if draft.polarity not in {Polarity.HELD, Polarity.LIMITED, Polarity.REQUIRED, Polarity.PREFERRED}:
        return False
    if draft.category in GONE_INTO:
        return True
    return draft.concept in ALSO_GONE_INTO or not ALSO_GONE_INTO.isdisjoint(
        load_vocabulary().ancestors(draft.concept)
    )


def groups_of(reading: Reading) -> list[tuple[int, int, Depth]]:
    """Verbs of the text where they start and end, those that "and" ties together as the deepest of them."""
    lower = reading.lower
    groups: list[tuple[int, int, Depth]] = []
    for match in reading.beginnings.matches(CUES):
        if DENIED.search(lower, max(0, match.start() - 24), match.start()):
            continue
        depth = Depth(str(match.lastgroup))
        if depth is Depth.PROGRAM and PROGRAMS_OF_OTHERS.search(lower, max(0, match.start() - 24), match.start()):
            depth = Depth.OPERATE
        if groups and JOIN.fullmatch(lower, groups[-1][1], match.start()):
            start, _, known = groups.pop()
            groups.append((start, match.end(), max(known, depth, key=ORDER.index)))
        else:
            groups.append((match.start(), match.end(), depth))
    return groups
