"""Where each kind of business is carried on, and since when."""

import polars as pl

from .....facts.as_of import AsOf
from .....facts.portfolio.flat import ROW_ABOVE, ROW_OF_COMPANY, Flat
from .....facts.schema import VALUE
from ....intervals import NEVER
from ..cells import happened
from .lists import DerivedRows, complete_of, day, word

__all__ = ["operating_provinces"]

_REGIONS = "services.regions"
_PLACE = ("company", "code", "network", "province")
_UNKNOWN = "unknown"


def operating_provinces(flat: Flat, as_of: AsOf) -> DerivedRows:
    """One for each code, network and province of services that have started.

    The earliest start and the latest end are unknown where a service can be there too that moves them: a stated one,
    or one that a partial list leaves out. The list is incomplete where the services or the regions of one are.
    """
    services = _services(flat, as_of)
    listed = flat.complete("services")
    at = _carried(flat, services)
    places = (
        at.group_by(_PLACE, maintain_order=False)
        .agg(
            start=pl.col("start").min(),
            start_unknown=pl.col("start").is_null().any(),
            end=pl.col("end").max(),
            end_unknown=pl.col("end").is_null().any(),
        )
        .sort(_PLACE, nulls_last=True)
        .with_row_index("place")
    )
    others = _others(places, services, at)
    unlisted = ~pl.lit(listed).gather(pl.col("company"))
    start = (
        pl.when(
            unlisted
            | pl.col("start_unknown")
            | pl.col("other_start_unknown")
            | (pl.col("other_start") < pl.col("start")).fill_null(False)
        )
        .then(None)
        .otherwise(pl.col("start"))
    )
    later = pl.col("other_end_unknown") | (pl.col("other_end") > pl.col("end")).fill_null(False) | unlisted
    end = (
        pl.when(pl.col("end") == NEVER)
        .then(NEVER)
        .when(pl.col("end_unknown") | later)
        .then(None)
        .otherwise(pl.col("end"))
    )
    identity = pl.concat_str([pl.col(name).cast(pl.String).fill_null(_UNKNOWN) for name in _PLACE[1:]], separator="/")
    rows = places.join(others, on="place", how="left", maintain_order="left").with_columns(
        pl.col("other_start_unknown", "other_end_unknown").fill_null(False)
    )
    rows = rows.select(
        "company",
        pl.col("company").alias("parent"),
        identity.alias("id"),
        identity.alias("f:id"),
        *(pl.col(name).to_physical().cast(pl.Int16).alias(f"f:{name}") for name in _PLACE[1:]),
        happened(start, as_of).alias("f:started_on"),
        happened(end, as_of).alias("f:ended_on"),
    )
    vague = services.filter(pl.col("anywhere"))["company"]
    return DerivedRows(rows, complete_of(flat, listed, vague))


def _services(flat: Flat, as_of: AsOf) -> pl.DataFrame:
    """Those not known not to have started. `anywhere` says that not all their regions are known, `vague` that not all
    their places are."""
    path = "services"
    anywhere = ~flat.complete(_REGIONS)
    found = flat.frames[path].select(
        pl.col(ROW_OF_COMPANY).alias("company"),
        pl.int_range(pl.len(), dtype=pl.UInt32).alias("service"),
        word(flat, path, "code").alias("code"),
        word(flat, path, "network").alias("network"),
        day(flat, path, "started_on").alias("start"),
        day(flat, path, "ended_on").alias("end"),
        anywhere.alias("anywhere"),
    )
    vague = pl.col("anywhere") | pl.col("code").is_null() | pl.col("network").is_null()
    started = pl.col("start").is_null() | (pl.col("start") <= as_of.day.toordinal())
    return found.with_columns(vague.alias("vague")).filter(started)


def _carried(flat: Flat, services: pl.DataFrame) -> pl.DataFrame:
    """A row for each service and each of its stated regions."""
    regions = flat.frames[_REGIONS].select(
        pl.col(ROW_ABOVE).alias("service"), word(flat, _REGIONS, VALUE).alias("province")
    )
    return regions.join(services, on="service", how="inner")


def _others(places: pl.DataFrame, services: pl.DataFrame, at: pl.DataFrame) -> pl.DataFrame:
    """For each place, what the services that are not stated to be there, and can be, say of start and end."""
    vague = services.filter(pl.col("vague"))
    candidates = (
        places.select("place", *_PLACE)
        .join(vague.rename({"code": "own_code", "network": "own_network"}), on="company", how="inner")
        .filter(
            pl.col("own_code").is_null() | pl.col("own_code").eq_missing(pl.col("code")),
            pl.col("own_network").is_null() | pl.col("own_network").eq_missing(pl.col("network")),
        )
        .join(at.select("service", "province", pl.lit(True).alias("stated")), on=["service", "province"], how="left")
    )
    stated = pl.col("stated").fill_null(False)
    here = stated & pl.col("own_code").eq_missing(pl.col("code")) & pl.col("own_network").eq_missing(pl.col("network"))
    return (
        candidates.filter(pl.col("anywhere") | stated, ~here)
        .group_by("place")
        .agg(
            other_start=pl.col("start").min(),
            other_start_unknown=pl.col("start").is_null().any(),
            other_end=pl.col("end").max(),
            other_end_unknown=pl.col("end").is_null().any(),
        )
    )
