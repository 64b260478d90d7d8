"""The form in which a dataframe holds documents: one row a company, sections as structs, lists as lists.

Words and dates are texts, as a document writes them; days can be dates, and minutes dates or datetimes.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Final

import polars as pl
from polars._typing import PolarsDataType

from ..models.company import Company
from ..schema import COMPANY, VALUE, Field, Kind, Table, company_schema, sources_table
from ..words.base import Word

__all__ = ["UNDONE", "canonical_schema", "shape_of", "words_dtype"]

UNDONE: Final = date(9999, 12, 31)
"""What stands for not_done in a column of dates or datetimes."""


@cache
def words_dtype(words: type[Word]) -> pl.Enum:
    """The enumeration of a class of words, in its order."""
    return pl.Enum([word.value for word in words])


def _canonical_dtype(field: Field) -> PolarsDataType:
    match field.kind:
        case Kind.FLAG:
            return pl.Boolean()
        case Kind.NUMBER:
            return pl.Int64()
        case _:
            return pl.String()


@cache
def canonical_schema() -> Mapping[str, PolarsDataType]:
    """The type of each column, by the keys of a document."""
    return shape_of(_canonical_dtype)


def shape_of(scalar: Callable[[Field], PolarsDataType]) -> Mapping[str, PolarsDataType]:
    """The columns of a document, in its order, whose scalars have the types that `scalar` says."""
    tables = company_schema().tables
    found: dict[str, PolarsDataType] = {}
    sections: dict[str, dict[str, PolarsDataType]] = {}

    def put(path: str, dtype: PolarsDataType) -> None:
        head, _, rest = path.partition(".")
        if rest:
            sections.setdefault(head, {})[rest] = dtype
        else:
            found[head] = dtype

    def listed(table: Table) -> PolarsDataType:
        if table.words is not None:
            return pl.List(scalar(table.fields[VALUE]))
        inner = {child.name: listed(child) for child in tables.values() if child.parent == table.path}
        return pl.List(pl.Struct({**{name: scalar(field) for name, field in table.fields.items()}, **inner}))

    for name, field in tables[COMPANY].fields.items():
        put(name, scalar(field))
    for table in tables.values():
        if table.parent == COMPANY and not table.derived:
            put(table.path, listed(table))
    found.update({head: pl.Struct(fields) for head, fields in sections.items()})
    found["partial"] = pl.List(pl.String())
    found["sources"] = listed(sources_table())
    return MappingProxyType({name: found[name] for name in Company.model_fields})
