"""The norms about what happens to a company."""

import datetime
from typing import Any, Final

from hegui.facts.words.company import RegistrationItem
from hegui.facts.words.content import ContentCategory, ContentOrigin, EstablishedBy
from hegui.facts.words.supervision import FindingDomain, FindingSource

from .dates import NEVER, days_after, workdays_after
from .ground import (
    ANY_MINUTES,
    MET,
    NEVER_MINUTES,
    NOT_APPLICABLE,
    PENDING,
    UNDETERMINED,
    UNLISTED,
    VIOLATED,
    Found,
    Ground,
)
from .lists import order_met

__all__ = ["of_changes", "of_complaints", "of_content", "of_incidents"]

_CHANGES_FROM: Final = datetime.date(2017, 9, 1)
_COMPLAINTS_FROM: Final = datetime.date(2016, 7, 30)


def of_changes(company: Any, ground: Ground, found: Found) -> None:
    """Changes of the registration and of local bodies, and findings of regulators."""
    add = found.append
    licence = company.licence
    _, _, _, unknown_force, any_time, _, force_on, event, _, duty, _, _, _ = ground
    for change in UNLISTED if company.registration_changes is None else company.registration_changes:
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

    for finding in UNLISTED if company.regulator_findings is None else company.regulator_findings:
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

    for body in UNLISTED if company.local_body_changes is None else company.local_body_changes:
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


def of_complaints(company: Any, ground: Ground, found: Found) -> None:
    """Complaints."""
    add = found.append
    today, _, _, _, any_time, _, force_on, event, _, duty, _, _, _ = ground
    for complaint in UNLISTED if company.complaints is None else company.complaints:
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


def of_incidents(company: Any, ground: Ground, found: Found) -> None:
    """Incidents, and orders about them."""
    add = found.append
    today, _, _, unknown_force, any_time, _, force_on, event, minutes, _, at_once, _, _ = ground
    for incident in UNLISTED if company.incidents is None else company.incidents:
        discovered, users = minutes(incident.discovered_at), incident.affected_users
        grave = 1 if users is None else 2 if users >= 100_000 else 0
        occurred = 0 if discovered is NEVER_MINUTES else 1 if discovered is ANY_MINUTES else 2
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
        for order in UNLISTED if incident.orders is None else incident.orders:
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


def of_content(company: Any, ground: Ground, found: Found) -> None:
    """Illegal information."""
    add = found.append
    _, _, _, unknown_force, any_time, _, force_on, event, minutes, duty, at_once, _, informing = ground
    for item in UNLISTED if company.illegal_information is None else company.illegal_information:
        noticed, disposed, reported_on = minutes(item.found_at), minutes(item.disposed_at), event(item.reported_on)
        # SP-09-d
        if noticed is NEVER_MINUTES or noticed is ANY_MINUTES:
            status = NOT_APPLICABLE if noticed is NEVER_MINUTES else any_time
            day = None
            force = 0 if noticed is NEVER_MINUTES else unknown_force
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
        if disposed is NEVER_MINUTES or disposed is ANY_MINUTES:
            kept = told = any_time if disposed is ANY_MINUTES else NOT_APPLICABLE
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
