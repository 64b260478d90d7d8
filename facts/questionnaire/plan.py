"""Which sheets a questionnaire has, and what each of their columns holds: one sheet for each list.

Lists of words below an element are no sheets: the words stand together in one cell of the element's row.
"""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import Final

from msgspec import Struct

from ..bilingual import Bilingual
from ..schema import COMPANY, Field, Table, company_schema, sources_table

MARK: Final = "hegui-questionnaire-"
"""How the cell begins that says what a sheet is; then come the version, a colon and the sheet's key."""

VERSION: Final = 1
"""Raised when what an older questionnaire states would be read otherwise."""

ANSWER: Final = "answer"
"""The key of the column of answers on the sheet of the company, and of states on the sheet of contents."""

GUIDE: Final = "guide"
OPTIONS: Final = "options"
CONTENTS: Final = "contents"
PARENT: Final = ".."
"""The key of the column that says which element of the list above holds the row."""


def mark(key: str) -> str:
    """What the cell says that marks a sheet."""
    return f"{MARK}{VERSION}:{key}"


class State(StrEnum):
    """What the contents say about a list: all is given, only a part, or there is none."""

    ALL = "all"
    PART = "part"
    NONE = "none"


class Column(Struct, frozen=True):
    """A column of a list's sheet: a value, or what is said there about a list below the element."""

    key: str
    title: Bilingual
    help: Bilingual
    holds: Field | Table


class ListSheet(Struct, frozen=True):
    """The sheet of a list. Where `parent` is set each row names the element of it that holds the row."""

    table: Table
    parent: Table | None
    columns: tuple[Column, ...]


@cache
def list_sheets() -> tuple[ListSheet, ...]:
    """The sheets of lists in the order of a document, each after that of the list above it."""
    return tuple(_sheet(table) for table in stated_lists() if not within_a_cell(table))


@cache
def stated_lists() -> tuple[Table, ...]:
    """All lists that a document can state, in its order; last where its statements come from."""
    schema = company_schema()
    stated = (table for table in schema.tables.values() if table.path != COMPANY and not table.derived)
    return (*stated, sources_table())


def parent_of(table: Table) -> Table | None:
    """The list whose elements hold the lists of a table; None for the company's own."""
    return None if table.parent in (None, COMPANY) else company_schema().tables[str(table.parent)]


def within_a_cell(table: Table) -> bool:
    """Whether a list is one of words below an element."""
    return table.words is not None and parent_of(table) is not None


def titled(table: Table) -> Bilingual:
    """What a list is called, the list above it first."""
    parent = parent_of(table)
    if parent is None:
        return table.title
    return Bilingual(f"{parent.title.zh}·{table.title.zh}", f"{parent.title.en}: {table.title.en}")


def _sheet(table: Table) -> ListSheet:
    return ListSheet(table, parent_of(table), tuple(_columns(table)))


def _columns(table: Table) -> Iterator[Column]:
    for field in table.fields.values():
        yield Column(field.name, field.title, field.help, field)
    for inner in stated_lists():
        if inner.parent == table.path:
            yield Column(inner.name, inner.title, inner.help, inner)
