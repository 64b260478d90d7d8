"""Intervals: comparisons and extremes, against every completion of what is not known."""

from collections.abc import Callable, Iterator, Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegui.engine.evaluate import compare, extreme
from hegui.engine.intervals import ANYTHING, FIRST, LAST, NEVER, Interval, hull, mapped
from hegui.engine.kleene import FALSE, TRUE, UNKNOWN, Kleene
from hegui.engine.language.tree import Comparison

_SMALL = tuple((low, high) for low, high in product(range(4), repeat=2) if low <= high)

_OPERATORS: dict[Comparison, Callable[[int, int], bool]] = {
    "<": lambda one, other: one < other,
    "<=": lambda one, other: one <= other,
    "==": lambda one, other: one == other,
    "!=": lambda one, other: one != other,
}


@pytest.mark.parametrize("operator", list(_OPERATORS))
def test_a_comparison_is_sure_if_it_holds_whatever_the_values_are(operator: Comparison) -> None:
    for left, right in product(_SMALL, repeat=2):
        values = product(range(left[0], left[1] + 1), range(right[0], right[1] + 1))
        outcomes = {_OPERATORS[operator](one, other) for one, other in values}
        expected = UNKNOWN if len(outcomes) == 2 else TRUE if True in outcomes else FALSE
        assert compare(operator, left, right) is expected, (left, right)


def test_not_done_lies_after_every_date() -> None:
    never, term = (NEVER, NEVER), (FIRST, LAST)
    assert compare("<", term, never) is TRUE
    assert compare("==", term, never) is FALSE
    assert compare("==", never, never) is TRUE
    assert compare("<", ANYTHING, never) is UNKNOWN
    assert compare("<=", ANYTHING, never) is TRUE
    assert compare("<=", never, (5, 5)) is FALSE


def test_arithmetic_leaves_what_has_no_bound() -> None:
    def plus(number: int) -> int:
        return number + 10

    assert mapped((1, 2), plus, plus) == (11, 12)
    for unbounded in (ANYTHING, (FIRST, LAST), (NEVER, NEVER)):
        assert mapped(unbounded, plus, plus) == unbounded
    assert mapped((1, NEVER), plus, plus) == (11, NEVER)


def test_a_hull_holds_both() -> None:
    assert hull((1, 3), (2, 5)) == (1, 5)
    assert hull((1, 1), (NEVER, NEVER)) == (1, NEVER)


_DONE_BY = 4
"""In the test below, dates are 0 to 4, and 5 stands for not done."""


def _completions(entries: Sequence[tuple[Kleene, Interval]]) -> Iterator[list[int]]:
    """Every way in which dates can turn out: each counts or not, and has a value; what is not done does not count."""
    choices = [[*range(low, high + 1), *([None] if holds is UNKNOWN else [])] for holds, (low, high) in entries]
    for chosen in product(*choices):
        yield [one for one in chosen if one is not None and one <= _DONE_BY]


_ENTRIES = st.lists(
    st.tuples(
        st.sampled_from((UNKNOWN, TRUE)),
        st.tuples(st.integers(0, 5), st.integers(0, 5)).map(lambda pair: (min(pair), max(pair))),
    ),
    max_size=4,
)


@given(_ENTRIES, st.booleans())
def test_an_extreme_is_the_span_of_every_completion(entries: list[tuple[Kleene, Interval]], latest: bool) -> None:
    pick = max if latest else min
    outcomes = {pick(dates, default=_DONE_BY + 1) for dates in _completions(entries)}
    scaled = [(holds, (low, NEVER if high > _DONE_BY else high)) for holds, (low, high) in entries]
    scaled = [(holds, (NEVER if low > _DONE_BY else low, high)) for holds, (low, high) in scaled]
    low, high = extreme(latest, scaled, True)
    assert low == (NEVER if min(outcomes) > _DONE_BY else min(outcomes))
    if max(outcomes) > _DONE_BY:
        assert high == NEVER
    elif any(one[1] > _DONE_BY for _, one in entries):
        # What may not be done has no last day of its own: the bound can lie further off than any completion.
        assert high >= max(outcomes)
    else:
        assert high == max(outcomes)


@given(_ENTRIES, st.booleans())
def test_a_list_that_may_hold_more_can_have_any_other_extreme(
    entries: list[tuple[Kleene, Interval]], latest: bool
) -> None:
    complete, incomplete = extreme(latest, entries, True), extreme(latest, entries, False)
    assert hull(complete, incomplete) == incomplete
    assert incomplete[1] >= LAST if latest else incomplete[0] == FIRST
