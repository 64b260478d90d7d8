"""The statuses that come without rows and reasons are those of the judge, for all norms together and for some."""

import tempfile
from functools import cache
from pathlib import Path

from hypothesis import given, settings

from hegui.engine.examples import example_facts
from hegui.engine.lean import LeanProgram
from tests.differential.compare import assert_statuses_agree
from tests.rulesets.focus import FOCUSES
from tests.rulesets.packaged import miit_b25
from tests.sizes import size
from tests.strategies.changes import changed
from tests.strategies.companies import Case, cases
from tests.strategies.provenance import outdated
from tests.strategies.rulesets import Sample, samples

_EXAMPLES = tuple(
    Case(example_facts(miit_b25(), example), example.as_of)
    for norm in miit_b25().norms.values()
    for example in norm.examples
)


@cache
def _all() -> LeanProgram:
    return LeanProgram(miit_b25().norms.values())


@cache
def _some() -> LeanProgram:
    return LeanProgram(list(miit_b25().norms.values())[::4])


@settings(max_examples=size(50, full=1_000))
@given(case=cases(focuses=FOCUSES))
def test_random_companies(case: Case) -> None:
    assert_statuses_agree(_all(), miit_b25().norms.values(), case)


@settings(max_examples=size(50, full=1_000))
@given(case=changed(_EXAMPLES))
def test_examples_that_are_changed(case: Case) -> None:
    assert_statuses_agree(_all(), miit_b25().norms.values(), case)


@settings(max_examples=size(30, full=600))
@given(outdated(FOCUSES))
def test_statements_that_are_not_valid_any_more(pair: tuple[Case, Case]) -> None:
    assert_statuses_agree(_all(), miit_b25().norms.values(), pair[0])


@settings(max_examples=size(30, full=600))
@given(case=cases(focuses=FOCUSES))
def test_some_of_the_norms(case: Case) -> None:
    """What norms share is worked out anew where only some of them are asked for."""
    assert_statuses_agree(_some(), list(miit_b25().norms.values())[::4], case)


@settings(max_examples=size(50, full=1_000))
@given(sample=samples())
def test_random_rulesets(sample: Sample) -> None:
    with tempfile.TemporaryDirectory() as folder:
        ruleset = sample.load(Path(folder))
    program = LeanProgram(ruleset.norms.values())
    for case in sample.companies:
        assert_statuses_agree(program, ruleset.norms.values(), case)
