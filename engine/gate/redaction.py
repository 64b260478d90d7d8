"""What the gate says, without values of facts: see `engine.redaction`."""

from msgspec.structs import replace

from ...facts.launch import Launched
from ..explain.disclosure import NAMELESS
from ..redaction import redacted
from ..ruleset import Ruleset
from ..standing import standing_of
from .report import GateReport

__all__ = ["redacted_gate"]


def redacted_gate(report: GateReport, launched: Launched, ruleset: Ruleset) -> GateReport:
    """What the gate says of a launch with every finding put into words anew, without values; the title goes as well."""
    before = redacted(report.before, ruleset, launched.before)
    after = redacted(report.after, ruleset, launched.after)
    standings = {
        one.fingerprint: standing_of(told) for one, told in zip(report.before.findings, before.findings, strict=True)
    }
    findings = {one.fingerprint: told for one, told in zip(report.after.findings, after.findings, strict=True)}
    lists = {
        name: tuple(findings[one.fingerprint] for one in getattr(report, name))
        for name in ("breaks", "undetermined", "told", "already_broken", "starts")
    }
    return replace(
        report,
        title=NAMELESS,
        before=before,
        after=after,
        fixes=tuple(standings[one.fingerprint] for one in report.fixes),
        **lists,
    )
