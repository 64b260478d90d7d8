"""Three-valued truth: the engine's integers against the judge's table, and both against two-valued truth."""

from itertools import product

import pytest

from hegui.engine.kleene import FALSE, TRUE, UNKNOWN, Kleene
from tests.judge import truth

_JUDGED: dict[Kleene, truth.Truth] = {FALSE: False, UNKNOWN: None, TRUE: True}
_PAIRS = tuple(product(_JUDGED, repeat=2))


def _completions(value: Kleene) -> tuple[bool, ...]:
    """What a value can turn out to be."""
    return (False, True) if value is UNKNOWN else (value is TRUE,)


def _hull(outcomes: set[bool]) -> Kleene:
    return UNKNOWN if len(outcomes) == 2 else TRUE if True in outcomes else FALSE


@pytest.mark.parametrize(("left", "right"), _PAIRS)
def test_all_is_the_minimum(left: Kleene, right: Kleene) -> None:
    found = min(left, right)
    assert _JUDGED[found] is truth.both(_JUDGED[left], _JUDGED[right])
    assert found is _hull({one and other for one in _completions(left) for other in _completions(right)})


@pytest.mark.parametrize(("left", "right"), _PAIRS)
def test_any_is_the_maximum(left: Kleene, right: Kleene) -> None:
    found = max(left, right)
    assert _JUDGED[found] is truth.either(_JUDGED[left], _JUDGED[right])
    assert found is _hull({one or other for one in _completions(left) for other in _completions(right)})


@pytest.mark.parametrize("value", list(Kleene))
def test_not_is_two_minus(value: Kleene) -> None:
    assert ~value == 2 - value
    assert _JUDGED[~value] is truth.negation(_JUDGED[value])
    assert ~~value is value
