"""A company that sends text messages is not asked what is not its business, though it says nothing about it."""

from pathlib import Path
from typing import Any, Final

import pytest
import yaml

import hegui
from hegui import Report, Status

EXAMPLE: Final = Path(__file__).resolve().parents[2] / "examples" / "text_messages"
DAY: Final = (EXAMPLE / "as_of.txt").read_text(encoding="utf-8").strip()

PLATFORMS: Final = ("SP-15-11-", "SP-15-12-", "SP-15-13-", "SP-15-14-")
"""App stores, search, communities, messaging."""
GENERAL: Final = frozenset({"SP-15-14-d"})
"""The ban on public telephony, in the second sentence of item 14, is read to bind every service."""
OF_PLATFORMS: Final = frozenset({"app_store", "apps", "community", "accounts"})

ITS_BUSINESS: Final = frozenset(
    {
        "advertisements",
        "assistance_requests",
        "charges",
        "complaints",
        "entity_changes",
        "illegal_information",
        "incidents",
        "inspections",
        "lifecycle_breaches",
        "lifecycle_rules",
        "misuses",
        "network_units",
        "projects",
        "pushes",
        "registration_changes",
        "regulator_findings",
        "resources_held",
        "statements",
        "threat_orders",
    }
)
"""The sections that the example leaves out and whoever sends text messages may be asked for."""


def facts(*sections: str) -> dict[str, Any]:
    """The example, or only some of its sections."""
    stated: dict[str, Any] = yaml.safe_load((EXAMPLE / "facts.yaml").read_text(encoding="utf-8"))
    return {section: stated[section] for section in sections or stated}


def asked(report: Report) -> set[str]:
    """The sections that a report asks for."""
    return {pointer.split("/")[1] for finding in report.findings for pointer in finding.missing}


@pytest.fixture(scope="module")
def auditor() -> hegui.Auditor:
    return hegui.Auditor(engine="compiled")


@pytest.fixture(scope="module")
def report(auditor: hegui.Auditor) -> Report:
    return auditor.audit(facts(), DAY)


@pytest.fixture(scope="module")
def barest(auditor: hegui.Auditor) -> Report:
    """The report where nothing but the licence and the service is stated."""
    return auditor.audit(facts("licence", "services"), DAY)


def test_the_example_says_nothing_about_platforms() -> None:
    assert not OF_PLATFORMS & set(facts())
    assert {service["network"] for service in facts()["services"]} == {"mobile"}


def test_it_is_asked_for_its_own_business_only(report: Report) -> None:
    assert asked(report) == ITS_BUSINESS
    assert report.counts[Status.VIOLATED] == 0


def test_the_licence_and_the_service_are_enough_not_to_be_asked_about_platforms(barest: Report) -> None:
    assert not OF_PLATFORMS & asked(barest)


def test_what_is_about_platforms_does_not_apply_and_the_report_says_why(report: Report, barest: Report) -> None:
    for told in (report, barest):
        platforms = [one for one in told.findings if one.norm.startswith(PLATFORMS) and one.norm not in GENERAL]
        assert len({one.norm for one in platforms}) == 17
        for finding in platforms:
            assert finding.status is Status.NOT_APPLICABLE, finding.norm
            assert finding.reasons.children, finding.norm
            assert any(evidence.pointer.startswith("/services/0/") for evidence in finding.evidence), finding.norm


def test_what_is_general_applies(report: Report) -> None:
    assert {one.status for one in report.findings if one.norm in GENERAL} == {Status.MET}


def test_where_nothing_was_launched_nothing_is_asked_about_assessments(report: Report) -> None:
    assessments = [one for one in report.findings if one.norm.startswith("SP-15-08-") and one.norm != "SP-15-08-a"]
    assert {one.norm: one.status for one in assessments} == dict.fromkeys(
        ("SP-15-08-b", "SP-15-08-c", "SP-15-08-d", "SP-15-08-e"), Status.NOT_APPLICABLE
    )
