"""The gate from a program: engines that must agree, and what `lenient` lets pass."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from hegui import Auditor, Document, Report, Status, Verdict
from hegui.engine.conclude import Disagreement
from hegui.engine.gate import Gate
from hegui.facts.as_of import AsOf
from hegui.facts.launch import load_launch

LAUNCHES = Path(__file__).resolve().parents[2] / "examples" / "launches"
FACTS = LAUNCHES / "facts.yaml"


@pytest.fixture(scope="module")
def auditor() -> Auditor:
    return Auditor(engine="compiled")


def test_engines_that_differ_give_no_verdict(auditor: Auditor, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = Gate(auditor.ruleset)
    audit = gate._second.audit

    def otherwise(document: Document, as_of: AsOf) -> Report:
        report = audit(document, as_of)
        first, *rest = report.findings
        return replace(report, findings=(replace(first, status=Status.PENDING), *rest))

    monkeypatch.setattr(gate._second, "audit", otherwise)
    launched = load_launch(LAUNCHES / "clean.yaml", FACTS)
    with pytest.raises(Disagreement, match="compiled and rete differ on LF-01"):
        gate.judge(launched, AsOf.of(launched.on))


def test_lenient_blocks_only_on_what_the_launch_opens(auditor: Auditor, tmp_path: Path) -> None:
    text = FACTS.read_text(encoding="utf-8").replace("regions: 全国\n  service_items", "service_items", 1)
    facts = tmp_path / "facts.yaml"
    facts.write_text(text, encoding="utf-8")
    launched = load_launch(LAUNCHES / "clean.yaml", facts)
    moment = AsOf.of(launched.on)
    strict = Gate(auditor.ruleset, cross_check=False).judge(launched, moment)
    lenient = Gate(auditor.ruleset, cross_check=False, lenient=True).judge(launched, moment)
    assert strict.verdict is Verdict.UNDETERMINED
    assert {one.norm for one in strict.undetermined} == {"SP-02-c"}
    assert lenient.verdict is Verdict.CLEAN
    opened = load_launch(LAUNCHES / "undetermined.yaml", facts)
    assert Gate(auditor.ruleset, cross_check=False, lenient=True).judge(opened, moment).verdict is Verdict.UNDETERMINED
