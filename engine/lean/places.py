"""Where in a company its rows, their fields and their lists stand, as expressions of Python."""

from ...facts.schema import COMPANY, Schema, Table
from ..compiled.block import identifier
from ..language.tree import Cell, Source, Variable
from .references import Reference

__all__ = ["Places"]


class Places:
    """Expressions for what the trees of a function speak of."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._parents: dict[Variable, Variable | None] = {}

    def enter(self, row: Variable, source: Source) -> None:
        """From here on a variable stands for the elements of a list."""
        self._parents[row] = source.parent

    def table(self, reference: Reference) -> Table:
        """The table of a row."""
        return self._schema.above(reference.row.table, reference.above)

    def is_company(self, reference: Reference) -> bool:
        """Whether it is the company's row, which is at hand everywhere."""
        return self.table(reference).path == COMPANY

    def row(self, reference: Reference) -> str:
        """The name that holds an element."""
        if self.is_company(reference):
            return "company"
        row, above = reference
        while above and row in self._parents:
            parent = self._parents[row]
            assert parent is not None, "what lies above the elements of the company's own lists is the company"
            row, above = parent, above - 1
        return f"{identifier(row.name)}_{above}" if above else identifier(row.name)

    def field(self, cell: Cell) -> str:
        """The expression for a stated value: an attribute, an entry of a derived element, or a word itself."""
        reference = Reference(cell.row, cell.above)
        table, row = self.table(reference), self.row(reference)
        if table.words is not None:
            return row
        return f"{row}[{cell.field!r}]" if table.derived else f"{row}.{cell.field}"
