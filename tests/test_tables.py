import json

import pytest

from recruit.documents.evaluate import ReadingReport, ReadingRow
from recruit.matching.evaluate import JobFigures, RankerFigures, RankingReport
from recruit.matching.evaluate_extraction import CategoryFigures, ExtractionReport, ExtractorFigures, Share
from recruit.matching.measures import Agreement, Estimate
from recruit.services.demo import DemoLogin, DemoLogins
from recruit.services.evaluate import Evaluation
from recruit.services.terminal import FileRanking, RankedFile
from recruit.tables.evaluation import evaluation_json, evaluation_lines
from recruit.tables.files import bar, match_json, match_lines
from recruit.tables.lines import COLUMNS
from recruit.tables.logins import login_lines
from recruit.tables.reading import reading_lines
from recruit.vocabulary.shapes import Category, Evidence, MatchResult, Outcome, Reason, ScorePart

HELD = Evidence(start=10, end=20, text="ran Okuma\n  lathes")
SKILLS = ScorePart(
    feature="required_skills",
    label="Required skills",
    points=30.0,
    max_points=60.0,
    stated=True,
    reasons=(
        Reason(outcome=Outcome.MET, sentence="Okuma asked and held, " * 6, points=30.0, evidence=(HELD,)),
        Reason(outcome=Outcome.NOT_STATED, sentence="Reads prints: not stated, ask.", required=True),
    ),
)
TRADE = ScorePart(feature="trade", label="Trade", points=40.0, max_points=40.0, stated=True)
RANKING = FileRanking(
    job="job.txt",
    pool_size=9,
    ranked=(
        RankedFile(
            rank=1, name="turner.pdf", result=MatchResult(score=70.0, parts=(SKILLS, TRADE), model_version="1")
        ),
    ),
    failed=(),
)


def estimate(mean: float) -> Estimate:
    return Estimate(mean=mean, low=mean - 0.1, high=mean)


def ranker(name: str, mean: float) -> RankerFigures:
    job = JobFigures(
        job_id="lathe",
        ndcg_at_10=mean,
        recall_at_20=mean,
        reciprocal_rank=mean,
        zeros_in_first_five=1,
        first_ten=("a", "b"),
    )
    return RankerFigures(
        name=name,
        ndcg_at_10=estimate(mean),
        recall_at_20=estimate(mean),
        mrr=estimate(mean),
        zeros_in_first_five=1,
        jobs=(job,),
    )


def figures(category: Category | None) -> CategoryFigures:
    agreement = Agreement(right=3, predicted=4, gold=6)
    return CategoryFigures(category=category, exact=agreement, lenient=agreement)


def extractor(name: str) -> ExtractorFigures:
    return ExtractorFigures(
        name=name,
        categories=(figures(Category.MACHINE),),
        micro=figures(None),
        polarity=Share(3, 4),
        concept=Share(1000, 1000),
        years=Share(0, 0),
        traps=2,
        trap_hits=0,
    )


def reading_row(file: str, outcome: str, order: float | None, **peers: float | None) -> ReadingRow:
    return ReadingRow(
        file=file,
        made="typed",
        media_type="application/pdf",
        expected="text",
        outcome=outcome,
        message=None if order else "This file is something else, which cannot be read. Save it as PDF.",
        order=order,
        order_by_peer=peers,
        has_ocr=True,
    )


READING = ReadingReport(
    rows=(
        reading_row("two columns.pdf", "text", 0.99, pypdfium2=0.712, pdfminer=None),
        reading_row("a name that is far too long for its column.pdf", "unsupported_type", None, pypdfium2=1.0),
        reading_row("mixed up.pdf", "text", 0.5, pypdfium2=1.0, pdfminer=None),
    ),
    install_by_peer={"pdfminer": "pip install it"},
)

EVALUATION = Evaluation(
    ranking=RankingReport(
        n_jobs=1,
        n_resumes=9,
        model_version="1",
        rankers=(ranker("recruit", 0.9), ranker("TF-IDF", 0.7), ranker("BM25", 0.8)),
    ),
    extraction=(
        ExtractionReport(
            name="extraction.jsonl",
            n_texts=5,
            extractors=tuple(extractor(name) for name in ("recruit", "PhraseMatcher", "substrings")),
        ),
    ),
    reading=READING,
)


