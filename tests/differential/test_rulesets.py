"""Every engine says the same as the judge on random small rulesets, which are written as files and parsed."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, reject, settings

from hegui.engine.audit import ENGINES
from hegui.engine.rete.network import RuleLimitError
from tests.differential.compare import assert_agreement, engine_of
from tests.sizes import size
from tests.strategies.rulesets import Sample, samples


@pytest.mark.parametrize("name", sorted(ENGINES))
@settings(max_examples=size(100, full=2_500))
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
