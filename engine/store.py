"""Rulesets and programs as plain JSON, so that they need not be parsed again: data only, never code.

Every record is an entry of one table, after the entries that it refers to; equal records are one entry. What is
written is read back by the constructors of a closed list of classes.
"""

import datetime
from collections.abc import Mapping
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from msgspec import DecodeError, Struct
from msgspec import json as plain_json

from ..facts.bilingual import Bilingual
from ..facts.kinds import Kind
from ..facts.schema import company_schema
from . import norms, status
from .language import concepts, tree
from .rete import literals, program
from .ruleset import ruleset

__all__ = ["StoreError", "decode", "encode"]

_TUPLE: Final = "()"
_MAPPING: Final = "{}"
_DATE: Final = "date"
_WORDS: Final = "words"


class StoreError(ValueError):
    """Something stored that cannot be read back."""


@cache
def _classes() -> Mapping[str, type[Any]]:
    found: list[type[Any]] = [Bilingual, Kind, tree.Variable, literals.Form]
    for module in (norms, status, concepts, tree, literals, program, ruleset):
        found += [
            one
            for one in vars(module).values()
            if isinstance(one, type) and one.__module__ == module.__name__ and issubclass(one, Struct | Enum)
        ]
    return {one.__name__: one for one in found}


@cache
def _words() -> Mapping[str, type[Any]]:
    every = (field.words for table in company_schema().tables.values() for field in table.fields.values())
    return {words.__name__: words for words in every if words is not None}


class _Writer:
    def __init__(self) -> None:
        self.entries: list[list[Any]] = []
        self._known: dict[Any, int] = {}

    def put(self, value: Any) -> Any:
        """A plain value as it is; anything else as a reference to its entry."""
        if value is None or type(value) in (bool, int, str):
            return value
        if isinstance(value, str) and not isinstance(value, Enum):
            return str(value)
        key = _key(value)
        number = self._known.get(key)
        if number is None:
            entry = self._entry(value)
            number = len(self.entries)
            self.entries.append(entry)
            self._known[key] = number
        return [number]

    def _entry(self, value: Any) -> list[Any]:
        if isinstance(value, tuple):
            return [_TUPLE, *(self.put(one) for one in value)]
        if isinstance(value, Mapping):
            return [_MAPPING, *(self.put(one) for pair in value.items() for one in pair)]
        if isinstance(value, datetime.date):
            return [_DATE, value.toordinal()]
        if isinstance(value, type):
            return [_WORDS, value.__name__]
        if isinstance(value, Enum):
            return [type(value).__name__, value.value]
        return [type(value).__name__, *(self.put(getattr(value, one)) for one in value.__struct_fields__)]


def _key(value: Any) -> Any:
    """What equal records share; a record that holds a mapping is only equal to itself (the root keeps it alive)."""
    try:
        hash(value)
    except TypeError:
        return id(value)
    return type(value), value


def encode(value: Any) -> bytes:
    """A record as JSON."""
    writer = _Writer()
    writer.put(value)
    return plain_json.encode(writer.entries)


def decode(content: bytes) -> Any:
    """The record that was encoded. Raises StoreError."""
    classes, words = _classes(), _words()
    built: list[Any] = []
    try:
        for name, *given in plain_json.decode(content):
            values = [built[one[0]] if type(one) is list else one for one in given]
            if name == _TUPLE:
                built.append(tuple(values))
            elif name == _MAPPING:
                built.append(MappingProxyType(dict(zip(values[::2], values[1::2], strict=True))))
            elif name == _DATE:
                built.append(datetime.date.fromordinal(values[0]))
            elif name == _WORDS:
                built.append(words[values[0]])
            else:
                built.append(classes[name](*values))
        return built[-1]
    except (DecodeError, ValueError, TypeError, KeyError, IndexError) as error:
        raise StoreError(f"what is stored cannot be read back: {error}") from None
