"""The norms about the company itself, its services, displays and terms, in Polars."""

import datetime

import polars as pl

from .polars_answers import Answers
from .polars_base import in_force_during, named, within_scope
from .polars_words import NEVER, TODAY, answer, any3, event, listed, one_of, passed, reviewed, term

__all__ = ["add_company", "add_services", "add_terms"]

Rows = pl.LazyFrame


def add_company(answers: Answers, base: Rows) -> None:
    """What is asked of the company once."""
    now = pl.col("now")

    def in_place(kind: str) -> pl.Expr:
        return any3(pl.col("controls"), lambda f: (f("kind") == kind) & f("in_place"))

    def adopted(kind: str) -> pl.Expr:
        return any3(pl.col("documents"), lambda f: (f("kind") == kind) & (event(f("adopted_on")) != NEVER))

    retention, in_days = (
        pl.col("logs").struct.field("retention"),
        pl.col("logs").struct.field("retention_unit") == "day",
    )
    answers.add(
        base,
        pl.lit(""),
        SP_04_d=answer(now, ~(in_place("user_technical") & in_place("user_monitoring"))),
        SP_04_e_1=answer(now, pl.col("user_terms").struct.field("forbidden_by") == "none"),
        SP_05_b=answer(now, ~adopted("service_management")),
        SP_05_c=answer(now, pl.col("staff").struct.field("complaint_handlers") < 1),
        SP_07_b_1=answer(now, ~pl.col("security").struct.field("responsible_person_named")),
        SP_07_c=answer(now, ~(adopted("personal_information_protection") & in_place("personal_information_technical"))),
        SP_09_b=answer(
            now & (datetime.date(2017, 6, 1) <= TODAY),
            reviewed((retention < 6) | (in_days & (retention < 181)), in_days & (retention <= 183)),
        ),
    )


def add_services(answers: Answers, base: Rows) -> None:
    """What is asked of services and displays."""
    one = pl.col(":id")
    services = listed(base, "services", [*answers.force, *answers.scoped, "licensed"]).with_columns(
        starts=event(pl.col(":started_on")), ends=event(pl.col(":ended_on"))
    )
    outside = (
        pl.when(pl.col(":regions").list.len() == 0)
        .then(False)
        .otherwise(pl.col(":regions").list.set_difference("licensed").list.len() > 0)
    )
    answers.add(
        services,
        one,
        SP_02_c=answer(
            (pl.col("starts") != NEVER)
            & within_scope(pl.col(":code"), pl.col(":network"), answers.widths)
            & in_force_during(pl.col("starts"), pl.col("ends"), answers.widths),
            pl.col(":cross_border") | outside,
        ),
    )
    displays = listed(base, "displays", ["now", "number"])
    fit = pl.col(":shown") & (pl.col(":number_shown") == pl.col("number")) & pl.col(":prominent")
    used = (event(pl.col(":in_use_since")) != NEVER) & pl.col("now")
    answers.add(
        displays,
        one,
        SP_02_d=answer(used & (pl.col(":place") == "premises"), ~fit),
        SP_02_f_2=answer(used & (pl.col(":place") == "other"), reviewed(pl.lit(False), ~fit)),
    )


def add_terms(answers: Answers, base: Rows) -> None:
    """What is asked of the terms of the licence."""
    one = pl.col(":id")
    terms = listed(base, "terms", [*answers.informed, *named(answers.widths, services="winding")[1:]]).with_columns(
        starts=event(pl.col(":starts_on")), ends=term(pl.col(":expires_on"))
    )
    terms = terms.with_columns(by=pl.col("ends") - pl.duration(days=90))
    ended = pl.col("ends")
    went_on = passed(ended) & one_of(
        "services",
        answers.widths["services"],
        lambda f: (
            (f("starts") != NEVER)
            & f("within")
            & (f("starts") <= ended)
            & (ended < f("ends"))
            & (ended + pl.duration(days=1) < f("winding"))
        ),
    )
    begun = pl.col("starts") != NEVER
    answers.add(
        terms,
        one,
        SP_12_b=answer(
            begun & (pl.col(":intends_to_continue") | went_on),
            event(pl.col(":renewal_applied_on")) > pl.col("by"),
            passed(pl.col("by")),
        ),
        SP_12_c=answer(
            begun & ~pl.col(":intends_to_continue") & (pl.col("by") >= datetime.date(2017, 9, 1)),
            event(pl.col(":closing_reported_on")) > pl.col("by"),
            passed(pl.col("by")),
        ),
    )
