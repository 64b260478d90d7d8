"""What changed between two versions of a ruleset: told by what it means, not by how it is written."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from hegui.engine.changes import (
    CompanyComparer,
    Effect,
    Kind,
    Part,
    RulesetChanges,
    Step,
    compare_rulesets,
)
from hegui.engine.changes.meaning import same_condition
from hegui.engine.changes.steps import raised_step
from hegui.engine.quality.mutation import changed_definitions
from hegui.engine.ruleset import load_ruleset
from hegui.engine.ruleset.workshop import Workshop
from hegui.facts import from_mapping
from hegui.facts.as_of import AsOf
from tests.docs.guide import ROOT
from tests.strategies.small import concept, norm, reading, umbrella, write_ruleset

Section = dict[str, Any]
POLICY = ROOT / "examples" / "policy"
Compare = Callable[..., RulesetChanges]


@pytest.fixture
def compared(tmp_path: Path) -> Compare:
    """Two versions, each given as norms, or as the arguments of `write_ruleset`; `after` may edit the head."""

    def compare(before: Mapping[str, Any], after: Mapping[str, Any], **head: str) -> RulesetChanges:
        paths = tmp_path / "before", tmp_path / "after"
        for path, given in zip(paths, (before, after), strict=True):
            write_ruleset(path, **(dict(given) if "norms" in given else {"norms": dict(given)}))
        if head:
            file = paths[1] / "ruleset.yaml"
            data = yaml.safe_load(file.read_text(encoding="utf-8"))
            file.write_text(yaml.safe_dump({**data, **head}, allow_unicode=True), encoding="utf-8")
        return compare_rulesets(*paths)

    return compare


def push(**conditions: Any) -> Section:
    return norm("pushes", **{"forbids": "it.refused_on == not_done", **conditions})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("any(s.ended_on == not_done for s in services)", "any(one.ended_on == not_done for one in services)"),
        ("it.refused_on == not_done", "( it.refused_on  ==  not_done )"),
        ("it.refused_on > it.made_on", "it.made_on < it.refused_on"),
    ],
)
def test_another_way_of_writing_the_same_tree_changes_nothing(compared: Compare, old: str, new: str) -> None:
    changes = compared({"A": push(forbids=old)}, {"A": push(forbids=new)})
    (change,) = changes.norms
    assert (change.parts, change.effect) == ((Part.EXPRESSIONS,), Effect.NOTHING)
    assert [(one.key, one.before, one.after) for one in change.rewritten] == [("forbids", old, " ".join(new.split()))]
    assert (changes.effect, changes.step) == (Effect.NOTHING, Step.PATCH)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "it.refused_on == not_done and it.last_sent_on == not_done",
            "it.last_sent_on == not_done and it.refused_on == not_done",
        ),
        ("it.refused_on == it.made_on", "it.made_on == it.refused_on"),
        ("it.refused_on == not_done", "it.refused_on == not_done or it.refused_on == not_done"),
        (
            "latest(it.refused_on, it.made_on) <= today",
            "latest(it.made_on, it.refused_on) <= today",
        ),
        (
            "days_after(earliest(it.refused_on, it.made_on), 3) <= today",
            "days_after(earliest(it.made_on, it.refused_on), 3) <= today",
        ),
        (
            "(it.made_on if it.refused_on == it.made_on else it.refused_on) <= today",
            "(it.made_on if it.made_on == it.refused_on else it.refused_on) <= today",
        ),
        (
            "latest(s.ended_on for s in services if s.commercial and s.disguised) <= today",
            "latest(s.ended_on for s in services if s.disguised and s.commercial) <= today",
        ),
    ],
)
def test_another_order_changes_the_reasons_and_no_status(compared: Compare, old: str, new: str) -> None:
    (change,) = compared({"A": push(forbids=old)}, {"A": push(forbids=new)}).norms
    assert (change.parts, change.effect) == ((Part.CONDITIONS_TOLD,), Effect.TELLING)


def test_what_is_written_otherwise_is_told_by_its_key(compared: Compare) -> None:
    def section(days: int) -> Section:
        derived = {"first": f"days_after(it.made_on, {days})"}
        return push(derive=derived, applies=f"first <= today and {days} == {days}")

    (change,) = compared({"A": section(1)}, {"A": section(2)}).norms
    assert [(one.key, one.before, one.after) for one in change.rewritten] == [
        ("applies", "first <= today and 1 == 1", "first <= today and 2 == 2"),
        ("derive.first", "days_after(it.made_on, 1)", "days_after(it.made_on, 2)"),
    ]


@pytest.mark.parametrize(
    ("changed", "part"),
    [
        ({"forbids": "it.refused_on != not_done"}, Part.BREACH),
        ({"forbids": "it.refused_on < it.made_on"}, Part.BREACH),
        ({"applies": "it.last_sent_on == not_done"}, Part.APPLIES),
        ({"from": "2018-01-01"}, Part.APPLIES),
        ({"review": "it.last_sent_on == not_done"}, Part.REVIEW),
    ],
)
def test_what_may_change_a_status(compared: Compare, changed: Section, part: Part) -> None:
    changes = compared({"A": push()}, {"A": push(**changed)})
    (change,) = changes.norms
    assert (change.parts, change.effect) == ((part,), Effect.STATUS)
    assert (changes.effect, changes.step) == (Effect.STATUS, Step.MINOR)


def test_a_deadline_that_moves_is_told_as_that_alone(compared: Compare) -> None:
    def due(days: int) -> Section:
        return norm(
            "pushes",
            message="{it.id} {by}",
            done="it.refused_on",
            by=f"days_after(it.made_on, {days})",
        )

    (change,) = compared({"A": due(15)}, {"A": due(10)}).norms
    assert (change.parts, change.effect) == ((Part.DEADLINE,), Effect.STATUS)


def test_what_is_to_be_done_by_then(compared: Compare) -> None:
    def due(done: str) -> Section:
        return norm("pushes", done=done, by="days_after(it.made_on, 15)")

    (change,) = compared({"A": due("it.refused_on")}, {"A": due("it.last_sent_on")}).norms
    assert (change.parts, change.effect) == ((Part.BREACH, Part.DONE), Effect.STATUS)


@pytest.mark.parametrize(
    ("changed", "part", "effect"),
    [
        ({"severity": {"level": "major", "because": {"zh": "示例", "en": "示例"}}}, Part.SEVERITY, Effect.GATE),
        ({"gate": True}, Part.GATE, Effect.GATE),
        ({"message": {"zh": "另一句", "en": "another"}}, Part.MESSAGE, Effect.TELLING),
        ({"remedy": {"zh": "另一句", "en": "another"}}, Part.REMEDY, Effect.TELLING),
        ({"title": {"zh": "另一句", "en": "another"}}, Part.TITLE, Effect.TELLING),
        ({"documents": ["回执"]}, Part.DOCUMENTS, Effect.TELLING),
        ({"since": "0.2"}, Part.SINCE, Effect.NOTHING),
        ({"examples": [{"met": "示例", "as_of": "2018-01-01", "facts": {}}]}, Part.EXAMPLES, Effect.NOTHING),
    ],
)
def test_what_changes_no_status(compared: Compare, changed: Section, part: Part, effect: Effect) -> None:
    changes = compared({"A": push()}, {"A": {**push(), **changed}})
    (change,) = changes.norms
    assert (change.parts, change.effect) == ((part,), effect)
    assert changes.step is (Step.MINOR if effect is Effect.GATE else Step.PATCH)


def test_norms_that_come_and_go_in_the_order_of_the_text(compared: Compare) -> None:
    changes = compared({"A": push(), "B": push(), "C": push()}, {"A": push(), "D": push(), "C": push()})
    assert [(one.id, one.kind, one.effect) for one in changes.norms] == [
        ("B", Kind.REMOVED, Effect.STATUS),
        ("D", Kind.ADDED, Effect.STATUS),
    ]
    assert changes.step is Step.MAJOR


def test_an_umbrella_over_others(compared: Compare) -> None:
    below = {"A": push(), "B": push()}
    changes = compared({**below, "U": umbrella("A", "B")}, {**below, "U": umbrella("B")})
    (change,) = changes.norms
    assert (change.id, change.parts) == ("U", (Part.FOLLOWS_FROM,))
    assert [(one.key, one.before, one.after) for one in change.rewritten] == [("follows_from", "A, B", "B")]
    same = compared({**below, "U": umbrella("A", "B")}, {**below, "U": umbrella("B", "A")})
    assert same.effect is Effect.NOTHING


def with_concepts(**concepts: Section) -> Section:
    norms = {
        "A": push(forbids="open_still(it)"),
        "B": push(forbids="outer(it)"),
        "C": push(),
    }
    return {"norms": norms, "concepts": {"outer": concept("open_still(c)", c="pushes"), **concepts}}


def test_a_concept_changes_the_norms_that_rest_on_it_be_it_through_another(compared: Compare) -> None:
    changes = compared(
        with_concepts(open_still=concept("c.refused_on == not_done", c="pushes")),
        with_concepts(open_still=concept("c.last_sent_on == not_done", c="pushes")),
    )
    assert [(one.id, one.parts, one.concepts, one.rewritten) for one in changes.norms] == [
        ("A", (Part.BREACH,), ("open_still",), ()),
        ("B", (Part.BREACH,), ("open_still",), ()),
    ]
    assert {one.name: (one.effect, one.own, one.norms) for one in changes.concepts} == {
        "open_still": (Effect.STATUS, Effect.STATUS, ("A", "B")),
        "outer": (Effect.STATUS, Effect.NOTHING, ("B",)),
    }


def test_a_parameter_of_another_name_changes_nothing(compared: Compare) -> None:
    changes = compared(
        with_concepts(open_still=concept("c.refused_on == not_done", c="pushes")),
        with_concepts(open_still=concept("one.refused_on == not_done", one="pushes")),
    )
    assert changes.norms == ()
    assert [(one.name, one.effect) for one in changes.concepts] == [("open_still", Effect.NOTHING)]


def test_a_concept_of_another_name_changes_what_is_told(compared: Compare) -> None:
    holds = "c.refused_on == not_done"
    changes = compared(
        {"norms": {"A": push(forbids="one(it)")}, "concepts": {"one": concept(holds, c="pushes")}},
        {"norms": {"A": push(forbids="other(it)")}, "concepts": {"other": concept(holds, c="pushes")}},
    )
    assert [(one.id, one.parts) for one in changes.norms] == [("A", (Part.CONDITIONS_TOLD,))]
    assert {one.name: one.kind for one in changes.concepts} == {"other": Kind.ADDED, "one": Kind.REMOVED}
    assert changes.effect is Effect.TELLING


def with_reading(one: Section, **conditions: Any) -> Section:
    given = {"forbids": "it.refused_on > days_after(it.made_on, readings.days)", **conditions}
    return {"norms": {"A": push(readings=["days"], **given), "B": push()}, "readings": {"days": one}}


def test_another_default_changes_the_norms_that_rest_on_it(compared: Compare) -> None:
    changes = compared(with_reading(reading(15, 10)), with_reading(reading(10, 15)))
    assert [(one.id, one.parts, one.readings) for one in changes.norms] == [("A", (Part.BREACH,), ("days",))]
    (change,) = changes.readings
    assert (change.effect, change.norms, change.gone) == (Effect.STATUS, ("A",), ())
    assert changes.step is Step.MINOR


def test_a_value_that_can_be_chosen_no_more(compared: Compare) -> None:
    changes = compared(with_reading(reading(15, 10)), with_reading(reading(15, 20)))
    assert changes.norms == ()
    assert [one.gone for one in changes.readings] == [(10,)]
    assert (changes.effect, changes.step) == (Effect.STATUS, Step.MAJOR)


@pytest.mark.parametrize("named", [["days"], []])
@pytest.mark.parametrize("through", ["itself", "a concept"])
def test_a_norm_that_changes_only_where_another_reading_is_chosen(
    compared: Compare, named: list[str], through: str
) -> None:
    """Be it that the norm names the reading or not, and that its own condition rests on it or a concept's."""

    def read(then: str) -> Section:
        holds = f"p.refused_on == not_done or readings.days == 'wide' and {then}"
        own = "broken(it)" if through == "a concept" else holds.replace("p.", "it.")
        norms = {"A": push(forbids=own, readings=named), "B": push(readings=["days"])}
        concepts = {"broken": concept(holds, p="pushes")} if through == "a concept" else {}
        return {"norms": norms, "concepts": concepts, "readings": {"days": reading("narrow", "wide")}}

    changes = compared(read("p.last_sent_on == not_done"), read("p.last_sent_on < p.made_on"))
    assert [(one.id, one.parts, one.effect) for one in changes.norms] == [("A", (Part.OTHER_READINGS,), Effect.STATUS)]
    assert changes.step is Step.MINOR
    assert [(one.name, one.own) for one in changes.concepts] == (
        [("broken", Effect.STATUS)] if through == "a concept" else []
    )


