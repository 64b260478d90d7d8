"""Unknown, not done, none; lists that are partial; ids; and what a document says about itself."""

from typing import Any

import pytest

from hegui.facts import NOT_DONE, Company, FactsError, from_company, from_mapping


def _problems(data: dict[str, Any]) -> list[str]:
    with pytest.raises(FactsError) as raised:
        from_mapping(data)
    return str(raised.value).splitlines()


def test_not_stated_not_done_and_none_are_three_things() -> None:
    unknown = from_mapping({"services": None}).company
    none = from_mapping({"services": []}).company
    assert unknown == from_mapping({}).company == Company()
    assert unknown.services is None
    assert none.services == ()
    (a, b) = from_mapping({"services": [{"id": "a"}, {"id": "b", "ended_on": "not_done"}]}).company.services or ()
    assert a.ended_on is None
    assert b.ended_on is NOT_DONE


def test_a_section_that_is_empty_states_nothing() -> None:
    assert from_mapping({"licence": None}).company.licence == from_mapping({"licence": {}}).company.licence
    assert from_mapping({}).company.licence.regions is None


def test_lists_that_are_partial() -> None:
    data = {"services": [{"id": "a", "regions": ["北京"]}], "partial": ["services", "services.regions"]}
    assert from_mapping(data).company.partial == ("services", "services.regions")


def test_partial_names_lists_that_are_given() -> None:
    expected = "expected partial only for lists that are given in part; one that is left out is unknown as it is"
    assert _problems({"partial": ["launches"]}) == [f"partial[0]: the list 'launches' is not given, {expected}"]
    data: dict[str, Any] = {"services": [{"id": "a"}], "partial": ["services.regions"]}
    assert _problems(data) == [f"partial[0]: the list 'services.regions' is not given, {expected}"]


@pytest.mark.parametrize("path", ["service", "report_years", "licence", "licence.number", "partial", ""])
def test_partial_names_lists_only(path: str) -> None:
    (problem,) = _problems({"partial": [path]})
    assert problem.startswith("partial[0]: ")


def test_partial_names_the_nearest_list() -> None:
    (problem,) = _problems({"partial": ["service"]})
    assert problem.startswith("partial[0]: there is no list 'service' (did you mean services?), expected")


def test_partial_names_a_list_once() -> None:
    problems = _problems({"services": [], "partial": ["services", "services"]})
    assert problems == ["partial[1]: 'services' is already in the list, at partial[0], expected each once"]


def test_ids_are_unique_in_their_list() -> None:
    requests, expected = [{"id": "x"}], "expected an id that no other element of the list has"
    from_mapping({"inspections": [{"id": "a", "requests": requests}, {"id": "b", "requests": requests}]})
    assert _problems({"inspections": [{"id": "a", "requests": [{"id": "x"}, {"id": " x"}]}, {"id": "a"}]}) == [
        f"inspections[a].id: the id 'a' is taken by inspections[0], {expected}",
        f"inspections[a].requests[x].id: the id 'x' is taken by inspections[0].requests[0], {expected}",
    ]


def test_words_stand_once_in_a_list() -> None:
    assert _problems({"licence": {"regions": ["110000", "北京"], "service_items": ["短信", "短信"]}}) == [
        "licence.regions[1]: '北京' is already in the list, at licence.regions[0], expected each once",
        "licence.service_items[1]: '短信' is already in the list, at licence.service_items[0], expected each once",
    ]


def test_a_company_made_by_hand_is_checked_too() -> None:
    twice = Company(services=({"id": "a"}, {"id": "a"}))  # type: ignore[arg-type]
    with pytest.raises(FactsError, match="the id 'a' is taken by"):
        from_company(twice)
    company = Company(name="示例公司")
    assert from_company(company).company == company


def test_sources_speak_of_facts_that_there_are() -> None:
    paths = ["licence", "licence.number", "services", "services.regions", "services[a].started_on", "name"]
    given = {"sources": [{"path": path, "valid_until": "2030-01-01"} for path in paths], "services": [{"id": "a"}]}
    assert from_mapping(given).company.sources
    (problem,) = _problems({"sources": [{"path": "licence.numbr"}]})
    assert problem.startswith("sources[0].path: there are no facts 'licence.numbr' (did you mean licence.number?)")
    stated: dict[str, object] = {"services": [{"id": "a", "regions": ["110000"]}]}
    (problem,) = _problems({"sources": [{"path": "services[b].started_on"}], **stated})
    assert problem.startswith("sources[0].path: 'services[b].started_on' names no element that is stated")
    (problem,) = _problems({"sources": [{"path": "services[a].regions[110000]"}], **stated})
    assert "is an entry of a list of words, expected the list: services[a].regions" in problem


def test_every_problem_is_told_at_once() -> None:
    problems = _problems(
        {
            "nmae": "x",
            "services": [{"id": "a", "network": "x"}, {"id": "a", "comercial": "x", "commercial": "x"}],
            "partial": ["nothing"],
        }
    )
    assert sorted(problem.split(":")[0] for problem in problems) == [
        "nmae",
        "partial[0]",
        "services[a].comercial",
        "services[a].commercial",
        "services[a].id",
        "services[a].network",
    ]
