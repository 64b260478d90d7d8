"""What can judge the plainly canonical companies of a batch, by name. A judge is imported when it is first built."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from ...facts.as_of import AsOf
from ..ruleset import Ruleset
from ..status import Status
from .judging import Judge
from .plain import PlainJudge

__all__ = ["JUDGES"]

_Build = Callable[[Ruleset, AsOf, frozenset[Status], Sequence[str], Sequence[str], bool], Judge]


def _columnar(
    ruleset: Ruleset,
    as_of: AsOf,
    statuses: frozenset[Status],
    select: Sequence[str],
    ignore: Sequence[str],
    redact: bool,
) -> Judge:
    from .columns import ColumnarJudge

    return ColumnarJudge(ruleset, as_of, statuses, select=select, ignore=ignore, redact=redact)


def _compiled(
    ruleset: Ruleset,
    as_of: AsOf,
    statuses: frozenset[Status],
    select: Sequence[str],
    ignore: Sequence[str],
    redact: bool,
) -> Judge:
    return PlainJudge(ruleset, as_of, statuses, select=select, ignore=ignore, redact=redact)


JUDGES: Final[Mapping[str, _Build]] = {"columnar": _columnar, "compiled": _compiled, "spark": _columnar}
"""What builds each judge: of ruleset, moment, statuses of the findings, a selection of norms, whether to redact.

On a cluster each task has one of its own."""
