"""A document that is changed: a value replaced or left out, more stated, another order."""

import copy
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from hegui.facts import Field, Kind, Table, company_schema

from .companies import Case
from .pools import CENTRES, values_of

__all__ = ["changed", "completed", "moments_after", "plain", "reordered"]

_ROOT = "company"
_NEAR = (-1, 1, 0)


def plain(data: Any) -> Any:
    """Plain mappings, lists and texts, as a file would hold them."""
    if isinstance(data, Mapping):
        return {str(key): plain(value) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [plain(value) for value in data]
    return str(data) if isinstance(data, (str, date)) else data


def _holders(data: dict[str, Any], table: Table) -> Iterator[dict[str, Any]]:
    """The mappings that hold a list of this table: sections are made where they are missing."""
    head, _, _ = table.path.rpartition(".")
    tables = company_schema().tables
    if table.parent == _ROOT:
        yield _section(data, head)
        return
    assert table.parent is not None
    above = tables[table.parent]
    for holder in _holders(data, above):
        listed = holder.get(above.name)
        yield from listed if isinstance(listed, list) else ()


def _section(data: dict[str, Any], path: str) -> dict[str, Any]:
    if path and data.get(path) is None:
        data[path] = {}
    found = data[path] if path else data
    assert isinstance(found, dict)
    return found


def _scalars(data: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str, Field]]:
    """Every scalar field of the company and of every element, stated or not, with the mapping that holds it."""
    for path, field in company_schema().tables[_ROOT].fields.items():
        section, _, name = path.rpartition(".")
        yield _section(data, section), name, field
    for table in _lists():
        if table.words is None:
            for holder in _holders(data, table):
                listed = holder.get(table.name)
                for element in listed if isinstance(listed, list) else ():
                    yield from ((element, name, field) for name, field in table.fields.items() if name != "id")


def _lists() -> tuple[Table, ...]:
    return tuple(table for table in company_schema().tables.values() if table.path != _ROOT and not table.derived)


def _all_lists(data: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str, Table]]:
    for table in _lists():
        yield from ((holder, table.name, table) for holder in _holders(data, table))


# Any change


@st.composite
def changed(draw: DrawFn, cases: tuple[Case, ...]) -> Case:
    """One of some cases with a few values replaced or left out, a list cut or called partial, or at another time."""
    case = draw(st.sampled_from(cases))
    data = plain(case.data)
    centre = draw(st.sampled_from(CENTRES))
    for change in draw(st.lists(st.sampled_from((_replaced, _shifted, _left_out, _cut, _partial)), max_size=3)):
        change(draw, data, centre)
    as_of = case.as_of
    if draw(st.booleans()):
        as_of = str(draw(st.sampled_from(tuple(_days_of(data)) or (date.fromisoformat(as_of[:10]),))) + _days(draw))
        as_of += draw(st.sampled_from(("", "", "T00:00", "T12:00", "T23:59")))
    return replace(case, data=data, as_of=as_of)


def _days(draw: DrawFn) -> timedelta:
    return timedelta(days=draw(st.sampled_from(_NEAR)))


def _days_of(data: dict[str, Any]) -> Iterator[date]:
    for holder, name, field in _scalars(data):
        value = holder.get(name)
        if field.kind in (Kind.DAY, Kind.MINUTE) and value not in (None, "not_done"):
            yield date.fromisoformat(value[:10])


def _stated(data: dict[str, Any]) -> list[tuple[dict[str, Any], str, Field]]:
    return [one for one in _scalars(data) if one[0].get(one[1]) is not None]


def _replaced(draw: DrawFn, data: dict[str, Any], centre: date) -> None:
    holder, name, field = draw(st.sampled_from(_stated(data)))
    holder[name] = draw(st.sampled_from(values_of(field, centre)))


def _shifted(draw: DrawFn, data: dict[str, Any], centre: date) -> None:
    """A day moved by one."""
    dates = [one for one in _stated(data) if one[2].kind in (Kind.DAY, Kind.MINUTE) and one[0][one[1]] != "not_done"]
    if dates:
        holder, name, _ = draw(st.sampled_from(dates))
        day = date.fromisoformat(holder[name][:10]) + _days(draw)
        holder[name] = f"{day}{holder[name][10:]}"


