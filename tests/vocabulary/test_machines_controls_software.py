"""Names of machines, controls and programs that mean something else elsewhere: found in the shop, only there."""

import pytest

from recruit.matching import extract
from recruit.vocabulary.shapes import Kind

SHOP = [
    ("Ground spindles on a Studer S33 and a Kellenberger", "studer-grinder"),
    ("Set up Fellows and Gleason gear shapers and hobbers", "fellows-shaper"),
    ("Cut spiral bevel gears on Gleason and Klingelnberg machines", "gleason-machine"),
    ("Set up Mazak Quick Turn and Integrex lathes", "mazak-quick-turn"),
    ("Booked labor in Fourth Shift ERP", "fourth-shift-erp"),
    ("Operated Minster and Bliss presses, 60 to 400 ton", "minster-press"),
    ("Ran progressive dies in Bliss presses", "bliss-press"),
    ("Stamped parts on Aida and Komatsu presses", "aida-press"),
    ("Set up Davenport and Acme-Gridley screw machines", "davenport-screw-machine"),
    ("Set up six-spindle Acme and New Britain screw machines", "acme-gridley"),
    ("Horizontal machining centers: Heller, Makino, Mazak", "heller"),
    ("Five-axis mills: Hermle, Kern and Mikron", "kern-micro"),
    ("Blanchard and surface grinders", "blanchard-grinder"),
    ("OD grinding on Landis and Norton grinders", "landis-grinder"),
    ("ID grinding on Heald and Bryant grinders", "heald-grinder"),
    ("Turned large rings on a 56 inch Bullard VTL", "bullard-vtl"),
    ("Molded caps on Arburg and Engel presses from 50 to 300 ton", "engel-molding-machine"),
    ("Held parts in a Kurt vise on the mill", "kurt-vise"),
    ("Programmed ABB IRB 6700 and KUKA robots", "abb-robot"),
    ("Lynx and Puma lathes by Doosan", "doosan-lynx"),
    ("Doosan Puma 2600SY lathe with sub-spindle", "doosan-puma"),
    ("Wire EDM and sinker machines, Sodick and Makino", "sinker-edm"),
    ("Deburred parts in a tumbler with ceramic media", "tumbler"),
    ("Heated bar in a coal forge and shaped it on the anvil", "forge"),
    ("Loaded blocks with a 10 ton overhead crane", "bridge-crane"),
    ("Removed rust with a needle gun and a scaler", "needle-scaler"),
    ("Cured prepreg parts in the autoclave after layup", "autoclave-composite"),
    ("Drove a reach truck, a forklift and a walkie", "pallet-jack"),
    ("Ran a Komo CNC router and a Biesse Rover", "komo-router"),
    ("Cut panels on a Selco beam saw for cabinets", "beam-saw"),
    ("Fed bars with LNS and Iemca bar feeders", "lns-bar-feeder"),
    ("Ran Peddinghaus beam lines and drill lines for structural steel", "beam-line"),
    ("Shakeout, sand muller and molding line in an iron foundry", "foundry-molding-machine"),
    ("Okuma lathes with OSP controls", "okuma-osp"),
    ("Knee mill with ProtoTRAK SMX control", "prototrak-smx"),
    ("Five-axis programs with TCPM on a Heidenhain control", "tcpc"),
    ("Adjusted the THC of the plasma torch", "torch-height-control"),
    ("Programmed Fanuc robots in Karel and TP", "karel"),
    ("Replaced VFDs and servo motors, troubleshot PLC faults", "variable-frequency-drive"),
    ("Programmed S7-300 PLCs in Step 7 and WinCC", "step-7"),
    ("Built Ignition SCADA screens for the PLC line", "ignition-software"),
    ("HMIs by Red Lion and Allen-Bradley with PLC", "red-lion-hmi"),
    ("Company systems: Epicor Vantage ERP and JobBOSS", "epicor-vantage"),
    ("Plating shop run on Steelhead ERP", "steelhead-software"),
    ("CMM programs in Renishaw MODUS and PC-DMIS", "modus"),
    ("Reverse engineering in Geomagic Design X and Control X", "geomagic-control-x"),
    ("Sliced models for the 3D printer in Cura", "cura"),
    ("Ballooned drawings in DISCUS for AS9102 first articles", "discus-software"),
    ("Drew plates in Acad and SolidWorks", "autocad"),
    ("Nested plates in ESAB Columbus for the plasma table", "columbus-nesting"),
    ("Work orders in Limble and UpKeep CMMS", "fiix"),
    ("Aircraft maintenance entries in IMDS and G081, Air Force crew chief", "imds-system"),
]

