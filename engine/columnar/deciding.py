"""What a plan tells of some companies: findings, and how many of each status a company has."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

import polars as pl

from ...facts.kinds import Kind
from ..intervals import MINUTES_A_DAY
from ..status import Status
from .plan import Due, Plan, Told
from .plan.places import COMPANIES, Place
from .plan.steps import Frames
from .plan.truths import flag

__all__ = ["Decided"]

_EPOCH: Final = 719_163  # 1970-01-01, in days from 0001-01-01
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

    def findings(self, statuses: Collection[Status]) -> pl.DataFrame:
        """The findings that have one of some statuses: by company, norm, status and place in the facts.

        Columns: `company` (UInt32), `norm` and `status` (enumerations), `subject` (the path of ids, with a stroke
        between them), `due` and `strict_due` (ISO texts, or null). What has no subject has the subject ''.
        """
        parts = [self._nothing()]
        for told in self._told:
            parts += [self._found(told, status) for status in Status if status in statuses]
            if Status.NOT_APPLICABLE in statuses and told.place in self._without:
                parts.append(self._absent(told))
        return pl.concat(parts).sort("company", maintain_order=True)

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

    def _found(self, told: Told, status: Status) -> pl.DataFrame:
        flags, number = self._flags[told.place], self._norms_of[told.place].index(told)
        if status is Status.UNDETERMINED:
            (mask,) = flags.select(~pl.any_horizontal(f"{kind}{number}" for kind in _FLAGS))
        else:
            mask = flags[f"{status.value}{number}"]
        rows = mask.arg_true()
        if not len(rows):
            return self._nothing()
        found = self._path(told.place, rows).to_frame().with_columns(flags["company"].gather(rows).alias("company"))
        due = pl.lit(None, dtype=pl.String)
        found = found.with_columns(due.alias("due"), due.alias("strict_due"))
        if told.due is not None:
            found = found.with_columns(self._dates(told, told.due, rows))
        return self._told_as(found, told, status)

    def _dates(self, told: Told, due: Due, rows: pl.Series) -> Iterator[pl.Series]:
        read = {*due.day.meta.root_names(), *due.strict.meta.root_names()}
        frame = self._frames[told.place].select("company", *sorted(read))[rows]
        assert told.norm.by is not None
        minutes = told.norm.by.type.kind is Kind.MINUTE
        columns = frame.select(
            _date_text(due.day, minutes).alias("due"), _date_text(due.strict, minutes).alias("strict_due")
        )
        yield from columns

    def _absent(self, told: Told) -> pl.DataFrame:
        none = pl.lit(None, dtype=pl.String)
        companies = self._without[told.place].to_frame()
        empty = companies.with_columns(
            pl.lit("").alias("subject"),
            none.alias("due"),
            none.alias("strict_due"),
        )
        return self._told_as(empty, told, Status.NOT_APPLICABLE)

    def _told_as(self, found: pl.DataFrame, told: Told, status: Status) -> pl.DataFrame:
        named = found.with_columns(
            pl.lit(told.norm.id, dtype=self._norms).alias("norm"), pl.lit(status.value, dtype=_STATUSES).alias("status")
        )
        return named.select(self._nothing().columns)

    def _nothing(self) -> pl.DataFrame:
        return pl.DataFrame(
            schema={
                "company": pl.UInt32,
                "norm": self._norms,
                "subject": pl.String,
                "status": _STATUSES,
                "due": pl.String,
                "strict_due": pl.String,
            }
        )

    def _path(self, place: Place, rows: pl.Series) -> pl.Series:
        """The paths of ids of some rows."""
        if place == COMPANIES:
            return pl.repeat("", len(rows), dtype=pl.String, eager=True).alias("subject")
        frame = self._frames[place]
        own = frame["id"].gather(rows).alias("subject")
        above, dot, _ = place.table.rpartition(".")
        if Place(above) not in self._frames or not dot:
            return own
        return (self._path(Place(above), frame["parent"].gather(rows)) + "/" + own).alias("subject")


def _flags(frame: pl.DataFrame, told: Sequence[Told]) -> pl.DataFrame:
    """A column for each norm and status, by the number of the norm."""
    columns = [flag(getattr(one, kind)).alias(f"{kind}{number}") for number, one in enumerate(told) for kind in _FLAGS]
    return frame.lazy().select("company", *columns).collect()


def _date_text(number: pl.Expr, minutes: bool) -> pl.Expr:
    if minutes:
        moment = ((number - _EPOCH * MINUTES_A_DAY) * 60_000_000).cast(pl.Datetime("us"))
        return moment.dt.strftime("%Y-%m-%d %H:%M")
    return (number - _EPOCH).cast(pl.Int32).cast(pl.Date).dt.strftime("%Y-%m-%d")


def _told_of(companies: pl.LazyFrame, numbers: Mapping[str, pl.Expr]) -> pl.LazyFrame:
    """How many findings are told, by flag and in all, of each row's company; 0 where nothing is said."""
    names = (*_FLAGS, "all")
    return companies.select("company", *(numbers.get(name, pl.lit(0)).cast(pl.UInt32).alias(name) for name in names))
