"""The norms about what stands: the company itself, services, displays, terms."""

import datetime
from typing import Any, Final

from hegui.facts.words.business import DisplayPlace
from hegui.facts.words.measures import ControlKind, DocumentKind
from hegui.facts.words.resources import ForbiddenBy

from .dates import NEVER, days_before, in_force_during
from .ground import MET, NOT_APPLICABLE, UNDETERMINED, UNLISTED, VIOLATED, WORTH, Found, Ground
from .lists import logs_kept, operated_past

__all__ = ["of_company", "of_displays", "of_services", "of_terms"]

_CHANGES_FROM: Final = datetime.date(2017, 9, 1)
_LOGS_FROM: Final = datetime.date(2017, 6, 1)


def of_services(company: Any, ground: Ground, found: Found) -> None:
    """Services."""
    add = found.append
    licence = company.licence
    _, terms, listed, _, _, carried, _, event, _, _, _, _, _ = ground
    for start, end, within, _, service in carried:
        applies = min(within, in_force_during(start, end, terms, listed)) if within else 0
        if applies < 2 or start is None:
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
            add(("SP-02-c", service.id, WORTH[breach]))
    if len(carried) < len(company.services or ()):
        for service in company.services:
            if event(service.started_on) is NEVER:
                add(("SP-02-c", service.id, NOT_APPLICABLE))


def of_company(company: Any, ground: Ground, found: Found) -> None:
    """The company itself."""
    add = found.append
    today, _, _, _, _, _, force_on, event, _, _, _, _, _ = ground
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
        add(("SP-04-d", "", WORTH[2 - min(technical, monitoring)]))
        forbidden = company.user_terms.forbidden_by
        add(
            ("SP-04-e-1", "", UNDETERMINED if forbidden is None else VIOLATED if forbidden is ForbiddenBy.NONE else MET)
        )
        add(("SP-05-b", "", WORTH[2 - service_rules]))
        handlers = company.staff.complaint_handlers
        add(("SP-05-c", "", UNDETERMINED if handlers is None else MET if handlers >= 1 else VIOLATED))
        named = company.security.responsible_person_named
        add(("SP-07-b-1", "", UNDETERMINED if named is None else MET if named else VIOLATED))
        add(("SP-07-c", "", WORTH[2 - min(personal_rules, personal)]))
        add(
            (
                "SP-09-b",
                "",
                logs_kept(company.logs.retention, company.logs.retention_unit)
                if today >= _LOGS_FROM
                else NOT_APPLICABLE,
            )
        )


def of_displays(company: Any, ground: Ground, found: Found) -> None:
    """Displays of the licence number."""
    add = found.append
    licence = company.licence
    event = ground.event
    in_force_now = ground.force_on(ground.today)
    for display in UNLISTED if company.displays is None else company.displays:
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
            add(("SP-02-d", display.id, WORTH[2 - fit] if applies == 2 else UNDETERMINED))
        if applies == 0 or (place is not DisplayPlace.OTHER and place is not None):
            add(("SP-02-f-2", display.id, NOT_APPLICABLE))
        else:
            add(("SP-02-f-2", display.id, MET if applies == 2 and fit == 2 else UNDETERMINED))


def of_terms(company: Any, ground: Ground, found: Found) -> None:
    """Terms of the licence."""
    add = found.append
    licence = company.licence
    today, _, _, _, _, carried, _, event, _, duty, _, _, _ = ground
    services = company.services
    for term in UNLISTED if licence.terms is None else licence.terms:
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
