"""Repairs for programs: JSON of the schema `hegui-fix-1`, the same bytes for the same report."""

from datetime import date, datetime
from typing import Any, Final

from ...engine.findings import Finding
from ...engine.repairs import Act, FixReport, Outlook, Plan, Repair
from ...engine.status import Status
from ...facts import NOT_DONE, Document
from ...facts.pointers import parts_of, readable
from ..json_texts import bilingual_data, dumped
from .wording import standing_text

__all__ = ["SCHEMA", "fix_json"]

SCHEMA: Final = "hegui-fix-1"


def fix_json(report: FixReport, document: Document) -> str:
    """What can be done as one indented JSON document, ending in a line break."""
    audit = report.audit
    return dumped(
        {
            "schema": SCHEMA,
            "ruleset": {"id": audit.ruleset.id, "version": audit.ruleset.version, "digest": audit.ruleset.digest},
            "settings": dict(sorted(audit.settings.items())),
            "as_of": audit.as_of,
            "source": audit.source,
            "company": audit.company,
            "licence": audit.licence,
            "selection": {"select": list(audit.selected), "ignore": list(audit.ignored)},
            "counts": {
                "violated": len(report.outlooks),
                "repaired": len(report.repaired),
                "unrepaired": len(report.unrepaired),
            },
            "violations": [_outlook(one, document) for one in report.outlooks],
            "plan": None if report.plan is None else _plan(report.plan, document),
        }
    )


def _outlook(outlook: Outlook, document: Document) -> dict[str, Any]:
    finding = outlook.finding
    return {
        **_finding(finding),
        "pointer": finding.pointer,
        "citation": finding.citation,
        "message": bilingual_data(finding.message),
        "cured_on": finding.cured_on,
        "remedy": bilingual_data(finding.remedy),
        "documents": list(finding.documents),
        "can_be_repaired": bool(outlook.repairs),
        "repairs": [_repair(one, document) for one in outlook.repairs],
        "easing": None if outlook.easing is None else _repair(outlook.easing, document),
        "stays": None if outlook.repairs else bilingual_data(standing_text(outlook)),
        "is_final": outlook.is_final,
        "tried_all": outlook.tried_all,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "norm": finding.norm,
        "title": bilingual_data(finding.title),
        "subject": list(finding.subject),
        "severity": finding.severity.value,
        "due": finding.due,
        "fingerprint": finding.fingerprint,
    }


def _repair(repair: Repair, document: Document) -> dict[str, Any]:
    return {
        "effect": repair.effect.value,
        "status": repair.status.value,
        "severity": repair.severity.value,
        "seen_on": repair.seen_on,
        "acts": [_act(act, document) for act in repair.acts],
        "also": list(repair.also),
    }


def _act(act: Act, document: Document) -> dict[str, Any]:
    position = document.position(act.pointer)
    return {
        "kind": "added" if act.change is None else act.change.value,
        "title": bilingual_data(act.title),
        "pointer": act.pointer,
        "path": readable(parts_of(act.pointer), document.company),
        "file": None if position is None else position.file,
        "line": None if position is None else position.line,
        "column": None if position is None else position.column,
        "subject": list(act.subject),
        "was": None if act.adds else _value(act.was),
        "value": None if act.adds else _value(act.value),
        "element": {name: _value(value) for name, value in act.element} if act.adds else None,
        "open": {name: [_value(value) for value in values] for name, values in act.open},
    }


def _plan(plan: Plan, document: Document) -> dict[str, Any]:
    return {
        "acts": [_act(act, document) for act in plan.acts],
        "clears": list(plan.clears),
        "conflicts": [one.fingerprint for one in plan.conflicts],
        "seen_on": plan.seen_on,
        "before": {status.value: plan.before[status] for status in Status},
        "then": {status.value: plan.then[status] for status in Status},
        "starts": [_finding(finding) for finding in plan.starts],
    }


def _value(value: object) -> object:
    """A value as a document states it."""
    if value is NOT_DONE:
        return "not_done"
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    return value.isoformat() if isinstance(value, date) else value
