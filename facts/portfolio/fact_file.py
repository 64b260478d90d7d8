"""One Parquet file of one fact type."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import polars as pl

from ..bilingual import Bilingual
from ..errors import FactsError
from ..schema import COMPANY, Field, Kind, Table
from ..unfit import nearest, shown
from .columns import canonical_types
from .dtypes import PARTIAL, Leaf, Shape, document_shape, list_shape
from .opening import unusable
from .parquet import brought_to, scanned, schema_of

__all__ = ["KEY", "NONE", "PARENT", "FactFile"]

KEY: Final = "company"
PARENT: Final = "parent"
NONE: Final = "none"


class FactFile:
    """The rows of a table, and how to come by those of some companies.

    `keys` has the columns by which rows belong to a company and to an element, and the ids that others belong to, all
    as texts.
    """

    def __init__(self, path: Path, table: Table) -> None:
        self._path = path
        self.table = table
        given = schema_of(path)
        self.on = [KEY] if table.parent in (None, COMPANY) else [KEY, PARENT]
        for name in self.on:
            if name not in given:
                what = f"there is no column {name}"
                raise unusable(path, what, "the key of the company" if name == KEY else "the id of the element above")
        self._types = canonical_types(given, str(path), _shape(table, self.on))
        names = [*self.on, *(["id"] if "id" in given and table.words is None else [])]
        self._types.update(dict.fromkeys(names, pl.String()))
        types = {name: pl.String() for name in names}
        self.keys = brought_to(types, scanned(path).select(names), path)
        self._positions = pl.Series(dtype=pl.UInt32)

    def refused(self, what: str, expected: str) -> FactsError:
        """The error of the file."""
        return unusable(self._path, what, expected)

    def belong_to(self, companies: pl.DataFrame, parent: "FactFile") -> None:
        """Find out to which companies (`company` and `position`) the rows belong. Raises FactsError for orphans."""
        placed = self.keys.join(companies, on=KEY, how="left", maintain_order="left")
        orphans = placed.filter(pl.col("position").is_null())
        if orphans.height:
            what = f"{_counted(orphans)} of companies that company.parquet does not have: {_some(orphans[KEY])}"
            raise self.refused(what, "a row in company.parquet for each company")
        if PARENT in self.on:
            above = parent.keys.select(KEY, pl.col("id").alias(PARENT))
            orphans = self.keys.join(above, on=self.on, how="anti")
            if orphans.height:
                named = orphans.select(pl.format("{} of {}", pl.col(PARENT).fill_null("nothing"), KEY)).to_series()
                what = f"{_counted(orphans)} of elements that {parent.table.path}.parquet does not have: {_some(named)}"
                raise self.refused(what, f"the company's {KEY} and the element's id in {PARENT}")
        self._positions = placed["position"]

    def of(self, start: int, stop: int) -> pl.DataFrame:
        """The rows of the companies from a position on, and before another."""
        if self._positions.is_sorted():
            first = self._positions.search_sorted(start, side="left")
            return self.slice(first, self._positions.search_sorted(stop, side="left") - first)
        # Rows that lie anyhow are looked for in the whole file.
        keys = self.keys[KEY].filter(self._positions.is_between(start, stop, closed="left")).unique()
        wanted = pl.col(KEY).cast(pl.String).is_in(keys.implode())
        return brought_to(self._types, scanned(self._path).filter(wanted), self._path)

    def slice(self, start: int, count: int) -> pl.DataFrame:
        """Some rows of the file."""
        return brought_to(self._types, scanned(self._path).slice(start, count), self._path)

    def with_none(self, rows: pl.DataFrame, lists: Sequence[Table]) -> pl.DataFrame:
        """Rows in which the lists that `none` names are empty. Raises FactsError for what is no list, or has rows."""
        if NONE not in rows.columns:
            return rows
        if rows.schema[NONE] == pl.Null:
            return rows.drop(NONE)
        names = [table.path for table in lists]
        for name in rows[NONE].explode().drop_nulls().unique().sort():
            if name not in names:
                near = nearest(name, names)
                hint = f" (did you mean {near}?)" if near else ""
                what = f"{NONE} names {shown(name)}, which is no list of {self.table.singular}{hint}"
                raise self.refused(what, f"paths: {', '.join(names)}" if names else "nothing: it holds no lists")
        for table in lists:
            said = rows[NONE].list.contains(table.path).fill_null(False)
            if said.any():
                rows = self._emptied(rows, table, said)
        return rows.drop(NONE)

    def _emptied(self, rows: pl.DataFrame, table: Table, said: pl.Series) -> pl.DataFrame:
        column = table.path if table.parent == COMPANY else table.name
        if column not in rows.columns:
            dtype = pl.String() if table.words is not None else pl.Struct({"id": pl.String()})
            return rows.with_columns(pl.when(said).then(pl.lit([], dtype=pl.List(dtype))).alias(column))
        both = rows.filter(said & rows[column].is_not_null())
        if both.height:
            what = f"{NONE} says of {_some(both[KEY])} that there are no {table.path}, and there are rows"
            raise self.refused(what, "one of the two")
        empty = pl.lit([], dtype=rows.schema[column])
        return rows.with_columns(pl.when(said).then(empty).otherwise(pl.col(column)).alias(column))


def _shape(table: Table, on: Sequence[str]) -> dict[str, Shape]:
    """The columns that a file of a table may have."""
    shape: dict[str, Shape] = {name: _key(name) for name in on}
    if table.words is not None:
        return {**shape, **{name: Leaf(field) for name, field in table.fields.items()}}
    shape[NONE] = [Leaf(PARTIAL)]
    if table.path != COMPANY:
        fields = list_shape(table)[0]
        assert isinstance(fields, Mapping)
        return {**shape, **fields}
    shape.update(document_shape())
    for name, inner in document_shape().items():
        if isinstance(inner, Mapping):
            shape.update({f"{name}.{field}": of_field for field, of_field in inner.items()})
    return shape


def _key(name: str) -> Leaf:
    title = Bilingual(name, name)
    return Leaf(Field(name, Kind.TEXT, False, None, title, title, None, required=True))


def _counted(rows: pl.DataFrame) -> str:
    return "a row" if rows.height == 1 else f"{rows.height} rows"


def _some(names: pl.Series) -> str:
    """Some names, as a message shows them."""
    distinct = names.unique(maintain_order=True)
    told = ", ".join(shown("nothing" if name is None else name) for name in distinct[:3])
    return told + (f" and {distinct.len() - 3} more" if distinct.len() > 3 else "")
