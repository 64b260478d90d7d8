"""What hegui runs on: every licence is on the list, and an audit that could not be made never passes in silence."""

import json
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from importlib.metadata import Distribution, PathDistribution
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from scripts import dependency_audit, licences, try_interpreters

RULES: dict[str, Any] = tomllib.loads(licences.LIST.read_text(encoding="utf-8"))


def package(folder: Path, fields: Mapping[str, str]) -> Distribution:
    """A package with some metadata; an underscore stands for a hyphen, and Classifier may have several lines."""
    lines = ["Metadata-Version: 2.4", "Name: sample", "Version: 1"]
    for name, text in fields.items():
        lines += [f"{name.replace('_', '-')}: {line}" for line in text.split("\n")]
    (folder / "METADATA").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return PathDistribution(folder)


def wrong(folder: Path, fields: Mapping[str, str] = MappingProxyType({}), exceptions: Any = None) -> str:
    rules = RULES if exceptions is None else {**RULES, "exceptions": exceptions}
    ((_, found),) = licences.findings({"sample": package(folder, fields)}, rules)
    return found


def test_every_licence_is_on_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert licences.main(["formats", "html", "portfolio"]) == 0
    named = {line.split()[0] for line in capsys.readouterr().out.splitlines()}
    # What is needed directly, by an extra, and by something that is needed.
    assert {"pydantic", "openpyxl", "jinja2", "polars", "pydantic-core"} <= named
    assert "pytest" not in named


@pytest.mark.parametrize(
    "fields",
    [
        {"License_Expression": "MIT"},
        {"License_Expression": "GPL-3.0-only OR MIT"},
        {"License_Expression": "Apache-2.0 AND BSD-3-Clause"},
        {"Classifier": "License :: OSI Approved :: MIT License"},
        {"License": "MIT"},
    ],
)
def test_a_licence_on_the_list(tmp_path: Path, fields: dict[str, str]) -> None:
    assert wrong(tmp_path, fields) == ""


@pytest.mark.parametrize(
    "fields",
    [
        {"License_Expression": "GPL-3.0-only"},
        {"License_Expression": "MIT AND GPL-3.0-only"},
        {"License_Expression": "(MIT OR GPL-3.0-only) AND AGPL-3.0-only"},
        {"Classifier": "License :: OSI Approved :: GNU General Public License v3 (GPLv3)"},
        {"Classifier": "License :: OSI Approved :: MIT License\nLicense :: Other/Proprietary License"},
        {"License": "Proprietary"},
    ],
)
def test_a_licence_that_is_not_on_the_list(tmp_path: Path, fields: dict[str, str]) -> None:
    assert wrong(tmp_path, fields) == "not on the list"


def test_a_package_that_states_none_needs_an_exception_with_a_reason(tmp_path: Path) -> None:
    assert wrong(tmp_path).startswith("states no licence")
    assert wrong(tmp_path, exceptions={"sample": {"licence": "MIT"}}) == "the exception gives no reason (because)"
    assert wrong(tmp_path, exceptions={"sample": {"licence": "MIT", "because": "read"}}) == ""


def test_every_exception_is_of_a_package_that_is_needed() -> None:
    found, absent = licences.runtime(licences.EXTRAS)
    for name, exception in RULES["exceptions"].items():
        # What needs it may be an extra that is not installed here: then nothing tells.
        assert name in found or exception.get("needed_by") in absent, name


def audited(monkeypatch: pytest.MonkeyPatch, out: str, *arguments: str) -> int:
    """The exit code where pip-audit writes `out`."""
    ran = subprocess.CompletedProcess([], 1, out, "ConnectionError: no such host\n")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: ran)
    return dependency_audit.main(list(arguments))


def answer(vulnerable: str | None = None, skipped: str | None = None) -> str:
    found: list[dict[str, Any]] = []
    for name in licences.runtime(licences.EXTRAS)[0]:
        vulns = [{"id": "CVE-2099-1", "fix_versions": ["9"]}] if name == vulnerable else []
        known = {"name": name.replace("-", "_"), "version": "1", "vulns": vulns}
        found.append({"name": name, "skip_reason": "not known"} if name == skipped else known)
    return json.dumps({"dependencies": found})


def test_nothing_known(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert audited(monkeypatch, answer()) == 0
    assert "0 known vulnerabilities" in capsys.readouterr().out


@pytest.mark.parametrize("skipped", [None, "pydantic"])
def test_a_known_vulnerability_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], skipped: str | None
) -> None:
    assert audited(monkeypatch, answer("pyyaml", skipped)) == 1
    assert "CVE-2099-1, mended in 9" in capsys.readouterr().out


@pytest.mark.parametrize("out", ["", "[]", answer(skipped="pydantic")], ids=["nothing", "no answer", "one unknown"])
def test_what_could_not_be_asked_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], out: str
) -> None:
    assert audited(monkeypatch, out) == 0
    assert capsys.readouterr().out.startswith("NOT AUDITED: ")
    assert audited(monkeypatch, out, "--required") == 1


def test_a_python_that_is_not_there_is_named_and_is_no_success(capsys: pytest.CaptureFixture[str]) -> None:
    assert try_interpreters.main(["none.whl", "9.9"]) == 1
    told = capsys.readouterr().out
    assert "Python 9.9: NOT TRIED" in told
    assert "nothing was tried" in told


def test_a_python_that_cannot_run_what_is_needed_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    python = tmp_path / "python9.9"
    python.write_text('#!/bin/sh\n[ "$1" = -c ] && echo 9.9 && exit\necho "no venv here" >&2\nexit 3\n')
    python.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert try_interpreters.main([str(tmp_path / "none.whl"), "9.9"]) == 1
    told = capsys.readouterr().out
    assert "Python 9.9: FAILED" in told
    assert "ended with 3:\nno venv here" in told
    assert sys.executable not in told
