"""A timeline says of every day what that day alone would: no change is missed, and none is made up."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hegui.engine.decisions import Engine
from hegui.engine.ruleset import Ruleset
from hegui.engine.timeline import TimelineMaker
from hegui.facts import Document, load
from tests.cli.running import ROOT
from tests.rulesets.focus import FOCUSES
from tests.rulesets.packaged import bound, miit_b25
from tests.sizes import size
from tests.strategies.companies import Case, cases
from tests.strategies.provenance import outdated
from tests.strategies.rulesets import Sample, samples
from tests.timeline.days import days_of, engine_of, stands_of, timeline_on

_EARLIER, _LATER = timedelta(days=12), timedelta(days=24)


@cache
def _packaged_maker() -> TimelineMaker:
    return TimelineMaker(miit_b25())


def _agrees(
    maker: TimelineMaker, ruleset: Ruleset, engine: Engine, document: Document, days: Sequence[date], as_of: date
) -> None:
    timeline = maker.make(document, as_of, days[0], days[-1])
    for day in days:
        assert timeline_on(timeline, day) == stands_of(ruleset, engine, document.company, day), day
    for norm in timeline.norms:
        for track in norm.tracks:
            for one, after in zip(track.stretches, track.stretches[1:], strict=False):
                assert (one.status, one.cured_on) != (after.status, after.cured_on)
    for day, ends in ((days[0] - timedelta(days=1), 0), (days[-1] + timedelta(days=1), -1)):
        beyond = stands_of(ruleset, engine, document.company, day)
        for norm in timeline.norms:
            for track in norm.tracks:
                stretch = track.stretches[ends]
                same = beyond.get((norm.norm, track.subject), (None, None)) == (stretch.status, stretch.cured_on)
                assert same is (track.goes_on if ends else track.began_before)


@settings(max_examples=size(15))
@given(cases(focuses=FOCUSES))
def test_random_companies(case: Case) -> None:
    """Often around a day that is stated."""
    ruleset, engine = bound({}, "compiled")
    day = case.moment.day
    _agrees(_packaged_maker(), ruleset, engine, case.document, list(days_of(day - _EARLIER, day + _LATER)), day)


@settings(max_examples=size(10))
@given(outdated(FOCUSES), st.integers(-15, 26))
def test_what_is_valid_for_a_while(pair: tuple[Case, Case], days: int) -> None:
    case, _ = pair
    ruleset, engine = bound({}, "compiled")
    day = case.moment.day
    sources = [{**one, "valid_until": str(day + timedelta(days=days))} for one in case.data["sources"]]
    document = replace(case, data={**case.data, "sources": sources}).document
    _agrees(_packaged_maker(), ruleset, engine, document, list(days_of(day - _EARLIER, day + _LATER)), day)


@settings(max_examples=size(12, full=250))
@given(sample=samples())
def test_random_rulesets(sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Conditions that speak of today in every way that the language has."""
    ruleset = sample.load(tmp_path_factory.mktemp("ruleset"))
    maker, engine = TimelineMaker(ruleset), engine_of(ruleset)
    for case in sample.companies:
        day = case.moment.day
        _agrees(maker, ruleset, engine, case.document, list(days_of(day - _EARLIER, day + _LATER)), day)


@pytest.mark.prove
@pytest.mark.parametrize("name", ["main", "clean", "text_messages", "launches"])
def test_years_of_the_examples(name: str) -> None:
    ruleset, engine = bound({}, "compiled")
    document = load(Path(ROOT, "examples", name, "facts.yaml"))
    days = list(days_of(date(2015, 12, 20), date(2023, 2, 1)))
    _agrees(_packaged_maker(), ruleset, engine, document, days, date(2020, 1, 1))
