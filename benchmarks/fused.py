"""The thirty norms as one function, written by hand for this ruleset and nothing else: the measure of the engines.

It gives what hegui gives, for documents without `partial` and `sources`, as of a day around which the calendar is
published. Three values are 0, 1 and 2: false, unknown, true. It stops as early as it can, converts a date where it
looks at it, and looks through each list once.
"""

import datetime
from typing import Any, Final

from hegui.facts import NOT_DONE
from hegui.facts.words.business import BusinessCode, DisplayPlace, Network
from hegui.facts.words.company import RegistrationItem
from hegui.facts.words.content import ContentCategory, ContentOrigin, EstablishedBy
from hegui.facts.words.measures import ControlKind, DocumentKind
from hegui.facts.words.resources import ForbiddenBy, NetworkResourceKind
from hegui.facts.words.supervision import FindingDomain, FindingSource

from .fused_dates import (
    EVER,
    NEVER,
    days_after,
    days_before,
    in_force,
    in_force_during,
    in_force_on,
    terms_of,
    workdays_after,
)
from .fused_lists import (
    Suppliers,
    logs_kept,
    offline_only,
    operated_past,
    order_met,
    place_filed,
    places,
    year_reported,
)

__all__ = ["Found", "statuses"]

VIOLATED, PENDING, UNDETERMINED, MET, NOT_APPLICABLE = "violated", "pending", "undetermined", "met", "not_applicable"
_WORTH: Final = (MET, UNDETERMINED, VIOLATED)
"""By how far a breach is true."""

Found = list[tuple[str, str, str]]
"""Norm, subject (ids joined by slashes) and status."""

_DAY: Final = datetime.timedelta(days=1)
_HOUR: Final = datetime.timedelta(hours=1)
_FIRST_MINUTE, _LAST_MINUTE = datetime.datetime.min, datetime.datetime.max
_NEVER_MINUTES: Final = (_LAST_MINUTE, _LAST_MINUTE)
_ANY_MINUTES: Final = (_FIRST_MINUTE, _LAST_MINUTE)

_CHANGES_FROM = datetime.date(2017, 9, 1)
_COMPLAINTS_FROM = datetime.date(2016, 7, 30)
_LOGS_FROM = datetime.date(2017, 6, 1)


class _Unlisted:
    """Stands for what a list may hold that is not given: an id, and nothing else is stated."""

    id = "?"

    def __getattr__(self, name: str) -> None:
        return None


_UNLISTED: Final = (_Unlisted(),)


