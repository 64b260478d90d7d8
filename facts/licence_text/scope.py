"""What businesses, networks, provinces and service items the face names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ..provinces import NATIONWIDE_SPELLINGS, Province
from ..words.business import BusinessCode

_NETWORKS = (("internet", "互联网"), ("mobile", "移动"), ("fixed_phone", "固定"))
_CLASS = re.compile(r"第[一二]类(?:基础|增值)电信业务(?:中的|的)?|增值电信业务中的")
_NOTE = re.compile(r"\((不含|仅限|只限|限于|限|包含|含)([^()]{1,60})\)")
_JOINTS = re.compile(r"[、,;。和及以]+")
_BEYOND_THE_MAINLAND = re.compile(r"\((?:不含|不包括)?(?:香港|澳门|台湾|港澳台)[^()]{0,20}\)")


@dataclass(frozen=True, slots=True)
class Business:
    """A business that the licence names; the flags say whether it covers a network, as far as the face says so."""

    code: BusinessCode
    internet: bool | None = None
    mobile: bool | None = None
    fixed_phone: bool | None = None


def businesses(raw: str) -> tuple[tuple[Business, ...], str]:
    """The businesses of a folded text, in order, and what of the text is left when they are taken out."""
    found: dict[BusinessCode, Business] = {}
    left: list[str] = []
    end = 0
    for match in _names().finditer(raw):
        left.append(raw[end : match.start()])
        code = _codes()[match[0]]
        end = match.end()
        networks: dict[str, bool] = {}
        while note := _NOTE.match(raw, end):
            if not (said := dict(_networks(note[1], note[2]))):
                break
            networks |= said
            end = note.end()
        found.setdefault(code, Business(code, **networks))
    left.append(raw[end:])
    rest = _JOINTS.sub("", "".join(_CLASS.sub("", part) for part in left))
    return tuple(found.values()), rest


def regions(raw: str) -> str | tuple[str, ...] | None:
    """`nationwide`, or the provinces (full names) that a folded text lists; None if it names anything else."""
    text = _BEYOND_THE_MAINLAND.sub("", raw).rstrip("。")
    if text in NATIONWIDE_SPELLINGS:
        return NATIONWIDE_SPELLINGS[0]
    parts = [part for part in re.split(r"[、,;和及]", text) if part]
    named = [_provinces().get(part) for part in parts]
    if not named or None in named:
        return None
    return tuple(dict.fromkeys(name for name in named if name is not None))


def items(raw: str) -> tuple[str, ...]:
    """The service items that a cleaned text lists."""
    return tuple(dict.fromkeys(part.strip() for part in re.split(r"[、,\uff0c;\uff1b。]", raw) if part.strip()))


def _networks(said: str, of: str) -> Iterator[tuple[str, bool]]:
    """What a note in brackets says about each network: 不含 (without), 含 (with), or 仅限 (nothing but)."""
    named = {network for network, word in _NETWORKS if word in of}
    for network, _ in _NETWORKS:
        if network in named:
            yield network, said != "不含"
        elif named and said in ("仅限", "只限", "限于", "限"):
            yield network, False


@cache
def _codes() -> dict[str, BusinessCode]:
    codes = [code for code in BusinessCode if code is not BusinessCode.NONE]
    return {"".join(spelling.split()): code for code in codes for spelling in code.spellings}


@cache
def _names() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(name) for name in sorted(_codes(), key=len, reverse=True)))


@cache
def _provinces() -> dict[str, str]:
    return {spelling: province.label.zh for province in Province for spelling in province.spellings}
