"""Types by which msgspec reads a line of JSON strictly: as a document's keys, with values of the right type.

A list of provinces that is written `nationwide` becomes the list of all of them.
"""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, Final

from msgspec import UNSET, Meta, Struct, UnsetType, defstruct

from ..provinces import NATIONWIDE_SPELLINGS, Province
from ..scalars import GREATEST_NUMBER
from ..schema import Field, Kind
from .dtypes import Leaf, Shape, document_shape

__all__ = ["document_type"]

_PROVINCES: Final = [province.value for province in Province]
_NUMBER: Final = Annotated[int, Meta(ge=0, le=GREATEST_NUMBER)]


@cache
def document_type() -> type[Struct]:
    """The type of a document; what is not stated is UNSET, and what is stated as null is None."""
    return _struct("Document", document_shape())


def _struct(name: str, shape: Mapping[str, Shape]) -> type[Struct]:
    fields: list[tuple[str, Any, Any]] = []
    required: list[tuple[str, Any]] = []
    provinces: list[str] = []
    for key, inner in shape.items():
        if isinstance(inner, Leaf) and inner.field.required:
            required.append((key, _type(key, inner)))
            continue
        kind = _type(key, inner)
        if _is_of_provinces(inner):
            provinces.append(key)
            kind = kind | str
        fields.append((key, kind | None | UnsetType, UNSET))
    namespace = {"__post_init__": _spelled_out(tuple(provinces))} if provinces else None
    return defstruct(name, [*required, *fields], forbid_unknown_fields=True, namespace=namespace, gc=False)


def _type(name: str, shape: Shape) -> Any:
    if isinstance(shape, Leaf):
        return _scalar(shape.field)
    if isinstance(shape, list):
        return list[_type(name, shape[0])]  # type: ignore[misc]
    return _struct(name, shape)


def _scalar(field: Field) -> Any:
    match field.kind:
        case Kind.FLAG:
            return bool
        case Kind.NUMBER:
            return _NUMBER
        case _:
            return str


def _is_of_provinces(shape: Shape) -> bool:
    return isinstance(shape, list) and isinstance(shape[0], Leaf) and shape[0].field.words is Province


def _spelled_out(names: tuple[str, ...]) -> Any:
    def __post_init__(self: Any) -> None:  # noqa: N807
        for name in names:
            stated = getattr(self, name)
            if type(stated) is str:
                if stated not in NATIONWIDE_SPELLINGS:
                    raise ValueError("a text where a list belongs")
                setattr(self, name, _PROVINCES)

    return __post_init__