@pytest.mark.parametrize(
    ("before", "after", "raised"),
    [
        ("0.1", "0.1", Step.NONE),
        ("0.1", "0.1.0", Step.NONE),
        ("0.1", "0.1.1", Step.PATCH),
        ("0.1.4", "0.2", Step.MINOR),
        ("0.9", "0.10", Step.MINOR),
        ("0.9", "1.0", Step.MAJOR),
        ("0.2", "0.1.9", None),
        ("0.1", "spring", None),
        ("spring", "spring", Step.NONE),
    ],
)
def test_which_number_was_raised(before: str, after: str, raised: Step | None) -> None:
    assert raised_step(before, after) is raised


@pytest.mark.parametrize(("version", "enough"), [("0.1", False), ("0.1.1", False), ("0.2", True), ("1.0", True)])
def test_whether_the_version_was_raised_by_enough(compared: Compare, version: str, enough: bool) -> None:
    changes = compared({"A": push()}, {"A": push(forbids="it.refused_on != not_done")}, version=version)
    assert (changes.step, changes.is_raised_enough) == (Step.MINOR, enough)


def test_the_same_twice(compared: Compare) -> None:
    changes = compared({"A": push()}, {"A": push()})
    assert (changes.effect, changes.step, changes.is_raised_enough) == (Effect.NOTHING, Step.NONE, True)
    assert (changes.norms, changes.concepts, changes.readings, changes.clauses) == ((), (), (), ())


