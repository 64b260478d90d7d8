"""How many elements a company has: as many as it has rows for, and never more than what a short count allows for."""

from hypothesis import given

from hegui.engine.rows import make_rows
from hegui.facts import from_mapping
from hegui.facts.as_of import AsOf
from hegui.facts.elements import YEARS, most_elements, number_of_elements
from hegui.facts.provenance import current
from tests.strategies.companies import Case, cases

DAY = AsOf.parse("2020-10-12")


@given(case=cases())
def test_elements_are_rows_that_stand_for_something(case: Case) -> None:
    as_of = case.moment
    company, _ = current(case.document.company, as_of)
    rows = make_rows(company, as_of).tables.values()
    assert number_of_elements(company, as_of) == sum(not row.imagined for table in rows for row in table)
    assert number_of_elements(company, as_of) <= most_elements(company)


def test_what_can_follow_is_allowed_for_and_no_more() -> None:
    checks = [{"id": "a", "kind": "risk_assessment", "done_on": "2019-02-01"}]
    unit = {"id": "u", "graded_on": "2018-01-01", "in_operation_since": "2018-01-01", "regraded_on": "2019-01-01"}
    services = [{"id": "s", "started_on": "2018-01-01", "regions": ["北京", "上海"], "functions": []}]
    licences = [{"id": "l", "codes": ["B24", "B25"]}]
    facts = {"network_units": [{**unit, "checks": checks}], "services": services, "licences": licences}
    company = from_mapping(facts).company
    stated, following = 8, 4 + 1 + 2 + 2
    assert number_of_elements(company, DAY) == stated + following
    assert most_elements(company) == stated + following + YEARS


def test_each_of_the_derived_years_is_one() -> None:
    company = from_mapping({"licence": {"first_obtained_on": "2015-01-01"}}).company
    assert number_of_elements(company, DAY) == 5
