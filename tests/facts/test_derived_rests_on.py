"""Derived lists are worked out from what RESTS_ON says, and from nothing else."""

import copy
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import given, settings

from hegui.facts.check import lists_of
from hegui.facts.derived import OF_ONE, RESTS_ON, derive
from hegui.facts.schema import COMPANY, Field, company_schema
from tests.sizes import size
from tests.strategies.changes import plain
from tests.strategies.companies import Case, cases
from tests.strategies.picking import PICKS, Pick
from tests.strategies.pools import CENTRES, values_of

_FOCUSES = (
    frozenset({"services", "services.regions"}),
    frozenset({"licences", "licences.codes"}),
    frozenset({"network_units", "network_units.checks"}),
    frozenset({COMPANY}),
)
_RESTS_ON = frozenset[str]().union(*RESTS_ON.values())


@settings(max_examples=size(20, full=400))
@given(cases(focuses=_FOCUSES), PICKS)
def test_another_field_changes_no_derived_list(case: Case, pick: Pick) -> None:
    data = plain(copy.deepcopy(dict(case.data)))
    centre = pick(CENTRES)
    for holder, name, field in pick.some(list(_others(data)), (20,)):
        holder[name] = pick(values_of(field, centre))
    changed = replace(case, data=data)
    assert derive(changed.document.company, case.moment) == derive(case.document.company, case.moment)


@settings(max_examples=size(10, full=200))
@given(cases(focuses=_FOCUSES))
def test_of_one_element_is_what_it_is_with_that_element_alone(case: Case) -> None:
    company = case.document.company
    for table, path in (("licensed_businesses", "licences"), ("check_periods", "network_units")):
        assert table in OF_ONE
        whole = derive(company, case.moment)[table].elements
        apart = [
            derive(company.model_copy(update={path: (one,)}), case.moment)[table].elements
            for one in getattr(company, path) or ()
        ]
        assert [one.values for one in whole] == [one.values for elements in apart for one in elements]


def _others(data: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str, Field]]:
    """The fields of all elements that no derived list is said to rest on, with what holds them."""
    for path, table in company_schema().tables.items():
        if path != COMPANY and not table.derived and table.words is None:
            for _, elements in lists_of(data, path):
                for element in elements:
                    assert isinstance(element, dict)
                    for name, field in table.fields.items():
                        if name != "id" and f"{path}.{name}" not in _RESTS_ON:
                            yield element, name, field


def test_what_it_names_is_there() -> None:
    tables = company_schema().tables
    known = {path for path in tables if not tables[path].derived}
    known |= {f"{path}.{name}" for path in known for name in tables[path].fields}
    known |= set(tables[COMPANY].fields)
    assert known >= _RESTS_ON
    assert {path for path, table in tables.items() if table.derived} == set(RESTS_ON)
