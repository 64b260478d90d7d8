"""From plain data to a Company, or another document, with every problem at once and in the words of this product."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple, TypeVar

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

_Root = TypeVar("_Root", bound=Facts)


class Whole(NamedTuple):
    """How messages speak of a whole document: 'the facts are', 'a field of the company', 'expected a mapping of'."""

    name: str
    of: str
    holds: str
    noun: str = "facts"


FACTS: Final = Whole("the facts are", "the company", "sections, such as services: [...]")

_HINTS: Final = 100  # so many unknown keys get a 'did you mean'; nobody reads further, and finding one takes time


def company_from(data: object, locate: Locate, earlier: tuple[Problem, ...] = ()) -> Company:
    """The company that `data` states. Raises FactsError with its problems and the `earlier` ones, in file order."""
    return document_from(Company, FACTS, data, locate, earlier, flaws(data))


def document_from(
    root: type[_Root],
    whole: Whole,
    data: object,
    locate: Locate,
    earlier: tuple[Problem, ...] = (),
    flawed: Iterable[Flaw] = (),
) -> _Root:
    """The document of a model that `data` states. Raises FactsError as `company_from` does, with what is `flawed`."""
    document: _Root | None = None
    found: list[Flaw] = []
    try:
        document = root.model_validate(data)
    except ValidationError as error:
        found += _Teller(root, whole).told(error)
    found += flawed
    problems = [*earlier, *(_problem(flaw, data, locate) for flaw in found)]
    if document is None or problems:
        raise FactsError(in_order(problems), whole.noun)
    return document


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems in the order of the file; those without a place last."""
    return tuple(sorted(problems, key=lambda one: (one.position is None, one.position or Position("", 0, 0))))


def _problem(flaw: Flaw, data: object, locate: Locate) -> Problem:
    where = pointer(flaw.parts)
    what = flaw.what
    if flaw.other is not None:
        place = locate(pointer(flaw.other), False)
        what += f" {pathed(flaw.other)}" + (f" ({place})" if place else "")
    return Problem(locate(where, flaw.at_key), where, readable(flaw.parts, data), what, flaw.expected)


class _Teller:
    """Tells in this product's words what a model refused."""

    def __init__(self, root: type[Facts], whole: Whole) -> None:
        self._root = root
        self._whole = whole

    def told(self, error: ValidationError) -> Iterator[Flaw]:
        """A flaw for each thing that was refused."""
        hints = _HINTS
        for detail in error.errors(include_url=False):
            parts, kind, given = detail["loc"], detail["type"], detail["input"]
            unfit = detail.get("ctx", {}).get("error")
            if isinstance(unfit, Unfit):
                yield Flaw(parts, unfit.what, unfit.expected)
            elif kind == "missing":
                field = self._model_at(parts[:-1]).model_fields[str(parts[-1])]
                yield Flaw(parts, f"there is no {parts[-1]}", about(field).help.en)
            elif kind in ("extra_forbidden", "invalid_key"):
                hints -= 1
                yield self._unknown_key(parts, hints > 0)
            else:
                yield self._wrong_shape(parts, given)

    def _unknown_key(self, parts: tuple[str | int, ...], hint: bool) -> Flaw:
        key = str(parts[-1])
        known = self._model_at(parts[:-1]).model_fields
        near = nearest(key, known) if hint else None
        what = f"there is no field {shown(key)}" + (f" (did you mean {near}?)" if near else "")
        holder = next((part for part in reversed(parts[:-1]) if isinstance(part, str)), self._whole.of)
        expected = f"a field of {holder}" if near else "one of " + ", ".join(known)
        return Flaw((*parts[:-1], key), what, expected, at_key=True)

    def _wrong_shape(self, parts: tuple[str | int, ...], given: object) -> Flaw:
        if not parts:
            return Flaw(parts, f"{self._whole.name} {thing(given)}", f"a mapping of {self._whole.holds}")
        field = self._field_at(parts)
        described, model = about(field), element_model(field)
        if described.singular is None or isinstance(parts[-1], int):
            with_id = model is not None and "id" in model.model_fields
            expected = f"{described.singular}: a mapping" if described.singular else "a mapping of fields"
            if described.singular and with_id:
                expected += " with an id"
            return Flaw(parts, f"{thing(given)} where a mapping belongs", expected)
        if model is not None:
            of = "elements that each have an id" if "id" in model.model_fields else "mappings"
        else:
            words = scalar_of(field)[2]
            of = "provinces, or nationwide" if words is Province else "texts" if words is None else "words"
        return Flaw(parts, f"{thing(given)} where a list belongs", f"a list of {of}; {_UNKNOWN}")

    def _model_at(self, parts: tuple[str | int, ...]) -> type[Facts]:
        model: type[Facts] = self._root
        for part in parts:
            if isinstance(part, str):
                model = element_model(model.model_fields[part]) or model
        return model

    def _field_at(self, parts: tuple[str | int, ...]) -> FieldInfo:
        names = [part for part in parts if isinstance(part, str)]
        return self._model_at(tuple(names[:-1])).model_fields[names[-1]]


_UNKNOWN: Final = "[] says that there is none, and leaving it out that it is not known"
