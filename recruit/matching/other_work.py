"""Statements that speak of other work: a cook grinds beef, a nurse tells of PT, an assistant polishes teeth.

Their words are often our own. So where a statement names another line of work, or what only that handles, everyday
words in it are no evidence of ours, unless it names something as well that only our trade has.
"""

from bisect import bisect_right

from recruit.matching.beginnings import one_of
from recruit.matching.reading import Draft, Reading
from recruit.matching.senses import is_plain
from recruit.vocabulary.shapes import Category

# Who does such work, and what only such work handles. No customers of the trade: shops build for kitchens,
# dairies, hospitals and golfers as well.
SIGNS = """
    cook, cooks, line cook, chef*, sous chef, barista*, bartender*, waiter*, waitress*, dishwasher,
    caterer*, catering, beef, pork, sausage*, sushi, sandwich*, pizza*, pastry, pastries, chocolate,
    cheddar, keg, kegs, food handler*, rn, lpn, cna, nurses, registered nurse, nurse aide*, nurse
    practitioner*, nursing, patients, physician*, phlebotom*, paramedic*, caregiver*, dental assistant*,
    dental hygien*, dentist*, orthodont*, veterinar*, pharmacy tech*, pharmacist*, prescriptions, massage
    therap*, nutritionist*, nutrition consultant, personal trainer*, body fat, meal prep, nail salon*,
    nail tech*, manicur*, pedicur*, hair styl*, hairdress*, cosmetolog*, barber*, tattoo*, data
    scientist*, data science, software engineer*, software develop*, web develop*, full stack, devops,
    help desk, kubernetes, javascript, neural, gpu, algorithm*, pitch deck*, investors, seo, social
    media, copywriter*, real estate, realtor*, mortgage*, paralegal*, attorney*, lawyer*, accountant*,
    bookkeep*, underwriter*, cashier*, retail associate*, showroom associate*, sales associate*, store
    clerk*, golf shop, pro shop associate*, import clerk*, customs broker*, customs clerk*, call center,
    telemarket*, babysit*, nanny, toddlers, preschool*, daycare, housekeep*, janitor*, apartment
    turnover, lawn care, landscap*, dog groom*, hockey, quarterback, linebacker, choir*, seamstress*,
    costume*, embroider*, commercial print*, offset press*, offset print*, lithograph*, screen print*,
    prepress, bookbind*
"""
SIGN_TERMS = one_of(" ".join(sign.split()) for sign in SIGNS.split(","))
EVERYDAY = frozenset(
    {Category.PROCESS, Category.MATERIAL, Category.METROLOGY, Category.MACHINE, Category.QUALITY, Category.DRAWING}
)


def without_other_work(reading: Reading) -> list[Draft]:
    """The drafts that no statement about other work holds.

    Parameters
    ----------
    reading : Reading
        With drafts in reading order, each with one sense or none.

    Returns
    -------
    list of Draft
        Without everyday words of statements about other work.
    """
    drafts = reading.drafts
    others = statements_of_other_work(reading) if drafts else set()
    if not others:
        return drafts
    statements = [reading.clauses.span(draft.start)[0] for draft in drafts]
    ours = {start for start, draft in zip(statements, drafts, strict=True) if is_of_the_trade(reading, draft)}
    return [
        draft
        for start, draft in zip(statements, drafts, strict=True)
        if draft.category not in EVERYDAY or start not in others or start in ours
    ]


def statements_of_other_work(reading: Reading) -> set[int]:
    """Where statements start that speak of other work: with the one a line begins with, the next."""
    starts = [draft.start for draft in reading.drafts]
    found: set[int] = set()
    for match in reading.beginnings.matches(SIGN_TERMS):
        before = bisect_right(starts, match.start()) - 1
        if before >= 0 and match.start() < reading.drafts[before].end:
            continue  # the name of something of ours holds such a word
        start, end = reading.clauses.span(match.start())
        found.add(start)
        if reading.lower[end - 1] == "." and start == reading.lines[reading.line_number(start)][0]:
            found.add(end)
    return found


def is_of_the_trade(reading: Reading, draft: Draft) -> bool:
    """Whether a draft names what no other work has: several words or letters of its own that mean one thing."""
    if draft.category not in EVERYDAY or not is_plain(draft):
        return False
    written = reading.text[draft.start : draft.end]
    return draft.last - draft.first > 1 or (not written.isalpha()) or (written.isupper() and len(written) > 1)
