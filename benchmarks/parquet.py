"""Portfolios of invented companies as Parquet files, as many as are asked for.

A few thousand companies are made one by one and laid end to end as often as it takes; each copy gets a name, a licence
number and displays of that number of its own, by columns.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import polars as pl

from .companies import companies

__all__ = ["DISTINCT", "frame_of", "write_portfolio"]

DISTINCT: Final = 5000
"""How many companies are made one by one."""

_LIKE_NONE: Final = {"licence": {"terms": [{"renewal_outcome": ""}]}}
"""What norms look at and no invented company states."""

_SCHEMA_FROM: Final = 500


def frame_of(documents: list[dict[str, Any]]) -> pl.DataFrame:
    """Company documents as a frame, one row each, nested as they are; days and minutes stay text."""
    return pl.DataFrame(documents, schema=_schema())


def write_portfolio(path: Path, count: int, distinct: int = DISTINCT) -> None:
    """Write so many companies."""
    made = frame_of(companies(min(count, distinct)))
    copies = [_copy(made, number).lazy() for number in range(-(-count // made.height))]
    pl.concat(copies).head(count).sink_parquet(path, row_group_size=50_000)


def _copy(made: pl.DataFrame, number: int) -> pl.DataFrame:
    if number == 0:
        return made
    mark = f"-{number}"
    shown = pl.element().struct.with_fields(pl.element().struct.field("number_shown") + mark)
    return made.with_columns(
        pl.col("name") + mark,
        pl.col("licence").struct.with_fields(pl.field("number") + mark),
        pl.col("displays").list.eval(shown),
    )


def _schema() -> dict[str, Any]:
    shape: dict[str, Any] = {}
    for document in [_LIKE_NONE, *companies(_SCHEMA_FROM)]:
        _merge(shape, document)
    return {name: _type(value) for name, value in shape.items()}


def _merge(shape: dict[str, Any], value: Mapping[str, Any]) -> None:
    """Notes in `shape` what is stated somewhere: a mapping, a list with the shape of its elements, or a type."""
    for name, inner in value.items():
        if isinstance(inner, dict):
            _merge(shape.setdefault(name, {}), inner)
        elif isinstance(inner, list):
            known = shape.setdefault(name, [{}])
            for element in inner:
                if isinstance(element, dict):
                    _merge(known[0], element)
                else:
                    known[0] = type(element)
        else:
            shape[name] = type(inner)


def _type(shape: Any) -> Any:
    if isinstance(shape, dict):
        return pl.Struct({name: _type(inner) for name, inner in shape.items()})
    if isinstance(shape, list):
        return pl.List(_type(shape[0]))
    return {bool: pl.Boolean, int: pl.Int64, str: pl.String}[shape]
