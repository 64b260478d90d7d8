"""From one check of a network unit to the next of its kind."""

import polars as pl

from .....facts.as_of import AsOf
from .....facts.portfolio.dtypes import words_dtype
from .....facts.portfolio.flat import ROW_ABOVE, ROW_OF_COMPANY, Flat
from .....facts.words.security import CheckKind
from ....intervals import NEVER
from ..cells import happened
from .lists import DerivedRows, complete_of, day, word

__all__ = ["check_periods"]

_UNITS = "network_units"
_CHECKS = "network_units.checks"
_GROUP = ("unit", "kind")


def check_periods(flat: Flat, as_of: AsOf) -> DerivedRows:
    """For each unit and kind, one from when it was both graded and in operation, and one from each check since.

    One more begins where the unit was graded anew. Where it is not known which checks there were, or in which order,
    the next one is unknown. The list is incomplete where the units are, the checks of one, the kind of a check, or
    whether a unit was graded anew.
    """
    units, checks = _units(flat, as_of), _checks(flat)
    of_no_kind = checks.filter(pl.col("kind").is_null())["unit"].unique().implode()
    lacking = ~pl.col("checks_known") | pl.col("unit").is_in(of_no_kind)
    units = units.with_columns(lacking.alias("lacking"))
    done = checks.filter(pl.col("kind").is_not_null()).join(
        units.select("unit", "lacking", "begun"), on="unit", how="inner", maintain_order="left"
    )
    undated = pl.col("day").is_null().any().over(_GROUP)
    done = done.with_columns((pl.col("lacking") | undated).alias("vague"))
    groups = (
        _groups(units)
        .join(done.select(*_GROUP, "vague").unique(), on=_GROUP, how="left", maintain_order="left")
        .with_columns(pl.col("vague").fill_null(pl.col("lacking")))
    )
    periods = pl.concat([_from_begun(groups, done), _after(done)], how="vertical")
    begun, start = pl.col("begun"), pl.col("from")
    periods = (
        periods.filter(~(start < begun).fill_null(False))
        .with_columns(pl.when(begun.is_not_null()).then(start).alias("from"))
        .with_columns(
            pl.when(~pl.col("vague") & pl.col("from").is_not_null()).then(pl.col("next").fill_null(NEVER)).alias("next")
        )
        .sort("unit", "kind", "step", "position")
    )
    of_unit = units.select("unit", "company", "unit_id")
    rows = periods.join(of_unit, on="unit", how="left", maintain_order="left")
    identity = pl.concat_str([pl.col("unit_id"), pl.col("kind").cast(pl.String), pl.col("name")], separator="/")
    rows = rows.select(
        "company",
        pl.col("company").alias("parent"),
        identity.alias("id"),
        identity.alias("f:id"),
        pl.col("unit_id").alias("f:unit"),
        pl.col("kind").to_physical().cast(pl.Int16).alias("f:kind"),
        happened(pl.col("from"), as_of).alias("f:from_on"),
        happened(pl.col("next"), as_of).alias("f:next_on"),
    )
    open_ = units.filter(pl.col("lacking") | pl.col("regraded").is_null())["company"]
    return DerivedRows(rows, complete_of(flat, flat.complete(_UNITS), open_))


def _units(flat: Flat, as_of: AsOf) -> pl.DataFrame:
    """Those not known not to have begun: graded, and in operation."""
    frame = flat.frames[_UNITS]
    found = frame.select(
        pl.col(ROW_OF_COMPANY).alias("company"),
        pl.int_range(pl.len(), dtype=pl.UInt32).alias("unit"),
        (pl.col("id") if "id" in frame.columns else pl.lit(None, dtype=pl.String)).alias("unit_id"),
        day(flat, _UNITS, "graded_on").alias("graded"),
        day(flat, _UNITS, "in_operation_since").alias("operating"),
        day(flat, _UNITS, "regraded_on").alias("regraded"),
        flat.complete(_CHECKS).alias("checks_known"),
    )
    days = ("graded", "operating")
    later = pl.any_horizontal((pl.col(name) > as_of.day.toordinal()).fill_null(False) for name in days)
    both = pl.all_horizontal(pl.col(name).is_not_null() for name in days)
    begun = pl.when(both).then(pl.max_horizontal(*days)).alias("begun")
    return found.with_columns(begun).filter(~later)


def _checks(flat: Flat) -> pl.DataFrame:
    """Those not known not to have been made."""
    frame = flat.frames[_CHECKS]
    found = frame.select(
        pl.col(ROW_ABOVE).alias("unit"),
        pl.int_range(pl.len(), dtype=pl.UInt32).alias("position"),
        (pl.col("id") if "id" in frame.columns else pl.lit(None, dtype=pl.String)).alias("check"),
        word(flat, _CHECKS, "kind").alias("kind"),
        day(flat, _CHECKS, "done_on").alias("day"),
    )
    return found.filter(pl.col("day").is_null() | (pl.col("day") != NEVER))


def _groups(units: pl.DataFrame) -> pl.DataFrame:
    """A row for each unit and kind of check."""
    kinds = pl.Series("kind", [kind.value for kind in CheckKind], dtype=words_dtype(CheckKind))
    return units.select("unit", "begun", "regraded", "lacking").join(kinds.to_frame(), how="cross")


def _from_begun(groups: pl.DataFrame, done: pl.DataFrame) -> pl.DataFrame:
    """The first period of each unit and kind, and the one from when it was graded anew, if it was."""
    dated = done.filter(pl.col("day").is_not_null()).select(*_GROUP, "day", next="day").sort("day")
    first = groups.with_columns(pl.col("begun").alias("from"))
    regraded = groups.filter(pl.col("regraded") < NEVER).with_columns(pl.col("regraded").alias("from"))
    found = []
    for step, (name, starts) in enumerate((("first", first), ("regraded", regraded))):
        known = starts.filter(pl.col("from").is_not_null()).sort("from")
        after = known.join_asof(
            dated, left_on="from", right_on="day", by=list(_GROUP), strategy="forward", check_sortedness=False
        )
        found.append(_period(pl.concat([after, starts.filter(pl.col("from").is_null())], how="diagonal"), step, name))
    return pl.concat(found)


def _after(done: pl.DataFrame) -> pl.DataFrame:
    """The period from each check to the next."""
    following = done.sort(*_GROUP, "day", "check", nulls_last=True).with_columns(
        pl.col("day").shift(-1).over(_GROUP).alias("next"), pl.col("day").alias("from")
    )
    return _period(following, 2, pl.concat_str([pl.lit("after/"), pl.col("check")]), pl.col("position"))


def _period(frame: pl.DataFrame, step: int, name: str | pl.Expr, position: pl.Expr | None = None) -> pl.DataFrame:
    return frame.select(
        *_GROUP,
        pl.lit(step, dtype=pl.Int8).alias("step"),
        (pl.lit(0, dtype=pl.UInt32) if position is None else position).alias("position"),
        (pl.lit(name) if isinstance(name, str) else name).alias("name"),
        "begun",
        "from",
        pl.col("next").cast(pl.Int64),
        "vague",
    )
