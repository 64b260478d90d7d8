"""The sentences of a reason: always what is the case, never the bare formula."""

from datetime import date
from typing import Final

from msgspec import Struct

from ...facts.bilingual import Bilingual
from ..intervals import NEVER
from ..kleene import TRUE, UNKNOWN, Kleene
from ..language.tree import NUMBER, Compare, Constant, Truth

__all__ = [
    "DERIVED",
    "TODAY",
    "Side",
    "always",
    "comparison",
    "concept",
    "extreme",
    "function",
    "group",
    "later",
    "outdated",
    "quantifier",
    "row",
    "whose",
]

TODAY: Final = Bilingual("审核日", "the day of the audit")
DERIVED: Final = Bilingual("推算日期", "the derived date")

_FUNCTIONS: Final = {
    "days_after": Bilingual("期限届满日", "the last day of the period"),
    "workdays_after": Bilingual("工作日期限届满日", "the last of the working days"),
    "months_after": Bilingual("期限届满日", "the last day of the period"),
    "days_before": Bilingual("最迟日期", "the latest day"),
    "plus_days": Bilingual("推算日期", "the derived date"),
    "hours_after": Bilingual("期限届满时刻", "the last minute of the period"),
    "day_end": Bilingual("当日结束", "the end of the day"),
    "year_end": Bilingual("当年年末", "the end of the year"),
}

_RELATIONS: Final = {
    ("<", True): Bilingual("早于", "is before"),
    ("<", False): Bilingual("不早于", "is not before"),
    ("<=", True): Bilingual("不晚于", "is no later than"),
    ("<=", False): Bilingual("晚于", "is later than"),
    ("==", True): Bilingual("即", "is"),
    ("==", False): Bilingual("不是", "is not"),
    ("!=", True): Bilingual("不是", "is not"),
    ("!=", False): Bilingual("即", "is"),
}

_SIZES: Final = {
    **_RELATIONS,
    ("<", True): Bilingual("小于", "is less than"),
    ("<", False): Bilingual("不小于", "is not less than"),
    ("<=", True): Bilingual("不大于", "is at most"),
    ("<=", False): Bilingual("大于", "is more than"),
}


_TURNED: Final = {
    "早于": Bilingual("晚于", "is later than"),
    "不早于": Bilingual("不晚于", "is no later than"),
    "不晚于": Bilingual("不早于", "is not before"),
    "晚于": Bilingual("早于", "is before"),
    "小于": Bilingual("大于", "is more than"),
    "不小于": Bilingual("不大于", "is at most"),
    "不大于": Bilingual("不小于", "is not less than"),
    "大于": Bilingual("小于", "is less than"),
    "即": Bilingual("即", "is"),
    "不是": Bilingual("不是", "is not"),
}
"""A relation with its sides exchanged."""


class Side(Struct, frozen=True):
    """One side of a comparison: what it is (None for a literal) and its value."""

    title: Bilingual | None
    value: Bilingual

    @property
    def zh(self) -> str:
        """In Chinese."""
        return self.value.zh if self.title is None else f"{self.title.zh}({self.value.zh})"

    @property
    def en(self) -> str:
        """In English."""
        return self.value.en if self.title is None else f"{self.title.en} ({self.value.en})"


def whose(table: Bilingual, identity: Bilingual, field: Bilingual) -> Bilingual:
    """A field with the element it belongs to, where two are compared."""
    return Bilingual(f"{table.zh} {identity.zh} 的{field.zh}", f"{field.en} of {table.en} {identity.en}")


def always(holds: bool) -> Bilingual:
    """A condition that is the same for everybody."""
    return Bilingual("一律适用", "in every case") if holds else Bilingual("一律不适用", "in no case")


def outdated(day: date) -> Bilingual:
    """A statement that is not valid any more."""
    return Bilingual(f"有效期至 {day},现视为未说明", f"valid until {day}, now not stated")


def later(value: Bilingual) -> Bilingual:
    """A date that lies after the day of the audit."""
    if value.zh in ("未办理", "未说明"):
        return value
    return Bilingual(f"{value.zh},晚于审核日", f"{value.en}, after the day of the audit")


