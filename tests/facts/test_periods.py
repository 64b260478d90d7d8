"""Periods: the dates written out, their laws, and the bounds where days are not published yet."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegui.facts import periods
from hegui.facts.calendar import Calendar, china
from hegui.facts.periods import Deadline

Forward = Callable[[date, int, Calendar | None], Deadline]
_FORWARD: list[Forward] = [periods.days_after, periods.workdays_after, periods.months_after]
_DAYS = st.dates(date(1990, 1, 1), date(2035, 12, 31))
_COUNTS = st.integers(0, 400)
_FIRST, _LAST = china().first_published_year, china().last_published_year


def _exactly(day: date, strict: date | None = None) -> Deadline:
    return Deadline(day, day, strict or day)


def test_illegal_content_is_reported_by_the_tenth_working_day() -> None:
    """The Spring Festival of 2018 lies between, with make-up days on 11 and 24 February."""
    assert periods.workdays_after(date(2018, 2, 9), 10) == _exactly(date(2018, 2, 28))


def test_thirty_days_that_end_in_a_holiday_run_to_its_end() -> None:
    assert periods.days_after(date(2019, 9, 3), 30) == _exactly(date(2019, 10, 8), strict=date(2019, 10, 3))


def test_ninety_days_before_the_expiry_do_not_move() -> None:
    assert periods.days_before(date(2021, 1, 19), 90) == _exactly(date(2020, 10, 21), strict=date(2020, 10, 20))
    # 2020-10-01 is a holiday.
    assert periods.days_before(date(2020, 12, 30), 90) == _exactly(date(2020, 10, 1), strict=date(2020, 9, 30))


def test_a_make_up_saturday_is_a_last_day_like_any_other() -> None:
    assert periods.days_after(date(2018, 2, 14), 10) == _exactly(date(2018, 2, 24))
    assert periods.workdays_after(date(2018, 2, 23), 1) == _exactly(date(2018, 2, 24))


@pytest.mark.parametrize(
    ("day", "months", "end", "strict"),
    [
        (date(2019, 1, 31), 1, date(2019, 2, 28), date(2019, 2, 28)),
        (date(2020, 1, 31), 1, date(2020, 3, 2), date(2020, 2, 29)),  # a Saturday
        (date(2018, 11, 30), 3, date(2019, 2, 28), date(2019, 2, 28)),
        (date(2018, 12, 15), 12, date(2019, 12, 16), date(2019, 12, 15)),  # a Sunday
        (date(2018, 5, 3), 0, date(2018, 5, 3), date(2018, 5, 3)),
        (date(2018, 12, 3), 13, date(2020, 1, 3), date(2020, 1, 3)),
    ],
)
def test_months_are_clipped_and_rolled(day: date, months: int, end: date, strict: date) -> None:
    assert periods.months_after(day, months) == _exactly(end, strict)


def test_fixed_days_never_move() -> None:
    assert periods.plus_days(date(2019, 9, 3), 30) == _exactly(date(2019, 10, 3))
    assert periods.year_end(date(2018, 2, 9)) == _exactly(date(2018, 12, 31))


def test_where_days_are_not_published_a_period_has_bounds() -> None:
    cut = china().until(2019)
    inside = periods.days_after(date(2019, 12, 25), 30, cut)
    assert inside == Deadline(date(2020, 1, 24), date(2020, 2, 4), date(2020, 1, 24))
    assert inside.earliest <= periods.days_after(date(2019, 12, 25), 30).latest <= inside.latest
    assert not inside.exact
    working = periods.workdays_after(date(2019, 12, 20), 10, cut)
    # Two are known (23 and 24 December); of the other eight each may come early or late.
    assert working.earliest == date(2020, 1, 1)
    assert working.latest == date(2020, 1, 14)


def test_a_period_that_ends_before_what_is_published_ends_is_exact() -> None:
    cut = china().until(2019)
    assert periods.days_after(date(2019, 11, 24), 30, cut) == _exactly(date(2019, 12, 24))
    assert periods.workdays_after(date(2019, 12, 10), 10, cut) == _exactly(date(2019, 12, 24))
    assert not periods.days_after(date(2019, 11, 25), 30, cut).exact


def test_days_before_the_first_published_year_have_bounds_too() -> None:
    assert periods.days_after(date(2003, 12, 1), 30) == Deadline(
        date(2003, 12, 31), date(2004, 1, 2), date(2003, 12, 31)
    )
    deadline = periods.workdays_after(date(2003, 12, 29), 3)
    assert deadline.earliest == date(2004, 1, 1)
    assert deadline.latest == date(2004, 1, 6)


@pytest.mark.parametrize("period", [*_FORWARD, periods.days_before, periods.plus_days])
def test_a_negative_number_is_refused(period: Callable[[date, int], Deadline]) -> None:
    with pytest.raises(ValueError, match="days_before"):
        period(date(2018, 1, 1), -1)


def test_the_ends_of_time_hold() -> None:
    assert periods.days_after(date.max, 30).latest == date.max
    assert periods.workdays_after(date.max, 30).latest == date.max
    assert periods.months_after(date.max, 30).latest == date.max
    assert periods.plus_days(date.max, 1).latest == date.max
    assert periods.days_before(date.min, 90) == _exactly(date.min)
    assert periods.year_end(date.max) == _exactly(date.max)


@given(_DAYS, st.integers(0, 60), st.integers(0, 60), st.sampled_from(_FORWARD))
def test_a_later_event_or_a_longer_period_never_ends_sooner(day: date, n: int, more: int, period: Forward) -> None:
    ends = period(day, n, None)
    later_event, longer = period(day + timedelta(days=more), n, None), period(day, n + more, None)
    for other in (later_event, longer):
        assert ends.earliest <= other.earliest
        assert ends.latest <= other.latest
        assert ends.strict <= other.strict


@given(_DAYS, _COUNTS, st.sampled_from(_FORWARD))
def test_bounds_are_in_order(day: date, n: int, period: Forward) -> None:
    ends = period(day, n, None)
    assert ends.strict <= ends.earliest <= ends.latest


@given(st.dates(date(_FIRST, 1, 1), date(_LAST - 1, 6, 30)), st.integers(0, 300))
def test_within_the_published_years_a_deadline_is_what_counting_gives(day: date, n: int) -> None:
    """Counted one day at a time."""
    calendar = china()
    end = day + timedelta(days=n)
    while not calendar.is_working_day(end):
        end += timedelta(days=1)
    assert periods.days_after(day, n) == _exactly(end, day + timedelta(days=n))
    end, left = day, min(n, 200)
    while left:
        end += timedelta(days=1)
        left -= bool(calendar.is_working_day(end))
    assert periods.workdays_after(day, min(n, 200)) == _exactly(end)


@cache
def _cut(year: int) -> Calendar:
    return china().until(year)


def test_the_true_end_lies_within_what_was_said_before_the_year_was_published() -> None:
    """Each start from 2005 on, with what was known at the end of the year before it, and at the end of its own year."""
    whole = china()
    first, last = date(2005, 1, 1).toordinal(), date(_LAST - 1, 12, 31).toordinal()
    for start in range(first, last + 1):
        year = date.fromordinal(start).year
        for n in range(1, 31):
            by_days = periods.days_after_ordinal(start, n, whole)
            by_workdays = periods.workdays_after_ordinal(start, n, whole)
            assert by_days[0] == by_days[1]
            assert by_workdays[0] == by_workdays[1]
            for known in (_cut(year - 1), _cut(year)):
                earliest, latest, strict = periods.days_after_ordinal(start, n, known)
                assert strict == by_days[2]
                assert earliest <= by_days[0] <= latest
                earliest, latest, _ = periods.workdays_after_ordinal(start, n, known)
                assert earliest <= by_workdays[0] <= latest


_STARTS = st.dates(date(2004, 1, 1), date(_LAST - 2, 12, 31))


@given(_STARTS, st.integers(0, 250), st.integers(0, 2), st.sampled_from(_FORWARD))
def test_the_bounds_hold_for_longer_periods_too(day: date, n: int, years: int, period: Forward) -> None:
    if period is periods.months_after:
        n //= 20
    true = period(day, n, None)
    said = period(day, n, _cut(max(_FIRST, day.year - 1 + years)))
    if true.exact:
        assert said.earliest <= true.earliest <= said.latest
    assert said.strict <= true.strict


def test_the_constants_cover_every_published_year_and_not_much_more() -> None:
    calendar = china()
    ordinals = range(calendar.known_from, calendar.known_until)
    rests, rest = [0], 0
    for ordinal in ordinals:
        rest = 0 if calendar.is_working_day(date.fromordinal(ordinal)) else rest + 1
        rests.append(rest)
    assert max(rests) <= periods.LONGEST_REST <= max(rests) + 1

    weekdays = [0]
    for ordinal in ordinals:
        weekdays.append(weekdays[-1] + (date.fromordinal(ordinal).weekday() < 5))
    gained, lost = [], []
    for n in [*range(1, 60), *range(60, 261, 10)]:
        for start in range(calendar.known_from - 1, calendar.known_until - 420):
            end = periods.workdays_after_ordinal(start, n, calendar)[0]
            # Mondays to Fridays among the days after the start, up to the n-th working day, and before it.
            begin, stop = start + 1 - calendar.known_from, end - calendar.known_from
            gained.append(n - (weekdays[stop + 1] - weekdays[begin]))
            lost.append((weekdays[stop] - weekdays[begin]) - (n - 1) - periods.MOST_LOST_PER_FORTY * (n // 40))
    assert max(gained) == periods.MOST_GAINED
    assert max(lost) <= periods.MOST_LOST <= max(lost) + 1
