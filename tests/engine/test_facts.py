"""What is true, false and unknown of facts: written out, and said alike by every engine and the judge."""

from typing import Any

import pytest

from tests.engine.deciding import services, status_of

_V, _P, _U, _M, _N = "violated", "pending", "undetermined", "met", "not_applicable"


# Facts


@pytest.mark.parametrize(("stated", "status"), [({"commercial": True}, _M), ({"commercial": False}, _V), ({}, _U)])
def test_what_is_not_stated_is_neither_yes_nor_no(stated: dict[str, Any], status: str) -> None:
    assert status_of("services", services(stated), requires="it.commercial") == {"a": status}
    opposite = {_M: _V, _V: _M}.get(status, status)
    assert status_of("services", services(stated), requires="not it.commercial") == {"a": opposite}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, {"?": _U}),  # the list is not known
        ({"controls": []}, {"": _N}),  # there is none
        ({"controls": [{"id": "a", "in_place": True}]}, {"a": _M}),
        ({"controls": [{"id": "a", "in_place": True}], "partial": ["controls"]}, {"a": _M, "?": _U}),
        ({"controls": [], "partial": ["controls"]}, {"?": _U}),
    ],
)
def test_subjects_of_a_list_that_is_unknown_empty_or_partial(facts: Any, expected: Any) -> None:
    assert status_of("controls", facts, requires="it.in_place") == expected


def test_what_is_not_listed_is_not_applicable_only_if_nothing_of_it_could_be() -> None:
    never = status_of("controls", {"form": "joint_stock"}, applies="company.form == 'other'", forbids="it.in_place")
    perhaps = status_of("controls", {"form": "other"}, applies="company.form == 'other'", forbids="it.in_place")
    assert (never, perhaps) == ({"?": _N}, {"?": _U})
    # Nor is it ever met or violated.
    assert status_of("controls", {}, requires="True") == {"?": _U}
    assert status_of("controls", {}, forbids="True") == {"?": _U}


@pytest.mark.parametrize(
    ("inspections", "expected"),
    [
        (None, {"?/?": _U}),
        ([], {"": _N}),
        ([{"requests": []}], {"": _N}),
        ([{}], {"a/?": _U}),
        ([{"requests": [{"id": "r", "due_on": "2018-02-01", "provided_on": "2018-02-01"}]}], {"a/r": _M}),
        ([{"requests": [{"id": "r"}]}, {"requests": []}], {"a/r": _U}),
    ],
)
def test_subjects_of_a_list_inside_a_list(inspections: Any, expected: Any) -> None:
    facts = {}
    if inspections is not None:
        named = [{"id": "ab"[number], "notified_on": "2018-01-01", **one} for number, one in enumerate(inspections)]
        facts = {"inspections": named}
    assert status_of("inspections.requests", facts, done="it.provided_on", by="it.due_on") == expected


_REQUIRES_ONE = "any(c.in_place for c in controls)"
_REQUIRES_ALL = "all(c.in_place for c in controls)"


@pytest.mark.parametrize(
    ("controls", "partial", "one", "every"),
    [
        (None, False, _U, _U),
        ([], False, _V, _M),
        ([True, False], False, _M, _V),
        ([True, None], False, _M, _U),
        ([False, None], False, _U, _V),
        ([True], True, _M, _U),
        ([False], True, _U, _V),
        ([], True, _U, _U),
    ],
)
def test_quantifiers(controls: list[bool | None] | None, partial: bool, one: str, every: str) -> None:
    facts: dict[str, Any] = {}
    if controls is not None:
        facts["controls"] = [{"id": str(n), "in_place": value} for n, value in enumerate(controls)]
    if partial:
        facts["partial"] = ["controls"]
    assert status_of("company", facts, requires=_REQUIRES_ONE) == {"": one}
    assert status_of("company", facts, requires=_REQUIRES_ALL) == {"": every}


def test_a_filter_that_is_not_known_makes_an_element_count_perhaps() -> None:
    facts = {"controls": [{"id": "a", "in_place": False}]}
    condition = "all(c.in_place for c in controls if c.kind == 'user_technical')"
    assert status_of("company", facts, requires=condition) == {"": _U}
    facts["controls"][0]["kind"] = "user_monitoring"
    assert status_of("company", facts, requires=condition) == {"": _M}


# Time


@pytest.mark.parametrize(
    ("started_on", "status"),
    [("2018-06-01", _M), ("2018-06-02", _N), ("not_done", _N), (None, _U)],
)
def test_a_subject_has_to_have_come_to_be(started_on: str | None, status: str) -> None:
    found = status_of("services", services({"started_on": started_on, "commercial": True}), requires="it.commercial")
    assert found == {"a": status}


def test_one_of_several_dates_makes_a_subject() -> None:
    facts = {"facilities": [{"id": "a", "invested_on": "not_done", "build_started_on": "2018-01-01"}]}
    assert status_of("facilities", facts, requires="True") == {"a": _M}
    facts["facilities"][0]["build_started_on"] = "2019-01-01"
    assert status_of("facilities", facts, requires="True") == {"a": _N}


def test_only_what_has_come_to_be_is_ranged_over() -> None:
    facts = services({"commercial": True, "started_on": "2018-06-02"})
    assert status_of("company", facts, requires="any(s.commercial for s in services)") == {"": _V}
    assert status_of("company", facts, "2018-06-02", requires="any(s.commercial for s in services)") == {"": _M}


@pytest.mark.parametrize(
    ("ended_on", "as_of", "status"),
    [
        ("2018-06-01", "2018-06-01", _M),
        ("2018-06-02", "2018-06-01", _V),  # it has not happened yet
        ("not_done", "2018-06-01", _V),
        (None, "2018-06-01", _U),
    ],
)
def test_a_later_event_has_not_happened(ended_on: str | None, as_of: str, status: str) -> None:
    found = status_of("services", services({"ended_on": ended_on}), as_of, requires="it.ended_on != not_done")
    assert found == {"a": status}


def test_a_term_has_always_some_day_and_may_lie_ahead() -> None:
    facts = {
        "licences": [
            {"id": "a", "issued_on": "2018-01-01", "expires_on": "2030-01-01"},
            {"id": "b", "issued_on": "2018-01-01"},
        ]
    }
    assert status_of("licences", facts, requires="it.expires_on < not_done") == {"a": _M, "b": _M}
    assert status_of("licences", facts, requires="it.expires_on > today") == {"a": _M, "b": _U}


@pytest.mark.parametrize(
    ("found_at", "as_of", "status"),
    [
        ("2018-06-01", "2018-06-01", _M),  # as of a day, what lies in it has happened
        ("2018-06-01 12:00", "2018-06-01T12:00", _M),
        ("2018-06-01 12:01", "2018-06-01T12:00", _V),
        ("2018-06-01", "2018-06-01T12:00", _U),  # some minute of the day
        ("2018-06-01", "2018-06-01T23:59", _M),
        ("2018-05-31", "2018-06-01T00:00", _M),
    ],
)
def test_a_day_given_for_a_minute_is_all_of_the_day(found_at: str, as_of: str, status: str) -> None:
    facts = {"illegal_information": [{"id": "a", "found_at": found_at, "reported_on": "2018-01-01"}]}
    assert status_of("illegal_information", facts, as_of, requires="it.found_at != not_done") == {"a": status}
