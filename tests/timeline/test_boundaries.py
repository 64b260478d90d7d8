"""When a norm begins and ends to be broken, pending, unknown, not there: with the dates written out."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from hegui.engine.timeline import Timeline, TimelineMaker, Track, years_later
from hegui.facts import from_mapping
from tests.strategies.small import loaded, norm

Told = list[tuple[str, str, str | None]]


@pytest.fixture(scope="module")
def maker(tmp_path_factory: pytest.TempPathFactory) -> TimelineMaker:
    """Of norms that depend on today in every way."""
    ruleset = loaded(
        tmp_path_factory.mktemp("ruleset"),
        {
            "N-1": norm("illegal_information", done="it.reported_on", by="days_after(day_of(it.disposed_at), 10)"),
            "N-2": norm("illegal_information", forbids="it.disposed_at < day_end(today)"),
            "N-3": norm("services", forbids="it.started_on < days_before(today, 30)"),
            "N-4": norm("report_years", requires="it.closes_on >= today"),
            "N-5": norm(
                "services", applies="it.started_on <= today", requires="workdays_after(today, 3) < it.ended_on"
            ),
            "N-7": norm("licence.terms", requires="it.expires_on >= today"),
            "N-8": norm("services", requires="it.started_on == today or it.started_on == plus_days(today, 3)"),
        },
    )
    return TimelineMaker(ruleset)


@pytest.fixture(scope="module")
def moving(tmp_path_factory: pytest.TempPathFactory) -> TimelineMaker:
    """Of duties whose dates move with today."""
    ruleset = loaded(
        tmp_path_factory.mktemp("ruleset"),
        {
            "N-6": norm(
                "services", by="latest(plus_days(it.started_on, 2), days_before(today, 5))", requires="it.ended_on < by"
            ),
            "N-9": norm("services", by="it.started_on", done="earliest(it.ended_on, plus_days(today, 5))"),
        },
    )
    return TimelineMaker(ruleset)


def timeline_of(
    maker: TimelineMaker, facts: Mapping[str, Any], first: str, last: str, as_of: str = "2018-06-01"
) -> Timeline:
    return maker.make(from_mapping(facts), *(date.fromisoformat(one) for one in (as_of, first, last)))


def track_of(timeline: Timeline, name: str) -> Track:
    (found,) = next(one.tracks for one in timeline.norms if one.norm == name)
    return found


def told(timeline: Timeline, name: str) -> Told:
    return [
        (str(one.first), "not there" if one.status is None else one.status.value, one.cured_on)
        for one in track_of(timeline, name).stretches
    ]


def test_a_duty_is_pending_on_its_last_day_and_late_on_the_next(maker: TimelineMaker) -> None:
    facts = {"illegal_information": [{"id": "a", "disposed_at": "2018-03-05", "reported_on": "2018-03-20"}]}
    timeline = timeline_of(maker, facts, "2018-03-01", "2018-03-31")
    assert told(timeline, "N-1") == [
        ("2018-03-01", "not_applicable", None),
        ("2018-03-05", "pending", None),
        ("2018-03-16", "violated", None),  # the fifteenth was its last day
        ("2018-03-20", "violated", "2018-03-20"),
    ]
    track = track_of(timeline, "N-1")
    assert [one.due for one in track.stretches] == [None, "2018-03-15", None, None]
    assert (track.began_before, track.goes_on) == (True, True)


def test_the_ends_of_the_span_are_not_taken_for_changes(maker: TimelineMaker) -> None:
    facts = {"illegal_information": [{"id": "a", "disposed_at": "2018-03-05", "reported_on": "not_done"}]}
    timeline = timeline_of(maker, facts, "2018-03-05", "2018-03-15")
    track = track_of(timeline, "N-1")
    assert told(timeline, "N-1") == [("2018-03-05", "pending", None)]
    assert (track.began_before, track.goes_on) == (False, False)
    inside = track_of(timeline_of(maker, facts, "2018-03-06", "2018-03-14"), "N-1")
    assert (inside.began_before, inside.goes_on) == (True, True)


def test_a_deadline_in_days_that_are_not_published_is_unknown_between_its_bounds(maker: TimelineMaker) -> None:
    """Ten days from 22 September 2040 end on 2 October: perhaps a day off, as are perhaps those after it."""
    facts = {"illegal_information": [{"id": "a", "disposed_at": "2040-09-22", "reported_on": "not_done"}]}
    timeline = timeline_of(maker, facts, "2040-09-01", "2040-12-31", "2040-09-30")
    found = told(timeline, "N-1")
    assert [status for _, status, _ in found] == ["not_applicable", "pending", "undetermined", "violated"]
    assert found[2][0] == "2040-10-03"
    assert found[3][0] == "2040-10-14"
    assert [str(one.on) for one in timeline.ahead.turns] == ["2040-10-03", "2040-10-14"]


def test_an_event_at_a_minute_counts_from_its_day(maker: TimelineMaker) -> None:
    facts = {"illegal_information": [{"id": "a", "disposed_at": "2018-03-05 23:59"}]}
    timeline = timeline_of(maker, facts, "2018-03-01", "2018-03-31")
    assert told(timeline, "N-2") == [
        ("2018-03-01", "undetermined", None),  # it is not stated when it was found
        ("2018-03-05", "met", None),  # not before the last minute of that day
        ("2018-03-06", "violated", None),
    ]


def test_a_day_counted_back_from_today(maker: TimelineMaker) -> None:
    """Thirty days after 1 March is the last day on which it did not start more than thirty days ago."""
    facts = {"services": [{"id": "a", "started_on": "2018-03-01", "ended_on": "2018-05-09", "regions": []}]}
    timeline = timeline_of(maker, facts, "2018-02-20", "2018-06-30")
    assert told(timeline, "N-3") == [
        ("2018-02-20", "not_applicable", None),
        ("2018-03-01", "met", None),
        ("2018-04-01", "violated", None),
    ]


def test_a_working_day_counted_from_today(maker: TimelineMaker) -> None:
    """Before 9 May, when it ends, nothing is later than what has not happened; from then on each day counts."""
    facts = {"services": [{"id": "a", "started_on": "2018-05-02", "ended_on": "2018-05-09", "regions": []}]}
    timeline = timeline_of(maker, facts, "2018-05-01", "2018-05-31")
    assert told(timeline, "N-5") == [
        ("2018-05-01", "not_applicable", None),
        ("2018-05-02", "met", None),
        ("2018-05-09", "violated", None),
    ]


def test_a_deadline_that_moves_with_today(moving: TimelineMaker) -> None:
    facts = {"services": [{"id": "a", "started_on": "2018-05-02", "ended_on": "2018-05-09", "regions": []}]}
    timeline = timeline_of(moving, facts, "2018-05-01", "2018-05-31")
    assert told(timeline, "N-6") == [
        ("2018-05-01", "not_applicable", None),
        ("2018-05-02", "pending", None),
        ("2018-05-05", "violated", None),
        ("2018-05-15", "met", None),  # five days before it, on the tenth, it had ended
    ]
    assert {one.due for one in track_of(timeline, "N-6").stretches} == {None}


def test_a_day_of_doing_that_moves_with_today(moving: TimelineMaker) -> None:
    """No use, but to the letter."""
    facts = {"services": [{"id": "a", "started_on": "2018-05-02", "ended_on": "2018-05-09", "regions": []}]}
    assert told(timeline_of(moving, facts, "2018-05-01", "2018-05-31"), "N-9") == [
        ("2018-05-01", "not_applicable", None),
        ("2018-05-02", "pending", None),
        *((f"2018-05-{day:02}", "violated", f"2018-05-{day + 5:02}") for day in range(3, 9)),
        ("2018-05-09", "violated", "2018-05-09"),
    ]


def test_just_one_day(maker: TimelineMaker) -> None:
    facts = {"services": [{"id": "a", "started_on": "2018-05-02", "regions": []}]}
    assert told(timeline_of(maker, facts, "2018-05-01", "2018-05-31"), "N-8") == [
        ("2018-05-01", "not_applicable", None),
        ("2018-05-02", "met", None),
        ("2018-05-03", "violated", None),
    ]


def test_the_last_day_of_a_term_is_in_it(maker: TimelineMaker) -> None:
    facts = {"licence": {"terms": [{"id": "a", "starts_on": "2016-01-19", "expires_on": "2018-01-19"}]}}
    assert told(timeline_of(maker, facts, "2018-01-01", "2018-12-31"), "N-7") == [
        ("2018-01-01", "met", None),
        ("2018-01-20", "violated", None),
    ]


def test_what_is_not_valid_any_more_is_unknown_from_the_next_day_on(maker: TimelineMaker) -> None:
    """Nobody knows then whether the term still ends as it was stated."""
    facts = {
        "licence": {"terms": [{"id": "a", "starts_on": "2016-01-19", "expires_on": "2021-01-19"}]},
        "sources": [{"path": "licence.terms[a].expires_on", "valid_until": "2018-03-31"}],
    }
    timeline = timeline_of(maker, facts, "2018-01-01", "2018-12-31", "2018-02-01")
    assert told(timeline, "N-7") == [("2018-01-01", "met", None), ("2018-04-01", "undetermined", None)]
    assert [str(one.on) for one in timeline.ahead.turns] == ["2018-04-01"]


def test_a_year_is_there_from_its_first_day(maker: TimelineMaker) -> None:
    facts = {"licence": {"first_obtained_on": "2016-01-19"}}
    timeline = timeline_of(maker, facts, "2016-06-01", "2018-06-30")
    (years,) = (one.tracks for one in timeline.norms if one.norm == "N-4")
    found = {
        one.subject: [(str(part.first), None if part.status is None else part.status.value) for part in one.stretches]
        for one in years
        if one.subject
    }
    assert found == {
        ("2017",): [("2016-06-01", None), ("2017-01-01", "met"), ("2017-04-01", "violated")],
        ("2018",): [("2016-06-01", None), ("2018-01-01", "met"), ("2018-04-01", "violated")],
    }


def test_what_comes_by_itself_leaves_out_what_is_planned(maker: TimelineMaker) -> None:
    """The report is planned for the twelfth, in time; by itself the duty is late on the sixteenth."""
    facts = {"illegal_information": [{"id": "a", "disposed_at": "2018-03-05", "reported_on": "2018-03-12"}]}
    timeline = timeline_of(maker, facts, "2018-03-01", "2018-03-31", "2018-03-09")
    assert told(timeline, "N-1")[-1] == ("2018-03-12", "met", None)
    assert timeline.planned == (date(2018, 3, 12),)
    assert [(str(one.on), one.norm, one.before, one.after) for one in timeline.ahead.turns] == [
        ("2018-03-16", "N-1", "pending", "violated")
    ]


def test_it_is_looked_three_years_ahead(maker: TimelineMaker) -> None:
    facts = {"licence": {"terms": [{"id": "a", "starts_on": "2016-01-19", "expires_on": "2021-05-31"}]}}
    for as_of, turns in (("2018-06-01", 1), ("2018-05-31", 0)):
        ahead = timeline_of(maker, facts, "2018-01-01", "2018-12-31", as_of).ahead
        assert len([one for one in ahead.turns if one.norm == "N-7"]) == turns
    assert str(ahead.looked_until) == "2021-05-31"


def test_a_year_later() -> None:
    assert years_later(date(2020, 2, 29), 1) == date(2021, 2, 28)
    assert years_later(date(2020, 2, 29), -4) == date(2016, 2, 29)
