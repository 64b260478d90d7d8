"""The norm about the provinces in which a company operates, in Polars: they are derived from its services."""

import datetime
from functools import reduce
from operator import and_

import polars as pl

from .polars_answers import Answers
from .polars_base import in_force, named, within_scope
from .polars_words import NEVER, answer, event, none_listed, one_of, passed, reviewed

__all__ = ["add_places"]

Rows = pl.LazyFrame
_EVER = pl.lit(datetime.date.min)
_PLACE = ("code", "network", "region")
_MONTH = pl.duration(days=30)


def add_places(answers: Answers, base: Rows) -> None:
    """Security filings, in each province in which an information service is carried on."""
    widths = answers.widths
    filings = named(widths, security_filings="province filed")
    keep = [*answers.force, *answers.scoped, *filings, "obtained"]
    starts, ends, first = pl.col("starts"), pl.col("ends"), pl.col("first")
    rows = _places(base).join(base.select("c", *keep), on="c", how="left")
    low = pl.max_horizontal(starts.fill_null(_EVER), pl.col("obtained").fill_null(_EVER))
    rows = rows.with_columns(first=pl.when(starts.is_not_null() & pl.col("obtained").is_not_null()).then(low), low=low)
    rows = rows.with_columns(by=first + _MONTH)
    # Where the first day is not known, it is at least known from when on: the licence may have ended before.
    from_low = (pl.col("low") != NEVER) & one_of(
        "terms",
        widths["terms"],
        lambda f: (f("starts") != NEVER) & (pl.when(pl.col("low") > f("ends")).then(False) | f("runs_on")),
    )
    held = pl.when(first.is_not_null()).then(in_force(first, widths)).when(~from_low).then(False).otherwise(None)
    surely, possibly = [], []
    for n in range(widths["security_filings"]):
        here = pl.col(f"security_filings{n}_province") == pl.col("region")
        day = pl.col(f"security_filings{n}_filed")
        surely.append(pl.when(here).then(day))
        possibly.append(pl.when(here.fill_null(True)).then(day.fill_null(_EVER)))
    unlisted = none_listed("security_filings").is_null()
    rows = rows.with_columns(
        sure=pl.min_horizontal(*surely, NEVER),
        possible=pl.when(unlisted).then(_EVER).otherwise(pl.min_horizontal(*possibly, NEVER)),
    )
    sure, by = pl.col("sure"), pl.col("by")
    never = pl.when(pl.col("possible") == NEVER).then(True).when(sure < NEVER).then(False).otherwise(None)
    identity = pl.concat_str(
        pl.col("code").fill_null("unknown"), pl.col("network").fill_null("unknown"), "region", separator="/"
    ).fill_null("?")
    answers.add(
        rows,
        identity,
        SP_15_06_c=answer(
            (pl.col("code") == "B25") & within_scope(pl.col("code"), pl.col("network"), widths) & held,
            reviewed(never & (by < ends), (by < sure) & (by < ends)),
            passed(by),
        ),
    )


def _places(base: Rows) -> Rows:
    """A row for each company `c`, code, network and region: since when and until when; null where it is not known."""
    there = pl.col("services").list.len().fill_null(1) > 0
    service = pl.col("services").struct.field
    carried = (
        base.filter(there)
        .select("c", "services")
        .explode("services")
        .select(
            "c",
            *(service(name) for name in ("code", "network", "regions")),
            starts=event(service("started_on")),
            ended=service("ended_on"),
        )
        .filter((pl.col("starts") != NEVER).fill_null(True))
    )
    at_places = carried.filter(pl.col("regions").list.len() > 0).explode("regions").rename({"regions": "region"})
    ended = pl.col("ended")
    found = at_places.group_by("c", *_PLACE).agg(
        starts=pl.when(pl.col("starts").null_count() == 0).then(pl.col("starts").min()),
        # As text, what is not done comes after every day, and decides whatever else is not stated.
        ended=pl.when((ended.null_count() == 0) | (ended.max() == "not_done")).then(ended.max()),
    )
    found = _unsettled(found, carried)
    unlisted = carried.filter(pl.col("regions").is_null()).select("c").unique()
    return pl.concat([found.with_columns(ends=event(ended)).drop("ended"), unlisted], how="diagonal")


def _unsettled(found: Rows, carried: Rows) -> Rows:
    """Takes away dates that a service may move that does not say where, over what or as what it is carried on."""
    open_ = carried.filter(pl.any_horizontal(pl.col("regions", "code", "network").is_null()))
    open_ = open_.rename({name: f"other_{name}" for name in ("code", "network", "starts", "ended")})
    pairs = found.join(open_, on="c", how="inner")
    may_be = reduce(
        and_, ((pl.col(f"other_{n}").is_null() | pl.col(f"other_{n}").eq_missing(pl.col(n))) for n in _PLACE[:2])
    )
    same = reduce(and_, (pl.col(f"other_{n}").eq_missing(pl.col(n)) for n in _PLACE[:2]))
    inside = pl.col("regions").list.contains(pl.col("region"))
    moved = (
        pairs.filter(may_be & inside.fill_null(True) & ~(same & inside.fill_null(False)))
        .group_by("c", *_PLACE)
        .agg(
            starts_open=(pl.col("other_starts") < pl.col("starts")).fill_null(True).any(),
            ends_open=(pl.col("other_ended") > pl.col("ended")).fill_null(True).any(),
        )
    )
    joined = found.join(moved, on=["c", *_PLACE], how="left", nulls_equal=True)
    return joined.select(
        "c",
        *_PLACE,
        starts=pl.when(~pl.col("starts_open").fill_null(False)).then(pl.col("starts")),
        ended=pl.when(~pl.col("ends_open").fill_null(False) | (pl.col("ended") == "not_done")).then(pl.col("ended")),
    )
