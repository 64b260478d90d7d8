"""The rows of a company of which a little is stated otherwise, made from those that are there."""

from collections.abc import Collection, Iterable

from ..facts import Company
from ..facts.schema import Table, company_schema
from ..facts.stating import value_at
from .rows import Row, RowMaker, Rows

__all__ = ["rows_with"]


def rows_with(
    rows: Rows, company: Company, derived: Collection[str], table: str | None = None, parent: Row | None = None
) -> Rows:
    """The rows of a company that differs from that of `rows` in one list, and in what some lists are derived from.

    Without a `table` no list differs. Cells are those of `rows`: that a value differs is for the caller to put there.
    It costs as much as what is made anew. Its rows share nothing but what is the same, and their numbers differ.
    """
    schema = company_schema()
    maker = _Changer(company, rows.as_of, schema, rows.texts, rows.count)
    return maker.change(rows, None if table is None else schema.tables[table], parent or rows.company, derived)


class _Changer(RowMaker):
    def change(self, rows: Rows, table: Table | None, parent: Row, derived: Iterable[str]) -> Rows:
        """`rows` with the list of a table under a row, if there is a table, and some derived lists made anew."""
        self.lists = dict(rows.lists)
        tables = dict(rows.tables)
        made = set(derived)
        if table is not None:
            before = rows.list_of(table.path, parent)
            gone = {row.index for row in (*before.rows, before.imagined) if row is not None}
            inside = [path for path in rows.tables if path == table.path or path.startswith(f"{table.path}.")]
            for path in inside:
                tables[path] = tuple(row for row in rows.tables[path] if not _is_in(row, gone))
            self.add_list(table, parent, value_at(self.company, parent.pointer))
            made.update(inside)
        for path in derived:
            tables[path] = ()
            self.add_derived(self.schema.tables[path], rows.company)
        for path in made:
            tables[path] = (*tables[path], *self.tables[path], *self.imagined[path])
        return Rows(rows.company, self.as_of, self.texts, self.lists, tables, self.count, rows.outdated)


def _is_in(row: Row | None, indices: Collection[int]) -> bool:
    """Whether a row is one of some, or held by one."""
    while row is not None:
        if row.index in indices:
            return True
        row = row.parent
    return False
