"""Titles of other lines of work: what keeps a clerk with the right keywords from standing beside a machinist."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: Heads of occupations outside production, by the major groups of the Standard Occupational Classification (2018).
#: Own choice: words that name an occupation by themselves and mean no work in a precision shop.
OTHER_TITLES = """
    a&p mechanic; accountant; actuary; administrative assistant; aircraft mechanic; apparel; appliance
    repair; archivist; athlete; attorney; auditor; auto mechanic; automotive technician; avionics
    technician; backend engineer; baker; barber; barista; bartender; bindery; biologist; boatswain;
    bookkeeper; brewer; bricklayer; business analyst; butcher; buyer; cable technician; call center; camera
    operator; caregiver; carpet installer; cashier; chaplain; chef; chemist; childcare; clinical; cloud
    engineer; compliance officer; cook; copywriter; correctional officer; cosmetologist; counselor;
    custodian; customer service; data analyst; data entry; data scientist; database administrator; dental
    assistant; dental hygienist; desktop support; developer; devops; diesel mechanic; dishwasher;
    dispatcher; dj; drywall; drywaller; economist; editor; electrician; emergency manager; emt; enginemen;
    estimator; event planner; executive assistant; expediter; farm worker; farmer; fashion designer; fiber
    technician; financial analyst; finish carpenter; firefighter; first pattern maker; fisherman; flight
    attendant; florist; food service; forklift production planner; framing carpenter; full stack; garment;
    glazier; graphic designer; groundskeeper; gunner's mate; hairdresser; heavy equipment operator; help
    desk; home health aide; house carpenter; housekeeper; human resources; hvac; infantry; information
    technology; instructor; insurance agent; interior designer; inventory clerk; it manager; it specialist;
    it support; janitor; jeweler; journalist; lab technician; laboratory technician; landscaper; lawyer;
    lecturer; legal assistant; librarian; lighting technician; line installer; lineman; lithographer; loan
    officer; logger; logistics coordinator; lpn; luthier; machinist mate; machinist's mate; marketing;
    materials planner; meat cutter; medical assistant; musician; nanny; network administrator; network
    engineer; nurse; office clerk; office manager; offset press; order picker; painter; paralegal;
    paramedic; pastor; pattern grader; payroll; personal lifeguard; pharmacist; pharmacy technician;
    phlebotomist; photographer; physician; physicist; planner; plumber; police officer; postal worker;
    prepress; press operator, printing; print shop; printing press; procurement specialist; product manager;
    production assistant; production scheduler; professor; program manager; project manager; purchasing
    agent; real estate agent; receiving clerk; receptionist; recruiter; refrigeration; regulatory affairs;
    rf technician; rn; roofer; sales associate; sales representative; salesperson; scheduler; scientist;
    scrum master; seamstress; secretary; security analyst; security guard; server; sewing machine operator;
    shipping clerk; site reliability; small engine; social media; social worker; software developer;
    software engineer; sourcer; stagehand; stock clerk; store manager; surveyor; sysadmin; system
    administrator; systems administrator; tailor; teacher; telecom; telemarketer; therapist; tile setter;
    tower climber; tower technician; translator; travel agent; trim carpenter; truck cdl delivery bus
    courier; tutor; upholsterer; veterinary technician; waiter; waitress; warehouse; warehouse associate;
    warehouse worker; web developer
"""


@dataclass(frozen=True, slots=True)
class OtherTitle:
    """A title of another line of work, and where it stands."""

    start: int
    end: int
    text: str


def other_title_words() -> frozenset[str]:
    """Return the words these titles are made of, so that a headline of theirs is not taken for a name.

    Returns
    -------
    frozenset of str
        Lower case.
    """
    return frozenset(word for title in OTHER_TITLES.split(";") for word in re.findall(r"[a-z]{3,}", title))


def other_titles_in(text: str) -> Iterator[OtherTitle]:
    """Find titles of other lines of work.

    Parameters
    ----------
    text : str
        A resume, what is personal blanked.

    Yields
    ------
    OtherTitle
        In the order of the text, the longest where several begin.

    Examples
    --------
    >>> [title.text for title in other_titles_in("Production Planner, earlier nurse")]
    ['Production Planner', 'nurse']
    """
    for match in PATTERN.finditer(text):
        yield OtherTitle(match.start(), match.end(), match.group())


def pattern_of(titles: str) -> re.Pattern[str]:
    """Build one pattern of all titles, the longer first."""
    known = sorted(
        {" ".join(title.split()) for title in titles.split(";")} - {""}, key=lambda title: (-len(title), title)
    )
    joined = "|".join(re.escape(title).replace(r"\ ", r"[\s/-]+") for title in known)
    return re.compile(rf"(?<![\w'])(?:{joined})(?!\w)", re.IGNORECASE)


PATTERN = pattern_of(OTHER_TITLES)
