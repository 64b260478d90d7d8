"""Which facts a norm speaks of: the fields and the lists in its conditions."""

from collections.abc import Mapping

from msgspec import Struct

from ...facts.derived import RESTS_ON
from ...facts.kinds import Kind
from ...facts.schema import Schema
from ..language.tree import COMPANY, SUBJECT, Cell, Condition, Constant, Extreme, Quantifier, Value, Variable
from ..language.walk import parts
from ..norms import Norm

__all__ = ["Mention", "Mentioned", "mentioned"]


class Mention(Struct, frozen=True):
    """A field of a table, by its path, or with no field the table's list.

    `near`: of a subject it concerns only the facts of itself, of what holds it, and of what it holds.
    """

    table: str
    field: str | None
    near: bool


class Mentioned(Struct, frozen=True):
    """What a norm speaks of. `texts` and `numbers` are those that its conditions compare with."""

    mentions: frozenset[Mention]
    derived: frozenset[str]
    """The derived lists among its subjects and sources."""
    texts: tuple[str, ...]
    numbers: tuple[int, ...]

    def rests_on(self, path: str) -> bool:
        """Whether a derived list that the norm speaks of is worked out from the field or list at a path."""
        return any(path in RESTS_ON[table] for table in self.derived)


def mentioned(norm: Norm, schema: Schema) -> Mentioned:
    """What the conditions of a norm speak of."""
    walk = _Walk(schema)
    near = {SUBJECT: True}
    for tree in (norm.applies, norm.breach, norm.review, norm.late):
        if tree is not None:
            walk.take(tree, near)
    tables = {norm.subject, *(one.table for one in walk.found)}
    return Mentioned(
        frozenset(walk.found),
        frozenset(table for table in tables if schema.tables[table].derived),
        tuple(sorted(walk.texts)),
        tuple(sorted(walk.numbers)),
    )


class _Walk:
    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self.found: set[Mention] = set()
        self.texts: set[str] = set()
        self.numbers: set[int] = set()

    def take(self, tree: Condition | Value, near: Mapping[str, bool]) -> None:
        """Note what a tree speaks of. `near` says of each variable whether it stands in one line with the subject."""
        match tree:
            case Cell(row=row, field=name, above=above):
                self.found.add(Mention(self._schema.above(row.table, above).path, name, _is_near(row, near)))
            case Constant(value=str() as text):
                self.texts.add(text)
            case Constant(value=int() as number) if tree.type.kind is Kind.NUMBER:
                self.numbers.add(number)
            case Quantifier(row=row, source=source) | Extreme(row=row, source=source):
                inside = source.parent is not None and _is_near(source.parent, near)
                self.found.add(Mention(source.table, None, inside))
                near = {**near, row.name: inside}
        for part in parts(tree):
            self.take(part, near)


def _is_near(row: Variable, near: Mapping[str, bool]) -> bool:
    return row != COMPANY and near[row.name]
