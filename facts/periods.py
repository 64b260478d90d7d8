"""Periods in days, working days and months, counted as the law counts them.

A period starts on the day after its event; if its last day is a day off, it runs to the next working day (Civil Code,
articles 201 and 203). Periods counted backward and `plus_days` never move.

Every function comes twice: on dates, and (`…_ordinal`) on day numbers as of date.toordinal, which is what the engines
count in; there the answer is the triple (earliest, latest, strict). Results beyond the years 1 to 9999 stop there.
A negative number of days is a ValueError.
"""

from calendar import monthrange
from datetime import date

from msgspec import Struct

from .calendar import Calendar, china

_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()

# What may happen in a year that is not published, each a little more than has happened in any published year so far
# (a test compares them with all of these, and tries the bounds made from them with each year taken as not published):
# so many days off in a row (10: the Spring Festival of 2020);
LONGEST_REST = 11
# so many working days more than Mondays to Fridays in any stretch, when make-up days fall together (3);
MOST_GAINED = 3
# so many fewer, up to the n-th working day: a holiday of nine days holds seven at most (6 seen for each n below 34);
# over longer stretches three more for every forty working days (the statute's 13 days a year and their bridges).
MOST_LOST = 7
MOST_LOST_PER_FORTY = 3

Bounds = tuple[int, int, int]


class Deadline(Struct, frozen=True):
    """The last day of a period: between `earliest` and `latest`, which differ only where it rests on days that are not
    published yet; `strict` is the last day if no day off is made up for."""

    earliest: date
    latest: date
    strict: date

    @property
    def exact(self) -> bool:
        """Whether it is settled."""
        return self.earliest == self.latest


def days_after(day: date, n: int, calendar: Calendar | None = None) -> Deadline:
    """n days from the day after `day`; a last day that is off gives way to the next working day."""
    return _deadline(days_after_ordinal(day.toordinal(), n, calendar))


def workdays_after(day: date, n: int, calendar: Calendar | None = None) -> Deadline:
    """The n-th working day after `day`."""
    return _deadline(workdays_after_ordinal(day.toordinal(), n, calendar))


def months_after(day: date, n: int, calendar: Calendar | None = None) -> Deadline:
    """n months after `day`, on the same day of the month or else the month's last; rolled as `days_after` is."""
    return _deadline(months_after_ordinal(day.toordinal(), n, calendar))


def days_before(day: date, n: int) -> Deadline:
    """n days before `day`; strict is a day earlier (n full days, with `day` itself not counted)."""
    return _deadline(days_before_ordinal(day.toordinal(), n))


def plus_days(day: date, n: int) -> Deadline:
    """The day n days later."""
    return _deadline(plus_days_ordinal(day.toordinal(), n))


def year_end(day: date) -> Deadline:
    """31 December of the day's year."""
    return _deadline(year_end_ordinal(day.toordinal()))


def days_after_ordinal(ordinal: int, n: int, calendar: Calendar | None = None) -> Bounds:
    """As `days_after`."""
    return _roll(_within(ordinal + _count(n)), calendar or china())


def months_after_ordinal(ordinal: int, n: int, calendar: Calendar | None = None) -> Bounds:
    """As `months_after`."""
    day = date.fromordinal(ordinal)
    years, month = divmod(day.month - 1 + _count(n), 12)
    year, month = day.year + years, month + 1
    if year > date.max.year:
        return (_LAST, _LAST, _LAST)
    return _roll(date(year, month, min(day.day, monthrange(year, month)[1])).toordinal(), calendar or china())


def workdays_after_ordinal(ordinal: int, n: int, calendar: Calendar | None = None) -> Bounds:
    """As `workdays_after`; strict equals earliest, as a working day is never a day off."""
    calendar = calendar or china()
    if _count(n) == 0:
        return (ordinal, ordinal, ordinal)
    start = ordinal + 1
    if start < calendar.known_from:
        # Each day may be worked, the six-day weeks of before 1995 among them. And the latest is no later than if the
        # count began where the known days begin.
        latest = workdays_after_ordinal(calendar.known_from - 1, n, calendar)[1]
        return _bounds(ordinal + n, min(_latest_workday(ordinal, n), latest))
    if start < calendar.known_until:
        rank = calendar.rank(start) + n - 1
        exact = calendar.working_day(rank)
        if exact is not None:
            return _bounds(exact, exact)
        # Count what is left from where the known days end.
        ordinal = calendar.known_until - 1
        n = rank - calendar.rank(calendar.known_until) + 1
    return _bounds(_earliest_workday(ordinal, n), _latest_workday(ordinal, n))


def days_before_ordinal(ordinal: int, n: int) -> Bounds:
    """As `days_before`."""
    day = _within(ordinal - _count(n))
    return (day, day, _within(day - 1))


def plus_days_ordinal(ordinal: int, n: int) -> Bounds:
    """As `plus_days`."""
    day = _within(ordinal + _count(n))
    return (day, day, day)


def year_end_ordinal(ordinal: int) -> Bounds:
    """As `year_end`."""
    day = date(date.fromordinal(ordinal).year, 12, 31).toordinal()
    return (day, day, day)


def _roll(strict: int, calendar: Calendar) -> Bounds:
    """The first working day at or after the last day of a period."""
    if calendar.knows(strict):
        exact = calendar.next_working(strict)
        if exact is not None:
            return (exact, exact, strict)
        # Off up to the last known day: the next one may be worked, or the rest may go on.
        return (calendar.known_until, _within(strict + LONGEST_REST), strict)
    latest = _within(strict + LONGEST_REST)
    if strict < calendar.known_from:
        latest = min(latest, _roll(calendar.known_from, calendar)[1])
    return (strict, latest, strict)


def _earliest_workday(ordinal: int, n: int) -> int:
    """No n-th working day comes sooner: n days must pass, and n weekdays less those that make-up days stand in for."""
    return max(ordinal + n, _weekday_after(ordinal, n - MOST_GAINED))


def _latest_workday(ordinal: int, n: int) -> int:
    """No n-th working day comes later: n weekdays, and those that holidays may take from them."""
    return _weekday_after(ordinal, n + MOST_LOST + MOST_LOST_PER_FORTY * (n // 40))


def _weekday_after(ordinal: int, n: int) -> int:
    """The n-th Monday to Friday after a day (ordinal 1 is a Monday); the day itself for n below 1."""
    if n < 1:
        return ordinal
    weekday = (ordinal - 1) % 7
    # From a Saturday or Sunday the count goes on as from the Friday before it.
    position = min(weekday, 4)
    weeks, rest = divmod(position + n, 5)
    return ordinal - weekday + 7 * weeks + rest


def _count(n: int) -> int:
    if n < 0:
        raise ValueError(f"a period cannot have {n} days or months; to count backward use days_before")
    return n


def _within(ordinal: int) -> int:
    return max(_FIRST, min(ordinal, _LAST))


def _bounds(earliest: int, latest: int) -> Bounds:
    earliest, latest = _within(earliest), _within(latest)
    return (earliest, latest, earliest)


def _deadline(bounds: Bounds) -> Deadline:
    earliest, latest, strict = bounds
    return Deadline(date.fromordinal(earliest), date.fromordinal(latest), date.fromordinal(strict))
