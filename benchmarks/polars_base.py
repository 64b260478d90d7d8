"""The companies of the hand-written Polars plan, with their short lists as columns, and the conditions norms share."""

from collections.abc import Callable
from functools import partial
from typing import Any

import polars as pl

from .polars_words import NEVER, TODAY, event, expand, one_of, term

__all__ = [
    "Widths",
    "in_force",
    "in_force_during",
    "informing",
    "named",
    "situated",
    "supplied",
    "widths_of",
    "within_scope",
]

Widths = dict[str, int]
"""How many elements the longest list of each name has."""
Rows = pl.LazyFrame
_Field = Callable[[str], pl.Expr]

_LISTS = {
    **{name: pl.col("licence").struct.field(name) for name in ("terms", "scope")},
    **{name: pl.col(name) for name in ("services", "licences", "assessments", "launches", "major_changes")},
    **{name: pl.col(name) for name in ("security_filings", "annual_reports", "annual_report_extensions")},
}


def widths_of(rows: Rows) -> Widths:
    """Looks at the lengths of the lists that become columns."""
    longest = rows.select(column.list.len().max().fill_null(0).alias(name) for name, column in _LISTS.items())
    return dict(longest.collect().row(0, named=True))


def in_force(day: pl.Expr, widths: Widths) -> pl.Expr:
    return (day != NEVER) & one_of(
        "terms",
        widths["terms"],
        lambda f: (f("starts") != NEVER) & (f("starts") <= day) & ((day <= f("ends")) | f("runs_on")),
    )


def in_force_during(first: pl.Expr, last: pl.Expr, widths: Widths) -> pl.Expr:
    return (first != NEVER) & one_of(
        "terms",
        widths["terms"],
        lambda f: (
            (f("starts") != NEVER)
            & ((f("starts") <= first) | (f("starts") <= last))
            & ((first <= f("ends")) | f("runs_on"))
        ),
    )


def within_scope(code: pl.Expr, network: pl.Expr, widths: Widths) -> pl.Expr:
    return one_of(
        "scope",
        widths["scope"],
        lambda f: (
            (f("code") == code)
            & (
                ((network == "internet") & f("internet"))
                | ((network == "mobile") & f("mobile"))
                | ((network == "fixed_phone") & f("fixed_phone"))
            )
        ),
    )


def informing(day: pl.Expr, widths: Widths) -> pl.Expr:
    return one_of(
        "services",
        widths["services"],
        lambda f: (
            (f("starts") != NEVER) & (f("code") == "B25") & f("within") & (f("starts") <= day) & (day <= f("ends"))
        ),
    )


def supplied(supplier: pl.Expr, day: pl.Expr, widths: Widths) -> pl.Expr:
    return one_of(
        "licences",
        widths["licences"],
        lambda f: (
            (f("issued") != NEVER)
            & (f("holder") == supplier)
            & (f("level") == "basic")
            & (f("issued") <= day)
            & (day <= f("ends"))
            & (day != NEVER)
        ),
    )


def _same(name: str) -> tuple[Any, Any]:
    return (lambda field: field(name)), None


def _happened(name: str) -> tuple[Any, Any]:
    return (lambda field: event(field(name))), NEVER


def _due(name: str) -> tuple[Any, Any]:
    return (lambda field: term(field(name))), NEVER


_FIELDS: dict[str, dict[str, tuple[Any, Any]]] = {
    "terms": {
        "starts": _happened("starts_on"),
        "ends": _due("expires_on"),
        "applied": _happened("renewal_applied_on"),
        "decided": _happened("renewal_decided_on"),
        "outcome": _same("renewal_outcome"),
    },
    "scope": {
        # No service has the code that stands where a scope is shorter.
        "code": ((lambda field: field("code")), pl.lit("")),
        **{name: _same(name) for name in ("internet", "mobile", "fixed_phone")},
    },
    "services": {
        **{name: _same(name) for name in ("code", "network")},
        "starts": _happened("started_on"),
        "ends": _happened("ended_on"),
        "winding": _happened("winding_down_since"),
    },
    "licences": {
        **{name: _same(name) for name in ("holder", "level")},
        "issued": _happened("issued_on"),
        "ends": _due("expires_on"),
    },
    "assessments": {"subject": _same("subject"), "completed": _happened("completed_on")},
    "launches": {"id": _same("id"), "via": _same("via_internet"), "day": _happened("launched_on")},
    "major_changes": {"id": _same("id"), "via": _same("via_internet"), "day": _happened("changed_on")},
    "security_filings": {"province": _same("province"), "filed": _happened("filed_on")},
    "annual_reports": {"year": _same("filed_in_year"), "submitted": _happened("submitted_on")},
    # A year that no report is due in stands where there is no extension.
    "annual_report_extensions": {"year": ((lambda field: field("year")), pl.lit(0)), "ends": _due("ends_on")},
}


def situated(rows: Rows, widths: Widths) -> Rows:
    """The companies, numbered `c`, with their terms, services and other short lists as columns."""
    licence = pl.col("licence").struct.field
    rows = rows.with_columns(
        licence("number").alias("number"),
        licence("regions").alias("licensed"),
        licence("terms"),
        licence("first_obtained_on"),
        event(licence("first_obtained_on")).alias("obtained"),
        *(column for name, fields in _FIELDS.items() for column in expand(name, _LISTS[name], widths[name], fields)),
    )
    runs, within = [], []
    for n in range(widths["terms"]):
        starts, ends, applied, decided, outcome = (
            pl.col(f"terms{n}_{field}") for field in ("starts", "ends", "applied", "decided", "outcome")
        )
        later = one_of("terms", widths["terms"], partial(_begins_after, starts))
        granted = (applied != NEVER) & (decided != NEVER) & (outcome == "granted")
        deemed = (applied <= ends - pl.duration(days=90)) & ((decided == NEVER) | (ends < decided))
        runs.append(((granted | deemed) & ~later).alias(f"terms{n}_runs_on"))
    for n in range(widths["services"]):
        held = within_scope(pl.col(f"services{n}_code"), pl.col(f"services{n}_network"), widths)
        within.append(held.alias(f"services{n}_within"))
    return rows.with_columns(*runs, *within).with_columns(in_force(TODAY, widths).alias("now"))


def _begins_after(starts: pl.Expr, field: _Field) -> pl.Expr:
    return (field("starts") != NEVER) & (starts < field("starts"))


def named(widths: Widths, **fields: str) -> list[str]:
    """The names of the columns of lists, each with the fields that are wanted, divided by blanks."""
    return [
        column
        for name, wanted in fields.items()
        for column in (
            f"{name}_unlisted",
            *(f"{name}{n}_{field}" for n in range(widths[name]) for field in wanted.split()),
        )
    ]
