"""The language of a text, by its letters and by the small words that every text of a language has."""

import re
from collections import Counter

#: Fewer words than these say too little.
FEWEST_WORDS = 20
#: So many words are enough to tell.
MOST_SIGNS = 6_000
#: The share of words that must be known ones, and of letters that must be of one alphabet. Measured on short lists
#: of skills, which have hardly any small words, and on resumes that quote a second language.
LEAST_SHARE = 0.04
LEAST_LETTERS = 0.3

#: Small words of each language that are rare in the others, and a few that resumes are made of.
WORDS_BY_LANGUAGE = {
    "en": """
        the and of to in with for on at from by is was are as my have work worked working experience years skills
        school high education references job shop ran used using all new training since present
        """,
    "es": """
        el la los las de del y en con para por una un que es como mi años experiencia trabajo trabajé empresa desde
        hasta máquinas soldador escuela educación habilidades manejo operador taller soy muy también
        """,
    "fr": """
        le la les des du et en avec pour par une un que est dans sur mon ma au aux années expérience travail depuis
        entreprise école formation compétences atelier je suis chez
        """,
    "de": """
        der die das und in mit für von bei im am zu den dem des ein eine ich ist auf als jahre erfahrung arbeit
        seit bis ausbildung schule kenntnisse firma beruf werkstatt
        """,
    "pt": """
        o a os as de do da dos das e em com para por uma um que é no na ao anos experiência trabalho empresa
        desde até escola formação habilidades máquinas operador não também
        """,
    "it": """
        il lo la gli le di del della e in con per una un che è nel sono mi anni esperienza lavoro azienda dal fino
        scuola formazione competenze macchine operaio presso
        """,
    "pl": """
        i w z na do od się oraz jest jako po przy dla nie lat lata doświadczenie praca pracy szkoła wykształcenie
        umiejętności firma obsługa zawodowa zakład operator
        """,
    "ht": """
        mwen nan ak pou yo li se te ki sou ka pa ane eksperyans travay lekòl depi jiska
        """,
    "tl": """
        ang ng sa mga na at ay ako ko para may taon karanasan trabaho nagtrabaho mula hanggang
        """,
    "nl": """
        de het een en van in met voor bij op te is ik als jaar ervaring werk sinds tot opleiding school
        vaardigheden
        """,
    "ro": """
        și în cu pentru la de pe din este sunt ani experiență muncă școală până am lucrat
        """,
    "vi": """
        và của là có tại trong với cho năm kinh nghiệm làm việc từ đến tôi máy công ty thợ trường được các những
        """,
}

#: Alphabets that one language here is written in; the first that has enough letters counts.
LETTERS_BY_LANGUAGE = {
    "ja": re.compile(r"[\u3040-\u30ff]"),
    "ko": re.compile(r"[\uac00-\ud7af]"),
    "zh": re.compile(r"[\u4e00-\u9fff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "hi": re.compile(r"[\u0900-\u097f]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
}
#: Japanese and Korean stand with the signs of Chinese: a few of their own letters tell them.
LEAST_OWN_LETTERS = {"ja": 0.05, "ko": 0.05, "zh": 0.15}
UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
#: Signs beyond the Latin, Greek and punctuation blocks.
NOT_LATIN = re.compile(r"[\u0400-\u1dff\u3040-\ud7af]")
LETTER = re.compile(r"[^\W\d_]")
WORD = re.compile(r"[^\W\d_]+")
#: Scripts without spaces have more letters than words.
LETTERS_FOR_A_WORD = 2

LANGUAGES_BY_WORD: dict[str, list[str]] = {}
for _language, _words in WORDS_BY_LANGUAGE.items():
    for _word in _words.split():
        LANGUAGES_BY_WORD.setdefault(_word, []).append(_language)


def language_of(text: str) -> str | None:
    """Tell the language a text is written in.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str or None
        An ISO 639-1 code ("tl" is Tagalog, "ht" Haitian Creole). None where too little is written to tell.

    Examples
    --------
    >>> language_of("Soldador con experiencia en el taller. " * 5)
    'es'
    >>> language_of("lathe, mill, saw") is None
    True
    """
    beginning = text[:MOST_SIGNS]
    alphabet = language_by_letters(beginning)
    if alphabet:
        return alphabet
    words = WORD.findall(beginning.lower())
    if len(words) < FEWEST_WORDS:
        return None
    hits: Counter[str] = Counter()
    for word, times in Counter(words).items():
        for language in LANGUAGES_BY_WORD.get(word, ()):
            hits[language] += times
    ranked = hits.most_common(2)
    if not ranked or ranked[0][1] < LEAST_SHARE * len(words):
        return None
    return ranked[0][0]


def language_by_letters(text: str) -> str | None:
    """Tell the languages that have an alphabet of their own."""
    if text.isascii() or len(NOT_LATIN.findall(text)) < LETTERS_FOR_A_WORD * FEWEST_WORDS:
        return None
    letters = len(LETTER.findall(text))
    for language, pattern in LETTERS_BY_LANGUAGE.items():
        own = len(pattern.findall(text))
        if own >= LEAST_OWN_LETTERS.get(language, LEAST_LETTERS) * letters:
            return "uk" if language == "ru" and UKRAINIAN.search(text) else language
    return None
