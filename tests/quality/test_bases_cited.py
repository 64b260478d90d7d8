"""Which law stands behind a finding of the licence's ruleset: only what may fit the case, and of the right day."""

from typing import Any, Final

import pytest

import hegui

FACTS: Final[dict[str, Any]] = {
    "licence": {
        "number": "B2-20990001",
        "first_obtained_on": "2016-01-19",
        "terms": [{"id": "first", "starts_on": "2016-01-19", "expires_on": "2026-12-31"}],
    }
}


@pytest.fixture(scope="module")
def auditor() -> hegui.Auditor:
    return hegui.Auditor(select=["SP-06-a", "SP-07-d-6", "SP-10-a", "SP-10-b"], engine="compiled")


def cited(auditor: hegui.Auditor, norm: str, as_of: str = "2018-06-01", **facts: object) -> set[str]:
    [finding] = [one for one in auditor.audit({**FACTS, **facts}, as_of).findings if one.norm == norm]
    return {basis.id for basis in (*finding.bases, *finding.consequences)}


def request(kind: str, **facts: object) -> list[dict[str, object]]:
    dates = {"received_on": "2018-05-02", "due_on": "2018-05-15", "provided_on": "not_done"}
    return [{"id": "r", "kind": kind, "lawful": True, **dates, **facts}]


@pytest.mark.parametrize(("norm", "kind"), [("SP-10-a", "interface"), ("SP-10-b", "decryption")])
def test_the_law_of_counter_terrorism_is_for_counter_terrorism(auditor: hegui.Auditor, norm: str, kind: str) -> None:
    terror = request(kind, authority="state_security", purpose="counter_terrorism")
    crime = request(kind, authority="public_security", purpose="criminal_investigation")
    assert {"CTL-18", "CTL-84"} <= cited(auditor, norm, assistance_requests=terror)
    assert not {"CTL-18", "CTL-84"} & cited(auditor, norm, assistance_requests=crime)


@pytest.mark.parametrize(("norm", "kind"), [("SP-10-a", "interface"), ("SP-10-b", "other")])
@pytest.mark.parametrize(
    ("authority", "fits"),
    [("public_security", True), ("state_security", True), ("telecom", False), ("cyberspace", False), (None, True)],
)
def test_help_for_others_than_the_police_and_state_security_has_the_licence_alone(
    auditor: hegui.Auditor, norm: str, kind: str, authority: str | None, fits: bool
) -> None:
    """Where it is not stated who asks, the articles may fit and are cited."""
    requests = request(kind, authority=authority, purpose="criminal_investigation")
    found = cited(auditor, norm, assistance_requests=requests)
    assert ({"CSL-28", "CSL-69"} <= found) is fits
    assert "LIC42-4" in found


@pytest.mark.parametrize(
    ("stage", "expected"),
    [("use", {"CSL-41"}), ("storage", {"CSL-42"}), (None, {"CSL-41", "CSL-42"})],
)
def test_collecting_and_keeping_data_have_an_article_each(
    auditor: hegui.Auditor, stage: str | None, expected: set[str]
) -> None:
    breach = [{"id": "b", "stage": stage, "found_on": "2018-05-02", "closed_on": "not_done"}]
    assert cited(auditor, "SP-07-d-6", lifecycle_breaches=breach) & {"CSL-41", "CSL-42"} == expected


def test_a_state_is_judged_by_the_law_of_the_day(auditor: hegui.Auditor) -> None:
    """In operation before the measures on protection and still not graded: they bind it all the same."""
    units = [{"id": "u", "in_operation_since": "2009-05-02", "graded_on": "not_done"}]
    assert {"CNP11-7", "CNP11-22", "LIC42-4"} <= cited(auditor, "SP-06-a", network_units=units)