def statuses(company: Any, today: datetime.date) -> Found:
    """The status of each norm for each subject."""
    found: Found = []
    add = found.append
    licence = company.licence
    terms = terms_of(licence.terms, today)
    listed = licence.terms is not None
    force_on = in_force_on(terms, listed)
    unknown_force = in_force(EVER, NEVER, terms, listed)
    any_time = UNDETERMINED if unknown_force else NOT_APPLICABLE
    """What a duty comes to whose anchor is not stated."""

    def event(day: Any) -> Any:
        return NEVER if day is NOT_DONE or (day is not None and day > today) else day

    def minutes(value: Any) -> tuple[datetime.datetime, datetime.datetime]:
        if type(value) is datetime.datetime:
            return (value, value) if value.date() <= today else _NEVER_MINUTES
        if value is None:
            return _ANY_MINUTES
        if value is NOT_DONE or value > today:
            return _NEVER_MINUTES
        start = datetime.datetime(value.year, value.month, value.day)
        return start, start + _DAY - datetime.timedelta(minutes=1)

    def duty(done: datetime.date | None, by: datetime.date) -> str:
        if done is not None and done <= by:
            return MET
        if by >= today:
            return PENDING
        return UNDETERMINED if done is None else VIOLATED

    midnight = datetime.datetime(today.year, today.month, today.day)

    def at_once(
        start: tuple[datetime.datetime, datetime.datetime],
        done: tuple[datetime.datetime, datetime.datetime],
        grave: int,
    ) -> str:
        """Within twenty-four hours; later than one hour is for judgement. Not grave means: no duty, but judgement."""
        low, high = start
        by_low, by_high = low + _DAY, high + _DAY
        if grave == 2:
            breach = 0 if done[1] <= by_low else 1 if done[0] <= by_high else 2
        elif grave == 0:
            breach = 0
        else:
            breach = 0 if done[1] <= by_low else 1
        if breach == 0 and low + _HOUR < done[1]:
            breach = 1
        if breach == 0:
            return MET
        if by_low >= midnight:
            return PENDING
        return VIOLATED if breach == 2 and by_high < midnight else UNDETERMINED

    # What several norms look at: services, and which of them are within the licence.
    scope = licence.scope

    def within_scope(code: Any, network: Any) -> int:
        best = 1 if scope is None else 0
        for item in scope or ():
            if code is None or item.code is None:
                worth = 1
            elif item.code is code:
                worth = 2
            else:
                continue
            if network is Network.INTERNET:
                covered = item.internet
            elif network is Network.MOBILE:
                covered = item.mobile
            elif network is Network.FIXED_PHONE:
                covered = item.fixed_phone
            else:
                flags = (item.internet, item.mobile, item.fixed_phone)
                covered = None if True in flags or None in flags else False
            if covered is None:
                worth = 1
            elif not covered:
                continue
            if worth > best:
                best = worth
        return best

    services = company.services
    carried = []
    for service in _UNLISTED if services is None else services:
        start, end = event(service.started_on), event(service.ended_on)
        within = within_scope(service.code, service.network)
        if start is not NEVER:
            code = service.code
            offered = within if code is BusinessCode.B25 else min(within, 1) if code is None else 0
            carried.append((start, end, within, offered, service))
        # SP-02-c
        if start is NEVER or within == 0:
            add(("SP-02-c", service.id, NOT_APPLICABLE))
            continue
        applies = min(within, in_force_during(start, end, terms, listed))
        if applies == 0 or applies == 1 or start is None:
            add(("SP-02-c", service.id, UNDETERMINED if applies else NOT_APPLICABLE))
        elif service.cross_border:
            add(("SP-02-c", service.id, VIOLATED))
        else:
            breach = 0 if service.cross_border is False else 1
            if service.regions is None:
                breach = 1
            elif service.regions:
                if licence.regions is None:
                    breach = 1
                else:
                    for region in service.regions:
                        if region not in licence.regions:
                            breach = 2
                            break
            add(("SP-02-c", service.id, _WORTH[breach]))

    def informing(day: datetime.date | None) -> int:
        """Whether an information service under this licence is carried on on a day."""
        best = 0 if services is not None else 1
        for start, end, _, offered, _ in carried:
            if offered > best:
                if day is None or start is None or end is None:
                    if day is None or ((start is None or start <= day) and (end is None or day <= end)):
                        best = 1
                elif start <= day <= end:
                    best = offered
        return best

    # The company itself
    in_force_now = force_on(today)
    if in_force_now < 2:
        status = UNDETERMINED if in_force_now else NOT_APPLICABLE
        for norm in ("SP-04-d", "SP-04-e-1", "SP-05-b", "SP-05-c", "SP-07-b-1", "SP-07-c", "SP-09-b"):
            add((norm, "", status))
        if in_force_now and today < _LOGS_FROM:
            found[-1] = ("SP-09-b", "", NOT_APPLICABLE)
    else:
        technical = monitoring = personal = 0 if company.controls is not None else 1
        for control in company.controls or ():
            in_place = control.in_place
            if in_place is False:
                continue
            worth = 2 if in_place else 1
            kind = control.kind
            if kind is ControlKind.USER_TECHNICAL:
                technical = max(technical, worth)
            elif kind is ControlKind.USER_MONITORING:
                monitoring = max(monitoring, worth)
            elif kind is ControlKind.PERSONAL_INFORMATION_TECHNICAL:
                personal = max(personal, worth)
            elif kind is None:
                technical, monitoring, personal = technical or 1, monitoring or 1, personal or 1
        service_rules = personal_rules = 0 if company.documents is not None else 1
        for document in company.documents or ():
            adopted = event(document.adopted_on)
            if adopted is NEVER:
                continue
            worth = 1 if adopted is None else 2
            kind = document.kind
            if kind is DocumentKind.SERVICE_MANAGEMENT:
                service_rules = max(service_rules, worth)
            elif kind is DocumentKind.PERSONAL_INFORMATION_PROTECTION:
                personal_rules = max(personal_rules, worth)
            elif kind is None:
                service_rules, personal_rules = service_rules or 1, personal_rules or 1
        add(("SP-04-d", "", _WORTH[2 - min(technical, monitoring)]))
        forbidden = company.user_terms.forbidden_by
        add(
            ("SP-04-e-1", "", UNDETERMINED if forbidden is None else VIOLATED if forbidden is ForbiddenBy.NONE else MET)
        )
        add(("SP-05-b", "", _WORTH[2 - service_rules]))
        handlers = company.staff.complaint_handlers
        add(("SP-05-c", "", UNDETERMINED if handlers is None else MET if handlers >= 1 else VIOLATED))
        named = company.security.responsible_person_named
        add(("SP-07-b-1", "", UNDETERMINED if named is None else MET if named else VIOLATED))
        add(("SP-07-c", "", _WORTH[2 - min(personal_rules, personal)]))
        add(
            (
                "SP-09-b",
                "",
                logs_kept(company.logs.retention, company.logs.retention_unit)
                if today >= _LOGS_FROM
                else NOT_APPLICABLE,
            )
        )

    for display in _UNLISTED if company.displays is None else company.displays:
        use, place = event(display.in_use_since), display.place
        applies = 0 if use is NEVER else min(in_force_now, 2 if use is not None and place is not None else 1)
        shown = display.shown
        if shown is False or display.prominent is False:
            fit = 0
        elif display.number_shown is None or licence.number is None:
            fit = 1
        elif display.number_shown != licence.number:
            fit = 0
        else:
            fit = 2 if shown and display.prominent else 1
        if applies == 0 or (place is not DisplayPlace.PREMISES and place is not None):
            add(("SP-02-d", display.id, NOT_APPLICABLE))
        else:
            add(("SP-02-d", display.id, _WORTH[2 - fit] if applies == 2 else UNDETERMINED))
        if applies == 0 or (place is not DisplayPlace.OTHER and place is not None):
            add(("SP-02-f-2", display.id, NOT_APPLICABLE))
        else:
            add(("SP-02-f-2", display.id, MET if applies == 2 and fit == 2 else UNDETERMINED))

    for change in _UNLISTED if company.registration_changes is None else company.registration_changes:
        day, what = event(change.registered_on), change.what
        if day is None:
            status = NOT_APPLICABLE if what is RegistrationItem.ADDRESS else any_time
        elif day is NEVER or day < _CHANGES_FROM or what is RegistrationItem.ADDRESS:
            status = NOT_APPLICABLE
        else:
            force = force_on(day)
            if force < 2 or what is None:
                status = UNDETERMINED if force else NOT_APPLICABLE
            else:
                status = duty(event(change.filed_on), days_after(day, 30))
        add(("LF-02", change.id, status))

    for finding in _UNLISTED if company.regulator_findings is None else company.regulator_findings:
        day, domain = event(finding.found_on), finding.domain
        if day is NEVER or (domain is not FindingDomain.SERVICE_QUALITY and domain is not None):
            status = NOT_APPLICABLE
        else:
            force = unknown_force if day is None else force_on(day)
            if force < 2 or domain is None:
                status = UNDETERMINED if force else NOT_APPLICABLE
            else:
                closed = event(finding.closed_on)
                if closed is not None and closed is not NEVER:
                    status = MET
                elif closed is NEVER and finding.final and finding.source is FindingSource.REGULATOR:
                    status = VIOLATED
                else:
                    status = UNDETERMINED
        add(("SP-01-d-1", finding.id, status))

    resources = company.network_resources
    if resources is None or resources:
        suppliers = Suppliers(company.licences, today, event)
        for resource in _UNLISTED if resources is None else resources:
            contracted, used = event(resource.contracted_on), event(resource.used_from)
            kind, supplier = resource.kind, resource.supplier
            occurred = (
                0
                if contracted is NEVER and used is NEVER
                else 1
                if (contracted is None or contracted is NEVER) and (used is None or used is NEVER)
                else 2
            )
            if kind is not NetworkResourceKind.TRANSMISSION:
                occurred = min(occurred, 1) if kind is None else 0
            if occurred == 0:
                add(("SP-03-b", resource.id, NOT_APPLICABLE))
                add(("SP-03-c", resource.id, NOT_APPLICABLE))
                continue
            force = unknown_force if contracted is None else force_on(contracted)
            licensed = suppliers.licensed_on(supplier, contracted) if force else 0
            if min(force, occurred) < 2:
                add(("SP-03-c", resource.id, UNDETERMINED if force else NOT_APPLICABLE))
            else:
                add(("SP-03-c", resource.id, _WORTH[2 - licensed]))
            until = event(resource.used_until)
            applies = 0 if used is NEVER else in_force_during(used, until, terms, listed)
            if used is None:
                applies = min(applies, 1)
            applies = min(occurred, applies, 2 - min(force, 2 - licensed))
            if applies < 2:
                add(("SP-03-b", resource.id, UNDETERMINED if applies else NOT_APPLICABLE))
            else:
                add(("SP-03-b", resource.id, _WORTH[2 - suppliers.licensed_throughout(supplier, used, until)]))

    for complaint in _UNLISTED if company.complaints is None else company.complaints:
        day = event(complaint.received_on)
        if day is None or day is NEVER:
            settled = answered = any_time if day is None else NOT_APPLICABLE
        else:
            force = force_on(day)
            settled = answered = UNDETERMINED if force else NOT_APPLICABLE
            if force and day < _COMPLAINTS_FROM:
                answered = NOT_APPLICABLE
            if force == 2:
                by = days_after(day, 15)
                if complaint.resolved:
                    settled = MET
                elif by >= today:
                    settled = PENDING
                elif complaint.resolved is False and complaint.final:
                    settled = VIOLATED
                if day >= _COMPLAINTS_FROM:
                    answered = duty(event(complaint.replied_on), by)
        add(("SP-05-d-1", complaint.id, settled))
        add(("SP-05-d-2", complaint.id, answered))

    for incident in _UNLISTED if company.incidents is None else company.incidents:
        discovered, users = minutes(incident.discovered_at), incident.affected_users
        grave = 1 if users is None else 2 if users >= 100_000 else 0
        occurred = 0 if discovered is _NEVER_MINUTES else 1 if discovered is _ANY_MINUTES else 2
        if occurred < 2:
            started = reported = any_time if occurred else NOT_APPLICABLE
        else:
            day = discovered[0].date()
            force = force_on(day)
            if force < 2:
                started = reported = UNDETERMINED if force else NOT_APPLICABLE
            else:
                started = at_once(discovered, minutes(incident.measures_started_at), grave)
                reported = at_once(discovered, minutes(incident.reported_at), grave)
        add(("SP-08-a-1", incident.id, started))
        add(("SP-08-b", incident.id, reported))
        for order in _UNLISTED if incident.orders is None else incident.orders:
            given, due = event(order.given_on), order.due_on
            force = 0
            if given is not NEVER and occurred:
                force = unknown_force if given is None else force_on(given)
                if given is None or occurred == 1:
                    force = min(force, 1)
            if force < 2:
                status = UNDETERMINED if force else NOT_APPLICABLE
            else:
                status = order_met(given, due, event(order.complied_on), grave, today)
            add(("SP-08-c", f"{incident.id}/{order.id}", status))

    for item in _UNLISTED if company.illegal_information is None else company.illegal_information:
        noticed, disposed, reported_on = minutes(item.found_at), minutes(item.disposed_at), event(item.reported_on)
        # SP-09-d
        if noticed is _NEVER_MINUTES or noticed is _ANY_MINUTES:
            status = NOT_APPLICABLE if noticed is _NEVER_MINUTES else any_time
            day = None
            force = 0 if noticed is _NEVER_MINUTES else unknown_force
        else:
            day = noticed[0].date()
            force = force_on(day)
            status = at_once(noticed, disposed, 2) if force == 2 else UNDETERMINED if force else NOT_APPLICABLE
        add(("SP-09-d", item.id, status))
        # SP-15-03-a
        applies = force
        if item.category is ContentCategory.OTHER or item.origin is ContentOrigin.USER:
            applies = 0
        elif item.category is None or item.origin is None:
            applies = min(applies, 1)
        if applies:
            applies = min(applies, informing(day))
        if applies < 2:
            status = UNDETERMINED if applies else NOT_APPLICABLE
        else:
            nobody = item.established_by is EstablishedBy.NOBODY or item.established_by is None
            status = UNDETERMINED if nobody else VIOLATED
        add(("SP-15-03-a", item.id, status))
        # SP-09-e, SP-09-f
        if disposed is _NEVER_MINUTES or disposed is _ANY_MINUTES:
            kept = told = any_time if disposed is _ANY_MINUTES else NOT_APPLICABLE
        else:
            day = disposed[0].date()
            force = force_on(day)
            if force < 2:
                kept = told = UNDETERMINED if force else NOT_APPLICABLE
            else:
                kept = UNDETERMINED if item.records_kept is None else MET if item.records_kept else VIOLATED
                if reported_on is not None and reported_on < day:
                    reported_on = NEVER
                told = duty(reported_on, workdays_after(day, 10))
        add(("SP-09-e", item.id, kept))
        add(("SP-09-f", item.id, told))

    for body in _UNLISTED if company.local_body_changes is None else company.local_body_changes:
        day, province, regions = event(body.changed_on), body.province, licence.regions
        covered = 1 if regions is None or (province is None and regions) else 2 if province in regions else 0
        if day is NEVER or not covered:
            status = NOT_APPLICABLE
        else:
            force = unknown_force if day is None else force_on(day)
            if min(force, covered) < 2 or day is None:
                status = UNDETERMINED if force else NOT_APPLICABLE
            else:
                told_on = event(body.reported_on)
                status = duty(NEVER if told_on is not None and told_on < day else told_on, days_after(day, 30))
        add(("SP-12-a", body.id, status))

    for term in _UNLISTED if licence.terms is None else licence.terms:
        start, expires, intends = event(term.starts_on), term.expires_on, term.intends_to_continue
        if start is NEVER:
            add(("SP-12-b", term.id, NOT_APPLICABLE))
            add(("SP-12-c", term.id, NOT_APPLICABLE))
            continue
        until = None if expires is None else days_before(expires, 90)
        goes_on = 2 if intends else 1 if intends is None else 0
        if goes_on < 2 and (expires is None or expires < today):
            goes_on = max(goes_on, operated_past(carried, expires, services is not None))
        if goes_on == 0:
            status = NOT_APPLICABLE
        elif goes_on == 1 or start is None or until is None:
            status = UNDETERMINED
        else:
            status = duty(event(term.renewal_applied_on), until)
        add(("SP-12-b", term.id, status))
        if intends or (until is not None and until < _CHANGES_FROM):
            status = NOT_APPLICABLE
        elif intends is None or start is None or until is None:
            status = UNDETERMINED
        else:
            status = duty(event(term.closing_reported_on), until)
        add(("SP-12-c", term.id, status))

    obtained = licence.first_obtained_on
    if obtained is None:
        add(("SP-14-a", "?", any_time))
    elif obtained is not NOT_DONE:
        for year in range(obtained.year + 1, today.year + 1):
            opens = datetime.date(year, 1, 1)
            force = force_on(opens) if year >= 2018 else 0
            if force < 2:
                status = UNDETERMINED if force else NOT_APPLICABLE
            else:
                closes = datetime.date(year, 3, 31)
                status = year_reported(company, year, opens, closes, force_on(closes), today, event)
            add(("SP-14-a", str(year), status))

    obtained = event(obtained)
    for place in places(company, event):
        # What begins with the licence where that is later.
        begins = place.started_on
        low = max(begins or EVER, obtained or EVER)
        high = NEVER if begins is None or obtained is None else low
        applies = within_scope(place.code, place.network) if begins is not NEVER else 0
        if place.code is not BusinessCode.B25:
            applies = min(applies, 1) if place.code is None else 0
        if applies:
            applies = min(applies, force_on(low) if high is low else in_force(low, high, terms, listed))
        if applies < 2 or begins is None:
            status = UNDETERMINED if applies else NOT_APPLICABLE
        else:
            status = place_filed(company.security_filings, place, low, today, event)
        add(("SP-15-06-c", place.id, status))

    assessments = company.assessments
    for launch in _UNLISTED if company.launches is None else company.launches:
        day, via = event(launch.launched_on), launch.via_internet
        if day is NEVER or via is False:
            add(("SP-15-08-b", launch.id, NOT_APPLICABLE))
            continue
        applies = unknown_force if day is None else force_on(day)
        if applies:
            applies = min(applies, informing(day))
        if applies < 2 or via is None or day is None:
            add(("SP-15-08-b", launch.id, UNDETERMINED if applies else NOT_APPLICABLE))
            continue
        assessed = 0 if assessments is not None else 1
        for assessment in assessments or ():
            if assessment.subject is None or assessment.subject == launch.id:
                done = event(assessment.completed_on)
                if done is None or (assessment.subject is None and done <= day):
                    assessed = max(assessed, 1)
                elif done <= day:
                    assessed = 2
                    break
        add(("SP-15-08-b", launch.id, _WORTH[2 - assessed]))

    for assessment in _UNLISTED if assessments is None else assessments:
        day = event(assessment.completed_on)
        applies = 0
        if day is not NEVER:
            applies = unknown_force if day is None else force_on(day)
            if applies:
                applies = min(applies, informing(day))
            if applies:
                offline = offline_only(assessment.subject, company.launches, company.major_changes, event)
                applies = min(applies, 2 - offline)
        if applies < 2 or day is None:
            status = UNDETERMINED if applies else NOT_APPLICABLE
        else:
            told_on = event(assessment.report_submitted_on)
            status = duty(NEVER if told_on is not None and told_on < day else told_on, days_after(day, 30))
        add(("SP-15-08-e", assessment.id, status))
    return found
