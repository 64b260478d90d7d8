"""Random documents as a person could write them: plain data that YAML and JSON can both hold."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from pydantic.fields import FieldInfo

from hegui.facts import Company, Kind
from hegui.facts.check import lists_of
from hegui.facts.models.base import Facts
from hegui.facts.provinces import Province
from hegui.facts.schema import company_schema, element_model, is_list, scalar_of

_DAYS: Final = st.dates(date(1990, 1, 1), date(2100, 12, 31))
_ALPHABET: Final = st.characters(categories=["L", "N", "P", "S", "Zs"])

TEXTS: Final = st.text(_ALPHABET, min_size=1, max_size=12).filter(lambda text: text.strip() not in ("", "?"))


def _minute(draw: DrawFn) -> str:
    hour, minute = draw(st.integers(0, 23)), draw(st.integers(0, 59))
    return f"{draw(_DAYS)} {hour:02}:{minute:02}"


_KINDS: Final[dict[Kind, SearchStrategy[Any]]] = {
    Kind.FLAG: st.booleans(),
    Kind.TEXT: TEXTS,
    Kind.NUMBER: st.integers(0, 2**53 - 1),
    Kind.DAY: _DAYS.map(str),
    Kind.MINUTE: st.composite(_minute)() | _DAYS.map(str),
}


def values(field: FieldInfo) -> SearchStrategy[Any]:
    """What can be written for a field that is no list: a value of its kind, and never null."""
    kind, event, words = scalar_of(field)
    value = _KINDS[kind] if words is None else st.sampled_from([text for word in words for text in word.spellings])
    return value | st.sampled_from(["not_done", "未办理"]) if event else value


def _lists(field: FieldInfo) -> SearchStrategy[Any]:
    model, words = element_model(field), None
    if model is not None:
        unique: Callable[[Any], Any] = lambda element: str(element["id"]).strip()  # noqa: E731
        return st.lists(_mappings(model), max_size=3, unique_by=unique)
    words = scalar_of(field)[2]
    if words is None:
        return st.lists(TEXTS, max_size=3, unique_by=str.strip)
    chosen = st.lists(st.sampled_from(list(words)), max_size=3, unique=True).map(lambda some: [w.value for w in some])
    return chosen | st.just("nationwide") if words is Province else chosen


def _mappings(model: type[Facts]) -> SearchStrategy[dict[str, Any]]:
    required, optional = {}, {}
    for name, field in model.model_fields.items():
        inner = element_model(field)
        found = _lists(field) if is_list(field) else values(field) if inner is None else _mappings(inner)
        if field.is_required():
            required[name] = found
        else:
            optional[name] = found | st.none()
    return st.fixed_dictionaries(required, optional=optional)


_SECTIONS: Final = {
    name: _lists(field)
    if is_list(field)
    else values(field)
    if (model := element_model(field)) is None
    else _mappings(model)
    for name, field in Company.model_fields.items()
    if name not in ("partial", "sources")
}


@st.composite
def documents(draw: DrawFn) -> dict[str, Any]:
    """A document of up to four sections, some of whose lists it calls partial."""
    names = draw(st.lists(st.sampled_from(sorted(_SECTIONS)), max_size=4, unique=True))
    data = {name: draw(_SECTIONS[name]) for name in names}
    given = [path for path in company_schema().tables if path != "company" and any(True for _ in lists_of(data, path))]
    if given:
        data["partial"] = draw(st.lists(st.sampled_from(given), max_size=2, unique=True) | st.none())
    return data


__all__ = ["TEXTS", "documents", "values"]
