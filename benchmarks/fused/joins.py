"""The norms that join lists, and those about lists that are derived."""

import datetime
from typing import Any

from hegui.facts import NOT_DONE
from hegui.facts.words.business import BusinessCode
from hegui.facts.words.resources import NetworkResourceKind

from .dates import EVER, NEVER, days_after, in_force, in_force_during
from .derived import place_filed, places, year_reported
from .ground import NOT_APPLICABLE, UNDETERMINED, UNLISTED, WORTH, Found, Ground
from .lists import Suppliers, offline_only

__all__ = ["of_assessments", "of_derived", "of_resources"]


def of_resources(company: Any, ground: Ground, found: Found) -> None:
    """Network resources and their suppliers."""
    add = found.append
    today, terms, listed, unknown_force, _, _, force_on, event, _, _, _, _, _ = ground
    resources = company.network_resources
    if resources is None or resources:
        suppliers = Suppliers(company.licences, today, event)
        for resource in UNLISTED if resources is None else resources:
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
                add(("SP-03-c", resource.id, WORTH[2 - licensed]))
            until = event(resource.used_until)
            applies = 0 if used is NEVER else in_force_during(used, until, terms, listed)
            if used is None:
                applies = min(applies, 1)
            applies = min(occurred, applies, 2 - min(force, 2 - licensed))
            if applies < 2:
                add(("SP-03-b", resource.id, UNDETERMINED if applies else NOT_APPLICABLE))
            else:
                add(("SP-03-b", resource.id, WORTH[2 - suppliers.licensed_throughout(supplier, used, until)]))


def of_derived(company: Any, ground: Ground, found: Found) -> None:
    """Years in which to report, and provinces of operation."""
    add = found.append
    licence = company.licence
    today, terms, listed, _, any_time, _, force_on, event, _, _, _, within_scope, _ = ground
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


def of_assessments(company: Any, ground: Ground, found: Found) -> None:
    """Launches and assessments."""
    add = found.append
    _, _, _, unknown_force, _, _, force_on, event, _, duty, _, _, informing = ground
    assessments = company.assessments
    for launch in UNLISTED if company.launches is None else company.launches:
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
        add(("SP-15-08-b", launch.id, WORTH[2 - assessed]))

    for assessment in UNLISTED if assessments is None else assessments:
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
