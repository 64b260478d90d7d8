"""What a rule of the forward-chaining engine can test, and the forms a condition takes there.

The engine is two-valued. A condition is therefore asked in two forms: whether it *surely* holds and whether it
*possibly* does. Both are positive formulas over interval bounds; negation turns one into the complement of the other.
"""

from enum import IntEnum

from msgspec import Struct

from ..language.tree import Comparison, Condition, Value, Variable

__all__ = ["Bound", "Branch", "Folded", "Form", "Hit", "Incomplete", "Term", "Test"]


class Form(IntEnum):
    """Which of the two questions is asked."""

    POSSIBLE = 0
    SURE = 1

    @property
    def other(self) -> "Form":
        """The form whose complement this one is, under negation."""
        return Form.SURE if self is Form.POSSIBLE else Form.POSSIBLE


class Folded(Struct, frozen=True, cache_hash=True):
    """A formula over one row, kept as a column of the row: its bounds are 0 or 1."""

    condition: Condition


class Incomplete(Struct, frozen=True, cache_hash=True):
    """A column of a row: 1 where a list under it may hold more than is stated."""

    table: str


Column = Value | Folded | Incomplete


class Bound(Struct, frozen=True, cache_hash=True):
    """The lower or upper bound of a column of a row."""

    row: Variable
    column: Column
    upper: bool


Term = Bound | int


class Test(Struct, frozen=True, cache_hash=True):
    """Two terms compared."""

    operator: Comparison
    left: Term
    right: Term


class Hit(Struct, frozen=True, cache_hash=True):
    """That a derived fact exists (or, not `positive`, does not) for a row: a quantifier hit, or a concept holds."""

    node: int
    form: Form
    row: Variable
    positive: bool


Branch = tuple[Test | Hit, ...]
"""A conjunction; a condition is expanded into several of them, one rule each."""
