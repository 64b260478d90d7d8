"""Lists that follow from what is stated, and cannot be stated themselves."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from msgspec import Struct

from .as_of import AsOf
from .models.company import Company
from .models.derived import LicensedBusiness, ReportYear
from .models.other_licences import OtherLicence
from .not_done import NOT_DONE


class DerivedElement(NamedTuple):
    """One element: its fields, its id, and a pointer to the statement that it follows from."""

    values: Mapping[str, object]
    id: str
    pointer: str


class DerivedList(Struct, frozen=True):
    """A derived list. If it is not `complete`, there can be elements that are not known of.

    `missing` are the pointers to what would have to be stated, in full, for it to be complete.
    """

    elements: tuple[DerivedElement, ...]
    complete: bool
    missing: tuple[str, ...] = ()


def derive(company: Company, as_of: AsOf) -> Mapping[str, DerivedList]:
    """Every derived list of `company`, by the path of its table.

    Dates are as stated: only the years of annual reports depend on `as_of`, since they have no end.
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


_DERIVED: Final[Mapping[str, Callable[[Company, AsOf], DerivedList]]] = {
    "report_years": _report_years,
    "licensed_businesses": _licensed_businesses,
}
