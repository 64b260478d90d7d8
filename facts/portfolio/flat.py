"""Documents taken apart into flat frames, with values as stated: one frame for the company and one for each list."""

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

import polars as pl
from msgspec import Struct

from ..schema import COMPANY, VALUE, Table, company_schema

__all__ = ["ROW_ABOVE", "ROW_OF_COMPANY", "Flat", "flatten", "in_parent"]

ROW_OF_COMPANY = "#company"
"""The column with the number of the company; UInt32."""

ROW_ABOVE = "#parent"
"""The column with the position of the row above in its frame; UInt32."""


class Flat(Struct, frozen=True, eq=False):
    """The rows that documents state, by the path of their table; in document order.

    A column is named as its field, or as the list that an element holds. `partial` has the distinct paths that some
    document calls partial, each with a Boolean a company.
    """

    frames: Mapping[str, pl.DataFrame]
    partial: Mapping[str, pl.Series]

    def complete(self, path: str) -> pl.Series:
        """Whether a list is given, and in full: a Boolean for each row of what holds it."""
        table = company_schema().tables[path]
        assert table.parent is not None
        parents = self.frames[table.parent]
        name = in_parent(table)
        given = parents[name].is_not_null() if name in parents.columns else pl.repeat(False, parents.height, eager=True)
        sampled = self.sampled(path, table.parent)
        return given if sampled is None else given & ~sampled

    def sampled(self, path: str, of: str) -> pl.Series | None:
        """Whether the company of each row of a frame calls a list partial; None where none does."""
        named = self.partial.get(path)
        if named is None or of == COMPANY:
            return named
        return named.gather(self.frames[of][ROW_OF_COMPANY])


def in_parent(table: Table) -> str:
    """The name of a list's column in the frame of what holds it."""
    return table.path if table.parent == COMPANY else table.name


def flatten(frame: pl.DataFrame, lists: Collection[str]) -> Flat:
    """The company's frame and those of some stated lists, of which each one's parent is among them too."""
    tables = company_schema().tables
    frames = {COMPANY: _company(frame)}
    for path, table in tables.items():
        if path in lists:
            assert table.parent is not None
            frames[path] = _elements(table, frames[table.parent])
    return Flat(MappingProxyType(frames), MappingProxyType(_partial(frame)))


def _company(frame: pl.DataFrame) -> pl.DataFrame:
    columns = [pl.int_range(pl.len(), dtype=pl.UInt32).alias(ROW_OF_COMPANY), *_columns(frame)]
    return frame.select(columns)


def _columns(frame: pl.DataFrame) -> Iterator[pl.Expr]:
    """The columns of a company's own fields and lists; those of sections under their whole path."""
    for name, dtype in frame.schema.items():
        if isinstance(dtype, pl.Struct):
            for field in dtype.fields:
                yield pl.col(name).struct.field(field.name).alias(f"{name}.{field.name}")
        else:
            yield pl.col(name)


def _elements(table: Table, parents: pl.DataFrame) -> pl.DataFrame:
    name = in_parent(table)
    dtype = parents.schema.get(name)
    if not isinstance(dtype, pl.List):
        return pl.DataFrame(schema={ROW_OF_COMPANY: pl.UInt32, ROW_ABOVE: pl.UInt32})
    rows = parents.select(
        ROW_OF_COMPANY, pl.int_range(pl.len(), dtype=pl.UInt32).alias(ROW_ABOVE), pl.col(name).alias(VALUE)
    ).explode(VALUE, empty_as_null=False, keep_nulls=False)
    if table.words is not None:
        return rows
    # Where every list is empty a file may say nothing of the elements.
    return rows.drop(VALUE) if dtype.inner == pl.Null else rows.unnest(VALUE)


def _partial(frame: pl.DataFrame) -> dict[str, pl.Series]:
    if frame.schema.get("partial") != pl.List(pl.String):
        return {}
    named = frame["partial"]
    paths = named.explode(empty_as_null=False, keep_nulls=False).unique().drop_nulls().to_list()
    return {path: named.list.contains(path).fill_null(False) for path in sorted(paths)}
