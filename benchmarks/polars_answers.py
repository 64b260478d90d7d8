"""Where the findings of the hand-written Polars plan are gathered."""

from collections.abc import Sequence

import polars as pl

from .polars_base import Widths, named
from .polars_words import ANSWERS

__all__ = ["Answers"]


class Answers:
    """Gathers findings of the wanted statuses, and knows which columns of a company its elements need."""

    def __init__(self, widths: Widths, wanted: Sequence[str]) -> None:
        self.widths = widths
        self.force = named(widths, terms="starts ends runs_on")
        self.informed = named(widths, services="code within starts ends")
        self.scoped = named(widths, scope="code internet mobile fixed_phone")
        self._codes = [ANSWERS.index(status) for status in wanted]
        self._found: list[pl.LazyFrame] = []

    def add(self, frame: pl.LazyFrame, subject: pl.Expr, **norms: pl.Expr) -> None:
        """The status of each norm (its id with underscores) for each row."""
        answered = frame.select("c", subject.alias("subject"), **norms)
        for norm in norms:
            kept = answered.filter(pl.col(norm).is_in(self._codes))
            self._found.append(kept.select("c", pl.lit(norm.replace("_", "-")).alias("norm"), "subject", status=norm))

    def all(self) -> pl.LazyFrame:
        """Company `c`, norm, subject, status by its place in ANSWERS."""
        return pl.concat(self._found)
