"""Who a resume is from: names of every form are found, and nothing else is taken for one; all are invented."""

import pytest

from recruit.documents.contents.contact import contact_of
from recruit.documents.contents.name_evidence import agreement, has_word_of_the_trade, is_known
from recruit.vocabulary import load_occupations, load_vocabulary
from recruit.vocabulary.shapes import Block, BlockKind

#: What the head of a resume looks like -> its text, and the name in it.
NAMED_HEADS = {
    "unknown, number below": ("Okechukwu Ndubuisi\nToledo, OH\n419-555-0133\n", "Okechukwu Ndubuisi"),
    "unknown, mail that does not agree": ("Tesfaye Gebremariam\nshopfloor77@example.com\n", "Tesfaye Gebremariam"),
    "unknown, nothing else": ("Siosaia Taufa\nTIG welder, 6 years\n", "Siosaia Taufa"),
    "unknown below its title": ("CNC MACHINIST\nXiulan Ouyang\n(614) 555-0101\n", "Xiulan Ouyang"),
    "unknown below the address": ("88 Orchard Road, Lima, OH 45801\n419-555-0190\nNgozi Eze\n", "Ngozi Eze"),
    "unknown in capitals": ("BOGUSLAW WRZESNIEWSKI\nTOOLMAKER\n216-555-0111\n", "BOGUSLAW WRZESNIEWSKI"),
    "unknown, family first": ("WRZESNIEWSKI, BOGUSLAW\n216-555-0111\n", "WRZESNIEWSKI, BOGUSLAW"),
    "accents": ("Bogumiła Wrześniewska\n216-555-0111\n", "Bogumiła Wrześniewska"),
    "label, word of the trade": ("Name: Wes Haas\nTrade: toolmaker\n", "Wes Haas"),
    "label, maker": ("Name: Allen Bradley\n", "Allen Bradley"),
    "resume of, word of the trade": ("Resume of Dana Steel\n", "Dana Steel"),
    "address agrees, word of the trade": ("Wes Haas\nwes.haas@example.com\n", "Wes Haas"),
    "address agrees by its first letter": ("Dorrit Drill\nddrill@example.com\n", "Dorrit Drill"),
    "a park": ("Robert Park\nmachinist\n330-555-0177\n", "Robert Park"),
    "a hill": ("Marcus Hill, CWI\nMobile, AL\n", "Marcus Hill"),
    "a lake": ("Veronica Lake\n555 Shore Drive\n", "Veronica Lake"),
    "a mill": ("Grace Mills\nCMM programmer\n", "Grace Mills"),
    "a state behind a name": ("Virginia Dale | Ohio\n", "Virginia Dale"),
    "An and My": ("My Nguyen\nwelder\n", "My Nguyen"),
    "a Vietnamese name": ("Tran Van Hieu\n316-555-0100\n", "Tran Van Hieu"),
    "Hmong": ("Tou Ger Xiong\nSt. Paul, MN\n651-555-0134\n", "Tou Ger Xiong"),
    "initials": ("J. R. Kowalski\nErie, PA 814-555-0150\n", "J. R. Kowalski"),
    "a cut family name": ("Maria H.\nwelder\n", "Maria H."),
    "Mc and O": ("Sean McTavish-O'Dowd\n503-555-0166\n", "Sean McTavish-O'Dowd"),
    "De with capital": ("Tito DeAngelo\nmillwright\n", "Tito DeAngelo"),
    "a title behind a dash": ("Oyelaran Adeyemi - Tool & Die Maker\n937-555-0108\n", "Oyelaran Adeyemi"),
    "one line, bars": ("Quill Farnsworth | Dayton, OH | 937-555-0102 | quillf@example.com\n", "Quill Farnsworth"),
    "glued to its town": ("Ricardo SalasGresham, OR 97030971-555-0133\n", "Ricardo Salas"),
    "credentials": ("Lindiwe Khumalo, CWI, PMP\nTulsa, OK\n918-555-0144\n", "Lindiwe Khumalo"),
    "suffix": ("Elroy Vance, Jr.\n205-555-0156\n", "Elroy Vance, Jr."),
    "suffix III": ("Ulysses Thorne III\n205-555-0156\n", "Ulysses Thorne III"),
    "photo above": ("[photo]\nAnselm Okoro\n918-555-0199\n", "Anselm Okoro"),
    "resume above": ("RESUME\n\nAnselm Okoro\n918-555-0199\n", "Anselm Okoro"),
    "dated page": ("Rosa Vega\nUpdated March 2026\n", "Rosa Vega"),
    "job line below": ("Rosa Vega\nAcme Tool, 2014 - 2019\n", "Rosa Vega"),
    "title and name on a line": ("Journeyman Millwright - Darnell Brooks\n", "Darnell Brooks"),
    "lower case agrees": ("hollis quimby  derby ks\nhquimby@example.com\n", "hollis quimby"),
    "unknown beside remarks": (
        "Zorvan Quellimar   | Programmer | Lima, OH, will relocate\n330-555-0109\n",
        "Zorvan Quellimar",
    ),
    "two letters": ("Ling Ma\n330-555-0109\n", "Ling Ma"),
    "a heading and a job below": (
        "Ilse Quandt\n\nWORK EXPERIENCE\nWelder, Harborline Fab, Gary, IN, 2015 - Present\n",
        "Ilse Quandt",
    ),
    "a job right under the heading": ("Ilse Quandt\nEXPERIENCE\nSander, 2015 - 2019\n", "Ilse Quandt"),
    "an empty line and a job below": ("Ilse Quandt\n\nHarborline Fab, 2015 - 2019\n", "Ilse Quandt"),
    "a card behind, a job below": (
        "Obiageli Nwachi-Thorne, CWI\n\nEXPERIENCE\nInspector, 2011 - 2020\n",
        "Obiageli Nwachi-Thorne",
    ),
    "capitals over a town": ("GENEVRA QUATREMAIN-ROUX\nThibodaux, Louisiana\n", "GENEVRA QUATREMAIN-ROUX"),
    "particles nobody knows": ("Joost van der Wielink\n\nSkills\nlathe\n", "Joost van der Wielink"),
    "an initial and a generation": ("Orrin Q. Thaxley Jr.\n\nSkills\nlathe\n", "Orrin Q. Thaxley Jr."),
    "resume above, a job below": (
        "CURRICULUM VITAE\n\nIlse Quandt\n\nEXPERIENCE\nSander, 2015 - 2019\n",
        "Ilse Quandt",
    ),
    "letters with full stops": ("J.P. Quellimar\n\nSUMMARY\nsaws\n", "J.P. Quellimar"),
    "a small particle with a hyphen": ("Zorvan al-Thandelli\n\nSUMMARY\nsaws\n", "Zorvan al-Thandelli"),
    "short words nobody knows": ("Qo Xu\n\nSUMMARY\nsaws\n", "Qo Xu"),
    "resume above in Spanish": ("HOJA DE VIDA\n\nZorvan Quellimar\n\nHABILIDADES\nsaws\n", "Zorvan Quellimar"),
    "a family that makes machines": ("Orrin Kuroda\n\nSUMMARY\nsaws\n", "Orrin Kuroda"),
    "letters of given names": ("TJ Ballard\nwelder\n", "TJ Ballard"),
}

