"""What the columnar engine says of a portfolio, held against the judge company by company."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

import polars as pl
from pydantic import BaseModel

from hegui.engine.columnar import ColumnarEngine
from hegui.engine.columnar.tables import make_tables
from hegui.engine.ruleset import Ruleset
from hegui.engine.status import Status
from hegui.facts.as_of import AsOf
from hegui.facts.portfolio.dtypes import canonical_schema
from tests.judge import judge
from tests.strategies.companies import Case

__all__ = ["Told", "assert_portfolio_agrees", "judged", "told_by_columns", "told_otherwise"]

Told = tuple[str, str, str, str | None, str | None]
"""Norm, subject, status, due, strict due."""


def assert_portfolio_agrees(engine: ColumnarEngine, ruleset: Ruleset, cases: Sequence[Case], as_of: AsOf) -> None:
    """The engine and the judge say the same of every company, norm and subject."""
    differences = [
        f"company {number}: {difference}"
        for number, (case, found) in enumerate(zip(cases, told_by_columns(engine, cases, as_of), strict=True))
        for difference in told_otherwise("columnar", found, judged(ruleset, case, as_of))
    ]
    assert not differences, "\n".join(differences)


def told_by_columns(engine: ColumnarEngine, cases: Sequence[Case], as_of: AsOf) -> list[set[Told]]:
    """What the columnar engine says of each company. Its counts have to be those of its findings."""
    decided = engine.decide(make_tables(_frame(cases), as_of, engine.needs))
    found: list[set[Told]] = [set() for _ in cases]
    findings = decided.findings(tuple(Status))
    for company, norm, *rest in findings.select("company", "norm", "subject", "status", "due", "strict_due").rows():
        found[company].add((norm, *rest))
    assert findings.height == sum(len(one) for one in found), "a finding is told twice"
    for one, counts in zip(found, decided.counts.to_dicts(), strict=True):
        statuses = Counter(status for _, _, status, _, _ in one)
        assert {status.value: counts[status.value] for status in Status} == {
            status.value: statuses[status.value] for status in Status
        }
    return found


def judged(ruleset: Ruleset, case: Case, as_of: AsOf) -> set[Told]:
    """What the judge says of a company."""
    judgement = judge(case.document.company, as_of, ruleset.norms.values())
    return {
        (norm, "/".join(ids), one.status, one.due_text, one.strict_text)
        for (norm, ids), one in judgement.findings.items()
    }


def told_otherwise(name: str, found: set[Told], expected: set[Told]) -> Iterator[str]:
    """Where somebody and the judge differ."""
    yield from (f"judge {one}" for one in sorted(expected - found, key=str))
    yield from (f"{name} {one}" for one in sorted(found - expected, key=str))


def _frame(cases: Sequence[Case]) -> pl.DataFrame:
    lines = [json.dumps(_spelled(case.document.company), ensure_ascii=False) for case in cases]
    return pl.read_ndjson("\n".join(lines).encode(), schema=dict(canonical_schema()))


def _spelled(value: Any) -> Any:
    """What was read, in the spelling of a portfolio."""
    match value:
        case BaseModel():
            return {name: _spelled(one) for name, one in value if one is not None}
        case tuple():
            return [_spelled(one) for one in value]
        case datetime():
            return value.isoformat(timespec="minutes")
        case date():
            return value.isoformat()
        case bool() | int():
            return value
        case _:
            return str(value)
