"""docs/security.md names tests that there are, and each threat has one."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from tests.docs.guide import ROOT

PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`((?:tests/[\w/]+\.py::)?test_\w+)`", PAGE)))
THREATS = [line for part in PAGE.split("| threat |")[1:] for line in part.split("\n\n")[0].splitlines()[2:]]


@cache
def functions_of(file: Path) -> frozenset[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return frozenset(one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef))


@pytest.mark.parametrize("name", NAMED)
def test_there_is_the_test(name: str) -> None:
    file, _, function = name.rpartition("::")
    files = [ROOT / file] if file else sorted((ROOT / "tests").rglob("test_*.py"))
    assert any(function in functions_of(one) for one in files)


def test_each_threat_has_a_test() -> None:
    assert len(THREATS) > 20
    assert [line for line in THREATS if "test_" not in line.rpartition(" | ")[2]] == []
