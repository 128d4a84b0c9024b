from tests.cli.commands import run


def test_words_are_found_by_their_beginnings() -> None:
    found = run("vocabulary", "find", "wire", "ed")
    assert found.stdout.split()[0] == "wire-edm"
    assert run("vocabulary", "find", "flux capacitor").exit_code == 1
