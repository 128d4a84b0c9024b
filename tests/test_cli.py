import json
import os
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import recruit as recruit_package
from recruit.cli import recruit

JOB = "CNC lathe setup machinist. Required: Okuma lathe, OSP control, micrometers. Preferred: Mastercam."
TURNER = "Set up and ran an Okuma lathe with OSP control for six years. Micrometers every day."
BAKER = "Baker in a small town. Bread, rolls, early mornings."


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, with a job and two resumes, where nothing else is set."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RECRUIT_DATA_DIR", str(tmp_path / "data"))
    (tmp_path / "job.txt").write_text(JOB)
    (tmp_path / "resumes").mkdir()
    (tmp_path / "resumes" / "turner.txt").write_text(TURNER)
    (tmp_path / "resumes" / "baker.txt").write_text(BAKER)
    return tmp_path


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(recruit, arguments, input=stdin)


def test_help_names_every_command() -> None:
    words = run("--help").stdout.split()
    assert {"read", "extract", "match", "evaluate", "serve", "worker", "demo", "db", "user"} <= set(words)


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("match", "job.txt"),
        ("match", "job.txt", "resumes", "--top", "0"),
        ("extract", "a", "--kind", "b"),
    ],
)
def test_wrong_use_exits_with_two_and_prints_nothing(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")


def test_a_wrong_setting_is_wrong_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECRUIT_PORT", "high")
    result = run("read", "job.txt")
    assert result.exit_code == 2
    assert "RECRUIT_PORT is 'high'" in result.stderr


def test_read_prints_text_and_verdict() -> None:
    result = run("read", "job.txt")
    assert result.exit_code == 0
    assert "job.txt  (text/plain, 1 page, " in result.stdout
    assert JOB in result.stdout


def test_read_names_what_failed_and_prints_the_rest(work: Path) -> None:
    (work / "empty.pdf").touch()
    result = run("read", "job.txt", "empty.pdf", "--json")
    assert result.exit_code == 1
    body = json.loads(result.stdout)
    assert [row["file"] for row in body["documents"]] == ["job.txt"]
    assert [row["code"] for row in body["failed"]] == ["empty"]
    assert result.stderr.startswith("empty.pdf: empty: ")


def test_reading_files_makes_no_data_folder(work: Path) -> None:
    run("match", "job.txt", "resumes")
    assert not (work / "data").exists()


def test_extract_gives_the_fields_of_the_contract() -> None:
    body = json.loads(run("extract", "resumes/turner.txt", "--json").stdout)
    fields = {"start", "end", "text", "category", "concept", "polarity", "years", "section"}
    assert body["mentions"]
    for mention in body["mentions"]:
        assert fields <= set(mention)
        assert body["text"][mention["start"] : mention["end"]] == mention["text"]


def test_extract_reads_standard_input() -> None:
    result = run("extract", "-", "--kind", "job", "--json", stdin=JOB)
    polarities = {mention["polarity"] for mention in json.loads(result.stdout)["mentions"]}
    assert polarities == {"required", "preferred"}


def test_extract_of_a_missing_file_is_json_too() -> None:
    result = run("extract", "nowhere.pdf", "--json")
    assert result.exit_code == 1
    assert [row["code"] for row in json.loads(result.stdout)["failed"]] == ["missing"]


def test_match_prints_the_best_first_in_80_columns() -> None:
    result = run("match", "job.txt", "resumes", "--explain")
    assert result.exit_code == 0
    assert result.stdout.index("turner.txt") < result.stdout.index("baker.txt")
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_match_gives_parts_that_add_up_to_the_score() -> None:
    body = json.loads(run("match", "job.txt", "resumes", "--json").stdout)
    assert [row["rank"] for row in body["results"]] == [1, 2]
    for row in body["results"]:
        assert sum(part["points"] for part in row["parts"]) == pytest.approx(row["score"])


def test_match_explains_with_the_words_of_both_texts() -> None:
    best = json.loads(run("match", "job.txt", "resumes", "--json", "--explain", "--top", "1").stdout)["results"][0]
    evidence = [words for part in best["parts"] for reason in part["reasons"] for words in reason["evidence"]]
    assert evidence
    for words in evidence:
        assert TURNER[words["start"] : words["end"]] == words["text"]


def test_match_with_a_damaged_resume_ranks_the_rest(work: Path) -> None:
    (work / "resumes" / "cut.pdf").write_bytes(b"%PDF-1.7\n")
    result = run("match", "job.txt", "resumes", "--json")
    assert result.exit_code == 1
    assert len(json.loads(result.stdout)["results"]) == 2
    assert "resumes/cut.pdf: corrupt: " in result.stderr


def test_evaluate_prints_every_ranker_and_what_the_matcher_gains(work: Path) -> None:
    rows = [{"id": name, "text": text} for name, text in {"turner": TURNER, "baker": BAKER}.items()]
    (work / "resumes.jsonl").write_text("\n".join(map(json.dumps, rows)))
    (work / "jobs.jsonl").write_text(json.dumps({"id": "lathe", "text": JOB}))
    (work / "qrels.tsv").write_text("job\tresume\tgrade\nlathe\tturner\t3\n")
    printed = run("evaluate", ".", "--per-job").stdout
    assert max(map(len, printed.splitlines())) <= 80
    assert {"recruit", "TF-IDF", "BM25"} <= set(printed.split())
    body = json.loads(run("evaluate", ".", "--json").stdout)
    assert [ranker["ndcg_at_10"]["mean"] for ranker in body["ranking"]["rankers"]] == [1.0, 1.0, 1.0]


def test_evaluate_says_what_a_folder_lacks() -> None:
    result = run("evaluate", ".")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "holds nothing to measure on" in result.stderr


def test_import_needs_something_that_is_there() -> None:
    assert run("import").exit_code == 2
    assert run("import", "nowhere").exit_code == 2


def test_import_without_an_agency_says_how_to_make_one() -> None:
    result = run("import", "resumes")
    assert result.exit_code == 1
    assert "recruit organization add" in result.stderr


def test_import_names_what_failed_and_writes_a_report(work: Path) -> None:
    run("organization", "add", "Square Staffing", "--kind", "agency")
    (work / "resumes" / "=nothing.pdf").touch()
    result = run("import", "resumes", "--report", "report.csv")
    assert result.exit_code == 1
    assert "3 of 3 files done" in result.stdout
    assert result.stderr.startswith("resumes/=nothing.pdf: empty: ")
    report = (work / "report.csv").read_text(encoding="utf-8-sig")
    assert "resumes/turner.txt,imported," in report
    again = run("import", "resumes/turner.txt")
    assert again.exit_code == 0
    assert "duplicates, skipped" in again.stdout


def test_a_port_in_use_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = run("serve", "--port", port)
    assert result.exit_code == 2
    assert port in result.stderr
    assert "Traceback" not in result.stderr


# Each of these starts the program as a person does.

PATIENCE_SECONDS = 120
START = [sys.executable, "-P", "-m", "recruit"]


@contextmanager
def started(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server that has told its address, and the address; ended when the test has not done so."""
    with subprocess.Popen(
        [*START, *arguments], env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        watchdog = threading.Timer(PATIENCE_SECONDS, process.kill)
        watchdog.start()
        try:
            assert process.stdout is not None
            told = next(line for line in iter(process.stdout.readline, "") if line.startswith("recruit is at "))
            yield process, told.removeprefix("recruit is at ").strip()
        finally:
            watchdog.cancel()
            process.kill()


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(recruit_package.__file__).parents[1])}


@pytest.mark.parametrize(
    ("command", "number"), [(["up", "--no-demo"], signal.SIGINT), (["serve"], signal.SIGTERM)], ids=["up", "serve"]
)
def test_the_app_answers_and_stops_cleanly(command: list[str], number: signal.Signals) -> None:
    with started(*command, "--port", "0") as (process, address):
        with urllib.request.urlopen(address, timeout=PATIENCE_SECONDS) as page:  # noqa: S310  # our own address
            assert page.status == 200
        process.send_signal(number)
        _, complaints = process.communicate(timeout=PATIENCE_SECONDS)
    assert process.returncode in {0, 130}
    assert complaints == ""


def test_the_worker_alone_stops_cleanly() -> None:
    with subprocess.Popen(
        [*START, "worker"], env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("The worker runs.")
        process.send_signal(signal.SIGINT)
        _, complaints = process.communicate(timeout=PATIENCE_SECONDS)
    assert (process.returncode, complaints) == (0, "")


def test_a_user_is_added_with_a_password_from_standard_input() -> None:
    assert run("organization", "add", "Square Staffing", "--kind", "agency").exit_code == 0
    person = [
        "--email",
        "new@example.com",
        "--name",
        "New",
        "--organization",
        "Square Staffing",
        "--role",
        "viewer",
    ]
    added = run("user", "add", *person, stdin="a long enough password\n")
    assert (added.exit_code, added.stdout) == (0, "new@example.com can log in.\n")
    again = run("user", "add", *person, stdin="a long enough password\n")
    assert (again.exit_code, again.stdout) == (1, "")


def test_an_employer_needs_an_agency_that_exists() -> None:
    result = run("organization", "add", "Tuff Turning", "--kind", "employer", "--agency", "Nobody")
    assert result.exit_code == 1
    assert "Nobody" in result.stderr


def test_the_index_is_built_from_the_database() -> None:
    assert run("db", "upgrade").exit_code == 0
    assert run("db", "rebuild-index").stdout == "The ranking index holds 0 people.\n"