def _left_out(draw: DrawFn, data: dict[str, Any], centre: date) -> None:
    holder, name, _ = draw(st.sampled_from(_stated(data)))
    del holder[name]


def _cut(draw: DrawFn, data: dict[str, Any], centre: date) -> None:
    """A list without its last element, or not given."""
    holder, name, _ = draw(st.sampled_from([one for one in _all_lists(data) if isinstance(one[0].get(one[1]), list)]))
    if holder[name] and draw(st.booleans()):
        holder[name].pop()
    else:
        del holder[name]
    data["partial"] = [path for path in data.get("partial", ()) if path in set(_given(data))]


def _given(data: dict[str, Any]) -> list[str]:
    return sorted({table.path for holder, name, table in _all_lists(data) if holder.get(name) is not None})


def _partial(draw: DrawFn, data: dict[str, Any], centre: date) -> None:
    data["partial"] = [draw(st.sampled_from(_given(data)))]


# More is stated


@st.composite
def completed(draw: DrawFn, cases: st.SearchStrategy[Case]) -> tuple[Case, Case]:
    """A case, and the same with more stated: values that were not, a minute where a day was, lists in full or empty.

    There is never a new element.
    """
    case = draw(cases)
    data = copy.deepcopy(dict(case.data))
    centre = draw(st.sampled_from(CENTRES))
    changes: list[Callable[[], None]] = []
    for holder, name, field in _scalars(data):
        if holder.get(name) is None:
            changes.append(lambda holder=holder, name=name, field=field: _state(draw, holder, name, field, centre))  # type: ignore[misc]
        elif field.kind is Kind.MINUTE and len(str(holder[name])) == len("2018-02-09"):
            changes.append(lambda holder=holder, name=name: _sharpen(draw, holder, name))  # type: ignore[misc]
    for holder, name, _ in _all_lists(data):
        if holder.get(name) is None:
            changes.append(lambda holder=holder, name=name: holder.update({name: []}))  # type: ignore[misc]
    if data.get("partial"):
        changes += [lambda: data.pop("partial", None)] * 3
    for change in draw(st.lists(st.sampled_from(changes), min_size=1, max_size=8)) if changes else ():
        change()
    return case, replace(case, data=data)


def _state(draw: DrawFn, holder: dict[str, Any], name: str, field: Field, centre: date) -> None:
    holder[name] = draw(st.sampled_from(values_of(field, centre)))


def _sharpen(draw: DrawFn, holder: dict[str, Any], name: str) -> None:
    if len(str(holder[name])) == len("2018-02-09"):
        holder[name] = f"{holder[name]} {draw(st.sampled_from(('00:00', '12:00', '23:59')))}"


# Another order, another time


@st.composite
def reordered(draw: DrawFn, cases: st.SearchStrategy[Case]) -> tuple[Case, Case]:
    """A case, and the same with the order of all its lists and keys another."""
    case = draw(cases)
    return case, replace(case, data=_shuffled(draw, case.data))


def _shuffled(draw: DrawFn, data: Any) -> Any:
    if isinstance(data, Mapping):
        keys = draw(st.permutations(list(data)))
        return {key: _shuffled(draw, data[key]) for key in keys}
    if isinstance(data, list):
        return [_shuffled(draw, one) for one in draw(st.permutations(data))]
    return data


@st.composite
def moments_after(draw: DrawFn, cases: st.SearchStrategy[Case]) -> tuple[Case, Case]:
    """A case, and the same judged later: on a later day, or in a later minute."""
    case = draw(cases)
    day, _, time = case.as_of.partition("T")
    days = draw(st.sampled_from((1, 2, 10, 30, 90, 400)))
    later = str(date.fromisoformat(day) + timedelta(days=days))
    if time and draw(st.booleans()):
        return case, replace(case, as_of=f"{day}T{max(time, draw(st.sampled_from(('12:00', '23:59'))))}")
    return case, replace(case, as_of=later + draw(st.sampled_from(("", "T00:00", "T23:59"))))
