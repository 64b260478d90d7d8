"""From the columns of somebody's dataframe to the canonical ones: which it may have, and of what types."""

from collections.abc import Iterator, Mapping

import polars as pl

from ..errors import FactsError, Problem
from ..schema import Field, Kind
from ..unfit import nearest, shown
from .dtypes import Leaf, Shape, document_shape

__all__ = ["PORTFOLIO", "canonical_types"]

PORTFOLIO = "portfolio"
"""What errors say that they are of."""

_EXPECTED: Mapping[Kind, str] = {
    Kind.FLAG: "booleans",
    Kind.WORD: "texts",
    Kind.TEXT: "texts",
    Kind.NUMBER: "whole numbers (a column of floating-point ones is to be converted first)",
    Kind.DAY: "texts such as 2018-02-09, or dates (without a time of day)",
    Kind.MINUTE: "texts such as 2018-02-09T14:30, dates or datetimes",
}


def canonical_types(
    given: Mapping[str, pl.DataType], name: str, shape: Mapping[str, Shape] | None = None
) -> dict[str, pl.DataType]:
    """The types to bring the columns of a file to. Raises FactsError with each column that cannot be one of a company.

    `name` is the file's; `shape` says what columns there are, where they are not those of a document.
    """
    problems: list[Problem] = []
    fields = document_shape() if shape is None else shape
    found = dict(_fields(given, fields, "", "a company", problems, name))
    if problems:
        raise FactsError(tuple(problems), PORTFOLIO)
    return found


def _fields(
    given: Mapping[str, pl.DataType],
    shape: Mapping[str, Shape],
    above: str,
    of: str,
    problems: list[Problem],
    file: str,
) -> Iterator[tuple[str, pl.DataType]]:
    for name, dtype in given.items():
        if name in shape:
            yield name, _type(dtype, shape[name], f"{above}{name}", problems, file)
            continue
        near = nearest(name, shape)
        hint = f" (did you mean {near}?)" if near else ""
        expected = f"columns that are fields of {of}" + ("" if near else f": {', '.join(shape)}")
        problems.append(Problem(None, f"{above}{name}", file, f"there is no field {shown(name)}{hint}", expected))


def _type(dtype: pl.DataType, shape: Shape, path: str, problems: list[Problem], file: str) -> pl.DataType:
    """The type to bring a column to."""
    if isinstance(shape, Leaf):
        found = _scalar(dtype, shape.field)
        expected = _EXPECTED[shape.field.kind]
    elif dtype == pl.Null:
        return dtype
    elif isinstance(shape, list):
        if isinstance(dtype, pl.List | pl.Array):
            assert isinstance(dtype.inner, pl.DataType)
            return pl.List(_type(dtype.inner, shape[0], path, problems, file))
        found, expected = None, "lists"
    else:
        if isinstance(dtype, pl.Struct):
            inner = dict(pl.Schema(dtype.to_schema()))
            return pl.Struct(dict(_fields(inner, shape, f"{path}.", path, problems, file)))
        found, expected = None, "structs, with a field for each key"
    if found is None:
        problems.append(Problem(None, path, f"{file}: {path}", f"a column of {dtype}", expected))
        return dtype
    return found


def _scalar(dtype: pl.DataType, field: Field) -> pl.DataType | None:
    """The type in which values are kept, or None where no value of the type given can be one of the field."""
    if dtype == pl.Null:
        return dtype
    text = isinstance(dtype, pl.String | pl.Categorical | pl.Enum)
    match field.kind:
        case Kind.FLAG:
            return dtype if dtype == pl.Boolean else None
        case Kind.NUMBER:
            return pl.Int64() if dtype.is_integer() else None
        case Kind.WORD | Kind.TEXT:
            # A code such as 110000 is as often a number.
            return pl.String() if text or dtype.is_integer() else None
        case Kind.DAY:
            return dtype if dtype == pl.Date else pl.String() if text else None
        case Kind.MINUTE:
            return dtype if isinstance(dtype, pl.Date | pl.Datetime) else pl.String() if text else None
