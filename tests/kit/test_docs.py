"""docs/ci.md: its examples are what their hosts take, by the hosts' schemas, and its tables are those of action.yml."""

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from hegui.cli import main as hegui
from tests.cli.running import ROOT
from tests.docs.guide import blocks
from tests.kit.test_action import ACTION

PAGE = ROOT / "docs" / "ci.md"


def examples(remark: str) -> list[str]:
    found = [block.text for block in blocks(PAGE) if block.remark == remark]
    assert found, remark
    return found


def check(schema: str, *files: Path) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *map(str, files)]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8")
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_action_is_one_by_githubs_schema() -> None:
    check("github-actions", ROOT / "action.yml")


def test_the_workflows_are_by_githubs_schema_and_name_inputs_and_outputs_that_there_are(tmp_path: Path) -> None:
    files = []
    for number, text in enumerate(examples("github workflow")):
        files.append(tmp_path / f"{number}.yml")
        files[-1].write_text(text, encoding="utf-8")
        for job in yaml.safe_load(text)["jobs"].values():
            (used,) = (step for step in job["steps"] if "/hegui@" in step.get("uses", ""))
            assert used["with"].keys() <= ACTION["inputs"].keys()
    check("github-workflows", *files)
    named = {part.split(" ")[0] for text in examples("github workflow") for part in text.split("hegui.outputs.")[1:]}
    assert named == {"sarif", "verdict"} <= ACTION["outputs"].keys()


def test_the_hooks_and_their_example_are_what_pre_commit_takes(tmp_path: Path) -> None:
    (text,) = examples("pre-commit configuration")
    (tmp_path / "config.yaml").write_text(text, encoding="utf-8")
    for what, file in (("manifest", ROOT / ".pre-commit-hooks.yaml"), ("config", tmp_path / "config.yaml")):
        command = [sys.executable, "-m", "pre_commit", f"validate-{what}", str(file)]
        ran = subprocess.run(command, capture_output=True, encoding="utf-8")
        assert ran.returncode == 0, ran.stdout + ran.stderr
    offered = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    assert {hook["id"] for hook in yaml.safe_load(text)["repos"][0]["hooks"]} == offered


@pytest.mark.parametrize(
    ("hook", "file", "runs"),
    [
        ("hegui-facts", "facts.yaml", True),
        ("hegui-facts", "a/b/company.json", True),
        ("hegui-facts", "facts.sms.yml", True),
        ("hegui-facts", "artefacts.yaml", False),
        ("hegui-facts", "waivers.yaml", False),
        ("hegui-facts", "facts.yaml.txt", False),
        ("hegui-audit", "a/facts.yaml", True),
        ("hegui-audit", "waivers.yaml", True),
        ("hegui-audit", "facts/notes.yaml", False),
    ],
)
def test_a_hook_runs_for_the_files_that_the_page_names(hook: str, file: str, runs: bool) -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (pattern,) = (one["files"] for one in hooks if one["id"] == hook)
    assert bool(re.search(pattern, file)) is runs


def gitlab_job() -> dict[str, Any]:
    (text,) = examples("gitlab job")
    job: dict[str, Any] = yaml.safe_load(text)["hegui"]
    return job


def test_the_job_is_by_gitlabs_schema(tmp_path: Path) -> None:
    (tmp_path / "job.yml").write_text(examples("gitlab job")[0], encoding="utf-8")
    check("gitlab-ci", tmp_path / "job.yml")


def test_the_job_writes_the_reports_that_it_hands_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    job = gitlab_job()
    (script,) = job["script"]
    command, *arguments = shlex.split(script)
    assert command == "hegui"
    (tmp_path / "company").mkdir()
    shutil.copy(ROOT / "examples" / "main" / "facts.yaml", tmp_path / "company")
    monkeypatch.chdir(tmp_path)
    assert hegui(arguments) == 1
    reports = job["artifacts"]["reports"]
    quality = json.loads((tmp_path / reports["codequality"]).read_text(encoding="utf-8"))
    assert {one["location"]["path"] for one in quality} == {"company/facts.yaml"}
    assert (tmp_path / reports["junit"]).is_file()


def test_the_tables_are_those_of_the_action() -> None:
    tables = [block.rows for block in blocks(PAGE) if block.language == "table"]
    inputs = [
        [f"`{name}`", one["description"], f"`{one['default']}`" if one.get("default") else ""]
        for name, one in ACTION["inputs"].items()
    ]
    inputs[0][2] = "it is required"
    assert [[*row, ""][:3] for row in tables[0]] == inputs
    assert tables[1] == [[f"`{name}`", one["description"]] for name, one in ACTION["outputs"].items()]
