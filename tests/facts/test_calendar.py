"""The table of working days, day by day against the package that it is made from."""

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import holidays
import pytest

from hegui.facts import calendar, calendar_cn, published_years
from hegui.facts.calendar import Calendar, china
from hegui.facts.published_years import PublishedYear

_PUBLISHED = range(min(calendar_cn.WEEKDAYS_OFF), max(calendar_cn.WEEKDAYS_OFF) + 1)


def _days(years: range) -> list[date]:
    first, last = date(years[0], 1, 1), date(years[-1], 12, 31)
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def test_the_table_is_what_the_installed_package_says_day_by_day() -> None:
    package = holidays.country_holidays("CN", years=range(_PUBLISHED[0], _PUBLISHED[-1] + 2))
    table = china()
    for day in _days(_PUBLISHED):
        if table.knows(day.toordinal()):
            assert table.is_working_day(day) is package.is_working_day(day), day
    # The last week is in the table too, though the calendar does not vouch for it.
    years = published_years.published_years(_PUBLISHED[0])
    for year in _PUBLISHED:
        assert " ".join(years[year].weekdays_off) == calendar_cn.WEEKDAYS_OFF[year]
        assert " ".join(years[year].weekends_worked) == calendar_cn.WEEKENDS_WORKED[year]


def test_the_committed_table_is_what_the_script_makes(tmp_path: Path) -> None:
    if published_years.installed_version() != calendar_cn.VERSION:
        pytest.skip("another version of the package is installed than the table was made from")
    root = Path(__file__).parents[2]
    script = "import sys; sys.path.insert(0, 'scripts'); import make_calendar; sys.stdout.write(make_calendar.table())"
    made = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
    assert made.stdout == (root / "facts" / "calendar_cn.py").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2018, 2, 11), True),  # a Sunday made up for
        (date(2018, 2, 15), False),  # a Thursday off for it
        (date(2018, 2, 24), True),
        (date(2018, 3, 3), False),
        (date(2019, 10, 7), False),
        (date(2019, 10, 12), True),
        (date(2005, 12, 31), True),  # by the notice for 2006
        (date(2018, 12, 29), True),  # by the notice for 2019
        (date(2018, 12, 31), False),
        (date(2020, 1, 31), False),  # by an amendment within the year
        (date(2015, 9, 3), False),
    ],
)
def test_days_that_notices_moved(day: date, worked: bool) -> None:
    assert china().is_working_day(day) is worked


def test_what_is_not_published_is_unknown() -> None:
    table = china()
    assert table.source == "holidays CN"
    assert (table.first_published_year, table.last_published_year) == (2004, max(calendar_cn.WEEKDAYS_OFF))
    assert table.is_working_day(date(2003, 12, 31)) is None
    assert table.is_working_day(date(table.last_published_year + 1, 1, 1)) is None
    assert table.is_working_day(date(table.last_published_year, 12, 31)) is None
    assert table.is_working_day(date(table.last_published_year, 12, 24)) is not None


def test_no_notice_moved_a_december_day_that_the_year_before_had_settled() -> None:
    whole = china()
    for year in _PUBLISHED[:-1]:
        cut = whole.until(year)
        assert cut.last_published_year == year
        days = [day for day in _days(range(year, year + 1)) if cut.knows(day.toordinal())]
        assert [cut.is_working_day(day) for day in days] == [whole.is_working_day(day) for day in days]
    # The days that notices for the next year have moved: make-up days, and 31 December 2007 and 2018 for them.
    by_the_next = {"2005-12-31", "2006-12-30", "2006-12-31", "2007-12-29", "2007-12-31", "2011-12-31"}
    by_the_next |= {"2018-12-29", "2018-12-31"}
    moved = {
        f"{year}-{text[:2]}-{text[2:]}"
        for table in (calendar_cn.WEEKDAYS_OFF, calendar_cn.WEEKENDS_WORKED)
        for year, texts in table.items()
        for text in texts.split()
        if text[:2] == "12"
    }
    assert moved == by_the_next


def test_every_published_year_has_a_make_up_day_of_its_own() -> None:
    """Which is how a year is known to be published."""
    for year in _PUBLISHED:
        assert any(not text.startswith("12") for text in calendar_cn.WEEKENDS_WORKED[year].split()), year


def test_years_must_follow_one_another() -> None:
    empty = PublishedYear((), ())
    with pytest.raises(ValueError, match="follow one another"):
        Calendar("invented", "1", {2004: empty, 2006: empty})


def test_a_newer_package_serves_its_newer_years(monkeypatch: pytest.MonkeyPatch) -> None:
    last = max(calendar_cn.WEEKDAYS_OFF)
    assert date(last, 12, 26).weekday() == 5  # else choose another weekend day of the last week
    newer = {last: PublishedYear(("0101",), ("1226",)), last + 1: PublishedYear(("0101",), ("0109",))}
    monkeypatch.setattr(calendar, "installed_version", lambda: "99.1")
    monkeypatch.setattr(calendar, "published_years", lambda first: newer if first == last else {})
    extended = china.__wrapped__()
    assert extended.last_published_year == last + 1
    assert extended.version == f"{calendar_cn.VERSION}, from {last} 99.1"
    assert extended.is_working_day(date(last, 12, 26)) is True
    assert extended.is_working_day(date(last + 1, 1, 1)) is False


@pytest.mark.parametrize("version", [None, calendar_cn.VERSION])
def test_without_a_newer_package_it_is_not_asked(monkeypatch: pytest.MonkeyPatch, version: str | None) -> None:
    def asked(first: int) -> dict[int, PublishedYear]:
        raise AssertionError(first)

    monkeypatch.setattr(calendar, "installed_version", lambda: version)
    monkeypatch.setattr(calendar, "published_years", asked)
    assert china.__wrapped__().version == calendar_cn.VERSION


def test_a_newer_package_without_a_newer_year_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    last = max(calendar_cn.WEEKDAYS_OFF)
    monkeypatch.setattr(calendar, "installed_version", lambda: "99.1")
    monkeypatch.setattr(calendar, "published_years", lambda first: {last: PublishedYear((), ())})
    assert china.__wrapped__() == china()


def test_a_package_that_is_not_there_has_no_years(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    monkeypatch.setattr(published_years, "PACKAGE", "no-such-package-is-installed")
    assert published_years.published_years(2020) == {}
    assert published_years.installed_version() is None


def test_the_package_is_not_imported_for_the_published_years() -> None:
    script = (
        "import sys; from datetime import date; from hegui.facts.calendar import china; "
        "china().is_working_day(date(2018, 2, 9)); print('holidays' in sys.modules)"
    )
    if published_years.installed_version() != calendar_cn.VERSION:
        pytest.skip("another version of the package is installed than the table was made from")
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert shown.stdout == "False\n"
