"""The derivation of a finding as a tree of plain statements, each resting on facts of the document."""

from collections.abc import Callable, Iterator
from enum import StrEnum

from msgspec import Struct

from ...facts.bilingual import Bilingual
from ..kleene import Kleene

__all__ = ["Evidence", "Explanation", "Reason", "ReasonKind", "evidence_of", "missing_of", "rests_on_calendar"]


class Evidence(Struct, frozen=True):
    """A fact that a reason rests on: its JSON pointer, what it is, its value as stated, its place, and its source."""

    pointer: str
    """Where the fact stands, as a JSON pointer."""
    title: Bilingual
    """What the fact is."""
    value: Bilingual
    """What is stated."""
    file: str | None
    """The file; None where the facts came from none."""
    line: int | None
    """From 1."""
    column: int | None
    """From 1, in characters."""
    source: str | None = None
    """Where it comes from, as the document says; None where it does not."""


class ReasonKind(StrEnum):
    """What a reason is about: several parts, a named condition, a list, one row of a list, or a fact."""

    GROUP = "group"
    """Several conditions together."""
    CONCEPT = "concept"
    """A named condition."""
    LIST = "list"
    """A list that was looked through."""
    ROW = "row"
    """One element of a list."""
    FACT = "fact"
    """A comparison of facts."""


class Reason(Struct, frozen=True):
    """One statement: what it says, whether the condition it explains holds, and what it rests on.

    `missing` are pointers of facts that are not stated, or not exactly enough. `calendar` says that the doubt is one
    of working days that are not published yet.
    """

    text: Bilingual
    """What it says."""
    holds: Kleene
    """Whether the condition holds: 0 no, 1 unknown, 2 yes."""
    evidence: tuple[Evidence, ...] = ()
    """The facts that it rests on."""
    missing: tuple[str, ...] = ()
    children: tuple["Reason", ...] = ()
    """The reasons below it."""
    calendar: bool = False
    kind: ReasonKind = ReasonKind.FACT
    """What it is about."""


class Explanation:
    """The reasons of a finding, worked out when they are first asked for."""

    __slots__ = ("_deciding", "_make")

    def __init__(self, make: Callable[[], tuple[Reason, ...]]) -> None:
        self._make = make
        self._deciding: tuple[Reason, ...] | None = None

    @property
    def deciding(self) -> tuple[Reason, ...]:
        """The reasons: whether the norm applies, whether it is broken, whether it is late."""
        found = self._deciding
        if found is None:
            found = self._deciding = self._make()
        return found

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Explanation) and self.deciding == other.deciding

    def __hash__(self) -> int:
        return hash(self.deciding)

    def __reduce__(self) -> tuple[object, ...]:
        return _worked_out, (self.deciding,)


def _worked_out(deciding: tuple[Reason, ...]) -> Explanation:
    return Explanation(lambda: deciding)


def _all(reason: Reason) -> Iterator[Reason]:
    yield reason
    for child in reason.children:
        yield from _all(child)


def evidence_of(reasons: tuple[Reason, ...]) -> tuple[Evidence, ...]:
    """The facts under some reasons, each once, in the order of the reasons."""
    found = {one.pointer: one for reason in reasons for part in _all(reason) for one in part.evidence}
    return tuple(found.values())


def missing_of(reasons: tuple[Reason, ...]) -> tuple[str, ...]:
    """The pointers of what would decide, each once."""
    return tuple(dict.fromkeys(one for reason in reasons for part in _all(reason) for one in part.missing))


def rests_on_calendar(reasons: tuple[Reason, ...]) -> bool:
    """Whether any doubt under some reasons is one of the calendar."""
    return any(part.calendar for reason in reasons for part in _all(reason))
