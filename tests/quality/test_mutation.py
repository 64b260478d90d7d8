"""The mutation score: strong examples kill every mutant, weak ones leave some, and each is told as it was changed."""

from pathlib import Path

from hegui.engine.quality import mutation_scores
from tests.quality.small import both, example, norm, write


def test_boundaries_on_both_sides_kill_every_mutant(tmp_path: Path) -> None:
    [score] = mutation_scores(write(tmp_path, {"N-1": norm()}))
    assert (score.norm, score.survivors, score.ratio) == ("N-1", (), 1.0)
    assert score.total == score.killed > 0


def test_a_weak_example_leaves_a_survivor(tmp_path: Path) -> None:
    weak = norm(
        examples=[
            example("met", received_on="2018-03-05", replied_on="2018-03-05"),
            example("violated", received_on="2018-03-05", replied_on="2018-05-02"),
        ]
    )
    [score] = mutation_scores(write(tmp_path, {"N-1": weak}))
    assert set(score.survivors) == {"by: days_after(it.received_on, 11)", "by: days_after(it.received_on, 9)"}
    assert (score.killed, score.ratio) == (0, 0.0)


def test_the_other_words_of_a_list_are_not_noticed_without_examples_of_them(tmp_path: Path) -> None:
    kinds = norm(
        applies="it.kind in ('service', 'charging')",
        examples=[
            example("met", kind="charging", received_on="2018-03-05", replied_on="2018-03-15"),
            example("violated", kind="charging", received_on="2018-03-05", replied_on="2018-03-16"),
            example("not_applicable", kind="other", received_on="2018-03-05", replied_on="2018-03-16"),
        ],
    )
    [score] = mutation_scores(write(tmp_path, {"N-1": kinds}))
    assert score.survivors == ("applies: it.kind in ('charging',)",)


def test_derived_values_and_judgement_are_changed_too(tmp_path: Path) -> None:
    derived = norm(
        derive={"start": "plus_days(it.received_on, 1)"},
        by="days_after(start, 9)",
        review="it.replied_on > plus_days(it.received_on, 5)",
        examples=[example("undetermined", received_on="2018-03-05", replied_on="2018-03-15")],
    )
    [score] = mutation_scores(write(tmp_path, {"N-1": derived}))
    assert {one.partition(":")[0] for one in score.survivors} == {"derive.start", "by", "review"}


def test_an_example_under_a_reading_kills_what_only_it_can_see(tmp_path: Path) -> None:
    reading = {
        "days": {
            "title": both("日"),
            "problem": both("日?"),
            "default": 10,
            "alternatives": [{"value": 22, "title": both("二十日")}],
            "resolution": both("十日"),
        }
    }
    by = "days_after(it.received_on, 10) if readings.days == 10 else days_after(it.received_on, 22)"
    plain = norm(by=by, readings=["days"])
    [before] = mutation_scores(write(tmp_path / "plain", {"N-1": plain}, readings=reading))
    others = [
        example("met", readings={"days": 22}, received_on="2018-03-05", replied_on="2018-03-27"),
        example("violated", readings={"days": 22}, received_on="2018-03-05", replied_on="2018-03-28"),
    ]
    both_ways = norm(by=by, readings=["days"], examples=[*plain["examples"], *others])
    [after] = mutation_scores(write(tmp_path / "both", {"N-1": both_ways}, readings=reading))
    assert before.survivors
    assert after.survivors == ()


def test_a_change_that_makes_no_norm_is_not_counted(tmp_path: Path) -> None:
    # days_after(…, -1) is refused: of the changes of 0 only 1 is left.
    zero = norm(
        by="days_after(it.received_on, 0)",
        examples=[
            example("met", received_on="2018-03-05", replied_on="2018-03-05"),
            example("violated", received_on="2018-03-05", replied_on="2018-03-06"),
        ],
    )
    [score] = mutation_scores(write(tmp_path, {"N-1": zero}))
    assert score.total == 1


def test_norms_are_chosen_by_the_beginning_of_their_id(tmp_path: Path) -> None:
    folder = write(tmp_path, {"N-1": norm(), "M-1": norm(), "N-2": norm()})
    assert [score.norm for score in mutation_scores(folder, ("N-",))] == ["N-1", "N-2"]
