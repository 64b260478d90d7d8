"""The summary of one batch, from the tables of what was judged."""

from typing import Any

import polars as pl

from ..status import Severity, Status
from .judging import Judged
from .summary import MOST_OFFENDERS, MonthDue, NormTally, Offender, ProvinceTally, Summary

__all__ = ["summed"]


def summed(judged: Judged, *, rejected: int, odd: int, checked: int) -> Summary:
    """The summary of what was judged in one batch. Its findings have to hold all that are violated or pending."""
    count = judged.companies.height
    verdicts = judged.companies.group_by("verdict").len().sort("verdict")
    return Summary(
        companies=count + rejected,
        judged=count,
        rejected=rejected,
        checked=checked,
        odd=odd,
        verdicts=dict(verdicts.iter_rows()),
        norms=tuple(
            NormTally(norm, Severity(severity), Status(status), findings, companies)
            for norm, severity, status, findings, companies in judged.tallies.iter_rows()
        ),
        provinces=_provinces(judged.companies),
        months=_months(judged.findings),
        offenders=_offenders(judged.findings),
    )


def _provinces(companies: pl.DataFrame) -> tuple[ProvinceTally, ...]:
    sums = [pl.col(name).cast(pl.UInt64).sum() for name in ("violated", "pending", "undetermined")]
    found = (
        companies.group_by("province")
        .agg(pl.len(), (pl.col("violated") > 0).sum().alias("violating"), *sums)
        .sort("province", nulls_last=True)
    )
    return tuple(ProvinceTally(*row) for row in found.iter_rows())


def _months(findings: pl.DataFrame) -> tuple[MonthDue, ...]:
    status = pl.col("status")
    open_ = findings.filter(
        status.is_in([Status.PENDING.value, Status.VIOLATED.value])
        & pl.col("due").is_not_null()
        & pl.col("cured_on").is_null()
    )
    found = (
        open_.group_by(pl.col("due").str.slice(0, len("2020-10")).alias("month"))
        .agg((status == Status.PENDING.value).sum(), (status == Status.VIOLATED.value).sum().alias("late"))
        .sort("month")
    )
    return tuple(MonthDue(*row) for row in found.iter_rows())


def _offenders(findings: pl.DataFrame) -> tuple[Offender, ...]:
    who = ["company", "number", "name", "province"]
    by_severity: list[Any] = [
        (pl.col("severity") == severity.value).sum().alias(severity.value) for severity in Severity
    ]
    found = (
        findings.filter(pl.col("status") == Status.VIOLATED.value)
        .group_by("company")
        .agg(*[pl.col(name).first() for name in who[1:]], *by_severity)
        .sort(*(severity.value for severity in Severity), "company", descending=[*(True for _ in Severity), False])
        .head(MOST_OFFENDERS)
        .select(*who, *(severity.value for severity in Severity))
    )
    return tuple(Offender(*row) for row in found.iter_rows())
