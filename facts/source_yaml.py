"""YAML to located nodes. No scalar is resolved: `no`, `010` and `10.10` mean what their field says.

It works on the parser's events with a stack of its own: so the limits on values and on depth hold before anything is
built, and an alias costs what it stands for.
"""

from functools import cache
from typing import Any, Final

from msgspec import Struct

from .errors import FactsError
from .limits import LEVELS, VALUES
from .located import NULLS, Node, Pair, refused
from .scalars import ScalarText
from .unfit import shown

_HINTS: Final = {
    "tab character": "spaces for indentation, not tabs",
    "cannot start any token": "spaces for indentation, not tabs, and quotes around a text that starts with @, ` or %",
    "mapping values are not allowed": "quotes around a text that holds a colon and a space, and one key a line",
    "did not find expected key": "keys of one mapping at one indentation, and every quote closed",
    "unexpected end of stream": "every quote and bracket closed",
    "could not find expected ':'": "a colon and a space after every key",
}


class _Open(Struct):
    """A collection that is being read; `key` is the key that waits for its value."""

    node: Node
    anchor: str | None
    key: Pair | None = None
    size: int = 1  # values in it, itself included, aliases followed
    height: int = 1  # levels in it, its own included


def read_yaml(text: str, file: str) -> Node | None:
    """The one document that `text` holds; None if it holds none. Raises FactsError."""
    import yaml  # costs 10 ms, which a program that passes its facts as data need not spend

    reader = _Reader(file)
    try:
        for event in yaml.parse(text, Loader=yaml_loader()):
            reader.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        said = ", ".join(part for part in (error.context, error.problem) if part)
        expected = next((hint for words, hint in _HINTS.items() if words in said), "YAML 1.1 or JSON")
        raise refused(file, line, column, f"this is not YAML: {said}", expected) from None
    except yaml.YAMLError as error:
        raise refused(file, 1, 1, f"this is not YAML: {shown(error)}", "YAML 1.1 or JSON") from None
    return reader.root


@cache
def yaml_loader() -> Any:
    """The YAML parser: the one in C, where PyYAML was built with it."""
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Reader:
    """Builds nodes from a parser's events."""

    def __init__(self, file: str) -> None:
        self.root: Node | None = None
        self._file = file
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Node, int, int] | None] = {}  # node, size, height; None while it is being read
        self._values = 0
        self._most_values = VALUES.value
        self._most_levels = LEVELS.value

    def take(self, event: Any) -> None:
        """The next event. Raises FactsError."""
        match type(event).__name__:
            case "ScalarEvent":
                self._scalar(event)
            case "MappingStartEvent":
                self._start(event, {})
            case "SequenceStartEvent":
                self._start(event, [])
            case "MappingEndEvent" | "SequenceEndEvent":
                self._end(event)
            case "AliasEvent":
                self._alias(event)
            case "DocumentStartEvent" if self.root is not None:
                raise self._refused(event, "a second document starts here", "one document a file")

    def _scalar(self, event: Any) -> None:
        quoted = bool(event.style)
        value = None if not quoted and event.value in NULLS else ScalarText(event.value, quoted)
        if self._open and isinstance(self._open[-1].node.value, dict) and self._open[-1].key is None:
            wrong = self._tagged(event)
            self._open[-1].key = Pair(event.value, *_place(event), Node(0, 0, None), wrong)
            self._keep(event.anchor, Node(*_place(event), value), 1, 1)
            return
        node = Node(*_place(event), value, self._tagged(event))
        self._count(event, 1, 1)
        self._keep(event.anchor, node, 1, 1)
        self._put(node, 1, 1)

    def _start(self, event: Any, value: Any) -> None:
        node = Node(*_place(event), value, self._tagged(event))
        self._count(event, 1, 1)
        if event.anchor is not None:
            self._anchors[event.anchor] = None
        opened = _Open(node, event.anchor)
        above = self._open[-1] if self._open else None
        if above is not None and isinstance(above.node.value, dict) and above.key is None:
            raise self._refused(event, "a key that is a list or a mapping", "a word as the key")
        self._open.append(opened)

    def _end(self, event: Any) -> None:
        done = self._open.pop()
        self._keep(done.anchor, done.node, done.size, done.height)
        self._put(done.node, done.size, done.height)

    def _alias(self, event: Any) -> None:
        name = shown(event.anchor)
        if event.anchor not in self._anchors:
            raise self._refused(event, f"the alias {name} stands for nothing", "an anchor of that name before it")
        kept = self._anchors[event.anchor]
        if kept is None:
            raise self._refused(event, f"the alias {name} stands inside what it stands for", "an alias outside of it")
        node, size, height = kept
        above = self._open[-1] if self._open else None
        if above is not None and isinstance(above.node.value, dict) and above.key is None:
            raise self._refused(event, "a key that is an alias", "the key itself")
        self._count(event, size, height)
        self._put(node, size, height)

    def _put(self, node: Node, size: int, height: int) -> None:
        if not self._open:
            self.root = node
            return
        above = self._open[-1]
        above.size += size
        above.height = max(above.height, height + 1)
        if isinstance(above.node.value, list):
            above.node.value.append(node)
        elif isinstance(above.node.value, dict) and above.key is not None:
            pair, above.key = above.key, None
            pair.value = node
            if pair.key in above.node.value:
                above.node.repeated.append(pair)
            else:
                above.node.value[pair.key] = pair

    def _keep(self, anchor: str | None, node: Node, size: int, height: int) -> None:
        if anchor is not None:
            self._anchors[anchor] = (node, size, height)

    def _count(self, event: Any, size: int, height: int) -> None:
        self._values += size
        if self._values > self._most_values:
            what = f"more than {self._most_values} values, those that aliases stand for included"
            raise self._refused(event, what, VALUES.advice("split the document, write fewer aliases"))
        if len(self._open) + height > self._most_levels:
            expected = LEVELS.advice("sections, lists and elements nest no deeper than five")
            raise self._refused(event, f"more than {self._most_levels} levels of nesting", expected)

    def _tagged(self, event: Any) -> tuple[str, str] | None:
        if event.tag is None:
            return None
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        return f"the tag {shown(tag)}", "no tags: the field says what a value means"

    def _refused(self, event: Any, what: str, expected: str) -> FactsError:
        return refused(self._file, *_place(event), what, expected)


def _place(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1
