"""Breaks Chinese and English text into lines, by the rules of Chinese typesetting.

A line breaks at a space or beside a Chinese character; no line begins with closing punctuation or ends with opening
punctuation; words, dates and paths stay whole where they fit on a line.
"""

import re
from itertools import accumulate
from typing import Final

from .width import classes, columns, width

__all__ = ["wrap"]

# What stays on one line, in the classes of its characters: a Chinese character, or what stands between spaces or
# Chinese characters; with what opens before it and closes after it. Chinese is written with narrow punctuation too, so
# that a date behind a colon is on its own.
_CHUNK: Final = re.compile("[oO]*(?:[wCO]|[noc]*[nc])[cCz]*|[oOz]+")

_GOOD_BREAKS: Final = frozenset("/\\_-.,:;=")


def wrap(text: str, room: int, first: int | None = None) -> list[str]:
    """The lines of `text`, at most `room` columns wide, the first one at most `first`; at least one line, maybe empty.

    Lines have no space at their ends.
    """
    lines: list[str] = []
    found = classes(text)
    until = [0, *accumulate(columns(found))]
    line, used, left, end = "", 0, room if first is None else first, 0
    for chunk in _CHUNK.finditer(found):
        spaced = bool(line) and chunk.start() > end
        end = chunk.end()
        piece, taken = text[chunk.start() : end], until[end] - until[chunk.start()]
        if used + spaced + taken <= left:
            line += f" {piece}" if spaced else piece
            used += spaced + taken
            continue
        if line or left < room:  # a first line that is too short for its first word stays empty
            lines.append(line)
            left = room
        while taken > left:
            head, piece = _cut(piece, left)
            lines.append(head)
            left, taken = room, width(piece)
        line, used = piece, taken
    return [*lines, line] if line or not lines else lines


def _cut(text: str, room: int) -> tuple[str, str]:
    """What is too long for a line in two, after a slash or the like where there is one in the second half."""
    taken = used = 0
    while taken < len(text) and used + width(text[taken]) <= room:
        used += width(text[taken])
        taken += 1
    taken = max(taken, 1)
    good = max((at + 1 for at in range(taken // 2, taken) if text[at] in _GOOD_BREAKS), default=taken)
    while good > 1 and good < len(text) and classes(text[good]) in ("c", "C", "z"):
        good -= 1
    return text[:good], text[good:]
