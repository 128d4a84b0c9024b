"""The headings people write over the parts of a resume and of a posting, by our plain name for the part.

Lower case, parted by semicolons; ``sections`` reads "Skills & Equipment" as a join of two of them.
"""

import re

from recruit.vocabulary.shapes import Kind

RESUME_HEADINGS = {
    "summary": """
        summary; profile; about; about me; overview; professional summary; professional profile; career summary;
        executive summary; career profile; summary of qualifications; highlights; career highlights; who i am;
        what i do; strengths; key strengths; introduction; personal statement; background
    """,
    "objective": """
        objective; career objective; job objective; goal; goals; career goal; looking for; seeking; what i am
        looking for; what i'm looking for; what i want; wanted; position sought; position wanted; desired
        position
    """,
    "skills": """
        skills; skill; key skills; technical skills; skill set; skillset; core competencies; competencies; core
        skills; areas of expertise; expertise; capabilities; abilities; skills summary; summary of skills; hard
        skills; soft skills; trade skills; relevant skills; other skills; qualifications summary;
        specialties; proficiencies; technical proficiencies; technical expertise; machines; machine experience;
        machinery; machine; machine tools; equipment; equipment operated; shop equipment; equipment experience;
        controls; cnc controls; tools; tooling; tools and equipment; inspection tools; inspection; measuring;
        measuring tools; metrology; inspection equipment; software; computer skills; computer; cad cam; cam;
        programs; systems; materials; materials worked; metals; alloys; processes; welding processes;
        knowledge; technical knowledge; technical; languages and software; manual; cnc; skills and abilities;
        abilities and skills; skill highlights; areas of strength; machine list; machines operated; shop skills;
        welding skills; machining skills; tools owned; hand tools; power tools; testing equipment; technology
    """,
    "keywords": "keywords; key words; search terms; tags; seo keywords",
    "experience": """
        experience; work experience; professional experience; employment; employment history; employment record;
        work history; history; job history; career; career history; relevant experience; related experience;
        positions held; employers; industry; jobs; previous experience; earlier; other experience;
        trade experience; machining experience; current position; responsibilities; duties; projects; key
        projects; accomplishments; achievements; experience and accomplishments; manufacturing experience; work
        record; career experience; past jobs; other employment; work; work
        background; employment background; employment experience; professional background; professional history;
        experience history; jobs held; jobs i held; jobs i have held; jobs i've held; jobs i
        have had; jobs i've had; where i have worked; where i worked; where i've worked;
        recent experience; past experience; past employment; selected experience; employment
        summary; work summary; internships; internship; additional experience
    """,
    "education": """
        education; school; schooling; training; apprenticeship; education and training; academic background;
        education training;  academics; educational background; professional
        development; continuing education;  formal training; schools; school and training; apprenticeships; trade
        school; military training; technical training; education and apprenticeship; training and education
    """,
    "coursework": "coursework; courses; classes; relevant coursework; related coursework; relevant courses",
    "certifications": """
        certifications; certification; certificates; certificate; certs; certs and training; licenses; license;
        licences; credentials; credential; tickets; cards; card; qualifications; welder qualifications; papers;
        licenses and certifications; education and credentials; education and certifications; training and
        certifications; weld certs; welding certifications; certified; professional certifications; certificates
        held; accreditations; endorsements; licenses and endorsements; licensure; weld tests; tests passed;
        special training and certifications; safety certifications; safety training; cards and licenses
    """,
    "military": """
        military; military service; military experience; service; army; navy; military background; military
        history; veteran; service record
    """,
    "volunteer": """
        volunteer; volunteer experience; volunteer work; volunteering; volunteer service; volunteer history;
        volunteer activities; volunteerism; volunteer positions; volunteer roles; community service; community
        work; community involvement; community engagement; community activities; civic involvement; civic
        activities; charity work; charitable work; unpaid work
    """,
    "references": "references; reference; personal references; professional references; work references",
    "contact": "contact; contact information; contact info; contact details; personal details; personal "
    "information",
    "interests": """
        interests; hobbies; hobby; personal; personal interests; activities; other interests; memberships
    """,
    "other": """
        other; additional information; additional; misc; miscellaneous; languages; language; awards;
        availability
    """,
}

