"""Write docs/api.md anew, from the docstrings of what `import hegui` gives: `python -m scripts.api_reference`."""

import ast
import importlib
import inspect
import sys
import textwrap
import types
import typing
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple

from msgspec import Struct

import hegui
from hegui.facts import Company

__all__ = ["PAGE", "Attribute", "api_reference", "attributes", "public_types"]

PAGE: Final = Path(__file__).resolve().parents[1] / "docs" / "api.md"

_HEAD: Final = """\
# The library, name by name

Made from the docstrings by `make api-reference`. [library.md](library.md) shows how it is used. What is not named here
is not for others, and may change with any version.

Texts are in Chinese and English (`Bilingual`, with `.zh` and `.en`). Days are ISO texts (2018-06-01), minutes too
(2018-06-01T14:30), in Asia/Shanghai; pointers are JSON pointers (RFC 6901) into the document of facts; lines and
columns count from 1. Records do not change once they are made.

`Facts` is a `Company`, a `Document`, plain data, or the path of a file; `Moment` is an `AsOf`, a `date` or `datetime`,
a text, or None for now.

What a ruleset holds (clauses, norms, concepts, readings) is told in [writing-rules.md](writing-rules.md).
"""
_FIELDS: Final = """\
Its fields are those of a document of facts: `hegui facts schema` prints them, `hegui facts new` explains them.
"""
_INSIDE: Final = (
    "hegui.engine.language.",
    "hegui.engine.kleene",
    "hegui.engine.norms",
    "hegui.engine.rows",
    "hegui.facts.models.",
)
"""Modules whose types are not for others, though records hold them."""
_ROOM: Final = 80
"""So long are the parameters of a call that stands on one line."""
_FOR_OTHERS: Final = frozenset({"BasisKind", "Company"})
"""Types of such modules that are."""


class Attribute(NamedTuple):
    """A public attribute of a type: how it is written, and what its docstring or its type's says of it."""

    name: str
    written: str
    said: str


def public_types() -> list[type[Any]]:
    """The types that `hegui` names, and those that their attributes lead to, in the order in which they are met."""
    found: dict[type[Any], None] = {}
    waiting = [one for name in hegui.__all__ if isinstance(one := getattr(hegui, name), type)]
    while waiting:
        one = waiting.pop(0)
        if one not in found and _is_for_others(one):
            found[one] = None
            waiting += [] if one is Company else _led_to(one)
    return list(found)


def _is_for_others(one: type[Any]) -> bool:
    inside = one.__module__.startswith(_INSIDE) and one.__name__ not in _FOR_OTHERS
    return one.__module__.startswith("hegui") and not inside


def _led_to(one: type[Any]) -> list[type[Any]]:
    hints: list[Any] = list(_hints(one).values()) if issubclass(one, Struct) else []
    if issubclass(one, Exception) and "__init__" in vars(one):
        hints += _hints(vars(one)["__init__"]).values()
    for value in vars(one).values():
        function = _function(value)
        if function is not None:
            hints += [hint for name, hint in _hints(function).items() if name == "return"]
    return [part for hint in hints for part in _parts(hint)]


def _parts(hint: Any) -> Iterator[type[Any]]:
    if isinstance(hint, type) and not isinstance(hint, types.GenericAlias):
        yield hint
    for part in typing.get_args(hint):
        yield from _parts(part)


def _hints(of: Any) -> Mapping[str, Any]:
    """The annotations of a record or a function, with names that are imported for type checkers alone."""
    module = sys.modules[of.__module__]
    return typing.get_type_hints(of, {**_for_checkers(module), **vars(module)})


@cache
def _for_checkers(module: types.ModuleType) -> Mapping[str, Any]:
    found: dict[str, Any] = {}
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            for one in node.body:
                if isinstance(one, ast.ImportFrom):
                    package = module.__package__ or ""
                    source = importlib.import_module("." * one.level + (one.module or ""), package)
                    found |= {alias.name: getattr(source, alias.name) for alias in one.names}
    return {**found, **({"Facts": Any, "Moment": Any} if module is hegui else {})}


