"""Every engine says the same as the judge of random companies, on the packaged ruleset."""

import pytest
from hypothesis import given, settings

from hegui.engine.audit import ENGINES
from hegui.engine.examples import example_facts
from tests.differential.compare import assert_agreement
from tests.rulesets.focus import FOCUSES
from tests.rulesets.packaged import bound, miit_b25
from tests.sizes import size
from tests.strategies.changes import changed
from tests.strategies.companies import Case, cases

_EXAMPLES = tuple(
    Case(example_facts(miit_b25(), example), example.as_of)
    for norm in miit_b25().norms.values()
    for example in norm.examples
)


@pytest.mark.parametrize("name", sorted(ENGINES))
@settings(max_examples=size(50, full=1_000))
@given(case=cases(focuses=FOCUSES))
def test_random_companies(name: str, case: Case) -> None:
    ruleset, engine = bound({}, name)
    assert_agreement(engine, ruleset, case)


@pytest.mark.parametrize("name", sorted(ENGINES))
@settings(max_examples=size(50, full=1_000))
@given(case=changed(_EXAMPLES))
def test_examples_that_are_changed(name: str, case: Case) -> None:
    """The examples of the norms lie on the edges of what these ask; a little beside them, too, all agree."""
    ruleset, engine = bound({}, name)
    assert_agreement(engine, ruleset, case)
