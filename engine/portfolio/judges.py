"""What can judge the plainly canonical companies of a batch, by name. A judge is imported when it is first built."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from .plain import PlainJudge

if TYPE_CHECKING:
    from .columns import ColumnarJudge

__all__ = ["JUDGES"]


def _columnar() -> "type[ColumnarJudge]":
    from .columns import ColumnarJudge

    return ColumnarJudge


def _compiled() -> type[PlainJudge]:
    return PlainJudge


JUDGES: Final[Mapping[str, "Callable[[], type[ColumnarJudge] | type[PlainJudge]]"]] = {
    "columnar": _columnar,
    "compiled": _compiled,
    "spark": _columnar,
}
"""What gives the class of each judge. On a cluster each task has one of its own."""
