"""Findings as canonical JSON: what a ledger takes the digest of.

Keys are sorted, there are no spaces, and characters are UTF-8 as they are. For an audit these are the findings of
`--format json` without waivers and baseline; `jq -cjS .findings report.json | sha256sum` gives the same digest.
"""

from collections.abc import Iterable
from typing import Any

import msgspec

from ..engine.findings import Finding, Report
from ..engine.gate import GateReport
from .as_json import finding_data
from .gate.as_json import standing_data

__all__ = ["canonical_findings", "canonical_gate"]


def canonical_findings(report: Report) -> bytes:
    """The findings of an audit, each without waiver and change: what the facts and the rules alone make of them."""
    return _encoded(_unmarked(report.findings))


def canonical_gate(report: GateReport) -> bytes:
    """What the gate found: the findings without and with the launch, and by fingerprint the sections they stand in."""
    sections = {
        "breaks": report.breaks,
        "undetermined": report.undetermined,
        "told": report.told,
        "already_broken": report.already_broken,
        "starts": report.starts,
    }
    return _encoded(
        {
            "before": _unmarked(report.before.findings),
            "after": _unmarked(report.after.findings),
            "sections": {name: [one.fingerprint for one in found] for name, found in sections.items()},
            "fixes": [standing_data(standing) for standing in report.fixes],
        }
    )


def _unmarked(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    return [finding_data(finding) | {"waiver": None, "change": None} for finding in findings]


def _encoded(data: object) -> bytes:
    return msgspec.json.encode(data, order="sorted")
