"""The words that say how a person stands to what a resume names, in lower case.

Each line of a table is a pattern; a space stands for any white space. Order matters: of two cues that start at the
same place the first one counts.
"""

from recruit.matching.cues import ENDS, HARMLESS, Cue
from recruit.vocabulary.shapes import Category, Polarity

DONE = r"(?: (?:used?|run|ran|work(?:ed)?(?: (?:with|on))?|done|do|touch(?:ed)?|tried|learn(?:ed)?)(?!\w))?"
DID = "(?:did|done|machined|ran|run|used|touched|tried|made|built|welded|programmed|had|worked under)"
MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
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
        closed_list=True,
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
