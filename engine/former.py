"""A former report, read back from the JSON that `hegui audit --format json` wrote."""

import os
import re
import sys
from pathlib import Path
from typing import Final, Literal

import msgspec

from ..facts.errors import FactsError, Position, Problem
from ..facts.unfit import cleaned
from .baseline import Former
from .standing import Standing

__all__ = ["LARGEST", "is_report", "parse_former", "read_former"]

LARGEST: Final = 200 * 2**20
"""Bytes; a greater file is refused."""

_EXPECTED: Final = "a report that `hegui audit --format json` wrote"
_AT: Final = re.compile(r"^(?P<what>.*?)(?: - at `\$(?P<path>.*)`)?$", re.DOTALL)
_BYTE: Final = re.compile(r"\(byte (\d+)\)")


class _Ruleset(msgspec.Struct):
    id: str
    version: str


class _Report(msgspec.Struct):
    schema: Literal["hegui-report-1"]
    ruleset: _Ruleset
    as_of: str
    company: str | None
    partial: bool
    findings: list[Standing]
    redacted: bool = False


def read_former(path: str | os.PathLike[str]) -> Former:
    """The report in a file; '-' is standard input. Raises FactsError with the place of what is wrong."""
    name = os.fspath(path)
    try:
        data = sys.stdin.buffer.read(LARGEST + 1) if name == "-" else _bytes(Path(name))
    except OSError as error:
        what = f"the file cannot be read: {error.strerror or error}"
        raise _refused(None, "", name, what, f"the path of {_EXPECTED}") from None
    except ValueError as error:
        raise _refused(None, "", name, f"the file cannot be read: {error}", f"the path of {_EXPECTED}") from None
    return parse_former(data, "<stdin>" if name == "-" else name)


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def parse_former(data: bytes, name: str) -> Former:
    """The report that bytes hold. Raises FactsError."""
    if len(data) > LARGEST:
        raise _refused(None, "", name, f"the file holds more than {LARGEST} bytes", _EXPECTED)
    try:
        report = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=_Report)
    except msgspec.ValidationError as error:
        found = _AT.match(str(error))
        assert found is not None, "it matches any text"
        pointer = re.sub(r"\[(\d+|\.\.\.)\]", r"/\1", found["path"] or "").replace(".", "/")
        place = _position(data, name, pointer) or Position(name, 1, 1)
        raise _refused(
            place, pointer, pointer.strip("/").replace("/", "."), _lowered(found["what"]), _EXPECTED
        ) from None
    except RecursionError:
        raise _refused(Position(name, 1, 1), "", "", "the file nests too deeply", _EXPECTED) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        at = _BYTE.search(str(error))
        before = data[: int(at[1])] if at else b""
        line, column = before.count(b"\n") + 1, len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        what = _BYTE.sub("", str(error)).strip()
        raise _refused(Position(name, line, column), "", "", f"this is not JSON: {_lowered(what)}", _EXPECTED) from None
    if report.redacted:
        what = "the report was made with --redact, so that its findings do not say what they are about"
        raise _refused(Position(name, 1, 1), "/redacted", "redacted", what, f"{_EXPECTED}, without --redact")
    standings = {one.fingerprint: one for one in report.findings}
    return Former(
        name, report.ruleset.id, report.ruleset.version, report.as_of, report.company, report.partial, standings
    )


def is_report(data: bytes) -> bool:
    """Whether bytes look like a report, right or wrong, and not like facts."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and re.search(rb'"schema"\s*:', data[:4096]) is not None


def _position(data: bytes, name: str, pointer: str) -> Position | None:
    """Where a value stands; looked for only where there is an error to tell."""
    from ..facts.located import located
    from ..facts.source_json import read_json

    try:
        node = read_json(data.decode("utf-8-sig"), name)
    except (FactsError, UnicodeDecodeError):
        return None
    return None if node is None else located(node, name).locate(pointer, False)


def _lowered(text: str) -> str:
    return cleaned(text if text.startswith("JSON") else text[:1].lower() + text[1:])


def _refused(place: Position | None, pointer: str, path: str, what: str, expected: str) -> FactsError:
    return FactsError((Problem(place, pointer, path, what, expected),), "report")
