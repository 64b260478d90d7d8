"""Inputs made from right ones: texts damaged in a few places, and documents that state what is odd."""

import json
from collections.abc import Sequence
from typing import Any, Final

import yaml
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

__all__ = ["ODD", "TOKENS", "damaged", "odd_documents"]

ODD: Final[Sequence[Any]] = (
    None, True, False, 0, -1, 2**31, 2**53, 2**63, 2**64, 10**40, 1.5, 1e-05, 1e22, float("inf"), float("nan"),
    "", " ", "0", "010", "1e5", "not_done", "未办理", "nationwide", "2018-02-30", "9999-12-31", "0000-01-01",
    "2018-02-09T24:00", "?", "id", "sid", "$m", "$and", "$or", "$not", '{"$m": 1}', '"', "'", "\\", "costarring",
    "liquid", "a" * 2_001, "\ud800", "\x00", "\x1b[31m", "\u202e", "龥", "😀", "=1+1", "<script>", "{}", "[]",
    "__class__",
    [], {}, [None], [[]], {"id": None}, {"$gt": 1}, [{"id": "a"}, {"id": "a"}], {"": ""}, {1: 2}, {None: None},
)  # fmt: skip
"""Values that some program or other takes for something else than they are."""

TOKENS: Final = (
    b": ", b"- ", b"\n", b"\n  ", b"&a ", b"*a", b"!!str ", b"!x ", b"|\n", b">\n", b"? ", b"{", b"}", b"[", b"]", b"'",
    b'"', b"\\u", b"#", b",", b"---\n", b"...\n", b"%YAML 9.9\n", b"\t", b"\x00", b"\xff", b"\xef\xbb\xbf", b"<<: *a\n",
    b"null", b"true", b"1e999", b"not_done", b"2018-02-30", b"any(", b"all(x for x in services)", b" and ", b"not ",
    b"it.", b"(" * 300, b"[" * 300, b"9" * 5000, b"\xe9\x99\x84", b"{it.id.__class__}", b"&lt;", b"<a>", b"\r",
)  # fmt: skip


@st.composite
def damaged(draw: DrawFn, seeds: Sequence[bytes]) -> bytes:
    """A seed with a few of its bytes or lines cut, repeated, moved, or replaced by something that means something."""
    data = draw(st.sampled_from(seeds))
    for _ in range(draw(st.integers(0, 4))):
        data = draw(st.sampled_from((_cut, _inserted, _lines)))(draw, data)
    return data


def _span(draw: DrawFn, length: int, most: int) -> tuple[int, int]:
    start = draw(st.integers(0, length))
    return start, min(length, start + draw(st.integers(0, most)))


def _cut(draw: DrawFn, data: bytes) -> bytes:
    start, end = _span(draw, len(data), 40)
    return data[:start] + data[end:]


def _inserted(draw: DrawFn, data: bytes) -> bytes:
    start, end = _span(draw, len(data), 6)
    return data[:start] + draw(st.sampled_from(TOKENS) | st.binary(max_size=4)) + data[end:]


def _lines(draw: DrawFn, data: bytes) -> bytes:
    lines = data.split(b"\n")
    start, end = _span(draw, len(lines), 8)
    there = draw(st.integers(0, len(lines)))
    return b"\n".join([*lines[:there], *lines[start:end], *lines[there:]])


@st.composite
def odd_documents(draw: DrawFn, documents: Sequence[dict[str, Any]]) -> bytes:
    """A document of which some values, at any depth, are replaced by odd ones or lie under odd keys; YAML or JSON."""
    data: Any = json.loads(json.dumps(draw(st.sampled_from(documents))))
    for _ in range(draw(st.integers(1, 4))):
        data = _replaced(draw, data)
    if draw(st.booleans()):
        return json.dumps(data, ensure_ascii=draw(st.booleans()), skipkeys=True).encode("utf-8", "surrogatepass")
    return str(yaml.dump(data, allow_unicode=True, sort_keys=False)).encode("utf-8", "surrogatepass")


def _replaced(draw: DrawFn, data: Any) -> Any:
    if isinstance(data, dict) and data and draw(st.integers(0, 5)):
        key = draw(st.sampled_from(list(data)))
        if not draw(st.integers(0, 7)):
            return {**data, draw(st.sampled_from([one for one in ODD if not isinstance(one, (list, dict))])): data[key]}
        return {**data, key: _replaced(draw, data[key])}
    if isinstance(data, list) and data and draw(st.integers(0, 5)):
        at = draw(st.integers(0, len(data) - 1))
        return [*data[:at], _replaced(draw, data[at]), *data[at + 1 :]]
    return draw(st.sampled_from(ODD))
