"""From one check of a network unit to the next of its kind."""

from datetime import date
from typing import Any

import pytest

from hegui.facts import NOT_DONE, from_mapping
from hegui.facts.as_of import AsOf
from hegui.facts.derived import DerivedList, derive

TEST, RISK = "compliance_test", "risk_assessment"


def _check(id_: str, done_on: str | None, kind: str | None = TEST) -> dict[str, Any]:
    return {"id": id_, "done_on": done_on, "kind": kind}


def _unit(*checks: dict[str, Any], **fields: Any) -> dict[str, Any]:
    begun = {"graded_on": "2016-03-01", "in_operation_since": "2016-01-01", "regraded_on": "not_done"}
    return {"id": "u", **begun, "checks": list(checks), **fields}


def _periods(*units: dict[str, Any], as_of: str = "2020-06-01", **data: Any) -> DerivedList:
    return derive(from_mapping({"network_units": units, **data}).company, AsOf.parse(as_of))["check_periods"]


def _tests(found: DerivedList) -> dict[str, tuple[object, object]]:
    """From and to of the periods between tests, by the last part of their id."""
    rows = [element.values for element in found.elements if element.values["kind"] == TEST]
    return {str(row["id"]).removeprefix(f"u/{TEST}/"): (row["from_on"], row["next_on"]) for row in rows}


def test_a_period_runs_from_each_check_to_the_next_of_its_kind() -> None:
    found = _periods(
        _unit(_check("b", "2018-03-01"), _check("a", "2017-02-01"), _check("r", "2017-06-01", RISK)),
    )
    assert (found.complete, found.missing) == (True, ())
    assert _tests(found) == {
        "first": (date(2016, 3, 1), date(2017, 2, 1)),
        "after/b": (date(2018, 3, 1), NOT_DONE),
        "after/a": (date(2017, 2, 1), date(2018, 3, 1)),
    }
    assert [(element.id, element.pointer) for element in found.elements[3:]] == [
        ("u/risk_assessment/first", "/network_units/0"),
        ("u/risk_assessment/after/r", "/network_units/0/checks"),
    ]
    assert {element.values["unit"] for element in found.elements} == {"u"}


def test_two_checks_of_one_day_follow_each_other_by_their_ids() -> None:
    day = date(2017, 2, 1)
    found = _tests(_periods(_unit(_check("b", "2017-02-01"), _check("a", "2017-02-01"))))
    assert (found["after/a"], found["after/b"]) == ((day, day), (day, NOT_DONE))


def test_what_was_done_before_the_beginning_does_not_count() -> None:
    found = _periods(_unit(_check("a", "2016-02-29"), _check("b", "2016-03-01")))
    assert _tests(found) == {
        "first": (date(2016, 3, 1), date(2016, 3, 1)),
        "after/b": (date(2016, 3, 1), NOT_DONE),
    }


def test_a_new_grade_begins_a_period_of_its_own() -> None:
    found = _tests(_periods(_unit(_check("a", "2017-02-01"), regraded_on="2018-05-01")))
    assert found["regraded"] == (date(2018, 5, 1), NOT_DONE)
    assert found["after/a"] == (date(2017, 2, 1), NOT_DONE)
    assert "regraded" not in _tests(_periods(_unit(regraded_on="2016-02-01")))
    unknown = _periods(_unit(regraded_on=None))
    assert (unknown.complete, unknown.missing) == (False, ("/network_units/0/regraded_on",))
    assert list(_tests(unknown)) == ["first"]


def test_a_check_that_has_not_been_done_is_none() -> None:
    found = _periods(_unit(_check("a", "not_done"), _check("b", "not_done", None)))
    assert found.complete
    assert _tests(found) == {"first": (date(2016, 3, 1), NOT_DONE)}


@pytest.mark.parametrize(
    "fields",
    [
        {"in_operation_since": "not_done", "graded_on": None},
        {"in_operation_since": "2020-06-02"},
        {"graded_on": "not_done"},
    ],
)
def test_a_unit_that_is_not_graded_or_not_in_operation_has_no_periods(fields: dict[str, Any]) -> None:
    found = _periods(_unit(_check("a", None, None), **{"regraded_on": None, **fields}))
    assert (found.elements, found.complete) == ((), True)


@pytest.mark.parametrize("lacking", ["graded_on", "in_operation_since"])
def test_periods_are_unknown_where_the_beginning_is(lacking: str) -> None:
    found = _periods(_unit(_check("a", "2017-02-01"), **{lacking: None}))
    assert found.complete
    assert _tests(found) == {"first": (None, None), "after/a": (None, None)}
    assert {element.pointer for element in found.elements} == {f"/network_units/0/{lacking}"}


@pytest.mark.parametrize(
    ("unit", "data", "missing"),
    [
        (_unit(checks=None), {}, "checks"),
        (_unit(_check("a", "2017-02-01")), {"partial": ["network_units.checks"]}, "checks"),
        (_unit(_check("a", "2017-02-01"), _check("x", "2018-02-01", None)), {}, "checks/1/kind"),
        (_unit(_check("a", "2017-02-01"), _check("x", None, None)), {}, "checks/1/kind"),
    ],
)
def test_the_next_check_is_unknown_where_checks_are(unit: dict[str, Any], data: dict[str, Any], missing: str) -> None:
    found = _periods(unit, **data)
    assert (found.complete, found.missing) == (False, (f"/network_units/0/{missing}",))
    assert {to for _, to in _tests(found).values()} == {None}
    assert _tests(found).get("after/a", (date(2017, 2, 1),))[0] == date(2017, 2, 1)


def test_the_next_check_is_unknown_where_the_day_of_one_is() -> None:
    found = _periods(_unit(_check("a", "2017-02-01"), _check("b", None), _check("r", "2017-06-01", RISK)))
    assert found.complete
    assert _tests(found) == {
        "first": (date(2016, 3, 1), None),
        "after/a": (date(2017, 2, 1), None),
        "after/b": (None, None),
    }
    assert found.elements[-1].values["next_on"] is NOT_DONE


@pytest.mark.parametrize("data", [{"network_units": None}, {"network_units": [], "partial": ["network_units"]}])
def test_periods_are_incomplete_where_the_units_are(data: dict[str, Any]) -> None:
    found = _periods(**data)
    assert found == DerivedList((), complete=False, missing=("/network_units",))