def test_two_rulesets_are_not_two_versions(compared: Compare) -> None:
    with pytest.raises(ValueError, match="'sample' and 'other', and not two versions of one"):
        compared({"A": push()}, {"A": push()}, id="other")


def test_the_text_of_a_clause(compared: Compare) -> None:
    changes = compared({"A": push()}, {"A": push(), "B": push()})
    (change,) = changes.clauses
    assert (change.kind, change.same_text) == (Kind.CHANGED, False)
    assert [(one.key, one.before, one.after) for one in change.passages] == [("text", None, "应当遵守 B。")]
    assert changes.step is Step.MAJOR


def test_findings_that_come_out_otherwise(tmp_path: Path) -> None:
    def due(days: int) -> Section:
        return norm("pushes", done="it.refused_on", by=f"days_after(it.made_on, {days})")

    sides = [
        load_ruleset(write_ruleset(tmp_path / name, norms), examples=True)
        for name, norms in (
            ("before", {"A": due(15), "B": push()}),
            ("after", {"A": due(10), "C": push()}),
        )
    ]
    document = from_mapping(
        {
            "pushes": [
                {"id": "快", "made_on": "2018-01-02", "refused_on": "2018-01-03"},
                {"id": "慢", "made_on": "2018-01-02", "refused_on": "2018-01-15"},
                {"id": "未办", "made_on": "2018-01-02", "refused_on": "not_done"},
            ]
        }
    )
    change = CompanyComparer(*sides).compare(document, AsOf.parse("2018-01-09"))
    found = {
        (one.shown.norm, one.shown.subject): (
            one.before and (one.before.status.value, one.before.due),
            one.after and (one.after.status.value, one.after.due),
        )
        for one in change.findings
        if one.shown.norm == "A"
    }
    assert found == {
        ("A", ("慢",)): (("pending", "2018-01-17"), ("pending", "2018-01-12")),
        ("A", ("未办",)): (("pending", "2018-01-17"), ("pending", "2018-01-12")),
    }
    assert {(one.shown.norm, one.before is None, one.after is None) for one in change.findings} >= {
        ("B", False, True),
        ("C", True, False),
    }
    assert change.same == 1


def test_each_small_change_of_a_condition_that_an_example_notices_counts_as_one() -> None:
    """The examples of the policy notice every small change of a condition: none of them may be taken for the same."""
    workshop = Workshop(POLICY)
    seen = 0
    for name, was in workshop.ruleset.norms.items():
        for where, definition in changed_definitions(workshop.definition(name)):
            now = workshop.rebuilt(name, definition, {})
            if now is not None:
                pairs = ((was.applies, now.applies), (was.breach, now.breach), (was.late, now.late))
                assert not all(same_condition(*pair) for pair in pairs), f"{name}: {where}"
                seen += 1
    assert seen > 5
