"""Every engine says the same as the judge on random small rulesets, which are written as files and parsed."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, reject, settings

from hegui.engine.audit import ENGINES, Auditor
from hegui.engine.columnar import ColumnarEngine
from hegui.engine.rete.network import RuleLimitError
from hegui.engine.status import Status
from tests.differential.compare import assert_agreement, engine_of
from tests.differential.portfolios import assert_portfolio_agrees
from tests.sizes import size
from tests.strategies.companies import Case
from tests.strategies.rulesets import Sample, samples
from tests.strategies.small import loaded, norm, reading


@pytest.mark.parametrize("name", sorted(ENGINES))
@settings(max_examples=size(50, full=2_500))
@given(sample=samples())
def test_random_rulesets(name: str, sample: Sample) -> None:
    with tempfile.TemporaryDirectory() as folder:
        ruleset = sample.load(Path(folder))
    try:
        engine = engine_of(name, ruleset)
    except RuleLimitError:
        reject()
    for case in sample.companies:
        assert_agreement(engine, ruleset, case)


@pytest.mark.parametrize("name", sorted(ENGINES))
@pytest.mark.parametrize(
    ("choice", "status"),
    [("it.started_on if True else not_done", Status.VIOLATED), ("not_done if True else it.started_on", Status.MET)],
)
def test_a_date_that_has_not_come_is_a_date(tmp_path: Path, name: str, choice: str, status: Status) -> None:
    """What a reading's parameter chooses once and for all can be counted from, whichever it is."""
    choice = choice.replace("True", "readings.strict == readings.strict")
    norms = {"N-1": norm("services", forbids=f"days_after(({choice}), 0) < today")}
    ruleset = loaded(tmp_path, norms, None, {"strict": reading(False, True)})
    case = Case({"services": [{"id": "a", "started_on": "2018-01-01"}]}, "2018-06-01")
    assert_agreement(engine_of(name, ruleset), ruleset, case)
    found = Auditor(ruleset, engine=name).audit(case.document, case.moment).findings
    assert [one.status for one in found] == [status]
    assert_portfolio_agrees(ColumnarEngine(ruleset.norms.values(), case.moment), ruleset, [case], case.moment)
