"""The exit code: each line of the table, and that nothing but findings and --fail-on has a say in it."""

import re
from pathlib import Path

import pytest

from hegui.cli.exit_codes import ExitCode
from tests.cli.running import CLEAN, CLEAN_DAY, MAIN, MAIN_DAY, ROOT, Run

UNSTATED = b"licence: {number: B2-20990009}\n"


def test_the_readme_has_the_table_of_the_enumeration() -> None:
    rows = re.findall(r"^\| (\d) \| (.+) \|$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == [(str(code.value), code.meaning) for code in ExitCode]


def test_0_clean(hegui: Run) -> None:
    assert hegui("audit", CLEAN, "--as-of", CLEAN_DAY).code == 0


def test_1_a_violation(hegui: Run) -> None:
    assert hegui("audit", MAIN, "--as-of", MAIN_DAY).code == 1


def test_2_no_verdict(hegui: Run) -> None:
    assert hegui("audit", "no-such-file.yaml").code == 2


def test_3_undetermined(hegui: Run) -> None:
    assert hegui("audit", "-", "--as-of", "2018-06-01", stdin=UNSTATED).code == 3


@pytest.mark.parametrize(
    ("select", "fail_on", "code"),
    [
        ("SP-02-e", "minor", 1),  # minor
        ("SP-02-e", "major", 0),
        ("SP-09-b", "major", 1),  # major
        ("SP-09-b", "critical", 0),
        ("SP-04-b", "critical", 1),  # critical
        ("SP-14-a", "minor", 1),  # major, done late: counts as minor
        ("SP-14-a", "major", 0),
        ("SP-12-a", "minor", 3),  # undetermined, minor
        ("SP-12-a", "major", 0),
        ("SP-09-d", "critical", 3),  # undetermined, critical
        ("SP-12-a,SP-02-e", "minor", 1),  # a violation goes before what is undetermined
        ("SP-12-b", "minor", 0),  # pending
        ("SP-09-d,SP-02-e", "major", 3),  # the violation lies below, what is undetermined does not
    ],
)
def test_fail_on(hegui: Run, select: str, fail_on: str, code: int) -> None:
    ran = hegui("audit", MAIN, "--as-of", MAIN_DAY, "--select", select, "--fail-on", fail_on)
    assert ran.code == code


def test_a_code_of_0_in_spite_of_findings_is_told(hegui: Run) -> None:
    ran = hegui("audit", MAIN, "--as-of", MAIN_DAY, "--select", "SP-02-e", "--fail-on", "major", "-q")
    assert ran.out.startswith("结论:有违反")
    assert ran.err == "hegui: exit code 0, since nothing violated or undetermined is major or graver (--fail-on)\n"


@pytest.mark.parametrize(
    "options",
    [
        ["--format", "json"],
        ["--format", "jsonl"],
        ["--lang", "en"],
        ["--color", "always"],
        ["--width", "40"],
        ["-q"],
        ["-v"],
        ["--ruleset", str(ROOT / "rulesets" / "miit_b25")],
    ],
)
@pytest.mark.parametrize(("facts", "day", "code"), [(MAIN, MAIN_DAY, 1), (CLEAN, CLEAN_DAY, 0)])
def test_how_it_is_told_has_no_say(hegui: Run, facts: Path, day: str, code: int, options: list[str]) -> None:
    assert hegui("audit", facts, "--as-of", day, *options).code == code


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["--version"], ["audit", "--help"], ["norms", "list", "-h"]])
def test_help_and_version_end_with_0(hegui: Run, arguments: list[str]) -> None:
    ran = hegui(*arguments)
    assert ran.code == 0
    assert ran.out
    assert not ran.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "Usage: hegui"),
        (["audt"], "Did you mean 'audit'?"),
        (["audit"], "Missing argument 'FACTS'"),
        (["audit", "a.yaml", "b.yaml"], "b.yaml"),
        (["audit", "a.yaml", "--as_of", "2018-06-01"], "No such option: --as_of"),
        (["audit", "a.yaml", "--format", "xml"], "'xml'"),
        (["audit", "a.yaml", "--fail-on", "never"], "'never'"),
        (["audit", "a.yaml", "--lang", "fr"], "'fr'"),
        (["audit", "a.yaml", "--width", "3"], "'--width'"),
        (["audit", "a.yaml", "-q", "-v"], "give one of them"),
        (["audit", "a.yaml", "--engine", "columnr"], "name one of rete"),
        (["audit", "a.yaml", "--reading", "early_report"], "write NAME=VALUE"),
        (["audit", "a.yaml", "--reading", "early_report=strict", "--reading", "early_report=lenient"], "given twice"),
        (["audit", "a.yaml", "--output", "report.json"], "write FMT=PATH"),
        (["audit", "a.yaml", "--output", "xml=report.xml"], "text, json, jsonl"),
        (["audit", "a.yaml", "--output", "json=-"], "--format"),
        (["audit", "a.yaml", "--output", "json=a", "--output", "text=a"], "written twice"),
        (["audit", "a.yaml", "--select", "SP-09,,SP-11"], "empty name"),
        (["norms"], "Usage: hegui norms"),
        (["explain", "SP-09-f", "--as-of", "2018-06-01"], "--facts"),
    ],
)
def test_bad_usage_ends_with_2_and_says_why(hegui: Run, arguments: list[str], told: str) -> None:
    ran = hegui(*arguments)
    assert ran.code == 2
    assert told in (ran.err or ran.out)
