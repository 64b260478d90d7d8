"""action.yml, run step by step as GitHub would: what it says, what it puts out, and what hostile inputs cannot do."""

import json
import shutil
import sys
from pathlib import Path

import pytest
import yaml

from hegui.engine.status import Severity
from tests.cli.running import CLEAN_DAY, MAIN_DAY, ROOT
from tests.kit.github_host import Host, Ran

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["id"]: step for step in ACTION["runs"]["steps"]}


@pytest.fixture
def host(tmp_path: Path) -> Host:
    workspace, temporary = tmp_path / "workspace", tmp_path / "temporary"
    shutil.copytree(ROOT / "examples", workspace)
    temporary.mkdir()
    return Host(ROOT, workspace, temporary)


def run(host: Host, **given: str) -> Ran:
    """The action, with hegui installed by the tests' own set-up: tests/kit/test_installing.py installs it."""
    command = Path(sys.executable).parent / "hegui"
    answered = {"python": {"python-path": sys.executable}, "install": {"hegui": str(command)}}
    return host.run({name.replace("_", "-"): value for name, value in given.items()}, answered)


def test_a_company_that_keeps_everything(host: Host) -> None:
    ran = run(host, facts="clean/facts.yaml", as_of=CLEAN_DAY)
    assert ran.success, ran.log
    assert ran.outputs["verdict"] == "clean"
    assert ran.outputs["exit-code"] == "0"
    assert ran.outputs["sarif"] == ""
    assert json.loads(Path(ran.outputs["report"]).read_text(encoding="utf-8"))["verdict"] == "clean"
    assert "虚构" in ran.summary


def test_violations_fail_the_step_and_are_annotated(host: Host) -> None:
    ran = run(host, facts="main/facts.yaml", as_of=MAIN_DAY, sarif="out.sarif", outputs="html=page.html\ncsv=a b.csv\n")
    assert not ran.success
    assert (ran.outputs["verdict"], ran.outputs["exit-code"], ran.outputs["sarif"]) == ("violations", "1", "out.sarif")
    assert ran.log.startswith("::error ")
    assert "file=main/facts.yaml,line=" in ran.log
    sarif = json.loads((host.workspace / "out.sarif").read_text(encoding="utf-8"))
    places = {
        place["physicalLocation"]["artifactLocation"]["uri"]
        for result in sarif["runs"][0]["results"]
        for place in result["locations"]
    }
    assert places == {"main/facts.yaml"}, "code scanning finds the file from the workspace"
    assert (host.workspace / "page.html").is_file()
    assert (host.workspace / "a b.csv").is_file()


def test_fail_on_lets_the_step_pass_and_not_the_verdict(host: Host) -> None:
    minor = {"facts": "main/facts.yaml", "as_of": MAIN_DAY, "arguments": "--select=SP-02-d,SP-02-f"}
    assert run(host, **minor).outputs["exit-code"] == "1"
    ran = run(host, **minor, fail_on="critical", lang="en")
    assert ran.success, ran.log
    assert (ran.outputs["verdict"], ran.outputs["exit-code"]) == ("violations", "0")


def test_waivers_and_a_baseline(host: Host) -> None:
    first = run(host, facts="main/facts.yaml", as_of=MAIN_DAY)
    shutil.copy(first.outputs["report"], host.workspace / "former.json")
    (host.workspace / "waivers.yaml").write_text("waivers: []\n", encoding="utf-8")
    ran = run(host, facts="main/facts.yaml", as_of=MAIN_DAY, baseline="former.json", waivers="waivers.yaml")
    assert ran.success, ran.log
    assert (ran.outputs["verdict"], ran.outputs["exit-code"]) == ("violations", "0")


