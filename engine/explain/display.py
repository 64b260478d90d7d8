"""Values as people read them, in both languages."""

import datetime
from typing import Final

from ...facts import NOT_DONE
from ...facts.bilingual import Bilingual
from ...facts.kinds import Kind
from ...facts.words import Word
from ..intervals import FIRST, LAST, MINUTES_A_DAY, NEVER, Interval
from ..language.tree import Constant, ValueType

__all__ = ["NOT_STATED", "constant", "date_text", "interval", "stated"]

NOT_STATED: Final = Bilingual("未说明", "not stated")
_NOT_DONE: Final = Bilingual("未办理", "not done")


def _same(text: str) -> Bilingual:
    return Bilingual(text, text)


def stated(value: object) -> Bilingual:
    """A value as it was stated."""
    if value is None:
        return NOT_STATED
    if value is NOT_DONE:
        return _NOT_DONE
    if isinstance(value, Word):
        return value.label
    if isinstance(value, bool):
        return Bilingual("是", "yes") if value else Bilingual("否", "no")
    if isinstance(value, datetime.datetime):
        return _same(value.strftime("%Y-%m-%d %H:%M"))
    return _same(str(value))


def date_text(number: int, kind: Kind | None) -> str:
    """A day or minute number as ISO text; '' where it has no bound."""
    if not FIRST < number < LAST:
        return ""
    if kind is Kind.MINUTE:
        day, minute = divmod(number, MINUTES_A_DAY)
        return f"{datetime.date.fromordinal(day)} {minute // 60:02d}:{minute % 60:02d}"
    return str(datetime.date.fromordinal(number))


def interval(value: Interval, kind: ValueType) -> Bilingual:
    """A derived value: a date, a span of dates, or that it is not known."""
    low, high = value
    if low == NEVER:
        return _NOT_DONE
    if kind.kind not in (Kind.DAY, Kind.MINUTE):
        return _same(str(low)) if low == high else NOT_STATED
    first, last = date_text(low, kind.kind), date_text(high, kind.kind)
    if first == last:
        return _same(first) if first else NOT_STATED
    if not last:
        return Bilingual(f"{first} 或以后", f"{first} or later") if first else NOT_STATED
    if not first:
        return Bilingual(f"{last} 或以前", f"{last} or earlier")
    return Bilingual(f"{first} 至 {last} 之间", f"between {first} and {last}")


def constant(value: Constant) -> Bilingual:
    """A literal of a condition."""
    kind = value.type
    if kind.words is not None and isinstance(value.value, int):
        return list(kind.words)[value.value].label
    if value.value == NEVER:
        return _NOT_DONE
    if kind.kind is Kind.FLAG:
        return stated(bool(value.value))
    if kind.kind in (Kind.DAY, Kind.MINUTE) and isinstance(value.value, int):
        return _same(date_text(value.value, kind.kind))
    return _same(str(value.value))
