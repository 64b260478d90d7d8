"""The clean example states everything that is asked, and has something to say to most norms."""

from collections import defaultdict

import pytest

import hegui
from hegui import Report, Status
from hegui.facts.schema import company_schema
from tests.walk.company import CLEAN, CLEAN_DAY, clean

# What the clean company has not done or does not have, so that nothing is asked of it there.
ELSEWHERE = {
    "LF-01": "the licence has not expired",
    "SP-01-a-1": "the one finding of a regulator is on the quality of service",
    "SP-01-b-1": "likewise",
    "SP-01-c-1": "likewise",
    "SP-01-e-1": "likewise",
    "SP-01-f-1": "likewise",
    "SP-01-g-1": "likewise",
    "SP-01-h-1": "likewise",
    "SP-01-i-1": "likewise",
    "SP-05-e-1": "likewise",
    "SP-15-10-a-1": "likewise",
    "SP-02-f-2": "the number is shown nowhere else; whether it has to be is always for a person to say",
    "SP-03-a": "it builds no transmission facilities",
    "SP-04-b": "it provides no resources",
    "SP-04-c": "likewise",
    "SP-06-c-2": "no grade was changed",
    "SP-07-f": "its incident was no leak",
    "SP-10-b": "nobody asked for decryption",
    "SP-11-b-1": "its operation was not transferred",
    "SP-11-c": "no foreign shareholder came",
    "SP-12-c": "it means to go on",
    "SP-15-03-a": "the illegal information was a user's",
    "SP-15-12-b": "it was found before there was a search",
    "SP-15-13-b": "no account broke a rule; whether a step against one fits is always for a person to say",
    # No app store is clean by default: whether its patrols are frequent enough is for a person to say (SP-15-11-c).
    **dict.fromkeys((f"SP-15-11-{letter}" for letter in "abcdefghi"), "it has no app store"),
}


@pytest.fixture(scope="module")
def report() -> Report:
    return hegui.audit(CLEAN / "facts.yaml", CLEAN_DAY, engine="compiled")


def test_nothing_is_violated_and_nothing_is_asked(report: Report) -> None:
    assert report.verdict is hegui.Verdict.CLEAN
    assert {one.status for one in report.findings} == {Status.MET, Status.PENDING, Status.NOT_APPLICABLE}
    assert not [one.norm for one in report.findings if one.missing]


def test_every_section_is_stated() -> None:
    stated = set(clean())
    lists = {path for path, table in company_schema().tables.items() if not table.derived and path != "company"}
    scalars = {field.partition(".")[0] for field in company_schema().tables["company"].fields}
    assert stated == scalars | {path.partition(".")[0] for path in lists}


def test_most_norms_apply(report: Report) -> None:
    statuses = defaultdict(set)
    for finding in report.findings:
        statuses[finding.norm].add(finding.status)
    assert {norm for norm, found in statuses.items() if found == {Status.NOT_APPLICABLE}} == set(ELSEWHERE)
