"""From one check of a network unit to the next of its kind."""

from collections.abc import Iterator
from datetime import date

from ..as_of import AsOf
from ..models.company import Company
from ..models.security import NetworkUnit
from ..not_done import NOT_DONE, NotDone
from ..words.security import CheckKind
from .lists import DerivedElement, DerivedList


def check_periods(company: Company, as_of: AsOf) -> DerivedList:
    """For each unit and kind, one from when it was both graded and in operation, and one from each check since.

    One more begins where the unit was graded anew. Where it is not known which checks there were, or in which order,
    the next one is unknown. The list is incomplete where the units are, the checks of one, the kind of a check, or
    whether a unit was graded anew.
    """
    partial = company.partial or ()
    missing: list[str] = []
    if company.network_units is None or "network_units" in partial:
        missing.append("/network_units")
    elements: list[DerivedElement] = []
    for n, unit in enumerate(company.network_units or ()):
        begun = _begun(unit, as_of)
        if begun is NOT_DONE:
            continue
        pointer = f"/network_units/{n}"
        lacking = [*_lacking(unit, pointer, "network_units.checks" in partial)]
        for kind in CheckKind:
            elements += _periods(unit, kind, begun, pointer, known=not lacking)
        missing += lacking
        if unit.regraded_on is None:
            missing.append(f"{pointer}/regraded_on")
    return DerivedList(tuple(elements), not missing, tuple(missing))


def _begun(unit: NetworkUnit, as_of: AsOf) -> date | NotDone | None:
    """Since when the unit has been both graded and in operation."""
    days = (unit.graded_on, unit.in_operation_since)
    if any(day is NOT_DONE or (isinstance(day, date) and day > as_of.day) for day in days):
        return NOT_DONE
    return None if None in days else max(day for day in days if isinstance(day, date))


def _lacking(unit: NetworkUnit, pointer: str, sample: bool) -> Iterator[str]:
    """Pointers to what would have to be stated so that every check of the unit were known, with its kind."""
    if unit.checks is None or sample:
        yield f"{pointer}/checks"
    for n, check in enumerate(unit.checks or ()):
        if check.kind is None and check.done_on is not NOT_DONE:
            yield f"{pointer}/checks/{n}/kind"


def _periods(
    unit: NetworkUnit, kind: CheckKind, begun: date | None, pointer: str, known: bool
) -> Iterator[DerivedElement]:
    """The periods of a kind. `known` says that all checks of the unit are known, with their kinds."""
    checks = [check for check in unit.checks or () if check.kind is kind and check.done_on is not NOT_DONE]
    days = sorted((check.done_on, check.id) for check in checks if isinstance(check.done_on, date))
    known = known and len(days) == len(checks)
    at_checks = f"{pointer}/checks"
    if begun is None:
        pointer = at_checks = f"{pointer}/{'in_operation_since' if unit.graded_on else 'graded_on'}"

    def period(name: str, from_on: date | NotDone | None, check: str, at: str) -> Iterator[DerivedElement]:
        assert from_on is not NOT_DONE
        if begun is not None and from_on is not None and from_on < begun:
            return  # the first period begins later
        if begun is None:
            from_on = None
        next_on: date | NotDone | None = None
        if known and from_on is not None:
            next_on = next((day for day, other in days if (day, other) > (from_on, check)), NOT_DONE)
        identity = f"{unit.id}/{kind.value}/{name}"
        values = {"id": identity, "unit": unit.id, "kind": kind, "from_on": from_on, "next_on": next_on}
        yield DerivedElement(values, identity, at)

    yield from period("first", begun, "", pointer)
    if isinstance(unit.regraded_on, date):
        yield from period("regraded", unit.regraded_on, "", pointer)
    for check in checks:
        yield from period(f"after/{check.id}", check.done_on, check.id, at_checks)
