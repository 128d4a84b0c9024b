"""The words by which a title and an employer are told apart, without knowing what the work is.

General words of work, our own; a test holds them against the titles of the vocabulary, which is too large to be
read in the process that reads documents.
"""

TITLE_NOUNS = frozenset(
    """
    accountant adjuster administrator advisor agent aide aligner analyst annealer anodizer apprentice
    apprenticeship architect internship artist assembler assistant associate attendant auditor bagger baker barber
    bartender barista batchmaker bender beveler biller blacksmith blaster blower boatbuilder boilermaker
    bookbinder bookkeeper borer boss brazer brazier broker buffer builder burner burnisher busser butcher buyer
    cabinetmaker caner captain caregiver caretaker carpenter carver cashier checker chef chemist chief cleaner
    clerk climber clockmaker coach coater coder coiler collector consultant controller cook coordinator
    coppersmith coremaker corporal corpsman cosmetologist counselor counterman courier crafter craftsman
    crewmember custodian cutter dealer deburrer deckhand deputy designer detailer developer diemaker diesetter
    diesinker director dishwasher dispatcher diver doctor draftsman draftsperson drafter drawer dressmaker driller
    driver edger electrician electroplater electropolisher engineer engraver erector estimator executive expediter
    expeditor fabricator facer facilitator farmer farmhand filer filler finisher firefighter fitter foreman
    forewoman former framer freelancer galvanizer gardener gemsmith generalist glassblower glazier goldsmith
    grader grinder groundskeeper guard hairstylist hammersmith hand handler handyman hardener heater helper hobber
    horologist host hostess housekeeper hygienist infantryman inspector installer instructor integrator intern
    ironworker jailer janitor jeweler jobber joiner journeyman journeywoman laborer laminator landscaper lapper
    layout lead leader leadman leadperson librarian lieutenant lifeguard lineman loader locksmith lofter loftsman
    logistician luthier machinest machinist machinst maker manager marker mason mate mechanic mechanist melter
    member merchandiser messenger metallurgist metalsmith metalworker metrologist miller millworker millwright
    modeler modeller modelmaker moldbuilder molder moldmaker mouldmaker mover nanny nurse officer oiler op
    operator operators owner packer packager painter paralegal paramedic paraprofessional partner patcher
    patternmaker petty phlebotomist picker pilot pinner pipefitter planner plater plumber polisher porter pourer
    preparer presser pressman processor producer programmer prototyper puller purchaser pusher racker radiographer
    realtor reamer rebuilder receiver receptionist recruiter refinisher refiner rep repairer repairman
    representative restorer rewinder rigger riveter roofer roughneck roustabout runner sailor salesman salesperson
    saleswoman sander sandblaster sawyer scheduler scientist seaman seamstress secretary selector sergeant server
    setter sewer shaper sharpener shearer sheriff shipfitter shooter silversmith sinker smith solderer soldier
    sonographer sorter specialist spinner splicer spotter sprayer stainer stamper steamfitter steward stocker
    straightener student stylist superintendent supervisor surveyor sysadmin tailor taper teacher tech technician
    technicians technologist teller temp temperer tender tester therapist threader tinsmith toolmaker trainee
    trainer translator treater trimmer trooper tuner turner tutor upholsterer usher valet vendor vp waiter
    waitress walker washer watchmaker weigher welder winder wirer woodcrafter woodcraftsman woodworker worker
    yardman animator babysitter benchman bricklayer brickmason changer cooper derrickhand dismantler drywaller
    editor engineman expert fighter floorhand journalist man mariner person photographer preserver sculptor
    slitter aprendiz asistente ayudante carpintero chofer cocinero cocinera conductor cortador electricista
    encargado ensamblador ensambladora fresador gerente inspectora jefe maquinista mecanico mecánico obrero
    operador operadora operario operaria pintor programador soldador soldadora supervisora tecnico técnico tornero
    """.split()  # noqa: SIM905 - so many words are read as lines, not as rows of quotes
)

