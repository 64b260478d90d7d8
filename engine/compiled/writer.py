"""From trees to Python source: each condition becomes statements that leave 0, 1 or 2 in a name.

Quantifiers, concepts and extremes become functions of the row that they speak of, worked out once for each row.
"""

from collections.abc import Iterable
from typing import assert_never

from ..language.tree import (
    COMPANY,
    DAY,
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
    Source,
    Today,
    Truth,
    Value,
)
from ..language.walk import free_rows
from ..norms import Norm
from .block import Block, identifier

__all__ = ["ModuleWriter"]

_COMPARISONS = {
    "<=": "2 if {b} <= {c} else 1 if {a} <= {d} else 0",
    "<": "2 if {b} < {c} else 1 if {a} < {d} else 0",
    "==": "2 if {a} == {d} and {b} == {c} else 1 if {a} <= {d} and {c} <= {b} else 0",
    "!=": "0 if {a} == {d} and {b} == {c} else 1 if {a} <= {d} and {c} <= {b} else 2",
}
"""By the bounds a, b of the left side and c, d of the right one; see `evaluate.compare`, whose meaning this is."""

Names = tuple[str, str]


class ModuleWriter:
    """Writes the functions of norms, and of what they share."""

    def __init__(self) -> None:
        self._shared: dict[Quantifier | ConceptCall | Extreme, str] = {}
        self._functions: list[str] = []

    def source(self, norms: Iterable[Norm]) -> str:
        """A module with a function for each norm: of the rows and the subject, to (applies, breach, late)."""
        written = [self._norm(number, norm) for number, norm in enumerate(norms)]
        return "\n\n\n".join(
            ['"""Made from a ruleset. Values are 0 (false), 1 (unknown), 2 (true)."""', *self._functions, *written]
        )

    def _norm(self, number: int, norm: Norm) -> str:
        block = Block(f"def norm_{number}(state, it):")
        block.line(repr(norm.id))  # as the docstring: an id is any text that a ruleset's file holds
        block.line("company = state.company")
        applies = self._condition(norm.applies, block)
        breach = self._condition(norm.breach, block)
        if norm.review is not None:
            name = block.name()
            block.line(f"{name} = {breach}")
            with block.inside(f"if {name} == 0:"):
                review = self._condition(norm.review, block)
                block.line(f"{name} = 1 if {review} else 0")
            breach = name
        late = self._condition(norm.late, block)
        block.line(f"return {applies}, {breach}, {late}")
        return "\n".join(block.lines)

    def _condition(self, tree: Condition, block: Block) -> str:
        """Statements for a condition; the name (or literal) that holds its worth."""
        match tree:
            case Fixed(holds=holds):
                return "2" if holds else "0"
            case Compare(operator=operator, left=left, right=right):
                (a, b), (c, d) = self._value(left, block), self._value(right, block)
                return self._named(_COMPARISONS[operator].format(a=a, b=b, c=c, d=d), block)
            case Truth(cell=cell):
                low, high = self._value(cell, block)
                return self._named(f"2 if {low} else 1 if {high} else 0", block)
            case Not(condition=condition):
                return self._named(f"2 - {self._condition(condition, block)}", block)
            case And(conditions=conditions):
                return self._chain(conditions, block, "if {0}:", "if {1} < {0}:")
            case Or(conditions=conditions):
                return self._chain(conditions, block, "if {0} < 2:", "if {1} > {0}:")
            case Quantifier() | ConceptCall():
                return self._named(f"{self._function(tree)}(state, {_argument(tree)})", block)
            case _:
                assert_never(tree)

    def _chain(self, conditions: tuple[Condition, ...], block: Block, goes_on: str, better: str) -> str:
        """A conjunction or disjunction that stops as soon as its worth is sure."""
        name = block.name()
        block.line(f"{name} = {self._condition(conditions[0], block)}")
        for condition in conditions[1:]:
            with block.inside(goes_on.format(name)):
                other = self._condition(condition, block)
                with block.inside(better.format(name, other)):
                    block.line(f"{name} = {other}")
        return name

    def _named(self, expression: str, block: Block) -> str:
        name = block.name()
        block.line(f"{name} = {expression}")
        return name

    def _value(self, tree: Value, block: Block) -> Names:
        """Statements for a value; the names (or literals) of its bounds."""
        if isinstance(tree, Constant) and isinstance(tree.value, int):
            return str(tree.value), str(tree.value)
        known = block.known(tree)
        if known is not None:
            return known
        names = block.name(), block.name()
        match tree:
            case Cell(row=row, field=name, above=above):
                block.line(f"{names[0]}, {names[1]} = {identifier(row.name)}{'.parent' * above}.cells[{name!r}]")
            case Constant(value=value):
                block.line(f"{names[0]} = {names[1]} = state.text({value!r})")
            case Today(type=kind):
                block.line(f"{names[0]} = {names[1]} = state.{'today' if kind == DAY else 'now'}")
            case Call(function=function, arguments=arguments):
                low, high = self._value(arguments[0], block)
                number = self._value(arguments[1], block)[0] if len(arguments) > 1 else "0"
                block.line(f"{names[0]}, {names[1]} = {identifier(function)}(({low}, {high}), {number})")
            case Pick(latest=latest, values=values):
                sides = [self._value(value, block) for value in values]
                pick = "max" if latest else "min"
                for place, name in enumerate(names):
                    block.line(f"{name} = {pick}({', '.join(side[place] for side in sides)})")
            case Choice():
                self._choice(tree, names, block)
            case Extreme():
                block.line(f"{names[0]}, {names[1]} = {self._function(tree)}(state, {_argument(tree)})")
            case _:
                assert_never(tree)
        return block.keep(tree, names)

    def _choice(self, tree: Choice, names: Names, block: Block) -> None:
        worth = self._condition(tree.condition, block)
        for head, chosen in ((f"if {worth} == 2:", tree.then), (f"elif {worth} == 0:", tree.otherwise)):
            with block.inside(head):
                low, high = self._value(chosen, block)
                block.line(f"{names[0]}, {names[1]} = {low}, {high}")
        with block.inside("else:"):
            (a, b), (c, d) = self._value(tree.then, block), self._value(tree.otherwise, block)
            block.line(f"{names[0]}, {names[1]} = min({a}, {c}), max({b}, {d})")

    def _function(self, tree: Quantifier | ConceptCall | Extreme) -> str:
        """The name of the function of a part that norms share."""
        name = self._shared.get(tree)
        if name is None:
            kind = f"concept_{identifier(tree.name)}" if isinstance(tree, ConceptCall) else type(tree).__name__.lower()
            name = f"{kind}_{len(self._shared)}"
            self._shared[tree] = name
            block = Block(f"def {name}(state, {_parameter(tree)}):")
            block.line("company = state.company")
            block.line(f"found = state.memory.get(({name!r}, {_parameter(tree)}.index))")
            with block.inside("if found is None:"):
                self._body(tree, block)
                block.line(f"state.memory[{name!r}, {_parameter(tree)}.index] = found")
            block.line("return found")
            self._functions.append("\n".join(block.lines))
        return name

    def _body(self, tree: Quantifier | ConceptCall | Extreme, block: Block) -> None:
        if isinstance(tree, ConceptCall):
            block.line(f"found = {self._condition(tree.body, block)}")
            return
        block.line(f"listed = {_listed(tree.source)}")
        if isinstance(tree, Extreme):
            block.line("entries = []")
            with block.inside(f"for {identifier(tree.row.name)} in listed.rows:"):
                worth = self._condition(tree.condition, block)
                with block.inside(f"if {worth}:"):
                    low, high = self._value(tree.value, block)
                    block.line(f"entries.append(({worth}, ({low}, {high})))")
            block.line(f"found = extreme({tree.latest is True}, entries, listed.complete)")
            return
        block.line("found = 0 if listed.complete else 1")
        with block.inside(f"for {identifier(tree.row.name)} in listed.rows:"):
            guard = self._condition(tree.guard, block)
            with block.inside(f"if {guard} > 0:"):
                body = self._condition(tree.body, block)
                hit = f"2 - {body}" if tree.every else body
                one = self._named(f"min({guard}, {hit})", block)
                with block.inside(f"if {one} > found:"):
                    block.line(f"found = {one}")
                    with block.inside("if found == 2:"):
                        block.line("break")
        if tree.every:
            block.line("found = 2 - found")


def _argument(tree: Quantifier | ConceptCall | Extreme) -> str:
    return identifier(next(iter(free_rows(tree)), COMPANY).name)


def _parameter(tree: Quantifier | ConceptCall | Extreme) -> str:
    outer = next(iter(free_rows(tree)), None)
    return "company_row" if outer is None else identifier(outer.name)


def _listed(source: Source) -> str:
    parent = "company" if source.parent is None else identifier(source.parent.name)
    return f"state.lists[{source.table!r}, {parent}.index]"
