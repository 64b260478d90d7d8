"""Where in a text a value goes: the span to replace, or the place to insert at, and what is written there."""

from collections.abc import Mapping, Sequence
from typing import Any

from ..located import NULLS
from ..order import field_names
from ..source_yaml import yaml_loader
from .values import Statement, rendered

__all__ = ["Unwritable", "edited"]

_STEP = 2
"""Columns that a new block stands in from what holds it."""


class Unwritable(Exception):
    """A value that cannot go where it belongs."""


def edited(text: str, parts: Sequence[str | int], value: Statement, *, as_json: bool) -> str:
    """The text of a YAML or JSON document with a value where `parts` lead. Raises Unwritable where it cannot be."""
    return _Editor(text, as_json).put(parts, value)


class _Editor:
    def __init__(self, text: str, as_json: bool) -> None:
        import yaml

        self._text = text
        self._as_json = as_json
        self._break = "\r\n" if "\r\n" in text else "\n"
        # YAML takes no tabs between brackets; with a space for each, JSON is YAML and no place moves.
        self._root: Any = yaml.compose(text.replace("\t", " ") if as_json else text, Loader=yaml_loader())

    def put(self, parts: Sequence[str | int], value: Statement) -> str:
        node, column, in_flow = self._root, 0, False
        for number, part in enumerate(parts):
            if _is_null(node):
                return self._replaced(node, _nested(parts[number:], value), column, in_flow)
            in_flow = bool(node.flow_style)
            inner = _member(node, part)
            if inner is None:
                return self._added(node, parts[: number + 1], _nested(parts[number + 1 :], value))
            key, node = inner
            column = key.start_mark.column
        return self._replaced(node, value, column, in_flow)

    # What is there is replaced

    def _replaced(self, node: Any, value: Statement, column: int, in_flow: bool) -> str:
        start, end = node.start_mark.index, node.end_mark.index
        told = self._told(value, in_flow)
        if start == end:
            # Nothing stands there: what is written follows the colon.
            start = len(self._text[:start].rstrip())
            if in_flow:
                end += len(self._text[end:]) - len(self._text[end:].lstrip(" "))
            if isinstance(value, Mapping) and not in_flow:
                return self._after_line(start, self._block(value, column + _STEP))
            told = f" {told}" if self._text[start - 1] in ":-" else f": {told}"
        elif _kind(node) == "scalar":
            if node.style in ("|", ">"):
                raise Unwritable
        elif not node.flow_style or "#" in self._text[start:end]:
            raise Unwritable  # comments would go with it
        return self._text[:start] + told + self._text[end:]

    # What is not there is added

    def _added(self, node: Any, parts: Sequence[str | int], value: Statement) -> str:
        last = parts[-1]
        if isinstance(last, int):
            return self._appended(node, self._told(value, node.flow_style or not node.value))
        pairs = node.value
        if not pairs:
            return self._replaced(node, {last: value}, 0, True)
        names = {name: number for number, name in enumerate(field_names(parts[:-1]))}
        before = [pair for pair in pairs if names.get(pair[0].value, len(names)) < names[last]]
        key, inner = max(before, key=lambda pair: names[pair[0].value]) if before else pairs[-1]
        if not node.flow_style:
            return self._after_line(self._end(inner), self._block({last: value}, key.start_mark.column))
        at = self._end(inner)
        told = self._told({last: value}, True)[1:-1]
        start = self._text.rfind("\n", 0, key.start_mark.index) + 1
        indent = self._text[start : key.start_mark.index]
        rest = self._text[at:].lstrip(" \t,")
        apart = start > 0 and not indent.strip() and rest.startswith(("\n", "\r"))
        joint = f",{self._break}{indent}" if apart else ", "
        return self._text[:at] + joint + told + self._text[at:]

    def _appended(self, node: Any, told: str) -> str:
        if not node.value:
            return self._text[: node.start_mark.index] + f"[{told}]" + self._text[node.end_mark.index :]
        at = self._end(node.value[-1])
        if node.flow_style:
            return self._text[:at] + f", {told}" + self._text[at:]
        return self._after_line(at, [" " * node.start_mark.column + f"- {told}"])

    def _after_line(self, at: int, lines: list[str]) -> str:
        """Lines below the one in which a value ends, and behind what else stands in that line."""
        end = self._text.find("\n", at)
        end = len(self._text) if end < 0 else end - (self._text[end - 1] == "\r")
        return self._text[:end] + "".join(self._break + line for line in lines) + self._text[end:]

    def _end(self, node: Any) -> int:
        """Where a value ends, without what the parser counts to it: spaces, comments, line breaks."""
        if _kind(node) == "scalar" or node.flow_style:
            end: int = node.end_mark.index
            if end == node.start_mark.index:
                return len(self._text[:end].rstrip())
            return len(self._text[:end].rstrip()) if node.value and getattr(node, "style", None) in ("|", ">") else end
        last = node.value[-1]
        return self._end(last[1] if _kind(node) == "mapping" else last)

    def _told(self, value: Statement, in_flow: bool) -> str:
        return rendered(value, as_json=self._as_json, in_flow=in_flow)

    def _block(self, value: Mapping[str, Statement], column: int) -> list[str]:
        """A mapping as lines, its sections in blocks as well."""
        lines = []
        for name, inner in value.items():
            if isinstance(inner, Mapping):
                lines += [" " * column + f"{name}:", *self._block(inner, column + _STEP)]
            else:
                lines.append(" " * column + f"{name}: {self._told(inner, False)}")
        return lines


def _kind(node: Any) -> str:
    return str(node.id)


def _is_null(node: Any) -> bool:
    return _kind(node) == "scalar" and not node.style and node.value in NULLS


def _member(node: Any, part: str | int) -> tuple[Any, Any] | None:
    """The key and the value of a mapping's field, or an element of a list, which has no key; None where it is not."""
    if isinstance(part, int) and _kind(node) == "sequence":
        return (node.value[part],) * 2 if part < len(node.value) else None
    if isinstance(part, str) and _kind(node) == "mapping":
        return next(((key, inner) for key, inner in node.value if key.value == part), None)
    raise Unwritable


def _nested(parts: Sequence[str | int], value: Statement) -> Statement:
    for part in reversed(parts):
        value = [value] if isinstance(part, int) else {part: value}
    return value
