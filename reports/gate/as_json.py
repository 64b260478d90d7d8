"""The gate for programs: JSON of the schema `hegui-gate-1` (gate.schema.json). Its findings are those of a report."""

from pathlib import Path
from typing import Any, Final

from ...engine.gate import GateReport
from ...engine.standing import Standing
from ...engine.status import Severity
from ..as_json import finding_data
from ..json_marks import waiver_data
from ..json_texts import bilingual_data, dumped

__all__ = ["SCHEMA", "SCHEMA_FILE", "gate_data", "gate_json"]

SCHEMA: Final = "hegui-gate-1"

SCHEMA_FILE: Final = Path(__file__).with_name("gate.schema.json")
"""The JSON Schema (draft 2020-12) of what the gate says."""


def gate_json(report: GateReport, fail_on: Severity) -> str:
    """What the gate says as one indented JSON document, ending in a line break."""
    return dumped(gate_data(report, fail_on))


def gate_data(report: GateReport, fail_on: Severity) -> dict[str, Any]:
    """What the gate says as plain data."""
    after = report.after
    return {
        "schema": SCHEMA,
        "ruleset": {"id": after.ruleset.id, "version": after.ruleset.version, "digest": after.ruleset.digest},
        "engines": list(report.engines),
        "settings": dict(sorted(after.settings.items())),
        "launch": {"title": report.title, "on": report.on, "source": report.source},
        "as_of": after.as_of,
        "source": after.source,
        "company": after.company,
        "licence": after.licence,
        "verdict": report.verdict.value,
        "fail_on": fail_on.value,
        "blocked": report.verdict_from(fail_on).value != "clean",
        "breaks": [finding_data(finding) for finding in report.breaks],
        "undetermined": [finding_data(finding) for finding in report.undetermined],
        "told": [finding_data(finding) for finding in report.told],
        "already_broken": [finding_data(finding) for finding in report.already_broken],
        "starts": [finding_data(finding) for finding in report.starts],
        "fixes": [standing_data(standing) for standing in report.fixes],
        "waivers": [waiver_data(check) for check in after.waivers],
        "redacted": after.redacted,
    }


def standing_data(standing: Standing) -> dict[str, Any]:
    """How a finding stands, as plain data."""
    return {
        "norm": standing.norm,
        "title": bilingual_data(standing.title),
        "subject": list(standing.subject),
        "status": standing.status.value,
        "severity": standing.severity.value,
        "due": standing.due,
        "fingerprint": standing.fingerprint,
    }
