"""The rows of many companies: `engine.rows.make_rows` for a whole frame of documents at once."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

import polars as pl
from msgspec import Struct

from ....facts.as_of import AsOf
from ....facts.check import UNLISTED
from ....facts.portfolio.flat import ROW_ABOVE, ROW_OF_COMPANY, flatten
from ....facts.schema import COMPANY, VALUE, Kind, Table, company_schema
from .cells import LATEST, PREFIX, cells
from .derived import DERIVED
from .needs import EVERYTHING, Needs, structure

__all__ = ["COMPLETE", "Tables", "make_tables"]

COMPLETE = "c:"
"""What the name of a column begins with that says of a row whether a list it holds is complete."""


class Tables(Struct, frozen=True, eq=False):
    """The rows of many companies as of a day, as frames by the path of their table.

    Columns are `company` (UInt32, the number of the company in the frame of documents), for lists `parent` (UInt32,
    the position of the row above in its frame) and `id` (String), `imagined` (Boolean), and the fields and lists that
    were asked for: `f:{field}`, of a minute also `f:{field}^`, and `c:{path of a list}`, whether it is complete.
    """

    frames: Mapping[str, pl.DataFrame]
    as_of: AsOf
    companies: int


def make_tables(frame: pl.DataFrame, as_of: AsOf, needs: Needs = EVERYTHING) -> Tables:
    """The tables of a frame of documents in the canonical form (`facts.portfolio.dtypes`).

    Rows are in the order of the documents, imagined ones after all others. `needs` says what somebody reads.
    """
    made, taken = structure(needs)
    flat = flatten(frame, taken)
    derived = {path: derive(flat, as_of) for path, derive in DERIVED.items() if path in made | needs.lists}
    frames: dict[str, pl.DataFrame] = {}
    for path, table in company_schema().tables.items():
        if path not in made:
            continue
        fields = needs.tables.get(path, frozenset[str]())
        lists = [one for one in _below(path) if one.path in made | needs.lists]
        if table.derived:
            real = derived[path].rows.select("company", "parent", "id", *_columns_of(table, fields))
        else:
            real = _stated(table, flat.frames[path], fields, as_of)
        complete = [
            (derived[one.path].complete if one.derived else flat.complete(one.path)).alias(f"{COMPLETE}{one.path}")
            for one in lists
        ]
        real = real.with_columns(pl.lit(False).alias("imagined"), *complete)
        if table.parent is not None:
            real = _with_imagined(real, path, frames[table.parent])
        frames[path] = real
    return Tables(MappingProxyType(frames), as_of, frame.height)


@cache
def _below(path: str) -> tuple[Table, ...]:
    return tuple(table for table in company_schema().tables.values() if table.parent == path)


def _columns_of(table: Table, fields: frozenset[str]) -> Iterator[str]:
    """The names of the columns of some fields, in the order of the schema."""
    for name, field in table.fields.items():
        if name in fields:
            yield f"{PREFIX}{name}"
            if field.kind is Kind.MINUTE:
                yield f"{PREFIX}{name}{LATEST}"


def _stated(table: Table, flat: pl.DataFrame, fields: frozenset[str], as_of: AsOf) -> pl.DataFrame:
    """The rows of the company, or of a list that is stated."""
    columns = [pl.col(ROW_OF_COMPANY).alias("company")]
    if table.path != COMPANY:
        identity = VALUE if table.words is not None else "id"
        columns.append(pl.col(ROW_ABOVE).alias("parent"))
        columns.append(_there(flat, identity).cast(pl.String).alias("id"))
    for name, field in table.fields.items():
        if name in fields:
            columns += cells(field, _there(flat, name), flat.schema.get(name, pl.Null()), as_of)
    return flat.select(columns)


def _there(flat: pl.DataFrame, name: str) -> pl.Expr:
    """A column of a frame; where there is none, nothing is stated."""
    return pl.col(name) if name in flat.columns else pl.lit(None)


def _with_imagined(real: pl.DataFrame, path: str, above: pl.DataFrame) -> pl.DataFrame:
    """The rows of a list, and one more for each row above whose list may hold others; what it holds is unknown, too."""
    complete = f"{COMPLETE}{path}"
    position = pl.int_range(pl.len(), dtype=pl.UInt32).alias("parent")
    lists = [pl.lit(False).alias(name) for name in real.columns if name.startswith(COMPLETE)]
    imagined = (
        above.lazy()
        .select("company", position, complete)
        .filter(~pl.col(complete))
        .collect()
        .select("company", "parent", pl.lit(UNLISTED).alias("id"), pl.lit(True).alias("imagined"), *lists)
    )
    return pl.concat([real, imagined], how="diagonal")