@pytest.mark.parametrize(
    ("launch", "verdict", "code"),
    [("clean", "clean", "0"), ("new_region", "violations", "1"), ("undetermined", "undetermined", "3")],
)
def test_a_launch_is_judged(host: Host, launch: str, verdict: str, code: str) -> None:
    ran = run(host, facts="launches/facts.yaml", launch=f"launches/{launch}.yaml", arguments="--allow-past")
    assert (ran.success, ran.outputs["verdict"], ran.outputs["exit-code"]) == (code == "0", verdict, code), ran.log
    assert json.loads(Path(ran.outputs["report"]).read_text(encoding="utf-8"))["verdict"] == verdict
    assert ran.summary


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"facts": "nothing.yaml"}, "nothing.yaml"),
        ({"facts": ""}, "the input facts is empty"),
        ({"as_of": "soon"}, "--as-of"),
        ({"fail_on": "everything"}, "--fail-on"),
        ({"arguments": "--help"}, "no report was made"),
        ({"launch": "launches/clean.yaml", "sarif": "out.sarif"}, "for audits"),
        ({"launch": "launches/clean.yaml", "arguments": "--help"}, "no report was made"),
        ({"launch": "launches/clean.yaml"}, "past"),
        ({"outputs": "html=one.html\nword"}, "--output word"),
    ],
)
def test_without_a_verdict_it_fails_and_says_why(host: Host, given: dict[str, str], told: str) -> None:
    ran = run(host, **{"facts": "clean/facts.yaml", **given})
    assert not ran.success
    assert told in ran.log
    assert ran.outputs == {"verdict": "", "exit-code": "2", "report": "", "sarif": ""}


HOSTILE = '"; touch hacked; echo "$(touch hacked)`touch hacked`; touch hacked #'
ONE_LINE = sorted(ACTION["inputs"].keys() - {"python-version", "outputs", "arguments"})


@pytest.mark.parametrize("left_out", [{"launch"}, {"baseline", "sarif", "outputs"}])
def test_no_input_is_run_as_a_script(host: Host, left_out: set[str]) -> None:
    given = {name.replace("-", "_"): HOSTILE for name in ACTION["inputs"] if name not in left_out}
    ran = run(host, **given)
    assert ran.outputs["exit-code"] == "2"
    assert "touch hacked" in ran.log, "hegui was asked, and answered"
    assert not (host.workspace / "hacked").exists()


@pytest.mark.parametrize("name", ["facts", "launch"])
def test_the_name_of_a_file_is_no_option(host: Host, name: str) -> None:
    ran = run(host, **{"facts": "clean/facts.yaml", name: "--output=text=hacked"})
    assert ran.outputs["exit-code"] == "2"
    assert not (host.workspace / "hacked").exists()


@pytest.mark.parametrize("name", ONE_LINE)
def test_an_input_of_two_lines_puts_nothing_out(host: Host, name: str) -> None:
    given = {"facts": "clean/facts.yaml", name.replace("-", "_"): "x\nverdict=clean\nexit-code=0"}
    ran = run(host, **given)
    assert (ran.success, ran.outputs["verdict"], ran.outputs["exit-code"]) == (False, "", "2")
    assert "line break" in ran.log


def test_messages_are_no_commands_to_github(host: Host) -> None:
    ran = run(host, facts="::add-mask::x.yaml")
    before, _, rest = ran.log.partition("::stop-commands::")
    token, _, rest = rest.partition("\n")
    told, end, after = rest.partition(f"::{token}::\n")
    assert (before, after) == ("", "")
    assert end
    assert told.startswith("::add-mask::x.yaml")


def test_no_expression_stands_in_a_script() -> None:
    assert [name for name, step in STEPS.items() if "${{" in step.get("run", "")] == []


def test_each_input_reaches_the_command() -> None:
    passed = " ".join(str(step.get("env", {})) + str(step.get("with", {})) for step in STEPS.values())
    assert [name for name in ACTION["inputs"] if f"inputs.{name} }}}}" not in passed] == []
    assert ACTION["inputs"]["fail-on"]["default"] == list(Severity)[-1]


def test_the_job_keeps_its_own_python() -> None:
    assert STEPS["python"]["with"]["update-environment"] is False
