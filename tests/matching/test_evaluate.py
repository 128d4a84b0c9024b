import pytest

from recruit.errors import InvalidDocumentSet
from recruit.matching.evaluate import evaluate_ranking
from tests.matching.rows import write_rows

RESUMES = [
    {"id": "ana", "text": "Ana Ruiz\nCNC lathe operator, turning, Haas control, micrometers"},
    {"id": "ben", "text": "Ben Ode\nTIG welder, GTAW on stainless steel"},
    {"id": "eva", "text": "Eva Lind\nCabinetmaker, veneer, CNC router"},
]
JOBS = [
    {"id": "lathe", "text": "CNC lathe operator: turning on a Haas, micrometers"},
    {"id": "weld", "text": "TIG welder: GTAW, stainless steel"},
]


@pytest.fixture
def folder(tmp_path):
    write_rows(tmp_path / "resumes.jsonl", RESUMES)
    write_rows(tmp_path / "jobs.jsonl", JOBS)
    (tmp_path / "qrels.tsv").write_text("job\tresume\tgrade\treason\nlathe\tana\t3\tfits\nweld\tben\t2\tfits\n")
    return tmp_path


def test_ranking_is_measured_beside_plain_rankers(folder):
    report = evaluate_ranking(folder)
    assert (report.n_jobs, report.n_resumes) == (2, 3)
    assert [ranker.name for ranker in report.rankers] == ["recruit", "TF-IDF", "BM25"]
    ours = report.rankers[0]
    assert ours.ndcg_at_10.mean == ours.mrr.mean == ours.recall_at_20.mean == 1.0
    assert ours.zeros_in_first_five == 4
    assert ours.jobs[0].first_ten[0] == "ana"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("resumes.jsonl", "", "holds no rows"),
        ("resumes.jsonl", '{"id": "a", "text": "x"}\n{broken\n', "line 2"),
        ("resumes.jsonl", '{"id": "a"}\n', "no text"),
        ("resumes.jsonl", "[1]\n", "no id and no text"),
        ("qrels.tsv", "job\tresume\tgrade\nlathe\tana\n", "line 2"),
        ("qrels.tsv", "lathe\tana\t9\n", "grade 0-3"),
    ],
)
def test_a_folder_that_is_not_as_documented_is_refused_by_file_and_line(folder, name, content, says):
    (folder / name).write_text(content)
    with pytest.raises(InvalidDocumentSet, match=says) as caught:
        evaluate_ranking(folder)
    assert name in str(caught.value)
