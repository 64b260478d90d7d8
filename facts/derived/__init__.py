"""Lists that follow from what is stated, and cannot be stated themselves."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from ..as_of import AsOf
from ..models.company import Company
from .check_periods import check_periods
from .licensed_businesses import licensed_businesses
from .lists import DerivedElement, DerivedList
from .operating_provinces import operating_provinces
from .report_years import report_years

__all__ = ["OF_ONE", "RESTS_ON", "DerivedElement", "DerivedList", "derive", "derived_list"]


def derive(company: Company, as_of: AsOf) -> Mapping[str, DerivedList]:
    """Every derived list of `company`, by the path of its table.

    Dates are as stated. `as_of` says which years of annual reports there are, since they have no end, and which
    services and network units are known not to have started, so that nothing follows from them.
    """
    return MappingProxyType({path: derived_list(path, company, as_of) for path in _DERIVED})


def derived_list(path: str, company: Company, as_of: AsOf) -> DerivedList:
    """One derived list of `company`, by the path of its table."""
    return _DERIVED[path](company, as_of)


RESTS_ON: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "report_years": frozenset({"licence.first_obtained_on"}),
        "licensed_businesses": frozenset(
            {
                "licences",
                "licences.id",
                "licences.holder",
                "licences.held_by_company",
                "licences.level",
                "licences.internet",
                "licences.issued_on",
                "licences.expires_on",
                "licences.codes",
            }
        ),
        "operating_provinces": frozenset(
            {
                "services",
                "services.code",
                "services.network",
                "services.regions",
                "services.started_on",
                "services.ended_on",
            }
        ),
        "check_periods": frozenset(
            {
                "network_units",
                "network_units.id",
                "network_units.in_operation_since",
                "network_units.graded_on",
                "network_units.regraded_on",
                "network_units.checks",
                "network_units.checks.id",
                "network_units.checks.kind",
                "network_units.checks.done_on",
            }
        ),
    }
)
"""By the path of a derived list: the paths of the fields and lists that it is worked out from."""

OF_ONE: Final = frozenset({"report_years", "licensed_businesses", "check_periods"})
"""The derived lists each element of which is worked out from one element of the company's lists, or from one field."""

_DERIVED: Final[Mapping[str, Callable[[Company, AsOf], DerivedList]]] = {
    "report_years": report_years,
    "licensed_businesses": licensed_businesses,
    "operating_provinces": operating_provinces,
    "check_periods": check_periods,
}
