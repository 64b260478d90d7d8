"""Frozen records that remember their hash, since trees are looked up all the time and hashing one walks all of it."""

from dataclasses import dataclass
from typing import Any, TypeVar, dataclass_transform

__all__ = ["Node", "node"]


class Node:
    """The base of records made by `node`: it holds the hash once that is known."""

    __slots__ = ("_hash",)


_N = TypeVar("_N", bound=Node)


@dataclass_transform(frozen_default=True)
def node(cls: type[_N]) -> type[_N]:
    """A frozen dataclass with slots, compared by structure, that computes its hash once."""
    made = dataclass(frozen=True, slots=True)(cls)
    compute = made.__hash__

    def remembered(self: Any) -> int:
        try:
            return self._hash  # type: ignore[no-any-return]
        except AttributeError:
            value = compute(self)
            object.__setattr__(self, "_hash", value)
            return value

    made.__hash__ = remembered  # type: ignore[method-assign]
    return made
