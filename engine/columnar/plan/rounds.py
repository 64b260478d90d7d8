"""The steps of a plan while it is made, each in the first round in which what it reads is there."""

from collections.abc import Iterator, Sequence

import polars as pl

from ....facts.schema import COMPANY, Schema
from ..tables import COMPLETE, Needs
from .places import Place, Via
from .steps import Compute, Extremes, Fetch, Seek, Sought, Step
from .truths import Bounds, Truths, flag

__all__ = ["Rounds"]


class _Round:
    """Steps that read nothing of each other; those of one kind and place become one."""

    def __init__(self) -> None:
        self.computed: dict[Place, dict[str, pl.Expr]] = {}
        self.fetched: dict[tuple[Place, Place, Via], dict[str, str]] = {}
        self.sought: dict[tuple[Place, Place, Via], list[Sought]] = {}
        self.extremes: list[Extremes] = []

    def steps(self) -> Iterator[Step]:
        """Them."""
        for place, columns in self.computed.items():
            yield Compute(place, columns)
        for (place, source, via), names in self.fetched.items():
            yield Fetch(place, source, via, names)
        for (place, inner, back), sought in self.sought.items():
            yield Seek(place, inner, back, tuple(sought))
        yield from self.extremes


class Rounds:
    """The rounds of a plan, and what they need of the tables.

    Columns are given by name, with the level at which they are there: that of a table's own is 0. What is made of them
    is there one level later.
    """

    def __init__(self, schema: Schema) -> None:
        self.pairs: list[Place] = []
        self._schema = schema
        self._fields: dict[str, set[str]] = {COMPANY: set()}
        self._lists: set[str] = set()
        self._rounds: list[_Round] = []
        self._count = 0
        self._fetched: dict[tuple[Place, Place, Via, str], tuple[str, int]] = {}

    @property
    def needs(self) -> Needs:
        """What the tables have to hold."""
        return Needs({table: frozenset(fields) for table, fields in self._fields.items()}, frozenset(self._lists))

    def steps(self) -> tuple[Step, ...]:
        """All steps, in an order in which they can be taken."""
        return tuple(step for one in self._rounds for step in one.steps())

    def need(self, table: str, field: str | None = None) -> None:
        """Note that a table is read, and a field of it."""
        holder: str | None = table
        while holder is not None and holder not in self._fields:
            self._fields[holder] = set()
            holder = self._schema.tables[holder].parent
        if field is not None:
            self._fields[table].add(field)

    def need_subjects(self, table: str) -> None:
        """Note that the rows of a table are subjects: whether there may be others depends on its list."""
        if table != COMPANY:
            self.need_complete(table)

    def need_complete(self, table: str) -> str:
        """The name of the column that says whether a list is complete, in the frame of what holds it."""
        self.need(table)
        self._lists.add(table)
        return f"{COMPLETE}{table}"

    def pair(self, place: Place) -> None:
        """Note that two tables are paired."""
        if place not in self.pairs:
            self.pairs.append(place)

    def compute(self, place: Place, columns: Sequence[pl.Expr], level: int) -> tuple[list[str], int]:
        """Columns for some expressions. What is a column already stays one."""
        if all(column.meta.is_column() for column in columns):
            return [column.meta.output_name() for column in columns], level
        names = [self._name() for _ in columns]
        self._round(level).computed.setdefault(place, {}).update(zip(names, columns, strict=True))
        return names, level + 1

    def fetch(self, place: Place, source: Place, via: Via, names: Sequence[str], level: int) -> tuple[list[str], int]:
        """Columns of another frame, brought to where `via` leads there."""
        found = []
        for name in names:
            key = (place, source, via, name)
            if key not in self._fetched:
                self._fetched[key] = self._name(), level + 1
                self._round(level).fetched.setdefault((place, source, via), {})[name] = self._fetched[key][0]
            found.append(self._fetched[key])
        return [name for name, _ in found], max(level for _, level in found)

    def seek(self, place: Place, inner: Place, back: Via, hit: Truths) -> tuple[tuple[str, str], int]:
        """Columns that say whether some row of another frame surely, and possibly, is a hit."""
        names = self._name(), self._name()
        sought = Sought(flag(hit.sure), flag(hit.possible), names)
        self._round(hit.level).sought.setdefault((place, inner, back), []).append(sought)
        return names, hit.level + 1

    def extreme(
        self,
        place: Place,
        inner: Place,
        back: Via,
        latest: bool,
        counts: Truths,
        date: Bounds,
        complete: tuple[pl.Expr, int],
    ) -> tuple[tuple[str, str], int]:
        """Columns with the bounds of the earliest or latest date."""
        names = self._name(), self._name()
        level = max(counts.level, date.level, complete[1])
        self._round(level).extremes.append(
            Extremes(
                place,
                inner,
                back,
                latest,
                flag(counts.sure),
                flag(counts.possible),
                date.low,
                date.high,
                complete[0],
                names,
            )
        )
        return names, level + 1

    def _round(self, level: int) -> _Round:
        while len(self._rounds) <= level:
            self._rounds.append(_Round())
        return self._rounds[level]

    def _name(self) -> str:
        self._count += 1
        return f"x{self._count}"
