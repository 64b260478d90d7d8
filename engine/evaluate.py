"""What a tree is worth on a company's rows: the one evaluator behind derived columns, reasons and questions."""

from collections.abc import Iterable, Mapping

from .encoding import minute_number
from .intervals import FIRST, LAST, NEVER, Interval, hull
from .kleene import FALSE, TRUE, UNKNOWN, Kleene
from .language.functions import FUNCTIONS
from .language.tree import (
    COMPANY,
    DAY,
    And,
    Call,
    Cell,
    Choice,
    Compare,
    Comparison,
    ConceptCall,
    Condition,
    Constant,
    Extreme,
    Fixed,
    Not,
    Or,
    Pick,
    Quantifier,
    Source,
    Today,
    Truth,
    Value,
    Variable,
)
from .language.walk import free_rows
from .rows import ListOfRows, Row, Rows

__all__ = ["Bound", "Evaluator", "compare", "extreme", "memory_key"]

Bound = Mapping[str, Row]
"""Rows by the names of their variables."""


def compare(operator: Comparison, left: Interval, right: Interval) -> Kleene:
    """A comparison of two intervals: true where it is sure, unknown where it is possible."""
    match operator:
        case "<=":
            return TRUE if left[1] <= right[0] else UNKNOWN if left[0] <= right[1] else FALSE
        case "<":
            return TRUE if left[1] < right[0] else UNKNOWN if left[0] < right[1] else FALSE
        case "==":
            if left[0] == right[1] and left[1] == right[0]:
                return TRUE
            return UNKNOWN if left[0] <= right[1] and right[0] <= left[1] else FALSE
        case "!=":
            return ~compare("==", left, right)


def extreme(latest: bool, entries: Iterable[tuple[int, Interval]], complete: bool) -> Interval:
    """The earliest or latest of dates, each with how sure it is that it counts (1 possible, 2 sure).

    What is not done is left out; of none the result is not done. A list that is not complete may hold any date besides.
    """
    surely: list[Interval] = []
    possibly: list[Interval] = []
    for holds, interval in entries:
        if interval[0] < NEVER:
            (surely if holds == TRUE and interval[1] < NEVER else possibly).append(interval)
    if not complete:
        possibly.append((FIRST, LAST))
    candidates = [*surely, *possibly]
    if not candidates:
        return NEVER, NEVER
    if latest:
        low = max((low for low, _ in surely), default=min(low for low, _ in candidates))
        return low, max(min(high, LAST) for _, high in candidates) if surely else NEVER
    return min(low for low, _ in candidates), min((high for _, high in surely), default=NEVER)


def memory_key(tree: Condition | Value, bound: Bound) -> tuple[object, ...]:
    """A tree with the rows that it speaks of: under this key its worth can be kept."""
    return (tree, *(bound[variable.name].index for variable in free_rows(tree)))


