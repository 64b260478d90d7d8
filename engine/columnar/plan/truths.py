"""Kleene values as columns: one Boolean for what is surely true, one for what is possibly true.

Two bitmaps cost less than numbers from 0 to 2, and columns that are the same are worked out once (docs/adr/0013). What
is constant stays a Python bool, so that a plan holds no needless columns.
"""

from collections.abc import Iterable
from functools import reduce
from typing import Final, NamedTuple

import polars as pl

from ....facts.kinds import Kind
from ...intervals import FIRST, NEVER
from ...language.tree import Constant

__all__ = [
    "FALSE",
    "SAMENESS",
    "TRUE",
    "Bounds",
    "Flag",
    "Same",
    "Truths",
    "both",
    "bounded",
    "compare",
    "constant",
    "either",
    "flag",
    "negated",
    "same",
]

SAMENESS: Final = (Kind.FLAG, Kind.WORD, Kind.TEXT)
"""The kinds of which only sameness counts."""

Flag = bool | pl.Expr
"""A Boolean column, or the one value that it has everywhere."""


class Truths(NamedTuple):
    """A condition. `level` is when the columns that it reads are there."""

    sure: Flag
    possible: Flag
    level: int = 0


class Bounds(NamedTuple):
    """A date or number: its earliest and latest, or smallest and largest, value."""

    low: pl.Expr
    high: pl.Expr
    level: int = 0


class Same(NamedTuple):
    """A text, a word, or a yes or no, of which only sameness counts; null where it is not stated."""

    value: pl.Expr
    level: int = 0


TRUE = Truths(True, True)
FALSE = Truths(False, False)


def flag(value: Flag) -> pl.Expr:
    """A flag as an expression."""
    return pl.lit(value) if isinstance(value, bool) else value


def both(parts: Iterable[Truths]) -> Truths:
    """A conjunction."""
    return reduce(lambda a, b: Truths(_and(a.sure, b.sure), _and(a.possible, b.possible), _level(a, b)), parts, TRUE)


def either(parts: Iterable[Truths]) -> Truths:
    """A disjunction."""
    return reduce(lambda a, b: Truths(_or(a.sure, b.sure), _or(a.possible, b.possible), _level(a, b)), parts, FALSE)


def negated(truths: Truths) -> Truths:
    """A negation: surely not is what is not possible."""
    return Truths(_not(truths.possible), _not(truths.sure), truths.level)


def same(left: Same, right: Same) -> Truths:
    """Whether two texts or words are the same."""
    equal = left.value == right.value
    return Truths(equal.fill_null(False), equal.fill_null(True), _level(left, right))


def compare(operator: str, left: Bounds, right: Bounds) -> Truths:
    """A comparison of two intervals, as `engine.evaluate.compare` makes it."""
    level = _level(left, right)
    match operator:
        case "<=":
            return Truths(left.high <= right.low, left.low <= right.high, level)
        case "<":
            return Truths(left.high < right.low, left.low < right.high, level)
        case "==":
            sure = (left.low == right.high) & (left.high == right.low)
            return Truths(sure, (left.low <= right.high) & (right.low <= left.high), level)
        case "!=":
            return negated(compare("==", left, right))
    raise AssertionError(operator)


def bounded(column: pl.Expr, latest: pl.Expr, last: int = NEVER, level: int = 0) -> Bounds:
    """The bounds of a column that is null where nothing is stated; `last` is the upper bound there."""
    return Bounds(column.fill_null(FIRST), latest.fill_null(last), level)


def _level(left: Truths | Bounds | Same, right: Truths | Bounds | Same) -> int:
    return max(left.level, right.level)


def _and(left: Flag, right: Flag) -> Flag:
    if isinstance(left, bool):
        return right if left else False
    if isinstance(right, bool):
        return left if right else False
    return left & right


def _or(left: Flag, right: Flag) -> Flag:
    if isinstance(left, bool):
        return True if left else right
    if isinstance(right, bool):
        return True if right else left
    return left | right


def _not(value: Flag) -> Flag:
    return not value if isinstance(value, bool) else ~value


def constant(tree: Constant) -> Bounds | Same:
    """A value that a condition states itself."""
    match tree.type.kind:
        case Kind.FLAG:
            return Same(pl.lit(bool(tree.value)))
        case Kind.WORD:
            return Same(pl.lit(tree.value, dtype=pl.Int16))
        case Kind.TEXT:
            return Same(pl.lit(tree.value, dtype=pl.String))
        case _:
            number = pl.lit(tree.value, dtype=pl.Int64)
            return Bounds(number, number)