#: What the same parts are called in Spanish; a heading in both languages is a join of two.
SPANISH_HEADINGS = {
    "summary": "resumen; perfil; perfil profesional; resumen profesional; sobre mí; sobre mi; acerca de mí",
    "objective": "objetivo; objetivo profesional; objetivo laboral; meta; metas",
    "skills": """
        habilidades; aptitudes; destrezas; competencias; conocimientos; habilidades técnicas; habilidades tecnicas;
        máquinas; maquinas; maquinaria; herramientas; equipo; equipos; programas; materiales; capacidades
    """,
    "experience": """
        experiencia; experiencia laboral; experiencia profesional; experiencia de trabajo; historial laboral;
        historial de trabajo; historial de empleo; empleo; empleos; trabajo; trabajos; trabajos anteriores;
        antecedentes laborales; historia laboral
    """,
    "education": """
        educación; educacion; formación; formacion; estudios; formación académica; formacion academica; escuela;
        entrenamiento; capacitación; capacitacion; educación y formación; preparación académica
    """,
    "coursework": "cursos",
    "certifications": "certificaciones; certificados; certificación; certificacion; licencias; "
    "diplomas; acreditaciones",
    "military": "servicio militar",
    "volunteer": "voluntariado; trabajo voluntario; servicio comunitario; servicio a la comunidad",
    "references": "referencias; referencias personales; referencias laborales",
    "interests": "intereses; pasatiempos; aficiones",
    "contact": "contacto; datos personales; información personal; informacion personal; datos de contacto",
    "other": "idiomas; otros; información adicional; informacion adicional; disponibilidad",
}

JOB_HEADINGS = {
    "overview": """
        overview; summary; job summary; position summary; about the role; about this role; the role; the job;
        job description; position overview; position description; role; description; the position; job overview;
        about the job; role summary; position; the opportunity; opportunity; job title; title
    """,
    "duties": """
        duties; responsibilities; job duties; essential duties; essential functions; essential job functions;
        key responsibilities; primary responsibilities; duties and responsibilities; main duties; what you will
        do; what you'll do; what you will be doing; what you'll be doing; your day; the work; you will; job
        responsibilities; principal duties; essential duties and responsibilities; day to day; a typical day;
        major duties; tasks; general duties; job functions; primary duties; in this role; your role; key duties;
        core responsibilities; role and responsibilities; scope of work; typical duties
    """,
    "required": """
        requirements; required; required qualifications; qualifications; basic qualifications; minimum
        qualifications; minimum requirements; required skills; required experience; must have; must haves; what
        you bring; what you need; we need; what we need; you have; you bring; skills; experience; job
        requirements; skills required; what we are looking for; what we're looking for; who you are; you must
        have; basic requirements; position requirements; essential; essential qualifications; required
        knowledge; knowledge skills and abilities; experience required; must; mandatory; your background; about
        you; skills and experience; education and experience; required education and experience; job
        qualifications; qualifications and skills; key skills; technical skills; technical requirements; we
        require; knowledge; minimum; required skills and experience; the must haves; you can; certifications;
        required certifications; licenses; abilities; competencies; experience and skills; minimum education and
        experience; what you'll need; what you will need; what it takes; selection criteria; candidate
        requirements; ideal candidate has; certification requirements
    """,
    "preferred": """
        preferred; preferred qualifications; preferred skills; preferred experience; desired; desired
        qualifications; desired skills; desirable; desirable qualifications; nice to have; nice to haves; bonus;
        bonus points; bonus points for; bonus skills; a plus; plus; pluses; big plus; it helps if; extra credit;
        would be nice; additional qualifications; ideally; ideal; helpful; assets; preferred but not required;
        preferred requirements; desired experience; desired but not required; optional; what helps; preferred
        knowledge; would be a plus; also helpful; not required but helpful; good to have; advantageous; what
        would be a plus; what sets you apart; what will set you apart; the nice to haves; extras; preferred
        education and experience; preferred certifications; we would also like; we'd also like
    """,
    "excluded": """
        what it is not; what this is not; not required; not needed; what you don't need; what you do not need;
        you don't need; you do not need; what we don't need; not for you if; this is not for you if
    """,
    "education": "education; education requirements; required education; training",
    "physical": """
        physical demands; physical requirements; working conditions; work environment; work conditions;
        environment; physical; conditions; physical demands and work environment; physical and mental demands;
        conditions of employment; working environment
    """,
    "schedule": """
        schedule; shift; shifts; hours; work schedule; work hours; schedule and pay; shift and hours; when;
        working hours; job type; employment type; travel; location
    """,
    "pay": """
        pay; compensation; salary; wage; wages; rate; pay rate; pay range; salary range; pay and benefits;
        compensation and benefits; hourly rate; starting pay; base pay; salary and benefits; pay transparency
    """,
    "benefits": """
        benefits; perks; what we offer; we offer; our benefits; why work here; why join us; why us; offer;
        what's in it for you; benefits and perks; we provide; perks and benefits; what you get; our offer; why
        work for us; benefits package; total rewards; employee benefits; what you'll get; what you will get
    """,
    "company": """
        about us; about the company; company; who we are; company overview; our company; about our company; our
        story; our mission; company description; our values; mission; about our client; company profile; our
        culture; the company; our history; company background
    """,
    "eeo": """
        eeo; eeo statement; equal opportunity; equal opportunity employer; equal employment opportunity;
        diversity; equal employment opportunity statement; diversity and inclusion; disclaimer; legal;
        accommodation; privacy notice; how to apply; to apply; apply; additional information about the
        application; contact; call
    """,
    "other": """
        please note; additional information; other; additional requirements; itar; itar requirements
    """,
}

