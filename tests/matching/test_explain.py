import pytest

from recruit.matching.explain import ask_about, missing_must_haves, top_reasons, waterfall
from recruit.matching.score import compare
from recruit.vocabulary.shapes import Outcome, Polarity
from tests.matching.shop import ANA, BEN, CONTEXT, EVA, LATHE_JOB, asked, held, job, person


@pytest.mark.parametrize("candidate", [ANA, BEN, EVA])
def test_the_rows_run_up_to_the_score(candidate):
    result = compare(LATHE_JOB, candidate, context=CONTEXT)
    rows = waterfall(result)
    assert [row.feature for row in rows] == [part.feature for part in result.parts]
    assert rows[-1].total == pytest.approx(result.score, abs=1e-9)


def test_what_is_there_is_told_before_what_is_not():
    result = compare(LATHE_JOB, BEN, context=CONTEXT)
    sentences = top_reasons(result, limit=2)
    assert sentences[0] == "turning: held."
    assert len(sentences) == 2


def test_missing_must_haves_begin_with_what_is_said_to_be_missing():
    wanted = job(asked("turning"), asked("haas"), asked("cwi"), asked("nims", Polarity.PREFERRED))
    result = compare(wanted, person(held("haas", Polarity.ABSENT)), context=CONTEXT)
    sentences = missing_must_haves(result)
    assert sentences[0] == "haas asked; the resume says no."
    assert set(sentences[1:]) == {"turning: not stated, ask about it.", "cwi: not stated, ask about it."}


def test_what_to_ask_about_begins_with_what_is_required():
    wanted = job(asked("nims", Polarity.PREFERRED), asked("turning"))
    questions = ask_about(compare(wanted, person(), context=CONTEXT))
    assert all(reason.outcome is Outcome.NOT_STATED for reason in questions)
    assert questions[0].concept == "turning"
