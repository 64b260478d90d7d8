"""A walk through the licence: from the clean company, each clause is broken by as few facts as that takes."""

import pytest

import hegui
from hegui import Report, Status
from tests.walk.breaks import BREAKS, FIELDS_OF_ARTICLE_1, Break
from tests.walk.company import CLEAN_DAY, changed, clean, pointer

BY_RETE = ("face", "preamble", "3", "6", "8", "9", "15(1)", "15(8)", "15(11)")
"""Of these clauses the first break is decided by the engine of rules as well."""


@pytest.fixture(scope="module")
def auditor() -> hegui.Auditor:
    return hegui.Auditor(engine="compiled")


@pytest.fixture(scope="module")
def rete() -> hegui.Auditor:
    return hegui.Auditor(engine="rete")


def clauses(auditor: hegui.Auditor) -> dict[str, str]:
    """The clause of each norm and umbrella."""
    report = auditor.audit(clean(), CLEAN_DAY)
    findings = {one.norm: one.clause for one in report.findings}
    return findings | {one.norm: one.clause for one in report.umbrellas}


def told(report: Report, status: Status) -> set[str]:
    """The norms and umbrellas with some finding of a status."""
    findings = {one.norm for one in report.findings if one.status is status}
    return findings | {one.norm for one in report.umbrellas if one.status is status}


def violated(report: Report) -> set[str]:
    return told(report, Status.VIOLATED)


def undetermined(report: Report) -> set[str]:
    return told(report, Status.UNDETERMINED)


def name(case: Break) -> str:
    return f"{case.clause}-{min(case.violated)}"


def test_the_walk_passes_every_clause(auditor: hegui.Auditor) -> None:
    assert {case.clause for case in BREAKS} == {clause.id for clause in auditor.ruleset.clauses}
    assert {clause.id for clause in auditor.ruleset.clauses} == {
        "face",
        "preamble",
        *(str(number) for number in range(1, 16)),
        *(f"15({number})" for number in range(1, 15)),
    }


def test_the_walk_sets_out_where_nothing_is_broken(auditor: hegui.Auditor) -> None:
    report = auditor.audit(clean(), CLEAN_DAY)
    assert report.verdict is hegui.Verdict.CLEAN
    assert violated(report) | undetermined(report) == set()


@pytest.mark.parametrize("case", BREAKS, ids=name)
def test_a_clause_is_broken_and_no_other_but_what_follows(auditor: hegui.Auditor, case: Break) -> None:
    report = auditor.audit(changed(case.changes), CLEAN_DAY)
    assert violated(report) == case.violated | set(case.follows)
    assert undetermined(report) == set()
    clause_of = clauses(auditor)
    assert {clause_of[norm] for norm in case.violated} == {case.clause}
    assert case.clause not in {clause_of[norm] for norm in case.follows}


@pytest.mark.parametrize("case", BREAKS, ids=name)
def test_the_evidence_holds_what_was_changed(auditor: hegui.Auditor, case: Break) -> None:
    pointers = tuple(pointer(path) for path in case.changes)
    for finding in auditor.audit(changed(case.changes), CLEAN_DAY).findings:
        if finding.status is Status.VIOLATED:
            assert [fact.pointer for fact in finding.evidence if fact.pointer.startswith(pointers)], finding.norm


@pytest.mark.parametrize("clause", BY_RETE)
def test_the_engine_of_rules_breaks_the_same(auditor: hegui.Auditor, rete: hegui.Auditor, clause: str) -> None:
    facts = changed(next(case.changes for case in BREAKS if case.clause == clause))
    found, same = rete.audit(facts, CLEAN_DAY), auditor.audit(facts, CLEAN_DAY)
    assert (found.engine, same.engine) == ("rete", "compiled")
    assert (found.findings, found.umbrellas) == (same.findings, same.umbrellas)


@pytest.mark.parametrize("field", FIELDS_OF_ARTICLE_1)
def test_each_field_of_article_1_is_broken_by_a_final_finding(auditor: hegui.Auditor, field: str) -> None:
    changes = {"regulator_findings/服务公示/closed_on": "not_done"}
    if field != "service_quality":  # which it is
        changes["regulator_findings/服务公示/domain"] = field
    report = auditor.audit(changed(changes), CLEAN_DAY)
    assert violated(report) == FIELDS_OF_ARTICLE_1[field] | {"SP-00-c"}
    assert undetermined(report) == set()


def test_a_final_finding_on_users_rights_breaks_article_5(auditor: hegui.Auditor) -> None:
    changes = {"regulator_findings/服务公示/domain": "user_rights", "regulator_findings/服务公示/closed_on": "not_done"}
    report = auditor.audit(changed(changes), CLEAN_DAY)
    assert violated(report) == {"SP-05-e", "SP-05-e-1", "SP-00-c"}
    # Whether it is about the text messages, which item 10 is about, or the hotline, the facts do not tell.
    assert undetermined(report) == {"SP-15-10-a", "SP-15-10-a-1", "SP-15-00-a"}
