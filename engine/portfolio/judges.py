"""What can judge the plainly canonical companies of a batch, by name. A judge is imported when it is first built."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Final

from ...facts.as_of import AsOf
from ..ruleset import Ruleset
from ..status import Status
from .judging import Judge
from .plain import PlainJudge

__all__ = ["JUDGES", "fastest"]

_Build = Callable[[Ruleset, AsOf, frozenset[Status], Sequence[str], Sequence[str]], Judge]


def _columnar(
    ruleset: Ruleset, as_of: AsOf, statuses: frozenset[Status], select: Sequence[str], ignore: Sequence[str]
) -> Judge:
    engine = import_module("..columnar.engine", __package__)
    judge: Judge = engine.ColumnarEngine(ruleset, as_of, statuses, select=select, ignore=ignore)
    return judge


def _compiled(
    ruleset: Ruleset, as_of: AsOf, statuses: frozenset[Status], select: Sequence[str], ignore: Sequence[str]
) -> Judge:
    return PlainJudge(ruleset, as_of, statuses, select=select, ignore=ignore)


def fastest() -> str:
    """The name of what judges fastest here."""
    try:
        return "columnar" if find_spec("..columnar.engine", __package__) is not None else "compiled"
    except ModuleNotFoundError:
        return "compiled"


def _on_a_cluster(
    ruleset: Ruleset, as_of: AsOf, statuses: frozenset[Status], select: Sequence[str], ignore: Sequence[str]
) -> Judge:
    """In each task as on one machine."""
    return JUDGES[fastest()](ruleset, as_of, statuses, select, ignore)


JUDGES: Final[Mapping[str, _Build]] = {"columnar": _columnar, "compiled": _compiled, "spark": _on_a_cluster}
"""What builds each judge, from the ruleset, the moment, the statuses of the findings, and a selection of norms."""
