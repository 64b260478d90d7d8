"""A waiver or a baseline changes what gates, and never a status, a verdict or a count."""

from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from hegui.cli.exit_codes import ExitCode, exit_code
from hegui.engine.baseline import with_baseline
from hegui.engine.findings import Report
from hegui.engine.former import parse_former
from hegui.engine.status import Severity, Status
from hegui.engine.waivers import subject_text, with_waivers
from hegui.facts.waivers import Waiver
from hegui.reports.as_json import to_json
from tests.laws.auditing import audited
from tests.rulesets.focus import FOCUSES
from tests.rulesets.packaged import miit_b25
from tests.sizes import size
from tests.strategies.changes import moments_after
from tests.strategies.companies import Case, cases

_BAD = (Status.VIOLATED, Status.UNDETERMINED)
_DAY = date(2018, 6, 1)
_DAYS = [(-1, 1), (0, 0), (1, 9), (-9, -1)]


def _said(report: Report) -> object:
    """All that a report says of how things stand: it without the marks."""
    plain = tuple(structs.replace(one, waiver=None, change=None) for one in report.findings)
    return to_json(structs.replace(report, findings=plain, waivers=(), baseline=None))


@settings(max_examples=size(8))
@given(cases(focuses=FOCUSES), st.randoms(), st.sampled_from(_DAYS))
def test_a_waiver_changes_what_gates_and_never_a_status(case: Case, chance: Random, days: tuple[int, int]) -> None:
    report = audited(case, "compiled")
    first, last = (date.fromordinal(_DAY.toordinal() + one) for one in days)
    chosen = [one for one in report.findings if chance.random() < 0.5]
    waivers = [
        Waiver(one.norm, subject, "虚构的理由", "合规部", first, last)
        for one in chosen
        if (subject := subject_text(one)) is not None
    ]
    waived = with_waivers(report, waivers, miit_b25(), _DAY)
    assert _said(waived) == _said(report)
    valid = {(one.norm, one.subject) for one in waivers} if first <= _DAY <= last else set()
    for one in waived.findings:
        assert one.gates is (one.status in _BAD and (one.norm, subject_text(one)) not in valid), one.norm


@settings(max_examples=size(8))
@given(moments_after(FOCUSES))
def test_a_baseline_changes_what_gates_and_never_a_status(pair: tuple[Case, Case]) -> None:
    earlier, later = (audited(case, "compiled") for case in pair)
    former = parse_former(to_json(earlier).encode(), "former.json")
    marked = with_baseline(later, former)
    assert _said(marked) == _said(later)
    was = {one.fingerprint: one for one in earlier.findings}
    for one in marked.findings:
        before = was.get(one.fingerprint)
        if before is not None and (before.status, before.severity) == (one.status, one.severity):
            assert not (one.gates and one.status in _BAD), one.norm
        if one.status is Status.VIOLATED and (before is None or before.status is not Status.VIOLATED):
            assert one.gates, one.norm


@settings(max_examples=size(5))
@given(cases(focuses=FOCUSES))
def test_a_report_is_its_own_baseline(case: Case) -> None:
    """Nothing is new, and nothing gates."""
    report = audited(case, "compiled")
    marked = with_baseline(report, parse_former(to_json(report).encode(), "former.json"))
    assert exit_code(marked, Severity.MINOR) is ExitCode.CLEAN
    assert marked.verdict is report.verdict
