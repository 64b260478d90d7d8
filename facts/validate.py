"""From plain data to a Company, with every problem at once and in the words of this product."""

from collections.abc import Callable, Iterator
from typing import Final

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from .check import Flaw, flaws
from .errors import FactsError, Position, Problem
from .models.base import Facts
from .models.company import Company
from .pointers import pathed, pointer, readable
from .provinces import Province
from .schema import about, element_model, scalar_of
from .unfit import Unfit, nearest, shown, thing

Locate = Callable[[str, bool], Position | None]
"""Where the value at a pointer stands, or (the flag) its key."""

_HINTS: Final = 100  # so many unknown keys get a 'did you mean'; nobody reads further, and finding one takes time


def company_from(data: object, locate: Locate, earlier: tuple[Problem, ...] = ()) -> Company:
    """The company that `data` states. Raises FactsError with its problems and the `earlier` ones, in file order."""
    company: Company | None = None
    found: list[Flaw] = []
    try:
        company = Company.model_validate(data)
    except ValidationError as error:
        found += _told(error, data)
    found += flaws(data)
    problems = [*earlier, *(_problem(flaw, data, locate) for flaw in found)]
    if company is None or problems:
        problems.sort(key=lambda problem: (problem.position is None, problem.position or Position("", 0, 0)))
        raise FactsError(tuple(problems))
    return company


def _problem(flaw: Flaw, data: object, locate: Locate) -> Problem:
    where = pointer(flaw.parts)
    what = flaw.what
    if flaw.other is not None:
        place = locate(pointer(flaw.other), False)
        what += f" {pathed(flaw.other)}" + (f" ({place})" if place else "")
    return Problem(locate(where, flaw.at_key), where, readable(flaw.parts, data), what, flaw.expected)


def _told(error: ValidationError, data: object) -> Iterator[Flaw]:
    hints = _HINTS
    for detail in error.errors(include_url=False):
        parts, kind, given = detail["loc"], detail["type"], detail["input"]
        unfit = detail.get("ctx", {}).get("error")
        if isinstance(unfit, Unfit):
            yield Flaw(parts, unfit.what, unfit.expected)
        elif kind == "missing":
            field = _model_at(parts[:-1]).model_fields[str(parts[-1])]
            yield Flaw(parts, f"there is no {parts[-1]}", about(field).help.en)
        elif kind in ("extra_forbidden", "invalid_key"):
            hints -= 1
            yield _unknown_key(parts, hints > 0)
        else:
            yield _wrong_shape(parts, given)


def _unknown_key(parts: tuple[str | int, ...], hint: bool) -> Flaw:
    key = str(parts[-1])
    known = _model_at(parts[:-1]).model_fields
    near = nearest(key, known) if hint else None
    what = f"there is no field {shown(key)}" + (f" (did you mean {near}?)" if near else "")
    holder = next((part for part in reversed(parts[:-1]) if isinstance(part, str)), "the company")
    expected = f"a field of {holder}" if near else "one of " + ", ".join(known)
    return Flaw((*parts[:-1], key), what, expected, at_key=True)


def _wrong_shape(parts: tuple[str | int, ...], given: object) -> Flaw:
    if not parts:
        return Flaw(parts, f"the facts are {thing(given)}", "a mapping of sections, such as services: [...]")
    field = _field_at(parts)
    described, model = about(field), element_model(field)
    if described.singular is None or isinstance(parts[-1], int):
        expected = f"{described.singular}: a mapping with an id" if described.singular else "a mapping of fields"
        return Flaw(parts, f"{thing(given)} where a mapping belongs", expected)
    if model is not None:
        of = "elements that each have an id"
    else:
        words = scalar_of(field)[2]
        of = "provinces, or nationwide" if words is Province else "texts" if words is None else "words"
    return Flaw(parts, f"{thing(given)} where a list belongs", f"a list of {of}; {_UNKNOWN}")


_UNKNOWN: Final = "[] says that there is none, and leaving it out that it is not known"


def _model_at(parts: tuple[str | int, ...]) -> type[Facts]:
    model: type[Facts] = Company
    for part in parts:
        if isinstance(part, str):
            model = element_model(model.model_fields[part]) or model
    return model


def _field_at(parts: tuple[str | int, ...]) -> FieldInfo:
    names = [part for part in parts if isinstance(part, str)]
    return _model_at(tuple(names[:-1])).model_fields[names[-1]]
