"""Which facts alone could settle a finding, by the shape of its conditions: what need not be tried is not tried.

A condition that is unknown becomes true or false only if its parts do. Of a conjunction one part that fails is enough,
and all unknown parts have to hold; so a fact can make it true only if it can make each of these true. The sets are too
large rather than too small: what is in them is tried.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from ...facts.derived import OF_ONE, RESTS_ON
from ..evaluate import Bound, Evaluator, memory_key
from ..intervals import is_exact
from ..kleene import FALSE, TRUE, UNKNOWN
from ..language.tree import (
    SUBJECT,
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
from ..language.walk import parts
from ..norms import Norm
from ..rows import ListOfRows, Row, Rows

__all__ = ["Critical", "Key", "element_of"]

Key = tuple[str, str | int, str | int | None]
"""A cell ('cell', row, field), a list ('list', table, row above), or what is derived ('derived', table, element).

The element is the pointer to the one element of the company's lists that it is worked out from, or None for any.
"""

_Keys = frozenset[Key]


class _Ways(NamedTuple):
    """The facts that alone could make something true, and false. None stands for all: it is so already."""

    true: _Keys | None
    false: _Keys | None


_NONE: Final[_Keys] = frozenset()
_SETTLED: Final = {TRUE: _Ways(None, _NONE), FALSE: _Ways(_NONE, None)}


class Critical:
    """Finds what could settle the findings of one company's rows."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._evaluator = Evaluator(rows)
        self._memory: dict[tuple[object, ...], _Ways] = {}
        self._under: dict[tuple[object, ...], _Keys] = {}

    def keys(self, norm: Norm, row: Row) -> _Keys:
        """The keys of the facts that alone could settle an undetermined finding."""
        bound = {SUBJECT: row}
        applies = self._ways(norm.applies, bound)
        if row.imagined:  # what is not listed applies at most possibly
            return (applies.false or _NONE) | self._existence(row)
        breach, late = self._ways(norm.breach, bound), self._ways(norm.late, bound)
        met = breach.false if norm.review is None else _both(breach.false, self._ways(norm.review, bound).false)
        decided = _any(met, late.false, _both(breach.true, late.true))
        found = _any(applies.false, _both(applies.true, decided))
        assert found is not None, "only what is undetermined is asked for"
        return found | self._existence(row)

    def _existence(self, row: Row) -> _Keys:
        """What decides whether there is such a subject."""
        found = _NONE
        at: Row | None = row
        while at is not None and at.parent is not None:
            if at.imagined:
                found |= self._list_keys(at.table, at.parent)
            elif at.derived:
                found |= {_derived_key(at)}
            at = at.parent
        return found

    def _ways(self, tree: Condition, bound: Bound) -> _Ways:
        holds = self._evaluator.holds(tree, bound)
        if holds is not UNKNOWN:
            return _SETTLED[holds]
        match tree:
            case Compare() | Truth():
                cells = self._cells(tree, bound)
                return _Ways(cells, cells)
            case Not(condition=inner):
                return _swapped(self._ways(inner, bound))
            case And(conditions=conditions):
                return _every(self._ways(one, bound) for one in conditions)
            case Or(conditions=conditions):
                return _swapped(_every(_swapped(self._ways(one, bound)) for one in conditions))
            case Quantifier() | ConceptCall():
                key = memory_key(tree, bound)
                found = self._memory.get(key)
                if found is None:
                    found = self._memory[key] = self._shared(tree, bound)
                return found
            case Fixed():
                raise AssertionError("what is fixed is never unknown")

    def _shared(self, tree: Quantifier | ConceptCall, bound: Bound) -> _Ways:
        if isinstance(tree, ConceptCall):
            return self._ways(tree.body, bound)
        listed = self._evaluator.list_of(tree.source, bound)
        # That no row is a hit: every row is none, and the list holds no more.
        none = [] if listed.complete else [_same(self._keys_of(tree.source.table, listed))]
        for row in listed.rows:
            inner = {**bound, tree.row.name: row}
            if self._evaluator.holds(tree.guard, inner) is FALSE:
                continue
            body = self._ways(tree.body, inner)
            none.append(_swapped(_every((self._ways(tree.guard, inner), _swapped(body) if tree.every else body))))
        found = _every(none)
        return found if tree.every else _swapped(found)

    def _list_keys(self, table: str, parent: Row) -> _Keys:
        listed = self._rows.lists.get((table, parent.index))
        return _NONE if listed is None or listed.complete else self._keys_of(table, listed, parent)

    # The cells and lists that a value rests on

    def _cells(self, tree: Condition | Value, bound: Bound) -> _Keys:
        """The keys of all that is not known under a tree, and could make it another: what is decided stays so."""
        match tree:
            case Cell(row=variable, field=name, above=above):
                row = self._evaluator.row(variable, bound).above(above)
                return _NONE if is_exact(row.cells[name]) else frozenset({_cell_key(row, name)})
            case Constant() | Today():
                return _NONE
            case Choice(condition=condition, then=then, otherwise=otherwise):
                holds = self._evaluator.holds(condition, bound)
                chosen = {TRUE: (then,), FALSE: (otherwise,)}.get(holds, (then, otherwise))
                return self._cells(condition, bound).union(*(self._cells(one, bound) for one in chosen))
            case Extreme():
                return self._over_list(tree, tree.condition, bound)
            case Call() | Pick():
                return _NONE.union(*(self._cells(part, bound) for part in parts(tree)))
        if self._evaluator.holds(tree, bound) is not UNKNOWN:
            return _NONE
        if isinstance(tree, Quantifier):
            return self._over_list(tree, tree.guard, bound)
        return _NONE.union(*(self._cells(part, bound) for part in parts(tree)))

    def _over_list(self, tree: Quantifier | Extreme, counts: Condition, bound: Bound) -> _Keys:
        """Of the rows of a list those that may count."""
        key = memory_key(tree, bound)
        found = self._under.get(key)
        if found is None:
            listed = self._evaluator.list_of(tree.source, bound)
            found = _NONE if listed.complete else self._keys_of(tree.source.table, listed)
            inside = [{**bound, tree.row.name: row} for row in listed.rows]
            inside = [inner for inner in inside if self._evaluator.holds(counts, inner) is not FALSE]
            found = found.union(*(self._cells(part, inner) for inner in inside for part in parts(tree)))
            self._under[key] = found
        return found

    def _keys_of(self, table: str, listed: ListOfRows, parent: Row | None = None) -> _Keys:
        """What makes an incomplete list complete; a derived one only what all that it lacks stands in."""
        assert listed.imagined is not None
        above = listed.imagined.parent if parent is None else parent
        assert above is not None
        if table not in RESTS_ON:
            return frozenset({("list", table, above.index)})
        elements = {element_of(pointer) for pointer in listed.missing}
        return frozenset(("derived", table, one) for one in elements) if len(elements) == 1 else _NONE