class Evaluator:
    """Evaluates trees on the rows of one company. With `strict`, deadlines do not move to working days."""

    def __init__(self, rows: Rows, *, strict: bool = False) -> None:
        self.rows = rows
        self.strict = strict
        day = rows.as_of.day.toordinal()
        self._today: Interval = (day, day)
        now = minute_number(rows.as_of.due_from)
        self._now: Interval = (now, now)
        self._memory: dict[tuple[object, ...], Kleene] = {}
        self._values: dict[tuple[object, ...], Interval] = {}

    def row(self, variable: Variable, bound: Bound) -> Row:
        """The row that a variable stands for."""
        return self.rows.company if variable == COMPANY else bound[variable.name]

    def list_of(self, source: Source, bound: Bound) -> ListOfRows:
        """The list that a quantifier ranges over."""
        parent = self.rows.company if source.parent is None else self.row(source.parent, bound)
        return self.rows.list_of(source.table, parent)

    def value(self, tree: Value, bound: Bound) -> Interval:
        """The interval of a value."""
        match tree:
            case Cell(row=variable, field=name, above=above):
                return self.row(variable, bound).above(above).cells[name]
            case Constant(value=value):
                number = self.rows.texts.number(value) if isinstance(value, str) else value
                return number, number
            case Today(type=kind):
                return self._today if kind == DAY else self._now
            case _:
                return self._derived(tree, bound)

    def _derived(self, tree: Call | Choice | Pick | Extreme, bound: Bound) -> Interval:
        """A derived value, worked out once for each row that it speaks of."""
        key = memory_key(tree, bound)
        found = self._values.get(key)
        if found is None:
            found = self._values[key] = self._worked_out(tree, bound)
        return found

    def _worked_out(self, tree: Call | Choice | Pick | Extreme, bound: Bound) -> Interval:
        match tree:
            case Call(function=name, arguments=arguments):
                return self._call(name, arguments, bound)
            case Choice(condition=condition, then=then, otherwise=otherwise):
                holds = self.holds(condition, bound)
                if holds is not UNKNOWN:
                    return self.value(then if holds is TRUE else otherwise, bound)
                return hull(self.value(then, bound), self.value(otherwise, bound))
            case Pick(latest=latest, values=values):
                pick = max if latest else min
                intervals = [self.value(value, bound) for value in values]
                return pick(low for low, _ in intervals), pick(high for _, high in intervals)
            case Extreme():
                return self._extreme(tree, bound)

    def _call(self, name: str, arguments: tuple[Value, ...], bound: Bound) -> Interval:
        function = FUNCTIONS[name]
        number = self.value(arguments[1], bound)[0] if function.numbered else 0
        date = self.value(arguments[0], bound)
        return function.strict(date, number) if self.strict else function.compute(date, number)

    def _extreme(self, tree: Extreme, bound: Bound) -> Interval:
        listed = self.list_of(tree.source, bound)
        entries: list[tuple[int, Interval]] = []
        for row in listed.rows:
            inner = {**bound, tree.row.name: row}
            holds = self.holds(tree.condition, inner)
            if holds is not FALSE:
                entries.append((holds, self.value(tree.value, inner)))
        return extreme(tree.latest, entries, listed.complete)

    def holds(self, tree: Condition, bound: Bound) -> Kleene:
        """Whether a condition holds."""
        match tree:
            case Compare(operator=operator, left=left, right=right):
                return compare(operator, self.value(left, bound), self.value(right, bound))
            case Truth(cell=cell):
                low, high = self.value(cell, bound)
                return TRUE if low else UNKNOWN if high else FALSE
            case Not(condition=condition):
                return ~self.holds(condition, bound)
            case And(conditions=conditions):
                return self._least(conditions, bound)
            case Or(conditions=conditions):
                return self._most(conditions, bound)
            case Quantifier() | ConceptCall():
                return self._remembered(tree, bound)
            case Fixed(holds=holds):
                return TRUE if holds else FALSE

    def _remembered(self, tree: Quantifier | ConceptCall, bound: Bound) -> Kleene:
        """The worth of what many norms share, worked out once for each row that it speaks of."""
        key = memory_key(tree, bound)
        found = self._memory.get(key)
        if found is None:
            found = self.holds(tree.body, bound) if isinstance(tree, ConceptCall) else self._quantifier(tree, bound)
            self._memory[key] = found
        return found

    def _least(self, conditions: tuple[Condition, ...], bound: Bound) -> Kleene:
        least = TRUE
        for condition in conditions:
            holds = self.holds(condition, bound)
            if holds is FALSE:
                return FALSE
            least = min(least, holds)
        return least

    def _most(self, conditions: tuple[Condition, ...], bound: Bound) -> Kleene:
        most = FALSE
        for condition in conditions:
            holds = self.holds(condition, bound)
            if holds is TRUE:
                return TRUE
            most = max(most, holds)
        return most

    def _quantifier(self, tree: Quantifier, bound: Bound) -> Kleene:
        listed = self.list_of(tree.source, bound)
        hit = FALSE if listed.complete else UNKNOWN
        for row in listed.rows:
            one = self.counts(tree, row, bound)
            if one is TRUE:
                hit = TRUE
                break
            hit = max(hit, one)
        return ~hit if tree.every else hit

    def counts(self, tree: Quantifier, row: Row, bound: Bound) -> Kleene:
        """Whether a row is a hit: what `any` looks for, or an exception to `all`."""
        inner = {**bound, tree.row.name: row}
        guard = self.holds(tree.guard, inner)
        if guard is FALSE:
            return FALSE
        body = self.holds(tree.body, inner)
        return min(guard, ~body if tree.every else body)
