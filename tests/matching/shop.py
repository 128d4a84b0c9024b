"""A small shop to score by hand: nine concepts, three people, and a job."""

import numpy as np

from recruit.matching.features.context import Context
from recruit.matching.kinship import Kinship
from recruit.matching.occupations import OccupationMap
from recruit.matching.terms import TermModel
from recruit.vocabulary import Concept, Occupations, OccupationTitle, Relation, Vocabulary
from recruit.vocabulary.shapes import (
    CandidateProfile,
    Category,
    Evidence,
    JobProfile,
    Level,
    Polarity,
    ProfileSkill,
    Requirement,
)


def concept(name: str, category: Category, *parents: str, related: tuple[Relation, ...] = ()) -> Concept:
    return Concept(id=name, name=name, category=category, source="test", parents=parents, relations=related)


HAAS_LIKE = (Relation(concept="fanuc", strength=0.6, why="the same code", back=0.6),)
CONCEPTS = [
    concept("control", Category.CONTROL),
    concept("fanuc", Category.CONTROL, "control"),
    concept("fanuc-31i", Category.CONTROL, "fanuc"),
    concept("haas", Category.CONTROL, "control", related=HAAS_LIKE),
    concept("turning", Category.PROCESS),
    concept("setup", Category.PROCESS),
    concept("welding", Category.PROCESS),
    concept("tig", Category.PROCESS, "welding"),
    concept("mig", Category.PROCESS, "welding"),
    concept("cwi", Category.CERTIFICATION),
    concept("nims", Category.CERTIFICATION),
    concept("tolerance", Category.TOLERANCE),
]
VOCABULARY = Vocabulary(concepts={row.id: row for row in CONCEPTS}, version="test")
CATEGORY = {row.id: row.category for row in CONCEPTS}

MACHINIST, OPERATOR, WELDER = "51-4041.00", "51-9161.00", "51-4121.00"
NURSE, PLANNER = "29-1141.00", "43-5061.00"
OCCUPATIONS = OccupationMap(
    Occupations(
        names={MACHINIST: "Machinists", OPERATOR: "CNC Tool Operators", WELDER: "Welders"},
        families={
            MACHINIST: "machining",
            OPERATOR: "machining",
            WELDER: "welding",
            NURSE: "health",
            PLANNER: "planning and buying",
        },
        titles=(
            OccupationTitle(title="Machinist", onetsoc_codes={MACHINIST: 1.0}, level=Level.MACHINIST),
            OccupationTitle(title="CNC lathe operator", onetsoc_codes={OPERATOR: 1.0}, level=Level.OPERATOR),
            OccupationTitle(title="CNC programmer", onetsoc_codes={OPERATOR: 0.5}, level=Level.PROGRAMMER),
            OccupationTitle(title="TIG welder", onetsoc_codes={WELDER: 1.0}, level=Level.MACHINIST),
            OccupationTitle(title="Welder", onetsoc_codes={WELDER: 1.0}, level=Level.MACHINIST),
            OccupationTitle(title="Set-up machinist", onetsoc_codes={MACHINIST: 1.0}, level=Level.SETUP),
            OccupationTitle(title="Nurse", onetsoc_codes={NURSE: 1.0}),
            OccupationTitle(title="Production planner", onetsoc_codes={PLANNER: 1.0}),
            OccupationTitle(title="Planner", onetsoc_codes={PLANNER: 1.0}),
            OccupationTitle(title="Cook", onetsoc_codes={NURSE: 0.5}),
            OccupationTitle(title="Surface grinder", onetsoc_codes={MACHINIST: 0.5}, level=Level.MACHINIST),
        ),
        neighbours={MACHINIST: {OPERATOR: 0.6}, OPERATOR: {MACHINIST: 0.6}},
    )
)
TERMS = TermModel("test", 2026, ("#turning", "bar", "lathe", "purge"), np.array([1.0, 1.0, 1.0, 1.0]))
CONTEXT = Context(terms=TERMS, kinship=Kinship(VOCABULARY), occupations=OCCUPATIONS)


def held(name: str, polarity: Polarity = Polarity.HELD, **more: object) -> ProfileSkill:
    evidence = (Evidence(start=0, end=len(name), text=name),)
    return ProfileSkill(
        concept=name, name=name, category=CATEGORY[name], polarity=polarity, evidence=evidence, **more
    )


def asked(name: str, polarity: Polarity = Polarity.REQUIRED, **more: object) -> Requirement:
    evidence = (Evidence(start=0, end=len(name), text=name),)
    return Requirement(
        concept=name, name=name, category=CATEGORY[name], polarity=polarity, evidence=evidence, **more
    )


def person(*skills: ProfileSkill, **more: object) -> CandidateProfile:
    return CandidateProfile(skills=skills, **more)


def job(*requirements: Requirement, **more: object) -> JobProfile:
    return JobProfile(requirements=requirements, **more)


LATHE_JOB = job(
    asked("turning"),
    asked("haas"),
    onetsoc_codes={OPERATOR: 1.0},
    level=Level.OPERATOR,
    experience_years=2.0,
    terms={"lathe": 1.0, "bar": 1.0, "#turning": 1.0},
)
#: Everything the job asks for.
ANA = person(
    held("turning"),
    held("haas", years=3.0),
    onetsoc_codes={OPERATOR: 1.0},
    level=Level.OPERATOR,
    experience_years=3.0,
    last_worked=2026,
    reference_year=2026,
    terms={"lathe": 1.0, "bar": 1.0, "#turning": 1.0},
)
#: The neighbouring control, one rung higher, half the time.
BEN = person(
    held("turning"),
    held("fanuc", years=5.0),
    onetsoc_codes={MACHINIST: 1.0},
    level=Level.SETUP,
    experience_years=1.0,
    last_worked=2026,
    reference_year=2026,
    terms={"lathe": 1.0, "#turning": 1.0},
)
#: Another trade.
EVA = person(
    held("tig"),
    onetsoc_codes={WELDER: 1.0},
    level=Level.MACHINIST,
    experience_years=10.0,
    last_worked=2026,
    reference_year=2026,
    terms={"purge": 1.0},
)
