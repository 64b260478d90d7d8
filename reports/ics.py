"""iCalendar: an event for each duty still to come, on the day it falls due, with an alarm and the clause in its body.

An event's UID is made of the finding's fingerprint and the licence's number, so that a later calendar replaces the
events of an earlier one, and those of another licence stand beside them.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from ..engine.findings import Report
from ..engine.status import Severity, Status
from ..facts import Bilingual
from ..facts.dates import SHANGHAI
from .deadlines import Deadline, deadlines
from .language import Language
from .text.dates import day_of
from .text.law import bases_text
from .text.names import FactNames
from .text.shown import shown
from .text.telling import Background, Telling
from .text.terms import LIST_JOINT, SEVERITIES

if TYPE_CHECKING:
    from icalendar import Alarm, Event

__all__ = ["calendar_of", "to_ics"]

_PRIORITIES: Final = {Severity.CRITICAL: 1, Severity.MAJOR: 3, Severity.MINOR: 5}
_WEEK: Final = 7
_MORNING: Final = timedelta(hours=9)


def to_ics(report: Report, background: Background, telling: Telling) -> str:
    """The calendar of everything that falls due. Needs the package icalendar."""
    return calendar_of(report, deadlines(report), background, telling)


def calendar_of(report: Report, found: Iterable[Deadline], background: Background, telling: Telling) -> str:
    """The calendar of some deadlines, without those whose day has passed. Needs the package icalendar."""
    from icalendar import Calendar

    say = telling.language.of
    calendar = Calendar()
    calendar.add("prodid", "-//hegui//hegui//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    name = say(Bilingual("许可证到期事项", "Licence deadlines"))
    calendar.add("x-wr-calname", shown(f"{name} {report.company or report.licence or ''}"))
    calendar.add("x-wr-timezone", "Asia/Shanghai")
    for deadline in found:
        if deadline.days_left >= 0:
            calendar.add_component(_event(report, deadline, background, telling.language))
    written: bytes = calendar.to_ical()
    return written.decode("utf-8")


def _event(report: Report, deadline: Deadline, background: Background, language: Language) -> "Event":
    from icalendar import Event

    finding, say = deadline.finding, language.of
    moment = datetime.fromisoformat(report.as_of).replace(tzinfo=SHANGHAI).astimezone(UTC)
    about = f":{say(FactNames(background.document).briefly(finding))}" if finding.subject else ""
    unsure = say(Bilingual("(待定)", "(undetermined) ")) if finding.status is Status.UNDETERMINED else ""
    event = Event()
    event.add("uid", _uid(report, deadline))
    event.add("dtstamp", moment)
    event.add("last-modified", moment)
    event.add("sequence", int(moment.timestamp()) // 60)
    event.add("summary", shown(f"{unsure}{finding.norm} {say(finding.title)}{about}"))
    event.add("description", _body(deadline, background, language))
    day = datetime.fromisoformat(deadline.due)
    if day.isoformat(sep=" ", timespec="minutes") == deadline.due:
        event.add("dtstart", day.replace(tzinfo=SHANGHAI).astimezone(UTC))
    else:
        event.add("dtstart", day.date())
        event.add("dtend", day.date() + timedelta(days=1))
    event.add("status", "TENTATIVE" if unsure else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("priority", _PRIORITIES[finding.severity])
    event.add("categories", [shown(finding.citation), say(SEVERITIES[finding.severity])])
    event.add_component(_alarm(deadline, language))
    return event


def _uid(report: Report, deadline: Deadline) -> str:
    licence = sha256((report.licence or "").encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{deadline.finding.fingerprint}-{licence}@hegui"


def _alarm(deadline: Deadline, language: Language) -> "Alarm":
    """In the morning a week before the strict date; where that has passed, the day before it, or on the day."""
    from icalendar import Alarm

    left = deadline.strict_days_left
    before = _WEEK if left > _WEEK else min(max(left, 0), 1)
    days = (day_of(deadline.due) - day_of(deadline.strict)).days + before
    start = datetime.fromisoformat(deadline.due)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", shown(language.of(deadline.finding.title)))
    alarm.add("trigger", timedelta(days=-days) + _MORNING - timedelta(hours=start.hour, minutes=start.minute))
    return alarm


def _body(deadline: Deadline, background: Background, language: Language) -> str:
    finding, say = deadline.finding, language.of
    strict = "" if deadline.strict == deadline.due else deadline.strict
    rows = (
        (Bilingual("情况", "Matter"), say(finding.message)),
        (Bilingual("条款", "Clause"), finding.citation),
        (Bilingual("原文", "Text"), f"「{finding.quote}」" if finding.quote else ""),
        (Bilingual("期限", "Due"), deadline.due),
        (Bilingual("最严格的算法", "Counted most strictly"), strict),
        (Bilingual("逾期时", "If missed"), say(finding.remedy)),
        (Bilingual("备查", "Records"), say(LIST_JOINT).join(finding.documents)),
        (Bilingual("依据", "Law"), say(bases_text(finding.bases))),
        (Bilingual("事实", "Facts"), f"{background.document.source} {finding.pointer}"),
    )
    return "\n".join(shown(f"{say(label)}: {text}") for label, text in rows if text)
