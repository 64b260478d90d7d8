"""The calendar as lists, for hosts that cannot count working days: the last day of a period, by its event's day."""

import datetime
from functools import cache
from typing import Final

from hegui.facts import periods

__all__ = ["FIRST", "LAST", "ends"]

FIRST: Final = datetime.date(2005, 1, 1)
LAST: Final = datetime.date(2022, 12, 31)


@cache
def ends(kind: str, days: int) -> list[datetime.date]:
    """The last day of a period of `days` (kind days_after or workdays_after) for each event day from FIRST to LAST."""
    count = getattr(periods, kind)
    all_days = (FIRST + datetime.timedelta(n) for n in range((LAST - FIRST).days + 1))
    return [count(day, days).earliest for day in all_days]
