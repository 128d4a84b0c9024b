import json

import pytest

from recruit.errors import InvalidDocumentSet
from recruit.matching.evaluate import evaluate_extraction, evaluate_ranking, read_qrels, read_rows
from recruit.vocabulary.shapes import Category

RESUMES = [
    {"id": "ana", "text": "Ana Ruiz\nCNC lathe operator, turning, Haas control, micrometers"},
    {"id": "ben", "text": "Ben Ode\nTIG welder, GTAW on stainless steel"},
    {"id": "eva", "text": "Eva Lind\nCabinetmaker, veneer, CNC router"},
]
JOBS = [
    {"id": "lathe", "text": "CNC lathe operator: turning on a Haas, micrometers"},
    {"id": "weld", "text": "TIG welder: GTAW, stainless steel"},
]


def write_rows(path, rows):
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


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


def test_extraction_is_counted_by_category_and_polarity(tmp_path):
    text = "Requirements: TIG welding and gizmo work. No Haas."
    rows = [
        {
            "id": "x",
            "kind": "job",
            "text": text,
            "mentions": [
                {"start": 14, "end": 25, "category": "process", "polarity": "required"},
                {"start": 30, "end": 40, "category": "machine", "polarity": "required"},
            ],
            "traps": [{"start": 45, "end": 49}],
        }
    ]
    write_rows(tmp_path / "extraction-one.jsonl", rows)
    (report,) = evaluate_extraction(tmp_path)
    by_category = {row.category: row for row in report.categories}
    assert report.n_texts == 1
    assert by_category[Category.PROCESS].exact.right == 1
    assert by_category[Category.MACHINE].exact.right == 0
    assert report.micro.exact.gold == 2
    assert report.polarity_accuracy == 1.0
    assert report.traps == 1


def test_what_only_touches_an_ignored_span_is_not_counted(tmp_path):
    row = {"id": "x", "text": "TIG welding", "truth": {"mentions": [], "ignore": [[0, 11]]}}
    write_rows(tmp_path / "resumes.jsonl", [row])
    (report,) = evaluate_extraction(tmp_path)
    assert report.micro.exact.predicted == 0


def test_a_folder_without_labels_gives_no_report(folder):
    assert evaluate_extraction(folder) == ()


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


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InvalidDocumentSet, match=r"jobs\.jsonl is not there"):
        read_rows(tmp_path / "jobs.jsonl", needs=("id",))


def test_a_line_separator_inside_a_text_does_not_end_the_row(tmp_path):
    write_rows(tmp_path / "rows.jsonl", [{"text": "one\u2028two"}])
    assert read_rows(tmp_path / "rows.jsonl", needs=("text",)) == [{"text": "one\u2028two"}]


def test_grades_are_read_with_or_without_a_header(tmp_path):
    (tmp_path / "qrels.tsv").write_text("J1\tR1\t3\tbecause\nJ1\tR2\t1\n\n")
    assert read_qrels(tmp_path / "qrels.tsv") == {"J1": {"R1": 3, "R2": 1}}
