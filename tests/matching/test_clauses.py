from recruit.matching.clauses import Clauses


def pieces(text: str) -> list[str]:
    clauses = Clauses(text)
    return [text[start : clauses.span(start)[1]].strip() for start in clauses.starts]


def test_sentences_and_semicolons_end_a_statement() -> None:
    assert pieces("no tig. runs mig; some stick") == ["no tig.", "runs mig;", "some stick"]


def test_abbreviations_and_decimals_do_not() -> None:
    assert pieces("sect. 9 to .0005 with prog. dies") == ["sect. 9 to .0005 with prog. dies"]


def test_a_short_line_ends_a_statement_and_a_wrapped_one_does_not() -> None:
    assert pieces("no tig\nmig") == ["no tig", "mig"]
    wrapped = (
        "i have never in my life worked with tig in a shop or with\n"
        "any other electric welding of thin tubes at all, not even once"
    )
    assert pieces(wrapped) == [wrapped]


def test_a_row_of_a_table_is_one_statement() -> None:
    assert pieces("heidenhain    | 0   | none\nfanuc    | 9   | daily") == [
        "heidenhain    | 0   | none",
        "fanuc    | 9   | daily",
    ]