def function(name: str, of: Bilingual) -> Bilingual:
    """What a derived date is; the day of a moment keeps the moment's name."""
    if name == "day_of":
        return of
    return _FUNCTIONS[name]


def extreme(title: Bilingual, *, latest: bool) -> Bilingual:
    """The earliest or latest of some dates."""
    if latest:
        return Bilingual(f"最晚的{title.zh}", f"the latest {title.en}")
    return Bilingual(f"最早的{title.zh}", f"the earliest {title.en}")


def comparison(tree: Compare | Truth, sides: list[Side], holds: Kleene) -> Bilingual:
    """What is the case between two values, or of a yes-or-no field."""
    if isinstance(tree, Truth) or (isinstance(tree.right, Constant) and tree.right.value == NEVER):
        title = sides[0].title or DERIVED
        return Bilingual(f"{title.zh}:{sides[0].value.zh}", f"{title.en}: {sides[0].value.en}")
    left, right = sides
    if tree.operator == "==" and right.title is None and left.title is not None and holds is TRUE:
        return Bilingual(f"{left.title.zh}:{left.value.zh}", f"{left.title.en}: {left.value.en}")
    relations = _SIZES if tree.left.type == NUMBER else _RELATIONS
    if holds is UNKNOWN:
        relation = relations[tree.operator, True]
        return Bilingual(
            f"不能确定{left.zh}是否{relation.zh}{right.zh}",
            f"it cannot be told whether {left.en} {relation.en} {right.en}",
        )
    relation = relations[tree.operator, holds is TRUE]
    if left.title is None and right.title is not None:
        # What is stated comes first, the constant it is measured by second.
        left, right, relation = right, left, _TURNED[relation.zh]
    return Bilingual(f"{left.zh}{relation.zh}{right.zh}", f"{left.en} {relation.en} {right.en}")


def group(holds: Kleene, every: bool) -> Bilingual:
    """The head of several parts that decide together."""
    if holds is UNKNOWN:
        return Bilingual("以下各项不能确定", "these cannot be told")
    if holds is TRUE:
        return Bilingual("以下各项成立", "all of these hold") if every else Bilingual("以下情形成立", "these hold")
    return (
        Bilingual("以下各项不成立", "these do not hold")
        if every
        else Bilingual("以下各项均不成立", "none of these holds")
    )


def concept(title: Bilingual, holds: Kleene) -> Bilingual:
    """A named condition."""
    if holds is UNKNOWN:
        return Bilingual(f"不能确定:{title.zh}", f"it cannot be told: {title.en}")
    if holds is TRUE:
        return Bilingual(f"成立:{title.zh}", f"holds: {title.en}")
    return Bilingual(f"不成立:{title.zh}", f"does not hold: {title.en}")


def quantifier(title: Bilingual, worth: Kleene, every: bool, count: int, complete: bool, hits: int) -> Bilingual:
    """What was found in a list: `worth` is of the search for a witness, or for an exception."""
    what = Bilingual("例外", "an exception") if every else Bilingual("符合者", "a match")
    if worth is TRUE:
        return Bilingual(f"{title.zh}中有{what.zh}", f"among {title.en} there is {what.en}")
    if worth is UNKNOWN:
        more = Bilingual("", "")
        if not complete:
            more = Bilingual(",列表未说明或不完整", ", since the list is not stated or not complete")
        return Bilingual(
            f"不能确定{title.zh}中有无{what.zh}{more.zh}",
            f"it cannot be told whether {title.en} have {what.en}{more.en}",
        )
    if count == 0:
        return Bilingual(f"{title.zh}:无", f"{title.en}: none")
    if every:
        return Bilingual(f"{title.zh}共 {count} 项,无例外", f"{title.en}: none of {count} is an exception")
    return Bilingual(f"{title.zh}共 {count} 项,无一符合", f"{title.en}: none of {count} matches")


def row(title: Bilingual, identity: Bilingual) -> Bilingual:
    """One element of a list."""
    return Bilingual(f"{title.zh} {identity.zh}", f"{title.en} {identity.en}")
