"""Makes a timeline: the standings of days become stretches, and what comes by itself is looked for ahead."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from ...facts import Company, Document
from ...facts.as_of import AsOf
from ...facts.event_dates import events_after, with_nothing_done_after
from ...facts.schema import company_schema
from ..audit import selected_norms
from ..citing import Citer
from ..conclude import fingerprint
from ..evaluate import Evaluator
from ..findings import CalendarInfo, RulesetInfo
from ..norms import Norm
from ..rows import Row, make_rows
from ..ruleset import Ruleset
from ..status import Status
from .deciding import Decider, Key, Standing
from .model import Ahead, NormTimeline, Stretch, Timeline, Track, Turn

__all__ = ["LOOK_AHEAD_YEARS", "TimelineMaker", "years_later"]

LOOK_AHEAD_YEARS: Final = 3
"""So far ahead it is looked for what changes by itself."""

_DAY: Final = timedelta(days=1)


def years_later(day: date, years: int) -> date:
    """The same day so many years later, or earlier; 28 February for a 29th that the year does not have."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


class TimelineMaker:
    """Makes timelines by one ruleset. `select` and `ignore` are as an Auditor takes them. Raises SelectionError."""

    def __init__(self, ruleset: Ruleset, *, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> None:
        self._ruleset = ruleset
        self._select = tuple(select)
        self._ignore = tuple(ignore)
        self._norms = selected_norms(ruleset, self._select, self._ignore)
        self._decider = Decider(ruleset, self._norms)

    def make(self, document: Document, as_of: date, first: date, last: date) -> Timeline:
        """How the norms stand on every day from `first` to `last`, and what changes by itself after `as_of`."""
        if first > last:
            raise ValueError(f"{first} lies after {last}")
        company = document.company
        return Timeline(
            ruleset=RulesetInfo.of(self._ruleset),
            calendar=CalendarInfo.used(),
            source=document.source,
            company=company.name,
            licence=company.licence.number,
            as_of=as_of,
            first=first,
            last=last,
            selected=self._select,
            ignored=self._ignore,
            settings=self._ruleset.settings,
            norms=self._timelines(company, as_of, first, last),
            planned=events_after(company, as_of),
            ahead=self._ahead(company, as_of),
        )

    def _timelines(self, company: Company, as_of: date, first: date, last: date) -> tuple[NormTimeline, ...]:
        """What stands a day before and after the span says whether its ends are ends of stretches, too."""
        start, end = first - _DAY, last + _DAY
        courses: dict[Key, _Course] = {}
        for day, standings in self._decider.days(company, start, end):
            for key, standing in standings.items():
                courses.setdefault(key, _Course(start)).take(day, standing)
            for key, course in courses.items():
                if key not in standings:
                    course.take(day, None)
        tracks: dict[str, list[Track]] = {}
        for (norm, ids), course in courses.items():
            stretches = tuple(course.stretches(end))
            inside = tuple(_clipped(stretches, first, last))
            tracks.setdefault(norm, []).append(
                Track(
                    subject=ids,
                    subject_table=course.row.table,
                    subject_title=company_schema().tables[course.row.table].title,
                    pointer=course.row.pointer,
                    fingerprint=fingerprint(self._ruleset.id, norm, ids),
                    stretches=inside,
                    began_before=stretches[0].last >= first,
                    goes_on=stretches[-1].first <= last,
                )
            )
        rows = make_rows(company, AsOf(as_of))
        citer = Citer(self._ruleset, rows, company_schema(), Evaluator(rows))
        return tuple(self._timeline(norm, citer, tracks[norm.id]) for norm in self._norms.values())

    def _timeline(self, norm: Norm, citer: Citer, tracks: Iterable[Track]) -> NormTimeline:
        clause = self._ruleset.clause_of[norm.clause]
        citation, quote = citer.citation(clause.citation), citer.quote(norm.clause, norm.id)
        order = self._ruleset.order[norm.id]
        return NormTimeline(
            norm.id, norm.title, norm.severity, norm.clause, clause.number, citation, quote, order, tuple(tracks)
        )

    def _ahead(self, company: Company, as_of: date) -> Ahead:
        until = years_later(as_of, LOOK_AHEAD_YEARS)
        days = self._decider.days(with_nothing_done_after(company, as_of), as_of, until)
        _, before = next(days)
        turns: list[Turn] = []
        for day, after in days:
            keys = [*after, *(key for key in before if key not in after)]
            found = (self._turn(day, key, before.get(key), after.get(key)) for key in keys)
            turns += sorted((one for one in found if one is not None and one.matters), key=self._place)
            before = after
        return Ahead(until, tuple(turns))

    def _place(self, turn: Turn) -> int:
        return self._ruleset.order[turn.norm]

    def _turn(self, day: date, key: Key, before: Standing | None, after: Standing | None) -> Turn | None:
        was, is_ = (None if one is None else one.status for one in (before, after))
        if was is is_:
            return None
        norm, (_, ids) = self._norms[key[0]], key
        there = after or before
        assert there is not None
        return Turn(
            on=day,
            norm=norm.id,
            title=norm.title,
            severity=norm.severity,
            clause_number=self._ruleset.clause_of[norm.clause].number,
            subject=ids,
            subject_table=there.row.table,
            subject_title=company_schema().tables[there.row.table].title,
            pointer=there.row.pointer,
            fingerprint=fingerprint(self._ruleset.id, norm.id, ids),
            before=was,
            after=is_,
            due=None if after is None else after.due,
        )


class _Course:
    """The stretches of a norm and a subject while they are found."""

    row: Row

    def __init__(self, start: date) -> None:
        self._start = start
        self._found: list[tuple[date, Status | None, str | None]] = []
        self._dues: list[str | None] = []

    def take(self, day: date, standing: Standing | None) -> None:
        """How it stands from a day on."""
        if not self._found and day > self._start:
            self._put(self._start, None, None)
        if standing is None:
            self._put(day, None, None)
            return
        self.row = standing.row
        self._put(day, standing.status, standing.cured_on)
        self._dues[-1] = standing.due

    def _put(self, day: date, status: Status | None, cured: str | None) -> None:
        if not self._found or self._found[-1][1:] != (status, cured):
            self._found.append((day, status, cured))
            self._dues.append(None)

    def stretches(self, end: date) -> Iterable[Stretch]:
        """All of them, up to a day."""
        lasts = [*(day - _DAY for day, *_ in self._found[1:]), end]
        for (day, status, cured), last, due in zip(self._found, lasts, self._dues, strict=True):
            yield Stretch(day, last, status, cured, due)


def _clipped(stretches: Sequence[Stretch], first: date, last: date) -> Iterable[Stretch]:
    for one in stretches:
        if one.last >= first and one.first <= last:
            yield Stretch(max(one.first, first), min(one.last, last), one.status, one.cured_on, one.due)
