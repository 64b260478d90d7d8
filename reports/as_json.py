"""A report for programs: JSON of the schema `hegui-report-1` (report.schema.json), the same bytes for the same report.

Texts that exist in two languages have both, so that nothing depends on the language of the screen.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from ..engine.explain.reasons import Evidence, Reason
from ..engine.findings import CitedBasis, CitedReading, Finding, OtherReading, Report, UmbrellaFinding
from ..engine.status import Status
from .json_marks import baseline_data, decision_data, waiver_data
from .json_texts import bilingual_data, dumped, escaped_json
from .text.telling import Background, Telling

__all__ = [
    "SCHEMA",
    "SCHEMA_FILE",
    "finding_data",
    "report_data",
    "to_json",
    "to_json_lines",
    "write_json",
    "write_json_lines",
]

SCHEMA: Final = "hegui-report-1"

SCHEMA_FILE: Final = Path(__file__).with_name("report.schema.json")
"""The JSON Schema (draft 2020-12) of a report; its definition `finding` is that of one line of JSON Lines."""


def to_json(report: Report) -> str:
    """The report as one indented JSON document, ending in a line break."""
    return dumped(report_data(report))


def to_json_lines(report: Report) -> str:
    """One finding a line, in the order of the text."""
    lines = (json.dumps(finding_data(one), ensure_ascii=False, separators=(",", ":")) for one in report.findings)
    return "".join(f"{escaped_json(line)}\n" for line in lines)


def write_json(report: Report, background: Background, telling: Telling) -> str:
    """`to_json`, which depends on nothing but the report."""
    return to_json(report)


def write_json_lines(report: Report, background: Background, telling: Telling) -> str:
    """`to_json_lines`, which depends on nothing but the report."""
    return to_json_lines(report)


def report_data(report: Report) -> dict[str, Any]:
    """The report as plain data that json.dump takes."""
    return {
        "schema": SCHEMA,
        "ruleset": {
            "id": report.ruleset.id,
            "version": report.ruleset.version,
            "digest": report.ruleset.digest,
            "title": bilingual_data(report.ruleset.title),
        },
        "calendar": {
            "source": report.calendar.source,
            "version": report.calendar.version,
            "last_published_year": report.calendar.last_published_year,
        },
        "engine": report.engine,
        "confirmed_by": report.confirmed_by,
        "settings": dict(sorted(report.settings.items())),
        "as_of": report.as_of,
        "source": report.source,
        "company": report.company,
        "licence": report.licence,
        "verdict": report.verdict.value,
        "partial": report.is_partial,
        "selection": {"select": list(report.selected), "ignore": list(report.ignored)},
        "counts": {status.value: report.counts[status] for status in Status},
        "findings": [finding_data(finding) for finding in report.findings],
        "outdated": [{"pointer": one.pointer, "valid_until": one.valid_until} for one in report.outdated],
        "umbrellas": [_umbrella(umbrella) for umbrella in report.umbrellas],
        "waivers": [waiver_data(check) for check in report.waivers],
        "baseline": None if report.baseline is None else baseline_data(report.baseline),
        "redacted": report.redacted,
    }


def finding_data(finding: Finding) -> dict[str, Any]:
    """One finding as plain data."""
    return {
        "norm": finding.norm,
        "title": bilingual_data(finding.title),
        "status": finding.status.value,
        "severity": finding.severity.value,
        "because": bilingual_data(finding.because),
        "subject": list(finding.subject),
        "subject_table": finding.subject_table,
        "subject_title": bilingual_data(finding.subject_title),
        "pointer": finding.pointer,
        "clause": finding.clause,
        "clause_number": finding.clause_number,
        "citation": finding.citation,
        "quote": finding.quote,
        "message": bilingual_data(finding.message),
        "due": finding.due,
        "strict_due": finding.strict_due,
        "cured_on": finding.cured_on,
        "cause": None if finding.cause is None else finding.cause.value,
        "evidence": _evidence(finding.evidence),
        "missing": list(finding.missing),
        "reasons": _reason(finding.reasons),
        "bases": [_basis(basis) for basis in finding.bases],
        "consequences": [_basis(basis) for basis in finding.consequences],
        "readings": [_reading(reading) for reading in finding.readings],
        "other_readings": [_other_reading(reading) for reading in finding.other_readings],
        "remedy": bilingual_data(finding.remedy),
        "documents": list(finding.documents),
        "gate": finding.gate,
        "external": finding.external,
        "waiver": None if finding.waiver is None else decision_data(finding.waiver),
        "change": None if finding.change is None else finding.change.value,
        "fingerprint": finding.fingerprint,
    }


def _evidence(facts: Iterable[Evidence]) -> list[dict[str, Any]]:
    return [
        {
            "pointer": fact.pointer,
            "title": bilingual_data(fact.title),
            "value": bilingual_data(fact.value),
            "file": fact.file,
            "line": fact.line,
            "column": fact.column,
            "source": fact.source,
        }
        for fact in facts
    ]


def _reason(reason: Reason) -> dict[str, Any]:
    return {
        "text": bilingual_data(reason.text),
        "holds": reason.holds.name.lower(),
        "evidence": _evidence(reason.evidence),
        "missing": list(reason.missing),
        "children": [_reason(child) for child in reason.children],
    }


def _basis(basis: CitedBasis) -> dict[str, Any]:
    return {
        "id": basis.id,
        "instrument": basis.instrument,
        "article": basis.article,
        "kind": basis.kind.value,
        "gist": bilingual_data(basis.gist),
        "verified": basis.verified,
    }


def _reading(reading: CitedReading) -> dict[str, Any]:
    return {
        "id": reading.id,
        "title": bilingual_data(reading.title),
        "resolution": bilingual_data(reading.resolution),
        "value": reading.value,
    }


def _other_reading(reading: OtherReading) -> dict[str, Any]:
    return {
        "id": reading.id,
        "title": bilingual_data(reading.title),
        "value": reading.value,
        "value_title": bilingual_data(reading.value_title),
        "status": reading.status.value,
    }


def _umbrella(umbrella: UmbrellaFinding) -> dict[str, Any]:
    return {
        "norm": umbrella.norm,
        "title": bilingual_data(umbrella.title),
        "status": umbrella.status.value,
        "clause": umbrella.clause,
        "clause_number": umbrella.clause_number,
        "citation": umbrella.citation,
        "quote": umbrella.quote,
        "message": bilingual_data(umbrella.message),
        "follows_from": list(umbrella.follows_from),
    }
