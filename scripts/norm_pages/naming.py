"""What the fields and rows of a condition are called in a sentence."""

from collections.abc import Set

from hegui.engine.language.tree import COMPANY, SUBJECT, Cell, Variable
from hegui.facts.schema import VALUE, Table, company_schema
from scripts.norm_pages import markdown
from scripts.norm_pages.tongue import Tongue

__all__ = ["Naming"]


class Naming:
    """Names for rows: of the subject its fields alone, of a parameter its name, of another row its list."""

    def __init__(self, say: Tongue, rows: Set[str] = frozenset(), days: Set[str] = frozenset()) -> None:
        self._say = say
        self._parameters = rows
        self._days = days
        self._open: list[Variable] = []

    def enter(self, row: Variable) -> None:
        """From here on `row` is spoken of."""
        self._open.append(row)

    def leave(self) -> None:
        """No longer of the row that came last."""
        self._open.pop()

    @property
    def subject(self) -> str:
        """The subject of a norm."""
        return self._say("本项", "the subject")

    def table(self, path: str) -> str:
        """A list, by its title and its path."""
        return f"{markdown.text(self._say.of(company_schema().tables[path].title))} {markdown.code(path)}"

    def row(self, row: Variable) -> str:
        """A row."""
        one = self._one(company_schema().tables[row.table])
        if row.name in self._parameters:
            return f"{one} {markdown.code(row.name)}"
        if row.name == SUBJECT:
            return self.subject
        earlier = self._open[: self._open.index(row)] if row in self._open else []
        if any(other.table == row.table for other in earlier):
            return self._say(f"另一{one}", f"the other {one}")
        return self._say(f"该{one}", f"the {one}")

    def cell(self, cell: Cell) -> str:
        """A field of a row, or a day that is a parameter."""
        if cell.row.name in self._days:
            return self._say(f"日期 {markdown.code(cell.field)}", f"the day {markdown.code(cell.field)}")
        table = company_schema().above(cell.row.table, cell.above)
        if cell.field == VALUE and table.words is not None:
            return self.row(cell.row)
        field = f"“{markdown.text(self._say.of(table.fields[cell.field].title))}”"
        if cell.above:
            one = self._one(table)
            return self._say(f"所属{one}的{field}", f"{field} of the {one} it belongs to")
        if cell.row == COMPANY or cell.row.name == SUBJECT:
            return field
        return self._say(f"{self.row(cell.row)}的{field}", f"{field} of {self.row(cell.row)}")

    def _one(self, table: Table) -> str:
        return self._say(markdown.text(table.title.zh), table.singular.replace("_", " "))
