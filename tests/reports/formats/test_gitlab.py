"""GitLab's code quality report: its required keys and values; in shape that of another linter."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from hegui.engine.findings import Report
from hegui.engine.status import Status
from hegui.facts import Document
from hegui.reports.formats import Format
from tests.reports.formats.spoil import Spoil, written

SEVERITIES = {"info", "minor", "major", "critical", "blocker"}


def checked(text: str) -> list[dict[str, Any]]:
    issues: list[dict[str, Any]] = json.loads(text)
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert set(issue["location"]) == {"path", "lines"}
        assert all(isinstance(issue[key], str) and issue[key] for key in set(issue) - {"location"})
        assert issue["severity"] in SEVERITIES
        assert isinstance(issue["location"]["lines"]["begin"], int)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    return issues


def test_what_is_violated_or_undetermined_is_an_issue(main_report: Report, main_document: Document) -> None:
    issues = checked(written(Format.GITLAB, main_report, main_document))
    told = [one for one in main_report.findings if one.status in (Status.VIOLATED, Status.UNDETERMINED)]
    assert [issue["fingerprint"] for issue in issues] == [one.fingerprint for one in told]
    for issue, finding in zip(issues, told, strict=True):
        assert finding.message.zh in issue["description"]
        assert finding.citation in issue["description"]
        if finding.status is Status.VIOLATED:
            assert issue["severity"] == finding.severity.value


def test_the_shape_is_that_of_another_linter(main_report: Report, main_document: Document, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("import os\n", encoding="utf-8")
    arguments = [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "--output-format", "gitlab", "a.py"]
    (theirs,) = json.loads(subprocess.run(arguments, cwd=tmp_path, capture_output=True, text=True, check=False).stdout)
    for ours in checked(written(Format.GITLAB, main_report, main_document)):
        assert {key: type(value) for key, value in ours.items()} == {key: type(value) for key, value in theirs.items()}
        assert type(ours["location"]["path"]) is type(theirs["location"]["path"])


def test_what_is_waived_is_for_information(spoil: Spoil) -> None:
    issues = checked(written(Format.GITLAB, *spoil("部门")))
    assert [issue["severity"] for issue in issues if "已豁免" in issue["description"]] == ["info"]


def test_hostile_texts_stay_texts(spoil: Spoil, hostile: str) -> None:
    text = written(Format.GITLAB, *spoil(hostile))
    assert not [one for one in text if one != "\n" and not one.isprintable()]
    checked(text)
