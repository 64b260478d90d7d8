"""Days between the day of the audit and a due date, in words."""

from datetime import date

from ...engine.findings import Finding, Report
from ...engine.status import Status
from ...facts import Bilingual

__all__ = ["day_of", "days_left", "due_text", "time_left"]


def day_of(moment: str) -> date:
    """The day of an ISO day or minute."""
    return date.fromisoformat(moment[:10])


def days_left(finding: Finding, report: Report) -> int | None:
    """The days from the day of the audit to the due date; negative where it is past, None where there is none."""
    return None if finding.due is None else (day_of(finding.due) - day_of(report.as_of)).days


def time_left(days: int) -> Bilingual:
    """How much time there is, or how late it is."""
    if days == 0:
        return Bilingual("当日到期", "due on the day of the audit")
    if days > 0:
        return Bilingual(f"还有 {days} 天", f"{days} {'day' if days == 1 else 'days'} left")
    return Bilingual(f"已逾期 {-days} 天", f"{-days} {'day' if days == -1 else 'days'} late")


def due_text(finding: Finding, report: Report) -> Bilingual | None:
    """The due date; the strict one where it differs; and when it was done after all, or how late it is."""
    days = days_left(finding, report)
    if finding.due is None or days is None:
        return None
    zh, en = finding.due, finding.due
    if finding.strict_due not in (None, finding.due):
        zh += f"(最严格的算法为 {finding.strict_due})"
        en += f" (counted most strictly: {finding.strict_due})"
    if finding.cured_on is not None:
        zh += f";已于 {finding.cured_on} 补办,严重程度按低一级计"
        en += f"; done late, on {finding.cured_on}, and so counted one severity lower"
    elif finding.status in (Status.VIOLATED, Status.PENDING):
        zh += f";{time_left(days).zh}"
        en += f"; {time_left(days).en}"
    return Bilingual(zh, en)
