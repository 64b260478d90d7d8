"""The rule language: what is parsed into what."""

import pytest

from hegui.engine.language.concepts import ConceptDeclaration, Parameter
from hegui.engine.language.errors import LanguageError
from hegui.engine.language.parse import parse_condition, parse_expression
from hegui.engine.language.scope import Scope
from hegui.engine.language.tree import (
    DAY,
    And,
    Compare,
    ConceptCall,
    Condition,
    Constant,
    Fixed,
    Not,
    Or,
    Quantifier,
    Truth,
    Variable,
)
from hegui.engine.language.walk import free_rows
from hegui.facts import company_schema

_IT = Variable("it", "services")
_CONCEPTS = {
    "running": ConceptDeclaration("running", (Parameter("s", "services"),), "s.ended_on == not_done"),
    "runs_on": ConceptDeclaration(
        "runs_on", (Parameter("s", "services"), Parameter("d", None)), "s.started_on <= d and d <= s.ended_on"
    ),
    "alone": ConceptDeclaration(
        "alone", (Parameter("s", "services"),), "not any(t.name == s.name and t.id != s.id for t in services)"
    ),
}
_SCOPE = Scope(company_schema(), rows={"it": _IT}, readings={"mode": "strict", "days": 30}, concepts=_CONCEPTS)


def _parsed(text: str) -> Condition:
    return parse_condition(text, _SCOPE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("any(s.commercial for s in services)", "any(other.commercial for other in services)"),
        ("it.commercial and it.disguised", "(it.commercial) and (it.disguised)"),
        ("it.commercial and (it.disguised and it.cooperation)", "it.commercial and it.disguised and it.cooperation"),
        ("it.code != 'B25'", "not it.code == 'B25'"),
        ("it.code not in ('B25', 'A26')", "not (it.code == 'B25' or it.code == 'A26')"),
        ("it.started_on > it.ended_on", "it.ended_on < it.started_on"),
        ("date(2016, 1, 1) <= it.started_on < today", "date(2016, 1, 1) <= it.started_on and it.started_on < today"),
        ("not not it.commercial", "it.commercial"),
        ("it.commercial and True", "it.commercial"),
        ("it.commercial or readings.mode == 'lenient'", "it.commercial"),
        ("it.commercial\n  and it.disguised", "it.commercial and it.disguised"),
        ("company.form == 'other'", "company.form == 'other' and readings.mode == 'strict'"),
        ("licence.number == it.name", "company.licence.number == it.name"),
    ],
)
def test_two_ways_to_say_the_same_are_one_tree(one: str, other: str) -> None:
    assert _parsed(one) == _parsed(other)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("it.commercial and False", False),
        ("it.commercial or True", True),
        ("readings.mode == 'strict'", True),
        ("readings.days < 30", False),
        ("readings.days <= 30", True),
        ("date(2017, 1, 1) < date(2018, 1, 1)", True),
        ("1 == 2", False),
    ],
)
def test_constants_are_worked_out_when_parsed(text: str, holds: bool) -> None:
    assert _parsed(text) == Fixed(holds)


def test_readings_are_constants_once_bound() -> None:
    assert parse_expression("days_after(it.started_on, readings.days)", _SCOPE) == parse_expression(
        "days_after(it.started_on, 30)", _SCOPE
    )


def test_nested_quantifiers_have_rows_of_their_own() -> None:
    tree = _parsed("any(any(t.name == s.name for t in services) for s in services)")
    assert isinstance(tree, Quantifier)
    body = tree.body
    assert isinstance(body, Quantifier)
    assert tree.row != body.row
    assert free_rows(tree) == frozenset()
    assert free_rows(body) == {tree.row}


def test_a_quantifier_tests_that_its_rows_have_come_to_be() -> None:
    tree = _parsed("any(s.commercial for s in services)")
    assert isinstance(tree, Quantifier)
    match tree.guard:
        case Not(condition=Compare(operator="==", left=cell, right=Constant())):
            assert getattr(cell, "field", None) == "started_on"
        case _:
            pytest.fail(f"no test of existence: {tree.guard}")
    controls = _parsed("any(c.in_place for c in controls)")
    assert isinstance(controls, Quantifier)
    assert controls.guard == Fixed(True)


