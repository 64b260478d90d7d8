"""`hegui deadlines`: a table, JSON, a calendar; 0 whatever falls due, and 2 where nothing can be told."""

import json

import pytest
from icalendar import Calendar

from tests.cli.running import MAIN, MAIN_DAY, Run

DEADLINES = ("deadlines", MAIN, "--as-of", MAIN_DAY)


def test_the_table_is_sorted_and_has_the_days_left(hegui: Run) -> None:
    ran = hegui(*DEADLINES, "--select", "SP-09-f,SP-12-b,SP-11-a", "--width", "120")
    assert (ran.code, ran.err) == (0, "")
    lines = [line for line in ran.out.splitlines() if line.startswith("2020-")]
    assert [line.split()[0] for line in lines] == ["2020-10-14", "2020-10-21", "2020-10-26"]
    assert "还有 9 天" in lines[1]
    assert "2020-10-20" in lines[1]


def test_within(hegui: Run) -> None:
    ran = hegui(*DEADLINES, "--within", "3", "--format", "json")
    data = json.loads(ran.out)
    assert data["within"] == 3
    assert max(one["strict_days_left"] for one in data["deadlines"]) <= 3
    assert len(data["deadlines"]) < len(json.loads(hegui(*DEADLINES, "--format", "json").out)["deadlines"])


def test_a_calendar(hegui: Run) -> None:
    ran = hegui(*DEADLINES, "--within", "8", "--format", "ics")
    assert ran.code == 0
    events = Calendar.from_ical(ran.out).walk("VEVENT")
    assert [str(one["summary"]).split()[0] for one in events] == ["SP-09-f", "SP-01-j-2", "SP-15-08-e", "SP-12-b"]


def test_the_calendar_of_an_audit_is_that_of_all_deadlines(hegui: Run) -> None:
    assert hegui("audit", MAIN, "--as-of", MAIN_DAY, "--format", "ics").out == hegui(*DEADLINES, "--format", "ics").out


def test_overdue_is_0_too(hegui: Run) -> None:
    facts = (
        b"licence: {terms: [{id: a, starts_on: 2016-01-19, expires_on: 2021-01-19}]}\n"
        b"illegal_information: [{id: a, disposed_at: 2018-02-09, reported_on: not_done}]\n"
    )
    ran = hegui("deadlines", "-", "--as-of", "2018-05-01", "--lang", "en", stdin=facts)
    assert ran.code == 0
    assert "1 overdue and not done" in ran.out
    assert "days late" in ran.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "Missing argument 'FACTS'"),
        (["no-such-file.yaml"], "no-such-file.yaml"),
        ([MAIN, "--within", "-1"], "--within"),
        ([MAIN, "--format", "xml"], "'xml'"),
        ([MAIN, "--select", "SP-99"], "SP-99"),
        ([MAIN, "--as-of", "soon"], "--as-of"),
    ],
)
def test_bad_usage_ends_with_2_and_says_why(hegui: Run, arguments: list[str], told: str) -> None:
    ran = hegui("deadlines", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