#: What stands at the head of a resume that does not say whose it is.
NAMELESS_HEADS = {
    "certificate head": "AWS D1.1 Certified Welder\nMIG, TIG\n",
    "certificate": "AWS Certified Welding Inspector\n2019\n",
    "machine line": "HAAS VERTICAL MILLS\nset up and run\n",
    "machine and model": "Citizen L20, Tsugami B0205\nSwiss work\n",
    "machine and maker": "Deckel Maho\n5 axis\n",
    "control": "Fanuc Mitsubishi\n",
    "maker like a person": "Allen Bradley\nladder logic\n",
    "city": "Lake Charles\nPort Arthur\n",
    "city and state": "Loves Park, Illinois 61111\n815-555-0100\n",
    "city and code": "Wichita, KS\n316-555-0100\n",
    "city without comma": "ERIE PA\n814-555-0100\n",
    "city cut short": "Latrobe, Pa.\n724-555-0100\n",
    "two-word city": "Fort Wayne\n260-555-0100\n",
    "saint": "Saint Paul\n651-555-0100\n",
    "san": "San Jose, CA\n408-555-0100\n",
    "end of city": "Overland Park\n913-555-0100\n",
    "city with a given name": "Virginia Beach, VA\n757-555-0100\n",
    "pulp": "Cloquet Pulp\n2014 - 2019 millwright\n",
    "mills": "Prairie Mills\n2012 - 2015\n",
    "company with town": "Plains Aerostructures, Wichita, KS\nCNC machinist, 2014 - 2019\n",
    "company then title": "Amtek Terminals\nOperator, 2014 to 2016\n",
    "company dates same line": "Ballard Fenwick 2014 - 2018\n",
    "hiring": "NOW HIRING\nCNC machinist\n",
    "announcement": "JOB ANNOUNCEMENT\nMACHINIST\n",
    "columns": "LAST USED\nLEVEL\n",
    "orders": "READ BASIC BLUEPRINTS\nCHECK PARTS\n",
    "nights": "NIGHTS OK.\n",
    "no skill": "No AutoCAD\nNo Swiss\n",
    "software": "PowerShell, Active Directory, backups\n",
    "software 2": "SolidWorks, Minitab\n",
    "processes": "SMAW, GTAW\npipe\n",
    "alloy": "Hastelloy X\nInconel 718\n",
    "degree": "BA Political Science\n",
    "language": "Bilingual Spanish\n",
    "heat treat": "Osage Heat Transfer\nbrazing\n",
    "glued list": "CabinetVision,Alphacam\n",
    "paper": "Fine Papers\n",
    "trade": "Finish Carpenter\n16 years\n",
    "greeting": "Dear Hiring Manager\nI am a welder\n",
    "confidential": "Confidential Candidate\nMachinist\n",
    "military": "United States Navy\n2004 - 2008 machinist's mate\n",
    "union": "Boilermakers Local 13\n",
    "school": "Tri County Technical\nwelding\n",
    "objective": "Seeking Full Time\nMachinist\n",
    "tools": "Jo Blocks\nPin Gages\n",
    "shift": "Second Shift\n",
    "heading": "Core Competencies\n",
    "page": "Page One\n",
    "month": "March April\n",
    "street": "88 Orchard Road, Lima, OH 45801\n419-555-0190\n",
    "two trades over a heading": "Precision Machining\n\nSUMMARY\nlathes\n",
    "tool and die over a heading": "Tool And Die\n\nSKILLS\nlathes\n",
    "works over a heading": "Northfield Metal Works\n\nSKILLS\nlathes\n",
    "title over a heading": "CNC Machinist\n\nSKILLS\nlathes\n",
    "town over a heading": "Baton Rouge, Louisiana\n\nSKILLS\nlathes\n",
    "resume in Spanish": "Hoja de Vida\n\nHABILIDADES\ntornos\n",
    "an island": "Puerto Rico\n\nSKILLS\nlathes\n",
    "heading nobody knows": "Community Involvement\n\nSKILLS\nlathes\n",
    "glued to a machine": "Miller SuitCase\n",
}


