"""What is written into a document: as the plain data that its readers make of it, and as text."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any, Final

from ..located import NULLS
from ..not_done import NotDone
from ..scalars import ScalarText
from ..words.base import Word

__all__ = ["Statement", "plain", "rendered", "with_facts"]

Statement = bool | int | str | date | NotDone | Word | Sequence["Statement"] | Mapping[str, "Statement"]
"""A value that can be stated: what a field holds, a list of such, or an element."""

_MINUTE: Final = "%Y-%m-%d %H:%M"


def plain(value: Statement) -> Any:
    """A value as the readers of documents make it: scalars as texts that are not typed yet."""
    if isinstance(value, Mapping):
        return {name: plain(inner) for name, inner in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(inner) for inner in value]
    return ScalarText(_text(value))


def with_facts(data: object, changes: Mapping[tuple[str | int, ...], Statement]) -> object:
    """A document's plain data with values where the parts of pointers lead; `data` is left as it is.

    Sections that are missing are made; at the place after the last of a list an element is added.
    """
    for parts, value in changes.items():
        data = _put(data, parts, plain(value))
    return data


def rendered(value: Statement, *, as_json: bool, in_flow: bool) -> str:
    """A value on one line, in JSON or in YAML; with `in_flow` so that it can stand between brackets."""
    if isinstance(value, Mapping):
        inside = ", ".join(
            f"{_key(name, as_json)}: {rendered(inner, as_json=as_json, in_flow=True)}" for name, inner in value.items()
        )
        return f"{{{inside}}}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(rendered(inner, as_json=as_json, in_flow=True) for inner in value)}]"
    text = _text(value)
    if type(value) in (bool, int):
        return text
    return json.dumps(text, ensure_ascii=False) if as_json or not _is_plain(text, in_flow) else text


def _key(name: str, as_json: bool) -> str:
    return json.dumps(name) if as_json else name


def _text(value: bool | int | str | date | NotDone) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case Word():
            return value.value
        case datetime():
            return value.strftime(_MINUTE)
        case _:
            return str(value)


@cache
def _analysis() -> Any:
    from io import StringIO

    from yaml.emitter import Emitter

    return Emitter(StringIO(), allow_unicode=True).analyze_scalar


def _is_plain(text: str, in_flow: bool) -> bool:
    """Whether a text can do without quotes."""
    found = _analysis()(text)
    allowed = found.allow_flow_plain if in_flow else found.allow_block_plain
    return bool(allowed and not found.multiline and text not in NULLS)


def _put(of: object, parts: tuple[str | int, ...], value: object) -> object:
    if not parts:
        return value
    first, rest = parts[0], parts[1:]
    if isinstance(first, int):
        listed = [] if of is None else of
        if not isinstance(listed, list) or first > len(listed):
            raise KeyError(first)
        inner = listed[first] if first < len(listed) else None
        return [*listed[:first], _put(inner, rest, value), *listed[first + 1 :]]
    holder = {} if of is None else of
    if not isinstance(holder, dict):
        raise KeyError(first)
    return {**holder, first: _put(holder.get(first), rest, value)}
