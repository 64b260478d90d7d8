"""Running the examples of norms."""

from pathlib import Path

from hegui.engine.quality import run_norm_tests
from hegui.engine.status import Status
from tests.quality.small import example, norm, state, write


def test_examples_that_come_out_as_they_say(tmp_path: Path) -> None:
    [result] = run_norm_tests(write(tmp_path, {"N-1": norm()}))
    assert (result.norm, result.examples, result.failures, result.not_shown) == ("N-1", 3, (), ())
    assert result.passed


def test_one_that_does_not_is_told_with_its_place(tmp_path: Path) -> None:
    wrong = norm(examples=[example("met", received_on="2018-03-05", replied_on="2018-03-16")])
    [result] = run_norm_tests(write(tmp_path, {"N-1": wrong}))
    assert not result.passed
    [failure] = result.failures
    assert str(failure).endswith("N-1: 例: met expected, a: violated")
    assert result.not_shown == (Status.VIOLATED, Status.UNDETERMINED)


def test_due_dates_and_causes_are_checked_where_they_are_given(tmp_path: Path) -> None:
    rolled = example("met", received_on="2018-03-07", replied_on="2018-03-19")
    good = {**rolled, "due": "2018-03-19", "strict_due": "2018-03-17"}
    bad = {**rolled, "due": "2018-03-17"}
    cause = {**example("undetermined", received_on="2018-03-05"), "cause": "judgement"}
    [result] = run_norm_tests(write(tmp_path, {"N-1": norm(examples=[good, bad, cause])}))
    assert [failure.found for failure in result.failures] == [
        "due is 2018-03-19, not 2018-03-17",
        "cause is not_stated, not judgement",
    ]


def test_facts_that_cannot_be_used_fail_the_example(tmp_path: Path) -> None:
    broken = norm(examples=[example("met", received_on="2018-02-30"), example("met", as_of="soon")])
    [result] = run_norm_tests(write(tmp_path, {"N-1": broken}))
    assert ["the facts cannot be used" in one.found for one in result.failures] == [True, False]
    assert "as_of cannot be used" in result.failures[1].found


def test_a_norm_without_examples_does_not_pass(tmp_path: Path) -> None:
    [result] = run_norm_tests(write(tmp_path, {"N-1": state(examples=[])}))
    assert (result.examples, result.passed) == (0, False)


def test_no_finding_at_all_fails_an_example(tmp_path: Path) -> None:
    missing = norm(examples=[{**example("met", received_on="2018-03-05"), "subject": "b"}])
    [result] = run_norm_tests(write(tmp_path, {"N-1": missing}))
    assert [failure.found for failure in result.failures] == ["there is no finding"]
