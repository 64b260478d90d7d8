"""The examples of every norm come out as they say, by the engine and by the judge."""

import pytest

from hegui.engine.examples import check_examples, example_facts
from hegui.engine.norms import Norm
from hegui.engine.status import Status
from hegui.facts import from_mapping
from hegui.facts.as_of import AsOf
from tests.judge import judge
from tests.rulesets.packaged import bound, miit_b25

_NORMS = tuple(miit_b25().norms.values())
_EACH = pytest.mark.parametrize("norm", _NORMS, ids=[norm.id for norm in _NORMS])

# What the examples of a norm have to show; where one cannot, a note says why.
_NEEDED = (Status.VIOLATED, Status.MET, Status.UNDETERMINED)


@_EACH
def test_examples_come_out_as_they_say(norm: Norm) -> None:
    assert norm.examples
    assert [str(failure) for failure in check_examples(norm, bound)] == []


@_EACH
def test_the_judge_reads_the_examples_in_the_same_way(norm: Norm) -> None:
    for example in norm.examples:
        ruleset, _ = bound(example.readings)
        company = from_mapping(example_facts(ruleset, example)).company
        found = judge(company, AsOf.parse(example.as_of), [ruleset.norms[norm.id]]).findings
        statuses = {
            judged.status for (_, ids), judged in found.items() if example.subject is None or example.subject in ids
        }
        assert statuses == {example.expected}, f"{norm.file}:{example.line}: {example.title}"


@_EACH
def test_examples_show_a_breach_and_none_and_a_doubt(norm: Norm) -> None:
    shown = {example.expected for example in norm.examples}
    assert norm.note is not None or shown >= set(_NEEDED)
