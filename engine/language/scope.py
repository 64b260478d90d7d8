"""What the names in an expression stand for: rows, derived values, readings, concepts."""

from collections.abc import Iterable, Mapping
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from ...facts.schema import Schema
from .concepts import ConceptDeclaration
from .tree import Extreme, Quantifier, Value, Variable
from .walk import subtrees

__all__ = ["Scope"]

_ROW: Final = "row"


class Scope(Struct, frozen=True):
    """The names that an expression may use."""

    schema: Schema
    rows: Mapping[str, Variable] = {}
    """Variables, `it` among them."""
    values: Mapping[str, Value] = {}
    """Derived values, and the day parameters of a concept."""
    readings: Mapping[str, int | str | bool] = {}
    concepts: Mapping[str, ConceptDeclaration] = {}
    depth: int = 0
    """How many quantifiers stand around the expression, or are in a value that it may use, whichever are more."""
    applying: tuple[str, ...] = ()
    """Concepts that are being applied, outermost first: one that comes again is a cycle."""

    def with_row(self, name: str, row: Variable) -> "Scope":
        """The scope of a quantifier's body."""
        return replace(self, rows={**self.rows, name: row}, depth=self.depth + 1)

    def with_value(self, name: str, value: Value) -> "Scope":
        """The scope after a derived value."""
        return replace(self, values={**self.values, name: value}, depth=self._beyond([value]))

    def for_concept(self, name: str, rows: Mapping[str, Variable], values: Mapping[str, Value]) -> "Scope":
        """The scope of a concept's condition: its parameters and nothing of the caller."""
        return replace(
            self, rows=rows, values=values, depth=self._beyond(values.values()), applying=(*self.applying, name)
        )

    def fresh(self, table: str) -> Variable:
        """A row variable that neither an enclosing quantifier uses nor a value that the expression may use."""
        return Variable(f"{_ROW}{self.depth + 1}", table)

    def _beyond(self, values: Iterable[Value]) -> int:
        """A depth at which no row is named as one that is looked through within a value."""
        inside = (part.row for one in values for part in subtrees(one) if isinstance(part, Extreme | Quantifier))
        return max([self.depth, *(int(row.name.removeprefix(_ROW)) for row in inside)])
