"""A document that is changed: a value replaced or left out, more stated, another order."""

import copy
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from hegui.facts import Field, Kind, Table, company_schema

from .companies import Case, random_case, random_element
from .picking import PICKS, Pick
from .pools import CENTRES, values_of

__all__ = ["changed", "completed", "lengthened", "moments_after", "plain", "reordered"]

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
    pick = draw(PICKS)
    case = pick(cases)
    data = plain(case.data)
    centre = pick(CENTRES)
    for change in pick.some((_replaced, _shifted, _left_out, _cut, _partial) * 2, (1, 2, 3, 0)):
        change(pick, data, centre)
    as_of = case.as_of
    if pick((False, True)):
        as_of = str(pick(tuple(_days_of(data)) or (date.fromisoformat(as_of[:10]),)) + _days(pick))
        as_of += pick(("", "", "T00:00", "T12:00", "T23:59"))
    return replace(case, data=data, as_of=as_of)


def _days(pick: Pick) -> timedelta:
    return timedelta(days=pick(_NEAR))


def _days_of(data: dict[str, Any]) -> Iterator[date]:
    for holder, name, field in _scalars(data):
        value = holder.get(name)
        if field.kind in (Kind.DAY, Kind.MINUTE) and value not in (None, "not_done"):
            yield date.fromisoformat(value[:10])


def _stated(data: dict[str, Any]) -> list[tuple[dict[str, Any], str, Field]]:
    return [one for one in _scalars(data) if one[0].get(one[1]) is not None]


def _replaced(pick: Pick, data: dict[str, Any], centre: date) -> None:
    holder, name, field = pick(_stated(data))
    holder[name] = pick(values_of(field, centre))


def _shifted(pick: Pick, data: dict[str, Any], centre: date) -> None:
    """A day moved by one."""
    dates = [one for one in _stated(data) if one[2].kind in (Kind.DAY, Kind.MINUTE) and one[0][one[1]] != "not_done"]
    if dates:
        holder, name, _ = pick(dates)
        day = date.fromisoformat(holder[name][:10]) + _days(pick)
        holder[name] = f"{day}{holder[name][10:]}"


def _left_out(pick: Pick, data: dict[str, Any], centre: date) -> None:
    holder, name, _ = pick(_stated(data))
    del holder[name]


def _cut(pick: Pick, data: dict[str, Any], centre: date) -> None:
    """A list without its last element, or not given."""
    holder, name, _ = pick([one for one in _all_lists(data) if isinstance(one[0].get(one[1]), list)])
    if holder[name] and pick((False, True)):
        holder[name].pop()
    else:
        del holder[name]
    data["partial"] = [path for path in data.get("partial", ()) if path in set(_given(data))]


def _given(data: dict[str, Any]) -> list[str]:
    return sorted({table.path for holder, name, table in _all_lists(data) if holder.get(name) is not None})


def _partial(pick: Pick, data: dict[str, Any], centre: date) -> None:
    data["partial"] = [pick(_given(data))]


# More is stated


@st.composite
def completed(draw: DrawFn, focuses: Collection[frozenset[str]]) -> tuple[Case, Case]:
    """A case, and the same with more stated: values that were not, a minute where a day was, lists in full or empty.

    There is never a new element.
    """
    pick = draw(PICKS)
    case = random_case(pick, focuses)
    data = copy.deepcopy(dict(case.data))
    centre = pick(CENTRES)
    changes: list[Callable[[], None]] = []
    for holder, name, field in _scalars(data):
        if holder.get(name) is None:
            changes.append(lambda holder=holder, name=name, field=field: _state(pick, holder, name, field, centre))  # type: ignore[misc]
        elif field.kind is Kind.MINUTE and len(str(holder[name])) == len("2018-02-09"):
            changes.append(lambda holder=holder, name=name: _sharpen(pick, holder, name))  # type: ignore[misc]
    for holder, name, _ in _all_lists(data):
        if holder.get(name) is None:
            changes.append(lambda holder=holder, name=name: holder.update({name: []}))  # type: ignore[misc]
    if data.get("partial"):
        changes += [lambda: data.pop("partial", None)] * 3
    for change in pick.some(changes, range(1, 9)):
        change()
    return case, replace(case, data=data)


def _state(pick: Pick, holder: dict[str, Any], name: str, field: Field, centre: date) -> None:
    holder[name] = pick(values_of(field, centre))


def _sharpen(pick: Pick, holder: dict[str, Any], name: str) -> None:
    if len(str(holder[name])) == len("2018-02-09"):
        holder[name] = f"{holder[name]} {pick(('00:00', '12:00', '23:59'))}"


@st.composite
def lengthened(draw: DrawFn, focuses: Collection[frozenset[str]]) -> tuple[Case, Case]:
    """A case with lists that may hold more (each named as partial), and the same with one more element in them."""
    pick = draw(PICKS)
    case = random_case(pick, focuses)
    data = copy.deepcopy(dict(case.data))
    centre = pick(CENTRES)
    lists = [(holder[name], table) for holder, name, table in _all_lists(data) if isinstance(holder.get(name), list)]
    chosen = pick.some([one for one in lists if one[1].words is None], (1, 2, 4, 8))
    data["partial"] = sorted({table.path for _, table in chosen})
    less = copy.deepcopy(data)
    for listed, table in chosen:
        listed.append(random_element(pick, table, "new", centre))
    return replace(case, data=less), replace(case, data=data)


# Another order, another time


@st.composite
def reordered(draw: DrawFn, focuses: Collection[frozenset[str]]) -> tuple[Case, Case]:
    """A case, and the same with the order of all its lists and keys another."""
    pick = draw(PICKS)
    case = random_case(pick, focuses)
    return case, replace(case, data=_shuffled(pick, case.data))


def _shuffled(pick: Pick, data: Any) -> Any:
    if isinstance(data, Mapping):
        keys = pick.ordered(list(data))
        return {key: _shuffled(pick, data[key]) for key in keys}
    if isinstance(data, list):
        return [_shuffled(pick, one) for one in pick.ordered(data)]
    return data


@st.composite
def moments_after(draw: DrawFn, focuses: Collection[frozenset[str]]) -> tuple[Case, Case]:
    """A case, and the same judged later: on a later day, or in a later minute."""
    pick = draw(PICKS)
    case = random_case(pick, focuses)
    day, _, time = case.as_of.partition("T")
    days = pick((1, 2, 10, 30, 90, 400))
    later = str(date.fromisoformat(day) + timedelta(days=days))
    if time and pick((False, True)):
        return case, replace(case, as_of=f"{day}T{max(time, pick(('12:00', '23:59')))}")
    return case, replace(case, as_of=later + pick(("", "T00:00", "T23:59")))
