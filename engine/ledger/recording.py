"""From a report to the record of it. The findings come as canonical JSON, which the reports make."""

import msgspec
from msgspec.structs import replace

from ...facts.digest import facts_digest
from ...facts.document import Document
from ...facts.launch import Launched
from ..findings import Report
from ..gate import GateReport
from ..status import Severity
from ..waivers import WaiverState
from .records import Calendar, Former, Launch, Record, Rules, Waived, canonical, digest_of

__all__ = ["record_of_audit", "record_of_gate"]


def record_of_audit(
    report: Report,
    document: Document,
    *,
    tool_version: str,
    named: str,
    fail_on: Severity,
    exit_code: int,
    findings: bytes,
) -> Record:
    """The record of an audit. `named` is the ruleset as it was asked for."""
    baseline = report.baseline
    return Record(
        command="audit",
        tool_version=tool_version,
        company=report.company,
        licence=report.licence,
        source=report.source,
        facts_digest=facts_digest(document.company),
        launch=None,
        ruleset=Rules(
            named, report.ruleset.id, report.ruleset.version, report.ruleset.digest, report.ruleset.text_digest
        ),
        readings=dict(report.settings),
        calendar=Calendar(report.calendar.source, report.calendar.version, report.calendar.last_published_year),
        as_of=report.as_of,
        engine=report.engine,
        confirmed_by=report.confirmed_by,
        select=report.selected,
        ignore=report.ignored,
        waivers=_waived(report),
        baseline=None if baseline is None else Former(baseline.source, baseline.as_of, baseline.ruleset_version),
        verdict=report.verdict.value,
        counts={status.value: count for status, count in report.counts.items()},
        fail_on=fail_on.value,
        exit_code=exit_code,
        findings_digest=digest_of(findings),
        kept={},
    )


def record_of_gate(
    report: GateReport,
    launched: Launched,
    *,
    tool_version: str,
    named: str,
    lenient: bool,
    fail_on: Severity,
    exit_code: int,
    findings: bytes,
) -> Record:
    """The record of what the gate said. Counts are of the company with the launch; the verdict is on the launch."""
    audit = record_of_audit(
        report.after,
        launched.before,
        tool_version=tool_version,
        named=named,
        fail_on=fail_on,
        exit_code=exit_code,
        findings=findings,
    )
    *others, engine = report.engines
    return replace(
        audit,
        command="gate",
        launch=Launch(report.source, report.on, facts_digest(launched.after.company), lenient),
        engine=engine,
        confirmed_by=others[0] if others else None,
        verdict=report.verdict.value,
    )


def _waived(report: Report) -> Waived | None:
    if not report.waivers:
        return None
    given = [msgspec.structs.replace(check.waiver, position=None) for check in report.waivers]
    in_force = sum(check.state is WaiverState.IN_FORCE for check in report.waivers)
    return Waived(len(given), in_force, digest_of(canonical(given)))
