"""Conditions of the rule language in words: a sentence, or a list of what has to hold together."""

from collections.abc import Callable, Mapping

from hegui.engine.explain.wording import Side, comparison
from hegui.engine.kleene import FALSE, TRUE
from hegui.engine.language.tree import (
    NEVER_TYPE,
    And,
    Cell,
    Compare,
    ConceptCall,
    Condition,
    Constant,
    Fixed,
    Not,
    Or,
    Quantifier,
    Truth,
    Value,
    Variable,
)
from hegui.facts import Bilingual
from hegui.facts.schema import VALUE
from scripts.norm_pages.existence import without_existence
from scripts.norm_pages.lines import Line
from scripts.norm_pages.naming import Naming
from scripts.norm_pages.tongue import Tongue
from scripts.norm_pages.values import ValueWords

__all__ = ["ConditionWords"]


class ConditionWords:
    """Tells conditions. `concept` tells the name of a concept, such as a link; `named` are values with names."""

    def __init__(
        self, tongue: Tongue, naming: Naming, concept: Callable[[str], str], named: Mapping[Value, str] | None = None
    ) -> None:
        self._say = tongue
        self._naming = naming
        self._concept = concept
        self.joint = tongue(",且", ", and ")
        self.values = ValueWords(tongue, naming, self._inline, named)

    def tell(self, tree: Condition, holds: bool = True) -> Line:
        """A condition, or its opposite where it does not hold."""
        match tree:
            case Fixed(holds=fixed):
                return Line(self._say("总是", "always") if fixed is holds else self._say("从不", "never"))
            case Not(condition=inner):
                return self.tell(inner, not holds)
            case And(conditions=conditions):
                return self._group(conditions, holds, every=holds)
            case Or(conditions=conditions):
                return self._one_of(conditions, holds) or self._group(conditions, holds, every=not holds)
            case Truth(cell=cell):
                answer = self._say("是", "yes") if holds else self._say("否", "no")
                return Line(self._say(f"{self.values.tell(cell)}:{answer}", f"{self.values.tell(cell)}: {answer}"))
            case Compare():
                return Line(self._comparison(tree, holds))
            case ConceptCall():
                return Line(self._named(tree, holds))
            case Quantifier():
                return self._quantifier(tree, holds)

    def _inline(self, tree: Condition) -> str:
        """A condition within a sentence; nothing where it is only that a row has come to be."""
        rest = without_existence(tree)
        told = self.tell(rest)
        return "" if rest == Fixed(True) else f"({told.sentence})" if told.is_group else told.sentence

    def _group(self, conditions: tuple[Condition, ...], holds: bool, *, every: bool) -> Line:
        parts = tuple(self.tell(one, holds) for one in conditions)
        if every:
            return Line(self._say("以下各项都成立:", "all of these hold:"), parts, joint=self.joint)
        joint = self._say(",或者", ", or ")
        return Line(self._say("以下至少一项成立:", "at least one of these holds:"), parts, joint=joint)

    def _one_of(self, conditions: tuple[Condition, ...], holds: bool) -> Line | None:
        """One field compared with several constants."""
        words: list[str] = []
        cells: set[Cell] = set()
        for condition in conditions:
            match condition:
                case Compare(operator="==", left=Cell() as cell, right=Constant(type=kind) as value) if (
                    kind != NEVER_TYPE
                ):
                    cells.add(cell)
                    words.append(self._quoted(value))
                case _:
                    return None
        if len(cells) != 1:
            return None
        told, listed = self.values.tell(cells.pop()), self._say("、", ", ").join(words)
        if holds:
            return Line(self._say(f"{told}是{listed}之一", f"{told} is one of {listed}"))
        return Line(self._say(f"{told}不是{listed}中的任何一个", f"{told} is none of {listed}"))

    def _comparison(self, tree: Compare, holds: bool) -> str:
        left = self.values.tell(tree.left)
        if tree.right.type == NEVER_TYPE and tree.operator == "==":
            answer = self._say("未发生", "has not happened") if holds else self._say("已发生", "has happened")
            return self._say(f"{left}{answer}", f"{left} {answer}")
        sides = [Side(None, Bilingual(one, one)) for one in (left, self._quoted(tree.right))]
        return self._say.of(comparison(tree, sides, TRUE if holds else FALSE))

    def _quoted(self, value: Value) -> str:
        told = self.values.tell(value)
        return f"“{told}”" if isinstance(value, Constant) and isinstance(value.type.words, type) else told

    def _named(self, tree: ConceptCall, holds: bool) -> str:
        told = self._concept(tree.name)
        given = [self._given(one) for one in tree.arguments]
        if given and given != [self._naming.subject]:
            told += self._say(f"({'、'.join(given)})", f" ({', '.join(given)})")
        return told if holds else self._say(f"并非:{told}", f"not so: {told}")

    def _given(self, argument: Value | Variable) -> str:
        return self._naming.row(argument) if isinstance(argument, Variable) else self.values.tell(argument)

    def _quantifier(self, tree: Quantifier, holds: bool) -> Line:
        """`any` as a search for a row, `all` as a demand on each row; denied, each becomes the other."""
        self._naming.enter(tree.row)
        table = self._naming.table(tree.source.table)
        if tree.source.parent is not None:
            parent = self._naming.row(tree.source.parent)
            table = self._say(f"{parent}的{table}", f"{table} of {parent}")
        guard = without_existence(tree.guard)
        told = self._membership(tree, guard, table, holds) or self._ranged(tree, guard, table, holds)
        self._naming.leave()
        return told

    def _membership(self, tree: Quantifier, guard: Condition, table: str, holds: bool) -> Line | None:
        """`x in list`."""
        match tree.body:
            case Compare(operator="==", left=Cell(row=row, field=field), right=value) if (
                not tree.every and guard == Fixed(True) and row == tree.row and field == VALUE
            ):
                told = self._quoted(value)
                if holds:
                    return Line(self._say(f"{table}中有{told}", f"{told} is among {table}"))
                return Line(self._say(f"{table}中没有{told}", f"{told} is not among {table}"))
        return None

    def _ranged(self, tree: Quantifier, guard: Condition, table: str, holds: bool) -> Line:
        body = self.tell(tree.body, holds or not tree.every).together(self.joint)
        tests = () if guard == Fixed(True) else self.tell(guard).together(self.joint)
        if tree.every is not holds:
            head = self._say(f"{table}中有一项符合:", f"one of {table} fulfils: ")
        elif not tree.every:
            head = self._say(f"{table}中没有一项符合:", f"none of {table} fulfils: ")
        elif not tests:
            head, tests = self._say(f"{table}中每一项都符合:", f"each of {table} fulfils: "), ()
        else:
            return self._each_that(table, tests, body)
        return Line(head.rstrip(), (*tests, *body), head, self.joint)

    def _each_that(self, table: str, tests: tuple[Line, ...], body: tuple[Line, ...]) -> Line:
        first, second = self._say("凡符合:", "which fulfils: "), self._say("都符合:", "fulfils too: ")
        parts = (Line(first.rstrip(), tests, first, self.joint), Line(second.rstrip(), body, second, self.joint))
        head = self._say(f"{table}中,", f"each of {table} ")
        return Line(self._say(f"{table}中:", f"each of {table}:"), parts, head, self._say(",", ", "))
