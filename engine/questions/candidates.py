"""The facts that a document leaves open: values and lists that are not stated, and lists that are a sample."""

import datetime
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from ...facts import Company
from ...facts.order import place_of
from ...facts.pointers import parts_of
from ...facts.schema import COMPANY, Schema
from ...facts.stating import value_at
from ..intervals import is_exact
from ..rows import ListOfRows, Row, Rows

__all__ = ["Candidate", "Gap", "candidates"]


class Gap(StrEnum):
    """What is not stated: a value, a list, or whether a list is complete."""

    VALUE = "value"
    LIST = "list"
    COMPLETE = "complete"


class Candidate(Struct, frozen=True, eq=False):
    """A fact that could be stated. `row` holds it; `table` and `field` are the schema's, no field meaning the list."""

    gap: Gap
    pointer: str
    row: Row
    table: str
    field: str | None
    listed: ListOfRows | None

    @property
    def path(self) -> str:
        """Where the schema has it, without any element: 'services.started_on'."""
        if self.field is None or self.table == COMPANY:
            return self.table if self.field is None else self.field
        return f"{self.table}.{self.field}"


def candidates(company: Company, rows: Rows, schema: Schema) -> list[Candidate]:
    """Everything that is not stated, in the order of a document; what is only imagined or derived is left out."""
    found = [*_values(rows), *_lists(company, rows, schema), *_samples(company, rows)]
    return sorted(found, key=lambda one: (one.gap is Gap.COMPLETE, place_of(parts_of(one.pointer))))


def _stated_rows(rows: Rows) -> Iterator[Row]:
    yield rows.company
    for table in rows.tables.values():
        yield from (row for row in table if not row.imagined and not row.derived)


def _values(rows: Rows) -> Iterator[Candidate]:
    for row in _stated_rows(rows):
        for name, cell in row.cells.items():
            if not is_exact(cell) and _is_open(row.values.get(name)):
                yield Candidate(Gap.VALUE, row.pointer_to(name), row, row.table, name, None)


def _is_open(value: object) -> bool:
    """Whether nothing is stated, or a day where a minute could be."""
    return value is None or (isinstance(value, datetime.date) and not isinstance(value, datetime.datetime))


def _lists(company: Company, rows: Rows, schema: Schema) -> Iterator[Candidate]:
    by_index = {row.index: row for row in _stated_rows(rows)}
    for (path, parent), listed in rows.lists.items():
        if listed.complete or schema.tables[path].derived or parent not in by_index:
            continue
        if value_at(company, listed.pointer) is None:
            yield Candidate(Gap.LIST, listed.pointer, by_index[parent], path, None, listed)


def _samples(company: Company, rows: Rows) -> Iterator[Candidate]:
    for number, path in enumerate(company.partial or ()):
        yield Candidate(Gap.COMPLETE, f"/partial/{number}", rows.company, path, None, None)
