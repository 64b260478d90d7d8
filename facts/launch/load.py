"""From a launch file and a company's file to two documents: the company as it is, and as it would be."""

from collections.abc import Iterator
from datetime import date, datetime
from types import MappingProxyType
from typing import IO, Final

from msgspec import Struct

from ..check import Flaw, flaws
from ..document import Document
from ..errors import FactsError, Problem
from ..located import Located
from ..models.base import Element
from ..models.company import Company
from ..not_done import NOT_DONE
from ..pointers import parts_of, pointer, readable
from ..source import Origin, read_located
from ..validate import Whole, company_from, document_from, in_order
from .model import LaunchFile
from .overlay import lay_over

__all__ = ["Launched", "load_launch"]

_HOLDS: Final = "what is launched, and when"
_HINT: Final = "write on:, title: and sections as a company's facts have them"
_LAUNCH: Final = Whole("the launch is", "the launch", "on, title and sections, such as services: [...]", "launch")


class Launched(Struct, frozen=True):
    """A launch, the company without it, and the company with it.

    In `after` what the launch adds or changes stands where the launch file has it.
    """

    title: str
    on: date
    source: str
    before: Document
    after: Document


def load_launch(launch: Origin, facts: Origin, stream: IO[bytes] | IO[str] | None = None) -> Launched:
    """The launch in a file, laid over the facts in another. One of the two can be '-'.

    Raises FactsError with all that is wrong with both files, or with the launch beside the facts.
    """
    failed: list[FactsError] = []
    read: list[tuple[Located, str, Company]] = []
    for load, path in ((_launch, launch), (_facts, facts)):
        try:
            read.append(load(path, stream))
        except FactsError as error:
            failed.append(error)
    if failed:
        of = " and ".join(error.of for error in failed)
        raise FactsError(tuple(problem for error in failed for problem in error.problems), of)
    (plan, source, stated), (base, name, company) = read
    assert isinstance(stated, LaunchFile)
    before = Document(company, name, MappingProxyType(base.positions))
    overlaid = lay_over(base, plan)
    try:
        changed = company_from(overlaid.located.data, overlaid.located.locate)
    except FactsError as error:
        raise FactsError(error.problems, _LAUNCH.noun) from None
    after = Document(changed, name, MappingProxyType(overlaid.located.positions))
    problems = [_problem(flaw, after) for flaw in _later(after.company, overlaid.touched, stated.on)]
    if not problems and changed == company:
        what = "the launch changes nothing"
        problems.append(Problem(plan.locate("", False), "", "", what, "an element to add, or a field to change"))
    if problems:
        raise FactsError(in_order(problems), _LAUNCH.noun)
    return Launched(stated.title, stated.on, source, before, after)


def _launch(path: Origin, stream: IO[bytes] | IO[str] | None) -> tuple[Located, str, Company]:
    found, name = read_located(path, stream, _HOLDS, _HINT, _LAUNCH.noun)
    stated = document_from(LaunchFile, _LAUNCH, found.data, found.locate, found.problems, flaws(found.data))
    return found, name, stated


def _facts(path: Origin, stream: IO[bytes] | IO[str] | None) -> tuple[Located, str, Company]:
    found, name = read_located(path, stream)
    return found, name, company_from(found.data, found.locate, found.problems)


def _later(company: Company, touched: tuple[str, ...], on: date) -> Iterator[Flaw]:
    """The elements of a launch that have not come to be on its day: nothing would be checked of them."""
    for at in touched:
        parts, element = _element(company, at)
        days = [getattr(element, name) for name in type(element).occurrence]
        if days and all(day is not None and _is_later(day, on) for day in days):
            name = type(element).occurrence[0]
            what = f"this has not come to be on the day of the launch, {on}, and nothing of it would be checked"
            yield Flaw((*parts, name), what, f"a day up to {on}, or a launch on a later day")


def _is_later(day: object, on: date) -> bool:
    if day is NOT_DONE:
        return True
    return isinstance(day, date) and (day.date() if isinstance(day, datetime) else day) > on


def _element(company: Company, at: str) -> tuple[tuple[str | int, ...], Element]:
    parts = tuple(parts_of(at))
    found: object = company
    for part in parts:
        found = found[part] if isinstance(part, int) and isinstance(found, tuple) else getattr(found, str(part))
    assert isinstance(found, Element)
    return parts, found


def _problem(flaw: Flaw, document: Document) -> Problem:
    where = pointer(flaw.parts)
    path = readable(flaw.parts, document.company)
    return Problem(document.position(where), where, path, flaw.what, flaw.expected)
