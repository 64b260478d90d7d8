"""Which days of a year are worked, as the installed package `holidays` (class CN) has it.

Importing that package costs some 70 ms. It is asked only by scripts/make_calendar.py and, where it is newer than the
committed table, by calendar.py.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

PACKAGE = "holidays"


class PublishedYear(NamedTuple):
    """A year's days that differ from the plain week, each list as month and day in digits ("0102"), sorted."""

    weekdays_off: tuple[str, ...]
    weekends_worked: tuple[str, ...]


def installed_version() -> str | None:
    """The package's version, without importing it; None where it is not installed.

    It is read off the name of the folder that the installer made: importlib.metadata takes longer to import than all
    else that an audit needs of the calendar.
    """
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        return None
    for entry in Path(found.origin).parent.parent.glob(f"{PACKAGE}-*.dist-info"):
        return entry.name.removesuffix(".dist-info").removeprefix(f"{PACKAGE}-")
    from importlib.metadata import version

    return version(PACKAGE)


def published_years(first: int) -> dict[int, PublishedYear]:
    """The published years from `first` on, up to the first one that is not published; empty without the package.

    `holidays` answers for any year: where no notice is out it applies the statute's fixed holidays and knows no make-up
    day. Every notice since 2004 has moved at least one weekend day into the working week, and `holidays` keeps these
    days in `weekend_workdays`. So a year counts as published if it holds a make-up day of its own; a notice without any
    would be taken for a year that is not published, which leaves findings undetermined and never makes a wrong one.
    """
    try:
        from holidays import country_holidays
    except ImportError:
        return {}
    found: dict[int, PublishedYear] = {}
    year = first
    while True:
        # The next year too: its notice may move days of this year's last week.
        calendar = country_holidays("CN", years=(year, year + 1))
        if not any(day.year == year for day in country_holidays("CN", years=year).weekend_workdays):
            return found
        weekdays_off: list[str] = []
        weekends_worked: list[str] = []
        for day in _days_of(year):
            if calendar.is_working_day(day) is not (day.weekday() < 5):
                (weekdays_off if day.weekday() < 5 else weekends_worked).append(f"{day:%m%d}")
        found[year] = PublishedYear(tuple(weekdays_off), tuple(weekends_worked))
        year += 1


def _days_of(year: int) -> Iterator[date]:
    day = date(year, 1, 1)
    while day.year == year:
        yield day
        day += timedelta(days=1)
