"""From the text of an expression to its tree."""

import ast

from . import conditions, values
from .check import check_rows
from .errors import LanguageError
from .scope import Scope
from .tree import Condition, Value

__all__ = ["parse_condition", "parse_expression", "parse_text"]

_LONGEST = 4000
_DEEPEST = 100
"""Levels of syntax; the packaged rules nest fifteen deep at most."""


def _syntax(text: str) -> ast.expr:
    if len(text) > _LONGEST:
        raise LanguageError(f"an expression of {len(text)} characters", f"at most {_LONGEST}; name parts as concepts")
    text = text.strip()
    try:
        found = _parsed(text)
    except SyntaxError as error:
        line, column = (error.lineno or 1) - 1, max((error.offset or 1) - 1, 0)
        hint = "conditions use Python's expression syntax: it.kind == 'mobile' and not it.shown"
        raise LanguageError(f"not an expression: {error.msg}", hint, line=line, column=column) from None
    except (ValueError, RecursionError, MemoryError):
        raise LanguageError("not an expression", "it is nested too deeply, or holds a null character") from None
    if _is_deep(found):
        raise LanguageError(f"an expression of more than {_DEEPEST} levels", "name parts as concepts")
    return found


def _is_deep(tree: ast.expr) -> bool:
    level: list[ast.AST] = [tree]
    for _ in range(_DEEPEST):
        level = [below for node in level for below in ast.iter_child_nodes(node)]
    return bool(level)


def _parsed(text: str) -> ast.expr:
    try:
        return ast.parse(text, mode="eval").body
    except SyntaxError:
        # Over several lines Python wants parentheses; the language does not.
        joined = text.replace("\n", " ")
        if joined == text:
            raise
        return ast.parse(joined, mode="eval").body


def parse_text(text: str, scope: Scope) -> Condition:
    """A condition, not yet checked for the rows it joins (a concept's body is checked where it is applied)."""
    return conditions.parse_condition(_syntax(text), scope)


def parse_condition(text: str, scope: Scope) -> Condition:
    """A condition; raises LanguageError."""
    condition = parse_text(text, scope)
    check_rows(condition)
    return condition


def parse_expression(text: str, scope: Scope) -> Value:
    """A value, as in `by` and `derive`; raises LanguageError."""
    value = values.parse_value(_syntax(text), scope)
    check_rows(value)
    return value
