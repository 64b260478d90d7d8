"""Decides norms with functions compiled for them: for what decides many times, and where durable-rules is missing."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, NamedTuple

from ..decisions import Decisions
from ..encoding import minute_number
from ..evaluate import extreme
from ..intervals import Interval
from ..kleene import Kleene
from ..language.functions import FUNCTIONS, Function
from ..norms import Norm
from ..rows import ListOfRows, Row, Rows
from ..status import Decision
from .running import run_source
from .writer import ModuleWriter

__all__ = ["Clock", "CompiledEngine"]

_KLEENE: Final = tuple(Kleene)

Compute = Callable[[Interval, int], Interval]


class Clock(NamedTuple):
    """The day as of which is decided, and the minute from which on what is due is not late, as engines count them."""

    today: int
    now: int


def _compute(function: Function) -> Compute:
    return function.compute


class _State:
    """What the functions need of one company: its rows, today, and what was worked out already."""

    __slots__ = ("company", "lists", "memory", "now", "text", "today")

    def __init__(self, rows: Rows, clock: Clock) -> None:
        self.company: Row = rows.company
        self.lists: Mapping[tuple[str, int], ListOfRows] = rows.lists
        self.today, self.now = clock
        self.text = rows.texts.number
        self.memory: dict[tuple[str, int], Any] = {}


class CompiledEngine:
    """Decides norms by compiled functions. Build it once for a ruleset; it keeps nothing between audits."""

    name = "compiled"

    def __init__(self, norms: Iterable[Norm], compute: Callable[[Function], Compute] = _compute) -> None:
        """Compile some norms. Their source is written anew in each process: no code is read from a file.

        `compute` gives what stands for a date function, where a clock is used whose numbers are more than numbers.
        """
        self._norms = tuple(norms)
        self.source: str = ModuleWriter().source(self._norms)
        names = {name: compute(function) for name, function in FUNCTIONS.items()}
        # What is written needs no builtins, and so gets none.
        scope: dict[str, Any] = {"__builtins__": {}, **names, "extreme": extreme, "min": min, "max": max}
        run_source(self.source, "compiled", scope, self)
        self._functions = {norm.id: scope[f"norm_{number}"] for number, norm in enumerate(self._norms)}

    def decide(self, rows: Rows, clock: Clock | None = None) -> Decisions:
        """What each norm says of each of its subjects; as of the rows' day or minute, unless a clock is given."""
        ask = self.asked(rows, clock)
        return {(norm.id, row.index): ask(norm.id, row) for norm in self._norms for row in rows.subjects(norm.subject)}

    def asked(self, rows: Rows, clock: Clock | None = None) -> Callable[[str, Row], Decision]:
        """What a norm says of a subject, for those who need only some: worked out when it is asked for.

        Parts that norms share are worked out once; where rows have changed since, `asked` has to be called anew.
        """
        state = _State(rows, clock or Clock(rows.as_of.day.toordinal(), minute_number(rows.as_of.due_from)))
        functions = self._functions

        def ask(norm: str, row: Row) -> Decision:
            applies, breach, late = functions[norm](state, row)
            return Decision(_KLEENE[applies], _KLEENE[breach], _KLEENE[late])

        return ask
