"""The years in whose first quarter an annual report is to be filed."""

from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Final

from ..as_of import AsOf
from ..models.company import Company
from ..not_done import NOT_DONE
from .lists import DerivedElement, DerivedList

_POINTER: Final = "/licence/first_obtained_on"


def report_years(company: Company, as_of: AsOf) -> DerivedList:
    """Each year from the one after the licence was first obtained to that of `as_of`."""
    obtained = company.licence.first_obtained_on
    if obtained is None:
        return DerivedList((), complete=False, missing=(_POINTER,))
    first = as_of.day.year if obtained is NOT_DONE else obtained.year
    return DerivedList(tuple(map(_report_year, range(first + 1, as_of.day.year + 1))), complete=True)


@cache
def _report_year(year: int) -> DerivedElement:
    values = {"id": str(year), "year": year, "opens_on": date(year, 1, 1), "closes_on": date(year, 3, 31)}
    return DerivedElement(MappingProxyType(values), str(year), _POINTER)
