"""The norms that join lists by name, and those about derived lists, in Polars."""

import datetime

import polars as pl

from .companies import AS_OF
from .polars_answers import Answers
from .polars_base import Widths, in_force, in_force_during, informing, named, supplied
from .polars_events import told
from .polars_words import NEVER, TODAY, after, answer, event, listed, none_listed, one_of, passed, reviewed, term

__all__ = ["add_assessments", "add_resources", "add_years"]

Rows = pl.LazyFrame
_EVER = pl.lit(datetime.date.min)


def add_resources(answers: Answers, base: Rows) -> None:
    """Network resources, whose suppliers have to be licensed."""
    widths, columns = answers.widths, named(answers.widths, licences="holder level issued ends")
    rows = listed(base, "network_resources", [*answers.force, *columns]).with_columns(
        contracted=event(pl.col(":contracted_on")), used=event(pl.col(":used_from")), until=event(pl.col(":used_until"))
    )
    contracted, used, until, supplier = (pl.col(name) for name in ("contracted", "used", "until", ":supplier"))
    rows = rows.with_columns(
        occurred=((contracted != NEVER) | (used != NEVER)) & (pl.col(":kind") == "transmission"),
        held=in_force(contracted, widths),
        licensed=supplied(supplier, contracted, widths),
    )

    def followed(holder: pl.Expr, level: pl.Expr, ends: pl.Expr) -> pl.Expr:
        return one_of(
            "licences",
            widths["licences"],
            lambda m: (
                (m("issued") != NEVER)
                & (m("holder") == holder)
                & (m("level") == level)
                & (m("issued") <= ends + pl.duration(days=1))
                & (ends < m("ends"))
            ),
        )

    gap = one_of(
        "licences",
        widths["licences"],
        lambda f: (
            (f("issued") != NEVER)
            & (f("holder") == supplier)
            & (f("level") == "basic")
            & ~(
                (until <= f("ends"))
                | (f("ends") >= TODAY)
                | (f("ends") < used)
                | followed(f("holder"), f("level"), f("ends"))
            )
        ),
    )
    occurred, held, licensed = pl.col("occurred"), pl.col("held"), pl.col("licensed")
    answers.add(
        rows,
        pl.col(":id"),
        SP_03_b=answer(
            occurred & in_force_during(used, until, widths) & ~(held & ~licensed),
            ~(supplied(supplier, used, widths) & ~gap),
        ),
        SP_03_c=answer(occurred & held, ~licensed),
    )


def add_assessments(answers: Answers, base: Rows) -> None:
    """Launches that have to be assessed, and assessments that have to be reported."""
    widths, day, one = answers.widths, pl.col("day"), pl.col(":id")
    common = [*answers.force, *answers.informed]
    launches = listed(base, "launches", [*common, *named(widths, assessments="subject completed")])
    launches = launches.with_columns(day=event(pl.col(":launched_on")))
    assessed = one_of(
        "assessments",
        widths["assessments"],
        lambda f: (f("completed") != NEVER) & (f("subject") == one) & (f("completed") <= day),
    )
    answers.add(
        launches,
        one,
        SP_15_08_b=answer(in_force(day, widths) & informing(day, widths) & pl.col(":via_internet"), ~assessed),
    )
    others = named(widths, launches="id via day", major_changes="id via day")
    rows = listed(base, "assessments", [*common, *others]).with_columns(
        day=event(pl.col(":completed_on")), told=event(pl.col(":report_submitted_on"))
    )
    rows = rows.with_columns(by=after(day, "days_after", 30))
    offline = pl.lit(False)
    for name in ("launches", "major_changes"):
        offline = offline | one_of(
            name, widths[name], lambda f: (f("day") != NEVER) & (f("id") == pl.col(":subject")) & ~f("via")
        )
    answers.add(
        rows,
        one,
        SP_15_08_e=answer(
            in_force(day, widths) & informing(day, widths) & ~offline,
            told(pl.col("told"), day, pl.col("by")),
            passed(pl.col("by")),
        ),
    )


