"""Lists that follow from the facts: the years of annual reports, and the businesses of other licences."""

from datetime import date
from typing import Any

import pytest

from hegui.facts import NOT_DONE, company_schema, from_mapping
from hegui.facts.as_of import AsOf
from hegui.facts.derived import DerivedList, derive


def _derived(path: str, as_of: str = "2020-06-01", **data: Any) -> DerivedList:
    return derive(from_mapping(data).company, AsOf.parse(as_of))[path]


def _ids(found: DerivedList) -> list[str]:
    return [element.id for element in found.elements]


def test_report_years_run_from_the_year_after_the_first_licence_to_this_one() -> None:
    found = _derived("report_years", licence={"first_obtained_on": "2017-12-31"})
    assert _ids(found) == ["2018", "2019", "2020"]
    assert found.complete
    values, id_, pointer = found.elements[1]
    assert (id_, pointer) == ("2019", "/licence/first_obtained_on")
    assert values == {"id": "2019", "year": 2019, "opens_on": date(2019, 1, 1), "closes_on": date(2019, 3, 31)}


@pytest.mark.parametrize("obtained", ["2020-01-01", "2020-12-31", "2021-01-01", "not_done"])
def test_there_is_no_report_year_before_the_licence(obtained: str) -> None:
    found = _derived("report_years", licence={"first_obtained_on": obtained})
    assert (found.elements, found.complete) == ((), True)


def test_report_years_are_unknown_where_the_first_licence_is() -> None:
    assert _derived("report_years") == DerivedList((), complete=False, missing=("/licence/first_obtained_on",))


LICENCES = [
    {"id": "a", "holder": "示例供应商", "codes": ["A12", "A26"], "internet": False, "issued_on": "2015-01-01"},
    {"id": "b", "codes": [], "issued_on": "not_done"},
    {"id": "c", "level": "provincial", "codes": ["B25"], "issued_on": "not_done", "expires_on": "2020-01-01"},
]


def test_businesses_are_those_of_each_licence() -> None:
    found = _derived("licensed_businesses", licences=LICENCES)
    assert _ids(found) == ["a/A12", "a/A26", "c/B25"]
    assert found.complete
    assert [element.pointer for element in found.elements] == [
        "/licences/0/codes/0",
        "/licences/0/codes/1",
        "/licences/2/codes/0",
    ]
    values = found.elements[2].values
    assert values["licence"] == "c"
    assert values["issued_on"] is NOT_DONE
    assert values["expires_on"] == date(2020, 1, 1)
    assert values["held_by_company"] is None


@pytest.mark.parametrize(
    ("data", "missing"),
    [
        ({}, ("/licences",)),
        ({"licences": [{"id": "a"}, LICENCES[2]]}, ("/licences/0/codes",)),
        ({"licences": [LICENCES[2]], "partial": ["licences"]}, ("/licences",)),
        ({"licences": [LICENCES[2]], "partial": ["licences.codes"]}, ("/licences/0/codes",)),
    ],
)
def test_businesses_are_incomplete_where_licences_are(data: dict[str, Any], missing: tuple[str, ...]) -> None:
    found = _derived("licensed_businesses", **data)
    assert not found.complete
    assert found.missing == missing
    assert _ids(found) == (["c/B25"] if len(found.elements) else [])


def test_derived_lists_and_their_fields_are_those_of_the_schema() -> None:
    found = derive(
        from_mapping({"licence": {"first_obtained_on": "2015-01-01"}, "licences": LICENCES}).company,
        AsOf.parse("2020-06-01"),
    )
    tables = {path: table for path, table in company_schema().tables.items() if table.derived}
    assert list(found) == list(tables)
    for path, table in tables.items():
        assert all(list(element.values) == list(table.fields) for element in found[path].elements)


def test_derived_lists_cannot_be_stated() -> None:
    with pytest.raises(Exception, match="there is no field 'report_years'"):
        from_mapping({"report_years": []})
