"""Every scalar is two integers: the smallest and the largest value it can have.

An exact value has both equal; a value that is not stated has no bounds. Days count from 0001-01-01 (`date.toordinal`),
minutes from the same midnight; words are positions in their enumeration; texts are numbered in each document.
"""

from collections.abc import Callable
from typing import Final

__all__ = ["ANYTHING", "FIRST", "LAST", "MINUTES_A_DAY", "NEVER", "Interval", "hull", "is_exact", "mapped"]

Interval = tuple[int, int]
"""The earliest and the latest, or the smallest and the largest, value."""

NEVER: Final = 10**16
"""A date that is known not to have happened lies after every date. Small enough for every engine's integers."""

LAST: Final = NEVER - 1
"""The upper bound of a date that is not stated and must exist (a term)."""

FIRST: Final = -NEVER
"""The lower bound of what is not stated."""

ANYTHING: Final[Interval] = (FIRST, NEVER)

MINUTES_A_DAY: Final = 24 * 60


def is_exact(interval: Interval) -> bool:
    """Whether the value is known."""
    return interval[0] == interval[1]


def hull(first: Interval, second: Interval) -> Interval:
    """The smallest interval that holds both."""
    return min(first[0], second[0]), max(first[1], second[1])


def mapped(interval: Interval, lower: Callable[[int], int], upper: Callable[[int], int]) -> Interval:
    """Apply a rising function to both bounds; missing bounds and `NEVER` stay what they are."""
    low, high = interval
    return (
        low if low <= FIRST or low >= LAST else lower(low),
        high if high <= FIRST or high >= LAST else upper(high),
    )
