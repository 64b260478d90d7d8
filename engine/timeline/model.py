"""What a timeline is made of."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from msgspec import Struct

from ...facts.bilingual import Bilingual
from ..findings import CalendarInfo, RulesetInfo
from ..status import Severity, Status

__all__ = ["Ahead", "NormTimeline", "Stretch", "Timeline", "Track", "Turn"]

_MATTERING: Final = frozenset({Status.VIOLATED, Status.PENDING, Status.UNDETERMINED})


class Stretch(Struct, frozen=True):
    """Days in a row, both ends included, on which a norm stands the same for a subject.

    `status` is None where there is no such subject. `cured_on` is the day or minute on which what was late was done
    after all; `due` the one until which a pending duty is not late, as last known in the stretch; None where there is
    no such day, or it moves with each day.
    """

    first: date
    last: date
    status: Status | None
    cured_on: str | None = None
    due: str | None = None

    @property
    def matters(self) -> bool:
        """Whether the norm is violated, pending or undetermined."""
        return self.status in _MATTERING


class Track(Struct, frozen=True):
    """A norm and a subject through the whole span: stretches that follow on each other without a gap.

    `began_before` says that the first stretch was so on the day before the span as well, `goes_on` that the last one
    is so on the day after it.
    """

    subject: tuple[str, ...]
    subject_table: str
    subject_title: Bilingual
    pointer: str
    fingerprint: str
    stretches: tuple[Stretch, ...]
    began_before: bool
    goes_on: bool

    @property
    def statuses(self) -> frozenset[Status]:
        """The statuses that it has at some time."""
        return frozenset(one.status for one in self.stretches if one.status is not None)

    def had(self, status: Status, until: date) -> bool:
        """Whether it has a status on a day of the span up to `until`."""
        return any(one.status is status and one.first <= until for one in self.stretches)

    @property
    def matters(self) -> bool:
        """Whether the norm is violated, pending or undetermined for the subject at some time."""
        return any(one.matters for one in self.stretches)


class NormTimeline(Struct, frozen=True):
    """A norm with the tracks of its subjects."""

    norm: str
    title: Bilingual
    severity: Severity
    clause: str
    clause_number: str
    citation: str
    quote: str
    order: int
    tracks: tuple[Track, ...]


class Turn(Struct, frozen=True):
    """A day on which the status of a norm for a subject becomes another; None is that there is no such subject."""

    on: date
    norm: str
    title: Bilingual
    severity: Severity
    clause_number: str
    subject: tuple[str, ...]
    subject_table: str
    subject_title: Bilingual
    pointer: str
    fingerprint: str
    before: Status | None
    after: Status | None
    due: str | None

    @property
    def matters(self) -> bool:
        """Whether violated, pending or undetermined comes or goes."""
        return self.before in _MATTERING or self.after in _MATTERING


class Ahead(Struct, frozen=True):
    """What changes by itself after the day as of which is asked: if nothing more is done, and nothing more stated.

    What is stated to happen later is left out, too. Only turns that matter, in the order of the days, then the text's.
    """

    looked_until: date
    turns: tuple[Turn, ...]

    @property
    def next_day(self) -> date | None:
        """The next day on which something changes; None where there is none up to the last day looked at."""
        return self.turns[0].on if self.turns else None


class Timeline(Struct, frozen=True):
    """How norms stand on every day from `first` to `last`.

    Days after `as_of` are as they will be if what is stated to happen later does happen, and nothing else.
    """

    ruleset: RulesetInfo
    calendar: CalendarInfo
    source: str
    company: str | None
    licence: str | None
    as_of: date
    first: date
    last: date
    selected: tuple[str, ...]
    ignored: tuple[str, ...]
    settings: Mapping[str, int | str | bool]
    norms: tuple[NormTimeline, ...]
    """In the order of the text."""
    planned: tuple[date | None, ...]
    """The days of the events that are stated to happen after `as_of`; None for each where values are left out."""
    ahead: Ahead
    redacted: bool = False
    """Whether values of facts are left out."""
