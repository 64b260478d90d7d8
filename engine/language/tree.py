"""The tree that a condition is parsed into: typed, resolved, frozen, comparable by structure.

A condition is three-valued. A value is a cell of a row, a constant, or arithmetic on dates. Rows are named by
variables: `it` is the subject, `company` the one company row, others are bound by quantifiers and renamed apart by
depth, so that equal formulas are equal trees.
"""

from typing import Literal

from msgspec import Struct

from ...facts.schema import Kind
from ...facts.words import Word

__all__ = [
    "COMPANY",
    "DAY",
    "FLAG",
    "MINUTE",
    "NEVER_TYPE",
    "NUMBER",
    "SUBJECT",
    "TEXT",
    "And",
    "Call",
    "Cell",
    "Choice",
    "Compare",
    "Comparison",
    "ConceptCall",
    "Condition",
    "Constant",
    "Extreme",
    "Fixed",
    "Not",
    "Or",
    "Pick",
    "Quantifier",
    "Source",
    "Today",
    "Truth",
    "Value",
    "ValueType",
    "Variable",
]

Comparison = Literal["==", "!=", "<", "<="]
"""`>` and `>=` are written with their sides exchanged."""


class ValueType(Struct, frozen=True, cache_hash=True):
    """The type of a value: a kind of field, with its enumeration if it is a word. `kind` None is `not_done` alone."""

    kind: Kind | None
    words: type[Word] | None = None


FLAG = ValueType(Kind.FLAG)
TEXT = ValueType(Kind.TEXT)
NUMBER = ValueType(Kind.NUMBER)
DAY = ValueType(Kind.DAY)
MINUTE = ValueType(Kind.MINUTE)
NEVER_TYPE = ValueType(None)


class Variable(Struct, frozen=True, cache_hash=True):
    """A variable that stands for a row of a table."""

    name: str
    table: str


COMPANY = Variable("company", "company")
SUBJECT = "it"
"""The name of the subject's variable."""


class Cell(Struct, frozen=True, cache_hash=True):
    """A field of a row, or of the row `above` levels over it."""

    row: Variable
    field: str
    type: ValueType
    event: bool = False
    above: int = 0


class Constant(Struct, frozen=True, cache_hash=True):
    """A literal: an integer as engines compare it, or a text that each document numbers for itself."""

    value: int | str
    type: ValueType


class Today(Struct, frozen=True, cache_hash=True):
    """The day the audit is as of; as a minute, the one from which on what is due is late."""

    type: ValueType = DAY


class Call(Struct, frozen=True, cache_hash=True):
    """Arithmetic on dates: a function of the table in `functions`."""

    function: str
    arguments: tuple["Value", ...]
    type: ValueType


class Choice(Struct, frozen=True, cache_hash=True):
    """`then if condition else otherwise`."""

    condition: "Condition"
    then: "Value"
    otherwise: "Value"
    type: ValueType


class Source(Struct, frozen=True, cache_hash=True):
    """A list: of the company (`parent` None), or of a row bound further out."""

    table: str
    parent: Variable | None = None


class Pick(Struct, frozen=True, cache_hash=True):
    """The earliest or latest of some values: `earliest(a, b)`."""

    latest: bool
    values: tuple["Value", ...]
    type: ValueType


class Extreme(Struct, frozen=True, cache_hash=True):
    """The earliest or latest of a value over a list: `latest(x.f for x in xs if ...)`; of none: not done."""

    latest: bool
    value: "Value"
    row: Variable
    source: Source
    condition: "Condition"
    type: ValueType


Value = Cell | Constant | Today | Call | Choice | Pick | Extreme


class Fixed(Struct, frozen=True, cache_hash=True):
    """A condition that always holds, or never."""

    holds: bool


class Compare(Struct, frozen=True, cache_hash=True):
    """Two values of one type, compared."""

    operator: Comparison
    left: Value
    right: Value


class Truth(Struct, frozen=True, cache_hash=True):
    """A yes-or-no field that says yes."""

    cell: Cell


class Not(Struct, frozen=True, cache_hash=True):
    """The negation of a condition."""

    condition: "Condition"


class And(Struct, frozen=True, cache_hash=True):
    """All of the conditions."""

    conditions: tuple["Condition", ...]


class Or(Struct, frozen=True, cache_hash=True):
    """Any of the conditions."""

    conditions: tuple["Condition", ...]


class Quantifier(Struct, frozen=True, cache_hash=True):
    """`all` (every) or `any` row of a list for which `guard` holds satisfies the body."""

    every: bool
    row: Variable
    source: Source
    guard: "Condition"
    body: "Condition"


class ConceptCall(Struct, frozen=True, cache_hash=True):
    """A named condition, applied. `body` is the concept's condition with the arguments in place."""

    name: str
    arguments: tuple["Value | Variable", ...]
    body: "Condition"


Condition = Fixed | Compare | Truth | Not | And | Or | Quantifier | ConceptCall
