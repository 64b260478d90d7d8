"""From conditions to statuses: the table of the design's section on truth, read off line by line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from hegui.engine.norms import Norm, Umbrella
from hegui.facts import Company, Kind
from hegui.facts.as_of import AsOf
from hegui.facts.provenance import current

from . import truth
from .conditions import Reader
from .elements import Element
from .possible import BEFORE_ALL, NEVER, SOME_DAY, Point, Span
from .world import World

__all__ = ["Judged", "Judgement", "judge"]


@dataclass(frozen=True)
class Judged:
    """What is said of one norm and one subject. Deadlines are None where the norm has none, or nothing to speak of."""

    status: str
    applies: truth.Truth = False
    breach: truth.Truth = False
    late: truth.Truth = True
    due: Span | None = None
    strict: Span | None = None
    kind: Kind | None = None

    @property
    def due_text(self) -> str | None:
        """The due date of a report: the earliest that it can be, where there is one."""
        return self._text(self.due)

    @property
    def strict_text(self) -> str | None:
        """The strict date, told wherever the due date is."""
        return self._text(self.strict)

    def _text(self, span: Span | None) -> str | None:
        if span is None or self.due is None or self.due.latest >= SOME_DAY or self.due.earliest == NEVER:
            return None
        return _written(span.earliest, self.kind)


@dataclass(frozen=True)
class Judgement:
    """All that is said of a company: by norm and path of the subject's ids, and by umbrella."""

    findings: Mapping[tuple[str, tuple[str, ...]], Judged]
    umbrellas: Mapping[str, str]


def judge(company: Company, as_of: AsOf, norms: Iterable[Norm], umbrellas: Iterable[Umbrella] = ()) -> Judgement:
    """What each norm says of each of its subjects. Umbrellas come after those that they follow from."""
    world = World(current(company, as_of)[0], as_of)
    findings: dict[tuple[str, tuple[str, ...]], Judged] = {}
    statuses: dict[str, str] = {}
    for norm in norms:
        own = {}
        for subject in world.subjects(norm.subject):
            assert subject.ids not in own, f"two subjects of {norm.id} have the ids {subject.ids}"
            own[subject.ids] = _judged(norm, subject, world)
        if not own:
            # A list that is known to be empty: the norm speaks of nothing.
            own[()] = Judged("not_applicable")
        findings |= {(norm.id, ids): judged for ids, judged in own.items()}
        statuses[norm.id] = _worst(judged.status for judged in own.values())
    for umbrella in umbrellas:
        statuses[umbrella.id] = _worst(statuses[member] for member in umbrella.follows_from)
    return Judgement(findings, {umbrella.id: statuses[umbrella.id] for umbrella in umbrellas})


def _judged(norm: Norm, subject: Element, world: World) -> Judged:
    reader = Reader(world)
    bound = {"it": subject}
    applies = reader.holds(norm.applies, bound)
    if subject.imagined:
        # Whether there is such an element is not known.
        applies = truth.at_most_unknown(applies)
    breach = reader.holds(norm.breach, bound)
    if norm.review is not None:
        # What only judgement can tell makes a breach possible, never sure.
        breach = truth.either(breach, truth.at_most_unknown(reader.holds(norm.review, bound)))
    late = reader.holds(norm.late, bound)
    status = _status(applies, breach, late)
    if norm.by is None:
        return Judged(status, applies, breach, late)
    due, strict = reader.span(norm.by, bound), Reader(world, strict=True).span(norm.by, bound)
    return Judged(status, applies, breach, late, due, strict, norm.by.type.kind)


def _status(applies: truth.Truth, breach: truth.Truth, late: truth.Truth) -> str:
    if applies is False:
        return "not_applicable"
    if applies is None:
        return "undetermined"
    if breach is False:
        return "met"
    # A duty is pending while today is surely not past its date.
    if late is False:
        return "pending"
    # Where it is not known whether the date is past, what would be violated or pending is undetermined.
    return "violated" if breach is True and late is True else "undetermined"


def _worst(statuses: Iterable[str]) -> str:
    order = ["violated", "undetermined", "pending", "met", "not_applicable"]
    return min(statuses, key=order.index, default="not_applicable")


def _written(point: Point, kind: Kind | None) -> str | None:
    if point in (BEFORE_ALL, SOME_DAY, NEVER):
        return None
    if kind is Kind.MINUTE:
        day, minute = divmod(int(point), 24 * 60)
        return f"{date.fromordinal(day).isoformat()} {minute // 60:02}:{minute % 60:02}"
    return date.fromordinal(int(point)).isoformat()
