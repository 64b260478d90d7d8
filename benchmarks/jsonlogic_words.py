"""Words to write JsonLogic with: each makes a piece of a rule.

Plain JsonLogic sees only the element it is at, so that the host would have to do every join; here the `val` that
`datalogic-py` adds reaches further up. `at(n, …)` is a field of the element n lists out, `root` one of the company.
"""

from typing import Any, Final

__all__ = ["NEVER", "Rule", "among", "at", "both", "either", "eq", "ge", "gt", "le", "lt", "ne", "no", "root", "some"]

Rule = Any
NEVER: Final = 9_000_000


def at(out: int, *path: str) -> Rule:
    """A field of the element, or of one further out."""
    return {"val": [[2 * out - 1], *path]} if out else {"val": list(path)}


def root(*path: str) -> Rule:
    """A field of the company."""
    return {"val": [[99], *path]}


def some(listed: Rule, *holds: Rule) -> Rule:
    return {"some": [listed, both(*holds)]}


def both(*holds: Rule) -> Rule:
    return {"and": list(holds)} if len(holds) > 1 else holds[0]


def either(*holds: Rule) -> Rule:
    return {"or": list(holds)}


def no(holds: Rule) -> Rule:
    return {"!": [holds]}


def eq(a: Rule, b: Rule) -> Rule:
    return {"===": [a, b]}


def ne(a: Rule, b: Rule) -> Rule:
    return {"!==": [a, b]}


def lt(a: Rule, b: Rule) -> Rule:
    return {"<": [a, b]}


def le(a: Rule, b: Rule) -> Rule:
    return {"<=": [a, b]}


def gt(a: Rule, b: Rule) -> Rule:
    return {">": [a, b]}


def ge(a: Rule, b: Rule) -> Rule:
    return {">=": [a, b]}


def among(a: Rule, words: Rule) -> Rule:
    return {"in": [a, words]}
