"""Duties, judgement, umbrellas, concepts, derived values: written out, and said alike by every engine and the judge."""

import pytest

from tests.engine.deciding import services, status_of, statuses
from tests.strategies.small import concept, norm, reading, umbrella

_V, _P, _U, _M, _N = "violated", "pending", "undetermined", "met", "not_applicable"


# Duties


@pytest.mark.parametrize(
    ("ended_on", "as_of", "status"),
    [
        ("not_done", "2018-01-31", _P),
        ("not_done", "2018-02-01", _V),
        (None, "2018-01-31", _P),
        (None, "2018-02-01", _U),
        ("2018-01-31", "2018-06-01", _M),
        ("2018-02-01", "2018-06-01", _V),
    ],
)
def test_a_duty_is_pending_until_its_day_is_past(ended_on: str | None, as_of: str, status: str) -> None:
    found = status_of(
        "services", services({"ended_on": ended_on}), as_of, done="it.ended_on", by="plus_days(it.started_on, 30)"
    )
    assert found == {"a": status}


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        ("2018-01-02T12:00", _P),
        ("2018-01-02T12:01", _V),
        ("2018-01-02", _P),
        ("2018-01-03", _V),
        ("2018-01-03T00:00", _V),
    ],
)
def test_what_is_due_in_a_minute_is_late_in_the_next(as_of: str, status: str) -> None:
    facts = {"illegal_information": [{"id": "a", "found_at": "2018-01-01 12:00", "disposed_at": "not_done"}]}
    found = status_of("illegal_information", facts, as_of, done="it.disposed_at", by="hours_after(it.found_at, 24)")
    assert found == {"a": status}


@pytest.mark.parametrize(("trial", "status"), [("not_done", _N), (None, _U), ("2018-05-01", _V), ("2018-07-01", _N)])
def test_a_duty_whose_event_has_not_happened_is_not_applicable(trial: str | None, status: str) -> None:
    facts = services({"trial_filed_on": trial, "ended_on": "not_done"})
    assert status_of("services", facts, done="it.ended_on", by="plus_days(it.trial_filed_on, 10)") == {"a": status}


def test_where_it_is_not_known_whether_the_day_is_past() -> None:
    facts = {"resources_held": [{"id": "a", "assigned_on": "2018-01-01", "used_from": "not_done"}]}
    assert status_of("resources_held", facts, done="it.used_from", by="it.use_by") == {"a": _U}


# Judgement, umbrellas, concepts, readings


@pytest.mark.parametrize(
    ("disguised", "cooperation", "status"),
    [(True, True, _V), (False, True, _U), (False, False, _M), (None, True, _U), (None, False, _U), (False, None, _U)],
)
def test_review_never_makes_a_breach_sure(disguised: bool | None, cooperation: bool | None, status: str) -> None:
    facts = services({"disguised": disguised, "cooperation": cooperation})
    assert status_of("services", facts, forbids="it.disguised", review="it.cooperation") == {"a": status}


def test_umbrellas() -> None:
    norms = {
        "N-1": norm("services", requires="it.commercial"),
        "N-2": norm("controls", requires="it.in_place"),
        "N-3": norm("launches", requires="it.via_internet"),
        "X-1": norm("services", requires="False", origin="external"),
        "U-1": umbrella("N-*"),
        "U-2": umbrella("N-2", "N-3"),
        "U-3": umbrella("U-2", "N-1"),
        "U-4": umbrella("N-3"),
        "U-5": umbrella("X-*", "N-3"),
    }
    facts = services({"commercial": False}, controls=[{"id": "a"}], launches=[])
    found = statuses({**norms, "U-5": umbrella("X-1", "N-3")}, facts)
    assert {name: found[name, ""] for name in ("U-1", "U-2", "U-3", "U-4", "U-5")} == {
        "U-1": _V,
        "U-2": _U,
        "U-3": _V,
        "U-4": _N,
        "U-5": _V,
    }


def test_concepts_take_rows_and_days_and_stand_under_negation() -> None:
    concepts = {
        "licensed_on": concept(
            "any(l.holder == n.supplier and l.issued_on <= d for l in licences)", n="network_resources", d="day"
        ),
        "never_licensed": concept("not licensed_on(n, today)", n="network_resources"),
    }
    facts = {
        "network_resources": [
            {"id": "a", "supplier": "甲", "contracted_on": "2018-01-01"},
            {"id": "b", "supplier": "乙", "contracted_on": "2018-01-01"},
            {"id": "c", "contracted_on": "2018-01-01"},
        ],
        "licences": [{"id": "a", "holder": "甲", "issued_on": "2018-03-01"}],
    }
    found = status_of("network_resources", facts, concepts=concepts, forbids="never_licensed(it)")
    assert found == {"a": _M, "b": _V, "c": _U}
    found = status_of("network_resources", facts, concepts=concepts, forbids="not licensed_on(it, it.contracted_on)")
    assert found == {"a": _V, "b": _V, "c": _V}


