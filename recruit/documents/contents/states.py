"""The states of the United States as people write them, and words of towns: what every place is told by."""

STATE_NAMES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|"
    "Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|"
    "Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|"
    "Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|"
    "Virginia|Washington|West Virginia|Wisconsin|Wyoming"
)
#: As newspapers shorten them, without their full stop.
STATE_ABBREVIATIONS = (
    "Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ill|Ind|Kan|Mass|Mich|Minn|Miss|Mo|Neb|Okla|Ore|Penn|Tenn|Tex|Wash|Wis"
)
#: The provinces of Canada.
PROVINCE_NAMES = (
    "Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland|Nova Scotia|Ontario|Quebec|Saskatchewan"
)
STATE_CODES = (
    "A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|"
    "V[AT]|W[AIVY]"
)
CODES = frozenset(
    """
    AK AL AR AZ CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK
    OR PA PR RI SC SD TN TX UT VA VT WA WI WV WY
    """.split()  # noqa: SIM905
)
STATE = f"{STATE_NAMES}|{STATE_CODES}"

#: Towns begin with these, names of people hardly ever.
TOWN_STARTS = frozenset(
    """
    baton bowling broken cedar coral corpus council des downtown east eau el elk fond fort ft glen grand greater
    kansas la lake las little los mount mt new north northeast northwest old oklahoma palm port puerto saint salt
    san santa sioux south southeast southwest st terre upper west
    """.split()  # noqa: SIM905
)
#: Towns end with these, and names of people do, too: those need a given name before them.
TOWN_ENDS = frozenset(
    """
    bay beach bend bluff bluffs city county creek crossing falls forest grove harbor haven heights hill hills
    island junction lake landing meadows mesa mills park point pointe prairie rapids ridge river rock shores
    springs station township vale valley view village
    """.split()  # noqa: SIM905
)
