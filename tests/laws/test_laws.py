"""The laws that hold for every document, on the packaged ruleset."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from msgspec import structs

from hegui.engine.audit import ENGINES
from hegui.engine.status import Status
from hegui.facts import company_schema
from hegui.reports.as_json import to_json
from tests.laws.auditing import audited, findings_of, statuses_of
from tests.rulesets.focus import FOCUSES
from tests.rulesets.packaged import miit_b25
from tests.sizes import size
from tests.strategies.changes import completed, lengthened, moments_after, reordered
from tests.strategies.companies import Case, cases
from tests.strategies.provenance import outdated

_CASES = cases(focuses=FOCUSES)
_SETTLED = (Status.VIOLATED, Status.MET, Status.NOT_APPLICABLE)
_NOT_LISTED = "?"
_NOT_STATED = "unknown"
"""Stands in the id of a place of operation for a code or network that is not stated."""
_ROOT = Path(__file__).parents[2]


def _stating_more_changes_nothing(pair: tuple[Case, Case], engine: str) -> None:
    """A value for an unknown one; a list that is complete after all; a minute of a day. Never a new element.

    What is met or violated stays so; what is not applicable does, or is gone with the derived subject it was about.
    """
    less, more = (statuses_of(case, engine) for case in pair)
    for key, status in less.items():
        if status not in _SETTLED:
            continue
        norm, subject = key
        if key in more:
            assert more[key] is status, key
            continue
        stood_in = any(part in (_NOT_LISTED, _NOT_STATED) for name in subject for part in name.split("/"))
        derived = company_schema().tables[miit_b25().norms[norm].subject].derived
        # What is gone stood for elements that were not stated, or asked nothing of a derived subject: see ADR 10.
        assert stood_in or (derived and status is Status.NOT_APPLICABLE), key
        instead = {one for other, one in more.items() if other[0] == norm and other not in less}
        assert not stood_in or instead <= {status}, key


@settings(max_examples=size(100, full=2_000))
@given(completed(FOCUSES))
def test_stating_more_never_changes_what_is_settled(pair: tuple[Case, Case]) -> None:
    _stating_more_changes_nothing(pair, "compiled")


@settings(max_examples=size(10))
@given(completed(FOCUSES))
def test_stating_more_never_changes_what_is_settled_by_rete(pair: tuple[Case, Case]) -> None:
    _stating_more_changes_nothing(pair, "rete")


def _more_elements_change_nothing(pair: tuple[Case, Case], engine: str) -> None:
    less, more = (statuses_of(case, engine) for case in pair)
    for key, status in less.items():
        if status in _SETTLED:
            assert more[key] is status, key


@settings(max_examples=size(100, full=2_000))
@given(lengthened(FOCUSES))
def test_what_a_partial_list_lacks_changes_nothing_that_is_settled(pair: tuple[Case, Case]) -> None:
    _more_elements_change_nothing(pair, "compiled")


@settings(max_examples=size(10))
@given(lengthened(FOCUSES))
def test_what_a_partial_list_lacks_changes_nothing_that_is_settled_by_rete(pair: tuple[Case, Case]) -> None:
    _more_elements_change_nothing(pair, "rete")


@pytest.mark.parametrize("engine", sorted(ENGINES))
@settings(max_examples=size(15, full=300))
@given(pair=reordered(FOCUSES))
def test_order_changes_neither_status_nor_fingerprint(engine: str, pair: tuple[Case, Case]) -> None:
    one, other = (findings_of(case, engine) for case in pair)
    assert {key: (finding.status, finding.fingerprint, finding.due) for key, finding in one.items()} == {
        key: (finding.status, finding.fingerprint, finding.due) for key, finding in other.items()
    }
    assert len({finding.fingerprint for finding in one.values()}) == len(one)


def _later_is_never_pending(pair: tuple[Case, Case], engine: str) -> None:
    earlier, later = (statuses_of(case, engine) for case in pair)
    for key, status in earlier.items():
        if status is Status.VIOLATED and key in later:
            assert later[key] is not Status.PENDING, key


@settings(max_examples=size(100, full=2_000))
@given(moments_after(FOCUSES))
def test_what_is_violated_never_falls_due_later(pair: tuple[Case, Case]) -> None:
    _later_is_never_pending(pair, "compiled")


@settings(max_examples=size(10))
@given(moments_after(FOCUSES))
def test_what_is_violated_never_falls_due_later_by_rete(pair: tuple[Case, Case]) -> None:
    _later_is_never_pending(pair, "rete")


@settings(max_examples=size(30, full=600))
@given(outdated(FOCUSES))
def test_a_statement_that_is_not_valid_any_more_counts_as_not_stated(pair: tuple[Case, Case]) -> None:
    ended, left_out = map(statuses_of, pair)
    assert ended == left_out


@pytest.mark.parametrize("engine", sorted(ENGINES))
@settings(max_examples=size(10))
@given(case=_CASES)
def test_the_same_input_gives_the_same_report(engine: str, case: Case) -> None:
    assert to_json(audited(case, engine)) == to_json(audited(replace(case), engine))


@settings(max_examples=size(10))
@given(_CASES)
def test_every_engine_gives_the_same_report(case: Case) -> None:
    """To the byte, but for the engine's name."""
    reports = {to_json(structs.replace(audited(case, engine), engine="")) for engine in ENGINES}
    assert len(reports) == 1


def test_the_same_input_gives_the_same_report_in_another_process() -> None:
    """Sets and hashes differ from process to process; reports do not."""
    code = """
import hashlib
from hegui.reports.as_json import to_json
from tests.laws.auditing import audited
from tests.strategies.companies import Case
from tests.rulesets.packaged import miit_b25
norms = miit_b25().norms.values()
reports = [
    audited(Case({**miit_b25().example_facts, **example.facts}, example.as_of))
    for norm in list(norms)[::3]
    for example in norm.examples[:1]
]
print(hashlib.sha256(''.join(map(to_json, reports)).encode()).hexdigest())
"""
    digests = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True, cwd=_ROOT
        )
        digests.add(done.stdout)
    assert len(digests) == 1
