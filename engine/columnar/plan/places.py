"""Where columns stand: in the table of a list, or where two tables are paired company by company."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from ...language.tree import Condition, Value, Variable
from ...language.walk import free_rows

__all__ = ["COMPANIES", "Here", "Place", "Via", "home_of"]


class Place(Struct, frozen=True, order=True):
    """A frame: the rows of a table or, with `outer`, its stated rows with those of the outer table, company by company.

    Rows are paired only where the two columns `on`, of the table and of the outer one, may be the same.
    """

    table: str
    outer: str = ""
    on: tuple[str, str] | None = None


COMPANIES = Place("company")


class Via(StrEnum):
    """The column of a frame that leads to the rows of another: their positions there. SELF is the frame itself."""

    SELF = "self"
    COMPANY = "company"
    PARENT = "parent"
    OUTER = "outer"
    INNER = "inner"


class Here(Struct, frozen=True):
    """A place with the variables that stand for its rows, and how each is reached."""

    place: Place
    routes: Mapping[str, Via]

    @classmethod
    def company(cls) -> "Here":
        """The place of what speaks of no row but the company's."""
        return cls(COMPANIES, {})

    @classmethod
    def table(cls, row: Variable) -> "Here":
        """The place of what speaks of one row."""
        return cls(Place(row.table), {row.name: Via.SELF})


def home_of(tree: Condition | Value, here: Here) -> tuple[Here, Via]:
    """Where a tree of this place is worked out, and how one gets there from here."""
    free = free_rows(tree)
    if here.place == COMPANIES:
        return here, Via.SELF
    if not free:
        return Here.company(), Via.COMPANY
    if len(free) == 1:
        (row,) = free
        via = here.routes[row.name]
        if via is not Via.SELF:
            return Here.table(row), via
    return here, Via.SELF
