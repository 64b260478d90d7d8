"""Where statements come from, and until when they count."""

from datetime import date
from typing import Any

import pytest

from hegui.facts import from_mapping
from hegui.facts.as_of import AsOf
from hegui.facts.naming import PathError, named_by, steps_of
from hegui.facts.provenance import Origins, current

FACTS: dict[str, Any] = {
    "name": "示例公司(虚构)",
    "licence": {
        "number": "B2-20990001",
        "regions": ["110000"],
        "terms": [{"id": "一", "starts_on": "2016-01-19", "expires_on": "2021-01-19"}],
    },
    "services": [
        {"id": "a.b", "network": "mobile", "regions": ["110000"]},
        {"id": "sms", "network": "internet", "regions": ["120000"], "started_on": "2017-01-01"},
    ],
}


@pytest.mark.parametrize(
    ("path", "pointers", "left"),
    [
        ("name", ["/name"], {"name": None}),
        ("licence.number", ["/licence/number"], {"number": None}),
        ("licence", ["/licence"], {"number": None, "terms": None, "regions": None}),
        ("licence.terms[一].expires_on", ["/licence/terms/0/expires_on"], {}),
        ("services", ["/services"], {"services": None}),
        ("services[a.b].network", ["/services/0/network"], {}),
        ("services.network", ["/services/0/network", "/services/1/network"], {}),
        ("services[sms]", ["/services/1"], {}),
        ("services[sms].regions", ["/services/1/regions"], {}),
    ],
)
def test_what_is_outdated_counts_as_not_stated(path: str, pointers: list[str], left: dict[str, object]) -> None:
    given = {**FACTS, "sources": [{"path": path, "source": "工信部网站", "valid_until": "2018-06-01"}]}
    document = from_mapping(given)
    still, outdated = current(document.company, AsOf.parse("2018-06-01"))
    assert (still, dict(outdated)) == (document.company, {})
    after, outdated = current(document.company, AsOf.parse("2018-06-02"))
    assert dict(outdated) == dict.fromkeys(pointers, date(2018, 6, 1))
    for name, value in left.items():
        assert getattr(after if hasattr(after, name) else after.licence, name) == value
    assert from_mapping(given).company == document.company
    assert after != document.company


def test_of_an_element_the_id_stays() -> None:
    document = from_mapping({**FACTS, "sources": [{"path": "services[sms]", "valid_until": "2018-06-01"}]})
    after, _ = current(document.company, AsOf.parse("2020-01-01"))
    assert after.services is not None
    assert after.services[0] == (document.company.services or ())[0]
    assert {name for name, value in after.services[1] if value is not None} == {"id"}


def test_a_later_source_of_the_same_path_renews_it() -> None:
    sources = [{"path": "name", "valid_until": "2018-06-01"}, {"path": "name", "valid_until": "2019-06-01"}]
    document = from_mapping({**FACTS, "sources": sources})
    assert current(document.company, AsOf.parse("2019-01-01"))[0].name is not None
    assert current(document.company, AsOf.parse("2019-06-02"))[0].name is None
    unlimited = from_mapping({**FACTS, "sources": [*sources, {"path": "name", "source": "营业执照"}]})
    assert current(unlimited.company, AsOf.parse("2030-01-01"))[0].name is not None


def test_a_fact_has_the_sources_of_the_nearest_that_holds_it() -> None:
    sources = [
        {"path": "services", "source": "业务台账"},
        {"path": "services[sms].started_on", "source": "上线通知", "evidence": "邮件 3"},
        {"path": "services[sms].started_on", "source": "工单"},
        {"path": "name", "valid_until": "2019-06-01"},
    ]
    origins = Origins(from_mapping({**FACTS, "sources": sources}).company)
    assert origins.of("/services/1/started_on") == "上线通知(邮件 3);工单"
    assert origins.of("/services/1/regions/0") == origins.of("/services/0/network") == "业务台账"
    assert origins.of("/name") is None
    assert origins.of("/licence/number") is None


@pytest.mark.parametrize("path", ["", ".", "a.", "a[b", "a]", "a[b][c]", "a[b]c", "a b", "a..b", "[x]"])
def test_what_is_no_path_is_refused(path: str) -> None:
    with pytest.raises(PathError):
        steps_of(path)


def test_a_path_that_leads_nowhere_names_nothing() -> None:
    company = from_mapping(FACTS).company
    assert list(named_by("services[c].network", company)) == []
    assert list(named_by("name[c]", company)) == []
    assert list(named_by("inspections.requests", company)) == []
