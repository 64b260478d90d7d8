"""Where statements come from, and until when they are valid: what `sources` says."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from .as_of import AsOf
from .models.base import Facts
from .models.company import Company
from .naming import named_by
from .pointers import nearest_entry, pointer

__all__ = ["Origins", "current"]

_Model = TypeVar("_Model", bound=Facts)


def current(company: Company, as_of: AsOf) -> tuple[Company, Mapping[str, date]]:
    """The company without what its `sources` say was valid until a day that has passed.

    Besides, the JSON pointers of what was taken out, each with that day. Where a path has several sources, it is valid
    until the last of their days. Of an element its id stays, since it is there whatever is known of it.
    """
    outdated: dict[str, date] = {}
    for path, until in _last_days(company).items():
        if until < as_of.day:
            for parts in [*named_by(path, company)]:
                outdated[pointer(parts)] = until
                company = _without(company, parts)
    return company, MappingProxyType(outdated)


class Origins:
    """Where the statements of a company come from, by the pointers of what its `sources` name."""

    def __init__(self, company: Company) -> None:
        self._told: dict[str, list[str]] = {}
        for source in company.sources or ():
            told = source.source if source.evidence is None else f"{source.source or ''}({source.evidence})"
            for parts in named_by(source.path, company) if told else ():
                self._told.setdefault(pointer(parts), []).append(told or "")

    def of(self, fact: str) -> str | None:
        """The sources of what stands at a pointer or, where it has none of its own, of the nearest that holds it."""
        told = nearest_entry(self._told, fact)
        return None if told is None else ";".join(told)


def _last_days(company: Company) -> dict[str, date]:
    """Until when what a path names is valid: where several sources name it, until the last of their days."""
    days: dict[str, date] = {}
    for source in company.sources or ():
        until = source.valid_until or date.max
        days[source.path] = max(until, days.get(source.path, until))
    return days


def _without(model: _Model, parts: tuple[str | int, ...]) -> _Model:
    name, *rest = parts
    assert isinstance(name, str)
    value = getattr(model, name)
    if value is None:
        return model
    if rest and isinstance(rest[0], int):
        number, below = rest[0], rest[1:]
        element = value[number]
        changed = _without(element, tuple(below)) if below else _emptied(element)
        value = (*value[:number], changed, *value[number + 1 :])
    elif rest:
        value = _without(value, tuple(rest))
    else:
        value = _emptied(value) if isinstance(value, Facts) else None
    return model.model_copy(update={name: value})


def _emptied(model: _Model) -> _Model:
    return model.model_copy(update=dict.fromkeys(name for name in type(model).model_fields if name != "id"))
