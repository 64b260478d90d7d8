"""The examples of every norm come out as they say, by each engine and by the judge."""

from collections.abc import Mapping
from functools import cache

import pytest
from msgspec.structs import replace

from hegui.engine.decisions import Engine
from hegui.engine.examples import check_examples, example_world
from hegui.engine.norms import Norm
from hegui.engine.quality.norm_tests import NEEDED, compiled_under
from hegui.engine.ruleset.workshop import Workshop
from tests.judge import judge
from tests.rulesets.packaged import MIIT_B25, bound, miit_b25

_NORMS = tuple(miit_b25().norms.values())
_EACH = pytest.mark.parametrize("norm", _NORMS, ids=[norm.id for norm in _NORMS])


@cache
def _workshop() -> Workshop:
    return Workshop(MIIT_B25)


_UNDER = cache(lambda: compiled_under(_workshop()))


@_EACH
def test_examples_come_out_as_they_say(norm: Norm) -> None:
    assert norm.examples
    assert [str(failure) for failure in check_examples(_workshop().ruleset, norm, _UNDER())] == []


def _rete(norm: Norm, readings: Mapping[str, int | str | bool]) -> tuple[Norm, Engine]:
    """An engine for the whole ruleset, which is made once: under the defaults only."""
    assert not readings
    return norm, bound({}, "rete")[1]


@_EACH
def test_rete_reads_the_examples_in_the_same_way(norm: Norm) -> None:
    usual = replace(norm, examples=tuple(example for example in norm.examples if not example.readings))
    assert [str(failure) for failure in check_examples(miit_b25(), usual, _rete)] == []


@_EACH
def test_the_judge_reads_the_examples_in_the_same_way(norm: Norm) -> None:
    for example in norm.examples:
        document, as_of = example_world(miit_b25(), example)
        chosen = _workshop().under(norm.id, example.readings)
        found = judge(document.company, as_of, [chosen]).findings
        statuses = {
            judged.status for (_, ids), judged in found.items() if example.subject is None or example.subject in ids
        }
        assert statuses == {example.expected}, f"{norm.file}:{example.line}: {example.title}"


@_EACH
def test_examples_show_a_breach_and_none_and_a_doubt(norm: Norm) -> None:
    shown = {example.expected for example in norm.examples}
    assert norm.note is not None or shown >= set(NEEDED)