# Words that open a sentence as often as a part of the text: headings only on a line of their own or in capitals.
STANDALONE_ONLY = frozenset(
    ["army", "call", "minimum", "must", "navy", "role", "service", "the job", "when", "where"]
)


def split_table(table: dict[str, str]) -> dict[str, str]:
    """Heading in lower case -> plain name."""
    return {" ".join(heading.split()): name for name, phrases in table.items() for heading in phrases.split(";")}


HEADINGS = {
    Kind.RESUME: split_table(RESUME_HEADINGS) | split_table(SPANISH_HEADINGS),
    Kind.JOB: split_table(JOB_HEADINGS),
}

#: Headings whose words were run together, which is told apart from a word only where it is long.
SHORTEST_SQUEEZED = 9
SQUEEZED = {
    kind: {
        heading.replace(" ", ""): name
        for heading, name in table.items()
        if " " in heading and len(heading.replace(" ", "")) >= SHORTEST_SQUEEZED
    }
    for kind, table in HEADINGS.items()
}

# A posting's heading that is in no list still says what it is by one of its words.
TELLING_WORDS = {
    "excluded": re.compile(r"\b(?:what (?:it|this) (?:is not|isn't)|not (?:needed|for you))\b"),
    "preferred": re.compile(
        r"\b(?:prefer\w*|desir\w*|nice|bonus|plus(?:es)?|helpful|ideal(?:ly)?|optional|extra|advantage\w*)\b"
    ),
    "benefits": re.compile(r"\b(?:benefits?|perks|we offer|offers? you)\b"),
    "pay": re.compile(r"\b(?:pay|compensation|salary|wages?)\b"),
    "required": re.compile(r"\b(?:requir\w*|qualifications?|must|need|minimum|bring|looking for|you have)\b"),
    "duties": re.compile(r"\b(?:duties|responsibilit\w*|you will|you'll)\b"),
}
LONGEST_TELLING_HEADING = 5


def told_by_a_word(heading: str) -> str | None:
    """The part of a posting that a heading opens, by its telling word; None when it has none or is a sentence."""
    if len(heading.split()) > LONGEST_TELLING_HEADING:
        return None
    return next((name for name, pattern in TELLING_WORDS.items() if pattern.search(heading)), None)