def name_at(text: str) -> str | None:
    found = contact_of(text).name
    return found.text if found else None


@pytest.mark.parametrize(("text", "name"), NAMED_HEADS.values(), ids=NAMED_HEADS)
def test_a_name_is_found_where_names_stand(text, name):
    assert name_at(text) == name


@pytest.mark.parametrize("text", NAMELESS_HEADS.values(), ids=NAMELESS_HEADS)
def test_a_wrong_name_is_worse_than_none(text):
    assert name_at(text) is None


def test_no_concept_of_the_trade_is_a_person():
    concepts = load_vocabulary().concepts.values()
    names = {name for concept in concepts for name in (concept.name, *concept.aliases)}
    # Every eighth says as much, in an eighth of the time.
    assert [name for name in sorted(names)[::8] if name_at(f"{name}\n5 years\n")] == []


def test_no_title_is_a_person():
    titles = {row.title for row in load_occupations().titles}
    assert [title for title in sorted(titles) if name_at(f"{title}\n419-555-0101\n")] == []


def test_a_name_set_like_the_title_is_found_below_another_column():
    text = "SKILLS\nlathe\nmill\n\nIlse Quandt\n\nEXPERIENCE\nSander, 2015 - 2019\n"
    start = text.index("Ilse")
    title = Block(kind=BlockKind.HEADING, start=start, end=start + len("Ilse Quandt"))
    assert contact_of(text).name is None
    found = contact_of(text, [title], tops=[(start, start + len("Ilse Quandt"))]).name
    assert found is not None
    assert found.text == "Ilse Quandt"


@pytest.mark.parametrize(
    ("name", "local", "level"),
    [
        ("Rosa Vega", "rosavega", 2),
        ("Rosa Vega", "rvega", 2),
        ("Rosa Vega", "vegar", 2),
        ("Rosa Vega", "vega", 1),
        ("Rosa Vega", "weldergal", 0),
        ("Bo Li", "boli", 0),
        ("Noé Peña", "noepena", 2),
    ],
)
def test_an_address_agrees_by_words_and_first_letters(name, local, level):
    assert agreement(name, [local]) == level


@pytest.mark.parametrize("name", ["Deckel Maho", "KO Lee", "Fanuc Series", "Allen-Bradley", "Ana Lathe"])
def test_words_of_the_trade_are_told_from_names(name):
    assert has_word_of_the_trade(name)


@pytest.mark.parametrize("name", ["Michael Miller", "Ling Ma", "HU WEI", "TJ Ballard", "Ulysses Thorne III"])
def test_names_are_told_from_words_of_the_trade(name):
    assert not has_word_of_the_trade(name)


@pytest.mark.parametrize(
    ("name", "known"),
    [("Rosa Quellimar", True), ("Nguyễn Hieu", True), ("Jean-Luc Thorne", True), ("Zorvan Thandell", False)],
)
def test_a_name_is_known_by_one_that_people_often_have(name, known):
    assert is_known(name) is known
