"""The made module of some norms, ready to be called."""

import builtins
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any, Final

from ...facts import NOT_DONE, Company
from ...facts.as_of import AsOf
from ...facts.schema import company_schema
from ...facts.words import Word
from ..compiled.running import run_source
from ..encoding import minutes
from ..intervals import Interval
from ..language.functions import FUNCTIONS, Function
from ..norms import Norm
from ..statuses import Layout, Statuses
from .module import ModuleWriter, by_subject
from .state import Stated

__all__ = ["LeanProgram"]

_BUILTINS: Final = ("__build_class__", "id", "len", "max", "min", "type")

_REMEMBERED: Final = 20_000
"""So many results of each date function are kept: days recur, within a company and from one to the next."""


class LeanProgram:
    """Gives the statuses of norms. Build it once; it keeps nothing of any company."""

    def __init__(self, norms: Iterable[Norm]) -> None:
        """Make the module of some norms. It is written anew in each process: no code is read from a file."""
        chosen = tuple(norms)
        self.source: str = ModuleWriter(company_schema(), chosen).source()
        self._layout: Layout = tuple(
            (table, tuple(norm.id for norm in about)) for table, about in by_subject(chosen).items()
        )
        scope: dict[str, Any] = {
            # What is written needs few builtins, and so gets no others.
            "__builtins__": {name: getattr(builtins, name) for name in _BUILTINS},
            "__name__": __name__,
            **{name: _remembering(function) for name, function in FUNCTIONS.items()},
            "NOT_DONE": NOT_DONE,
            "Stated": Stated,
            "datetime": datetime,
            "minutes": minutes,
            "word": _word,
        }
        run_source(self.source, "statuses", scope, self)
        self._state = scope["State"]
        self._statuses = scope["statuses"]

    def statuses(self, company: Company, as_of: AsOf) -> Statuses:
        """The status of each norm for each of its subjects."""
        state = self._state(company, as_of)
        return Statuses(self._layout, bytes(self._statuses(state)), state.ids)


def _word(words: str, position: int) -> Word:
    return _words()[words][position]


@lru_cache(maxsize=1)
def _words() -> dict[str, tuple[Word, ...]]:
    fields = (field for table in company_schema().tables.values() for field in table.fields.values())
    return {field.words.__name__: tuple(field.words) for field in fields if field.words is not None}


def _remembering(function: Function) -> Any:
    compute = function.compute

    @lru_cache(maxsize=_REMEMBERED)
    def computed(low: int, high: int, number: int) -> Interval:
        return compute((low, high), number)

    return computed
