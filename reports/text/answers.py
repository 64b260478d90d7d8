"""What a question can be answered with, in words."""

from typing import Final

from ...engine.questions import Gap, Question
from ...facts import Province
from ...facts.bilingual import Bilingual
from ...facts.kinds import Kind
from ...facts.schema import Field
from ..questions import field_of

__all__ = ["answers"]

_MOST: Final = 30
"""More words than this are described, not listed."""

_KINDS: Final = {
    Kind.FLAG: Bilingual("是(true)或否(false)", "yes (true) or no (false)"),
    Kind.TEXT: Bilingual("文字", "a text"),
    Kind.NUMBER: Bilingual("整数,如 0 或 180", "a whole number, such as 0 or 180"),
    Kind.DAY: Bilingual("日期,如 2018-02-09", "a day, such as 2018-02-09"),
    Kind.MINUTE: Bilingual("时间,如 2018-02-09 14:30", "a time, such as 2018-02-09 14:30"),
}
_NOT_DONE: Final = Bilingual(";确知没有发生则为 not_done", ", or not_done if it is known not to have happened")


def answers(question: Question) -> Bilingual:
    """What can be stated, with examples."""
    field = field_of(question)
    if question.gap is Gap.COMPLETE:
        return Bilingual(
            f"已经完整则从 partial 中去掉 {question.table},不完整则补齐",
            f"if it is, take {question.table} out of partial; if it is not, complete it",
        )
    if question.field is not None:
        assert field is not None
        return _value(field)
    if field is None:
        return Bilingual("没有则为 [],有则逐项列出,各有 id", "[] if there is none, else each of them, with an id")
    value = _value(field)
    return Bilingual(f"没有则为 [],有则列出:{value.zh}", f"[] if there is none, else a list of these: {value.en}")


def _value(field: Field) -> Bilingual:
    if field.words is None:
        told = _KINDS[field.kind]
    elif field.words is Province:
        told = Bilingual("省份,如 北京;全国为 nationwide", "provinces, such as 北京; nationwide for all of them")
    else:
        words = list(field.words)[:_MOST]
        zh = "、".join(one.value if one.label.zh == one.value else f"{one.value}({one.label.zh})" for one in words)
        en = ", ".join(one.value if one.label.en == one.value else f"{one.value} ({one.label.en})" for one in words)
        told = Bilingual(zh, en)
    if field.event:
        told = Bilingual(told.zh + _NOT_DONE.zh, told.en + _NOT_DONE.en)
    return told
