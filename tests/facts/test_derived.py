"""Lists that follow from the facts: years of annual reports, businesses of other licences, provinces of operation."""

from datetime import date
from typing import Any

import pytest

from hegui.facts import NOT_DONE, Province, company_schema, from_mapping
from hegui.facts.as_of import AsOf
from hegui.facts.derived import DerivedList, derive
from hegui.facts.words.business import BusinessCode, Network


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


MESSAGES = {"code": "B25", "network": "mobile"}
SERVICES = [
    {"id": "a", **MESSAGES, "regions": ["上海", "北京"], "started_on": "2016-01-01", "ended_on": "2019-05-31"},
    {"id": "b", **MESSAGES, "regions": ["北京"], "started_on": "2017-01-01", "ended_on": "not_done"},
    {"id": "c", **MESSAGES, "regions": ["天津"], "started_on": "2020-06-02", "ended_on": "not_done"},
    {"id": "d", **MESSAGES, "regions": ["河北"], "started_on": "not_done"},
    {"id": "e", "code": "B24", "network": "fixed_phone", "regions": ["北京"], "started_on": "2015-01-01"},
]


def test_provinces_of_operation_are_those_of_services_that_have_started() -> None:
    found = _derived("operating_provinces", services=SERVICES)
    assert found.complete
    assert _ids(found) == ["B24/fixed_phone/110000", "B25/mobile/110000", "B25/mobile/310000"]
    beijing, shanghai = found.elements[1:]
    assert (beijing.pointer, shanghai.pointer) == ("/services/0/regions/1", "/services/0/regions/0")
    assert beijing.values == {
        "id": "B25/mobile/110000",
        "code": BusinessCode.B25,
        "network": Network.MOBILE,
        "province": Province.BEIJING,
        "started_on": date(2016, 1, 1),
        "ended_on": NOT_DONE,
    }
    assert shanghai.values["ended_on"] == date(2019, 5, 31)
    assert "B25/mobile/120000" in _ids(_derived("operating_provinces", "2020-06-02", services=SERVICES))
    assert _ids(_derived("operating_provinces", services=SERVICES[::-1])) == _ids(found)


def _beijing(*others: dict[str, Any]) -> Any:
    rows = _derived("operating_provinces", services=[*SERVICES, *others]).elements
    return next(row for row in rows if row.id == "B25/mobile/110000")


@pytest.mark.parametrize(
    ("other", "missing"),
    [
        ({**MESSAGES, "regions": ["北京"]}, "started_on"),
        ({"network": "mobile", "regions": ["北京"]}, "started_on"),
        ({**MESSAGES, "started_on": "2015-12-31"}, "regions"),
        ({"network": "mobile", "regions": ["北京"], "started_on": "2015-12-31"}, "code"),
        ({"code": "B25", "regions": ["北京"], "started_on": "2015-12-31"}, "network"),
    ],
)
def test_a_start_is_unknown_where_another_service_can_have_been_there_earlier(
    other: dict[str, Any], missing: str
) -> None:
    found = _beijing({"id": "x", **other})
    assert (found.values["started_on"], found.pointer) == (None, f"/services/5/{missing}")


@pytest.mark.parametrize(
    "other",
    [
        {**MESSAGES, "started_on": "2016-01-01"},
        {**MESSAGES, "started_on": "not_done"},
        {"code": "B24", "started_on": "2015-12-31"},
        {"code": "B25", "network": "internet"},
        {"regions": ["上海"]},
    ],
)
def test_a_start_is_known_where_no_other_service_can_have_been_there_earlier(other: dict[str, Any]) -> None:
    assert _beijing({"id": "x", **other}).values["started_on"] == date(2016, 1, 1)


@pytest.mark.parametrize(
    ("services", "latest"),
    [
        ([{**MESSAGES, "ended_on": "2019-05-31"}, {**MESSAGES, "ended_on": "2018-05-31"}], date(2019, 5, 31)),
        ([{**MESSAGES, "ended_on": "2019-05-31"}, MESSAGES], None),
        ([{**MESSAGES, "ended_on": "not_done"}, MESSAGES], NOT_DONE),
        ([{**MESSAGES, "ended_on": "2019-05-31"}, {"ended_on": "2018-05-31"}], date(2019, 5, 31)),
        ([{**MESSAGES, "ended_on": "2019-05-31"}, {"ended_on": "2019-06-01"}], None),
        ([{**MESSAGES, "ended_on": "2019-05-31"}, {"ended_on": "not_done"}], None),
    ],
)
def test_a_province_is_left_when_its_last_service_ends(services: list[dict[str, Any]], latest: object) -> None:
    stated = [
        {"id": str(n), "regions": ["北京"], "started_on": "2016-01-01", **each} for n, each in enumerate(services)
    ]
    rows = _derived("operating_provinces", services=stated).elements
    assert (rows[0].id, rows[0].values["ended_on"]) == ("B25/mobile/110000", latest)


@pytest.mark.parametrize(
    ("data", "missing"),
    [
        ({}, ("/services",)),
        ({"services": [SERVICES[1], {"id": "x"}]}, ("/services/1/regions",)),
        ({"services": [SERVICES[1]], "partial": ["services"]}, ("/services",)),
        ({"services": [SERVICES[3], SERVICES[1]], "partial": ["services.regions"]}, ("/services/1/regions",)),
    ],
)
def test_provinces_are_incomplete_where_services_or_regions_are(data: dict[str, Any], missing: tuple[str, ...]) -> None:
    found = _derived("operating_provinces", **data)
    assert (found.complete, found.missing) == (False, missing)
    assert _ids(found) == (["B25/mobile/110000"] if data else [])


@pytest.mark.parametrize(
    ("ended_on", "latest"), [("2019-05-31", None), ("not_done", NOT_DONE)], ids=["ended", "running"]
)
def test_a_partial_list_of_services_leaves_start_and_end_open(ended_on: str, latest: object) -> None:
    service = {**SERVICES[1], "ended_on": ended_on}
    (found,) = _derived("operating_provinces", services=[service], partial=["services"]).elements
    assert (found.values["started_on"], found.pointer) == (None, "/services")
    assert found.values["ended_on"] is latest


def test_a_service_that_has_not_started_needs_no_regions() -> None:
    found = _derived("operating_provinces", services=[{"id": "x", "started_on": "not_done"}])
    assert (found.elements, found.complete) == ((), True)


def test_a_place_is_named_by_what_is_stated_of_it() -> None:
    services = [{"id": "x", "regions": ["北京"], "started_on": "2016-01-01"}]
    assert _ids(_derived("operating_provinces", services=services)) == ["unknown/unknown/110000"]


def test_derived_lists_and_their_fields_are_those_of_the_schema() -> None:
    found = derive(
        from_mapping(
            {
                "licence": {"first_obtained_on": "2015-01-01"},
                "licences": LICENCES,
                "services": SERVICES,
                "network_units": [{"id": "a"}],
            }
        ).company,
        AsOf.parse("2020-06-01"),
    )
    tables = {path: table for path, table in company_schema().tables.items() if table.derived}
    assert list(found) == list(tables)
    for path, table in tables.items():
        assert found[path].elements
        assert all(list(element.values) == list(table.fields) for element in found[path].elements)


def test_derived_lists_cannot_be_stated() -> None:
    with pytest.raises(Exception, match="there is no field 'report_years'"):
        from_mapping({"report_years": []})