def test_the_bar_is_as_full_as_the_score() -> None:
    drawn = bar(RANKING.ranked[0].result.parts)
    assert drawn == "[" + "=" * 15 + "." * 15 + "|" + "=" * 20 + "]"


@pytest.mark.parametrize("explain", [False, True])
def test_a_ranking_fits_into_80_columns(explain: bool) -> None:
    assert max(map(len, match_lines(RANKING, explain=explain))) <= COLUMNS


def test_a_ranking_names_what_is_not_stated() -> None:
    assert "? Reads prints: not stated, ask." in "\n".join(match_lines(RANKING, explain=False))


def test_an_explained_ranking_quotes_the_resume_on_one_line() -> None:
    assert '"ran Okuma lathes" at 10' in "\n".join(match_lines(RANKING, explain=True))


def test_json_without_explanation_keeps_the_sentences_only() -> None:
    row = match_json(RANKING, explain=False)["results"][0]
    assert row["missing"] == ["Reads prints: not stated, ask."]
    assert "reasons" not in row["parts"][0]


def test_an_evaluation_fits_into_80_columns_and_shows_the_gain_on_each_ranker() -> None:
    lines = list(evaluation_lines(EVALUATION, per_job=True))
    assert max(map(len, lines)) <= COLUMNS
    assert any(line.startswith("- gain on TF-IDF") and "+0.200" in line for line in lines)


def test_the_json_of_an_evaluation_names_what_follows_from_the_counts() -> None:
    report = evaluation_json(EVALUATION)["extraction"][0]
    assert report["micro"]["exact"] == {
        "right": 3,
        "predicted": 4,
        "gold": 6,
        "precision": 0.75,
        "recall": 0.5,
        "f1": 0.6,
    }
    assert (report["extractor"], report["polarity_accuracy"]) == ("recruit", 0.75)
    assert [peer["extractor"] for peer in report["peers"]] == ["PhraseMatcher", "substrings"]


def test_every_extractor_stands_below_ours_with_what_it_took_for_a_skill() -> None:
    lines = "\n".join(evaluation_lines(EVALUATION, per_job=False))
    assert lines.index("all (micro)") < lines.index("PhraseMatcher")
    assert "0.750 of 4    1.000 of 1000              -   0 of 2" in lines


def test_logins_are_printed_once_a_role() -> None:
    rows = tuple(DemoLogin(email=f"{n}@demo.example", display_name=n, role="viewer") for n in ("a", "b"))
    assert list(login_lines(DemoLogins(password="open", logins=rows)))[1:] == ["  a@demo.example           viewer"]


def test_the_reading_table_fits_into_80_columns() -> None:
    assert max(map(len, reading_lines(READING))) <= COLUMNS


def test_the_reading_table_shows_ours_beside_the_plain_readers() -> None:
    lines = list(reading_lines(READING))
    assert "two columns.pdf          text      text        0.990        0.712            -" in lines
    assert "mixed up.pdf             text      text        0.500        1.000            - !" in lines
    assert "a name that is far too ~ text      unsupporte~     -        1.000 !" in lines


def test_the_reading_table_ends_with_means_and_with_what_went_wrong() -> None:
    text = "\n".join(reading_lines(READING))
    assert "text files: 2 of 3 as expected, mean order 0.745" in text
    assert "  pypdfium2     0.904   ours on the same 3 files 0.497" in text
    assert "pdfminer is not installed, so its column is empty: pip install it." in text
    assert "1 of 3 files as expected." in text
    assert "- mixed up.pdf: order 0.500, less than 0.97" in text
    assert "expected text, got unsupported_type" in " ".join(text.split())


def test_the_reading_table_is_json_too() -> None:
    body = json.loads(json.dumps(evaluation_json(EVALUATION)))["reading"]
    assert [row["is_right"] for row in body["files"]] == [True, False, True]
    assert body["groups"]["text files"]["n_files"] == 3
    assert body["not_installed"] == {"pdfminer": "pip install it"}
