"""Numbers, amounts and dates as licences write them: in Chinese numerals, plain or formal, or in digits.

All functions take folded text and give None for what they cannot read.
"""

import re
from datetime import date
from fractions import Fraction

from ..dates import day_from_text
from ..unfit import Unfit

_DIGITS = {
    character: value
    for value, characters in enumerate(
        ("零〇○Oo0", "一壹", "二贰貳两", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
    )
    for character in characters
}
_D = "[一壹二贰貳两三叁參四肆五伍六陆陸七柒八捌九玖]"
_ZERO = "[零〇]?"
_BELOW_TEN_THOUSAND = re.compile(rf"(?:({_D})[千仟])?{_ZERO}(?:({_D})[百佰])?{_ZERO}(?:({_D}?)([十拾]))?{_ZERO}({_D})?")
_ARABIC = re.compile(r"(\d{1,3}(?:,\d{3}){1,5}|\d{1,18})(?:\.(\d{1,6}))?([十拾百佰千仟万萬亿億]{0,3})")
_UNITS = {
    "十": 10,
    "拾": 10,
    "百": 100,
    "佰": 100,
    "千": 1000,
    "仟": 1000,
    "万": 10**4,
    "萬": 10**4,
    "亿": 10**8,
    "億": 10**8,
}
_LONGEST = 40
_YUAN = re.compile(r"(.+?)[元圆圓](?:整|正|(?:(.)角)?[零〇]?(?:(.)分)?[整正]?)")
_CHINESE_DAY = re.compile(
    r"([零〇○Oo一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)


def small_number(text: str) -> int | None:
    """A number from 1 to 99, as articles and items bear it."""
    if len(text) > 3:
        return None
    if text.isdecimal():
        number = int(text)
        return number if 1 <= number <= 99 else None
    value = _below_ten_thousand(text)
    return value if value is not None and 1 <= value <= 99 else None


def fen(text: str) -> int | None:
    """An amount of renminbi, in fen. An amount that names another currency is not read."""
    if len(text) > _LONGEST:
        return None
    text = re.sub(r"^(?:人民币|RMB|CNY|[¥])+:?|(?:人民币)$", "", text, flags=re.IGNORECASE)
    match = _YUAN.fullmatch(text)
    yuan = _number(match[1] if match else text)
    if yuan is None:
        return None
    parts = (yuan * 100, *(Fraction(_digit(match[group]) or 0) * unit for group, unit in ((2, 10), (3, 1)) if match))
    total = sum(parts, Fraction(0))
    return int(total) if total.denominator == 1 else None


def day(text: str) -> date | None:
    """A day such as 2018年5月3日, 二〇一八年五月三日 or 2018-05-03, if the calendar has it."""
    if len(text) > _LONGEST:
        return None
    match = _CHINESE_DAY.fullmatch(text)
    if match is not None:
        year = "".join(str(_DIGITS[character]) for character in match[1])
        text = f"{year}年{small_number(match[2])}月{small_number(match[3])}日"
    try:
        return day_from_text(text.replace(".", "-"))
    except Unfit:
        return None


def _number(text: str) -> Fraction | None:
    match = _ARABIC.fullmatch(text)
    if match is not None:
        value = Fraction(int(match[1].replace(",", "")))
        if match[2]:
            value += Fraction(int(match[2]), 10 ** len(match[2]))
        for unit in match[3]:
            value *= _UNITS[unit]
        return value
    whole = _chinese(text)
    return None if whole is None else Fraction(whole)


def _chinese(text: str) -> int | None:
    for units in ("亿億", "万萬"):
        place = max(text.rfind(unit) for unit in units)
        if place > 0:
            above, below = _chinese(text[:place]), 0 if place == len(text) - 1 else _chinese(text[place + 1 :])
            return None if above is None or below is None else above * _UNITS[units[0]] + below
    return _below_ten_thousand(text)


def _below_ten_thousand(text: str) -> int | None:
    match = _BELOW_TEN_THOUSAND.fullmatch(text)
    if match is None or not text:
        return None
    thousands, hundreds, tens, ten, ones = match.groups()
    value = (_digit(thousands) or 0) * 1000 + (_digit(hundreds) or 0) * 100 + (_digit(ones) or 0)
    if ten:
        value += 10 * (_digit(tens) or 1)
    return value or None


def _digit(character: str | None) -> int | None:
    return _DIGITS.get(character) if character else None
