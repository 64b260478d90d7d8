"""What a random expression may name: rows and their fields, lists, values that were derived before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from hegui.facts import Field, Kind, Table, company_schema

from .picking import Pick

__all__ = ["Chooser", "Names", "Parameters", "Row", "names_of"]

_COMPANY: Final = "company"

Parameters = Mapping[str, str]
"""A concept's parameters, by name: a table, or `day`."""


@dataclass(frozen=True)
class Row:
    """A row that can be named. Rows with one root are one variable, or lie above it."""

    text: str
    table: str
    root: str
    variable: bool = True


@dataclass(frozen=True)
class Names:
    """What an expression may name: rows of at most two roots, and values derived before (text, kind and root)."""

    rows: tuple[Row, ...] = ()
    values: tuple[tuple[str, Kind, str], ...] = ()
    depth: int = 0

    def of(self, root: str | None) -> "Names":
        """Only what rests on one root, or on the company."""
        return replace(
            self,
            rows=tuple(row for row in self.rows if row.root == root),
            values=tuple(value for value in self.values if value[2] == root),
        )

    @property
    def roots(self) -> tuple[str | None, ...]:
        """The roots there are, and None for the company."""
        return (*dict.fromkeys([*(row.root for row in self.rows), *(value[2] for value in self.values)]), None)


def names_of(subject: str) -> Names:
    """What a norm's condition may name: its subject and the rows above it."""
    tables = company_schema().tables
    rows = [Row("it", subject, "it")]
    above = tables[subject].parent
    while above is not None and above != _COMPANY:
        rows.append(Row(tables[above].singular, above, "it", variable=False))
        above = tables[above].parent
    return Names(tuple(rows) if subject != _COMPANY else (Row("it", subject, "it", variable=False),))


@dataclass
class Chooser:
    """Chooses among what can be named, over some tables, with the concepts written so far."""

    choose: Pick
    tables: Sequence[str]
    concepts: dict[str, Parameters] = field(default_factory=dict)
    budget: int = 30
    """How many more parts may be written; then only simple ones."""

    def pick(self, choices: Sequence[Any]) -> Any:
        """One of some choices."""
        return self.choose(choices)

    def generator(self, names: Names) -> tuple[str, str, Names] | None:
        """A list, the variable that ranges over it, and what may be named inside."""
        lists = self.lists(names)
        if not lists or names.depth > 2:
            return None
        path, table, root = self.pick(lists)
        outer = root if root is not None else self.pick(names.roots)
        variable = f"x{names.depth + 1}"
        own = names.of(outer)
        return (
            path,
            variable,
            replace(own, rows=(*own.rows, Row(variable, table.path, variable)), depth=names.depth + 1),
        )

    def lists(self, names: Names) -> list[tuple[str, Table, str | None]]:
        """Lists as they can be written, with the root of the row that they belong to."""
        schema = company_schema()
        found: list[tuple[str, Table, str | None]] = [
            (path, schema.tables[path], None) for path in self.tables if schema.tables[path].parent == _COMPANY
        ]
        for row in names.rows:
            if row.variable:
                inner = [table for table in schema.tables.values() if table.parent == row.table]
                found += [(f"{row.text}.{table.name}", table, row.root) for table in inner]
        return found

    def cells(self, names: Names, kind: Kind) -> list[tuple[str, Field]]:
        """The fields of a kind, as they can be written. The company's are few against those of rows."""
        tables = company_schema().tables
        found: list[tuple[str, Field]] = []
        for row in names.rows:
            table = tables[row.table]
            for name, one in table.fields.items():
                if one.kind is kind:
                    found.append((row.text if table.words is not None else f"{row.text}.{name}", one))
        company = [
            (name if "." in name else f"company.{name}", one)
            for name, one in tables[_COMPANY].fields.items()
            if one.kind is kind
        ]
        return found * 2 + company[:2]
