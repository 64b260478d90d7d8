"""The tables of a portfolio are the rows of its companies."""

from collections.abc import Mapping
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from hegui.engine.columnar.tables import EVERYTHING, Needs, make_tables
from hegui.engine.rows import make_rows
from hegui.facts import company_schema, from_mapping
from hegui.facts.as_of import AsOf
from tests.rulesets.focus import FOCUSES
from tests.sizes import size
from tests.strategies.canonical import canonical
from tests.strategies.companies import Case, random_case
from tests.strategies.picking import PICKS

from .comparing import differences, frame_of

Document = dict[str, Any]

_MIDDLE = AsOf.parse("2018-06-01")


@st.composite
def _portfolios(draw: DrawFn) -> list[Case]:
    pick = draw(PICKS)
    return [random_case(pick, FOCUSES) for _ in range(12)]


def _assert_same(documents: list[Document], as_of: AsOf, frame: pl.DataFrame | None = None) -> None:
    rows = [make_rows(from_mapping(document).company, as_of) for document in documents]
    tables = make_tables(frame_of(documents) if frame is None else frame, as_of)
    assert tables.companies == len(documents)
    found = list(differences(tables, rows))
    assert not found, "\n".join(found)


@settings(max_examples=size(6, full=120))
@given(_portfolios())
def test_random_companies(portfolio: list[Case]) -> None:
    documents = [canonical(case.data) for case in portfolio]
    for case in portfolio[:2]:
        _assert_same(documents, case.moment)


_DAYS = st.sampled_from(["2016-01-01", "2017-01-01", "2018-01-01", "2018-06-01", "2019-01-01", "not_done"])
_CODES = st.sampled_from(["B24", "B25"])
_SERVICE = {
    "code": _CODES,
    "network": st.sampled_from(["mobile", "internet"]),
    "regions": st.lists(st.sampled_from(["110000", "310000", "440000"]), unique=True),
    "started_on": _DAYS,
    "ended_on": _DAYS,
}
_CHECK = {"kind": st.sampled_from(["compliance_test", "risk_assessment"]), "done_on": _DAYS}
_LICENCE = {
    "holder": st.just("甲公司(虚构)"),
    "held_by_company": st.booleans(),
    "codes": st.lists(_CODES, unique=True),
    "issued_on": _DAYS,
    "expires_on": st.just("2019-06-01"),
}


