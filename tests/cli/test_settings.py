"""Settings for a project: where they are looked for, what goes before what, what is refused, and what is told."""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from hegui.cli.app import app
from hegui.cli.settings_known import LIMITS, SETTINGS, variable
from hegui.cli.settled import SettledCommand
from hegui.engine.audit import ENGINES, default_engine
from hegui.facts import limits
from tests.cli.running import CLEAN, CLEAN_DAY, MAIN, MAIN_DAY, ROOT, Run

AUDIT = ("audit", MAIN, "--as-of", MAIN_DAY)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which the command runs, with another one inside."""
    (tmp_path / "inner").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, text: str, name: str = "hegui.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def report(hegui: Run, *arguments: object) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(hegui(*AUDIT, "--format", "json", *arguments).out)
    return found


def selected(hegui: Run, *arguments: object) -> object:
    return report(hegui, *arguments)["selection"]["select"]


class TestWhereTheyAre:
    def test_the_nearest_file_holds_and_no_other(
        self, hegui: Run, project: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        other = next(name for name in ENGINES if name != default_engine())
        write(project, f'select = ["SP-09"]\nengine = "{other}"\n')
        monkeypatch.chdir(project / "inner")
        assert selected(hegui) == ["SP-09"]
        write(project / "inner", '[tool.hegui]\nselect = ["SP-10"]\n', "pyproject.toml")
        found = report(hegui)
        assert (found["selection"]["select"], found["engine"]) == (["SP-10"], default_engine())

    def test_a_pyproject_without_settings_is_passed_over(
        self, hegui: Run, project: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(project, 'select = ["SP-09"]\n')
        write(project / "inner", "[tool.ruff]\nno toml at all", "pyproject.toml")
        monkeypatch.chdir(project / "inner")
        assert selected(hegui) == ["SP-09"]
        write(project / "inner", '[project]\ndependencies = ["hegui"]\n', "pyproject.toml")
        assert selected(hegui) == ["SP-09"]

    def test_two_in_one_folder_are_refused(self, hegui: Run, project: Path) -> None:
        write(project, 'lang = "en"\n')
        write(project, '[tool.hegui]\nlang = "zh"\n', "pyproject.toml")
        ran = hegui(*AUDIT)
        assert (ran.code, ran.out) == (2, "")
        assert f"{project}/pyproject.toml has settings of hegui too: keep one of them" in ran.err

    def test_paths_start_from_the_file(self, hegui: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        write(project, "waivers: []\n", "waivers.yaml")
        (project / "rules").symlink_to(ROOT / "examples" / "policy")
        facts = ROOT / "examples" / "policy" / "facts.yaml"
        write(project, 'waivers = "waivers.yaml"\nruleset = "./rules"\nledger = "ledger.db"\n')
        monkeypatch.chdir(project / "inner")
        ran = hegui("audit", facts, "--as-of", "2019-06-03", "--format", "json")
        assert json.loads(ran.out)["ruleset"]["id"] != "miit-b25"
        assert f"waivers = {project}/waivers.yaml" in ran.err
        assert (project / "ledger.db").exists()
        assert [*(project / "inner").iterdir()] == []


class TestWhatGoesBefore:
    @pytest.mark.parametrize(
        ("line", "environment", "expected"),
        [((), None, ["SP-09"]), ((), "SP-10 SP-11", ["SP-10", "SP-11"]), (("--select", "SP-12"), "SP-10", ["SP-12"])],
    )
    def test_flag_over_environment_over_file(
        self,
        hegui: Run,
        project: Path,
        monkeypatch: pytest.MonkeyPatch,
        line: tuple[str, ...],
        environment: str | None,
        expected: list[str],
    ) -> None:
        write(project, 'select = ["SP-09"]\n')
        if environment is not None:
            monkeypatch.setenv("HEGUI_SELECT", environment)
        assert selected(hegui, *line) == expected

    def test_a_truth_can_be_taken_back(self, hegui: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        write(project, "redact = true\n")
        assert report(hegui)["redacted"] is True
        assert report(hegui, "--no-redact")["redacted"] is False
        monkeypatch.setenv("HEGUI_REDACT", "0")
        assert report(hegui)["redacted"] is False
        assert report(hegui, "--redact")["redacted"] is True

    def test_limits_too_and_they_hold_for_one_run(
        self, hegui: Run, project: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(project, "most-rows = 3\n")
        assert "at most 3; split the document, or set HEGUI_MOST_ROWS" in hegui(*AUDIT).err
        assert "HEGUI_MOST_ROWS" not in os.environ
        monkeypatch.setenv("HEGUI_MOST_ROWS", "5")
        assert "at most 5; " in hegui(*AUDIT).err
        assert os.environ["HEGUI_MOST_ROWS"] == "5"

    def test_the_limit_of_time_of_a_file_holds(self, hegui: Run, project: Path) -> None:
        services = ", ".join(f"{{id: s{n}, name: n{n}, started_on: 2018-01-01}}" for n in range(2_000))
        busy = write(project, f"services: [{services}]\n", "facts.yaml")
        write(project, "most-seconds = 1\n")
        ran = hegui("audit", busy, "--engine", "compiled")
        assert (ran.code, ran.out) == (2, "")
        assert "no verdict after 1 seconds of processor time: at most 1; " in ran.err

    def test_every_setting_is_the_default_of_its_option(self, hegui: Run, project: Path) -> None:
        former = project / "former.json"
        former.write_text(hegui(*AUDIT, "--format", "json").out, encoding="utf-8")
        write(project, "waivers: []\n", "waivers.yaml")
        settings = {
            "ruleset": '"miit-b25"',
            "reading": '{early_report = "lenient"}',
            "select": '["SP-09", "SP-10"]',
            "ignore": '["SP-10"]',
            "waivers": '"waivers.yaml"',
            "baseline": '"former.json"',
            "fail-on": '"critical"',
            "engine": '"compiled"',
            "cross-check": "true",
            "redact": "false",
            "ledger": '"ledger.db"',
            "lang": '"en"',
            "color": '"always"',
            **dict.fromkeys(LIMITS, "60"),
            "most-bytes": "100000",
            "most-values": "100000",
            "most-rows": "1000",
        }
        assert list(settings) == list(SETTINGS)
        write(project, "".join(f"{name} = {value}\n" for name, value in settings.items()))
        ran = hegui(*AUDIT, "-v")
        told = {line.split(": ")[2].split(" = ")[0] for line in ran.err.splitlines() if "hegui.toml:" in line}
        assert told == set(SETTINGS)
        assert f"hegui: {project}/hegui.toml:7: fail-on = critical\n" in ran.err
        assert "\x1b[" in ran.out

    def test_the_limits_are_those_of_the_facts(self) -> None:
        assert [variable(name) for name in LIMITS] == [one.setting for one in limits.LIMITS]

    def test_reports_are_compared_whatever_is_set_for_facts(self, hegui: Run, project: Path) -> None:
        former = project / "former.json"
        former.write_text(hegui(*AUDIT, "--format", "json").out, encoding="utf-8")
        write(project, 'select = ["SP-09"]\nruleset = "miit-b25"\n')
        copy = write(project, former.read_text(encoding="utf-8"), "later.json")
        assert hegui("diff", former, copy).code == 0
        ran = hegui("diff", former, copy, "--select", "SP-09")
        assert ran.code == 2
        assert "hegui: --select: these are reports" in ran.err

    def test_the_engine_is_that_of_single_documents(self, hegui: Run, project: Path) -> None:
        write(project, 'engine = "rete"\nselect = ["SP-09"]\n')
        lines = write(project, '{"name": "示例(虚构)"}\n', "in.jsonl")
        assert hegui("portfolio", lines, "-o", project / "out", "--jobs", 1).code == 3
        run = json.loads((project / "out" / "run.json").read_text(encoding="utf-8"))
        assert (run["engine"], run["selection"]["select"]) == ("columnar", ["SP-09"])


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ('lang = "en"\nfial-on = "minor"\n', ":2: there is no setting 'fial-on'; did you mean fail-on?"),
            ('fail_on = "minor"\n', ":1: there is no setting 'fail_on'; did you mean fail-on?"),
            ('as-of = "2018-06-01"\n', ":1: there is no setting 'as-of'; there is ruleset, reading, select, "),
            ('\nfail-on = "grave"\n', ":2: fail-on is 'grave': write one of critical, major, minor, in quotes"),
            ('engine = "columnar"\n', ":1: engine is 'columnar': write one of rete, compiled, in quotes"),
            ("lang = 3\n", ":1: lang is '3': write one of zh, en, in quotes"),
            ('redact = "yes"\n', ":1: redact is 'yes': write true or false, without quotes"),
            ("cross-check = 1\n", ":1: cross-check is '1': write true or false, without quotes"),
            ('select = "SP-09"\n', ":1: select is 'SP-09': write a list of norms' beginnings, such as [\"SP-09\", "),
            ("ignore = []\n", ":1: ignore: write a list of norms' beginnings"),
            ("ignore = [9]\n", ":1: ignore: write a list of norms' beginnings"),
            ("[reading]\nearly_report = 1.5\n", ":1: reading: early_report takes a text, a whole number, true or"),
            ('waivers = "-"\n', ":1: waivers is '-': write the path of a file"),
            (
                "most-rows = 500001\n",
                ":1: most-rows is '500001': write a whole number from 1 to 500000, without quotes",
            ),
            ("most-rows = true\n", ":1: most-rows is 'True': write a whole number from 1 to 500000"),
            ('ruleset = "a\\u001b[2J"\n', ":1: ruleset is 'a\\u001b[2J': it has characters that cannot be seen"),
            ('ledger = "../ledger.db"\n', ":1: ledger is '../ledger.db': settings have files written in their own"),
            ('lang = "en"\nx =\n', ":2:4: this is no TOML: 'Invalid value'"),
            ("x = " + "[" * 5_000, ": this is no TOML: "),
        ],
    )
    def test_it_is_told_with_its_place_and_what_is_allowed(
        self, hegui: Run, project: Path, text: str, told: str
    ) -> None:
        file = write(project, text)
        ran = hegui(*AUDIT)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(f"hegui: {file}{told}")
        assert ran.err.endswith("or leave the file out with hegui --no-settings\n")
        assert "\x1b" not in ran.err

    def test_a_key_of_a_pyproject_is_told_with_its_line(self, hegui: Run, project: Path) -> None:
        file = write(project, "[tool.ruff]\nlnag = 1\n\n[tool.hegui]\nlnag = 'en'\n", "pyproject.toml")
        ran = hegui(*AUDIT)
        assert ran.err.startswith(f"hegui: {file}:5: there is no setting 'lnag'; did you mean lang?")
        write(project, "tool.hegui = 3\n", "pyproject.toml")
        assert "tool.hegui is no table; write [tool.hegui]" in hegui(*AUDIT).err

    def test_a_file_that_cannot_be_read(self, hegui: Run, project: Path) -> None:
        file = project / "hegui.toml"
        file.write_bytes(b'lang = "\xff"\n')
        assert f"{file}: the settings are not UTF-8" in hegui(*AUDIT).err
        file.write_bytes(b"#" * (2**20 + 1))
        assert f"{file}: more than 1048576 bytes" in hegui(*AUDIT).err

    def test_help_and_what_reads_no_settings_stay(self, hegui: Run, project: Path) -> None:
        write(project, "nonsense = 1\n")
        assert hegui("audit", "--help").code == 0
        assert hegui("norms", "list", "--help").code == 0
        assert hegui("--version").code == 0
        assert hegui("--no-settings", "norms", "list").code == 0
        for command in (("norms", "list"), ("facts", "schema"), ("ledger", "list", "l.db"), ("doctor",)):
            assert hegui(*command).code == 2, command

    def test_every_command_refuses_and_tells(self) -> None:
        import typer.main

        def leaves(command: object) -> list[object]:
            inner = getattr(command, "commands", None)
            return [command] if inner is None else [leaf for one in inner.values() for leaf in leaves(one)]

        found = leaves(typer.main.get_command(app))
        assert len(found) > 20
        assert [one for one in found if not isinstance(one, SettledCommand)] == []


LOOSENED = {
    "fail-on": 'fail-on = "critical"\n',
    "ignore": 'ignore = ["LF", "SP-01"]\n',
    "select": 'select = ["SP-09"]\n',
    "waivers": 'waivers = "waivers.yaml"\n',
    "baseline": 'baseline = "former.json"\n',
    "reading": 'reading = {early_report = "lenient"}\n',
    "ruleset": 'ruleset = "miit-b25"\n',
}


class TestNothingIsLoosenedInSilence:
    """What a settings file from a stranger's folder can do, and how it shows."""

    @pytest.mark.parametrize(("name", "flag"), [*((name, "-q") for name in LOOSENED), ("fail-on", "-v")])
    def test_what_has_a_say_in_the_verdict_is_always_told(
        self, hegui: Run, project: Path, name: str, flag: str
    ) -> None:
        write(project, "waivers: []\n", "waivers.yaml")
        write(project, hegui(*AUDIT, "--format", "json").out if name == "baseline" else "", "former.json")
        file = write(project, LOOSENED[name])
        ran = hegui(*AUDIT, flag)
        assert ran.code == (0 if name == "baseline" else 1)
        assert f"hegui: {file}:1: {name} = " in ran.err

    def test_these_are_all_that_have_a_say(self) -> None:
        assert {*LOOSENED, "ledger"} == {name for name, one in SETTINGS.items() if one.decides}

    def test_a_verdict_that_no_longer_gates_says_by_which_file(self, hegui: Run, project: Path) -> None:
        facts = write(project, "name: 示例(虚构)\ninspections: []\n", "facts.yaml")
        before = hegui("audit", facts, "--format", "json", "--as-of", MAIN_DAY)
        assert (before.code, before.err) == (3, "")
        file = write(project, 'ignore = ["LF", "SP-01"]\nselect = ["SP-09-a"]\nfail-on = "critical"\n')
        after = hegui("audit", facts, "--format", "json", "--as-of", MAIN_DAY, "-q")
        told = json.loads(after.out)
        assert after.code == 0
        assert told["selection"]["select"] == ["SP-09-a"]
        for line, name in enumerate(("ignore", "select", "fail-on"), start=1):
            assert f"hegui: {file}:{line}: {name} = " in after.err

    def test_the_gate_tells_it_too(self, hegui: Run, project: Path) -> None:
        launches = ROOT / "examples" / "launches"
        facts = ("--facts", launches / "facts.yaml", "--allow-past", "--format", "json")
        arguments = ("gate", launches / "new_region.yaml", *facts)
        file = write(project, 'fail-on = "critical"\nselect = ["SP-09"]\n')
        ran = hegui(*arguments)
        assert json.loads(ran.out)["fail_on"] == "critical"
        assert ran.err.startswith(f"hegui: {file}:1: fail-on = critical\n")
        assert "select" not in ran.err, "the gate takes no selection"

    def test_the_environment_is_told_in_the_same_way(
        self, hegui: Run, project: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("HEGUI_FAIL_ON", "critical")
        assert hegui(*AUDIT).err.startswith("hegui: HEGUI_FAIL_ON in the environment: fail-on = critical\n")
        monkeypatch.setenv("HEGUI_FAIL_ON", "")
        assert hegui(*AUDIT).err == ""

    @pytest.mark.parametrize("flagged", [True, False])
    def test_files_can_be_left_out(
        self, hegui: Run, project: Path, monkeypatch: pytest.MonkeyPatch, flagged: bool
    ) -> None:
        arguments = ("audit", CLEAN, "--as-of", CLEAN_DAY, "--format", "json")
        plain = hegui(*arguments)
        write(project, "".join(LOOSENED[name] for name in ("fail-on", "ignore")))
        assert hegui(*arguments) != plain
        if flagged:
            assert hegui("--no-settings", *arguments) == plain
        else:
            monkeypatch.setenv("HEGUI_NO_SETTINGS", "1")
            assert hegui(*arguments) == plain

    def test_a_link_leads_no_ledger_elsewhere(self, hegui: Run, project: Path) -> None:
        (project / "inner" / "out").symlink_to(project)
        file = write(project / "inner", 'ledger = "out/ledger.db"\n')
        os.chdir(project / "inner")
        ran = hegui(*AUDIT)
        assert (ran.code, ran.out) == (2, "")
        assert f"hegui: {file}:1: ledger is 'out/ledger.db': settings have files written in their own folder" in ran.err
        assert not (project / "ledger.db").exists()

    def test_the_name_of_a_folder_steers_no_terminal(self, hegui: Run, project: Path) -> None:
        folder = project / "a\x1b[2Jb"
        folder.mkdir()
        write(folder, 'fail-on = "major"\nlang = "en"\n')
        os.chdir(folder)
        told = hegui(*AUDIT, "-v").err
        assert told.count("/a?[2Jb/hegui.toml:") == 2
        write(folder, "no = 1\n")
        assert "\x1b" not in told + hegui(*AUDIT).err

    def test_what_says_nothing_of_the_verdict_is_told_only_when_asked(self, hegui: Run, project: Path) -> None:
        file = write(project, 'lang = "en"\nengine = "compiled"\nmost-rows = 5000\n')
        assert hegui(*AUDIT).err == ""
        told = hegui(*AUDIT, "-v").err
        assert [line for line in told.splitlines() if str(file) in line] == [
            f"hegui: {file}:1: lang = en",
            f"hegui: {file}:2: engine = compiled",
            f"hegui: {file}:3: most-rows = 5000",
        ]


def test_the_page_has_the_settings_that_there_are() -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z-]+)` \| `(HEGUI_\w+)` \| ([^|]+?) \|", page, re.MULTILINE)
    assert rows == [(name, variable(name), one.what) for name, one in SETTINGS.items()]
    told = re.findall(r"`([a-z-]+)`", page.split("verdict is recorded (")[1].split(")")[0])
    assert told == [name for name, one in SETTINGS.items() if one.decides]
