"""Choices that hypothesis makes and shrinks, for documents and rulesets that take hundreds of them.

Where one strategy is drawn many times, hypothesis spends five of six examples on copying one choice to where another
was made, which hardly changes a large document. Choices of one drawn value it leaves alone, and they take less time.
"""

from collections.abc import Sequence
from random import Random
from typing import Final, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

__all__ = ["PICKS", "Pick"]

T = TypeVar("T")


class Pick:
    """Picks among choices; the first is the simplest. To be drawn once a test."""

    def __init__(self, random: Random) -> None:
        self._random = random

    def __call__(self, choices: Sequence[T]) -> T:
        """One of some choices."""
        return choices[self._random.randrange(len(choices))]

    def some(self, choices: Sequence[T], numbers: Sequence[int]) -> list[T]:
        """Some of the choices, each once: as many as one of the numbers says."""
        left = list(choices)
        return [left.pop(self._random.randrange(len(left))) for _ in range(min(self(numbers), len(left)))]

    def ordered(self, items: Sequence[T]) -> list[T]:
        """The items in any order."""
        return self.some(items, (len(items),))


PICKS: Final[SearchStrategy[Pick]] = st.randoms(use_true_random=False).map(Pick)
