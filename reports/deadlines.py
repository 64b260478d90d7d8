"""What falls due: pending duties, those whose date has passed, and those of which it is not known whether they hold."""

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from ..engine.findings import Finding, Report
from ..engine.status import Status
from .json_texts import bilingual_data, dumped
from .text.dates import day_of

__all__ = ["SCHEMA", "Deadline", "deadlines", "deadlines_json"]

SCHEMA: Final = "hegui-deadlines-1"


class Deadline(NamedTuple):
    """A finding with a due date; days are counted from the day of the audit, and negative where the date has passed.

    `strict_days_left` is counted to the strict date, which does not move to the next working day.
    """

    finding: Finding
    due: str
    strict: str
    days_left: int
    strict_days_left: int

    @property
    def is_overdue(self) -> bool:
        """Whether the duty is late and still not done."""
        return self.finding.status is Status.VIOLATED


def deadlines(report: Report, within: int | None = None) -> list[Deadline]:
    """The deadlines, the earliest first; with `within` those in so many days, and always what is overdue."""
    today = day_of(report.as_of)
    found = []
    for finding in report.findings:
        if finding.due is None or finding.cured_on is not None:
            continue
        if finding.status in (Status.VIOLATED, Status.PENDING, Status.UNDETERMINED):
            strict = finding.strict_due or finding.due
            left, strictly = ((day_of(one) - today).days for one in (finding.due, strict))
            found.append(Deadline(finding, finding.due, strict, left, strictly))
    if within is not None:
        found = [one for one in found if one.strict_days_left <= within]
    return sorted(found, key=lambda one: (one.due, one.strict, one.finding.severity.rank, one.finding.order))


def deadlines_json(report: Report, found: Iterable[Deadline], within: int | None) -> str:
    """The deadlines as one indented JSON document of the schema `hegui-deadlines-1`."""
    data = {
        "schema": SCHEMA,
        "as_of": report.as_of,
        "source": report.source,
        "company": report.company,
        "licence": report.licence,
        "within": within,
        "deadlines": [_data(one) for one in found],
    }
    return dumped(data)


def _data(deadline: Deadline) -> dict[str, Any]:
    finding = deadline.finding
    return {
        "due": deadline.due,
        "days_left": deadline.days_left,
        "strict_due": deadline.strict,
        "strict_days_left": deadline.strict_days_left,
        "status": finding.status.value,
        "severity": finding.severity.value,
        "norm": finding.norm,
        "title": bilingual_data(finding.title),
        "subject": list(finding.subject),
        "pointer": finding.pointer,
        "clause": finding.clause,
        "citation": finding.citation,
        "quote": finding.quote,
        "message": bilingual_data(finding.message),
        "remedy": bilingual_data(finding.remedy),
        "fingerprint": finding.fingerprint,
    }
