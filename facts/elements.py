"""How many elements a company's lists have, with those that are derived from them: `limits.ROWS` bounds that."""

from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter, itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from .as_of import AsOf
from .dates import FIRST_YEAR, LAST_YEAR
from .derived import derive
from .errors import FactsError, Problem
from .limits import ROWS
from .models.company import Company
from .provenance import current
from .schema import COMPANY, company_schema
from .words.security import CheckKind

if TYPE_CHECKING:
    from .document import Document

__all__ = ["FOLLOWING", "YEARS", "most_elements", "number_of_elements", "see_that_few", "too_many_elements"]

FOLLOWING: Final[Mapping[str, int]] = MappingProxyType(
    {
        "licences.codes": 1,
        "services.regions": 1,
        "network_units": 2 * len(CheckKind),
        "network_units.checks": 1,
    }
)
"""How many elements of derived lists follow at most from one element of a list, by its path; 0 from those of others."""

YEARS: Final = LAST_YEAR - FIRST_YEAR + 1
"""So many report years there are at most."""


def see_that_few(document: "Document", as_of: AsOf, path: str = "") -> None:
    """Raise FactsError where a document's company has more elements than `limits.ROWS`, as of a moment.

    `path` says in its text which company it is, where there are others.
    """
    most = ROWS.value
    if document.most_elements > most and number_of_elements(current(document.company, as_of)[0], as_of) > most:
        raise too_many_elements(path)


def too_many_elements(path: str = "") -> FactsError:
    """The error about a company with too many elements."""
    what = f"more than {ROWS.value} elements in the company's lists and those that are derived from them"
    return FactsError((Problem(None, "", path, what, ROWS.advice("split the document")),))


def number_of_elements(company: Company, as_of: AsOf) -> int:
    """How many elements there are."""
    return _counted(company, _ONCE) + sum(len(one.elements) for one in derive(company, as_of).values())


def most_elements(company: Company) -> int:
    """How many elements there are at most, by how many are stated."""
    return YEARS + _counted(company, FOLLOWING)


_ONCE: Final[Mapping[str, int]] = MappingProxyType({})


def _counted(company: Company, following: Mapping[str, int]) -> int:
    """The elements that are stated, each with what is said to follow from one of its list.

    It is done for every document, and so without going through the schema each time.
    """
    own, of_sections, holders = _lists()
    stated = company.__dict__
    counted = sum(map(len, filter(None, own(stated)))) + sum(map(len, filter(None, of_sections(company))))
    for path, lists in holders:
        elements = stated[path]
        if elements:
            if path in following:
                counted += len(elements) * following[path]
            for name, inner in lists:
                times = 1 + following.get(inner, 0)
                for element in elements:
                    held = element.__dict__[name]
                    if held:
                        counted += len(held) * times
    return counted


class _Lists(NamedTuple):
    own: Callable[[Mapping[str, Any]], tuple[Any, ...]]
    of_sections: Callable[[Company], tuple[Any, ...]]
    holders: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """Lists whose elements hold others, each with these: their name in the element, and their path."""


@cache
def _lists() -> _Lists:
    tables = [one for one in company_schema().tables.values() if one.parent is not None and not one.derived]
    own = [one.path for one in tables if one.parent == COMPANY]
    held: dict[str, list[tuple[str, str]]] = {}
    for one in tables:
        if one.parent != COMPANY:
            assert one.parent is not None
            held.setdefault(one.parent, []).append((one.name, one.path))
    return _Lists(
        itemgetter(*(path for path in own if "." not in path)),
        attrgetter(*(path for path in own if "." in path)),
        tuple((path, tuple(lists)) for path, lists in held.items()),
    )
