"""Pairs of rows of two lists: which of them a quantifier has to look at."""

from collections.abc import Iterator

import polars as pl

from ...language.tree import And, Cell, Compare, ConceptCall, Condition, Extreme, Not, Or, Quantifier
from ..tables.cells import PREFIX
from .places import Place
from .truths import SAMENESS

__all__ = ["paired", "same_columns"]


def same_columns(tree: Quantifier | Extreme, outer: str) -> tuple[str, str] | None:
    """The columns, of a quantifier's row and of the row around it, that are the same in each hit; if there are such."""
    for part in _in_hits(tree):
        match part:
            case Compare(left=Cell(above=0) as left, right=Cell(above=0) as right) if left.type.kind in SAMENESS:
                for one, other in ((left, right), (right, left)):
                    if one.row == tree.row and other.row.name == outer:
                        return f"{PREFIX}{one.field}", f"{PREFIX}{other.field}"
    return None


def _in_hits(tree: Quantifier | Extreme) -> Iterator[Compare]:
    if isinstance(tree, Extreme):
        yield from _asserted(tree.condition, True)
    else:
        yield from _asserted(tree.guard, True)
        yield from _asserted(tree.body, not tree.every)


def _asserted(tree: Condition, holds: bool) -> Iterator[Compare]:
    """Comparisons that say 'the same' wherever a condition holds (or, if `holds` is False, does not hold)."""
    match tree:
        case Compare(operator=operator) if operator == ("==" if holds else "!="):
            yield tree
        case Not(condition=condition):
            yield from _asserted(condition, not holds)
        case ConceptCall(body=body):
            yield from _asserted(body, holds)
        case And(conditions=conditions) if holds:
            for one in conditions:
                yield from _asserted(one, holds)
        case Or(conditions=conditions) if not holds:
            for one in conditions:
                yield from _asserted(one, holds)


def paired(place: Place, outer: pl.DataFrame, inner: pl.DataFrame) -> pl.DataFrame:
    """The frame of a pair: `company`, and the positions of the rows of the outer table and of those that are stated."""
    own, other = place.on or (None, None)
    rows = outer.lazy().select("company", *_key(other)).with_row_index("outer")
    stated = inner.lazy().with_row_index("inner").filter(~pl.col("imagined"))
    others = stated.select("company", "inner", *_key(own))
    if place.on is None:
        return rows.join(others, on="company").collect()
    known = pl.col("key").is_not_null()
    parts = (
        rows.join(others, on=["company", "key"]),
        rows.filter(~known).join(others, on="company"),
        rows.filter(known).join(others.filter(~known), on="company"),
    )
    return pl.concat([part.select("outer", "company", "inner") for part in parts]).collect()


def _key(name: str | None) -> list[pl.Expr]:
    return [] if name is None else [pl.col(name).alias("key")]
