"""The judge counts as the State Council has it: held against `holidays`, and against dates that are known."""

from datetime import date, timedelta

import holidays
import pytest

from hegui.facts.calendar import china
from tests.judge.counting import FUNCTIONS

_FIRST, _LAST = 2005, china().last_published_year - 1
_CALENDAR = holidays.country_holidays("CN", years=range(_FIRST, _LAST + 2))


def _worked(day: date) -> bool:
    return _CALENDAR.is_working_day(day)


def _days() -> list[date]:
    start = date(_FIRST, 1, 1)
    return [start + timedelta(days=number) for number in range(0, (date(_LAST, 6, 1) - start).days, 3)]


@pytest.mark.parametrize("number", [1, 10, 30])
def test_the_nth_working_day_is_worked_and_has_so_many_up_to_it(number: int) -> None:
    for day in _days():
        last = FUNCTIONS["workdays_after"](day.toordinal(), number)
        assert last.earliest == last.latest
        between = [day + timedelta(days=one) for one in range(1, last.latest - day.toordinal() + 1)]
        assert sum(map(_worked, between)) == number
        assert _worked(between[-1])


@pytest.mark.parametrize("number", [0, 30, 90])
def test_a_period_ends_on_the_first_working_day_at_or_after_its_last(number: int) -> None:
    for day in _days():
        strict = day + timedelta(days=number)
        last = FUNCTIONS["days_after"](day.toordinal(), number)
        assert last.strict == strict.toordinal()
        assert last.earliest == last.latest
        end = date.fromordinal(last.latest)
        assert _worked(end)
        assert not any(_worked(strict + timedelta(days=one)) for one in range((end - strict).days))


@pytest.mark.parametrize(
    ("function", "start", "number", "expected"),
    [
        ("workdays_after", "2018-02-09", 10, "2018-02-28"),
        ("days_after", "2019-09-03", 30, "2019-10-08"),
        ("days_before", "2021-01-19", 90, "2020-10-21"),
        ("months_after", "2016-01-31", 1, "2016-02-29"),
        ("months_after", "2017-01-31", 1, "2017-02-28"),
        ("months_after", "2015-11-30", 3, "2016-02-29"),
        ("plus_days", "2019-09-03", 30, "2019-10-03"),
        ("year_end", "2019-09-03", 0, "2019-12-31"),
    ],
)
def test_dates_that_are_known(function: str, start: str, number: int, expected: str) -> None:
    last = FUNCTIONS[function](date.fromisoformat(start).toordinal(), number)
    assert date.fromordinal(last.latest).isoformat() == date.fromordinal(last.earliest).isoformat() == expected
