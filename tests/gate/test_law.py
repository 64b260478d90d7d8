"""The law of the gate: it says what the audit of the company with the launch says, less that of the company alone."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, reject, settings
from hypothesis import strategies as st

import hegui
from hegui.engine.audit import ENGINES
from hegui.engine.gate import Gate, GateReport
from hegui.facts import company_schema, load
from hegui.facts.as_of import AsOf
from hegui.facts.launch import load_launch
from hegui.facts.waivers import Waiver
from tests.laws.auditing import auditor as auditor_of
from tests.rulesets.focus import FOCUSES
from tests.rulesets.packaged import miit_b25
from tests.sizes import size
from tests.strategies.changes import plain
from tests.strategies.companies import Case, cases, random_element
from tests.strategies.picking import PICKS, Pick
from tests.strategies.pools import CENTRES

ROOT = Path(__file__).resolve().parents[2]
DAY = "2019-06-10"
FLAGS = st.sampled_from([None, True, False])

services = st.fixed_dictionaries(
    {"id": st.sampled_from(["短信", "社区", "new"]), "started_on": st.just("2019-06-01")},
    optional={
        "code": st.sampled_from(["B25", "B14"]),
        "network": st.sampled_from(["internet", "mobile"]),
        "operated_by": st.sampled_from(["licensee", "other"]),
        "cross_border": FLAGS,
        "cooperation": FLAGS,
        "ended_on": st.sampled_from(["not_done", "2019-06-05"]),
    },
)
launches = st.fixed_dictionaries(
    {"id": st.sampled_from(["社区上线", "l"]), "launched_on": st.just("2019-06-10")}, optional={"via_internet": FLAGS}
)
assessments = st.fixed_dictionaries(
    {"id": st.just("a"), "subject": st.just("l"), "completed_on": st.just("2019-06-03")},
    optional={"report_submitted_on": st.sampled_from(["not_done", "2019-06-08"])},
)
resources = st.fixed_dictionaries(
    {"id": st.sampled_from(["专线", "r"]), "contracted_on": st.just("2019-06-01")},
    optional={
        "kind": st.just("transmission"),
        "supplier": st.just("示例无证公司(虚构)"),
        "used_from": st.just("2019-06-10"),
    },
)


def several(elements: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(elements, min_size=1, max_size=2, unique_by=lambda one: one["id"])


plans = st.fixed_dictionaries(
    {"assessments": several(assessments)},
    optional={
        "services": several(services),
        "launches": several(launches),
        "network_resources": several(resources),
    },
)


@pytest.fixture(scope="module")
def company() -> dict[str, Any]:
    text = (ROOT / "examples" / "launches" / "facts.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(json.dumps(yaml.safe_load(text), default=str))
    return found


@pytest.fixture(scope="module")
def auditor() -> hegui.Auditor:
    return hegui.Auditor(engine="compiled")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("law")


def laid_over(company: dict[str, Any], plan: dict[str, Any]) -> dict[str, Any]:
    """The company with the launch, worked out in the plainest way."""
    merged = json.loads(json.dumps(company))
    for section, elements in plan.items():
        known = merged.setdefault(section, [])
        for element in elements:
            stated = {name: value for name, value in element.items() if value is not None}
            found = next((one for one in known if one["id"] == element["id"]), None)
            if found is None:
                known.append(stated)
            else:
                found.update(stated)
    return merged  # type: ignore[no-any-return]


def bad(report: hegui.Report) -> dict[str, tuple[int, int]]:
    """How bad each finding is: violated by its severity, then undetermined, then well."""
    order = {"critical": 3, "major": 2, "minor": 1}
    return {
        one.fingerprint: (2, order[one.severity])
        if one.status.value == "violated"
        else (1, 0)
        if one.status.value == "undetermined"
        else (0, 0)
        for one in report.findings
    }


def is_the_difference(gate: GateReport, before: hegui.Report, after: hegui.Report) -> None:
    """The gate says what the audit with the launch says, less what the one without it does."""
    was, now = bad(before), bad(after)
    gates = {one.fingerprint for one in after.findings if one.gate}
    worse = {name for name in now if now[name] > was.get(name, (0, 0))}
    assert {one.fingerprint for one in gate.breaks} == {name for name in worse if now[name][0] == 2}
    assert {one.fingerprint for one in gate.undetermined} == {name for name in gates if now[name][0] == 1}
    assert {one.fingerprint for one in gate.told} == {name for name in worse - gates if now[name][0] == 1}
    assert {one.fingerprint for one in gate.already_broken} == {name for name in gates - worse if now[name][0] == 2}
    pending = [
        {one.fingerprint for one in report.findings if one.status.value == "pending"} for report in (before, after)
    ]
    assert {one.fingerprint for one in gate.starts} == pending[1] - pending[0]
    better = {name for name in was if was[name] > now.get(name, (0, 0))}
    assert {one.fingerprint for one in gate.fixes} == better
    assert {one.fingerprint: one.status for one in gate.after.findings} == {
        one.fingerprint: one.status for one in after.findings
    }


@settings(max_examples=size(12))
@given(plan=plans)
def test_the_gate_is_the_difference_of_two_audits(
    company: dict[str, Any], auditor: hegui.Auditor, folder: Path, plan: dict[str, Any]
) -> None:
    facts, launch, merged = (folder / name for name in ("facts.json", "launch.json", "merged.json"))
    facts.write_text(json.dumps(company), encoding="utf-8")
    launch.write_text(json.dumps({"on": DAY, "title": "t", **plan}), encoding="utf-8")
    merged.write_text(json.dumps(laid_over(company, plan)), encoding="utf-8")
    gate = Gate(auditor.ruleset, cross_check=False).judge(load_launch(launch, facts), AsOf.parse(DAY))
    before, after = auditor.audit(load(facts), DAY), auditor.audit(load(merged), DAY)
    is_the_difference(gate, before, after)


_LISTS = tuple(
    table
    for table in company_schema().tables.values()
    if table.parent == "company" and "." not in table.path and not table.derived and table.words is None
)


@pytest.mark.parametrize("engine", sorted(ENGINES))
@settings(max_examples=size(5))
@given(case=cases(focuses=FOCUSES), pick=PICKS)
def test_the_gate_of_random_launches_is_the_difference_too(folder: Path, engine: str, case: Case, pick: Pick) -> None:
    """Elements that are new, of any list, are added to any company."""
    centre = pick(CENTRES)
    plan = {table.path: [random_element(pick, table, "new", centre)] for table in pick.some(_LISTS, (1, 2, 3))}
    company, day = plain(case.data), case.as_of[:10]
    unknown = [path for path in plan if company.get(path) is None]
    merged = laid_over({key: one for key, one in company.items() if one is not None}, plan)
    if unknown:
        merged["partial"] = [*(company.get("partial") or ()), *unknown]
    names = ("facts.json", "launch.json", "merged.json")
    for name, data in zip(names, (company, {"on": day, "title": "t", **plan}, merged), strict=True):
        (folder / name).write_text(json.dumps(data, default=str), encoding="utf-8")
    try:
        launched = load_launch(folder / "launch.json", folder / "facts.json")
    except hegui.FactsError:
        reject()  # what it adds has not come to be on the day of the launch
    report = Gate(miit_b25(), cross_check=False).judge(launched, AsOf.parse(day))
    audited = [auditor_of(engine).audit(load(folder / name), AsOf.parse(day)) for name in ("facts.json", "merged.json")]
    is_the_difference(report, *audited)


@settings(max_examples=size(6))
@given(plan=plans)
def test_a_waiver_changes_what_gates_and_never_a_status(
    company: dict[str, Any], auditor: hegui.Auditor, folder: Path, plan: dict[str, Any]
) -> None:
    facts, launch = folder / "facts.json", folder / "launch.json"
    facts.write_text(json.dumps(company), encoding="utf-8")
    launch.write_text(json.dumps({"on": DAY, "title": "t", **plan}), encoding="utf-8")
    launched = load_launch(launch, facts)
    gate, moment = Gate(auditor.ruleset, cross_check=False), AsOf.parse(DAY)
    plain = gate.judge(launched, moment)
    waivers = [
        Waiver(one.norm, "/".join(one.subject) or "company", "r", "o", moment.day, moment.day)
        for one in (*plain.breaks, *plain.undetermined)
    ]
    waived = gate.judge(launched, moment, waivers)
    assert waived.verdict is hegui.Verdict.CLEAN
    assert [(one.fingerprint, one.status) for one in waived.after.findings] == [
        (one.fingerprint, one.status) for one in plain.after.findings
    ]
    assert [one.fingerprint for one in waived.waived] == [
        one.fingerprint for one in (*plain.breaks, *plain.undetermined)
    ]
