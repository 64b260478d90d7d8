"""A value that looks through a list, used while the same list is looked through: neither disturbs the other."""

import pytest

from tests.engine.deciding import services, status_of
from tests.strategies.small import concept

_FACTS = services(
    {"started_on": "2018-01-01", "ended_on": "2018-03-01"},
    {"started_on": "2018-02-01", "ended_on": "2018-02-15"},
    {"started_on": "2018-04-01", "ended_on": "2018-05-01"},
)
"""The last to start is the only one that ended after that day, and it is the last of the list."""


@pytest.mark.parametrize("used", ["first", "days_after(first, 0)", "latest(first, first)"])
@pytest.mark.parametrize(
    ("condition", "status"),
    [
        ("any({} < x.ended_on and x.id == 'a' for x in services)", "met"),
        ("any({} < x.ended_on and x.id == 'c' for x in services)", "violated"),
        ("all(x.ended_on > {} or x.id != 'b' for x in services)", "met"),
        ("any(x.id == 'b' for x in services if {} < x.ended_on)", "met"),
        ("latest(x.ended_on for x in services if {} > x.ended_on) == date(2018, 3, 1)", "violated"),
        ("any(any({} < y.ended_on and x.id == 'a' for y in services) for x in services)", "violated"),
        ("any(any(y.id == 'c' for y in services if {} < x.ended_on) and x.id == 'a' for x in services)", "met"),
    ],
)
def test_a_derived_value(used: str, condition: str, status: str) -> None:
    derive = {"first": "latest(y.started_on for y in services)"}
    assert status_of("company", _FACTS, derive=derive, forbids=condition.format(used)) == {"": status}


@pytest.mark.parametrize(
    ("holds", "status"),
    [
        ("any(day < s.ended_on and s.id == 'a' for s in services)", "met"),
        ("any(day < s.ended_on and s.id == 'c' for s in services)", "violated"),
        ("any(s.id == 'b' for s in services if day < s.ended_on)", "met"),
    ],
)
def test_a_day_that_a_concept_is_given(holds: str, status: str) -> None:
    given = {"later": concept(holds, day="day")}
    forbids = "later(latest(x.started_on for x in services))"
    assert status_of("company", _FACTS, concepts=given, forbids=forbids) == {"": status}
