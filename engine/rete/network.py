"""Rules written in the format of durable-rules, in shards that stay far from its limits.

The properties of facts are told in `alphabet`.
"""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from ..language.rewrite import renamed_condition, renamed_value
from ..language.tree import COMPANY, SUBJECT, Variable
from ..norms import Norm
from .alphabet import CONTROL, CONTROL_TYPE, FIRST_TABLE, STAGE_TYPE, hit_type
from .literals import Bound, Folded, Hit, Incomplete, Term, Test
from .program import Conclusion, Program
from .rules import Rule

__all__ = ["RuleLimitError", "programs"]

MOST_PATTERNS_A_TABLE: Final = 48
MOST_RULES: Final = 300
MOST_SHARING: Final = 200
"""How many rules may test one condition."""
MOST_PROPERTIES: Final = 200
MOST_PATTERNS_A_RULE: Final = 14

_OPERATORS: Final = {"<": "$lt", "<=": "$lte", "!=": "$neq"}
_MIRRORED: Final = {"<": "$gt", "<=": "$gte", "!=": "$neq"}

Json = dict[str, Any]


class RuleLimitError(ValueError):
    """A norm that the engine cannot hold: it says which norm, what it takes and what to do."""

    def __init__(self, norm: Norm, what: str) -> None:
        hint = "split the norm, or name parts of its condition as concepts"
        super().__init__(f"{norm.file}:{norm.line}: {norm.id}: {what} ({hint})")


@lru_cache(maxsize=50_000)
def column_key(bound: Bound) -> Bound:
    """The bound with the one variable that columns are kept under, so that equal columns are one property."""
    old = bound.row
    new = COMPANY if old == COMPANY else Variable(SUBJECT, old.table)
    column = bound.column
    if isinstance(column, Folded):
        column = Folded(renamed_condition(column.condition, old, new))
    elif not isinstance(column, Incomplete):
        column = renamed_value(column, old, new)
    return Bound(new, column, bound.upper)


@dataclass(slots=True)
class _Shard:
    """Rules for one handle while they are written."""

    _rules: dict[str, Json] = field(default_factory=dict)
    _conclusions: dict[str, Conclusion] = field(default_factory=dict)
    _properties: dict[str, dict[Bound, str]] = field(default_factory=dict)
    _tables: dict[str, int] = field(default_factory=dict)
    _strata: int = 0
    _written: set[Rule] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._rules[CONTROL] = {"all": [{"m": {"t": CONTROL_TYPE}}], "dist": 0}

    def program(self) -> Program:
        """The rules as the engine reads them."""
        columns = {
            table: {name: bound for bound, name in properties.items()} for table, properties in self._properties.items()
        }
        return Program(json.dumps(self._rules), self._conclusions, self._tables, columns, self._strata)

    def add(self, rules: Iterable[Rule]) -> None:
        """Write rules that are not here yet."""
        for rule in rules:
            if rule not in self._written:
                self._written.add(rule)
                name = f"r{len(self._rules)}"
                self._rules[name] = self._write(rule)
                self._conclusions[name] = rule.conclusion
                self._strata = max(self._strata, rule.stratum)

    def _table(self, table: str) -> int:
        return self._tables.setdefault(table, FIRST_TABLE + len(self._tables))

    def _property(self, bound: Bound) -> str:
        properties = self._properties.setdefault(bound.row.table, {})
        return properties.setdefault(column_key(bound), f"p{len(properties)}")

    def _write(self, rule: Rule) -> Json:
        patterns: list[Json] = []
        assert all(
            term.row in rule.rows
            for test in rule.branch
            if isinstance(test, Test)
            for term in (test.left, test.right)
            if isinstance(term, Bound)
        ), rule
        absent = any(isinstance(literal, Hit) and not literal.positive for literal in rule.branch)
        if absent:
            patterns.append({"s": {"$and": [{"t": STAGE_TYPE}, {"n": rule.stratum}]}})
        patterns.extend({variable.name: {"$and": self._row(variable, rule)}} for variable in rule.rows)
        hits = [literal for literal in rule.branch if isinstance(literal, Hit)]
        for number, hit in enumerate(sorted(hits, key=lambda one: not one.positive)):
            name = f"h{number}" if hit.positive else f"h{number}$not"
            patterns.append({name: {"$and": [{"t": hit_type(hit.node, hit.form)}, {"o": _of(hit)}]}})
        return {"all": patterns, "dist": 0}

    def _row(self, variable: Variable, rule: Rule) -> list[Json]:
        """The tests of one row: those on itself, joins on equality, other joins, and last one that always holds."""
        last = variable == rule.rows[-1]
        own: list[Json] = [{"t": self._table(variable.table)}]
        if last and rule.ranges:
            own.append({"i": 0})
        equal: list[Json] = []
        others: list[Json] = []
        if last and rule.parent is not None and rule.parent in rule.rows:
            equal.append({"u": {rule.parent.name: "r"}})
        for literal in rule.branch:
            if not isinstance(literal, Test):
                continue
            rows = {term.row for term in (literal.left, literal.right) if isinstance(term, Bound)}
            if rows <= {variable}:
                own.append(self._own(literal))
            elif last and variable in rows:
                (equal if literal.operator == "==" else others).append(self._join(literal, variable))
        if others:
            first = rule.rows[0].name
            others.append({"z": {first: "z"}})
        return [*own, *equal, *others]

    def _own(self, test: Test) -> Json:
        left, right = test.left, test.right
        if isinstance(left, Bound) and isinstance(right, Bound):
            return _json(test.operator, self._property(left), {"$m": self._property(right)})
        if isinstance(left, Bound):
            return _json(test.operator, self._property(left), right)
        assert isinstance(right, Bound)
        return _json(test.operator, self._property(right), left, mirrored=True)

    def _join(self, test: Test, variable: Variable) -> Json:
        left, right = test.left, test.right
        assert isinstance(left, Bound)
        assert isinstance(right, Bound)
        if left.row == variable:
            return _json(test.operator, self._property(left), {right.row.name: self._property(right)})
        return _json(test.operator, self._property(right), {left.row.name: self._property(left)}, mirrored=True)


