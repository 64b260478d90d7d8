"""From which later day on a decision could come out otherwise: found out while it is made.

A decision is worked out from rows and from today. Where the rows stay the same, it can change only if a comparison with
today, or with a date counted from today, comes out otherwise. So today is given to the compiled functions as a number
that notes what it is compared with; each such number rises with the day, and it is known when it gets past the other.
"""

from collections.abc import Callable

from ..intervals import MINUTES_A_DAY, Interval
from ..language.functions import Function

__all__ = ["Watch", "watched"]

_Path = Callable[[int], int]


class Watch:
    """The first day after `day`, and not after `until`, on which a comparison that was made could come out otherwise.

    Days are ordinals. `turn` is `until` where there is no such day before it.
    """

    def __init__(self, day: int, until: int) -> None:
        self.day = day
        self.turn = max(until, day + 1)

    @property
    def today(self) -> int:
        """The day, as a number that notes what it is compared with."""
        return _Rising(self, lambda day: day, ("today",))

    @property
    def now(self) -> int:
        """The day's first minute, as such a number."""
        return _Rising(self, lambda day: day * MINUTES_A_DAY, ("now",))

    def reached(self, path: _Path, target: int) -> None:
        """Note that something changes on the day from which on a rising number is at least `target`."""
        low, high = self.day, self.turn  # not reached on the first; not known to be before the second
        if high - low == 1 or path(high - 1) < target:
            return
        high -= 1
        while high - low > 1:
            middle = (low + high) // 2
            if path(middle) < target:
                low = middle
            else:
                high = middle
        self.turn = high

    def each_day(self) -> None:
        """Note that something may change on the next day."""
        self.turn = self.day + 1


class _Rising(int):
    """A number that rises with the day, by a `path` from days to numbers. Those with one `name` have one path."""

    watch: Watch
    path: _Path
    name: tuple[object, ...]

    def __new__(cls, watch: Watch, path: _Path, name: tuple[object, ...]) -> "_Rising":
        made = super().__new__(cls, path(watch.day))
        made.watch, made.path, made.name = watch, path, name
        return made

    def _note(self, other: object, *, at: int | None) -> None:
        """A comparison was made that turns when the number gets to the other plus `at`; without it, there and past."""
        if isinstance(other, _Rising):
            if other.name != self.name:
                self.watch.each_day()
            return
        assert isinstance(other, int)
        if at is None:
            at = int(not int.__lt__(self, other))
        if int.__lt__(self, other + at):
            self.watch.reached(self.path, other + at)

    def __lt__(self, other: int) -> bool:
        self._note(other, at=0)
        return int.__lt__(self, other)

    def __ge__(self, other: int) -> bool:
        self._note(other, at=0)
        return int.__ge__(self, other)

    def __le__(self, other: int) -> bool:
        self._note(other, at=1)
        return int.__le__(self, other)

    def __gt__(self, other: int) -> bool:
        self._note(other, at=1)
        return int.__gt__(self, other)

    def __eq__(self, other: object) -> bool:
        self._note(other, at=None)
        return int.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        self._note(other, at=None)
        return int.__ne__(self, other)

    __hash__ = int.__hash__


def watched(function: Function) -> Callable[[Interval, int], Interval]:
    """A date function that gives a rising number for one. It rises itself, and each bound follows from one bound."""

    def compute(interval: Interval, number: int) -> Interval:
        low, high = (
            _moved(function, bound, number, side) if isinstance(bound, _Rising) else plain
            for side, (bound, plain) in enumerate(
                zip(interval, function.compute((int(interval[0]), int(interval[1])), number), strict=True)
            )
        )
        return low, high

    return compute


def _moved(function: Function, bound: _Rising, number: int, side: int) -> _Rising:
    inner = bound.path

    def path(day: int) -> int:
        found = inner(day)
        return function.compute((found, found), number)[side]

    return _Rising(bound.watch, path, (*bound.name, function.name, number, side))
