"""Why a condition holds on a company's rows, or does not, or cannot be told: one walk for all engines.

It names what decides: of a conjunction that fails, the parts that fail; of a quantifier, the witness or 'none of n';
of what is unknown, what is not stated.
"""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from ...facts.bilingual import Bilingual
from ...facts.errors import Position
from ...facts.provenance import Origins
from ...facts.schema import Schema, Table
from ..evaluate import Bound, Evaluator, memory_key
from ..intervals import NEVER
from ..kleene import FALSE, TRUE, UNKNOWN
from ..language.functions import FUNCTIONS
from ..language.logic import negation
from ..language.tree import (
    And,
    Call,
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
    Pick,
    Quantifier,
    Today,
    Truth,
    Value,
)
from ..language.walk import subtrees
from ..rows import Row
from . import display, wording
from .cells import cells_under, inexact_cells, open_lists
from .disclosure import Disclosure
from .reasons import Evidence, Reason, ReasonKind

__all__ = ["Explainer"]

Locate = Callable[[str], Position | None]

_MOST_ROWS = 12
"""So many rows of a list are told one by one; a list of more is told by its number and its first rows."""


class Explainer:
    """Explains conditions on the rows of one company."""

    def __init__(
        self,
        evaluator: Evaluator,
        schema: Schema,
        concepts: Mapping[str, Bilingual],
        locate: Locate,
        origins: Origins,
        disclosure: Disclosure,
    ) -> None:
        self._evaluator = evaluator
        self._schema = schema
        self._concepts = concepts
        self._locate = locate
        self._origins = origins
        self._disclosure = disclosure
        self._memory: dict[tuple[object, ...], Reason] = {}

    def condition(self, tree: Condition, bound: Bound) -> Reason:
        """The reason for a condition's worth."""
        match tree:
            case Fixed(holds=holds):
                return Reason(wording.always(holds), TRUE if holds else FALSE)
            case Compare() | Truth():
                return self._leaf(tree, bound, positive=True)
            case Not(condition=Compare() | Truth() as inner):
                return self._leaf(inner, bound, positive=False)
            case Not(condition=inner):
                reason = self.condition(inner, bound)
                return replace(reason, holds=~reason.holds)
            case And(conditions=conditions):
                return self._group(conditions, bound, every=True)
            case Or(conditions=conditions):
                return self._group(conditions, bound, every=False)
            case Quantifier() | ConceptCall():
                return self._remembered(tree, bound)

    def _remembered(self, tree: Quantifier | ConceptCall, bound: Bound) -> Reason:
        """The reason for what many norms share, told once for each row that it speaks of."""
        key = memory_key(tree, bound)
        found = self._memory.get(key)
        if found is None:
            found = self._memory[key] = self._named(tree, bound)
        return found

    def _named(self, tree: Quantifier | ConceptCall, bound: Bound) -> Reason:
        if isinstance(tree, Quantifier):
            return self._quantifier(tree, bound)
        inner = self.condition(tree.body, bound)
        text = wording.concept(self._concepts[tree.name], inner.holds)
        return Reason(text, inner.holds, children=(inner,), kind=ReasonKind.CONCEPT)

    def empty(self, text: Bilingual, row: Row) -> Reason:
        """The reason that a list which is stated to be empty gives for everything about its elements."""
        evidence = self._list_evidence(row.pointer, self._schema.tables[row.table], 0)
        return Reason(text, FALSE, (evidence,), kind=ReasonKind.LIST)

    def _group(self, conditions: tuple[Condition, ...], bound: Bound, *, every: bool) -> Reason:
        """Only the parts that decide: those that fail a conjunction, those that carry a disjunction."""
        worths = [self._evaluator.holds(condition, bound) for condition in conditions]
        worth = min(worths) if every else max(worths)
        chosen = [condition for condition, one in zip(conditions, worths, strict=True) if one is worth]
        if not every and worth is TRUE:
            del chosen[1:]  # one witness is enough for a disjunction
        deciding = tuple(self.condition(condition, bound) for condition in chosen)
        if len(deciding) == 1:
            return deciding[0]
        return Reason(wording.group(worth, every), worth, children=deciding, kind=ReasonKind.GROUP)

    def _quantifier(self, tree: Quantifier, bound: Bound) -> Reason:
        listed = self._evaluator.list_of(tree.source, bound)
        table = self._schema.tables[tree.source.table]
        hits = {row.index: self._evaluator.counts(tree, row, bound) for row in listed.rows}
        worth = max([*hits.values(), FALSE if listed.complete else UNKNOWN], default=FALSE)
        chosen = [row for row in listed.rows if hits[row.index] is worth]
        if worth is TRUE:
            chosen = chosen[:1]
        children = tuple(self._row(tree, row, table, bound) for row in self._nearest(tree, chosen, bound))
        missing = () if worth is TRUE else listed.missing
        evidence = (self._list_evidence(listed.pointer, table, len(listed.rows)),) if worth is FALSE else ()
        text = wording.quantifier(table.title, worth, tree.every, len(listed.rows), listed.complete, len(chosen))
        holds = ~worth if tree.every else worth
        return Reason(text, holds, evidence, missing, children, kind=ReasonKind.LIST)

    def _nearest(self, tree: Quantifier, rows: list[Row], bound: Bound) -> list[Row]:
        """Of many rows those that come nearest to what is looked for: they say most about why it is not there."""
        wanted = (*_parts(tree.guard), *(_parts(negation(tree.body)) if tree.every else _parts(tree.body)))
        scores = []
        for row in rows:
            inner = {**bound, tree.row.name: row}
            scores.append(sum(self._evaluator.holds(part, inner) for part in wanted))
        best = max(scores, default=0)
        return [row for row, score in zip(rows, scores, strict=True) if score == best][:_MOST_ROWS]

    def _row(self, tree: Quantifier, row: Row, table: Table, bound: Bound) -> Reason:
        inner = {**bound, tree.row.name: row}
        parts = tuple(
            part
            for condition in (tree.guard, tree.body)
            if not isinstance(condition, Fixed)
            for part in [self.condition(condition, inner)]
        )
        guard = parts[0].holds if len(parts) == 2 else TRUE
        if guard is FALSE:
            parts = parts[:1]
        elif len(parts) == 2 and guard is TRUE and parts[1].holds is not TRUE:
            parts = parts[1:]
        counted = self._evaluator.counts(tree, row, bound)
        text = wording.row(table.title, self._disclosure.identity(row))
        return Reason(text, counted, children=parts, kind=ReasonKind.ROW)

    def _list_evidence(self, pointer: str, table: Table, count: int) -> Evidence:
        place = self._locate(pointer)
        value = Bilingual(f"共 {count} 项", f"{count} in all")
        return Evidence(pointer, table.title, value, *_place(place), self._origin(pointer))

    def _leaf(self, tree: Compare | Truth, bound: Bound, *, positive: bool) -> Reason:
        holds = self._evaluator.holds(tree, bound)
        sides: tuple[Value, ...] = (tree.cell,) if isinstance(tree, Truth) else (tree.left, tree.right)
        cells = [cell for side in sides for cell in cells_under(self._evaluator, side, bound)]
        evidence = tuple(self._evidence(row, cell) for row, cell in cells)
        doubts = sides if holds is UNKNOWN else ()
        inexact = [one for side in doubts for one in inexact_cells(self._evaluator, side, bound)]
        missing = tuple(dict.fromkeys(row.pointer_to(cell.field) for row, cell in inexact))
        lists = open_lists(self._evaluator, sides, bound) if holds is UNKNOWN else ()
        calendar = holds is UNKNOWN and not missing and not lists and any(map(_rests_on_calendar, sides))
        apart = len({row.index for row, _ in cells}) > 1
        shown = [self._side(side, bound, named=apart) for side in sides]
        text = wording.comparison(tree, shown, holds)
        return Reason(text, holds if positive else ~holds, evidence, (*missing, *lists), calendar=calendar)

    def _side(self, value: Value, bound: Bound, *, named: bool) -> wording.Side:
        """One side of a comparison; with `named` a field says whose it is."""
        interval = self._evaluator.value(value, bound)
        match value:
            case Cell():
                row = self._evaluator.row(value.row, bound).above(value.above)
                field = self._schema.tables[row.table].fields[value.field]
                shown = self._stated(row, value)
                if value.event and interval[0] == NEVER and row.values.get(value.field) is not None:
                    shown = wording.later(shown)
                table = self._schema.tables[row.table]
                if not named or not row.ids:
                    return wording.Side(field.title, shown)
                whose = wording.whose(table.title, self._disclosure.identity(row), field.title)
                return wording.Side(whose, shown)
            case Today():
                return wording.Side(wording.TODAY, display.interval(interval, value.type))
            case Constant():
                return wording.Side(None, display.constant(value))
            case _:
                shown = self._disclosure.derived(interval, value.type)
                inexact = inexact_cells(self._evaluator, value, bound) if shown == display.NOT_STATED else ()
                told = [self._stated(row, cell) for row, cell in inexact if row.values.get(cell.field) is None]
                return wording.Side(self._title(value, bound), told[0] if told else shown)

    def _title(self, value: Value, bound: Bound) -> Bilingual:
        """What a derived date is: the period's end, or the date that it picks or stands for."""
        match value:
            case Cell(row=variable, above=above, field=name):
                row = self._evaluator.row(variable, bound).above(above)
                return self._schema.tables[row.table].fields[name].title
            case Call(function=name, arguments=arguments):
                return wording.function(name, self._title(arguments[0], bound))
            case Choice(then=then):
                return self._title(then, bound)
            case Pick(values=values):
                return self._title(values[0], bound)
            case Extreme(value=inner, latest=latest, source=source, row=variable):
                table = self._schema.tables[source.table]
                title = (
                    table.fields[inner.field].title
                    if isinstance(inner, Cell) and inner.row == variable
                    else table.title
                )
                return wording.extreme(title, latest=latest)
            case Today():
                return wording.TODAY
            case Constant():
                return wording.DERIVED

    def _evidence(self, row: Row, cell: Cell) -> Evidence:
        pointer = row.pointer_to(cell.field)
        field = self._schema.tables[row.table].fields[cell.field]
        place = _place(self._locate(pointer))
        return Evidence(pointer, field.title, self._stated(row, cell), *place, self._origin(pointer))

    def _origin(self, pointer: str) -> str | None:
        return self._disclosure.origin(self._origins.of(pointer))

    def _stated(self, row: Row, cell: Cell) -> Bilingual:
        """A field as it was stated; that it was, where its validity has ended."""
        value = row.values.get(cell.field)
        until = self._evaluator.rows.valid_until(row.pointer_to(cell.field)) if value is None else None
        return self._disclosure.stated(value) if until is None else wording.outdated(until)


def _place(position: Position | None) -> tuple[str | None, int | None, int | None]:
    return (None, None, None) if position is None else (position.file, position.line, position.column)


def _rests_on_calendar(value: Value) -> bool:
    return any(isinstance(part, Call) and FUNCTIONS[part.function].calendar for part in subtrees(value))


def _parts(condition: Condition) -> tuple[Condition, ...]:
    return condition.conditions if isinstance(condition, And) else (condition,)
