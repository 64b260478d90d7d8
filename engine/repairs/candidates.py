"""The acts that can matter to a condition: about the facts that it looks at, and the elements that it looks for."""

from collections.abc import Iterable, Iterator

from ...facts.schema import Kind, Schema
from ..evaluate import Bound, Evaluator
from ..intervals import is_exact
from ..kleene import FALSE, TRUE, Kleene
from ..language.logic import negation
from ..language.tree import (
    And,
    Cell,
    Choice,
    Compare,
    ConceptCall,
    Condition,
    Constant,
    Extreme,
    Fixed,
    Not,
    Or,
    Quantifier,
    Truth,
    Value,
    Variable,
)
from ..language.walk import parts
from ..rows import Row
from .acts import Act
from .making import ActMaker

__all__ = ["Candidates"]

_Acts = dict[Act, None]
"""Acts in the order in which they were found."""


class Candidates:
    """Finds acts under conditions, on the rows of a company as of a moment."""

    def __init__(self, evaluator: Evaluator, schema: Schema, maker: ActMaker) -> None:
        self._evaluator = evaluator
        self._schema = schema
        self._maker = maker

    def under(self, trees: Iterable[Condition | Value | None], bound: Bound) -> tuple[Act, ...]:
        """The acts that can matter to some conditions and values, each once."""
        found: _Acts = {}
        for tree in trees:
            if tree is not None:
                found |= self._of(tree, bound)
        for row in bound.values():
            if row.derived:
                found |= self._behind(row)
        return tuple(found)

    def _of(self, tree: Condition | Value, bound: Bound) -> _Acts:
        match tree:
            case Cell():
                return self._cell(tree, bound, ())
            case Compare(left=left, right=right):
                return self._compare(left, right, bound)
            case And(conditions=conditions):
                return self._joint(conditions, bound, spoilt=FALSE)
            case Or(conditions=conditions):
                return self._joint(conditions, bound, spoilt=TRUE)
            case Quantifier(row=variable, source=source, guard=guard, body=body, every=every):
                wanted = (guard, negation(body) if every else body)
                found: _Acts = {}
                for row in self._evaluator.list_of(source, bound).rows:
                    found |= self._joint(wanted, {**bound, variable.name: row}, spoilt=FALSE)
                return found if every else found | self._added(tree, wanted, bound)
            case Extreme(row=variable, source=source, condition=condition, value=value):
                found = {}
                for row in self._evaluator.list_of(source, bound).rows:
                    inner = {**bound, variable.name: row}
                    guarded = self._of(condition, inner)
                    if guarded or self._evaluator.holds(condition, inner) is not FALSE:
                        found |= guarded | self._of(value, inner)
                return found | self._added(tree, (condition,), bound)
            case _:
                found = {}
                for part in parts(tree):
                    found |= self._of(part, bound)
                return found

    def _joint(self, conditions: Iterable[Condition], bound: Bound, *, spoilt: Kleene) -> _Acts:
        """The acts under parts of a conjunction (or disjunction); none where a part decides it that no act changes."""
        found: _Acts = {}
        for condition in conditions:
            inside = self._of(condition, bound)
            if not inside and self._evaluator.holds(condition, bound) is spoilt:
                return {}
            found |= inside
        return found

    def _compare(self, left: Value, right: Value, bound: Bound) -> _Acts:
        found: _Acts = {}
        for side, other in ((left, right), (right, left)):
            if isinstance(side, Cell):
                found |= self._cell(side, bound, self._wanted(other, bound))
            else:
                found |= self._of(side, bound)
        return found

    def _wanted(self, other: Value, bound: Bound) -> tuple[object, ...]:
        """Values that a comparison with another value asks for."""
        known = self._known(other, bound)
        return (known, known + 1) if isinstance(known, int) and not isinstance(known, bool) else (known,)

    def _known(self, value: Value, bound: Bound) -> object:
        """A value as a document states it, where it is known and no date."""
        match value:
            case Constant(value=constant, type=kind):
                return list(kind.words)[int(constant)] if kind.words is not None else constant
            case Cell(row=variable, field=name, above=above):
                row = self._evaluator.row(variable, bound).above(above)
                return row.values.get(name)
            case Choice() if value.type.kind is Kind.NUMBER:
                interval = self._evaluator.value(value, bound)
                return interval[0] if is_exact(interval) else None
            case _:
                return None

    def _cell(self, cell: Cell, bound: Bound, wanted: tuple[object, ...]) -> _Acts:
        row = self._evaluator.row(cell.row, bound).above(cell.above)
        asked = [one for one in wanted if one is not None]
        return dict.fromkeys(self._maker.on_field(row, cell.field, asked))

    def _added(self, tree: Quantifier | Extreme, wanted: Iterable[Condition], bound: Bound) -> _Acts:
        """An element that a list lacks: the one that the condition looks for."""
        listed = self._evaluator.list_of(tree.source, bound)
        above = () if tree.source.parent is None else self._evaluator.row(tree.source.parent, bound).ids
        asked = dict(self._asked(tree.row, wanted, bound))
        return dict.fromkeys(self._maker.adding(listed, tree.source.table, above, asked))

    def _asked(self, variable: Variable, wanted: Iterable[Condition], bound: Bound) -> Iterator[tuple[str, object]]:
        """Fields of a row that conditions want to equal something known."""
        for condition in wanted:
            match condition:
                case And(conditions=conditions):
                    yield from self._asked(variable, conditions, bound)
                case ConceptCall(body=body):
                    yield from self._asked(variable, (body,), bound)
                case Compare(operator="==", left=left, right=right):
                    for side, other in ((left, right), (right, left)):
                        if isinstance(side, Cell) and side.row == variable and not side.above:
                            yield side.field, self._known(other, bound)
                case Or() | Not() | Truth() | Fixed() | Compare() | Quantifier():
                    pass

    def _behind(self, derived: Row) -> _Acts:
        """The acts on what a derived row follows from: the element it points to, and the lists under that."""
        found: _Acts = {}
        rows = self._evaluator.rows
        for table in self._schema.tables.values():
            if table.derived or table.words is not None:
                continue
            for row in rows.tables.get(table.path, ()):
                if row.imagined or not f"{derived.pointer}/".startswith(f"{row.pointer}/"):
                    continue
                for name, field in table.fields.items():
                    if field.event:
                        found |= dict.fromkeys(self._maker.on_field(row, name))
                for child in self._schema.tables.values():
                    if child.parent == table.path and child.adding is not None:
                        asked = {name: derived.values.get(name) for name in child.fields if name != "id"}
                        listed = rows.list_of(child.path, row)
                        found |= dict.fromkeys(self._maker.adding(listed, child.path, row.ids, asked))
        return found
