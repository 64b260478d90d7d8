"""The form in which a dataframe holds documents: one row a company, sections as structs, lists as lists.

Words and dates are texts, as a document writes them; days can be dates, and minutes dates or datetimes.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Final

import polars as pl
from msgspec import Struct

from ..bilingual import Bilingual
from ..models.company import Company
from ..schema import COMPANY, VALUE, Field, Kind, Table, company_schema, sources_table
from ..words.base import Word

__all__ = ["UNDONE", "Leaf", "Shape", "canonical_schema", "document_shape", "list_shape", "words_dtype"]

UNDONE: Final = date(9999, 12, 31)
"""What stands for not_done in a column of dates or datetimes."""


PARTIAL: Final = Field(
    "partial", Kind.TEXT, False, None, Bilingual("路径", "path"), Bilingual("", ""), None, required=False
)
"""An entry of `partial`, which is no list of the company's and so no table of the schema."""


@cache
def words_dtype(words: type[Word]) -> pl.Enum:
    """The enumeration of a class of words, in its order."""
    return pl.Enum([word.value for word in words])


def _canonical_dtype(field: Field) -> pl.DataType:
    match field.kind:
        case Kind.FLAG:
            return pl.Boolean()
        case Kind.NUMBER:
            return pl.Int64()
        case _:
            return pl.String()


class Leaf(Struct, frozen=True):
    """Where a document has a value."""

    field: Field


Shape = Leaf | Mapping[str, "Shape"] | list["Shape"]
"""A value, the fields of a section or of an element, or a list: then what each of its entries is."""


@cache
def document_shape() -> Mapping[str, Shape]:
    """What a document holds, by its keys, in its order."""
    tables = company_schema().tables
    found: dict[str, Shape] = {}
    sections: dict[str, dict[str, Shape]] = {}
    stated: dict[str, Shape] = {name: Leaf(field) for name, field in tables[COMPANY].fields.items()}
    stated |= {table.path: list_shape(table) for table in tables.values() if _of_company(table)}
    for path, shape in stated.items():
        head, _, rest = path.partition(".")
        if rest:
            sections.setdefault(head, {})[rest] = shape
        else:
            found[head] = shape
    found.update(sections)
    found["partial"] = [Leaf(PARTIAL)]
    found["sources"] = list_shape(sources_table())
    return MappingProxyType({name: found[name] for name in Company.model_fields})


def list_shape(table: Table) -> list[Shape]:
    """What a list holds."""
    if table.words is not None:
        return [Leaf(table.fields[VALUE])]
    below = [child for child in company_schema().tables.values() if child.parent == table.path]
    fields: dict[str, Shape] = {name: Leaf(field) for name, field in table.fields.items()}
    return [fields | {child.name: list_shape(child) for child in below}]


def _of_company(table: Table) -> bool:
    return table.parent == COMPANY and not table.derived


@cache
def canonical_schema() -> Mapping[str, pl.DataType]:
    """The type of each column of documents, by their keys."""
    return MappingProxyType({name: _dtype(shape) for name, shape in document_shape().items()})


def _dtype(shape: Shape) -> pl.DataType:
    if isinstance(shape, Leaf):
        return _canonical_dtype(shape.field)
    if isinstance(shape, list):
        return pl.List(_dtype(shape[0]))
    return pl.Struct({name: _dtype(inner) for name, inner in shape.items()})
