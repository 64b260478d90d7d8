"""What the laws compare: the findings of a company, by norm and subject."""

from collections.abc import Mapping
from functools import cache

from hegui.engine.audit import Auditor
from hegui.engine.decisions import decided
from hegui.engine.findings import Finding, Report
from hegui.engine.rows import make_rows
from hegui.engine.status import Status, decide
from tests.rulesets.packaged import bound, miit_b25
from tests.strategies.companies import Case

__all__ = ["audited", "auditor", "findings_of", "statuses_of"]

Key = tuple[str, tuple[str, ...]]


@cache
def auditor(engine: str) -> Auditor:
    """One that is built once."""
    return Auditor(miit_b25(), engine=engine)


def audited(case: Case, engine: str = "rete") -> Report:
    """The report on a company."""
    return auditor(engine).audit(case.document, case.moment)


def findings_of(case: Case, engine: str = "rete") -> Mapping[Key, Finding]:
    """The findings, by norm and path of the subject's ids."""
    return {(finding.norm, finding.subject): finding for finding in audited(case, engine).findings}


def statuses_of(case: Case, engine_name: str = "compiled") -> Mapping[Key, Status]:
    """The statuses of the findings, without all else that findings say, which takes most of the time of an audit."""
    ruleset, engine = bound({}, engine_name)
    rows = make_rows(case.document.company, case.moment)
    decisions = engine.decide(rows)
    return {
        (norm.id, row.ids): decide(decision)
        for norm in ruleset.norms.values()
        for row, decision in decided(norm.id, norm.subject, rows, decisions)
    }
