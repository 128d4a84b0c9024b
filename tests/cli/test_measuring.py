import json
from pathlib import Path

from tests.cli.commands import BAKER, JOB, TURNER, run


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


def test_benchmark_measures_a_folder() -> None:
    body = json.loads(run("benchmark", "documents", "resumes", "--rounds", "2", "--json").stdout)
    assert [(row["kind"], row["files"], row["refused"]) for row in body["kinds"]] == [("txt", 2, 0)]
    assert body["sandbox"]["in_process_ms"] < body["sandbox"]["cold_ms"]
    assert (body["files"], body["mixed_per_second"] > 0) == (2, True)


def test_benchmark_of_nothing_says_what_to_name(work: Path) -> None:
    (work / "empty").mkdir()
    result = run("benchmark", "documents", "empty")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Name a folder that holds documents" in result.stderr
