# ruff: noqa: RUF001 - other alphabets have letters that look like ours
import pytest

from recruit.documents.contents.language import FEWEST_WORDS, language_of

TEXTS = {
    "en": "Machinist with ten years of experience in a job shop. I ran lathes and mills, read the "
    "prints and checked "
    "my own parts with micrometers.",
    "es": "Tornero con diez años de experiencia en un taller. Manejo tornos y fresadoras, leo los "
    "planos y mido mis "
    "piezas con micrómetros.",
    "fr": "Tourneur avec dix années d'expérience dans un atelier. Je règle les machines, je lis les plans et je "
    "contrôle les pièces avec des micromètres.",
    "de": "Dreher mit zehn Jahren Erfahrung in der Werkstatt. Ich richte die Maschinen ein, lese Zeichnungen und "
    "prüfe die Teile mit der Messschraube.",
    "pt": "Torneiro com dez anos de experiência em uma oficina. Faço a preparação das máquinas, leio os "
    "desenhos e "
    "meço as peças com o micrômetro.",
    "pl": "Tokarz z dziesięcioletnim doświadczeniem w zakładzie. Ustawiam maszyny i czytam rysunki, a "
    "także mierzę "
    "detale na stanowisku oraz prowadzę zapisy do kontroli.",
    "vi": "Thợ tiện với mười năm kinh nghiệm làm việc tại xưởng. Tôi cài đặt máy và đọc bản vẽ, đo các chi tiết "
    "bằng panme của công ty.",
    "ru": "Токарь с десятилетним опытом работы в цехе. Настраиваю станки, читаю чертежи и проверяю детали "
    "микрометром, веду записи и обучаю новых рабочих.",
    "uk": "Токар з десятирічним досвідом роботи в цеху. Налаштовую верстати, читаю креслення і перевіряю деталі "
    "мікрометром, веду записи та навчаю нових робітників.",
    "zh": "车工，十年车间工作经验。会调整机床，阅读图纸，用千分尺检查自己的零件，做记录，并培训新工人。熟悉"
    "数控车床和铣床的操作。",
    "ko": "작업장에서 십 년 경력의 선반공. 기계를 설정하고 도면을 읽고 마이크로미터로 부품을 검"
    "사하며 기록을 작성하고 새로운 작업자를 교육합니다.",
    "it": "Tornitore con dieci anni di esperienza in officina. Sono capace di preparare le macchine, leggere il "
    "disegno e misurare i pezzi con il micrometro della ditta.",
    "tl": "Ako ay machinist na may sampung taon na karanasan sa trabaho sa mga makina. Nagtrabaho ako mula 2010 "
    "hanggang 2020 para sa isang kumpanya ng mga piyesa.",
    "ht": "Mwen se yon soude ki gen dis ane eksperyans nan travay ak metal. Mwen te travay pou yon gwo "
    "konpayi depi "
    "2010 jiska 2020 nan vil la ak ekip mwen.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_language_is_told_by_its_small_words_or_letters(language):
    assert language_of(TEXTS[language]) == language


def test_a_list_of_skills_without_sentences_is_english_by_its_few_words():
    text = "Jo Low\nMachinist\nSKILLS\nlathe, mill, saw, grinder, TIG, MIG, prints, mics, calipers\nEXPERIENCE\n"
    assert language_of(text + "Acme Tool, machinist, 2012 - present\nHigh school diploma\n") == "en"


def test_a_spanish_resume_with_english_names_is_spanish():
    text = "Soldador MIG y TIG con 8 años de experiencia. Trabajo en Best Welding Shop desde 2016 hasta la fecha. "
    assert language_of(text + "Leo planos y manejo montacargas. High School diploma.") == "es"


@pytest.mark.parametrize("text", ["", "12 34", "the and of to in", "lathe " * (FEWEST_WORDS - 1)])
def test_too_little_is_in_no_language(text):
    assert language_of(text) is None


def test_words_of_no_language_are_in_none():
    assert language_of("xqz wvk " * 40) is None
