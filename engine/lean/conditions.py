"""From conditions to Python: statements that leave 0, 1 or 2 in a name."""

from typing import assert_never

from ...facts.schema import COMPANY, VALUE, Schema
from ..compiled.block import AtHand, Block, identifier
from ..language.tree import (
    And,
    Cell,
    Compare,
    ConceptCall,
    Condition,
    Constant,
    Extreme,
    Fixed,
    Not,
    Or,
    Quantifier,
    Source,
    Truth,
)
from ..language.walk import subtrees
from .references import Part, Reference, Tree, count_parts, is_costly, references
from .values import ValueWriter

__all__ = ["ConditionWriter"]

_DEEPEST = 40
"""Python reads no more than a hundred levels of indentation."""

_SMALL = 8


class ConditionWriter(ValueWriter):
    """Writes statements for conditions, and functions for those of their parts that are asked for more than once."""

    def __init__(self, schema: Schema, trees: list[Tree]) -> None:
        super().__init__(schema)
        self._asked = count_parts(trees)
        self._functions: dict[Part, str] = {}
        self._bodies: list[str] = []
        self._lists: dict[str, None] = {}

    def _condition(self, tree: Condition, block: Block) -> str:
        """Statements for a condition; the name (or literal) that holds its worth."""
        if isinstance(tree, Fixed):
            return "2" if tree.holds else "0"
        known = block.known(tree)
        if known is None:
            name = self._worked_out(tree, block)
            known = block.keep(tree, (name, name))
        return known[0]

    def _worked_out(self, tree: Condition, block: Block) -> str:
        match tree:
            case Compare():
                return self._named(self._compare(tree, block), block)
            case Truth(cell=cell):
                stated = self._stated(cell, block)
                return self._named(f"2 if {stated} else 1 if {stated} is None else 0", block)
            case Not(condition=Compare() as comparison):
                return self._named(self._compare(comparison, block, "0", "2"), block)
            case Not(condition=condition):
                return self._opposite(self._condition(condition, block), block)
            case And(conditions=conditions):
                return self._chain(conditions, block, "if {0}:", "if {1} < {0}:")
            case Or(conditions=conditions):
                return self._chain(conditions, block, "if {0} < 2:", "if {1} > {0}:")
            case Quantifier() | ConceptCall():
                if self._is_shared(tree, block):
                    return self._named(self._part(tree, block), block)
                if isinstance(tree, ConceptCall):
                    return self._condition(tree.body, block)
                name = block.name()
                self._quantifier(tree, name, block)
                return name
            case Fixed():
                raise AssertionError("is a literal")
            case _:
                assert_never(tree)

    def _chain(self, conditions: tuple[Condition, ...], block: Block, goes_on: str, better: str) -> str:
        """A conjunction or disjunction that stops as soon as its worth is sure.

        Where one part is reached all before it were, so that what they needed is at hand; and where a conjunction
        holds, all were reached.
        """
        name = self._named(self._condition(conditions[0], block), block)
        at_hand: AtHand = {}
        for condition in conditions[1:]:
            with block.inside(goes_on.format(name), at_hand) as at_hand:
                other = self._condition(condition, block)
                with block.inside(better.format(name, other)):
                    block.line(f"{name} = {other}")
        block.reached[name] = at_hand
        return name

    def _opposite(self, worth: str, block: Block) -> str:
        literal = {"0": "2", "2": "0"}.get(worth)
        return literal or self._named(f"2 - {worth}", block)

    def _named(self, expression: str, block: Block) -> str:
        name = block.name()
        block.line(f"{name} = {expression}")
        return name

    def _is_shared(self, tree: Part, block: Block) -> bool:
        if block.depth > _DEEPEST:
            return True
        if self._asked[tree] < 2:
            return False
        return is_costly(tree) or sum(1 for _ in subtrees(tree)) > _SMALL

    def _listed(self, source: Source) -> tuple[str, str]:
        """The expressions for a list (or None) and for whether there may be more of it, as 0 or 1."""
        if source.parent is None or source.parent.table == COMPANY:
            name = self._list_name(source.table)
            return f"s.list_{name}", f"s.more_{name}"
        parent = Reference(source.parent, 0)
        name = source.table.removeprefix(f"{source.parent.table}.")
        listed = f"{self._places.row(parent)}.{name}"
        return f"{listed} or ()", f"1 if {listed} is None or {source.table!r} in s.partial else 0"

    def _list_name(self, table: str) -> str:
        self._lists[table] = None
        return table.replace(".", "_")

    def _quantifier(self, tree: Quantifier, found: str, block: Block) -> None:
        listed, more = self._listed(tree.source)
        block.line(f"{found} = {more}")
        wanted = self._word_looked_for(tree)
        if wanted is not None:
            # Whether one of a list of words is a certain one.
            stated = self._stated(wanted, block)
            known = f"{stated} in ({listed})"
            hit = known if not isinstance(wanted, Cell) else f"{stated} is not None and {known}"
            with block.inside(f"if {hit}:"):
                block.line(f"{found} = 2")
            if isinstance(wanted, Cell):
                with block.inside(f"elif {stated} is None and ({listed}):"):
                    block.line(f"{found} = 1")
        else:
            self._look_through(tree, found, listed, block)
        if tree.every:
            block.line(f"{found} = 2 - {found}")

    def _word_looked_for(self, tree: Quantifier) -> Cell | Constant | None:
        """What a list of words is searched for, where that is all."""
        body = tree.body
        if self._schema.tables[tree.source.table].words is None:
            return None
        if tree.every or tree.guard != Fixed(True) or not isinstance(body, Compare) or body.operator != "==":
            return None
        for own, other in ((body.left, body.right), (body.right, body.left)):
            if own == Cell(tree.row, VALUE, body.left.type) and (
                isinstance(other, Constant) or (isinstance(other, Cell) and other.row != tree.row)
            ):
                return other
        return None

    def _look_through(self, tree: Quantifier, found: str, listed: str, block: Block) -> None:
        self._places.enter(tree.row, tree.source)
        with block.inside(f"for {identifier(tree.row.name)} in {listed}:"):
            guard = self._condition(tree.guard, block)
            if guard == "2":
                self._hit(tree, found, "2", block)
            else:
                with block.inside(f"if {guard}:"):
                    self._hit(tree, found, guard, block)

    def _hit(self, tree: Quantifier, found: str, guard: str, block: Block) -> None:
        one = self._condition(tree.body, block)
        if tree.every:
            one = self._opposite(one, block)
        if guard != "2":
            one = self._named(f"{one} if {one} < {guard} else {guard}", block)
        with block.inside(f"if {one} > {found}:"):
            block.line(f"{found} = {one}")
            with block.inside(f"if {found} == 2:"):
                block.line("break")

    def _part(self, tree: Part, block: Block) -> str:
        """The call of the function of a part."""
        if tree not in self._functions:
            self._functions[tree] = f"part_{len(self._functions)}"
            self._bodies.append(self._function(tree, self._functions[tree]))
        rows = [self._places.row(one) for one in self._outside(tree)]
        return f"{self._functions[tree]}({', '.join(['s', *rows])})"

    def _outside(self, tree: Tree) -> list[Reference]:
        return [one for one in references(tree) if not self._places.is_company(one)]

    def _function(self, tree: Part, name: str) -> str:
        """The function of a part: it remembers what it found where that takes some time and is asked for again."""
        outside = self._outside(tree)
        parameters = [f"{identifier(row.name)}_{above}" if above else identifier(row.name) for row, above in outside]
        block = Block(f"def {name}({', '.join(['s', *parameters])}):")
        if isinstance(tree, ConceptCall):
            block.line(repr(f"The concept {tree.name}."))
        block.line("company = s.company")
        remembers = is_costly(tree)
        if remembers and not outside:
            block.line(f"found = s.{name}")
            block.line("if found is not None:")
            block.line("    return found")
        elif remembers:
            key = ", ".join(f"id({one})" for one in parameters)
            block.line(f"memory = s.{name}")
            block.line("if memory is None:")
            block.line(f"    memory = s.{name} = {{}}")
            block.line(f"key = {f'({key})' if len(parameters) > 1 else key}")
            block.line("found = memory.get(key)")
            block.line("if found is not None:")
            block.line("    return found")
        places, self._places = self._places, type(self._places)(self._schema)
        found = self._body(tree, block)
        self._places = places
        if remembers:
            block.line(f"found = {'memory[key]' if outside else f's.{name}'} = {found}")
            found = "found"
        block.line(f"return {found}")
        return "\n".join(block.lines)

    def _body(self, tree: Part, block: Block) -> str:
        if isinstance(tree, Extreme):
            self._extreme(tree, "low", "high", block)
            return "low, high"
        if isinstance(tree, ConceptCall):
            return self._condition(tree.body, block)
        self._quantifier(tree, "found", block)
        return "found"
