"""What a plan tells of some companies: findings, and how many of each status a company has."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final

import polars as pl

from ...facts.kinds import Kind
from ..intervals import MINUTES_A_DAY
from ..status import Status
from .plan import Plan, Told
from .plan.places import COMPANIES, Place
from .plan.steps import Frames
from .plan.truths import flag

__all__ = ["Decided"]

_EPOCH: Final = 719_163  # 1970-01-01, in days from 0001-01-01
_DATES: Final = ("due", "strict_due", "cured_on")
_FLAGS: Final = ("violated", "pending", "met", "not_applicable")
_STATUSES: Final = pl.Enum([status.value for status in Status])


class Decided:
    """What is decided of some companies, which are numbered in the order of their rows."""

    def __init__(self, plan: Plan, frames: Frames) -> None:
        self._frames = frames
        self._told = plan.told
        self._norms = pl.Enum([told.norm.id for told in plan.told])
        places: dict[Place, list[Told]] = {}
        for told in plan.told:
            places.setdefault(told.place, []).append(told)
        self._flags = {place: _flags(frames[place], those) for place, those in places.items()}
        self._norms_of: Mapping[Place, Sequence[Told]] = places

    @property
    def companies(self) -> int:
        """How many companies there are."""
        return self._frames[COMPANIES].height

    def findings(self, statuses: Collection[Status], *, numbered: bool = False) -> pl.DataFrame:
        """The findings that have one of some statuses: by company, in the order of the norms, then of the facts.

        Columns: `company` (UInt32), `norm` and `status` (enumerations), `subject` (the path of ids, with a stroke
        between them; where `numbered`, of numbers as `explain.disclosure.Withholding` gives them), `due`,
        `strict_due`, and of what is violated `cured_on` (ISO texts, or null). What has no subject has the subject ''.
        """
        parts = [self._nothing()]
        for told in self._told:
            parts.append(self._found(told, statuses, numbered=numbered))
            if Status.NOT_APPLICABLE in statuses and told.place in self._without:
                parts.append(self._absent(told))
        return pl.concat(parts).sort("company", maintain_order=True)

    def tallies(self) -> pl.DataFrame:
        """How many findings there are, and how many companies have any.

        Columns: `norm`, `status`, `cured` (that what is violated was done late), `findings` and `companies` (UInt64).
        What there is none of has no row.
        """
        rows = [row for told in self._told for row in self._tallied(told)]
        schema: dict[str, Any] = {
            "norm": self._norms,
            "status": _STATUSES,
            "cured": pl.Boolean,
            "findings": pl.UInt64,
            "companies": pl.UInt64,
        }
        return pl.DataFrame(rows, schema=schema, orient="row").filter(pl.col("findings") > 0)

    @cached_property
    def counts(self) -> pl.DataFrame:
        """For each company, in their order: `company`, and how many findings have each status."""
        everyone = pl.LazyFrame({"company": pl.int_range(self.companies, dtype=pl.UInt32, eager=True)})
        parts = [_told_of(everyone, {})]
        for place, told in self._norms_of.items():
            numbers = range(len(told))
            sums = {kind: pl.sum_horizontal(f"{kind}{number}" for number in numbers) for kind in _FLAGS}
            parts.append(_told_of(self._flags[place].lazy(), {**sums, "all": pl.lit(len(told))}))
            if place in self._without:
                companies = self._without[place].to_frame().lazy()
                parts.append(_told_of(companies, {"not_applicable": pl.lit(len(told)), "all": pl.lit(len(told))}))
        summed = pl.concat(parts).group_by("company").agg(pl.all().sum())
        rest = pl.col("all") - pl.sum_horizontal(_FLAGS)
        statuses = [pl.col(status.value).cast(pl.UInt32) for status in Status]
        return summed.with_columns(rest.alias("undetermined")).select("company", *statuses).sort("company").collect()

    @cached_property
    def _without(self) -> Mapping[Place, pl.Series]:
        """By place: the companies that are known to have no row there."""
        found = {}
        everyone = pl.int_range(self.companies, dtype=pl.UInt32, eager=True).alias("company")
        for place in self._norms_of:
            missing = everyone.filter(~everyone.is_in(self._frames[place]["company"].unique().implode()))
            if len(missing):
                found[place] = missing
        return found

    def _found(self, told: Told, statuses: Collection[Status], *, numbered: bool) -> pl.DataFrame:
        flags = self._of(told)
        mask = flags.select(_has(statuses)).to_series()
        rows = mask.arg_true()
        if not len(rows):
            return self._nothing()
        found = (
            flags.filter(mask)
            .select("company", _status())
            .with_columns(self._path(told.place, rows, numbered=numbered))
        )
        dated = found.hstack(_dates(told, self._frames[told.place], rows))
        cured = pl.when(pl.col("status") == Status.VIOLATED.value).then(pl.col("cured_on")).alias("cured_on")
        return self._told_as(dated.with_columns(cured), told)

    def _tallied(self, told: Told) -> Iterator[tuple[str, str, bool, int, int]]:
        flags = self._of(told)
        cured = pl.repeat(False, flags.height, dtype=pl.Boolean, eager=True)
        if told.cured is not None:
            cured = self._frames[told.place].select(told.cured.is_not_null()).to_series() & flags["violated"]
        for status in Status:
            having = flags.select(_has([status])).to_series()
            absent = self._without.get(told.place, ()) if status is Status.NOT_APPLICABLE else ()
            for done, mask in ((True, having & cured), (False, having & ~cured)):
                companies = flags["company"].filter(mask)
                more = 0 if done else len(absent)
                yield told.norm.id, status.value, done, len(companies) + more, companies.n_unique() + more

    def _of(self, told: Told) -> pl.DataFrame:
        """The company of each subject of a norm, and four flags."""
        number = self._norms_of[told.place].index(told)
        return self._flags[told.place].select("company", *(pl.col(f"{kind}{number}").alias(kind) for kind in _FLAGS))

    def _absent(self, told: Told) -> pl.DataFrame:
        empty = self._without[told.place].to_frame()
        status = pl.lit(Status.NOT_APPLICABLE.value, dtype=_STATUSES).alias("status")
        return self._told_as(empty.with_columns(pl.lit("").alias("subject"), status, *_no_dates()), told)

    def _told_as(self, found: pl.DataFrame, told: Told) -> pl.DataFrame:
        norm = pl.lit(told.norm.id, dtype=self._norms).alias("norm")
        return found.with_columns(norm).select(self._nothing().columns)

    def _nothing(self) -> pl.DataFrame:
        return pl.DataFrame(
            schema={
                "company": pl.UInt32,
                "norm": self._norms,
                "subject": pl.String,
                "status": _STATUSES,
                **dict.fromkeys(_DATES, pl.String),
            }
        )

    def _path(self, place: Place, rows: pl.Series, *, numbered: bool) -> pl.Series:
        """The paths of ids of some rows, or of numbers."""
        if place == COMPANIES:
            return pl.repeat("", len(rows), dtype=pl.String, eager=True).alias("subject")
        frame = self._frames[place]
        own = (frame.select(_number()).to_series() if numbered else frame["id"]).gather(rows).alias("subject")
        above, dot, _ = place.table.rpartition(".")
        if Place(above) not in self._frames or not dot:
            return own
        parents = self._path(Place(above), frame["parent"].gather(rows), numbered=numbered)
        return (parents + "/" + own).alias("subject")


def _number() -> pl.Expr:
    """The number of each row in its list, from 1, as '#2'; what stands for rows that are not listed keeps its '?'."""
    place = pl.int_range(1, pl.len() + 1).over("company", "parent")
    return pl.when("imagined").then(pl.col("id")).otherwise(pl.lit("#") + place.cast(pl.String))


def _flags(frame: pl.DataFrame, told: Sequence[Told]) -> pl.DataFrame:
    """A column for each norm and status, by the number of the norm."""
    columns = [flag(getattr(one, kind)).alias(f"{kind}{number}") for number, one in enumerate(told) for kind in _FLAGS]
    return frame.lazy().select("company", *columns).collect()


def _has(statuses: Collection[Status]) -> pl.Expr:
    """Whether a finding has one of some statuses. What is undetermined has none of the four flags."""
    kinds = [kind for kind in _FLAGS if (kind in statuses) is not (Status.UNDETERMINED in statuses)]
    some = pl.any_horizontal(kinds) if kinds else pl.repeat(False, pl.len(), dtype=pl.Boolean)
    return ~some if Status.UNDETERMINED in statuses else some


def _status() -> pl.Expr:
    status = pl.lit(Status.UNDETERMINED.value)
    for kind in _FLAGS:
        status = pl.when(kind).then(pl.lit(kind)).otherwise(status)
    return status.cast(_STATUSES).alias("status")


def _dates(told: Told, frame: pl.DataFrame, rows: pl.Series) -> pl.DataFrame:
    """The dates of some findings, as texts."""
    norm = told.norm
    found: dict[str, pl.Expr] = {}
    if told.due is not None and norm.by is not None:
        found["due"] = _date_text(told.due.day, norm.by.type.kind)
        found["strict_due"] = _date_text(told.due.strict, norm.by.type.kind)
    if told.cured is not None and norm.done is not None:
        found["cured_on"] = _date_text(told.cured, norm.done.type.kind)
    read = {name for column in found.values() for name in column.meta.root_names()}
    dated = frame.select("company", *sorted(read - {"company"}))[rows]
    return dated.with_columns(*_no_dates()).with_columns(**found).select(_DATES)


def _no_dates() -> list[pl.Expr]:
    return [pl.lit(None, dtype=pl.String).alias(name) for name in _DATES]


def _date_text(number: pl.Expr, kind: Kind | None) -> pl.Expr:
    if kind is Kind.MINUTE:
        moment = ((number - _EPOCH * MINUTES_A_DAY) * 60_000_000).cast(pl.Datetime("us"))
        return moment.dt.strftime("%Y-%m-%d %H:%M")
    return (number - _EPOCH).cast(pl.Int32).cast(pl.Date).dt.strftime("%Y-%m-%d")


def _told_of(companies: pl.LazyFrame, numbers: Mapping[str, pl.Expr]) -> pl.LazyFrame:
    """How many findings are told, by flag and in all, of each row's company; 0 where nothing is said."""
    names = (*_FLAGS, "all")
    return companies.select("company", *(numbers.get(name, pl.lit(0)).cast(pl.UInt32).alias(name) for name in names))