def attributes(of: type[Any]) -> list[Attribute]:
    """The public attributes of a type: fields, members, properties and methods."""
    said = _said(of)
    if issubclass(of, Enum):
        found = [Attribute(one.name, f"`{one.name}` = `{one.value}`", said.get(one.name, "")) for one in of]
    elif issubclass(of, Struct):
        written = _written(of)
        found = [Attribute(name, f"`{name}`: `{written[name]}`", said.get(name, "")) for name in of.__struct_fields__]
    else:
        found = [Attribute(name, f"`{name}`", text) for name, text in said.items()]
    for name, value in vars(of).items():
        function = _function(value)
        if function is not None and not name.startswith("_") and of is not Company:
            shown = _signature(function) if not isinstance(value, property | cached_property) else _returns(function)
            found.append(Attribute(name, f"`{name}{shown}`", inspect.getdoc(function) or ""))
    return found


def _function(value: object) -> Any:
    if isinstance(value, property):
        return value.fget
    if isinstance(value, cached_property):
        return value.func
    if isinstance(value, classmethod | staticmethod):
        return value.__func__
    return value if inspect.isfunction(value) else None


def _signature(function: Any) -> str:
    signature = inspect.signature(function)
    kept = [one for one in signature.parameters.values() if one.name not in ("self", "cls")]
    text = str(signature.replace(parameters=kept))
    for left_out in ("'", '"', "collections.abc.", "datetime.", "hegui.engine.status."):
        text = text.replace(left_out, "")
    return text


def _returns(function: Any) -> str:
    return f": {_signature(function).partition(' -> ')[2]}"


def _class(of: type[Any]) -> ast.ClassDef:
    node = ast.parse(textwrap.dedent(inspect.getsource(of))).body[0]
    assert isinstance(node, ast.ClassDef)
    return node


def _written(of: type[Any]) -> Mapping[str, str]:
    """The annotations of fields as they stand in the source."""
    return {
        one.target.id: ast.unparse(one.annotation).replace("'", "").replace('"', "")
        for one in _class(of).body
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)
    }


def _said(of: type[Any]) -> Mapping[str, str]:
    """By the name of each field, member or attribute that is set, what stands below it as its docstring."""
    makers = [one for one in _class(of).body if isinstance(one, ast.FunctionDef) and one.name == "__init__"]
    found: dict[str, str] = {}
    for body in (_class(of).body, *(maker.body for maker in makers)):
        for statement, below in pairwise([*body, ast.Pass()]):
            name = _set_by(statement)
            if name and not name.startswith("_"):
                said = isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
                found[name] = " ".join(str(below.value.value).split()) if said else ""  # type: ignore[attr-defined]
    return found


def _set_by(statement: ast.stmt) -> str:
    if isinstance(statement, ast.AnnAssign):
        target: ast.expr = statement.target
    elif isinstance(statement, ast.Assign):
        target = statement.targets[0]
    else:
        return ""
    return target.id if isinstance(target, ast.Name) else target.attr if isinstance(target, ast.Attribute) else ""


def _paragraphs(text: str) -> str:
    return "\n\n".join(" ".join(part.split()) for part in inspect.cleandoc(text).split("\n\n"))


def api_reference() -> str:
    """The page: functions first, then the types in the order in which they are met."""
    named = [getattr(hegui, name) for name in hegui.__all__]
    functions = [_function_part(one) for one in named if inspect.isfunction(one)]
    return "\n".join([_HEAD, *functions, *map(_type_part, public_types())])


def _function_part(function: Any) -> str:
    name = f"hegui.{function.__name__}"
    return f"## `{name}`\n\n{_call(name, function)}\n{_paragraphs(function.__doc__ or '')}\n"


def _call(name: str, function: Any) -> str:
    """How a function is called, a parameter a line where there are many."""
    parameters, arrow, returned = _signature(function).removeprefix("(").rpartition(" -> ")
    inside = parameters.removesuffix(")")
    if len(inside) > _ROOM:
        inside = "\n    " + inside.replace(", ", ",\n    ").replace("[str,\n    ", "[str, ") + ",\n"
    made = "" if returned == "None" else f"{arrow}{returned}"
    return f"```python\n{name}({inside}){made}\n```\n"


def _type_part(of: type[Any]) -> str:
    name = f"hegui.{of.__name__}" if of.__name__ in hegui.__all__ else of.__name__
    lines = [f"## `{name}`\n", f"{_paragraphs(of.__doc__ or '')}\n"]
    if of is hegui.Auditor:
        lines.insert(1, _call(name, vars(of)["__init__"]))
    if of is Company:
        lines.append(_FIELDS)
    else:
        lines += [f"- {one.written}" + (f": {_inline(one.said)}" if one.said else "") for one in attributes(of)]
    return "\n".join(lines).rstrip() + "\n"


def _inline(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    PAGE.write_text(api_reference(), encoding="utf-8")
