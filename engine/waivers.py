"""Waivers laid on a report. They mark findings, which then do not gate; they never change a status."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from ..facts.bilingual import Bilingual
from ..facts.unfit import nearest
from ..facts.waivers import COMPANY_SUBJECT, Waiver
from .findings import Finding, Report
from .rows import ROOT
from .ruleset import Ruleset
from .status import Status

__all__ = ["WaiverCheck", "WaiverState", "with_waivers"]


class WaiverState(StrEnum):
    """Whether a waiver waives, and if not why."""

    IN_FORCE = "in_force"
    """It waives a violated or undetermined finding."""
    NOT_NEEDED = "not_needed"
    """The finding is neither."""
    NOT_YET_VALID = "not_yet_valid"
    """The day lies before its first."""
    EXPIRED = "expired"
    """The day lies after its last."""
    ORPHANED = "orphaned"
    """There is no such finding."""

    @property
    def is_good(self) -> bool:
        """Whether nobody has to look after the waiver."""
        return self in (WaiverState.IN_FORCE, WaiverState.NOT_NEEDED)


class WaiverCheck(Struct, frozen=True):
    """A waiver with its state as of the day of a report; `hint` says more of one that fits nothing."""

    waiver: Waiver
    """The waiver."""
    state: WaiverState
    """Whether it waives, and if not why."""
    hint: Bilingual | None = None


def with_waivers(report: Report, waivers: Iterable[Waiver], ruleset: Ruleset, day: date) -> Report:
    """The report with its waived findings marked, and with the state of each waiver.

    Waivers for norms that the report does not look at are left alone.
    """
    found = {(one.norm, subject_text(one)): one for one in report.findings}
    looked_at = {one.norm for one in report.findings}
    checks = [
        _checked(waiver, found.get((waiver.norm, waiver.subject)), ruleset, day, found)
        for waiver in waivers
        if waiver.norm in looked_at or waiver.norm not in ruleset.norms
    ]
    waived = {(one.waiver.norm, one.waiver.subject): one.waiver for one in checks if one.state is WaiverState.IN_FORCE}
    findings = tuple(
        replace(one, waiver=waived[key]) if (key := (one.norm, subject_text(one))) in waived else one
        for one in report.findings
    )
    return replace(report, findings=findings, waivers=(*report.waivers, *checks))


def subject_text(finding: Finding) -> str | None:
    """How a waiver names the subject of a finding; None where there is no subject to name, in an empty list."""
    if finding.subject:
        return "/".join(finding.subject)
    return COMPANY_SUBJECT if finding.subject_table == ROOT else None


def _checked(
    waiver: Waiver, finding: Finding | None, ruleset: Ruleset, day: date, found: Iterable[tuple[str, str | None]]
) -> WaiverCheck:
    if finding is None:
        return WaiverCheck(waiver, WaiverState.ORPHANED, _hint(waiver, ruleset, found))
    if day < waiver.approved_on:
        return WaiverCheck(waiver, WaiverState.NOT_YET_VALID)
    if day > waiver.expires_on:
        return WaiverCheck(waiver, WaiverState.EXPIRED)
    needed = finding.status in (Status.VIOLATED, Status.UNDETERMINED)
    return WaiverCheck(waiver, WaiverState.IN_FORCE if needed else WaiverState.NOT_NEEDED)


def _hint(waiver: Waiver, ruleset: Ruleset, found: Iterable[tuple[str, str | None]]) -> Bilingual:
    if waiver.norm in ruleset.umbrellas:
        members = ruleset.umbrellas[waiver.norm].follows_from
        named = ", ".join(members[:4]) + (" ..." if len(members) > 4 else "")
        return Bilingual(
            f"该规范由其他规范得出({named}),请豁免那些规范", f"it follows from others ({named}); waive those"
        )
    if waiver.norm not in ruleset.norms:
        near = nearest(waiver.norm, ruleset.norms)
        return Bilingual(
            "没有这项规范" + (f",是否指 {near}" if near else ""),
            "there is no such norm" + (f" (did you mean {near}?)" if near else ""),
        )
    subjects = [subject for norm, subject in found if norm == waiver.norm and subject is not None]
    near = nearest(waiver.subject, subjects)
    return Bilingual(
        "没有这个对象" + (f",是否指 {near}" if near else ""),
        "there is no such subject" + (f" (did you mean {near}?)" if near else ""),
    )
