from recruit.matching.evaluate_extraction import evaluate_extraction
from recruit.vocabulary.shapes import Category
from tests.matching.rows import write_rows

TEXT = "Requirements: TIG welding, 3 years. Gizmo work. No Haas. A tight corner."


def label(words, category, **rest):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "category": category, "polarity": "required", **rest}


def measured(folder):
    mentions = [
        label("TIG welding", "process", concept="GTAW", years=3),
        label("Gizmo work", "machine", concept="Gizmo", years=None),
    ]
    row = {"id": "x", "kind": "job", "text": TEXT, "mentions": mentions, "traps": [label("tight", "process")]}
    write_rows(folder / "extraction-one.jsonl", [row])
    (report,) = evaluate_extraction(folder)
    return report


def test_extraction_is_counted_by_category(tmp_path):
    report = measured(tmp_path)
    ours = report.extractors[0]
    by_category = {row.category: row for row in ours.categories}
    assert report.n_texts == 1
    assert by_category[Category.PROCESS].exact.right == 1
    assert by_category[Category.MACHINE].exact.right == 0
    assert ours.micro.exact.gold == 2


def test_what_a_mention_says_is_counted_of_those_found(tmp_path):
    ours = measured(tmp_path).extractors[0]
    assert (ours.polarity.right, ours.polarity.of) == (1, 1)
    assert (ours.years.right, ours.years.of) == (1, 1)
    # The label's name is another one of the same concept; that of the gizmo is none of ours.
    assert (ours.concept.right, ours.concept.of) == (1, 1)


def test_plain_extractors_are_measured_beside_ours_and_take_a_trap(tmp_path):
    by_name = {one.name: one for one in measured(tmp_path).extractors}
    assert list(by_name) == ["recruit", "PhraseMatcher", "substrings"]
    assert [one.trap_hits for one in by_name.values()] == [0, 0, 1]
    assert by_name["PhraseMatcher"].years.right == 0


def test_what_only_touches_an_ignored_span_is_not_counted(tmp_path):
    row = {"id": "x", "text": "TIG welding", "truth": {"mentions": [], "ignore": [[0, 11]]}}
    write_rows(tmp_path / "resumes.jsonl", [row])
    (report,) = evaluate_extraction(tmp_path)
    assert report.extractors[0].micro.exact.predicted == 0


def test_a_folder_without_labels_gives_no_report(tmp_path):
    write_rows(tmp_path / "jobs.jsonl", [{"id": "x", "text": "TIG welding"}])
    assert evaluate_extraction(tmp_path) == ()
