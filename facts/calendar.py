"""Working days in mainland China: those of the State Council's yearly notices, make-up days included.

The published years lie in a committed table (calendar_cn.py), since importing `holidays` costs more than an audit. Only
where a newer `holidays` is installed is it asked, once, for the years after the table's last.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import accumulate

from . import calendar_cn
from .published_years import PublishedYear, installed_version, published_years

# A year's notice has moved days of the December before it (2005-12-31 and 2006-12-30 became working days), never before
# the 29th. So the last week of the last published year is not settled until the next notice is out.
_SETTLED_UNTIL = (12, 25)


@dataclass(frozen=True, slots=True)
class Calendar:
    """What is published about working days, over one unbroken run of years.

    `source` and `version` name where it comes from. Days before `known_from` (an ordinal, see date.toordinal) and from
    `known_until` on are not settled: 25 to 31 December of the last published year count among them.
    Notices have been amended within their year (2015, 2019, 2020): what is published can, rarely, change once more.
    """

    source: str
    version: str
    years: Mapping[int, PublishedYear] = field(repr=False, hash=False)
    first_published_year: int = field(init=False)
    last_published_year: int = field(init=False)
    known_from: int = field(init=False)
    known_until: int = field(init=False)
    # Ordinals of the working days; and for each known day the number of working days before it.
    _working: list[int] = field(init=False, repr=False, compare=False)
    _before: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        first, last = min(self.years), max(self.years)
        if len(self.years) != last - first + 1:
            raise ValueError(f"the years of a calendar must follow one another: {sorted(self.years)}")
        start, end = date(first, 1, 1).toordinal(), date(last, *_SETTLED_UNTIL).toordinal()
        moved = {ordinal for year, days in self.years.items() for ordinal in _ordinals(year, days)}
        # Ordinal 1 is a Monday; a day that a notice moves is worked if it is a Saturday or Sunday.
        working = [ordinal for ordinal in range(start, end) if ((ordinal - 1) % 7 < 5) is not (ordinal in moved)]
        worked = set(working)
        before = list(accumulate((ordinal in worked for ordinal in range(start, end - 1)), initial=0))
        for name, value in (
            ("first_published_year", first),
            ("last_published_year", last),
            ("known_from", start),
            ("known_until", end),
            ("_working", working),
            ("_before", before),
        ):
            object.__setattr__(self, name, value)

    def is_working_day(self, day: date) -> bool | None:
        """Whether the day is worked; None where that is not published."""
        ordinal = day.toordinal()
        return self.next_working(ordinal) == ordinal if self.knows(ordinal) else None

    def knows(self, ordinal: int) -> bool:
        """Whether it is settled that the day is worked or not."""
        return self.known_from <= ordinal < self.known_until

    def next_working(self, ordinal: int) -> int | None:
        """The first known working day at or after a known day; None where the known days end before one comes."""
        return self.working_day(self.rank(ordinal))

    def rank(self, ordinal: int) -> int:
        """How many known working days lie before a known day, or before the day on which the known days end."""
        return len(self._working) if ordinal == self.known_until else self._before[ordinal - self.known_from]

    def working_day(self, rank: int) -> int | None:
        """The ordinal of the known working day that has `rank` known ones before it; None beyond the last."""
        return self._working[rank] if rank < len(self._working) else None

    def until(self, year: int) -> "Calendar":
        """The same calendar as it stood while `year` was the last one published."""
        return Calendar(self.source, self.version, {y: days for y, days in self.years.items() if y <= year})


@cache
def china() -> Calendar:
    """The calendar of mainland China, from 2004 to the last year that the table or a newer `holidays` has."""
    years = {
        year: PublishedYear(tuple(off.split()), tuple(calendar_cn.WEEKENDS_WORKED[year].split()))
        for year, off in calendar_cn.WEEKDAYS_OFF.items()
    }
    version, last, installed = calendar_cn.VERSION, max(years), installed_version()
    if installed not in (None, version):
        # The table's last year is asked again as well: the next year's notice settles its last week.
        newer = published_years(last)
        if len(newer) > 1:
            years |= newer
            version = f"{version}, from {last} {installed}"
    return Calendar(calendar_cn.SOURCE, version, years)


def _ordinals(year: int, days: PublishedYear) -> Iterable[int]:
    for text in days.weekdays_off + days.weekends_worked:
        yield date(year, int(text[:2]), int(text[2:])).toordinal()
