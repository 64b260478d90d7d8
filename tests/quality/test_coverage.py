"""Coverage finds a character that was changed, an act without a norm, a norm and a definition without words."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from hegui.engine.quality import coverage_of
from hegui.engine.ruleset import Ruleset, RulesetError, load_ruleset
from tests.quality.small import Data, both, norm, state, write


def with_segment(ruleset: Ruleset, number: int, text: str) -> Ruleset:
    """The ruleset with other words in one segment of its first clause, and the old digests."""
    [clause] = ruleset.clauses
    segments = tuple(replace(one, text=text) if place == number else one for place, one in enumerate(clause.segments))
    return replace(ruleset, clauses=(replace(clause, segments=segments),))


def test_a_text_whose_acts_all_ground_norms_is_covered(tmp_path: Path) -> None:
    coverage = coverage_of(load_ruleset(write(tmp_path, {"N-1": norm()})))
    assert coverage.complete
    assert coverage.problems == ()
    [clause] = coverage.clauses
    assert clause.norms == ("N-1",)
    assert [(one.role, one.text, one.norms) for one in clause.segments] == [
        ("bearer", "你公司", ()),
        ("act", "应当答复用户。", ("N-1",)),
    ]


@pytest.mark.parametrize("text", ["应当答复用戶。", "应当答复用户", "应当答复用户。 ", "应当答复用户.", ""])
def test_a_changed_character_is_found(text: str, tmp_path: Path) -> None:
    coverage = coverage_of(with_segment(load_ruleset(write(tmp_path, {"N-1": norm()})), 1, text))
    assert not coverage.complete
    assert any("the segments do not join to the text" in problem for problem in coverage.clauses[0].problems)
    assert any("the text that the ruleset pins" in problem for problem in coverage.problems)


def test_a_changed_character_does_not_even_load(tmp_path: Path) -> None:
    folder = write(tmp_path, {"N-1": norm()})
    file = folder / "clauses" / "01.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("应当答复用户。", "应当答复用戶。"), encoding="utf-8")
    with pytest.raises(RulesetError, match="the segments do not join to the text that the digest pins"):
        load_ruleset(folder)


def test_words_moved_from_one_segment_to_the_next_are_the_same_text(tmp_path: Path) -> None:
    text: list[Data] = [{"bearer": "你"}, {"connective": "公司"}, {"act": "应当答复用户。", "norms": ["N-1"]}]
    there = load_ruleset(write(tmp_path / "one", {"N-1": norm()}))
    here = load_ruleset(write(tmp_path / "other", {"N-1": norm()}, text=text))
    assert coverage_of(here).complete
    assert coverage_of(here).text_digest == coverage_of(there).text_digest


def test_an_act_without_a_norm_is_found(tmp_path: Path) -> None:
    text: list[Data] = [{"act": "应当答复用户,", "norms": ["N-1"]}, {"act": "并登记。"}]
    coverage = coverage_of(load_ruleset(write(tmp_path, {"N-1": norm()}, text=text)))
    assert not coverage.complete
    [problem] = coverage.clauses[0].problems
    assert problem.endswith("no norm rests on 「并登记。」")


@pytest.mark.parametrize("role", ["heading", "bearer", "condition", "deadline", "authority", "connective"])
def test_other_words_need_no_norm(role: str, tmp_path: Path) -> None:
    text: list[Data] = [{"act": "应当答复用户,", "norms": ["N-1"]}, {role: "并登记。"}]
    assert coverage_of(load_ruleset(write(tmp_path, {"N-1": norm()}, text=text))).complete


def test_a_norm_without_words_is_found_unless_it_comes_from_outside(tmp_path: Path) -> None:
    text: list[Data] = [{"act": "应当答复用户。", "norms": ["N-1"]}]
    folder = write(tmp_path / "inside", {"N-1": norm(), "N-2": state()}, text=text)
    [problem] = coverage_of(load_ruleset(folder)).clauses[0].problems
    assert problem.endswith("N-2 rests on no words of the clause")
    outside = write(tmp_path / "outside", {"N-1": norm(), "N-2": state(origin="external")}, text=text)
    assert coverage_of(load_ruleset(outside)).complete


def test_a_definition_without_words_is_found(tmp_path: Path) -> None:
    folder = write(tmp_path, {"N-1": norm()}, definitions={"D-1": {"title": both("定义"), "means": both("含义")}})
    [problem] = coverage_of(load_ruleset(folder)).clauses[0].problems
    assert problem.endswith("the definition D-1 rests on no words of the clause")
