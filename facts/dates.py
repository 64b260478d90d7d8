"""From text to a day or a minute, as a document and a command line write them.

A minute is a naive datetime of Asia/Shanghai, which has been UTC+8 without summer time since September 1991.
"""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

from .unfit import Unfit, shown

SHANGHAI: Final = timezone(timedelta(hours=8), "Asia/Shanghai")
FIRST_YEAR: Final = 1990
LAST_YEAR: Final = 2100

EXPECTED_DAY: Final = "a day such as 2018-02-09"
EXPECTED_MINUTE: Final = "a minute such as 2018-02-09 14:30, or a day such as 2018-02-09"

_DAY: Final = re.compile(
    r"([0-9]{4})(?:-([0-9]{1,2})-([0-9]{1,2})|/([0-9]{1,2})/([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日)"
)
_CLOCK: Final = re.compile(
    r"(?:[Tt]|\s*)([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?\s*([Zz]|[+-][0-9]{2}:?[0-9]{2})?"
)


def day_from_text(text: str, expected: str = EXPECTED_DAY) -> date:
    """The day that `text` writes: 2018-02-09, 2018/2/9 or 2018年2月9日. Raises Unfit."""
    match = _DAY.match(text)
    if match is None:
        raise Unfit(f"{shown(text)} is not a date", expected)
    rest = text[match.end() :]
    if rest:
        what = "has a time of day, where a day belongs" if _CLOCK.fullmatch(rest) else "is not a date"
        raise Unfit(f"{shown(text)} {what}", expected)
    return _day(match, text, expected)


def day_or_minute_from_text(text: str, expected: str = EXPECTED_MINUTE) -> date | datetime:
    """The minute that `text` writes, seconds cut, or the day if it has no time of day. Raises Unfit."""
    match = _DAY.match(text)
    if match is None:
        raise Unfit(f"{shown(text)} is not a time", expected)
    rest = text[match.end() :]
    if not rest:
        return _day(match, text, expected)
    clock = _CLOCK.fullmatch(rest)
    if clock is None:
        raise Unfit(f"{shown(text)} is not a time", expected)
    day = _day(match, text, expected)
    hour, minute, second = int(clock[1]), int(clock[2]), int(clock[3] or 0)
    if hour > 23 or minute > 59 or second > 59:
        raise Unfit(f"{shown(text)} has a time of day that no clock shows (00:00 to 23:59)", expected)
    return checked_minute(datetime(day.year, day.month, day.day, hour, minute, tzinfo=_zone(clock[4], text, expected)))


def checked_day(day: date, expected: str = EXPECTED_DAY) -> date:
    """`day`, if it lies in the years that a document can speak of. Raises Unfit."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Unfit(f"{day.isoformat()} lies outside the years {FIRST_YEAR} to {LAST_YEAR}", expected)
    return day


def checked_minute(minute: datetime, expected: str = EXPECTED_MINUTE) -> datetime:
    """`minute` without zone (Asia/Shanghai) and seconds, if a document can speak of its year. Raises Unfit."""
    checked_day(minute.date(), expected)
    if minute.tzinfo is not None:
        minute = minute.astimezone(SHANGHAI)
        checked_day(minute.date(), expected)
    return datetime(minute.year, minute.month, minute.day, minute.hour, minute.minute)


def _day(match: re.Match[str], text: str, expected: str) -> date:
    year, month, day = (int(part) for part in match.groups() if part is not None)
    try:
        found = date(year, month, day)
    except ValueError:
        raise Unfit(f"{shown(text)} is not a day that the calendar has", expected) from None
    return checked_day(found, expected)


def _zone(text: str | None, whole: str, expected: str) -> timezone:
    if text is None:
        return SHANGHAI
    if text in "Zz":
        return UTC
    digits = text[1:].replace(":", "")
    hours, minutes = int(digits[:2]), int(digits[2:])
    if hours > 14 or minutes > 59:
        raise Unfit(f"{shown(whole)} has an offset from UTC that no place has", expected)
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(-offset if text[0] == "-" else offset)
