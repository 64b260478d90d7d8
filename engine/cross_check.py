"""Two engines on the same rows: where they differ, no verdict is given."""

from .conclude import Disagreement
from .decisions import Decisions, Engine
from .rows import Rows

__all__ = ["CrossChecked"]


class CrossChecked:
    """An engine whose every decision a second one has to confirm. It goes by the name of the first."""

    def __init__(self, first: Engine, second: Engine) -> None:
        self.name = first.name
        self.confirmed_by = second.name
        self._first = first
        self._second = second

    def decide(self, rows: Rows) -> Decisions:
        """What the first says of each norm and subject. Raises Disagreement, which names what they differ on."""
        decisions, others = self._first.decide(rows), self._second.decide(rows)
        if decisions != others:
            keys = [key for key in (*decisions, *others) if decisions.get(key) != others.get(key)]
            norms = ", ".join(dict.fromkeys(norm for norm, _ in keys))
            raise Disagreement(f"the engines {self.name} and {self.confirmed_by} differ on {norms}")
        return decisions
