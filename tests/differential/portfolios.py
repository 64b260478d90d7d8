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

__all__ = ["assert_portfolio_agrees"]

Told = tuple[str, str, str, str | None, str | None]
"""Norm, subject, status, due, strict due."""


def assert_portfolio_agrees(engine: ColumnarEngine, ruleset: Ruleset, cases: Sequence[Case], as_of: AsOf) -> None:
    """The engine and the judge say the same of every company, norm and subject; counts are those of the findings."""
    decided = engine.decide(make_tables(_frame(cases), as_of, engine.needs))
    found: list[set[Told]] = [set() for _ in cases]
    findings = decided.findings(tuple(Status))
    for company, norm, *rest in findings.select("company", "norm", "subject", "status", "due", "strict_due").rows():
        found[company].add((norm, *rest))
    counts = decided.counts.to_dicts()
    differences = [
        f"company {number}: {difference}"
        for number, case in enumerate(cases)
        for difference in _differences(ruleset, case, as_of, found[number], counts[number])
    ]
    assert not differences, "\n".join(differences)
    assert findings.height == sum(len(one) for one in found), "a finding is told twice"


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


def _differences(ruleset: Ruleset, case: Case, as_of: AsOf, found: set[Told], counts: dict[str, int]) -> Iterator[str]:
    judgement = judge(case.document.company, as_of, ruleset.norms.values())
    expected = {
        (norm, "/".join(ids), one.status, one.due_text, one.strict_text)
        for (norm, ids), one in judgement.findings.items()
    }
    yield from (f"judge {one}" for one in sorted(expected - found, key=str))
    yield from (f"columnar {one}" for one in sorted(found - expected, key=str))
    statuses = Counter(one.status for one in judgement.findings.values())
    told = {status.value: counts[status.value] for status in Status}
    if told != {status.value: statuses[status.value] for status in Status}:
        yield f"counts {told}, judge {dict(statuses)}"
