"""The businesses that other licences name, each with what its licence says."""

import polars as pl

from .....facts.as_of import AsOf
from .....facts.portfolio.flat import ROW_ABOVE, ROW_OF_COMPANY, Flat
from .....facts.schema import VALUE
from ..cells import PREFIX
from .lists import DerivedRows, cell, complete_of

__all__ = ["licensed_businesses"]

_PATH = "licensed_businesses"
_OF_LICENCE = ("holder", "held_by_company", "level", "internet", "issued_on", "expires_on")


def licensed_businesses(flat: Flat, as_of: AsOf) -> DerivedRows:
    """One for each of `licences` and each of its codes; incomplete where the licences or the codes of one are."""
    licences, codes = flat.frames["licences"], flat.frames["licences.codes"]
    identity = pl.col("id") if "id" in licences.columns else pl.lit(None, dtype=pl.String)
    of_licence = licences.select(
        identity.alias("licence"),
        identity.alias(f"{PREFIX}licence"),
        *(cell(flat, "licences", name, _PATH, name, as_of) for name in _OF_LICENCE),
    )
    value = pl.col(VALUE) if VALUE in codes.columns else pl.lit(None, dtype=pl.String)
    of_code = codes.select(
        pl.col(ROW_OF_COMPANY).alias("company"),
        pl.col(ROW_OF_COMPANY).alias("parent"),
        value.cast(pl.String).alias("code"),
        cell(flat, "licences.codes", VALUE, _PATH, "code", as_of),
    )
    rows = pl.concat([of_code, of_licence[codes[ROW_ABOVE]]], how="horizontal").with_columns(
        pl.format("{}/{}", "licence", "code").alias("id")
    )
    lacking = licences.filter(~flat.complete("licences.codes"))[ROW_OF_COMPANY]
    return DerivedRows(
        rows.with_columns(pl.col("id").alias(f"{PREFIX}id")), complete_of(flat, flat.complete("licences"), lacking)
    )