def _of(hit: Hit) -> int | Json:
    return 0 if hit.row == COMPANY else {hit.row.name: "r"}


def _json(operator: str, name: str, other: Term | Json, *, mirrored: bool = False) -> Json:
    if operator == "==":
        return {name: other}
    return {(_MIRRORED if mirrored else _OPERATORS)[operator]: {name: other}}


_Pattern = tuple[str, tuple[Test, ...] | int]
"""A condition on one fact: of a row, by its table and tests; of a derived or stage fact, by its type."""


@dataclass(slots=True)
class _Load:
    """What some rules take of the engine's limits."""

    rules: set[Rule] = field(default_factory=set)
    sharing: Counter[_Pattern] = field(default_factory=Counter)
    """How many rules test each condition."""
    properties: set[Bound] = field(default_factory=set)

    def with_rules(self, rules: Iterable[Rule]) -> "_Load":
        """The load with more rules."""
        load = _Load(set(self.rules), self.sharing.copy(), set(self.properties))
        for rule in rules:
            if rule not in load.rules:
                load.rules.add(rule)
                patterns, properties = _taken(rule)
                load.sharing.update(patterns)
                load.properties |= properties
        return load

    def fits(self) -> bool:
        """Whether that is within a shard's share."""
        patterns = Counter(table for table, tests in self.sharing if not isinstance(tests, int))
        properties = Counter(bound.row.table for bound in self.properties)
        return (
            len(self.rules) < MOST_RULES
            and max(self.sharing.values(), default=0) <= MOST_SHARING
            and max(patterns.values(), default=0) <= MOST_PATTERNS_A_TABLE
            and max(properties.values(), default=0) <= MOST_PROPERTIES
        )


def _patterns(rule: Rule) -> int:
    """The patterns of a rule: its rows, its derived facts, and the stage it may wait for."""
    return len(rule.rows) + sum(isinstance(literal, Hit) for literal in rule.branch) + 1


@lru_cache(maxsize=50_000)
def _taken(rule: Rule) -> tuple[tuple[_Pattern, ...], frozenset[Bound]]:
    """The conditions and properties of a rule."""
    tests = [literal for literal in rule.branch if isinstance(literal, Test)]
    hits = [literal for literal in rule.branch if isinstance(literal, Hit)]
    bounds = [(test, [term for term in (test.left, test.right) if isinstance(term, Bound)]) for test in tests]
    patterns: list[_Pattern] = [
        (variable.table, tuple(test for test, terms in bounds if {term.row for term in terms} == {variable}))
        for variable in rule.rows
    ]
    patterns += [("hit", hit_type(hit.node, hit.form)) for hit in hits]
    if any(not hit.positive for hit in hits):
        patterns.append(("stage", rule.stratum))
    return tuple(patterns), frozenset(column_key(term) for _, terms in bounds for term in terms)


def programs(groups: Iterable[tuple[Norm, tuple[Rule, ...]]]) -> tuple[Program, ...]:
    """Spread norms, each with all rules that it rests on, over as few programs as the limits allow.

    Raises RuleLimitError for a norm that no program can take.
    """
    made: list[_Shard] = []
    load = _Load()
    for norm, group in groups:
        grown = load.with_rules(group)
        if not made or not grown.fits():
            made.append(_Shard())
            grown = _Load().with_rules(group)
            if not grown.fits():
                raise RuleLimitError(norm, f"it takes {len(group)} rules, or tests too much of one list")
        most = max(map(_patterns, group), default=0)
        if most > MOST_PATTERNS_A_RULE:
            raise RuleLimitError(norm, f"one of its rules joins {most} facts of {MOST_PATTERNS_A_RULE} possible")
        load = grown
        made[-1].add(group)
    return tuple(shard.program() for shard in made)
