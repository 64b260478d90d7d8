"""JSON to located nodes. The standard library reads JSON without places, so this walks the text itself.

Strings are left to the standard library's scanner: escapes, surrogate pairs, and control characters refused.
"""

import re
from bisect import bisect_right
from itertools import accumulate
from typing import Final

from .errors import FactsError
from .limits import LEVELS, VALUES
from .located import Node, Pair, refused
from .scalars import ScalarText
from .unfit import shown

_SPACE: Final = re.compile(r"[ \t\n\r]*")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_WORD: Final = re.compile(r"[\w+.\-]+")


def read_json(text: str, file: str) -> Node | None:
    """The value that `text` holds; None if it holds none. Raises FactsError."""
    return _Reader(text, file, 1).document()


def read_json_line(text: str, file: str, line: int) -> Node | None:
    """The same of a text that begins at a line of a file with others."""
    return _Reader(text, file, line).document()


class _Reader:
    def __init__(self, text: str, file: str, first_line: int) -> None:
        self._text = text
        self._file = file
        self._before = first_line - 1
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        self._values = 0
        self._most_values = VALUES.value
        self._most_levels = LEVELS.value

    def document(self) -> Node | None:
        at = self._skip(0)
        if at == len(self._text):
            return None
        node, at = self._value(at, 1)
        at = self._skip(at)
        if at < len(self._text):
            raise self._refused(at, f"{self._token(at)} after the end of the document", "nothing more")
        return node

    def _value(self, at: int, depth: int) -> tuple[Node, int]:
        self._values += 1
        if self._values > self._most_values:
            raise self._refused(at, f"more than {self._most_values} values", VALUES.advice("split the document"))
        if depth > self._most_levels:
            expected = LEVELS.advice("sections, lists and elements nest no deeper than five")
            raise self._refused(at, f"more than {self._most_levels} levels of nesting", expected)
        first = self._text[at : at + 1]
        node = Node(*self._place(at), None)
        if first == '"':
            text, at = self._string(at)
            node.value = ScalarText(text, quoted=True)
        elif first == "{":
            at = self._object(node, at + 1, depth)
        elif first == "[":
            at = self._array(node, at + 1, depth)
        else:
            word = _WORD.match(self._text, at)
            found = word[0] if word is not None else ""
            if found in ("true", "false") or _NUMBER.fullmatch(found):
                node.value = ScalarText(found)
            elif found != "null":
                expected = 'a value: text in "double quotes", a number, true, false, null, [ or {'
                raise self._refused(at, f"{self._token(at)} where a value belongs", expected)
            at += len(found)
        return node, at

    def _object(self, node: Node, at: int, depth: int) -> int:
        pairs: dict[str, Pair] = {}
        node.value = pairs
        at = self._skip(at)
        if self._text.startswith("}", at):
            return at + 1
        while True:
            if not self._text.startswith('"', at):
                hint = " (a comma before } is one too many)" if self._text.startswith("}", at) else ""
                raise self._refused(at, f"{self._token(at)} where a key belongs{hint}", 'a key in "double quotes"')
            start = at
            key, at = self._string(at)
            at = self._skip(at)
            if not self._text.startswith(":", at):
                raise self._refused(at, f"{self._token(at)} after the key {shown(key)}", "a colon")
            value, at = self._value(self._skip(at + 1), depth + 1)
            pair = Pair(key, *self._place(start), value)
            if key in pairs:
                node.repeated.append(pair)
            else:
                pairs[key] = pair
            at, more = self._separator(at, "}")
            if not more:
                return at

    def _array(self, node: Node, at: int, depth: int) -> int:
        values: list[Node] = []
        node.value = values
        at = self._skip(at)
        if self._text.startswith("]", at):
            return at + 1
        while True:
            value, at = self._value(at, depth + 1)
            values.append(value)
            at, more = self._separator(at, "]")
            if not more:
                return at

    def _separator(self, at: int, closing: str) -> tuple[int, bool]:
        at = self._skip(at)
        if self._text.startswith(",", at):
            return self._skip(at + 1), True
        if self._text.startswith(closing, at):
            return at + 1, False
        raise self._refused(at, f"{self._token(at)} after a value", f"a comma or {closing}")

    def _string(self, at: int) -> tuple[str, int]:
        from json import JSONDecodeError, JSONDecoder

        try:
            text, end = JSONDecoder().raw_decode(self._text, at)
        except JSONDecodeError as error:
            what = f"a text that is not JSON: {error.msg[0].lower()}{error.msg[1:]}"
            raise self._refused(error.pos, what, 'text in "double quotes" on one line') from None
        return str(text), end

    def _skip(self, at: int) -> int:
        space = _SPACE.match(self._text, at)
        return space.end() if space is not None else at

    def _token(self, at: int) -> str:
        if at >= len(self._text):
            return "the end of the file"
        word = _WORD.match(self._text, at)
        return shown(word[0] if word is not None else self._text[at])

    def _place(self, at: int) -> tuple[int, int]:
        line = bisect_right(self._starts, at)
        return line + self._before, at - self._starts[line - 1] + 1

    def _refused(self, at: int, what: str, expected: str) -> FactsError:
        return refused(self._file, *self._place(min(at, len(self._text))), what, expected)
