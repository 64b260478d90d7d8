"""A former report is read from a file or from standard input, or refused with what is wrong and where."""

import io
import json
from pathlib import Path

import pytest

from hegui.engine.former import LARGEST, parse_former, read_former
from hegui.facts import FactsError
from hegui.facts.errors import Problem

_REPORT = json.dumps(
    {
        "schema": "hegui-report-1",
        "ruleset": {"id": "sample", "version": "0.1"},
        "as_of": "2018-06-01",
        "company": "示例公司(虚构)",
        "partial": False,
        "findings": [],
    },
    ensure_ascii=False,
).encode()


def _given(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


def _problem(path: str | Path) -> Problem:
    with pytest.raises(FactsError) as caught:
        read_former(path)
    (problem,) = caught.value.problems
    return problem


def test_from_a_file_and_from_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "report.json"
    file.write_bytes(b"\xef\xbb\xbf" + _REPORT)
    former = read_former(file)
    assert (former.ruleset, former.ruleset_version, former.as_of) == ("sample", "0.1", "2018-06-01")
    assert (former.company, former.partial, dict(former.standings)) == ("示例公司(虚构)", False, {})
    _given(monkeypatch, _REPORT)
    assert read_former("-").as_of == former.as_of


def test_a_mistake_on_standard_input_is_placed_there(monkeypatch: pytest.MonkeyPatch) -> None:
    _given(monkeypatch, _REPORT.replace(b'"2018-06-01"', b"7"))
    problem = _problem("-")
    assert problem.position is not None
    assert (problem.position.file, problem.position.line, problem.pointer) == ("<stdin>", 1, "/as_of")


@pytest.mark.parametrize("name", [".", "nowhere.json", "report\0.json"])
def test_a_file_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    path = str(tmp_path / name)
    problem = _problem(path)
    assert (problem.position, problem.pointer, problem.path) == (None, "", path)
    assert problem.what.startswith("the file cannot be read: ")
    assert problem.expected.startswith("the path of a report")


def test_a_file_without_end() -> None:
    """No more of it is read than shows that it is too large."""
    problem = _problem("/dev/zero")
    assert (problem.path, problem.what) == ("/dev/zero", f"the file holds more than {LARGEST} bytes")


@pytest.mark.parametrize(("data", "line", "column"), [(b'{"schema": "hegui-report-1",\n 7}', 2, 2), (b"\n\n", 1, 1)])
def test_what_is_no_json_is_placed(data: bytes, line: int, column: int) -> None:
    with pytest.raises(FactsError) as caught:
        parse_former(data, "report.json")
    (problem,) = caught.value.problems
    assert (problem.pointer, problem.path) == ("", "")
    assert problem.what.startswith("this is not JSON: ")
    assert problem.position is not None
    assert (problem.position.file, problem.position.line, problem.position.column) == ("report.json", line, column)
