"""What somebody types as the answer to a question, and what it states."""

from enum import Enum
from typing import Final

from ..engine.questions import Gap, Question
from ..facts import Province
from ..facts.kinds import Kind
from ..facts.provinces import NATIONWIDE_SPELLINGS
from ..facts.scalars import FLAGS, read_number
from ..facts.schema import Field
from ..facts.unfit import Unfit, shown
from ..facts.writing import Statement
from ..reports.questions import field_of

__all__ = ["Aside", "answered"]


class Aside(Enum):
    """What is typed instead of an answer."""

    SKIP = "skip"
    UNKNOWN = "do not know"
    STOP = "stop"
    SOME = "some"
    """There are elements, which belong into the file: they are more than one line can say."""
    NOT_COMPLETE = "not complete"


_ASIDES: Final = {"": Aside.SKIP, "?": Aside.UNKNOWN, "\uff1f": Aside.UNKNOWN, "q": Aside.STOP}
_NONE: Final = frozenset({"none", "no", "无", "没有", "否", "[]"})
_SOME: Final = frozenset({"some", "yes", "有", "是"})
_YES: Final = {**FLAGS, "y": True, "n": False}
_COMMAS: Final = str.maketrans(dict.fromkeys("、;，；", ","))


def answered(question: Question, typed: str, partial: tuple[str, ...]) -> Statement | Aside:
    """What a line states; of a sample that is complete, what `partial` is then.

    Raises Unfit where it is no answer. Whether a word, a date or a text fits is left to the model of the facts.
    """
    text = typed.strip()
    aside = _ASIDES.get(text)
    if aside is not None:
        return aside
    field = field_of(question)
    if question.gap is Gap.COMPLETE:
        return [path for path in partial if path != question.table] if _flag(text) else Aside.NOT_COMPLETE
    if question.gap is Gap.LIST:
        return _list(text, field)
    assert field is not None
    if field.kind is Kind.FLAG:
        return _flag(text)
    if field.kind is Kind.NUMBER:
        number = read_number(text)
        assert number is not None
        return number
    return text


def _flag(text: str) -> bool:
    found = _YES.get(text.lower())
    if found is None:
        raise Unfit(f"{shown(text)} is neither yes nor no", "yes or no, 是 or 否")
    return found


def _list(text: str, field: Field | None) -> Statement | Aside:
    if text.lower() in _NONE:
        return []
    if field is None:
        if text.lower() in _SOME:
            return Aside.SOME
        raise Unfit(f"{shown(text)} says neither that there is none nor that there are some", "none or some, 无 or 有")
    if field.words is Province and text in NATIONWIDE_SPELLINGS:
        return text
    if field.words is not None:
        text = ",".join(text.split())
    parts = [part.strip() for part in text.translate(_COMMAS).split(",")]
    return [part for part in parts if part]
