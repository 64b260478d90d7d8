"""`hegui gate`: the six launches of the examples to the letter, every exit code, and what is refused."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from referencing import Registry, Resource

from hegui.reports.as_json import SCHEMA_FILE as REPORT_SCHEMA
from hegui.reports.gate.as_json import SCHEMA_FILE as GATE_SCHEMA
from hegui.reports.gate.text import MOST_LINES
from tests.cli.running import ROOT, Ran, Run
from tests.cli.test_examples import EXPECTED, compare

FACTS = "examples/launches/facts.yaml"
DAY = "2019-06-10"
LAUNCHES = {
    "clean": 0,
    "out_of_scope": 1,
    "not_assessed": 1,
    "new_region": 1,
    "unlicensed_supplier": 1,
    "undetermined": 3,
}

FUTURE = "on: 2090-01-04\ntitle: 示例\nlaunches: [{id: l, via_internet: false, launched_on: 2090-01-04}]\n"


@pytest.fixture(autouse=True)
def _in_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


def gate(hegui: Run, name: str, *options: object) -> Ran:
    return hegui("gate", f"examples/launches/{name}.yaml", "--facts", FACTS, "--allow-past", *options)


def written(tmp_path: Path, text: str, name: str = "launch.yaml") -> Path:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(("name", "code"), LAUNCHES.items())
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_launches_of_the_examples(hegui: Run, name: str, code: int, language: str) -> None:
    ran = gate(hegui, name, "--lang", language)
    compare(EXPECTED / f"gate-{name}-{language}.txt", ran.out)
    assert (ran.code, ran.err) == (code, "")
    assert len(ran.out.splitlines()) <= MOST_LINES


def test_each_launch_of_the_examples_is_tested() -> None:
    files = {file.stem for file in (ROOT / "examples" / "launches").glob("*.yaml")}
    assert files == {*LAUNCHES, "facts"}


def test_annotations_for_github(hegui: Run) -> None:
    for name in ("undetermined", "unlicensed_supplier"):
        compare(EXPECTED / f"gate-{name}-github.txt", gate(hegui, name, "--format", "github", "--lang", "en").out)


def test_the_summary_for_github_is_appended(hegui: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = written(tmp_path, "### before\n\n", "summary.md")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    gate(hegui, "undetermined")  # text goes to standard output alone
    assert summary.read_text(encoding="utf-8") == "### before\n\n"
    gate(hegui, "undetermined", "--format", "github", "--lang", "en")
    compare(EXPECTED / "gate-undetermined-summary.md", summary.read_text(encoding="utf-8"))


def test_a_summary_that_cannot_be_written(hegui: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "no" / "summary.md"))
    ran = gate(hegui, "clean", "--format", "github")
    assert (ran.code, ran.out) == (2, "")
    assert "GITHUB_STEP_SUMMARY: " in ran.err


@pytest.mark.parametrize("name", LAUNCHES)
def test_json_is_of_its_schema_and_says_the_same(hegui: Run, name: str) -> None:
    found = gate_json(gate(hegui, name, "--format", "json"))
    assert found["verdict"] == {0: "clean", 1: "violations", 3: "undetermined"}[LAUNCHES[name]]
    assert found["blocked"] is (LAUNCHES[name] != 0)
    assert found["engines"] == ["compiled", "rete"]
    assert found["as_of"] == found["launch"]["on"] == DAY


def gate_json(ran: Ran) -> dict[str, Any]:
    schemas = {file: json.loads(file.read_text(encoding="utf-8")) for file in (REPORT_SCHEMA, GATE_SCHEMA)}
    resources = [(file.name, Resource.from_contents(schema)) for file, schema in schemas.items()]
    registry: Registry[Any] = Registry().with_resources(resources)
    found: dict[str, Any] = json.loads(ran.out)
    jsonschema.Draft202012Validator(schemas[GATE_SCHEMA], registry=registry).validate(found)
    return found


def test_a_duty_that_starts_has_its_date(hegui: Run) -> None:
    found = gate_json(gate(hegui, "clean", "--format", "json"))
    assert [(one["norm"], one["due"]) for one in found["starts"]] == [("SP-15-08-e", "2019-07-03")]


def test_a_finding_lies_in_the_launch_file(hegui: Run) -> None:
    ran = gate(hegui, "new_region", "--format", "github")
    assert re.match(r"::error file=examples/launches/new_region\.yaml,line=\d+,col=\d+,title=", ran.out)


def test_fail_on(hegui: Run) -> None:
    assert gate(hegui, "new_region", "--fail-on", "major").code == 0  # it breaks a minor norm
    assert gate(hegui, "not_assessed", "--fail-on", "major").code == 1
    ran = gate(hegui, "not_assessed", "--fail-on", "critical", "--lang", "en")
    assert ran.code == 0
    assert ran.out.startswith("Pass: 1 broken and 0 undetermined are all below --fail-on critical.\n")


@pytest.mark.parametrize("options", [["--format", "json"], ["--format", "github"], ["-q"], ["-v"], ["--width", "40"]])
@pytest.mark.parametrize("name", ["clean", "out_of_scope", "undetermined"])
def test_how_it_is_told_has_no_say(hegui: Run, name: str, options: list[str]) -> None:
    assert gate(hegui, name, *options).code == LAUNCHES[name]


def test_ten_lines_whatever_there_is_to_tell(hegui: Run, tmp_path: Path) -> None:
    services = [{"id": f"s{n}", "code": "B14", "started_on": DAY} for n in range(12)]
    launches = [{"id": f"l{n}", "via_internet": True, "launched_on": DAY} for n in range(12)]
    plan = {"on": DAY, "title": "许多\nx" * 40, "services": services, "launches": launches}
    plan["title"] = "许多" * 80
    file = written(tmp_path, json.dumps(plan), "launch.json")
    for columns in (40, 60, 100):
        ran = hegui("gate", file, "--facts", FACTS, "--allow-past", "--width", columns)
        assert ran.code == 1
        assert len(ran.out.splitlines()) <= MOST_LINES


def test_without_facts_everything_is_open(hegui: Run, tmp_path: Path) -> None:
    facts = written(tmp_path, "name: 示例公司(虚构)\n", "facts.yaml")
    launch = ROOT / "examples" / "launches" / "clean.yaml"
    ran = hegui("gate", launch, "--facts", facts, "--allow-past", "--lang", "en")
    assert ran.code == 3
    assert ran.out.startswith("Blocked: nothing is known to break, but ")
    # What is open without the launch, too, passes on request; what it opens itself does not.
    lenient = hegui("gate", launch, "--facts", facts, "--allow-past", "--lang", "en", "--lenient")
    assert lenient.code == 3
    assert lenient.out != ran.out


def test_what_was_broken_before_is_told_and_does_not_block(hegui: Run, tmp_path: Path) -> None:
    facts = (
        (ROOT / FACTS)
        .read_text(encoding="utf-8")
        .replace("supplier: 示例骨干通信有限公司(虚构)", "supplier: 示例无证网络有限公司(虚构)")
    )
    launch = ROOT / "examples" / "launches" / "clean.yaml"
    ran = hegui("gate", launch, "--facts", written(tmp_path, facts, "facts.yaml"), "--allow-past", "--format", "json")
    found = gate_json(ran)
    assert ran.code == 0
    assert [one["norm"] for one in found["already_broken"]] == ["SP-03-c"]


def test_what_a_launch_puts_right(hegui: Run, tmp_path: Path) -> None:
    launch = written(
        tmp_path,
        "on: 2019-07-01\ntitle: 补报机构信息\nlocal_body_changes: [{id: 西安客服, reported_on: 2019-06-19}]\n",
    )
    found = gate_json(hegui("gate", launch, "--facts", FACTS, "--allow-past", "--format", "json"))
    assert [one["norm"] for one in found["fixes"]] == ["SP-12-a"]
    assert found["verdict"] == "clean"
    assert "fixes 1: SP-12-a" in hegui("gate", launch, "--facts", FACTS, "--allow-past", "--lang", "en").out


def test_a_launch_of_the_past_needs_leave(hegui: Run) -> None:
    ran = hegui("gate", "examples/launches/clean.yaml", "--facts", FACTS)
    assert (ran.code, ran.out) == (2, "")
    assert "the launch on 2019-06-10 lies in the past" in ran.err
    assert "--allow-past" in ran.err


def test_a_launch_to_come_needs_none(hegui: Run, tmp_path: Path) -> None:
    assert hegui("gate", written(tmp_path, FUTURE), "--facts", FACTS).code in (0, 1, 3)


def test_an_as_of_before_the_launch_would_judge_nothing(hegui: Run) -> None:
    ran = gate(hegui, "out_of_scope", "--as-of", "2019-06-09")
    assert (ran.code, ran.out) == (2, "")
    assert "lies before the launch on 2019-06-10: nothing of it would be judged" in ran.err


def test_an_as_of_after_the_launch(hegui: Run) -> None:
    ran = gate(hegui, "clean", "--as-of", "2019-08-01", "--format", "json")
    found = gate_json(ran)
    assert (ran.code, found["as_of"]) == (1, "2019-08-01")
    assert [one["norm"] for one in found["breaks"]] == ["SP-15-08-e"]  # the report was due within thirty days


@pytest.mark.parametrize(
    ("launch", "told"),
    [
        ("on: soon\n", "launch.yaml:1:5: on: 'soon' is not a date"),
        (
            "on: 2019-06-10\ntitle: a\nservces: []\n",
            "3:1: servces: there is no field 'servces' (did you mean services?)",
        ),
        ("on: 2019-06-10\ntitle: a\n", "the launch changes nothing"),
        ("", "the file is empty, expected what is launched, and when"),
        ("a: [\n", "this is not YAML"),
    ],
)
def test_a_launch_that_cannot_be_used(
    hegui: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, launch: str, told: str
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    ran = hegui("gate", written(tmp_path, launch), "--facts", FACTS, "--allow-past", "--format", "github")
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert ran.err.endswith("in the launch; nothing was audited\n")
    assert not (tmp_path / "summary.md").exists()


def test_both_files_wrong(hegui: Run, tmp_path: Path) -> None:
    facts = written(tmp_path, "servies: []\n", "facts.yaml")
    ran = hegui("gate", written(tmp_path, "on: soon\n"), "--facts", facts)
    assert ran.err.endswith("hegui: 3 problems in the launch and facts; nothing was audited\n")


def test_standard_input(hegui: Run) -> None:
    text = (ROOT / "examples" / "launches" / "clean.yaml").read_bytes()
    assert hegui("gate", "-", "--facts", FACTS, "--allow-past", stdin=text).code == 0
    assert "standard input can be read once" in hegui("gate", "-", "--facts", "-").err


def test_a_waiver_lets_a_launch_pass_and_stays_visible(hegui: Run, tmp_path: Path) -> None:
    waivers = written(
        tmp_path,
        "waivers: [{norm: SP-15-08-b, subject: 短视频, reason: 试点, owner: 合规部, "
        "approved_on: 2019-06-01, expires_on: 2019-06-30}]\n",
        "waivers.yaml",
    )
    ran = gate(hegui, "not_assessed", "--waivers", waivers, "--lang", "en")
    assert (ran.code, ran.err) == (0, "")
    assert "1 waived" in ran.out
    assert "[waived until 2019-06-30]" in ran.out
    found = gate_json(gate(hegui, "not_assessed", "--waivers", waivers, "--format", "json"))
    assert [(one["status"], one["waiver"]["owner"]) for one in found["breaks"]] == [("violated", "合规部")]
    later = gate(hegui, "not_assessed", "--waivers", waivers, "--as-of", "2019-07-01")
    assert later.code == 1
    assert "waives nothing: expired" in later.err


def test_hostile_text_of_a_launch_injects_nothing(hegui: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hostile = "x::error::y,z=<img src=x onerror=alert(1)>|`a`[b](http://c)"
    plan = {
        "on": DAY,
        "title": hostile,
        "services": [{"id": hostile, "name": hostile, "code": "B14", "started_on": DAY, "operated_by": "other"}],
    }
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    file = written(tmp_path, json.dumps(plan, ensure_ascii=False), "launch.json")
    ran = hegui("gate", file, "--facts", FACTS, "--allow-past", "--format", "github")
    for line in ran.out.splitlines()[:-1]:
        assert re.match(r"::(error|warning|notice) file=[^:]*,line=\d+,col=\d+,title=[^:]*::", line)
    told = summary.read_text(encoding="utf-8")
    assert "<img" not in told
    assert "](http" not in told.replace("\\]", "")
