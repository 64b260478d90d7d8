"""The form in which a dataframe holds documents: one row a company, sections as structs, lists as lists.

There are two. In the *canonical* one, words and dates are texts, as a document writes them. In the *tight* one, words
and days are enumerations, so that each is a small integer, and every value that is there is right.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Final

import polars as pl
from polars._typing import PolarsDataType

from ..dates import FIRST_YEAR, LAST_YEAR
from ..models.company import Company
from ..not_done import NOT_DONE
from ..schema import COMPANY, VALUE, Field, Kind, Table, company_schema, sources_table
from ..words.base import Word

__all__ = ["FIRST_DAY", "NOT_DONE_DAY", "canonical_schema", "shape_of", "tight_dtype", "tight_schema", "words_dtype"]

FIRST_DAY: Final = date(FIRST_YEAR, 1, 1).toordinal()
"""The day that stands first in the enumerations of days, counted from 0001-01-01."""

_LAST_DAY: Final = date(LAST_YEAR, 12, 31).toordinal()

NOT_DONE_DAY: Final = _LAST_DAY - FIRST_DAY + 1
"""The position of 'not_done' in the enumeration of the days of events: after all days."""


@cache
def words_dtype(words: type[Word]) -> pl.Enum:
    """The enumeration of a class of words, in its order."""
    return pl.Enum([word.value for word in words])


@cache
def _days(event: bool) -> pl.Enum:
    days = [date.fromordinal(day).isoformat() for day in range(FIRST_DAY, _LAST_DAY + 1)]
    return pl.Enum([*days, str(NOT_DONE)] if event else days)


def tight_dtype(field: Field) -> PolarsDataType:
    """The type in which a field's values are as small as they get, and can only be right ones."""
    if field.kind is Kind.DAY:
        return _days(field.event)
    if field.kind is Kind.WORD:
        assert field.words is not None
        return words_dtype(field.words)
    return _canonical_dtype(field)


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


@cache
def tight_schema() -> Mapping[str, PolarsDataType]:
    """The same with enumerations."""
    return shape_of(tight_dtype)


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
