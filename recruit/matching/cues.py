"""The words that say how a text stands to what it names, in lower case.

Each line of a table is a pattern; a space stands for any white space. Order matters: of two cues that start at the
same place the first one counts.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from recruit.matching.beginnings import ANY_ENDING, Terms, heads_of_pattern
from recruit.vocabulary.shapes import Category, Kind, Polarity


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that set a polarity, and how far they reach.

    ``ahead`` and ``behind`` are how many words may stand between the cue and the first mention on either
    side; None means it does not look there. ``whole_list`` and ``back_list``: ahead and behind it reaches
    along commas, else only along "and" and "or". ``last``: looking back, it must end its statement.
    ``own_item``: looking back, a name this vocabulary does not have keeps it from the item before.
    ``refers_back``: where its own statement names nothing before it, it speaks of the statement before.
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
DONE = r"(?: (?:used?|run|ran|work(?:ed)?(?: (?:with|on))?|done|do|touch(?:ed)?|tried|learn(?:ed)?)(?!\w))?"
DEGREE = r"(?:(?:is|are|would be|will be|also|highly|strongly|considered|an?|big|huge|strong|definite|real) ){0,5}"
DID = "(?:did|done|machined|ran|run|used|touched|tried|made|built|welded|programmed|had|worked under)"
NOT_A_MUST = r"(?:,? (?:but|though) not (?:required|necessary|needed|essential|mandatory))?"
NOT = r"(?:not|isn't|aren't)"
ENDS = r"(?=\s*(?:[.,;:!)\n|]|$))"
MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
# "A plus", and not the "plus" that only adds.
A_PLUS = r"plus(?=\s*(?:[.,;:!)\n|]|$|for |if |but |when |with |to ))"
MANY = r"(?:\d+|many|several|a few|ten|twenty|thirty)"
NUMBERS = frozenset({Category.TOLERANCE, Category.MATERIAL})

RESUME_CUES = (
    Cue(
        Polarity.EXPIRED,
        r"""
        not renewed
        (?:did not|didn't|never) renew(?:ed)?
        lapsed
        expired
        ran out
        out of date
        let (?:it|them|that) (?:lapse|expire|go)
        let(?= (?:\S+ ){1,4}(?:lapse|expire|go)(?!\w))
        """,
        ahead=3,
        behind=4,
        first_for=Category.CERTIFICATION,
    ),
    Cue(
        Polarity.EXPIRED,
        r"""
        no longer
        used to
        formerly
        not current(?:ly)?
        years ago
        last used
        stopped (?:doing|using|making|running|welding|working on)
        """,
        ahead=3,
        behind=4,
        spares=frozenset({Category.TOLERANCE}),
    ),
    Cue(
        Polarity.EXPIRED,
        rf"""
        in the (?:early |late |mid[ -])?(?:(?:19)?'?[5-9]0'?s|fifties|sixties|seventies|eighties|nineties)
        before (?:19\d\d|20[01]\d)(?!\s*-)
        (?:(?:have|has|had) not|(?:haven|hasn|hadn|didn)'t|not){DONE}(?: \w+){{0,2}} since
        (?:(?:have|has|had) not|(?:haven|hasn|hadn|didn)'t|not){DONE}(?: \w+){{0,2}} in (?:over )?{MANY} y(?:ea)?rs
        let go in
        (?:all |mostly )forgotten
        """,
        ahead=1,
        behind=4,
        back_list=True,
        refers_back=True,
        spares=frozenset({Category.TOLERANCE}),
    ),
    Cue(
        Polarity.LIMITED,
        rf"""
        in progress
        in process(?= of| at| now|\s*[.,;)\n])
        studying(?: for)?
        working (?:on|towards?)(?= (?:my|a|the))
        pursuing
        enrolled in
        scheduled to test
        (?:will )?test(?:ing)? (?:this|next|in)
        in training
        still working (?:on|towards?)
        (?:currently )?enrolled
        (?:classes|credits|semesters?) (?:left|to go)
        \d+ of \d+ (?:hrs|hours|credits|w(?:ee)?ks|units|months)
        (?:sitting|writing|testing)(?: it)? in(?= (?:{MONTH}|spring|fall|summer))
        (?:class|test|exam|course) next (?:week|month|spring|fall)
        practi[cs]ing for(?= (?:the|my|a)? ?(?:test|exam))
        """,
        ahead=4,
        behind=3,
    ),
    Cue(
        Polarity.LIMITED,
        r"""
        familiar(?:ity|ized)?(?: with)?
        expos(?:ure|ed)(?: to)?
        learn(?:ed|t|ing)
        witness(?:ed|ing)
        observ(?:ed|ing)
        watch(?:ed|ing)
        shadow(?:ed|ing)
        assist(?:ed|ing)?(?: with| in| on)?
        help(?:er(?!\s*[\d:])|ed|ing)?(?: with| on| to)?(?! wanted)
        intro(?:duction|ductory)?(?:(?: to)|(?:[ -]level))?
        (?:entry|beginner|novice|student)[ -]level
        beginner
        under supervision
        play(?:ed|ing) (?:with|w/?|around)
        """,
        ahead=4,
        behind=3,
        spares=frozenset({Category.TOLERANCE}),
    ),
    Cue(
        Polarity.LIMITED,
        r"""
        coursework(?: in)?
        (?:one|two|three|\d+)[ -](?:days?|weeks?|hour|semesters?|units?) (?:class|course|training|school)
        (?:courses?|class(?:es)?|seminars?|workshops?)(?: in| on)?
        one (?:semester|summer|winter|unit)
        from (?:a )?(?:school|college|class(?:es)?|courses?|training|slides|videos?|youtube)(?: slides| only)?
        """,
        ahead=4,
        behind=2,
        spares=frozenset({Category.TOLERANCE, Category.DRAWING, Category.EDUCATION, Category.CERTIFICATION}),
    ),
    Cue(Polarity.LIMITED, r"(?:some|simple|easy)", ahead=2, behind=0, whole_list=False, last=True, spares=NUMBERS),
    Cue(
        Polarity.LIMITED,
        r"""
        basics?
        limited
        (?<!blue\x20)(?<!white\x20)(?<!structured\x20)light(?! (?:rail|fixture|metal|bands?|source|gauge|duty))
        minor
        a (?:little|bit)(?: of)?
        little(?: bit)?(?: of)?
        occasional(?:ly)?
        sometimes
        rarely
        so[ -]so
        now and then
        (?:once|every once) in a while
        a (?:few|handful of|couple of) (?:times|parts|jobs|pieces|days|weeks|months)
        for (?:a|one|two|a few|some) (?:days?|weeks?|semesters?|summers?|winters?|months?)
        one (?:job|part|project)
        (?:viewer|view|read|run|load(?:ed)?|open|class|school|back-?up|training|seen)[ -]only
        (?:sim|simulator|simulation)[ -]only
        (?:trial|demo|student)(?: seat| licen[cs]e| version)?(?:[ -]only)?
        (?:small|simple|easy|basic|minor) (?:things|jobs|stuff|parts|edits|repairs) only
        first (?:day|week|month) only
        hobby level
        (?:could|can) find my way(?: around)?
        i know (?:only )?(?:a )?little
        (?:\d+|one|two|three)[ -](?:wk|week|day|mo|month)s? (?:trial|demo|eval(?:uation)?)
        only (?:edits?|run|ran|load(?:ed)?|helped)
        (?:when|if|as) (?:needed|told)
        as (?:a )?back-?up
        back(?:ed|ing)[ -]up
        fill(?:ed|ing)?[ -]in
        with (?:a |some )?help(?:er)?
        hobby
        rusty
        novice
        just (?:open|run|ran|load|edits?|simple|a|the)
        working level
        """,
        ahead=3,
        behind=3,
        whole_list=False,
        spares=frozenset({Category.TOLERANCE}),
    ),
    Cue(
        Polarity.LIMITED,
        r"(?:once|twice)(?! a (?:day|week|shift)|,? did not)|one time",
        ahead=3,
        behind=3,
        whole_list=False,
        spares=frozenset({Category.TOLERANCE, Category.CERTIFICATION}),
    ),
    Cue(
        Polarity.LIMITED,
        r"only (?:when|at|as|in|to|for|what)",
        behind=3,
        spares=frozenset({Category.TOLERANCE}),
    ),
    Cue(Polarity.LIMITED, r"only", behind=0, last=True),
    Cue(
        Polarity.ABSENT,
        r"(?:did not|didn't|never|failed to) pass|failed(?: the)?(?= (?:exam|test|it|twice|once)|\s*[.,;)\n])",
        behind=5,
        first_for=Category.CERTIFICATION,
    ),
    Cue(
        Polarity.ABSENT,
        rf"""
        (?:never|not)(?: yet)? {DID}(?: (?:it|any|one|them|that|those))?{ENDS}
        (?:(?:is|are|was|were|gets?|got) )?(?:done|handled|made) by (?:others|another|someone else)
        by others{ENDS}
        (?:goes|went|sent|send|farmed) out{ENDS}
        outsourced
        none{ENDS}
        """,
        behind=2,
        back_list=True,
        refers_back=True,
    ),
    Cue(
        Polarity.ABSENT,
        rf"""
        i (?:have|had|do|did|could) (?:not|never)(?: yet)?{DONE}
        i (?:haven|hadn|don|didn|couldn)'t(?: yet)?{DONE}
        i never{DONE}
        """,
        ahead=6,
        behind=0,
        last=True,
    ),
    Cue(
        Polarity.ABSENT,
        rf"""
        (?:have|has|had|do|does|did|can|could|would|will) (?:not|never)(?: yet)?{HARMLESS}{DONE}
        (?:am|is|was|are|were) (?:not|never)(?: yet)?{HARMLESS}{DONE}
        (?:haven|hasn|don|doesn|didn|wasn|isn|aren|can|couldn|won)'t(?: yet)?{HARMLESS}{DONE}
        (?:cannot|never|not)(?: yet)?{HARMLESS}{DONE}
        """,
        ahead=6,
        behind=0,
        last=True,
    ),
    Cue(
        Polarity.ABSENT,
        rf"(?<!with\x20)(?:no|none|neither|nor|lacks?(?! of (?:fusion|penetration|fill))|lacking|zero){HARMLESS}",
        ahead=4,
        behind=0,
        last=True,
    ),
    Cue(Polarity.ABSENT, r"without(?: any)?(?= (?:\S+ ){0,3}(?:experience|knowledge|training))", ahead=4),
    Cue(Polarity.ABSENT, r"(?:except|apart from|aside from|other than|everything but)(?: for)?", ahead=3),
    Cue(
        Polarity.ABSENT,
        r"""
        (?:wish(?:es|ing)?|wants?|wanting|willing|eager|hop(?:e|es|ing)) to (?:learn|get into|move into|try)
        (?:looking|like|love|ready|excited|keen|able) to (?:learn|get into|move into|try|be trained)
        interest(?:ed)? in(?: learning)?
        to learn
        """,
        ahead=6,
    ),
)

WISHED = rf"""
        {DEGREE}(?:preferred|preferabl[ey]|desired|desirable|helpful|helps|ideal(?:ly)?){NOT_A_MUST}
        {DEGREE}nice[ -]to[ -]haves?{NOT_A_MUST}
        {DEGREE}(?:beneficial|advantageous|{A_PLUS}|bonus|asset|advantage|welcomed?|appreciated){NOT_A_MUST}
        pref(?:'?d|\.)?{ENDS}
        """

JOB_CUES = (
    Cue(
        Polarity.REQUIRED,
        r"(?:applicants?|candidates?|persons?|people|those|anyone|anybody|resumes?) without(?: any)?",
        ahead=5,
    ),
    Cue(
        Polarity.PREFERRED,
        r"""
        (?:we(?:'ll| will| can)?|company will|employer will|will) (?:train|teach|certify)(?: you)?(?: on| in| to)?
        (?:you(?:'ll| will| can)|will|chance to|opportunity to) (?:learn|be trained)(?: on| in)?
        earn (?:your|a|an)
        (?:paid |free )?training(?: is)?(?: provided| available| offered| given)?(?: on| in| for)
        """,
        ahead=5,
    ),
    Cue(
        Polarity.PREFERRED,
        "\n".join(line + r"(?= (?:for|but)\b)" for line in WISHED.splitlines() if line.strip()),
        behind=5,
        back_list=True,
        own_item=True,
        spares=frozenset({Category.TOLERANCE}),
    ),
    Cue(
        Polarity.PREFERRED,
        WISHED,
        ahead=5,
        behind=5,
        back_list=True,
        own_item=True,
        spares=frozenset({Category.TOLERANCE}),
    ),
    Cue(
        Polarity.PREFERRED,
        r"""
        would (?:help|be (?:an? )?(?:big |huge |real )?(?:great|nice|good|outstanding|awesome|useful|ideal|help))
        (?:is|are|also) nice
        nice(?=\s*(?:[.,;!)\n|]|$))
        """,
        behind=5,
        back_list=True,
        own_item=True,
        spares=frozenset({Category.TOLERANCE}),
    ),
    Cue(
        Polarity.PREFERRED,
        r"""
        (?:nice|likes?|wish list|extra credit|extras?)(?=\s*[:|])
        (?:thrilled|happy|delighted) if
        even better if
        bonus points
        prefer(?:s|ring)?(?: \w+)? (?:with|w/)
        """,
        ahead=5,
    ),
    Cue(
        Polarity.EXCLUDED,
        rf"{NOT} (?:required|needed|necessary|wanted)(?=\s*[:|])",
        ahead=1,
    ),
    Cue(
        Polarity.EXCLUDED,
        rf"""
        (?:is |are |was )?{NOT} (?:required|needed|necessary|a requirement|essential|mandatory)
        (?:is |are |was )?{NOT} (?:considered|accepted|enough|sufficient)
        (?:do|does|will|would|can)(?: not|n't) (?:alone )?(?:qualify|count|satisfy|suffice)
        (?:do|does|will|would|can)(?: not|n't) (?:alone )?be (?:credited|considered|accepted)
        (?:won't|cannot) (?:qualify|count|be (?:credited|considered|accepted))
        unnecessary
        need not apply
        (?:is |are |was )?{NOT} (?:a )?part of (?:the|this|your|our) (?:job|position|role|work|duties)
        (?:is |are |was )?{NOT} (?:used|done|performed)(?: here)?{ENDS}
        (?:is |are |was )?{NOT} what we need
        (?:is |are )?(?:of )?no use(?: to us)?
        (?:is |are )?(?:done|handled|performed|made) by (?:others|our|the|an?|another|office|engineering|someone)
        (?:is |are )?(?:sent|farmed) out
        """,
        behind=8,
        back_list=True,
    ),
    Cue(
        Polarity.EXCLUDED,
        rf"""
        (?:(?:do|does|did|are|is|will) not|(?:don|doesn|isn|aren|won)'t)(?: be)?{HARMLESS}
        (?:not|never){HARMLESS}
        """,
        ahead=8,
    ),
    Cue(Polarity.EXCLUDED, rf"(?:no|neither|nor){HARMLESS}", ahead=4),
    Cue(Polarity.EXCLUDED, r"(?:rather than|instead of|as opposed to)", ahead=2),
    Cue(Polarity.EXCLUDED, r"without(?: any)?(?= \w+ (?:dut(?:y|ies)|work|responsibilit(?:y|ies)))", ahead=3),
    Cue(
        Polarity.REQUIRED, r"(?:is |are )?(?:required|mandatory|a must|essential|needed)", behind=4, back_list=True
    ),
    Cue(Polarity.REQUIRED, r"(?:must (?:have|know|be able to)|required to)", ahead=6),
)

CUES = {Kind.RESUME: RESUME_CUES, Kind.JOB: JOB_CUES}


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


class TermsByKind(dict[Kind, Terms]):
    """The cues of each kind of text as one pattern, made when the first text of that kind is read."""

    def __missing__(self, kind: Kind) -> Terms:
        return self.setdefault(kind, terms_of_cues(CUES[kind]))


CUE_TERMS = TermsByKind()
