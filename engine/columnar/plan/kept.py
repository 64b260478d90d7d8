"""What a plan has worked out: each tree once in a place, as columns there, and brought to others."""

from collections.abc import Callable, Sequence
from typing import TypeVar, cast

import polars as pl

from .places import Here, Place, Via
from .rounds import Rounds
from .truths import Bounds, Truths

__all__ = ["Kept"]

_Built = TypeVar("_Built", Truths, Bounds)


class Kept:
    """Conditions and values by their trees and places."""

    def __init__(self, rounds: Rounds) -> None:
        self._rounds = rounds
        self._known: dict[tuple[object, ...], Truths | Bounds] = {}

    def once(self, tree: object, here: Here, strict: bool, make: Callable[[], _Built]) -> _Built:
        """What was made of a tree in a place before, or what is made now."""
        key = (tree, here.place, strict)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = make()
        return cast(_Built, found)

    def keep(self, built: _Built, place: Place) -> _Built:
        """The same as columns of their own."""
        names, level = self._rounds.compute(place, _columns(built), built.level)
        return _with_columns(built, names, level)

    def bring(self, tree: object, home: Here, here: Here, via: Via, strict: bool, make: Callable[[], _Built]) -> _Built:
        """What is made at `home`, fetched to here."""

        def brought() -> _Built:
            there = self.once(("kept", tree), home, strict, lambda: self.keep(make(), home.place))
            names = [one.meta.output_name() for one in _columns(there)]
            if not names:
                return _with_columns(there, [], 0)
            return _with_columns(there, *self._rounds.fetch(here.place, home.place, via, names, there.level))

        return self.once(tree, here, strict, brought)


def _columns(built: Truths | Bounds) -> list[pl.Expr]:
    """Its two sides, but for what is constant."""
    sides = (built.sure, built.possible) if isinstance(built, Truths) else (built.low, built.high)
    return [one for one in sides if not isinstance(one, bool)]


def _with_columns(built: _Built, names: Sequence[str], level: int) -> _Built:
    """The same with other columns in place of its own; what is constant stays so."""
    rest = iter(names)
    if isinstance(built, Bounds):
        return Bounds(pl.col(next(rest)), pl.col(next(rest)), level)
    sure, possible = (one if isinstance(one, bool) else pl.col(next(rest)) for one in (built.sure, built.possible))
    return Truths(sure, possible, level)
