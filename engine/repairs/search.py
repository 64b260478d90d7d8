"""Looks for the fewest acts that clear a violation and make nothing else worse."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final

from msgspec import Struct

from ...facts.as_of import AsOf
from ..status import Status
from .acts import Act
from .report import Effect
from .trials import Key, Stand, Standings, Trials, worse

__all__ = ["Found", "Search"]

_MOST_ACTS: Final = 3
"""Sets of more acts are not tried."""
_MOST_TRIALS: Final = 400
"""So many sets of acts are tried for one violation."""
_MOST_REPAIRS: Final = 3
"""So many alternatives are offered."""


class Found(Struct, frozen=True):
    """A set of acts, what it does, and as of when that was seen."""

    acts: tuple[Act, ...]
    stand: Stand
    seen: AsOf

    @property
    def effect(self) -> Effect:
        """What the acts do to the violation."""
        if self.stand.status is Status.MET:
            return Effect.CURES
        return Effect.ENDS if self.stand.status is Status.NOT_APPLICABLE else Effect.EASES


class Search:
    """Looks for the repairs of one violation. `tried_all` is False once a set of acts was passed over.

    `easing` is what makes it better at best among what was tried to cure it and does not clear it.
    """

    def __init__(self, trials: Trials, finding: Key, now: AsOf, next_day: AsOf, *, hopeless: bool) -> None:
        self._trials = trials
        self._now = now
        self._next_day = next_day
        self._key = finding
        self._hopeless = hopeless
        self._left = _MOST_TRIALS
        self.tried_all = True
        self.easing: Found | None = None

    def repairs(self, curing: tuple[Act, ...], ending: tuple[Act, ...]) -> list[Found]:
        """Up to three repairs: those with the fewest acts that cure, and before them one that ends it with fewer.

        What has to be over before it counts is looked at as of the next day.
        """
        cures = self._fewest(curing, self._now, _MOST_ACTS, (Status.MET,))
        fewer = len(cures[0].acts) - 1 if cures else _MOST_ACTS
        easing, every = self.easing, tuple(dict.fromkeys((*ending, *curing)))
        ends: list[Found] = []
        if not self._hopeless:
            for moment in (self._now, self._next_day):
                ends = ends or self._fewest(every, moment, fewer, (Status.MET, Status.NOT_APPLICABLE))
        self.easing = easing
        return [*ends[: 1 if cures else _MOST_REPAIRS], *cures][:_MOST_REPAIRS]

    def _fewest(self, acts: tuple[Act, ...], moment: AsOf, most: int, wanted: tuple[Status, ...]) -> list[Found]:
        before = self._trials.standings(frozenset(), moment)
        if self._key not in before or before[self._key].status is not Status.VIOLATED:
            return []
        for size in range(1, (1 if self._hopeless else most) + 1):
            cleared = []
            for found in self._of_size(acts, size, moment, before):
                if found.stand.status in wanted:
                    cleared.append(found)
                elif found.effect is Effect.EASES and (
                    self.easing is None or found.stand.order < self.easing.stand.order
                ):
                    self.easing = found
            if cleared:
                met = [one for one in cleared if one.stand.status is Status.MET]
                return _unlike(met or cleared)[:_MOST_REPAIRS]
        return []

    def _of_size(self, acts: tuple[Act, ...], size: int, moment: AsOf, before: Standings) -> Iterator[Found]:
        """The sets of so many acts that make the violation better, and nothing else worse."""
        for chosen in combinations(acts, size):
            if len({act.place for act in chosen}) < size:
                continue
            if not self._left:
                self.tried_all = False
                return
            self._left -= 1
            after = self._trials.standings(frozenset(chosen), moment)
            stand = after.get(self._key, Stand(Status.NOT_APPLICABLE, before[self._key].severity))
            if stand.order < before[self._key].order and not self._harms(frozenset(chosen), moment):
                yield Found(chosen, stand, moment)

    def _harms(self, acts: frozenset[Act], moment: AsOf) -> bool:
        """Whether acts make anything else worse: as of a moment, or today."""
        return any(
            worse(self._trials.standings(frozenset(), one), self._trials.standings(acts, one), self._key)
            for one in dict.fromkeys((moment, self._now))
        )


def _unlike(found: Iterable[Found]) -> list[Found]:
    """Repairs that differ in more than how far a number is raised; what exists is used before something is added."""
    kept: dict[frozenset[str], Found] = {}
    for one in found:
        kept.setdefault(frozenset(f"{act.pointer}{act.value if not _is_number(act) else ''}" for act in one.acts), one)
    added = [one for one in kept.values() if any(act.adds for act in one.acts)]
    others = [one for one in kept.values() if one not in added]
    return others or added


def _is_number(act: Act) -> bool:
    return isinstance(act.value, int) and not isinstance(act.value, bool)