def add_years(answers: Answers, base: Rows) -> None:
    """Annual reports, for each year after that in which the licence was first obtained."""
    widths = answers.widths
    lists = named(widths, annual_reports="year submitted", annual_report_extensions="year ends")
    stated = pl.col("first_obtained_on")
    first = term(stated).dt.year()
    unknown = base.filter(stated.is_null()).select("c", *answers.force)
    nothing = pl.lit(None, dtype=pl.Boolean)
    answers.add(unknown, pl.lit("?"), SP_14_a=answer(in_force(pl.lit(None, dtype=pl.Date), widths), nothing, nothing))
    rows = (
        base.filter(stated != "not_done")
        .select("c", *answers.force, *lists, year=pl.int_ranges(first + 1, AS_OF.year + 1))
        .filter(pl.col("year").list.len() > 0)
        .explode("year")
    )
    year = pl.col("year")
    opens, closes, year_end = pl.date(year, 1, 1), pl.date(year, 3, 31), pl.date(year, 12, 31)
    rows = rows.with_columns(opens=opens, closes=closes, closed=in_force(closes, widths), held=in_force(opens, widths))
    rows = rows.with_columns(**_extended(widths, year, closes, year_end), **_submitted(widths, year, opens))
    sure, possible, by_low, by_high = (pl.col(name) for name in ("sure", "possible", "by_low", "by_high"))
    closed, opens = pl.col("closed"), pl.col("opens")
    high = pl.when(~closed).then(pl.min_horizontal(sure, opens)).otherwise(sure)
    low = pl.when(closed).then(possible).otherwise(pl.min_horizontal(possible, opens))
    breach = pl.when(high <= by_low).then(False).when(low > by_high).then(True).otherwise(None)
    late = pl.when(by_high < TODAY).then(True).when(by_low >= TODAY).then(False).otherwise(None)
    answers.add(
        rows,
        year.cast(pl.String),
        SP_14_a=answer((year >= 2018) & pl.col("held"), reviewed(breach, by_low < sure), late),
    )


def _extended(widths: Widths, year: pl.Expr, closes: pl.Expr, year_end: pl.Expr) -> dict[str, pl.Expr]:
    """Bounds of the day by which the report of a year is due."""
    name = "annual_report_extensions"
    each = range(widths[name])
    extended = one_of(name, widths[name], lambda f: f("year") == year)
    ends = [(pl.col(f"{name}{n}_year") == year, pl.col(f"{name}{n}_ends")) for n in each]
    surely = [pl.when(is_year).then(day.fill_null(_EVER)) for is_year, day in ends]
    possibly = [pl.when(is_year.fill_null(True)).then(day.fill_null(NEVER)) for is_year, day in ends]
    last_sure = pl.max_horizontal(*surely, _EVER)
    last = pl.when(none_listed(name).is_null()).then(NEVER).otherwise(pl.max_horizontal(*possibly, _EVER))
    return {
        "by_low": pl.when(extended)
        .then(pl.max_horizontal(closes, pl.min_horizontal(year_end, last_sure)))
        .otherwise(closes),
        "by_high": pl.when(~extended)
        .then(closes)
        .when(extended)
        .then(pl.max_horizontal(closes, pl.min_horizontal(year_end, last)))
        .otherwise(year_end),
    }


def _submitted(widths: Widths, year: pl.Expr, opens: pl.Expr) -> dict[str, pl.Expr]:
    """The earliest day on which the report was surely, and on which it was possibly, submitted."""
    surely, possibly = [], []
    for n in range(widths["annual_reports"]):
        day = pl.col(f"annual_reports{n}_submitted")
        counts = (pl.col(f"annual_reports{n}_year") == year) & (day != NEVER) & (day >= opens)
        surely.append(pl.when(counts).then(day))
        possibly.append(pl.when(counts.fill_null(True)).then(day.fill_null(_EVER)))
    unlisted = none_listed("annual_reports").is_null()
    return {
        "sure": pl.min_horizontal(*surely, NEVER),
        "possible": pl.when(unlisted).then(_EVER).otherwise(pl.min_horizontal(*possibly, NEVER)),
    }
