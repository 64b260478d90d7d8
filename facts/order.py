"""The order in which the models, and so templates and reports, speak of a company's facts."""

from collections.abc import Sequence
from functools import cache

from .models.base import Facts
from .models.company import Company
from .schema import element_model

__all__ = ["field_names", "place_of"]


def field_names(parts: Sequence[str | int]) -> tuple[str, ...]:
    """The fields, in order, of what `parts` lead to: the company, a section, or an element of a list."""
    return tuple(_fields(tuple(part for part in parts if isinstance(part, str))))


def place_of(parts: Sequence[str | int]) -> tuple[int, ...]:
    """What sorts facts as a document that is in order has them; elements as the document at hand has them."""
    names: tuple[str, ...] = ()
    places: list[int] = []
    for part in parts:
        if isinstance(part, int):
            places.append(part)
        else:
            places.append(_fields(names)[part])
            names += (part,)
    return tuple(places)


@cache
def _fields(names: tuple[str, ...]) -> dict[str, int]:
    model: type[Facts] = Company
    for name in names:
        inner = element_model(model.model_fields[name])
        assert inner is not None
        model = inner
    return {name: number for number, name in enumerate(model.model_fields)}
