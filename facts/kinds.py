"""The kinds of value that a field can hold, and the types by which a model's field says its kind.

None is 'not stated' in each of them. Money is in fen and shares are in hundredths of a percent, both NUMBER.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any

from pydantic_core import core_schema

from .dates import EXPECTED_DAY
from .not_done import NotDone
from .provinces import NATIONWIDE_SPELLINGS, Province
from .scalars import read_event_day, read_event_minute, read_flag, read_number, read_term_day, read_text
from .unfit import Unfit


class Kind(StrEnum):
    """What a field holds: a yes or no, one of a list of words, a text, a whole number, a day, or a minute."""

    FLAG = "flag"
    WORD = "word"
    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    MINUTE = "minute"


@dataclass(frozen=True, slots=True)
class Scalar:
    """How the field is read. `event` says that it is the date of something that happens, and can be not_done."""

    kind: Kind
    read: Callable[[object], object]
    event: bool = False

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)


def _read_given(value: object) -> str:
    text = read_text(value)
    if text is None:
        raise Unfit("nothing is stated", "a text")
    return text


def _read_given_day(value: object) -> date:
    day = read_term_day(value)
    if day is None:
        raise Unfit("nothing is stated", EXPECTED_DAY)
    return day


class _RegionList:
    """Lets `nationwide` stand for the list of all provinces."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: Callable[[Any], core_schema.CoreSchema]
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(self._read, handler(source))

    @staticmethod
    def _read(value: object) -> object:
        if isinstance(value, str) and value.strip() in NATIONWIDE_SPELLINGS:
            return tuple(Province)
        return value


GivenText = Annotated[str, Scalar(Kind.TEXT, _read_given)]
GivenDay = Annotated[date, Scalar(Kind.DAY, _read_given_day)]
Text = Annotated[str | None, Scalar(Kind.TEXT, read_text)]
Flag = Annotated[bool | None, Scalar(Kind.FLAG, read_flag)]
Number = Annotated[int | None, Scalar(Kind.NUMBER, read_number)]
EventDay = Annotated[date | NotDone | None, Scalar(Kind.DAY, read_event_day, event=True)]
TermDay = Annotated[date | None, Scalar(Kind.DAY, read_term_day)]
EventMinute = Annotated[date | datetime | NotDone | None, Scalar(Kind.MINUTE, read_event_minute, event=True)]
Texts = tuple[GivenText, ...] | None
Regions = Annotated[tuple[Province, ...] | None, _RegionList()]
