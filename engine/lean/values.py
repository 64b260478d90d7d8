"""From values to Python: a stated value as it is, or its two bounds."""

from typing import Final, assert_never

from ...facts.schema import Kind, Schema
from ..compiled.block import Block, identifier
from ..intervals import FIRST, LAST, NEVER
from ..language.tree import DAY, Call, Cell, Choice, Compare, Condition, Constant, Extreme, Pick, Source, Today, Value
from .places import Places

__all__ = ["SHORT", "Names", "ValueWriter"]

Names = tuple[str, str]

_COMPARED_AS_STATED: Final = frozenset({Kind.FLAG, Kind.WORD, Kind.TEXT})
"""These are equal or not, and have no order: no numbers are needed."""

SHORT: Final = {
    "hours_after": "{0} + {1} * 60",
    "day_of": "{0} // 1440",
    "day_end": "{0} * 1440 + 1439",
}
"""Functions that are written out; a test holds them against the table of functions. See `functions.mapped`."""


class ValueWriter:
    """Writes statements for values. Conditions and shared parts are written by whoever extends it."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._places = Places(schema)
        self._words: dict[str, str] = {}

    def _condition(self, tree: Condition, block: Block) -> str:
        raise NotImplementedError

    def _is_shared(self, tree: Extreme, block: Block) -> bool:
        raise NotImplementedError

    def _part(self, tree: Extreme, block: Block) -> str:
        raise NotImplementedError

    def _listed(self, source: Source) -> tuple[str, str]:
        raise NotImplementedError

    def _extreme(self, tree: Extreme, low: str, high: str, block: Block) -> None:
        """The earliest or latest over a list, as `evaluate.extreme` gives it, in one pass."""
        listed, more = self._listed(tree.source)
        self._places.enter(tree.row, tree.source)
        if tree.latest:
            sure, most = block.name(), block.name()
            block.line(f"{sure} = None")
            block.line(f"{most} = {FIRST}")
        block.line(f"{low} = {high} = {NEVER}")
        with block.inside(f"for {identifier(tree.row.name)} in {listed}:"):
            worth = self._condition(tree.condition, block)
            with block.inside(f"if {worth}:"):
                one, other = self._bounds(tree.value, block)
                with block.inside(f"if {one} < {NEVER}:"):
                    with block.inside(f"if {one} < {low}:"):
                        block.line(f"{low} = {one}")
                    if tree.latest:
                        block.line(f"{most} = max({most}, min({other}, {LAST}))")
                        with block.inside(f"if {worth} == 2 and {other} < {NEVER}:"):
                            block.line(f"{sure} = {one} if {sure} is None else max({sure}, {one})")
                    else:
                        with block.inside(f"if {worth} == 2 and {other} < {high}:"):
                            block.line(f"{high} = {other}")
        with block.inside(f"if {more}:"):
            block.line(f"{low} = {FIRST}")
            if tree.latest:
                block.line(f"{most} = {LAST}")
        if tree.latest:
            with block.inside(f"if {sure} is not None:"):
                block.line(f"{low}, {high} = {sure}, {most}")

    def _stated(self, tree: Value, block: Block) -> str:
        """The name of a value as it was stated; None where it was not."""
        if isinstance(tree, Constant):
            return self._literal(tree)
        assert isinstance(tree, Cell), "only dates and numbers are worked out"
        known = block.known(("stated", tree))
        if known is None:
            name = block.name()
            block.line(f"{name} = {self._places.field(tree)}")
            known = block.keep(("stated", tree), (name, name))
        return known[0]

    def _literal(self, tree: Constant) -> str:
        words = tree.type.words
        if words is None or not isinstance(tree.value, int):
            return repr(bool(tree.value) if tree.type.kind is Kind.FLAG else tree.value)
        name = f"{words.__name__}_{tree.value}"
        self._words[name] = f"word({words.__name__!r}, {tree.value})"
        return name

    def _bounds(self, tree: Value, block: Block) -> Names:
        """The names (or literals) of a value's bounds."""
        if isinstance(tree, Constant):
            assert isinstance(tree.value, int), "texts have no bounds"
            return str(tree.value), str(tree.value)
        if isinstance(tree, Today):
            return ("s.day", "s.day") if tree.type == DAY else ("s.now", "s.now")
        known = block.known(tree)
        if known is not None:
            return known
        low, high = block.name(), block.name()
        match tree:
            case Cell():
                self._cell(tree, low, high, block)
            case Call():
                self._call(tree, low, high, block)
            case Pick(latest=latest, values=values):
                sides = [self._bounds(value, block) for value in values]
                for name, bounds in zip((low, high), zip(*sides, strict=True), strict=True):
                    block.line(f"{name} = {_picked('>' if latest else '<', bounds)}")
            case Choice():
                self._choice(tree, low, high, block)
            case Extreme():
                if self._is_shared(tree, block):
                    block.line(f"{low}, {high} = {self._part(tree, block)}")
                else:
                    self._extreme(tree, low, high, block)
            case _:
                assert_never(tree)
        return block.keep(tree, (low, high))

    def _cell(self, tree: Cell, low: str, high: str, block: Block) -> None:
        """The bounds of a stated date or number, as `encoding.encode` and `encoding.unstated` give them."""
        stated = self._stated(tree, block)
        kind = tree.type.kind
        assert kind in (Kind.DAY, Kind.MINUTE, Kind.NUMBER)
        most = LAST if kind is not Kind.NUMBER and not tree.event else NEVER
        with block.inside(f"if {stated} is None:"):
            block.line(f"{low} = {FIRST}")
            block.line(f"{high} = {most}")
        if kind is not Kind.NUMBER and tree.event:
            with block.inside(f"elif {stated} is NOT_DONE:"):
                block.line(f"{low} = {high} = {NEVER}")
        if kind is Kind.MINUTE:
            with block.inside(f"elif type({stated}) is datetime:"):
                block.line(f"{low} = {high} = {stated}.toordinal() * 1440 + {stated}.hour * 60 + {stated}.minute")
                if tree.event:
                    with block.inside(f"if {low} > s.until:"):
                        block.line(f"{low} = {high} = {NEVER}")
        with block.inside("else:"):
            match kind:
                case Kind.NUMBER:
                    block.line(f"{low} = {high} = {stated}")
                case Kind.MINUTE:
                    block.line(f"{low}, {high} = minutes({stated}, {'s.until' if tree.event else 'None'})")
                case _:
                    block.line(f"{low} = {high} = {stated}.toordinal()")
                    if tree.event:
                        with block.inside(f"if {low} > s.day:"):
                            block.line(f"{low} = {high} = {NEVER}")

    def _call(self, tree: Call, low: str, high: str, block: Block) -> None:
        before, after = self._bounds(tree.arguments[0], block)
        number = self._bounds(tree.arguments[1], block)[0] if len(tree.arguments) > 1 else "0"
        short = SHORT.get(tree.function)
        if short is None:
            block.line(f"{low}, {high} = {identifier(tree.function)}({before}, {after}, {number})")
            return
        for name, bound in ((low, before), (high, after)):
            moved = short.format(bound, number)
            block.line(f"{name} = {moved} if {FIRST} < {bound} < {LAST} else {bound}")

    def _choice(self, tree: Choice, low: str, high: str, block: Block) -> None:
        worth = self._condition(tree.condition, block)
        for head, chosen in ((f"if {worth} == 2:", tree.then), (f"elif {worth} == 0:", tree.otherwise)):
            with block.inside(head):
                one, other = self._bounds(chosen, block)
                block.line(f"{low}, {high} = {one}, {other}")
        with block.inside("else:"):
            (a, b), (c, d) = self._bounds(tree.then, block), self._bounds(tree.otherwise, block)
            block.line(f"{low} = {_picked('<', (a, c))}")
            block.line(f"{high} = {_picked('>', (b, d))}")

    def _compare(self, tree: Compare, block: Block, yes: str = "2", no: str = "0") -> str:
        """The expression for a comparison's worth; see `evaluate.compare`, whose meaning this is."""
        kinds = {tree.left.type.kind, tree.right.type.kind}
        sign = tree.operator
        if sign == "!=":
            sign, yes, no = "==", no, yes
        if kinds <= _COMPARED_AS_STATED:
            assert sign == "==", "only dates and numbers have an order"
            return self._as_stated(tree, "==" if tree.left.type.kind is Kind.TEXT else "is", yes, no, block)
        if kinds == {Kind.NUMBER} and all(isinstance(side, Cell | Constant) for side in (tree.left, tree.right)):
            return self._as_stated(tree, sign, yes, no, block)
        (a, b), (c, d) = self._bounds(tree.left, block), self._bounds(tree.right, block)
        if sign != "==":
            sure = f"{yes} if {b} {sign} {c} else"
            return f"{sure} {no}" if a == b and c == d else f"{sure} 1 if {a} {sign} {d} else {no}"
        never = str(NEVER)
        if never in (a, c):
            low, high = (c, d) if a == never else (a, b)
            return f"{yes} if {low} == {never} else 1 if {high} == {never} else {no}"
        return f"{yes} if {a} == {d} and {b} == {c} else 1 if {a} <= {d} and {c} <= {b} else {no}"

    def _as_stated(self, tree: Compare, sign: str, yes: str, no: str, block: Block) -> str:
        """A comparison of values as they are stated; one that is not stated can be anything."""
        sides = (tree.left, tree.right)
        names = [self._stated(side, block) for side in sides]
        open_ = [f"{name} is None" for side, name in zip(sides, names, strict=True) if isinstance(side, Cell)]
        return f"1 if {' or '.join(open_)} else {yes} if {names[0]} {sign} {names[1]} else {no}"


def _picked(sign: str, bounds: tuple[str, ...]) -> str:
    """The expression for the least or the greatest of some bounds."""
    if len(bounds) != 2:
        return f"{'min' if sign == '<' else 'max'}({', '.join(bounds)})"
    return f"{bounds[0]} if {bounds[0]} {sign} {bounds[1]} else {bounds[1]}"
