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

__all__ = ["DerivedElement", "DerivedList", "derive"]


def derive(company: Company, as_of: AsOf) -> Mapping[str, DerivedList]:
    """Every derived list of `company`, by the path of its table.

    Dates are as stated. `as_of` says which years of annual reports there are, since they have no end, and which
    services and network units are known not to have started, so that nothing follows from them.
    """
    return MappingProxyType({path: of(company, as_of) for path, of in _DERIVED.items()})


_DERIVED: Final[Mapping[str, Callable[[Company, AsOf], DerivedList]]] = {
    "report_years": report_years,
    "licensed_businesses": licensed_businesses,
    "operating_provinces": operating_provinces,
    "check_periods": check_periods,
}
