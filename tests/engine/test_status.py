"""The status of a decision, as the design's table has it, line by line."""

from itertools import product

import pytest

from hegui.engine.kleene import FALSE, TRUE, UNKNOWN, Kleene
from hegui.engine.status import Decision, Severity, Status, decide, worst

_VIOLATED, _PENDING, _OPEN, _MET = Status.VIOLATED, Status.PENDING, Status.UNDETERMINED, Status.MET

# Where the norm applies: by breach, and by whether today is past the date.
_TABLE = {
    (TRUE, TRUE): _VIOLATED,
    (TRUE, UNKNOWN): _OPEN,  # would be violated or pending
    (TRUE, FALSE): _PENDING,
    (UNKNOWN, TRUE): _OPEN,
    (UNKNOWN, UNKNOWN): _OPEN,
    (UNKNOWN, FALSE): _PENDING,
    (FALSE, TRUE): _MET,
    (FALSE, UNKNOWN): _MET,
    (FALSE, FALSE): _MET,
}


@pytest.mark.parametrize(("breach", "late"), list(product(Kleene, repeat=2)))
def test_the_table(breach: Kleene, late: Kleene) -> None:
    assert decide(Decision(TRUE, breach, late)) is _TABLE[breach, late]
    assert decide(Decision(UNKNOWN, breach, late)) is _OPEN
    assert decide(Decision(FALSE, breach, late)) is Status.NOT_APPLICABLE


def test_an_umbrella_takes_the_worst() -> None:
    order = [_VIOLATED, _OPEN, _PENDING, _MET, Status.NOT_APPLICABLE]
    for place, status in enumerate(order):
        assert worst(order[place:]) is status
        assert worst(reversed(order[place:])) is status
    assert worst([]) is Status.NOT_APPLICABLE


def test_what_was_done_late_is_one_step_less_grave() -> None:
    assert [severity.lowered for severity in Severity] == [Severity.MAJOR, Severity.MINOR, Severity.MINOR]
