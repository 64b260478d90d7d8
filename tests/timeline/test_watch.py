"""When a comparison with today comes out otherwise: held against asking on each later day."""

import operator
from collections.abc import Callable
from datetime import date
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from hegui.engine.intervals import FIRST, LAST, MINUTES_A_DAY, NEVER
from hegui.engine.language.functions import FUNCTIONS
from hegui.engine.timeline.watch import Watch, watched
from hegui.facts.schema import Kind
from tests.strategies.pools import CENTRES

_COMPARISONS: Final[tuple[Callable[[int, int], bool], ...]] = (
    operator.lt,
    operator.le,
    operator.gt,
    operator.ge,
    operator.eq,
    operator.ne,
)
_AHEAD: Final = 40

_Moves = list[tuple[str, int, int]]
"""Functions one after the other, each with its number, and which bound is gone on with."""


@st.composite
def _moves(draw: st.DrawFn, kind: Kind) -> _Moves:
    found: _Moves = []
    for _ in range(draw(st.integers(0, 2))):
        function = draw(st.sampled_from([one for one in FUNCTIONS.values() if one.takes is kind]))
        found.append((function.name, draw(st.sampled_from((0, 1, 10, 30))), draw(st.sampled_from((0, 1)))))
        kind = function.gives
    return found


def _counted(start: int, moves: _Moves, *, rising: bool) -> int:
    """The number that date functions make of today; with `rising` one that notes what it is compared with."""
    found = start
    for name, number, side in moves:
        function = FUNCTIONS[name]
        compute = watched(function) if rising else function.compute
        found = compute((found, found), number)[side]
    return found


def _of_day(day: int, minute: bool) -> int:
    return day * MINUTES_A_DAY if minute else day


@settings(max_examples=400)
@given(
    st.sampled_from(CENTRES),
    st.integers(-20, 20),
    st.booleans(),
    st.data(),
    st.integers(-3, _AHEAD + 3),
    st.integers(-1, 1),
    st.sampled_from(_COMPARISONS),
    st.booleans(),
)
def test_a_comparison_turns_on_the_day_that_is_noted(
    centre: date,
    offset: int,
    minute: bool,
    data: st.DataObject,
    apart: int,
    beside: int,
    compared: Callable[[int, int], bool],
    exchanged: bool,
) -> None:
    """Not later, which would be a change that is missed; and not earlier, which would cost time.

    A number that jumps may pass the other without being equal to it: that is asked for nothing.
    """
    moves = data.draw(_moves(Kind.MINUTE if minute else Kind.DAY))
    day = centre.toordinal() + offset
    target = _counted(_of_day(day + apart, minute), moves, rising=False) + beside

    def holds(number: int) -> bool:
        return compared(target, number) if exchanged else compared(number, target)

    watch = Watch(day, day + _AHEAD)
    now = holds(_counted(watch.now if minute else watch.today, moves, rising=True))
    asked = range(day + 1, day + _AHEAD)
    turns = (one for one in asked if holds(_counted(_of_day(one, minute), moves, rising=False)) is not now)
    turn = next(turns, day + _AHEAD)
    assert watch.turn <= turn if compared in (operator.eq, operator.ne) else watch.turn == turn


def test_what_has_no_bound_never_turns() -> None:
    watch = Watch(737000, 737100)
    for bound in (FIRST, LAST, NEVER):
        assert (watch.today < bound, watch.today > bound) == (bound > 0, bound < 0)
    assert watch.turn == 737100


def test_two_numbers_that_rise_are_compared_anew_each_day() -> None:
    """A working day comes nearer and moves away; a day and itself stand still."""
    watch = Watch(737000, 737100)
    assert not watch.today < watch.today
    assert watch.turn == 737100
    counted = watched(FUNCTIONS["workdays_after"])((watch.today, watch.today), 10)
    assert watch.today < counted[0]
    assert watch.turn == 737001
