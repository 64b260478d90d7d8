"""Rules before they are written for the engine: the branches of norms and of nodes, with their strata.

A node is a derived fact: a quantifier's witness or exception for a row, or a concept that holds for a row. A rule
that needs the absence of a derived fact waits for the stratum after the one in which the last such fact can arise.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from msgspec import Struct
from msgspec.structs import replace

from ..language.tree import COMPANY, SUBJECT, ConceptCall, Condition, Fixed, Quantifier, Variable
from ..language.walk import free_rows
from ..norms import Norm
from .expand import Expander, exceptions_or_witnesses
from .literals import Bound, Branch, Form, Hit, Incomplete, Test
from .program import Conclusion, NodeFact, NormFact

__all__ = ["DerivedNode", "Rule", "RuleWriter"]


class Rule(Struct, frozen=True, cache_hash=True):
    """A conjunction over one or two rows and derived facts, with what follows."""

    rows: tuple[Variable, ...]
    """Rows that must exist; the last one of two is ranged over."""
    parent: Variable | None
    """The row whose child the ranged-over row must be."""
    branch: Branch
    stratum: int
    conclusion: Conclusion
    ranges: bool = False
    """Whether the last row is ranged over by a quantifier: what may exist besides the stated rows is no witness."""


class DerivedNode(Struct, frozen=True):
    """A quantifier or concept as a derived fact, with its rules."""

    tree: Quantifier | ConceptCall
    rules: tuple[Rule, ...]
    strata: Mapping[Form, int]


@dataclass(slots=True)
class RuleWriter:
    """Writes the rules of norms; equal quantifiers and concepts become one node."""

    nodes: list[DerivedNode] = field(default_factory=list)
    _numbers: dict[Quantifier | ConceptCall, int] = field(default_factory=dict)

    def norm_rules(self, norm: Norm) -> tuple[Rule, ...]:
        """The rules that decide one norm (its nodes' rules are in `nodes`)."""
        home = COMPANY if norm.subject == COMPANY.table else Variable(SUBJECT, norm.subject)
        rules: list[Rule] = []
        for part, tree in enumerate((norm.applies, norm.breach, norm.late)):
            if isinstance(tree, Fixed) and part != 1:
                continue  # the same for every subject: nothing to decide
            for form in Form:
                rules.extend(self._rules(tree, form, home, NormFact(norm.id, part, form)))
        if norm.review is not None:
            # What only judgement can decide makes a breach possible, never sure.
            rules.extend(self._rules(norm.review, Form.POSSIBLE, home, NormFact(norm.id, 1, Form.POSSIBLE)))
        return tuple(dict.fromkeys(rules))

    def _rules(self, tree: Condition, form: Form, home: Variable, conclusion: Conclusion) -> Iterable[Rule]:
        for branch in Expander(self._node_of).expand(tree, form, home, fold=False):
            yield Rule((home,), None, branch, self.stratum_of(branch), conclusion)

    def stratum_of(self, branch: Branch) -> int:
        """The first stratum in which a branch can be decided."""
        strata = [0]
        for literal in branch:
            if isinstance(literal, Hit):
                stratum = self.nodes[literal.node].strata[literal.form]
                strata.append(stratum if literal.positive else stratum + 1)
        return max(strata)

    def _node_of(self, tree: Quantifier | ConceptCall) -> int:
        number = self._numbers.get(tree)
        if number is None:
            node = self._quantifier(tree) if isinstance(tree, Quantifier) else self._concept(tree)
            number = len(self.nodes)
            self._numbers[tree] = number
            rules, strata = node
            numbered = tuple(replace(rule, conclusion=NodeFact(number, form, outer)) for rule, form, outer in rules)
            self.nodes.append(DerivedNode(tree, numbered, strata))
        return number

    def _quantifier(self, tree: Quantifier) -> tuple[list[tuple[Rule, Form, Variable | None]], dict[Form, int]]:
        condition = exceptions_or_witnesses(tree)
        outer = next(iter(free_rows(tree)), None)
        rows = (tree.row,) if outer is None else (outer, tree.row)
        rules, strata = self._node(condition, rows, tree.row, tree.source.parent, outer, fold=True)
        # What an incomplete list may hold besides is a possible hit for every row.
        holder = COMPANY if outer is None else outer
        incomplete = Test("==", Bound(holder, Incomplete(tree.source.table), False), 1)
        rule = Rule((holder,), None, (incomplete,), 0, NodeFact(-1, Form.POSSIBLE, outer))
        return [*rules, (rule, Form.POSSIBLE, outer)], strata

    def _concept(self, tree: ConceptCall) -> tuple[list[tuple[Rule, Form, Variable | None]], dict[Form, int]]:
        outer = next(iter(free_rows(tree)), None)
        home = COMPANY if outer is None else outer
        return self._node(tree.body, (home,), home, None, outer, fold=False)

    def _node(
        self,
        condition: Condition,
        rows: tuple[Variable, ...],
        home: Variable,
        parent: Variable | None,
        outer: Variable | None,
        *,
        fold: bool,
    ) -> tuple[list[tuple[Rule, Form, Variable | None]], dict[Form, int]]:
        rules: list[tuple[Rule, Form, Variable | None]] = []
        strata: dict[Form, int] = {}
        for form in Form:
            branches = Expander(self._node_of).expand(condition, form, home, fold=fold)
            for branch in branches:
                rule = Rule(rows, parent, branch, self.stratum_of(branch), NodeFact(-1, form, outer), ranges=fold)
                rules.append((rule, form, outer))
            strata[form] = max((self.stratum_of(branch) for branch in branches), default=0)
        return rules, strata

    def needed(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        """Rules with those of all nodes that they rest on, each once."""
        found: dict[Rule, None] = {}
        waiting = list(rules)
        while waiting:
            rule = waiting.pop()
            if rule in found:
                continue
            found[rule] = None
            for literal in rule.branch:
                if isinstance(literal, Hit):
                    waiting.extend(self.nodes[literal.node].rules)
        return tuple(found)
