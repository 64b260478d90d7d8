"""The norms about what happens to a company, in Polars."""

import datetime

import polars as pl

from .companies import AS_OF
from .polars_answers import Answers
from .polars_base import in_force, informing
from .polars_words import NEVER, NEVER_MINUTE, after, answer, event, listed, minute, passed, reviewed, span, term

__all__ = ["add_changes", "add_content", "add_incidents", "told"]

Rows = pl.LazyFrame
_DAY = pl.duration(hours=24)
_HOUR = pl.duration(hours=1)
_MIDNIGHT = pl.lit(datetime.datetime.combine(AS_OF, datetime.time()))


def _at_once(applies: pl.Expr, done: str, grave: pl.Expr) -> pl.Expr:
    """Within twenty-four hours of `low` to `high`; what took more than one hour is for judgement."""
    low, high = pl.col("low"), pl.col("high")
    text = pl.col(done)
    done_low = minute(text)
    done_high = span(text, done_low)
    breach = (
        pl.when(~grave | (done_high <= low + _DAY))
        .then(False)
        .when(grave & (done_low > high + _DAY))
        .then(True)
        .otherwise(None)
    )
    return answer(applies, reviewed(breach, low + _HOUR < done_high), high + _DAY < _MIDNIGHT)


def told(reported: pl.Expr, day: pl.Expr, by: pl.Expr) -> pl.Expr:
    """Whether a duty to report after an event is broken: what was reported before it does not count."""
    return pl.when(reported < day).then(True).otherwise(reported > by)


def add_changes(answers: Answers, base: Rows) -> None:
    """Changes, findings of regulators, complaints, local bodies."""
    one = pl.col(":id")
    day = pl.col("day")
    changes = listed(base, "registration_changes", answers.force).with_columns(day=event(pl.col(":registered_on")))
    changes = changes.with_columns(by=after(day, "days_after", 30))
    items = ("company_name", "legal_representative", "registered_capital")
    answers.add(
        changes,
        one,
        LF_02=answer(
            (day >= datetime.date(2017, 9, 1)) & pl.col(":what").is_in(items) & in_force(day, answers.widths),
            event(pl.col(":filed_on")) > pl.col("by"),
            passed(pl.col("by")),
        ),
    )
    regulator = listed(base, "regulator_findings", answers.force).with_columns(day=event(pl.col(":found_on")))
    still_open = event(pl.col(":closed_on")) == NEVER
    answers.add(
        regulator,
        one,
        SP_01_d_1=answer(
            (pl.col(":domain") == "service_quality") & in_force(day, answers.widths),
            reviewed((pl.col(":source") == "regulator") & pl.col(":final") & still_open, still_open),
        ),
    )
    complaints = listed(base, "complaints", answers.force).with_columns(day=event(pl.col(":received_on")))
    complaints = complaints.with_columns(by=after(day, "days_after", 15), held=in_force(day, answers.widths))
    unresolved = ~pl.col(":resolved")
    answers.add(
        complaints,
        one,
        SP_05_d_1=answer(pl.col("held"), reviewed(pl.col(":final") & unresolved, unresolved), passed(pl.col("by"))),
        SP_05_d_2=answer(
            pl.col("held") & (day >= datetime.date(2016, 7, 30)),
            event(pl.col(":replied_on")) > pl.col("by"),
            passed(pl.col("by")),
        ),
    )
    bodies = listed(base, "local_body_changes", [*answers.force, "licensed"]).with_columns(
        day=event(pl.col(":changed_on")), told=event(pl.col(":reported_on"))
    )
    bodies = bodies.with_columns(by=after(day, "days_after", 30))
    covered = (
        pl.when(pl.col("licensed").list.len() == 0)
        .then(False)
        .when(pl.col("licensed").is_null() | pl.col(":province").is_null())
        .then(None)
        .otherwise(pl.col("licensed").list.contains(pl.col(":province")))
    )
    answers.add(
        bodies,
        one,
        SP_12_a=answer(
            covered & in_force(day, answers.widths), told(pl.col("told"), day, pl.col("by")), passed(pl.col("by"))
        ),
    )


def add_incidents(answers: Answers, base: Rows) -> None:
    """Incidents, and orders about them."""
    one, day = pl.col(":id"), pl.col("day")
    incidents = listed(base, "incidents", answers.force).with_columns(low=minute(pl.col(":discovered_at")))
    incidents = incidents.with_columns(
        high=span(pl.col(":discovered_at"), pl.col("low")), held=in_force(pl.col("low").cast(pl.Date), answers.widths)
    )
    grave = pl.col(":affected_users") >= 100_000
    answers.add(
        incidents,
        one,
        SP_08_a_1=_at_once(pl.col("held"), ":measures_started_at", grave),
        SP_08_b=_at_once(pl.col("held"), ":reported_at", grave),
    )
    orders = listed(
        incidents.rename({":orders": "orders", ":id": "incident"}),
        "orders",
        [*answers.force, "incident", ":affected_users", "low"],
    ).with_columns(day=event(pl.col(":given_on")), due=term(pl.col(":due_on")), done=event(pl.col(":complied_on")))
    late, given_late = pl.col("done") > pl.col("due"), day > pl.col("due")
    answers.add(
        orders,
        pl.col("incident") + "/" + one,
        SP_08_c=answer(
            (pl.col("low") != NEVER_MINUTE) & in_force(day, answers.widths),
            reviewed(
                pl.when(grave)
                .then(late)
                .when(~grave)
                .then(given_late)
                .when(late & given_late)
                .then(True)
                .when(~late & ~given_late)
                .then(False)
                .otherwise(None),
                late,
            ),
            passed(pl.col("due")),
        ),
    )


def add_content(answers: Answers, base: Rows) -> None:
    """Illegal information."""
    one, day = pl.col(":id"), pl.col("day")
    content = listed(base, "illegal_information", [*answers.force, *answers.informed]).with_columns(
        low=minute(pl.col(":found_at")), gone=minute(pl.col(":disposed_at")), told=event(pl.col(":reported_on"))
    )
    content = content.with_columns(
        high=span(pl.col(":found_at"), pl.col("low")),
        gone_high=span(pl.col(":disposed_at"), pl.col("gone")),
        held=in_force(pl.col("low").cast(pl.Date), answers.widths),
        held_then=in_force(pl.col("gone").cast(pl.Date), answers.widths),
        day=pl.col("gone").cast(pl.Date),
        by=after(pl.col("gone").cast(pl.Date), "workdays_after", 10),
    )
    own = pl.col(":origin") == "own"
    answers.add(
        content,
        one,
        SP_09_d=_at_once(pl.col("held"), ":disposed_at", pl.lit(True)),
        SP_09_e=answer(pl.col("held_then"), ~pl.col(":records_kept")),
        SP_09_f=answer(pl.col("held_then"), told(pl.col("told"), day, pl.col("by")), passed(pl.col("by"))),
        SP_15_03_a=answer(
            (pl.col(":category") != "other")
            & own
            & pl.col("held")
            & informing(pl.col("low").cast(pl.Date), answers.widths),
            reviewed(
                (pl.col(":established_by") != "nobody") & (own | (pl.col("gone") > pl.col("high") + _DAY)),
                own | (pl.col("gone_high") > pl.col("low") + _DAY),
            ),
        ),
    )
