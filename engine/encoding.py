"""From a stated value to its two integers."""

import datetime
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from ..facts import NOT_DONE
from ..facts.as_of import AsOf
from ..facts.schema import Field, Kind
from ..facts.words import Word
from .intervals import ANYTHING, FIRST, LAST, MINUTES_A_DAY, NEVER, Interval

__all__ = ["Texts", "encode", "minute_number", "minutes", "unstated"]

_NOT_DONE: Final[Interval] = (NEVER, NEVER)


class Texts:
    """Numbers texts in the order of their first use: engines compare numbers, never strings."""

    __slots__ = ("_numbers",)

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        """The number of a text; a new text gets the next one."""
        return self._numbers.setdefault(text, len(self._numbers))

    def __iter__(self) -> Iterator[str]:
        """The texts, in the order of their numbers."""
        return iter(self._numbers)


def unstated(field: Field) -> Interval:
    """The interval of a value that is not stated: all that it can be."""
    match field.kind:
        case Kind.FLAG:
            return 0, 1
        case Kind.DAY | Kind.MINUTE if not field.event:
            return FIRST, LAST
        case _:
            return ANYTHING


@cache
def _positions(words: type[Word]) -> Mapping[object, int]:
    return {member: number for number, member in enumerate(words)}


def minute_number(moment: datetime.datetime) -> int:
    """Minutes since the midnight from which days are counted, so that a day's minutes start at day * 1440."""
    return moment.toordinal() * MINUTES_A_DAY + moment.hour * 60 + moment.minute


def encode(value: object, field: Field, as_of: AsOf, texts: Texts) -> Interval:
    """The interval of a stated value; an event after `as_of` has not happened yet."""
    if value is NOT_DONE:
        return _NOT_DONE
    number: int
    match field.kind:
        case Kind.FLAG:
            number = int(bool(value))
        case Kind.WORD:
            assert field.words is not None
            number = _positions(field.words)[value]
        case Kind.TEXT:
            number = texts.number(str(value))
        case Kind.NUMBER:
            assert isinstance(value, int)
            number = value
        case Kind.DAY:
            assert isinstance(value, datetime.date)
            number = value.toordinal()
            if field.event and number > as_of.day.toordinal():
                return _NOT_DONE
        case Kind.MINUTE:
            return minutes(value, minute_number(as_of.happened_until) if field.event else None)
    return number, number


def minutes(value: object, happened_until: int | None) -> Interval:
    """The interval of a stated minute, or of a day that is given for one.

    Of an event that has not happened until a minute (its number) nothing has happened; None is for terms.
    """
    if isinstance(value, datetime.datetime):
        low = high = minute_number(value)
    else:
        assert isinstance(value, datetime.date)
        low = value.toordinal() * MINUTES_A_DAY
        high = low + MINUTES_A_DAY - 1
    if happened_until is not None:
        if low > happened_until:
            return _NOT_DONE
        if high > happened_until:
            high = NEVER
    return low, high
