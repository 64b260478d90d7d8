"""What changed in the clauses of a ruleset: their text, and what is said about it."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from hegui.engine.changes import Kind, RulesetChanges, compare_rulesets
from tests.strategies.small import norm, write_ruleset

Clause = dict[str, Any]
_FIRST = "clauses/01.yaml"


def _changes(folder: Path, change: Callable[[Clause], object], name: str = _FIRST) -> RulesetChanges:
    """Two versions, of which the second has its only clause changed and written into a file of another name."""
    norms = {"A": norm("pushes", forbids="it.refused_on == not_done")}
    before, after = (write_ruleset(folder / side, norms) for side in ("before", "after"))
    clause = yaml.safe_load((after / _FIRST).read_text(encoding="utf-8"))
    (after / _FIRST).unlink()
    change(clause)
    text = "".join(next(iter(segment.values())) for segment in clause["text"])
    clause["digest"] = hashlib.sha256(text.encode()).hexdigest()
    (after / name).write_text(yaml.safe_dump(clause, allow_unicode=True), encoding="utf-8")
    head = yaml.safe_load((after / "ruleset.yaml").read_text(encoding="utf-8"))
    head["text_digest"] = clause["digest"]
    (after / "ruleset.yaml").write_text(yaml.safe_dump(head, allow_unicode=True), encoding="utf-8")
    return compare_rulesets(before, after)


def test_words_that_are_put_in_place_of_others(tmp_path: Path) -> None:
    (change,) = _changes(tmp_path, lambda clause: clause["text"][0].update(act="必须遵守 A。")).clauses
    assert (change.kind, change.same_text) == (Kind.CHANGED, False)
    assert [(one.key, one.before, one.after) for one in change.passages] == [("text", "应当遵守 A。", "必须遵守 A。")]


def test_another_number_and_title_of_the_same_text(tmp_path: Path) -> None:
    new = {"number": "二", "citation": "第二条", "title": {"zh": "改名", "en": "renamed"}}
    (change,) = _changes(tmp_path, lambda clause: clause.update(new)).clauses
    assert (change.kind, change.same_text, change.citation) == (Kind.CHANGED, True, "第二条")
    assert [(one.key, one.before, one.after) for one in change.passages] == [
        ("number", "一", "二"),
        ("citation", "第一条", "第二条"),
        ("title", "示例条款 / 示例条款", "改名 / renamed"),
    ]


def test_the_same_text_cut_otherwise(tmp_path: Path) -> None:
    cut = [{"bearer": "应当"}, {"act": "遵守 A。", "norms": ["A"]}]
    (change,) = _changes(tmp_path, lambda clause: clause.update(text=cut)).clauses
    assert (change.kind, change.same_text) == (Kind.CHANGED, True)
    assert [(one.key, one.before, one.after) for one in change.passages] == [
        ("segments", "应当遵守 A。[A]", "应当|遵守 A。[A]")
    ]


def test_a_clause_that_comes_and_one_that_goes(tmp_path: Path) -> None:
    changes = _changes(tmp_path, lambda clause: clause.update(clause="2"), "clauses/02.yaml").clauses
    assert [(one.id, one.kind, one.same_text) for one in changes] == [
        ("2", Kind.ADDED, False),
        ("1", Kind.REMOVED, False),
    ]
    assert [(one.before, one.after) for change in changes for one in change.passages] == [
        (None, "应当遵守 A。"),
        ("应当遵守 A。", None),
    ]


def test_a_definition_that_comes(tmp_path: Path) -> None:
    definition = {"title": {"zh": "推送", "en": "push"}, "means": {"zh": "发送", "en": "sending"}}
    (change,) = _changes(tmp_path, lambda clause: clause.update(definitions={"D": definition})).clauses
    assert (change.kind, change.same_text) == (Kind.CHANGED, True)
    assert [(one.key, one.before, one.after) for one in change.passages] == [("D", None, "推送：发送 / push: sending")]
