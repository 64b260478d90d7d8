"""From what a document states to typed values, one reader a kind. None is 'not stated' for each of them.

A reader takes the text of a document (ScalarText), the same text as a plain str, or a Python value that already has the
type. It raises Unfit.
"""

import unicodedata
from collections.abc import Callable
from datetime import date, datetime
from typing import Final, TypeVar

from .dates import (
    EXPECTED_DAY,
    EXPECTED_MINUTE,
    checked_day,
    checked_minute,
    day_from_text,
    day_or_minute_from_text,
)
from .not_done import NOT_DONE, NOT_DONE_SPELLINGS, NotDone
from .unfit import Unfit, nearest, shown, thing

LONGEST_TEXT: Final = 2_000
GREATEST_NUMBER: Final = 2**53 - 1  # the greatest that every JSON reader keeps exact

FLAGS: Final = {"true": True, "yes": True, "是": True, "false": False, "no": False, "否": False}

_EXPECTED_FLAG: Final = "true or false (also yes or no, 是 or 否), without quotes"
_EXPECTED_NUMBER: Final = "a whole number in digits, without quotes"
_EXPECTED_TEXT: Final = "a text"
_OR_NOT_DONE: Final = ", or not_done if it is known not to have happened"
_EXPECTED_EVENT_DAY: Final = EXPECTED_DAY + _OR_NOT_DONE
_EXPECTED_EVENT_MINUTE: Final = EXPECTED_MINUTE + _OR_NOT_DONE

# Characters that are printable to nobody and change how the text around them shows: separators and bidirectional marks.
_UNSEEN: Final = frozenset("\u2028\u2029\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


class ScalarText(str):
    """A scalar as a document writes it, not yet typed: whether it stands in quotes decides what it can mean."""

    __slots__ = ("quoted",)
    quoted: bool

    def __new__(cls, text: str, quoted: bool = False) -> "ScalarText":
        """`text`, and whether it stood in quotes."""
        self = super().__new__(cls, text)
        self.quoted = quoted
        return self


def read_text(value: object) -> str | None:
    """A text, with the white space around it cut off: any scalar, so that a plain 010 stays '010'."""
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise Unfit(f"{thing(value)} where a text belongs", _EXPECTED_TEXT)
    text = value.strip()
    if not text:
        raise Unfit("an empty text", f"{_EXPECTED_TEXT}; leave the field out if it is not known")
    if len(text) > LONGEST_TEXT:
        raise Unfit(f"a text of {len(text)} characters", f"at most {LONGEST_TEXT}")
    if not text.isprintable():
        _refuse_unseen(text)
    return text


def read_flag(value: object) -> bool | None:
    """A yes or a no."""
    if value is None or isinstance(value, bool):
        return value
    if not isinstance(value, str):
        raise Unfit(f"{thing(value)} where a yes or no belongs", _EXPECTED_FLAG)
    found = FLAGS.get(value.strip().lower())
    if found is None:
        raise Unfit(f"{shown(value)} is neither yes nor no", _EXPECTED_FLAG)
    if _quoted(value):
        raise Unfit(f"{shown(value)} is a text, because of its quotes", _EXPECTED_FLAG)
    return found


def read_number(value: object) -> int | None:
    """A whole number that is not negative."""
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        return _checked_number(value)
    if not isinstance(value, str):
        raise Unfit(f"{thing(value)} where a number belongs", _EXPECTED_NUMBER)
    text = value.strip()
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit()):
        raise Unfit(f"{shown(value)} is not a whole number", _EXPECTED_NUMBER)
    if _quoted(value):
        raise Unfit(f"the number {shown(value)} is given as a text, because of its quotes", _EXPECTED_NUMBER)
    if len(digits) > 40:
        raise Unfit(f"{shown(value)} is too great", f"at most {GREATEST_NUMBER}")
    return _checked_number(int(text))


def read_event_day(value: object) -> date | NotDone | None:
    """The day of an event, or NOT_DONE."""
    if value is None or value is NOT_DONE:
        return value
    if isinstance(value, str):
        text = value.strip()
        if text in NOT_DONE_SPELLINGS:
            return NOT_DONE
        return _helped(day_from_text, text, _EXPECTED_EVENT_DAY)
    return _day(value, _EXPECTED_EVENT_DAY)


def read_term_day(value: object) -> date | None:
    """A day that something lasts until or is due on."""
    if value is None:
        return None
    text = value.strip() if isinstance(value, str) else None
    if value is NOT_DONE or text in NOT_DONE_SPELLINGS:
        raise Unfit("not_done says that an event has not happened, and this is a term", f"{EXPECTED_DAY}, or nothing")
    if text is not None:
        return day_from_text(text)
    return _day(value, EXPECTED_DAY)


def read_event_minute(value: object) -> date | datetime | NotDone | None:
    """The minute of an event, or the day on which it lies, or NOT_DONE."""
    if value is None or value is NOT_DONE:
        return value
    if isinstance(value, datetime):
        return checked_minute(value, _EXPECTED_EVENT_MINUTE)
    if isinstance(value, str):
        text = value.strip()
        if text in NOT_DONE_SPELLINGS:
            return NOT_DONE
        return _helped(day_or_minute_from_text, text, _EXPECTED_EVENT_MINUTE)
    return _day(value, _EXPECTED_EVENT_MINUTE)


_Read = TypeVar("_Read", date, date | datetime)


def _helped(read: Callable[[str, str], _Read], text: str, expected: str) -> _Read:
    try:
        return read(text, expected)
    except Unfit as unfit:
        near = nearest(text, NOT_DONE_SPELLINGS)
        if near is None:
            raise
        raise Unfit(f"{unfit.what} (did you mean {near}?)", expected) from None


def _day(value: object, expected: str) -> date:
    if isinstance(value, datetime):
        raise Unfit(f"{shown(value.isoformat(' '))} has a time of day, where a day belongs", expected)
    if not isinstance(value, date):
        raise Unfit(f"{thing(value)} where a date belongs", expected)
    return checked_day(value, expected)


def _checked_number(number: int) -> int:
    if number < 0:
        raise Unfit(f"{number} is less than nothing", "0 or more")
    if number > GREATEST_NUMBER:
        raise Unfit(f"{shown(number)} is too great", f"at most {GREATEST_NUMBER}")
    return number


def _quoted(value: str) -> bool:
    return isinstance(value, ScalarText) and value.quoted


def _refuse_unseen(text: str) -> None:
    for place, character in enumerate(text, start=1):
        if unicodedata.category(character) in ("Cc", "Cs") or character in _UNSEEN:
            raise Unfit(
                f"a control character (U+{ord(character):04X}) at place {place}", "a text on one line, without any"
            )
