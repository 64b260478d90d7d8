"""The years in whose first quarter an annual report is to be filed."""

from datetime import date

from ..as_of import AsOf
from ..models.company import Company
from ..models.derived import ReportYear
from ..not_done import NOT_DONE
from .lists import DerivedElement, DerivedList


def report_years(company: Company, as_of: AsOf) -> DerivedList:
    """Each year from the one after the licence was first obtained to that of `as_of`."""
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