def _often(fields: Mapping[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Document]:
    """Some of the fields: each is left out, or null, as often as not."""
    return st.fixed_dictionaries({}, optional={name: st.none() | one | one for name, one in fields.items()})


@st.composite
def _elements(draw: DrawFn, fields: Mapping[str, st.SearchStrategy[Any]]) -> list[Document]:
    return [{"id": f"{'zyxw'[n]}", **one} for n, one in enumerate(draw(st.lists(_often(fields), max_size=4)))]


_UNIT = {"graded_on": _DAYS, "regraded_on": _DAYS, "in_operation_since": _DAYS, "checks": _elements(_CHECK)}
_LISTS = ("services", "services.regions", "licences", "licences.codes", "network_units", "network_units.checks")


@st.composite
def _what_lists_follow_from(draw: DrawFn) -> Document:
    found = draw(
        _often({"services": _elements(_SERVICE), "network_units": _elements(_UNIT), "licences": _elements(_LICENCE)})
    )
    found["licence"] = draw(_often({"first_obtained_on": _DAYS}) | st.none())
    given_ = [path for path in _LISTS if _is_given(found, path)]
    found["partial"] = draw(st.lists(st.sampled_from(given_), unique=True, max_size=2)) if given_ else None
    return found


def _is_given(document: Document, path: str) -> bool:
    outer, _, inner = path.partition(".")
    elements = document.get(outer)
    return elements is not None and (not inner or any(one.get(inner) is not None for one in elements))


@settings(max_examples=size(12, full=250))
@given(st.lists(_what_lists_follow_from(), min_size=1, max_size=20))
def test_derived_lists(documents: list[Document]) -> None:
    _assert_same(documents, _MIDDLE)


_RICH: Document = {
    "name": "甲公司(虚构)",
    "licence": {"first_obtained_on": "2016-03-01", "terms": [{"id": "t", "expires_on": "2021-03-01"}]},
    "services": [{"id": "a", "code": "B25", "regions": ["110000"], "started_on": "2017-01-01"}, {"id": "b"}],
    "incidents": [
        {"id": "a", "discovered_at": "2018-05-31"},
        {"id": "b", "discovered_at": "2018-06-01", "reported_at": "2018-06-01T12:00"},
        {"id": "c", "discovered_at": "2018-06-02 00:00", "contained_at": "not_done", "orders": []},
    ],
    "partial": ["services.regions"],
}
_POOR: Document = {}


@pytest.mark.parametrize("moment", ["2018-06-01", "2018-06-01T12:00", "2018-06-01T11:59", "2015-01-01"])
def test_what_lies_after_the_moment_has_not_happened(moment: str) -> None:
    _assert_same([_RICH, _POOR, _RICH], AsOf.parse(moment))


def test_a_frame_that_lacks_columns_states_nothing_in_them() -> None:
    frame = pl.DataFrame([{"name": "甲公司(虚构)", "services": [{"id": "a"}]}, {"name": None, "services": []}])
    _assert_same([{"name": "甲公司(虚构)", "services": [{"id": "a"}]}, {"services": []}], _MIDDLE, frame)


def test_no_companies() -> None:
    assert {frame.height for frame in make_tables(frame_of([]), _MIDDLE).frames.values()} == {0}


def test_dates_of_a_dataframe() -> None:
    texts: list[Document] = [
        {"id": "a", "discovered_at": "2018-05-31T00:00", "closed_on": "2018-05-31"},
        {"id": "b", "discovered_at": "2018-06-02T23:59", "closed_on": "not_done"},
        {"id": "c"},
    ]
    frame = frame_of([{"incidents": texts}]).select(
        pl.col("incidents").list.eval(
            pl.struct(
                pl.element().struct.field("id"),
                pl.element().struct.field("discovered_at").str.to_datetime("%Y-%m-%dT%H:%M"),
                pl.element().struct.field("closed_on").replace("not_done", "9999-12-31").str.to_date(),
            )
        )
    )
    inner = frame.schema["incidents"].inner  # type: ignore[attr-defined]
    assert inner.to_schema()["closed_on"] == pl.Date
    _assert_same([{"incidents": texts}], _MIDDLE, frame)


def test_only_what_is_needed_is_made() -> None:
    needs = Needs({"services.regions": frozenset({"value"}), "incidents": frozenset({"kind"})}, frozenset({"apps"}))
    tables = make_tables(frame_of([_RICH, _POOR]), _MIDDLE, needs)
    everything = make_tables(frame_of([_RICH, _POOR]), _MIDDLE, EVERYTHING)
    assert set(tables.frames) == {"company", "services", "services.regions", "incidents"}
    columns = {path: frame.columns for path, frame in tables.frames.items()}
    assert columns == {
        "company": ["company", "imagined", "c:services", "c:apps", "c:incidents"],
        "services": ["company", "parent", "id", "imagined", "c:services.regions"],
        "services.regions": ["company", "parent", "id", "f:value", "imagined"],
        "incidents": ["company", "parent", "id", "f:kind", "imagined"],
    }
    for path, frame in tables.frames.items():
        assert frame.equals(everything.frames[path].select(frame.columns))


@pytest.mark.parametrize("path", [table.path for table in company_schema().tables.values() if table.derived])
def test_a_derived_list_can_be_all_that_is_needed(path: str) -> None:
    needs = Needs({path: frozenset(company_schema().tables[path].fields)}, frozenset({path}))
    tables = make_tables(frame_of([_RICH, _POOR]), _MIDDLE, needs)
    everything = make_tables(frame_of([_RICH, _POOR]), _MIDDLE)
    assert set(tables.frames) == {"company", path}
    assert tables.frames[path].equals(everything.frames[path])