#: A German title is one word with what it is of in front: a family may be called by the rest alone.
GERMAN_ENDS = (
    "arbeiter", "bediener", "dreher", "einrichter", "fräser", "führer", "helfer", "macher", "macherin",
    "mechaniker", "mechanikerin", "meister", "monteur", "schleifer", "schlosser", "schweisser", "schweißer",
    "techniker",
)  # fmt: skip
GERMAN_NOUNS = frozenset({"fräser", "mechatroniker", "schweisser", "schweißer", "zerspaner"})

#: These end a name of a company and nothing else.
COMPANY_ENDINGS = frozenset(
    """
    co company corp corporation enterprises gmbh holdings inc incorporated industries international llc llp lp ltd
    limited manufacturing mfg plc sons bros brothers associates partners group
    """.split()  # noqa: SIM905
)

#: Behind these nothing more of a company's name comes.
LEGAL_FORMS = frozenset("co company corp corporation gmbh inc incorporated limited llc llp lp ltd plc".split())  # noqa: SIM905

#: These stand in names of companies, and of places to work that have no company's name.
COMPANY_WORDS = COMPANY_ENDINGS | frozenset(
    """
    aero aerospace agency aircraft airlines airways alloys army automation automotive aviation bakery bank bar
    battalion bearing bearings brewery brewing builders cafe casework casting castings center centre church city
    clinic coast college components construction contracting contractors controls county customs dealership
    defense department depot dept diner distributing distribution district division electric electronics energy
    engine engineering fab fabrication fabricators farm farms fasteners fastener finishing foods forge forging
    forgings forces foundry furniture garage gear gears gearing glass goods grill gun health heating homes
    hospital hotel hydraulics instruments interiors iron kitchen lab laboratories laboratory labs landscaping lawn
    logistics lumber machine machines machinery machining marine marines mart medical metal metals metalworks mill
    mills mines mining mold molding molds motors museum national navy oil packaging paper personnel pharmacy pipe
    pipeline pizza plant plastics plating power precision press printing products railroad railway recycling
    refinery repair restaurant robotics roofing rubber school schools screw security service services sheriff
    shipbuilding shipyard shop solutions specialties squadron staffing stamping stampings station steel steelworks
    store stores studio supermarket supply systems tech technical technologies technology temp temps theater tire
    tool tooling tools toolworks trailers transport transportation trucking turbine university usaf usmc usn uscg
    valve warehouse weldments welding wireless wood woodworking woodworks works workshop yard
    """.split()  # noqa: SIM905
)

#: Where people work, of which a resume may say no more.
WORKPLACES = frozenset(
    """
    agency center company department dept factory farm forge foundry garage hospital lab laboratory mill plant
    restaurant school shop shops store supermarket university warehouse yard
    """.split()  # noqa: SIM905
)

#: These are names by themselves.
FORCES = frozenset("army marines navy uscg usaf usmc usn".split())  # noqa: SIM905

#: These stand beside a title or behind it, and say nothing of who employs.
NOT_NAMES = frozenset(
    """
    days nights evenings weekends shift shifts swing graveyard rotating seasonal temporary permanent contract full
    part time fulltime parttime remote onsite hybrid usa us present current previous former earlier various
    several self retired closed laid off layoff mill shut moved reason leaving duties responsibilities responsible
    references dates date from until hours week weekly wage pay salary self-employed employed freelance
    independent contractor own employers retrained trained promoted started worked unemployed career break
    caregiver family work history experience position job role summary objective
    """.split()  # noqa: SIM905
)

#: What may stand behind the noun of a title.
LEVELS = frozenset(
    """
    i ii iii iv v 1 2 3 4 5 a b c jr sr junior senior level lead class first second third 1st 2nd 3rd shift days
    nights night day evening weekend trainee apprentice
    """.split()  # noqa: SIM905
)