def test_a_quantifier_inside_a_concept_inside_a_quantifier_has_a_row_of_its_own() -> None:
    concepts = {"repeated": concept("any(t.name == s.name and t.id != s.id for t in services)", s="services")}
    facts = services({"name": "甲"}, {"name": "乙"}, {"name": "甲"})
    condition = "any(repeated(s) and s.id != it.id for s in services)"
    assert status_of("services", facts, concepts=concepts, forbids=condition) == {"a": _V, "b": _V, "c": _V}
    facts = services({"name": "甲"}, {"name": "乙"}, {"name": "丙"})
    assert status_of("services", facts, concepts=concepts, forbids=condition) == {"a": _M, "b": _M, "c": _M}


def test_a_reading_is_a_constant() -> None:
    norms = {"N-1": norm("services", done="it.ended_on", by="plus_days(it.started_on, readings.grace)")}
    facts = services({"ended_on": "2018-01-31"})
    assert statuses(norms, facts, readings={"grace": reading(30)}) == {("N-1", "a"): _M}
    assert statuses(norms, facts, readings={"grace": reading(29)}) == {("N-1", "a"): _V}


# Derived values


@pytest.mark.parametrize(
    ("dates", "earliest", "latest"),
    [
        (["2018-02-01", "2018-03-01"], "2018-02-01", "2018-03-01"),
        (["2018-02-01", "not_done"], "2018-02-01", "2018-02-01"),  # what is not done is left out
        (["not_done", "2019-01-01"], None, None),  # of none: not done
        ([], None, None),
    ],
)
def test_the_earliest_and_latest_of_a_list(dates: list[str], earliest: str | None, latest: str | None) -> None:
    facts = {"documents": [{"id": str(n), "adopted_on": day} for n, day in enumerate(dates)]}
    for which, expected in (("earliest", earliest), ("latest", latest)):
        day = (
            "not_done" if expected is None else "date({}, {}, {})".format(*(int(part) for part in expected.split("-")))
        )
        found = status_of("company", facts, requires=f"{which}(d.adopted_on for d in documents) == {day}")
        assert found == {"": _M}


def test_a_choice_that_is_not_known_can_be_either() -> None:
    derive = {"day": "it.started_on if it.commercial else it.trial_filed_on"}
    facts = services({"trial_filed_on": "2018-03-01"})
    for condition, status in (
        ("day <= date(2018, 3, 1)", _M),
        ("day < date(2018, 1, 1)", _V),
        ("day <= date(2018, 1, 1)", _U),
    ):
        assert status_of("services", facts, derive=derive, requires=condition) == {"a": status}


def test_a_list_that_may_hold_more_leaves_the_latest_open_on_one_side() -> None:
    facts = {"documents": [{"id": "a", "adopted_on": "2018-02-01"}], "partial": ["documents"]}
    at_least = "latest(d.adopted_on for d in documents) >= date(2018, 2, 1)"
    at_most = "latest(d.adopted_on for d in documents) <= date(2018, 2, 1)"
    assert status_of("company", facts, requires=at_least) == {"": _M}
    assert status_of("company", facts, requires=at_most) == {"": _U}


def test_derived_lists() -> None:
    facts = {
        "licence": {"first_obtained_on": "2015-05-01"},
        "licences": [{"id": "a", "codes": ["B25", "A26"], "issued_on": "2018-01-01"}],
    }
    assert list(status_of("report_years", facts, requires="it.year <= 2018")) == ["2016", "2017", "2018"]
    found = status_of("licensed_businesses", facts, requires="it.code == 'B25'")
    assert found == {"a/B25": _M, "a/A26": _V}
    assert status_of("licensed_businesses", {"licences": [{"id": "a"}]}, requires="it.code == 'B25'") == {"?": _U}
    assert status_of("report_years", {}, requires="it.year <= 2018") == {"?": _U}
    assert status_of("report_years", {"licence": {"first_obtained_on": "not_done"}}, requires="True") == {"": _N}
