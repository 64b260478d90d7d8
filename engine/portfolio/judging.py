"""The seam between a portfolio and what judges it: a batch of companies in, tables of findings and of counts out."""

from collections.abc import Sequence
from functools import cache
from typing import Any, Final, NamedTuple, Protocol

import polars as pl

from ..status import Status

__all__ = ["COMPANIES", "FINDINGS", "TALLIES", "Judge", "Judged", "concatenated", "nothing_judged"]

FINDINGS: Final[dict[str, Any]] = {
    "company": pl.UInt64,
    "number": pl.String,
    "name": pl.String,
    "province": pl.String,
    "norm": pl.String,
    "clause": pl.String,
    "subject": pl.String,
    "status": pl.String,
    "severity": pl.String,
    "due": pl.String,
    "strict_due": pl.String,
    "cured_on": pl.String,
}
"""The columns of findings. `company` is the position of the company in its input, from 1: a row, or a line.

`number` is the licence's, `province` the code of the one in which the registered address lies. `subject` is the path of
ids with slashes between, '' for the company itself. Dates and minutes are written as in a report; what there is none of
is null. `severity` is that of a report: one step less where a duty was done late.
"""

COMPANIES: Final[dict[str, Any]] = {
    "company": pl.UInt64,
    "number": pl.String,
    "name": pl.String,
    "province": pl.String,
    **{status.value: pl.UInt32 for status in Status},
    "verdict": pl.String,
}
"""The columns of companies: how many findings each has of each status, and what that makes: clean, violations,
undetermined."""

TALLIES: Final[dict[str, Any]] = {
    "norm": pl.String,
    "severity": pl.String,
    "status": pl.String,
    "findings": pl.UInt64,
    "companies": pl.UInt64,
}
"""The columns of tallies: over all companies of a batch, for each norm, severity and status (all five) that occur."""


class Judged(NamedTuple):
    """What is said of some companies.

    Findings and companies are in the order of the input, the findings of one company in the order of the ruleset's
    norms and of its rows. Findings have some statuses only; companies and tallies count all five.
    """

    findings: pl.DataFrame
    companies: pl.DataFrame
    tallies: pl.DataFrame


class Judge(Protocol):
    """Judges companies that are plainly canonical."""

    name: str

    def judge(self, frame: pl.DataFrame, positions: pl.Series) -> Judged:
        """What is said of the companies of a canonical frame; `positions` (UInt64) are theirs in the input."""
        ...


@cache
def nothing_judged() -> Judged:
    """Of no company."""
    return Judged(pl.DataFrame(schema=FINDINGS), pl.DataFrame(schema=COMPANIES), pl.DataFrame(schema=TALLIES))


def concatenated(several: Sequence[Judged]) -> Judged:
    """What is said of several groups of companies, in the order of the input."""
    some = [one for one in several if one.companies.height]
    if len(some) < 2:
        return some[0] if some else nothing_judged()
    tallies = pl.concat([one.tallies for one in some])
    return Judged(
        pl.concat([one.findings for one in some]).sort("company", maintain_order=True),
        pl.concat([one.companies for one in some]).sort("company", maintain_order=True),
        tallies.group_by("norm", "severity", "status", maintain_order=True).sum(),
    )
