"""What lint finds: each kind of remark on a ruleset that has just that fault, and none on one that has none."""

from pathlib import Path
from typing import Any

import pytest

from hegui.engine.quality import lint
from hegui.engine.quality.lint import Remark
from hegui.engine.ruleset import RulesetError
from tests.quality.small import Data, both, example, norm, state, write

READING: Data = {"title": both("读法"), "problem": both("?"), "fixed": True, "resolution": both("如此")}


def rules(folder: Path) -> list[tuple[str, str]]:
    return [(remark.rule, remark.subject) for remark in lint(folder)]


def test_there_is_nothing_to_mend_in_what_lacks_nothing(tmp_path: Path) -> None:
    assert rules(write(tmp_path, {"N-1": norm(), "N-2": state()})) == []


@pytest.mark.parametrize(
    ("rule", "changed"),
    [
        ("no-basis", {"bases": []}),
        ("no-documents", {"documents": []}),
        ("no-title", {"title": {"zh": "答复", "en": " "}}),
        ("no-message", {"message": {"zh": " ", "en": "it"}}),
        ("no-remedy", {"remedy": {"zh": " ", "en": "answer"}}),
        ("no-because", {"severity": {"level": "minor", "because": {"zh": "例", "en": " "}}}),
        ("never", {"applies": "it.final and not it.final"}),
        ("never", {"requires": None, "forbids": "it.resolved and not it.resolved"}),
    ],
)
def test_a_norm_lacks_something(rule: str, changed: dict[str, Any], tmp_path: Path) -> None:
    found = rules(write(tmp_path, {"N-1": state(**changed)}))
    assert found == [(rule, "N-1")]


def test_what_can_never_hold_is_named_even_where_a_breach_cannot(tmp_path: Path) -> None:
    """A norm that says by its note that it is only looked at by a person may have no breach; it has to apply."""
    never = "it.final and not it.final"
    changed = {"requires": None, "forbids": never, "review": "it.resolved", "note": both("由人判断")}
    assert rules(write(tmp_path / "breach", {"N-1": state(**changed)})) == []
    [remark] = lint(write(tmp_path / "both", {"N-1": state(**changed, applies=never)}))
    assert (remark.rule, remark.what) == ("never", "applies can never hold")
    [remark] = lint(write(tmp_path / "no_review", {"N-1": state(requires=None, forbids=never)}))
    assert (remark.rule, remark.what) == ("never", "a breach can never hold")


def test_a_norm_without_examples(tmp_path: Path) -> None:
    found = rules(write(tmp_path, {"N-1": state(examples=[])}))
    assert found[0] == ("no-example", "N-1")
    assert [rule for rule, _ in found[1:]] == ["missing-example"] * 3


@pytest.mark.parametrize("status", ["met", "violated", "undetermined"])
def test_a_status_that_no_example_shows(status: str, tmp_path: Path) -> None:
    examples = [one for one in state()["examples"] if status not in one]
    folder = write(tmp_path / "silent", {"N-1": state(examples=examples)})
    [remark] = lint(folder)
    assert (remark.rule, status in remark.what) == ("missing-example", True)
    assert rules(write(tmp_path / "told", {"N-1": state(examples=examples, note=both("不能"))})) == []


def test_the_last_good_and_the_first_bad_day_of_a_deadline(tmp_path: Path) -> None:
    met, violated, undetermined = norm()["examples"]
    early = example("met", received_on="2018-03-05", replied_on="2018-03-14")
    late = example("violated", received_on="2018-03-05", replied_on="2018-03-19")
    for name, examples, what in (
        ("good", [early, violated, undetermined], "the last good day"),
        ("bad", [met, late, undetermined], "the first bad day"),
    ):
        [remark] = lint(write(tmp_path / name, {"N-1": norm(examples=examples)}))
        assert (remark.rule, remark.what) == ("deadline-boundary", f"no example shows {what}")


def test_a_pending_and_an_open_breach_show_the_boundary_too(tmp_path: Path) -> None:
    examples = [
        example("met", received_on="2018-03-05", replied_on="2018-03-05"),
        example("pending", "2018-03-15", received_on="2018-03-05", replied_on="not_done"),
        example("violated", "2018-03-16", received_on="2018-03-05", replied_on="not_done"),
        example("undetermined", received_on="2018-03-05"),
    ]
    assert rules(write(tmp_path, {"N-1": norm(examples=examples)})) == []


def test_a_concept_and_a_reading_that_nothing_uses(tmp_path: Path) -> None:
    settled = {"title": both("已化解"), "of": [{"c": "complaints"}], "holds": "c.resolved"}
    folder = write(
        tmp_path,
        {"N-1": state(requires="settled(it)")},
        concepts={"settled": settled, "spare": {**settled, "title": both("备用")}},
        readings={"odd": READING},
    )
    assert rules(folder) == [("unused-concept", "spare"), ("unused-reading", "odd")]


def test_a_concept_that_another_uses_and_a_reading_of_a_definition_are_used(tmp_path: Path) -> None:
    settled = {"title": both("已化解"), "of": [{"c": "complaints"}], "holds": "c.resolved"}
    outer = {"title": both("外"), "of": [{"c": "complaints"}], "holds": "settled(c)"}
    folder = write(
        tmp_path,
        {"N-1": state(requires="outer(it)")},
        concepts={"settled": settled, "outer": outer},
        readings={"odd": READING},
        definitions={"D-1": {"title": both("定义"), "means": both("含义"), "readings": ["odd"]}},
        text=[{"definition": "定义", "norms": ["D-1"]}, {"act": "化解。", "norms": ["N-1"]}],
    )
    assert rules(folder) == []


def test_an_umbrella_needs_words_too(tmp_path: Path) -> None:
    umbrella = {
        "modality": "obligation",
        "title": both("总"),
        "follows_from": ["N-1"],
        "severity": {"level": "derived", "because": both("例")},
        "message": {"zh": "总", "en": " "},
        "remedy": both("例"),
    }
    assert rules(write(tmp_path, {"N-1": state(), "U": umbrella})) == [("no-message", "U")]


def test_a_remark_names_file_and_line(tmp_path: Path) -> None:
    folder = write(tmp_path, {"N-1": state(bases=[])})
    [remark] = lint(folder)
    place = f"{folder / 'clauses' / '01.yaml'}:{remark.line}"
    assert str(remark) == f"{place}: N-1: the norm cites no law [no-basis]"
    assert "modality:" in (folder / "clauses" / "01.yaml").read_text(encoding="utf-8").split("\n")[remark.line - 1]


def test_a_message_with_a_field_that_is_not_there_does_not_load(tmp_path: Path) -> None:
    with pytest.raises(RulesetError, match="no field answered_on"):
        lint(write(tmp_path, {"N-1": state(message=both("{it.answered_on}"))}))


def test_a_remark_of_no_file_names_none() -> None:
    assert str(Remark("no-basis", "N-1", "", 0, "the norm cites no law")) == "N-1: the norm cites no law [no-basis]"
