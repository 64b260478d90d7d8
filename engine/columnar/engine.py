"""Decides norms for many companies at once, as columns."""

from collections.abc import Iterable

from ...facts.as_of import AsOf
from ..norms import Norm
from .deciding import Decided
from .plan import make_plan
from .tables import Needs, Tables

__all__ = ["ColumnarEngine"]


class ColumnarEngine:
    """Decides norms as of a day or a minute. Build it once; it keeps nothing between batches. Safe in threads."""

    name = "columnar"

    def __init__(self, norms: Iterable[Norm], as_of: AsOf) -> None:
        self._plan = make_plan(norms, as_of)

    @property
    def needs(self) -> Needs:
        """What of the facts the norms read."""
        return self._plan.needs

    def decide(self, tables: Tables) -> Decided:
        """What the norms say of the companies of some tables, which have to hold what is needed."""
        return Decided(self._plan, self._plan.run(tables.frames))