def element_of(pointer: str) -> str:
    """The pointer to the element of the company's lists that a pointer leads into; itself, if it leads into none."""
    _, first, *rest = pointer.split("/", 3)
    return f"/{first}/{rest[0]}" if rest and rest[0].isdigit() else pointer


def _cell_key(row: Row, name: str) -> Key:
    return _derived_key(row) if row.derived else ("cell", row.index, name)


def _derived_key(row: Row) -> Key:
    return ("derived", row.table, element_of(row.pointer) if row.table in OF_ONE else None)


def _same(keys: _Keys) -> _Ways:
    return _Ways(keys, keys)


def _swapped(ways: _Ways) -> _Ways:
    return _Ways(ways.false, ways.true)


def _every(all_: Iterable[_Ways]) -> _Ways:
    """The ways of a conjunction."""
    true: _Keys | None = None
    false: _Keys | None = _NONE
    for one in all_:
        true, false = _both(true, one.true), _any(false, one.false)
    return _Ways(true, false)


def _both(*of: _Keys | None) -> _Keys | None:
    """The facts in each of some sets."""
    known = [one for one in of if one is not None]
    return None if not known else known[0].intersection(*known[1:])


def _any(*of: _Keys | None) -> _Keys | None:
    """The facts in any of some sets."""
    return None if None in of else _NONE.union(*(one for one in of if one is not None))
