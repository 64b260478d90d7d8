"""From a cell to the value that a document would hold, past what Excel makes of what people write."""

import re
import unicodedata
from datetime import date, datetime
from typing import Final

from ..kinds import Kind
from ..scalars import ScalarText
from ..schema import Field
from ..unfit import Unfit, shown
from .filling import KEPT_BY_EXCEL
from .grid import Cell
from .words import word_text

_FORMATTED_AS_TEXT: Final = "the text itself: format the cell as text, then enter it again"
_DOTTED: Final = re.compile(r"([0-9]{4})\.([0-9]{1,2})\.([0-9]{1,2})(?![0-9.])")
_LITERAL: Final = re.compile(r'"[^"]*"|\\.|\[[^\]$]*\]')
"""What a number format shows as it stands, or says about colours and languages."""

_MONEY: Final = re.compile(r"[$¥¥€£]|元|圆|RMB|CNY")

_LOCALE: Final = re.compile(r"\[\$-[^\]]*\]")
_DISGUISE: Final = re.compile(r"00|[0#?]\.|%|/|E[+-]")
"""Formats that show a number with more zeros, or quite another way: 010, 10.00, 1000%."""


def value_in(cell: Cell, field: Field) -> object:
    """The value, for the field's own reader to type. Raises Unfit."""
    value = cell.value
    if isinstance(value, str):
        return ScalarText(_text(value, field))
    if isinstance(value, bool):
        return value
    if isinstance(value, (int, float)):
        return _number(value, cell.format, field)
    if isinstance(value, datetime):
        return _moment(value, cell.format, field)
    if isinstance(value, date):
        return value
    raise Unfit(f"{shown(value)}, a time without a day", "a value as the heading of its column says")


def _text(text: str, field: Field) -> str:
    if field.kind is Kind.TEXT:
        return text
    if field.words is not None:
        found = word_text(field.words, text.strip())
        return found if found != text.strip() else word_text(field.words, _narrow(text))
    narrow = _narrow(text)
    return _DOTTED.sub(r"\1-\2-\3", narrow) if field.kind in (Kind.DAY, Kind.MINUTE) else narrow


def _narrow(text: str) -> str:
    """Full-width digits and signs as the narrow ones that are meant."""
    return unicodedata.normalize("NFKC", text).strip()


def _number(number: int | float, format_: str, field: Field) -> object:
    shape = _LITERAL.sub("", format_)
    if field.kind in (Kind.DAY, Kind.MINUTE):
        example = "2018-06-01" if field.kind is Kind.DAY else "2018-06-01 14:30"
        what = f"the number {_plain(number)}, where a {field.kind.value} belongs"
        raise Unfit(what, f"a {field.kind.value} such as {example}, in a cell formatted as text or date")
    if abs(number) >= KEPT_BY_EXCEL:
        what = f"a number of more than fifteen digits ({_plain(number)}), of which Excel keeps fifteen"
        raise Unfit(what, _FORMATTED_AS_TEXT)
    if field.kind is Kind.NUMBER and "%" in shape:
        raise Unfit(f"a percentage ({number * 100:g}%)", "a whole number of hundredths of a percent: 5000 for 50 %")
    if field.kind is Kind.NUMBER and field.unit == "fen" and _MONEY.search(_LOCALE.sub("", format_)):
        raise Unfit(f"an amount of money ({_plain(number)}) that is not in fen by its format", "a whole number of fen")
    if isinstance(number, float) and not number.is_integer():
        if field.kind is Kind.NUMBER:
            raise Unfit(f"{_plain(number)} is not a whole number", "a whole number" + _in_units(field))
        raise Unfit(f"the number {_plain(number)}, where a text belongs", _FORMATTED_AS_TEXT)
    if field.kind is not Kind.NUMBER and _DISGUISE.search(shape):
        raise Unfit(f"a number that Excel shows otherwise than it keeps it ({_plain(number)})", _FORMATTED_AS_TEXT)
    return int(number)


def _in_units(field: Field) -> str:
    return {None: "", "fen": " of fen: 4950 for 49.50 yuan"}.get(field.unit, f" of {field.unit}")


def _moment(moment: datetime, format_: str, field: Field) -> object:
    with_time = bool(moment.hour or moment.minute or moment.second or re.search("[hH]", _LITERAL.sub("", format_)))
    if field.kind is Kind.DAY and not (moment.hour or moment.minute or moment.second):
        return moment.date()
    if field.kind in (Kind.DAY, Kind.MINUTE):
        return moment if with_time else moment.date()
    what = f"the date {moment.date().isoformat()}, which Excel may have made of something else"
    raise Unfit(what, _FORMATTED_AS_TEXT if field.kind is Kind.TEXT else "a value as the heading of its column says")


def _plain(number: int | float) -> str:
    return str(number) if isinstance(number, int) else f"{number:.15g}"
