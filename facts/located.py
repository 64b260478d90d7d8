"""A document as its readers find it: values that know their place, before anything is typed.

Both readers (YAML, JSON) make these nodes; from them come plain data, with scalars as ScalarText, and positions.
"""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct, field

from .errors import FactsError, Position, Problem
from .pointers import escaped, nearest_entry, pointer, readable
from .scalars import ScalarText
from .unfit import shown

NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
"""The scalars without quotes that state nothing."""


class Node(Struct):
    """A value at a line and column: None (not stated), a scalar, a list, or a mapping.

    `wrong` is what is wrong with the node itself, and what was expected.
    """

    line: int
    column: int
    value: "ScalarText | list[Node] | dict[str, Pair] | None"
    wrong: tuple[str, str] | None = None
    repeated: "list[Pair]" = field(default_factory=list)


class Pair(Struct):
    """A key at a line and column, with its value."""

    key: str
    line: int
    column: int
    value: Node
    wrong: tuple[str, str] | None = None


class Located(Struct, frozen=True):
    """Plain data, where its values and its keys stand (by JSON pointer), and what is wrong with how it is written."""

    data: object
    positions: Mapping[str, Position]
    keys: Mapping[str, Position]
    problems: tuple[Problem, ...]

    def locate(self, at: str, at_key: bool) -> Position | None:
        """Where the value at a pointer stands, or its key; the nearest of what holds it, where it is not given."""
        if at_key and at in self.keys:
            return self.keys[at]
        return nearest_entry(self.positions, at)


def located(root: Node, file: str) -> Located:
    """`root` taken apart."""
    positions: dict[str, Position] = {}
    keys: dict[str, Position] = {}
    flaws: dict[Position, tuple[tuple[str | int, ...], str, str]] = {}  # by place: an alias repeats what it stands for

    def plain(node: Node, at: str, parts: tuple[str | int, ...]) -> object:
        here = positions[at] = Position(file, node.line, node.column)
        if node.wrong is not None:
            flaws.setdefault(here, (parts, *node.wrong))
        value = node.value
        if isinstance(value, list):
            return [plain(inner, f"{at}/{n}", (*parts, n)) for n, inner in enumerate(value)]
        if not isinstance(value, dict):
            return value
        for pair in node.repeated:
            first = value[pair.key]
            what = f"the key {shown(pair.key)} is given twice (first at {file}:{first.line}:{first.column})"
            flaws.setdefault(Position(file, pair.line, pair.column), ((*parts, pair.key), what, "each key once"))
        data: dict[str, object] = {}
        for key, pair in value.items():
            below = f"{at}/{escaped(key)}"
            keys[below] = Position(file, pair.line, pair.column)
            if pair.wrong is not None:
                flaws.setdefault(keys[below], (parts, *pair.wrong))
            else:
                data[key] = plain(pair.value, below, (*parts, key))
        return data

    data = plain(root, "", ())
    problems = tuple(
        Problem(place, pointer(parts), readable(parts, data), what, expected)
        for place, (parts, what, expected) in flaws.items()
    )
    return Located(data, positions, keys, problems)


def refused(file: str, line: int, column: int, what: str, expected: str) -> FactsError:
    """The error of a file that cannot be read on from a place."""
    return FactsError((Problem(Position(file, line, column), "", "", what, expected),))
