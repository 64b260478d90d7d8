"""The columnar engine says the same as the judge: of the norms' examples, and on random rulesets."""

import tempfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hegui.engine.columnar import ColumnarEngine
from hegui.engine.examples import example_facts
from hegui.facts.as_of import AsOf
from tests.differential.portfolios import assert_portfolio_agrees
from tests.rulesets.packaged import miit_b25
from tests.sizes import PROVE, size
from tests.strategies.changes import changed
from tests.strategies.companies import Case
from tests.strategies.rulesets import Sample, samples

_EXAMPLES = tuple(
    Case(example_facts(miit_b25(), example), example.as_of)
    for norm in miit_b25().norms.values()
    for example in norm.examples
)


@cache
def _engine(as_of: AsOf) -> ColumnarEngine:
    return ColumnarEngine(miit_b25().norms.values(), as_of)


def _agrees(cases: list[Case], as_of: AsOf) -> None:
    assert_portfolio_agrees(_engine(as_of), miit_b25(), cases, as_of)


@settings(max_examples=size(6))
@given(st.lists(changed(_EXAMPLES), min_size=1, max_size=10))
def test_examples_that_are_changed(portfolio: list[Case]) -> None:
    """The examples of the norms lie on the edges of what these ask; a little beside them, too, all agree."""
    _agrees(portfolio, portfolio[0].moment)


@pytest.mark.sized
def test_the_examples_that_are_judged_on_one_day() -> None:
    as_of = AsOf.parse("2018-06-01")
    portfolio = [case for case in _EXAMPLES if case.moment == as_of][:: 1 if PROVE else 3]
    assert len(portfolio) > 250
    _agrees(portfolio, as_of)


@settings(max_examples=size(20, full=1_000))
@given(samples())
def test_random_rulesets(sample: Sample) -> None:
    with tempfile.TemporaryDirectory() as folder:
        ruleset = sample.load(Path(folder))
    moment = sample.companies[0].moment
    engine = ColumnarEngine(ruleset.norms.values(), moment)
    assert_portfolio_agrees(engine, ruleset, sample.companies, moment)
