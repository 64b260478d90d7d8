"""Acts: one thing that a company does about one fact, and the company as it is just after some of them."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from itertools import product
from math import prod
from typing import Any, Final

from msgspec import Struct

from ...facts import NOT_DONE, Bilingual, Company
from ...facts.acting import Change
from ...facts.as_of import AsOf
from ...facts.models.base import Facts
from ...facts.pointers import parts_of
from ...facts.schema import element_model

__all__ = ["Act", "every_outcome", "lies_ahead"]

_MOST_OUTCOMES: Final = 125


class Act(Struct, frozen=True):
    """One thing done on a day.

    `pointer` leads to the field or, where an element is added, to the list. `value` is what the field then says;
    `element` are the fields of an added element, without its id. `open` are fields of the same element that only the
    act settles, each with the values that it can then have.
    """

    pointer: str
    table: str
    subject: tuple[str, ...]
    """The ids of the element that is acted on, or of the one above the list."""
    field: str
    """Empty where an element is added."""
    change: Change | None
    """None where an element is added."""
    was: object
    value: object
    element: tuple[tuple[str, object], ...]
    open: tuple[tuple[str, tuple[object, ...]], ...]
    title: Bilingual

    @property
    def adds(self) -> bool:
        """Whether it adds an element."""
        return self.change is None

    @property
    def place(self) -> str:
        """What no two acts can both change: the pointer of a field; for an added element nothing else is in its way."""
        return f"{self.pointer}+{self.element}" if self.adds else self.pointer


def lies_ahead(event: object, as_of: AsOf) -> bool:
    """Whether an event is known not to have happened yet."""
    if isinstance(event, datetime):
        return event > as_of.happened_until
    return event is NOT_DONE or (isinstance(event, date) and event > as_of.day)


def every_outcome(company: Company, acts: Iterable[Act]) -> Iterator[Company]:
    """The company just after some acts, once for each way in which what they leave open can turn out.

    Of more than 125 ways, only those are given in which what several acts leave open turns out alike.
    """
    acts = tuple(acts)
    outcomes = [tuple(product(*([(name, value) for value in values] for name, values in act.open))) for act in acts]
    if prod(map(len, outcomes)) > _MOST_OUTCOMES:
        most = max(map(len, outcomes))
        ways: Iterable[tuple[Any, ...]] = (tuple(one[min(n, len(one) - 1)] for one in outcomes) for n in range(most))
    else:
        ways = product(*outcomes)
    for way in ways:
        found = company
        for act, settled in zip(acts, way, strict=True):
            found = _done(found, act, dict(settled))
        yield found


def _done(company: Company, act: Act, settled: dict[str, object]) -> Company:
    parts = parts_of(act.pointer)
    if act.adds:
        return _changed(company, parts, lambda listed: (*listed, _element(act, listed)))  # type: ignore[no-any-return]
    *above, name = parts
    return _changed(  # type: ignore[no-any-return]
        company, above, lambda holder: holder.model_copy(update={str(name): act.value, **settled})
    )


def _changed(holder: Any, parts: list[str | int], change: Callable[[Any], Any]) -> Any:
    """A holder with what the parts lead to changed; everything else is the same object."""
    if not parts:
        return change(holder)
    first, rest = parts[0], parts[1:]
    if isinstance(first, int):
        return (*holder[:first], _changed(holder[first], rest, change), *holder[first + 1 :])
    return holder.model_copy(update={first: _changed(getattr(holder, first), rest, change)})


def _element(act: Act, listed: tuple[Any, ...]) -> Facts:
    model: type[Facts] = Company
    for name in act.table.split("."):
        model = element_model(model.model_fields[name]) or model
    taken = {one.id for one in listed}
    identity = next(name for number in range(1, len(taken) + 2) if (name := f"new-{number}") not in taken)
    return model.model_validate({"id": identity, **dict(act.element)})
