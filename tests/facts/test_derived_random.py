"""Stating more never contradicts what was derived before, and the order of lists says nothing."""

from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from hegui.facts import from_mapping
from hegui.facts.as_of import AsOf
from hegui.facts.derived import derive

_DAYS = st.sampled_from(["2016-01-01", "2017-01-01", "2018-01-01", "2019-01-01", "not_done"])
_SERVICE = {
    "code": st.sampled_from(["B24", "B25"]),
    "network": st.sampled_from(["mobile", "internet"]),
    "regions": st.lists(st.sampled_from(["北京", "上海"]), unique=True),
    "started_on": _DAYS,
    "ended_on": _DAYS,
}
_CHECK = {"kind": st.sampled_from(["compliance_test", "risk_assessment"]), "done_on": _DAYS}


@st.composite
def _elements(draw: st.DrawFn, fields: Mapping[str, st.SearchStrategy[Any]]) -> list[dict[str, Any]]:
    drawn = draw(st.lists(st.fixed_dictionaries(dict(fields)), max_size=4))
    return [{"id": str(n), **each} for n, each in enumerate(drawn)]


_UNIT = {
    "graded_on": _DAYS,
    "regraded_on": _DAYS,
    "in_operation_since": _DAYS,
    "checks": _elements(_CHECK),
}
_FULL = st.fixed_dictionaries({"services": _elements(_SERVICE), "network_units": _elements(_UNIT)})


def _less(draws: st.DataObject, value: Any) -> Any:
    """`value` with some of what it states left out: never an element, always the id."""
    if isinstance(value, list):
        return [_less(draws, each) for each in value]
    if not isinstance(value, dict):
        return value
    left_out = draws.draw(st.sets(st.sampled_from(sorted(value))), label="left out") - {"id"}
    return {name: None if name in left_out else _less(draws, each) for name, each in value.items()}


def _rows(data: dict[str, Any]) -> dict[tuple[str, str], Mapping[str, object]]:
    derived = derive(from_mapping(data).company, AsOf.parse("2018-06-01"))
    return {(path, row.id): row.values for path, listed in derived.items() for row in listed.elements}


def _can_become(less: str, more: str) -> bool:
    """Whether an id whose parts can be unknown can be that of an element of which more is stated."""
    parts, others = less.split("/"), more.split("/")
    return len(parts) == len(others) and all(
        part in ("unknown", other) for part, other in zip(parts, others, strict=True)
    )


@given(_FULL, st.data())
def test_stating_more_keeps_what_was_known(full: dict[str, Any], draws: st.DataObject) -> None:
    more = _rows(full)
    derived = derive(from_mapping(less := _less(draws, full)).company, AsOf.parse("2018-06-01"))
    known = {
        key: values
        for key, values in _rows(less).items()
        if "unknown" not in key[1] and None not in (values.get("started_on", ""), values.get("from_on", ""))
    }
    for key, values in known.items():
        assert all(more[key][name] == value for name, value in values.items() if value is not None), key
    for path, listed in derived.items():
        if listed.complete:
            now = [id_ for table, id_ in more if table == path]
            assert all(any(_can_become(row.id, id_) for row in listed.elements) for id_ in now)


@given(_FULL, st.data())
def test_the_order_of_lists_does_not_matter(full: dict[str, Any], draws: st.DataObject) -> None:
    def shuffled(value: Any) -> Any:
        if isinstance(value, list):
            return draws.draw(st.permutations([shuffled(each) for each in value]))
        return {name: shuffled(each) for name, each in value.items()} if isinstance(value, dict) else value

    facts = _less(draws, full)
    assert _rows(shuffled(facts)) == _rows(facts)