ELSEWHERE = [
    ("Reference: Mr. Karl Studer, supervisor", "studer-grinder"),
    ("Elected among the fellows of the society", "fellows-shaper"),
    ("Reference: Mrs. Ann Gleason, supervisor", "gleason-machine"),
    ("Quick turn prototypes for medical customers", "mazak-quick-turn"),
    ("Worked fourth shift for two years, nights and weekends", "fourth-shift-erp"),
    ("Trip to York Minster and its cathedral", "minster-press"),
    ("Stationed at Fort Bliss, Texas, as a mechanic", "bliss-press"),
    ("Sang in Verdi's opera Aida", "aida-press"),
    ("CNC machinist, Davenport, Iowa", "davenport-screw-machine"),
    ("Turned acme thread on lead screws", "acme-gridley"),
    ("Sarah Heller, office manager", "heller"),
    ("Oil field work in Kern County", "kern-micro"),
    ("Reference: Mr. Tom Blanchard, supervisor", "blanchard-grinder"),
    ("Reference: Ms. Landis, supervisor", "landis-grinder"),
    ("Attended Heald College", "heald-grinder"),
    ("Wore a Bullard hard hat and respirator", "bullard-vtl"),
    ("Reference: Dr. Engel, university", "engel-molding-machine"),
    ("Reference: Mr. Kurt Meyer, supervisor", "kurt-vise"),
    ("Wired ABB drives and breakers", "abb-robot"),
    ("Drove for Lynx Transit", "doosan-lynx"),
    ("Sold Puma and Nike shoes", "doosan-puma"),
    ("Fell for it hook, line and sinker", "sinker-edm"),
    ("Sold glass tumblers and drink ware", "tumbler"),
    ("Able to forge relationships with vendors", "forge"),
    ("Jane Crane, office manager", "bridge-crane"),
    ("Cleaned teeth with a dental scaler", "needle-scaler"),
    ("Sterilized instruments in an autoclave at a dental office", "autoclave-composite"),
    ("Answered the walkie talkie at the gate", "pallet-jack"),
    ("Reporter at Komo News, Seattle", "komo-router"),
    ("Read about photons at the synchrotron beam line", "beam-line"),
    ("Expected a shakeout of dealers in the market", "foundry-molding-machine"),
    ("Sent parts to OSP vendors for outside processing", "okuma-osp"),
    ("Streamed video over RTP and RTCP with SIP", "tcpc"),
    ("Sold THC and CBD at a dispensary", "torch-height-control"),
    ("Answered calls with the volunteer fire dept (VFD)", "variable-frequency-drive"),
    ("Follow step 6 and step 7 of the list", "step-7"),
    ("Replaced spark plugs and the ignition coil of the car", "ignition-software"),
    ("Night clerk at the Red Lion Hotel", "red-lion-hmi"),
    ("Saw the work from every vantage point", "epicor-vantage"),
    ("Caught steelhead trout in the river", "steelhead-software"),
    ("Learned the modus operandi of the team", "modus"),
    ("Control X and Y moves with the joystick", "geomagic-control-x"),
    ("Threw discus and shot put on the track team", "discus-software"),
    ("Honors at the Lincoln Acad. of Music high school", "autocad"),
    ("Moved to Columbus, Ohio", "columbus-nesting"),
    ("General upkeep of building and grounds", "fiix"),
    ("Submitted PPAP and IMDS material data to automotive customers", "imds-system"),
    ("Machine shop mill work and repairs", "shopmill"),
    ("Ability to work NC machines", "worknc"),
    ("Multi-process welder with ten years in the field", "welding-machine"),
    ("Sorted castings based on shape and weight", "onshape"),
    ("Focused on global performance of the plant", "hexagon-cmm"),
]


def concepts_in(text: str) -> set[str]:
    return {mention.concept for mention in extract(text, Kind.RESUME)}


@pytest.mark.parametrize(("text", "concept"), SHOP)
def test_a_name_of_the_shop_is_found(text: str, concept: str) -> None:
    assert concept in concepts_in(text)


@pytest.mark.parametrize(("text", "concept"), ELSEWHERE)
def test_a_look_alike_from_elsewhere_is_passed_over(text: str, concept: str) -> None:
    assert concept not in concepts_in(text)