def test_a_list_of_words_is_ranged_over_by_membership() -> None:
    tree = _parsed("'甲' == it.name and it.code in ('B25',)")
    assert isinstance(tree, And)
    member = _parsed("any(r == '110000' for r in it.regions)")
    assert isinstance(member, Quantifier)
    assert free_rows(member) == {_IT}


def test_a_concept_is_its_condition_with_the_arguments_in_place() -> None:
    call = _parsed("running(it)")
    assert isinstance(call, ConceptCall)
    assert call.body == _parsed("it.ended_on == not_done")
    dated = _parsed("runs_on(it, it.trial_filed_on)")
    assert isinstance(dated, ConceptCall)
    assert dated.body == _parsed("it.started_on <= it.trial_filed_on and it.trial_filed_on <= it.ended_on")


def test_a_concept_does_not_catch_the_rows_of_its_caller() -> None:
    """Its own quantifier ranges over a row that the caller's quantifier does not."""
    tree = _parsed("all(alone(s) for s in services)")
    assert isinstance(tree, Quantifier)
    call = tree.body
    assert isinstance(call, ConceptCall)
    assert free_rows(call) == {tree.row}
    negated = call.body
    assert isinstance(negated, Not)
    assert isinstance(negated.condition, Quantifier)
    assert negated.condition.row != tree.row


def test_rows_above_the_subject() -> None:
    scope = Scope(company_schema(), rows={"it": Variable("it", "inspections.requests")})
    tree = parse_condition("inspection.lawful and it.due_on < today", scope)
    assert isinstance(tree, And)
    first = tree.conditions[0]
    assert isinstance(first, Truth)
    assert (first.cell.above, first.cell.row) == (1, Variable("it", "inspections.requests"))


def test_alternatives_stay_alternatives() -> None:
    tree = _parsed("it.commercial or it.disguised and it.cooperation")
    assert isinstance(tree, Or)
    assert [type(part) for part in tree.conditions] == [Truth, And]


def test_not_done_takes_the_type_of_the_other_side() -> None:
    assert _parsed("it.started_on == not_done") != _parsed("it.ended_on == not_done")
    value = parse_expression("it.started_on if it.commercial else not_done", _SCOPE)
    assert value.type == DAY


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("it.comercial", 0, 0),
        ("it.commercial and it.disguisd", 0, 18),
        ("it.commercial\nand it.disguisd", 0, 18),  # a line break counts as a space
        ("any(s.comercial for s in services)", 0, 4),
        ("any(s.commercial for s in servces)", 0, 26),
        ("it.code in ('B25', 'B99')", 0, 19),
        ("days_after(it.started_on, it.ended_on) < today", 0, 26),
    ],
)
def test_a_mistake_has_its_place_in_the_text(text: str, line: int, column: int) -> None:
    with pytest.raises(LanguageError) as caught:
        _parsed(text)
    assert (caught.value.line, caught.value.column) == (line, column)


@pytest.mark.parametrize(
    "text",
    [
        "it.commercial " + "and it.commercial " * 300,
        "not " * 3000 + "it.commercial",
        "(" * 1000 + "it.commercial" + ")" * 1000,
        "it.name == '\0'",
        "it.commercial; it.commercial",
        "it.commercial = True",
        "yield it.commercial",
        "[s for s in services]",
        "f'{it.name}' == 'a'",
        "it.name[0] == 'a'",
        "it.name.upper() == 'A'",
        "(x := it.commercial)",
        "it.commercial is True",
        "it.commercial & it.disguised",
        "any(it.commercial)",
        "any(s.commercial for s in services for t in services)",
        "any([s.commercial for s in services])",
        "any(s.commercial async for s in services)",
        "all(*services)",
        "exec('1')",
        "1.5 < it.started_on",
        "it.started_on < b'2018'",
        "...",
        "",
        "   ",
        "#",
    ],
)
def test_what_is_no_condition_is_refused(text: str) -> None:
    """Whatever Python would make of it, nothing of it is run."""
    with pytest.raises(LanguageError):
        _parsed(text)
