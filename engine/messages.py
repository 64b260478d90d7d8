"""Message templates: texts with fields in braces, resolved when the ruleset is loaded, filled in for each finding."""

import ast
import string
from collections.abc import Mapping

from .language.errors import LanguageError
from .language.scope import Scope
from .language.tree import Value
from .language.values import parse_value

__all__ = ["fields_of_message", "filled"]


def fields_of_message(template: str, scope: Scope) -> dict[str, Value]:
    """The values that a template names, by what stands in the braces. Raises LanguageError."""
    found: dict[str, Value] = {}
    try:
        parts = list(string.Formatter().parse(template))
    except ValueError as error:
        raise LanguageError(f"the message cannot be read: {error}", "write braces around a field: {it.id}") from None
    for _, name, specification, conversion in parts:
        if name is None:
            continue
        if specification or conversion or not name:
            raise LanguageError(f"{{{name}}} has a format", "only the name of a field stands in braces")
        try:
            tree = ast.parse(name, mode="eval").body
        except SyntaxError:
            raise LanguageError(f"{{{name}}} is no field", "such as {it.id} or {by}") from None
        found[name] = parse_value(tree, scope)
    return found


def filled(template: str, values: Mapping[str, str]) -> str:
    """The template with the fields' values in place."""
    return "".join(
        text + ("" if name is None else values[name]) for text, name, _, _ in string.Formatter().parse(template)
    )
