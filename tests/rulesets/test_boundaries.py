"""The last days on which a duty is kept, with the dates written out."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from hegui.engine.audit import Auditor
from hegui.engine.findings import Finding
from hegui.engine.status import Cause, Status
from hegui.facts import from_mapping
from hegui.facts.as_of import AsOf
from hegui.facts.calendar import china
from tests.rulesets.packaged import miit_b25


@pytest.fixture(scope="module")
def auditor() -> Auditor:
    return Auditor(miit_b25())


def _finding(auditor: Auditor, norm: str, as_of: str, facts: Mapping[str, Any], subject: str = "a") -> Finding:
    """What is found of one subject, in the company of the ruleset's examples with some facts in place of its own."""
    document = from_mapping({**miit_b25().example_facts, **facts})
    report = auditor.audit(document, AsOf.parse(as_of))
    (found,) = (one for one in report.findings if one.norm == norm and one.subject == (subject,))
    return found


def _illegal(reported_on: str, disposed_at: str = "2018-02-09") -> dict[str, Any]:
    return {"illegal_information": [{"id": "a", "disposed_at": disposed_at, "reported_on": reported_on}]}


@pytest.mark.parametrize(
    ("reported_on", "status"),
    [("2018-02-27", Status.MET), ("2018-02-28", Status.MET), ("2018-03-01", Status.VIOLATED)],
)
def test_ten_working_days_over_the_spring_festival(auditor: Auditor, reported_on: str, status: Status) -> None:
    """Disposed of on Friday 9 February. Worked are Sunday 11, 12 to 14, 22, 23, Saturday 24, 26, 27, and 28."""
    found = _finding(auditor, "SP-09-f", "2018-03-10", _illegal(reported_on))
    assert (found.status, found.due, found.strict_due) == (status, "2018-02-28", "2018-02-28")


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        ("2018-02-28", Status.PENDING),
        ("2018-02-28T23:59", Status.PENDING),
        ("2018-03-01", Status.VIOLATED),
        ("2018-03-01T00:00", Status.VIOLATED),
    ],
)
def test_what_is_due_on_a_day_is_not_late_in_it(auditor: Auditor, as_of: str, status: Status) -> None:
    assert _finding(auditor, "SP-09-f", as_of, _illegal("not_done")).status is status


@pytest.mark.parametrize(
    ("at", "last"),
    [("2018-02-09 00:00", "2018-02-28"), ("2018-02-09 23:59", "2018-02-28"), ("2018-02-10 00:00", "2018-02-28"),
     ("2018-02-11 00:00", "2018-03-01")],
)  # fmt: skip
def test_the_day_of_a_minute_counts(auditor: Auditor, at: str, last: str) -> None:
    """The 10th is a Saturday that is off, the 11th a Sunday that is worked."""
    assert _finding(auditor, "SP-09-f", "2018-03-10", _illegal("2018-03-10", at)).due == last


def _change(applied_on: str, decided_on: str = "2019-09-03") -> dict[str, Any]:
    change = {
        "id": "a",
        "entity": "licensee",
        "kind": "shareholder_change",
        "shareholder_change": "joined_or_left",
        "decided_on": decided_on,
        "applied_on": applied_on,
        "withdrawn_on": "not_done",
    }
    return {"entity_changes": [change]}


@pytest.mark.parametrize(
    ("applied_on", "status"),
    [("2019-10-03", Status.MET), ("2019-10-08", Status.MET), ("2019-10-09", Status.VIOLATED)],
)
def test_thirty_days_that_end_in_the_october_holidays(auditor: Auditor, applied_on: str, status: Status) -> None:
    """Decided on 2019-09-03: the thirtieth day is 10-03, a holiday; the first working day after it is Tuesday 10-08."""
    found = _finding(auditor, "SP-11-a", "2019-12-01", _change(applied_on))
    assert (found.status, found.due, found.strict_due) == (status, "2019-10-08", "2019-10-03")


def _term(applied_on: str) -> dict[str, Any]:
    licence = {
        "scope": [{"id": "information", "code": "B25", "internet": False, "mobile": True, "fixed_phone": False}],
        "terms": [
            {
                "id": "a",
                "starts_on": "2016-01-19",
                "expires_on": "2021-01-19",
                "intends_to_continue": True,
                "renewal_applied_on": applied_on,
            }
        ],
    }
    return {"licence": licence}


@pytest.mark.parametrize(
    ("applied_on", "status"),
    [("2020-10-20", Status.MET), ("2020-10-21", Status.MET), ("2020-10-22", Status.VIOLATED)],
)
def test_ninety_days_before_the_term_ends(auditor: Auditor, applied_on: str, status: Status) -> None:
    """Valid until 2021-01-19. A period counted backward does not move; strictly it ends a day earlier."""
    found = _finding(auditor, "SP-12-b", "2021-01-10", _term(applied_on))
    assert (found.status, found.due, found.strict_due) == (status, "2020-10-21", "2020-10-20")


def test_a_period_that_ends_in_a_year_whose_working_days_are_not_published(auditor: Auditor) -> None:
    """Pending until the period can be past, then undetermined because of the calendar, until it surely is past."""
    decided = date(china().last_published_year, 12, 20)
    last = decided + timedelta(days=30)
    expected = {
        0: (Status.PENDING, None),
        1: (Status.UNDETERMINED, Cause.CALENDAR),
        # No rest in any published year lasts longer than eleven days.
        11: (Status.UNDETERMINED, Cause.CALENDAR),
        12: (Status.VIOLATED, None),
    }
    terms = [{"id": "first", "starts_on": "2016-01-19", "expires_on": str(last + timedelta(days=400))}]
    for days, outcome in expected.items():
        as_of = str(last + timedelta(days=days))
        found = _finding(auditor, "SP-11-a", as_of, {**_change("not_done", str(decided)), "licence": {"terms": terms}})
        assert (found.status, found.cause) == outcome, as_of


_USE = {
    "id": "a",
    "kind": "transmission",
    "supplier": "示例供应商(虚构)",
    "used_from": "2017-01-01",
    "used_until": "not_done",
}


def _licence(identity: str, issued_on: str | None, expires_on: str) -> dict[str, Any]:
    found = {
        "id": identity,
        "holder": "示例供应商(虚构)",
        "level": "basic",
        "issued_on": issued_on,
        "expires_on": expires_on,
    }
    return {name: value for name, value in found.items() if value is not None}


@pytest.mark.parametrize(
    ("second", "status"),
    [
        ("2017-09-30", Status.MET),
        ("2017-10-01", Status.MET),
        ("2017-10-02", Status.VIOLATED),
        (None, Status.UNDETERMINED),
    ],
)
def test_two_licences_one_after_the_other_cover_every_day(auditor: Auditor, second: str | None, status: Status) -> None:
    """The supplier's first licence ends on 2017-09-30; its second has to begin by the day after."""
    licences = [_licence("old", "2012-10-01", "2017-09-30"), _licence("new", second, "2027-09-30")]
    facts = {"network_resources": [{**_USE, "contracted_on": "2016-12-01"}], "licences": licences}
    assert _finding(auditor, "SP-03-b", "2018-06-01", facts).status is status
