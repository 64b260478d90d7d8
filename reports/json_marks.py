"""Waivers and baselines as plain data, for the JSON of reports and gates."""

from typing import TYPE_CHECKING, Any

from ..engine.standing import Change
from .json_texts import bilingual_data

if TYPE_CHECKING:
    from ..engine.findings import BaselineInfo
    from ..engine.waivers import WaiverCheck
    from ..facts.waivers import Waiver

__all__ = ["baseline_data", "decision_data", "waiver_data"]


def decision_data(waiver: "Waiver") -> dict[str, Any]:
    """Why a finding is accepted, by whom, and from when until when."""
    return {
        "reason": waiver.reason,
        "owner": waiver.owner,
        "approved_on": waiver.approved_on.isoformat(),
        "expires_on": waiver.expires_on.isoformat(),
    }


def waiver_data(check: "WaiverCheck") -> dict[str, Any]:
    """A waiver of the file, with its state."""
    place = check.waiver.position
    return {
        "norm": check.waiver.norm,
        "subject": check.waiver.subject,
        **decision_data(check.waiver),
        "state": check.state.value,
        "hint": None if check.hint is None else bilingual_data(check.hint),
        "file": None if place is None else place.file,
        "line": None if place is None else place.line,
    }


def baseline_data(baseline: "BaselineInfo") -> dict[str, Any]:
    """The former report, and how many findings stand how beside it."""
    return {
        "source": baseline.source,
        "as_of": baseline.as_of,
        "ruleset_version": baseline.ruleset_version,
        "counts": {change.value: baseline.counts[change] for change in Change},
        "fixed": baseline.fixed,
    }
