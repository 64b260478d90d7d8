"""Lists that follow from what is stated, and cannot be stated themselves."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from .as_of import AsOf
from .models.company import Company
from .models.derived import LicensedBusiness, OperatingProvince, ReportYear
from .models.other_licences import OtherLicence
from .models.services import Service
from .not_done import NOT_DONE, NotDone
from .provinces import Province


class DerivedElement(NamedTuple):
    """One element: its fields, its id, and a pointer to the statement that it follows from."""

    values: Mapping[str, object]
    id: str
    pointer: str


@dataclass(frozen=True, slots=True)
class DerivedList:
    """A derived list. If it is not `complete`, there can be elements that are not known of.

    `missing` are the pointers to what would have to be stated, in full, for it to be complete.
    """

    elements: tuple[DerivedElement, ...]
    complete: bool
    missing: tuple[str, ...] = ()


def derive(company: Company, as_of: AsOf) -> Mapping[str, DerivedList]:
    """Every derived list of `company`, by the path of its table.

    Dates are as stated. `as_of` says which years of annual reports there are, since they have no end, and which
    services are known not to have started, so that they put no province on the list.
    """
    return MappingProxyType({path: of(company, as_of) for path, of in _DERIVED.items()})


def _report_years(company: Company, as_of: AsOf) -> DerivedList:
    pointer = "/licence/first_obtained_on"
    obtained = company.licence.first_obtained_on
    if obtained is None:
        return DerivedList((), complete=False, missing=(pointer,))
    first = as_of.day.year if obtained is NOT_DONE else obtained.year
    years = (
        ReportYear(id=str(year), year=year, opens_on=date(year, 1, 1), closes_on=date(year, 3, 31))
        for year in range(first + 1, as_of.day.year + 1)
    )
    return DerivedList(tuple(DerivedElement(dict(year), year.id, pointer) for year in years), complete=True)


def _licensed_businesses(company: Company, as_of: AsOf) -> DerivedList:
    partial = company.partial or ()
    missing: list[str] = []
    if company.licences is None or "licences" in partial:
        missing.append("/licences")
    elements: list[DerivedElement] = []
    for n, licence in enumerate(company.licences or ()):
        pointer = f"/licences/{n}/codes"
        if licence.codes is None or "licences.codes" in partial:
            missing.append(pointer)
        elements += _businesses(licence, pointer)
    return DerivedList(tuple(elements), not missing, tuple(missing))


def _businesses(licence: OtherLicence, pointer: str) -> Iterator[DerivedElement]:
    for n, code in enumerate(licence.codes or ()):
        business = LicensedBusiness(
            id=f"{licence.id}/{code.value}",
            licence=licence.id,
            holder=licence.holder,
            held_by_company=licence.held_by_company,
            level=licence.level,
            code=code,
            internet=licence.internet,
            issued_on=licence.issued_on,
            expires_on=licence.expires_on,
        )
        yield DerivedElement(dict(business), business.id, f"{pointer}/{n}")


def _operating_provinces(company: Company, as_of: AsOf) -> DerivedList:
    partial = company.partial or ()
    missing: list[str] = []
    if company.services is None or "services" in partial:
        missing.append("/services")
    found: dict[Province, list[tuple[Service, str]]] = {}
    for n, service in enumerate(company.services or ()):
        started = service.started_on
        if started is NOT_DONE or (started is not None and started > as_of.day):
            continue
        if service.regions is None or "services.regions" in partial:
            missing.append(f"/services/{n}/regions")
        for m, province in enumerate(service.regions or ()):
            # The start is what has to be stated where it is not; else the entry shows why the province is here.
            pointer = f"/services/{n}/started_on" if started is None else f"/services/{n}/regions/{m}"
            found.setdefault(province, []).append((service, pointer))
    elements = tuple(_operating_province(province, found[province]) for province in Province if province in found)
    return DerivedList(elements, not missing, tuple(missing))


def _operating_province(province: Province, services: list[tuple[Service, str]]) -> DerivedElement:
    starts: list[date | None] = []
    ends: list[date | NotDone | None] = []
    for service, _ in services:
        assert service.started_on is not NOT_DONE
        starts.append(service.started_on)
        ends.append(service.ended_on)
    started_on = _earliest(starts)
    first = starts.index(started_on)
    row = OperatingProvince(id=province.value, province=province, started_on=started_on, ended_on=_latest(ends))
    return DerivedElement(dict(row), row.id, services[first][1])


def _earliest(days: list[date | None]) -> date | None:
    """The earliest of days; unknown where one of them is, since it can be earlier."""
    return None if None in days else min(day for day in days if day is not None)


def _latest(days: list[date | NotDone | None]) -> date | NotDone | None:
    """The latest of days; nothing is later than what has not happened."""
    if NOT_DONE in days:
        return NOT_DONE
    return None if None in days else max(day for day in days if isinstance(day, date))


_DERIVED: Final[Mapping[str, Callable[[Company, AsOf], DerivedList]]] = {
    "report_years": _report_years,
    "licensed_businesses": _licensed_businesses,
    "operating_provinces": _operating_provinces,
}
