"""The calendar, read back by icalendar: an event a duty, stable UIDs, an alarm, the clause in the body."""

from datetime import date, datetime, timedelta

from icalendar import Calendar, Component
from msgspec.structs import replace

from hegui.engine.audit import Auditor
from hegui.engine.findings import Finding, Report
from hegui.engine.status import Status
from hegui.facts import Document, from_mapping
from hegui.facts.as_of import AsOf
from hegui.reports.formats import Format
from hegui.reports.text.shown import shown
from tests.reports.formats.spoil import Spoil, written


def events_of(text: str) -> list[Component]:
    calendar = Calendar.from_ical(text)
    assert (calendar["version"], calendar["method"]) == ("2.0", "PUBLISH")
    events = calendar.walk("VEVENT")
    assert calendar.errors == [error for event in events for error in event.errors] == []
    return list(events)


def coming(report: Report) -> list[Finding]:
    found = [one for one in report.findings if one.status is Status.PENDING and one.due is not None]
    return sorted(found, key=lambda one: one.due or "")


def test_an_event_is_a_duty_with_its_clause_and_an_alarm(main_report: Report, main_document: Document) -> None:
    events = events_of(written(Format.ICS, main_report, main_document))
    assert len(events) == len(coming(main_report))
    for event, finding in zip(events, coming(main_report), strict=True):
        assert event.decoded("dtstart") == date.fromisoformat(finding.due or "")
        assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1)
        assert finding.fingerprint in str(event["uid"])
        assert finding.title.zh in str(event["summary"])
        for told in (finding.quote, finding.citation, finding.message.zh):
            assert told in str(event["description"])
        (alarm,) = event.walk("VALARM")
        assert alarm["action"] == "DISPLAY"
        rings = datetime.combine(event.decoded("dtstart"), datetime.min.time()) + alarm.decoded("trigger")
        assert rings.hour == 9
        assert main_report.as_of <= rings.date().isoformat() <= (finding.strict_due or finding.due or "")


def test_lines_are_folded_and_end_as_the_standard_says(main_report: Report, main_document: Document) -> None:
    text = written(Format.ICS, main_report, main_document)
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode("utf-8")) for line in text.split("\r\n")) <= 75


def test_uids_outlive_the_day_and_the_order(auditor: Auditor, main_report: Report, main_document: Document) -> None:
    later = auditor.audit(main_document, AsOf.parse("2020-10-13"))
    now, then = (
        {str(event["uid"]): int(str(event["sequence"])) for event in events_of(written(Format.ICS, one, main_document))}
        for one in (main_report, later)
    )
    assert set(then) == set(now)
    assert all(then[uid] > now[uid] for uid in now)
    again = replace(main_report, findings=main_report.findings[::-1])
    assert {str(event["uid"]) for event in events_of(written(Format.ICS, again, main_document))} == set(now)


def test_another_licence_has_other_uids(main_report: Report, main_document: Document) -> None:
    other = replace(main_report, licence="B2-20990099")
    ours, theirs = (
        {str(event["uid"]) for event in events_of(written(Format.ICS, one, main_document))}
        for one in (main_report, other)
    )
    assert not ours & theirs


def test_a_deadline_of_a_minute_is_an_instant(auditor: Auditor) -> None:
    facts = {"illegal_information": [{"id": "a", "found_at": "2018-06-01 10:00"}]}
    document = from_mapping(facts)
    report = auditor.audit(document, AsOf.parse("2018-06-01T10:30"))
    due = [one.due for one in report.findings if one.due is not None and " " in one.due]
    assert due
    starts = {event.decoded("dtstart") for event in events_of(written(Format.ICS, report, document))}
    assert {datetime.fromisoformat(f"{one}+08:00") for one in due} <= starts


def test_a_company_without_deadlines_has_an_empty_calendar(auditor: Auditor) -> None:
    document = from_mapping({})
    assert events_of(written(Format.ICS, auditor.audit(document, AsOf.parse("2018-06-01")), document)) == []


def test_hostile_texts_stay_texts(spoil: Spoil, hostile: str) -> None:
    report, document = spoil(hostile)
    text = written(Format.ICS, report, document)
    assert not [one for one in text if one not in "\r\n" and not one.isprintable()]
    events = events_of(text)
    assert len(events) == len(coming(report)) > 0
    assert len({frozenset(event) for event in events}) == 1
    for event in events:
        assert f"{shown(hostile)}/b".replace("\r\n", "\n") in str(event["summary"])
        assert len(event.walk("VALARM")) == 1
