"""A document as rows: what engines decide on.

A row has a cell for each field: two integers (see `intervals`). What lies after `as_of` has not happened yet.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Final

from msgspec import Struct

from ..facts import Company
from ..facts.as_of import AsOf
from ..facts.check import UNLISTED
from ..facts.derived import derived_list
from ..facts.elements import too_many_elements
from ..facts.limits import ROWS
from ..facts.pointers import nearest_entry
from ..facts.provenance import current
from ..facts.schema import Schema, Table, company_schema
from .encoding import Texts, encode, unstated
from .intervals import Interval

__all__ = ["ROOT", "ListOfRows", "Row", "RowMaker", "Rows", "make_rows"]

ROOT: Final = "company"


class Row(Struct, frozen=True, eq=False):
    """One element of a list, or the company.

    `ids` is the path of ids from the company; `pointer` a JSON pointer; a row that is `imagined` stands for the
    elements that a list may have and that are not stated.
    """

    table: str
    index: int
    ids: tuple[str, ...]
    pointer: str
    parent: "Row | None"
    cells: Mapping[str, Interval]
    values: Mapping[str, object]
    imagined: bool = False
    derived: bool = False
    absent: bool = False
    """Stands for a list that is stated to be empty: what speaks of its elements is not applicable."""

    def above(self, levels: int) -> "Row":
        """The row `levels` above; 0 is the row itself."""
        row = self
        for _ in range(levels):
            assert row.parent is not None
            row = row.parent
        return row

    def pointer_to(self, name: str) -> str:
        """The JSON pointer of a field; a derived row points to what it is derived from."""
        return self.pointer if self.derived or name == "value" else f"{self.pointer}/{name.replace('.', '/')}"


class ListOfRows(Struct, frozen=True, eq=False):
    """The rows of one list; where it is not `complete` there may be more."""

    rows: tuple[Row, ...]
    complete: bool
    pointer: str
    missing: tuple[str, ...]
    """Pointers to what would have to be stated, in full, for the list to be complete."""
    imagined: Row | None
    """Stands for what an incomplete list may hold besides."""


class Rows(Struct, frozen=True, eq=False):
    """A company's rows, as of a day."""

    company: Row
    as_of: AsOf
    texts: Texts
    lists: Mapping[tuple[str, int], ListOfRows]
    """By table and index of the row above (the company's is 0)."""
    tables: Mapping[str, tuple[Row, ...]]
    """All rows of a table, imagined ones last."""
    count: int
    """How many rows there are; their indices are less."""
    outdated: Mapping[str, date] = MappingProxyType({})
    """JSON pointers of what is stated and counts no more, each with the last day on which it did."""

    def valid_until(self, pointer: str) -> date | None:
        """The day on which the validity of what stands at a pointer, or of what holds it, ended."""
        return nearest_entry(self.outdated, pointer)

    def subjects(self, table: str) -> tuple[Row, ...]:
        """The rows that a norm about a table speaks of."""
        return (self.company,) if table == ROOT else self.tables[table]

    def absent(self, table: str) -> Row | None:
        """The row that a norm's only finding is about where a list is known to have no element."""
        if table == ROOT or self.tables[table]:
            return None
        listed = self.lists.get((table, self.company.index))
        pointer = f"/{table.partition('.')[0]}" if listed is None else listed.pointer
        return Row(table, -1, (), pointer, self.company, {}, {}, absent=True)

    def list_of(self, table: str, parent: Row) -> ListOfRows:
        """The list of a table under a row (or of the company)."""
        return self.lists[table, parent.index]


