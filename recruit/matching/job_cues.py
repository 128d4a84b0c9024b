"""The words that say how a posting stands to what it names, in lower case.

Each line of a table is a pattern; a space stands for any white space. Order matters: of two cues that start at the
same place the first one counts.
"""

from recruit.matching.cues import ENDS, HARMLESS, Cue
from recruit.vocabulary.shapes import Category, Polarity

DEGREE = r"(?:(?:is|are|would be|will be|also|highly|strongly|considered|an?|big|huge|strong|definite|real) ){0,5}"
NOT_A_MUST = r"(?:,? (?:but|though) not (?:required|necessary|needed|essential|mandatory))?"
SOMEBODY = r"(?:applicants?|candidates?|persons?|people|those|anyone|anybody|resumes?)"
NOT = r"(?:not|isn't|aren't)"
# "A plus", and not the "plus" that only adds.
A_PLUS = r"plus(?=\s*(?:[.,;:!)\n|]|$|for |if |but |when |with |to ))"

WISHED = rf"""
        {DEGREE}(?:preferred|preferabl[ey]|desired|desirable|helpful|helps|ideal(?:ly)?){NOT_A_MUST}
        {DEGREE}nice[ -]to[ -]haves?{NOT_A_MUST}
        {DEGREE}(?:beneficial|advantageous|{A_PLUS}|bonus|asset|advantage|welcomed?|appreciated){NOT_A_MUST}
        pref(?:'?d|\.)?{ENDS}
        """

JOB_CUES = (
    Cue(
        Polarity.REQUIRED,
        rf"{SOMEBODY} without(?: any)?(?=[^.;\n]{{1,80}}(?:\bnot\b|n't\b|cannot))",
        ahead=5,
    ),
    Cue(
        Polarity.EXCLUDED,
        rf"{SOMEBODY} without(?: any)?(?=[^.;\n]{{1,80}}(?:welcome|encouraged|considered|trained|apply))",
        ahead=5,
        waives=True,
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
        rf"""
        {NOT} (?:required|needed|necessary)(?=\s*[:|])
        no(?= [^.;:\n]{{1,60}} (?:is |are )?(?:required|needed|necessary|expected)(?!\w))
        """,
        ahead=4,
        waives=True,
    ),
    Cue(
        Polarity.EXCLUDED,
        rf"""
        (?:is |are |was )?{NOT} (?:required|needed|necessary|a requirement|essential|mandatory|expected)
        unnecessary
        (?:is |are |was )?{NOT} (?:a )?part of (?:the|this|your|our) (?:job|position|role|work|duties)
        (?:is |are |was )?{NOT} (?:used|done|performed)(?: here)?{ENDS}
        (?:is |are )?(?:of )?no use(?: to us)?
        (?:is |are )?(?:done|handled|performed|made) by (?:others|our|the|an?|another|office|engineering|someone)
        (?:is |are )?(?:sent|farmed) out
        """,
        behind=8,
        back_list=True,
        waives=True,
    ),
    Cue(
        Polarity.EXCLUDED,
        rf"""
        (?:is |are |was )?{NOT} (?:considered|accepted|enough|sufficient)
        (?:do|does|will|would|can)(?: not|n't) (?:alone )?(?:qualify|count|satisfy|suffice)
        (?:do|does|will|would|can)(?: not|n't) (?:alone )?be (?:credited|considered|accepted)
        (?:won't|cannot) (?:qualify|count|be (?:credited|considered|accepted))
        need not apply
        (?:is |are |was )?{NOT} what we need
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
