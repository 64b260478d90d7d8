"""What people write in a questionnaire's cells besides values, in both languages; all of it is understood in either."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Final

from ..bilingual import Bilingual
from ..not_done import NOT_DONE_SPELLINGS
from ..provinces import NATIONWIDE_SPELLINGS
from ..unfit import Unfit, shown
from ..words.base import Word
from .plan import State

Say = Callable[[Bilingual], str]
"""Chooses a language."""

YES: Final = Bilingual("是", "yes")
NO: Final = Bilingual("否", "no")
NOT_DONE_WORD: Final = Bilingual(NOT_DONE_SPELLINGS[1], NOT_DONE_SPELLINGS[0])
JOINT: Final = Bilingual("、", "; ")
NATIONWIDE: Final = Bilingual(NATIONWIDE_SPELLINGS[1], NATIONWIDE_SPELLINGS[0])

STATES: Final[Mapping[State, Bilingual]] = {
    State.ALL: Bilingual("全部", "all"),
    State.PART: Bilingual("部分", "part"),
    State.NONE: Bilingual("没有", "none"),
}

NO_ELEMENTS: Final = Bilingual("没有", "[]")
"""In the row of an element, of a list below it."""

ON_ITS_SHEET: Final = Bilingual("见分表", "on its sheet")

_NO_ELEMENTS: Final = frozenset({"没有", "无", "[]"})
_EMPTY_ROWS: Final = frozenset({"无", "没有", "暂无", "不适用"})
_APART: Final = re.compile("[\u3001\uff1b;\n]")  # the Chinese comma of lists, semicolons, lines
_COMMAS: Final = re.compile("[\uff0c,]")


def state_of(text: str) -> State:
    """The state that a cell of the contents names. Raises Unfit."""
    for state, told in STATES.items():
        if text in (told.zh, told.en) or (state is State.NONE and text in _NO_ELEMENTS):
            return state
    expected = ", ".join(f"{told.zh} ({told.en})" for told in STATES.values())
    raise Unfit(f"{shown(text)} is no state of a list", f"one of {expected}, or nothing")


def says_none(text: str) -> bool:
    """Whether a cell says that a list has no elements."""
    return text in _NO_ELEMENTS


def refers_to_sheet(text: str) -> bool:
    """Whether a cell says that a list's elements are on its own sheet."""
    return text in (ON_ITS_SHEET.zh, ON_ITS_SHEET.en)


def is_no_row(text: str) -> bool:
    """Whether somebody who writes nothing but this in a row means that there is no row."""
    return text in _EMPTY_ROWS


def word_text(words: type[Word], text: str) -> str:
    """The spelling in a document of a word that a cell may name in English, too; `text` itself where there is none."""
    return _spellings(words).get(text.casefold(), text)


def listed(words: type[Word] | None, text: str) -> list[str]:
    """The texts or words that a cell lists. Texts stand on lines of their own."""
    if words is None:
        return _pieces(text.splitlines())
    whole = _pieces(_APART.split(text))
    # A comma can be part of a word's English label.
    return [
        one
        for piece in whole
        for one in ([piece] if piece.casefold() in _spellings(words) else _pieces(_COMMAS.split(piece)))
    ]


@cache
def _spellings(words: type[Word]) -> Mapping[str, str]:
    english = {word.label.en.casefold(): word.value for word in words}
    return english | {spelling.casefold(): spelling for word in words for spelling in word.spellings}


def _pieces(parts: Iterable[str]) -> list[str]:
    return [piece for part in parts if (piece := part.strip())]
