"""Why a finding does not gate though it is violated or undetermined: a waiver, or that it was there before."""

from ..engine.findings import Finding
from ..engine.status import Status
from ..facts import Bilingual
from .text.marks import waiver_text

__all__ = ["accepted_text"]


def accepted_text(finding: Finding) -> Bilingual | None:
    """The decision that accepts it, or a former report; None where it counts, or there is nothing to count."""
    if finding.gates or finding.status not in (Status.VIOLATED, Status.UNDETERMINED):
        return None
    return waiver_text(finding) or Bilingual("此前的报告已有", "known from the former report")