class RowMaker:
    """Makes the rows of one company; `texts` and `first` go on from rows that are there."""

    def __init__(
        self, company: Company, as_of: AsOf, schema: Schema, texts: Texts | None = None, first: int = 0
    ) -> None:
        company, self.outdated = current(company, as_of)
        self.company = company
        self.as_of = as_of
        self.schema = schema
        self.partial = frozenset(company.partial or ())
        self.texts = Texts() if texts is None else texts
        self.lists: dict[tuple[str, int], ListOfRows] = {}
        self.tables: dict[str, list[Row]] = {path: [] for path in schema.tables}
        self.imagined: dict[str, list[Row]] = {path: [] for path in schema.tables}
        self.count = first
        self._most = first + ROWS.value
        self.children = schema.children
        self.blanks = _company_blanks() if schema is company_schema() else {}

    def make(self) -> Rows:
        """All of them."""
        root = self._company_row()
        for table in self.children[ROOT]:
            self.add_list(table, root, self.company)
        tables = {path: (*rows, *self.imagined[path]) for path, rows in self.tables.items()}
        return Rows(root, self.as_of, self.texts, self.lists, tables, self.count, self.outdated)

    def _company_row(self) -> Row:
        values: dict[str, object] = {}
        for name in self.schema.tables[ROOT].fields:
            value = _stated(name)(self.company)
            if value is not None:
                values[name] = value
        return Row(ROOT, self._next(besides=1), (), "", None, self._cells(self.schema.tables[ROOT], values), values)

    def _next(self, besides: int = 0) -> int:
        """The index of a row; one that is no element (the company's own, or imagined) stands `besides` the limit."""
        self.count += 1
        self._most += besides
        if self.count > self._most:
            raise too_many_elements()
        return self.count - 1

    def _cells(self, table: Table, values: Mapping[str, object]) -> dict[str, Interval]:
        cells = dict(self._blank(table))
        for name, value in values.items():
            cells[name] = encode(value, table.fields[name], self.as_of, self.texts)
        return cells

    def _blank(self, table: Table) -> Mapping[str, Interval]:
        found = self.blanks.get(table.path)
        if found is None:
            found = self.blanks[table.path] = {name: unstated(one) for name, one in table.fields.items()}
        return found

    def add_list(self, table: Table, parent: Row, owner: object) -> None:
        """The rows of one list of `owner`, whose row is `parent`, and of what its elements hold."""
        if table.derived:
            self.add_derived(table, parent)
            return
        name = table.path if parent.table == ROOT else table.name
        pointer = f"{parent.pointer}/{name.replace('.', '/')}"
        elements: tuple[object, ...] | None = _stated(name)(owner)
        rows = [self._element(table, parent, pointer, number, one) for number, one in enumerate(elements or ())]
        self._keep(table, parent, pointer, rows, elements is not None and table.path not in self.partial)

    def _element(self, table: Table, parent: Row, pointer: str, number: int, element: object) -> Row:
        if table.words is not None:
            values: dict[str, object] = {"value": element}
            identity = str(element)
        else:
            values = {name: value for name in table.fields if (value := getattr(element, name)) is not None}
            identity = str(values["id"])
        cells = self._cells(table, values)
        row = Row(table.path, self._next(), (*parent.ids, identity), f"{pointer}/{number}", parent, cells, values)
        for child in self.children.get(table.path, ()):
            self.add_list(child, row, element)
        return row

    def add_derived(self, table: Table, parent: Row) -> None:
        """The rows of one derived list."""
        listed = derived_list(table.path, self.company, self.as_of)
        rows = [
            Row(
                table.path,
                self._next(),
                (*parent.ids, one.id),
                one.pointer,
                parent,
                self._cells(table, {name: value for name, value in one.values.items() if value is not None}),
                one.values,
                derived=True,
            )
            for one in listed.elements
        ]
        pointer = next((one.pointer for one in listed.elements), "")
        self._keep(table, parent, pointer, rows, listed.complete, listed.missing)

    def _keep(
        self,
        table: Table,
        parent: Row,
        pointer: str,
        rows: list[Row],
        complete: bool,
        missing: tuple[str, ...] | None = None,
    ) -> None:
        imagined = None
        if missing is None:
            missing = () if complete else (pointer,)
        if not complete:
            cells = dict(self._blank(table))
            imagined = Row(
                table.path, self._next(besides=1), (*parent.ids, UNLISTED), missing[0], parent, cells, {}, imagined=True
            )
            self.imagined[table.path].append(imagined)
            for child in self.children.get(table.path, ()):
                self._keep(child, imagined, pointer, [], False)
        self.tables[table.path].extend(rows)
        self.lists[table.path, parent.index] = ListOfRows(tuple(rows), complete, pointer, missing, imagined)


@cache
def _company_blanks() -> dict[str, dict[str, Interval]]:
    """The cells of elements of which nothing is stated, by table; filled as they are needed, and never changed."""
    return {}


@cache
def _stated(name: str) -> Callable[[object], Any]:
    """What reads a field or list of an element, or of the company's sections, which are always there."""
    return attrgetter(name)


def make_rows(company: Company, as_of: AsOf, schema: Schema | None = None) -> Rows:
    """The rows of a company, as of a day or minute. Statements whose validity has ended count as not stated."""
    return RowMaker(company, as_of, schema or company_schema()).make()
