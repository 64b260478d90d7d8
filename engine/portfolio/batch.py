"""A batch: some companies of a portfolio, whole and in the order of the input."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import polars as pl

__all__ = ["Batch", "Odd"]


class Odd(NamedTuple):
    """A document that goes through the ordinary loader: JSON text of one line, or plain Python data.

    `position` is that of the company in the input, from 1.
    """

    position: int
    document: str | Mapping[str, Any]


class Batch(NamedTuple):
    """Companies of a portfolio; `number` counts batches from 0.

    `frame` holds the plainly canonical documents, one row each, nested as a document is; `positions` says where in the
    input each of them stands. `odd` are all others.
    """

    number: int
    frame: "pl.DataFrame"
    positions: "pl.Series"
    odd: tuple[Odd, ...]

    @property
    def companies(self) -> int:
        """How many companies are in it."""
        return self.frame.height + len(self.odd)
