"""What a plan consists of: steps that each add columns to one frame."""

from collections.abc import Mapping
from typing import Final

import polars as pl
from msgspec import Struct

from ...intervals import FIRST, LAST, NEVER
from .places import Place, Via

__all__ = ["Compute", "Extremes", "Fetch", "Frames", "Seek", "Sought", "Step"]

Frames = dict[Place, pl.DataFrame]

_HOME: Final = "home"  # the position of the row that a row of another frame belongs to


class Compute(Struct, frozen=True, eq=False):
    """Columns from others of the same frame; equal parts of them are worked out once."""

    place: Place
    columns: Mapping[str, pl.Expr]

    def run(self, frames: Frames) -> None:
        """Add the columns."""
        named = [column.alias(name) for name, column in self.columns.items()]
        frames[self.place] = frames[self.place].lazy().with_columns(named).collect()


class Fetch(Struct, frozen=True, eq=False):
    """Columns of another frame, at the positions that `via` holds; new names by the names there."""

    place: Place
    source: Place
    via: Via
    names: Mapping[str, str]

    def run(self, frames: Frames) -> None:
        """Add the columns."""
        here = frames[self.place]
        found = frames[self.source].select(*self.names)[here[self.via]]
        frames[self.place] = here.hstack(found.rename(dict(self.names)))


class Sought(Struct, frozen=True, eq=False):
    """What makes a row a hit, surely and possibly, and the names of the columns that say whether there is one."""

    sure: pl.Expr
    possible: pl.Expr
    names: tuple[str, str]


class Seek(Struct, frozen=True, eq=False):
    """Quantifiers: whether some row of another frame is a hit. `back` leads from there to the row here.

    Whether there may be rows besides those that are stated is not asked here.
    """

    place: Place
    inner: Place
    back: Via
    sought: tuple[Sought, ...]

    def run(self, frames: Frames) -> None:
        """Add two columns for each."""
        asked = [pl.col(self.back).alias(_HOME)]
        for number, one in enumerate(self.sought):
            asked += [one.sure.alias(f"sure{number}"), one.possible.alias(f"possible{number}")]
        found = stated_rows(frames, self.inner).select(asked).collect()
        height, home = frames[self.place].height, found[_HOME]
        columns = [
            _marked(name, height, home.filter(found[f"{kind}{number}"]))
            for number, one in enumerate(self.sought)
            for name, kind in zip(one.names, ("sure", "possible"), strict=True)
        ]
        frames[self.place] = frames[self.place].hstack(columns)


class Extremes(Struct, frozen=True, eq=False):
    """The earliest or latest of the dates of another frame's rows, as `engine.evaluate.extreme` tells it."""

    place: Place
    inner: Place
    back: Via
    latest: bool
    sure: pl.Expr
    possible: pl.Expr
    low: pl.Expr
    high: pl.Expr
    complete: pl.Expr
    """Of the frame here: whether the list is complete."""
    names: tuple[str, str]

    def run(self, frames: Frames) -> None:
        """Add two columns."""
        low, high, surely = pl.col("low"), pl.col("high"), pl.col("surely")
        entries = (
            stated_rows(frames, self.inner)
            .select(
                pl.col(self.back).alias(_HOME),
                self.low.alias("low"),
                self.high.alias("high"),
                (self.sure & (self.high < NEVER)).alias("surely"),
                self.possible.alias("possibly"),
            )
            .filter(pl.col("possibly") & (low < NEVER))
            .group_by(_HOME)
            .agg(
                low.min().alias("least"),
                pl.min_horizontal(high, pl.lit(LAST)).max().alias("most"),
                low.filter(surely).max().alias("sure_low"),
                high.filter(surely).min().alias("sure_high"),
            )
        )
        here = frames[self.place].lazy()
        rows = here.select(self.complete.alias("complete")).with_row_index(_HOME)
        joined = rows.join(entries, on=_HOME, how="left", maintain_order="left").with_columns(
            pl.when("complete").then(pl.col("least")).otherwise(FIRST).alias("least"),
            pl.when("complete").then(pl.col("most")).otherwise(LAST).alias("most"),
        )
        if self.latest:
            bounds = (
                pl.coalesce("sure_low", "least", pl.lit(NEVER)),
                pl.when(pl.col("sure_low").is_not_null()).then(pl.col("most")).otherwise(NEVER),
            )
        else:
            bounds = (pl.coalesce("least", pl.lit(NEVER)), pl.coalesce("sure_high", pl.lit(NEVER)))
        columns = joined.select(one.alias(name) for one, name in zip(bounds, self.names, strict=True)).collect()
        frames[self.place] = frames[self.place].hstack(columns)


Step = Compute | Fetch | Seek | Extremes


def stated_rows(frames: Frames, place: Place) -> pl.LazyFrame:
    """The rows of a frame without imagined ones; a pair has none."""
    frame = frames[place].lazy()
    return frame if place.outer else frame.filter(~pl.col("imagined"))


def _marked(name: str, height: int, positions: pl.Series) -> pl.Series:
    """False in every row but those at some positions."""
    return pl.repeat(False, height, dtype=pl.Boolean, eager=True).alias(name).scatter(positions, True)
