"""The lists that follow from what is stated, for many companies at once: `facts.derived` in a dataframe."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from .....facts.as_of import AsOf
from .....facts.portfolio.flat import Flat
from .check_periods import check_periods
from .licensed_businesses import licensed_businesses
from .lists import DerivedRows
from .operating_provinces import operating_provinces
from .report_years import report_years

__all__ = ["DERIVED", "DerivedRows"]

DERIVED: Final[Mapping[str, Callable[[Flat, AsOf], DerivedRows]]] = MappingProxyType(
    {
        "report_years": report_years,
        "licensed_businesses": licensed_businesses,
        "operating_provinces": operating_provinces,
        "check_periods": check_periods,
    }
)
"""By the path of a derived list, what makes it."""
