"""The fields in braces that a message names."""

import ast
import string

from ..language.errors import LanguageError
from ..language.scope import Scope
from ..language.tree import Value
from ..language.values import parse_value

__all__ = ["fields_of_message"]


def fields_of_message(template: str, scope: Scope) -> dict[str, Value]:
    """The values that a template names, by what stands in the braces. Raises LanguageError."""
    found: dict[str, Value] = {}
    try:
        parts = list(string.Formatter().parse(template))
    except ValueError as error:
        raise LanguageError(f"the message cannot be read: {error}", "write braces around a field: {it.id}") from None
    if "{{" in template or "}}" in template:
        raise LanguageError("doubled braces", "a brace stands only around the name of a field")
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
