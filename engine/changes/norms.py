"""Which norms and umbrellas changed, in which parts, and through which concepts and readings."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from ...facts.bilingual import Bilingual
from ..language.logic import conjunction
from ..language.tree import And, Compare, Condition, Fixed, Not
from ..language.values import NOT_DONE
from ..norms import Norm, Umbrella
from .meaning import same_condition, same_value
from .model import Effect, Kind, NormChange, Part, Rewritten
from .versions import RulesetVersion

__all__ = ["Shared", "in_both", "norm_changes", "rewritten"]

_TOLD: Mapping[Part, Callable[[Norm], object]] = {
    Part.SEVERITY: lambda norm: norm.severity,
    Part.GATE: lambda norm: norm.gate,
    Part.MODALITY: lambda norm: norm.modality,
    Part.TITLE: lambda norm: norm.title,
    Part.BECAUSE: lambda norm: norm.because,
    # A deadline that moved is told as one, not as another message.
    Part.MESSAGE: lambda norm: (norm.message, {name: value for name, value in norm.fields.items() if value != norm.by}),
    Part.REMEDY: lambda norm: norm.remedy,
    Part.DOCUMENTS: lambda norm: norm.documents,
    Part.BASES: lambda norm: (norm.bases, norm.bases_when, norm.judged_today),
    Part.READINGS: lambda norm: norm.readings,
    Part.CLAUSE: lambda norm: norm.clause,
    Part.ORIGIN: lambda norm: norm.external,
    Part.NOTE: lambda norm: norm.note,
    Part.SINCE: lambda norm: norm.since,
    Part.EXAMPLES: lambda norm: [
        (one.expected, one.title, one.as_of, one.facts, one.subject, one.due, one.strict_due, one.cause, one.readings)
        for one in norm.examples
    ],
}
_TOLD_OF_UMBRELLAS: Mapping[Part, Callable[[Umbrella], object]] = {
    Part.FOLLOWS_FROM: lambda umbrella: frozenset(umbrella.follows_from),
    Part.MODALITY: lambda umbrella: umbrella.modality,
    Part.TITLE: lambda umbrella: umbrella.title,
    Part.BECAUSE: lambda umbrella: umbrella.because,
    Part.MESSAGE: lambda umbrella: umbrella.message,
    Part.REMEDY: lambda umbrella: umbrella.remedy,
    Part.CLAUSE: lambda umbrella: umbrella.clause,
    Part.NOTE: lambda umbrella: umbrella.note,
}


class Shared(NamedTuple):
    """What of that which norms share changed: what says something else itself, and all that is written otherwise."""

    concepts: tuple[str, ...]
    readings: tuple[str, ...]
    rewritten: frozenset[str]


def norm_changes(before: RulesetVersion, after: RulesetVersion, shared: Shared) -> tuple[NormChange, ...]:
    """The norms and umbrellas that changed, in the order of the text."""
    found = (_change(name, before, after, shared) for name in _in_order(before, after))
    return tuple(one for one in found if one is not None)


def _in_order(before: RulesetVersion, after: RulesetVersion) -> list[str]:
    """Every id: those of the newer text in its order, each that is gone after the one that it followed."""
    names = sorted(after.ruleset.order, key=after.ruleset.order.__getitem__)
    last: str | None = None
    for name in sorted(before.ruleset.order, key=before.ruleset.order.__getitem__):
        if name not in after.ruleset.order:
            names.insert(names.index(last) + 1 if last is not None else 0, name)
        last = name
    return names


def _change(name: str, before: RulesetVersion, after: RulesetVersion, shared: Shared) -> NormChange | None:
    was, now = (side.ruleset.norms_and_umbrellas.get(name) for side in (before, after))
    if was is None or now is None:
        one = now or was
        assert one is not None
        return NormChange(name, Kind.REMOVED if now is None else Kind.ADDED, one.title)
    written = rewritten(before.written(name), after.written(name))
    concepts, readings = (before.concepts_of(name) | after.concepts_of(name), _readings_of(name, before, after))
    parts = list(_parts(was, now, before, after))
    if not any(part.effect is Effect.STATUS for part in parts):
        # What is written as it was, and rests on what is, cannot differ where another reading is chosen either.
        touched = written or shared.rewritten & (concepts | readings)
        if touched and _differs_otherwise(name, readings, before, after):
            parts.append(Part.OTHER_READINGS)
    touched_conditions = not _CONDITIONS.isdisjoint(parts)
    if written and not touched_conditions:
        parts.append(Part.EXPRESSIONS)
    if not parts:
        return None
    return NormChange(
        name,
        Kind.CHANGED,
        now.title,
        tuple(sorted(set(parts), key=list(Part).index)),
        written,
        tuple(one for one in shared.concepts if touched_conditions and one in concepts),
        tuple(one for one in shared.readings if touched_conditions and one in readings),
    )


def _readings_of(name: str, before: RulesetVersion, after: RulesetVersion) -> frozenset[str]:
    return before.readings_of(name) | after.readings_of(name)


_CONDITIONS = {
    Part.SUBJECT,
    Part.APPLIES,
    Part.BREACH,
    Part.REVIEW,
    Part.DEADLINE,
    Part.DONE,
    Part.FOLLOWS_FROM,
    Part.OTHER_READINGS,
    Part.CONDITIONS_TOLD,
}


def _parts(was: Norm | Umbrella, now: Norm | Umbrella, before: RulesetVersion, after: RulesetVersion) -> Iterator[Part]:
    if before.quote(was) != after.quote(now):
        yield Part.QUOTE
    if isinstance(was, Norm) and isinstance(now, Norm):
        yield from _conditions(was, now)
        yield from (part for part, of in _TOLD.items() if of(was) != of(now))
    elif isinstance(was, Umbrella) and isinstance(now, Umbrella):
        yield from (part for part, of in _TOLD_OF_UMBRELLAS.items() if of(was) != of(now))
    else:  # what had a condition of its own follows from others, or the other way round
        yield Part.BREACH


def _conditions(was: Norm, now: Norm) -> Iterator[Part]:
    """Which conditions differ; CONDITIONS_TOLD where they mean the same and reasons name other things, or in another
    order."""
    if was.subject != now.subject:
        yield Part.SUBJECT
        return
    if not same_condition(_applies(was), _applies(now)):
        yield Part.APPLIES
    if not _same_breach(was, now):
        yield Part.BREACH
    if not same_condition(was.review or Fixed(False), now.review or Fixed(False)):
        yield Part.REVIEW
    if not same_value(was.by, now.by):
        yield Part.DEADLINE
    if not same_value(was.done, now.done):
        yield Part.DONE
    if _decided_by(was) != _decided_by(now) and _mean_the_same(was, now):
        yield Part.CONDITIONS_TOLD


def _applies(norm: Norm) -> Condition:
    """Where a norm applies, without that its deadline has an anchor: that is part of the deadline."""
    if norm.by is None:
        return norm.applies
    anchored = Not(Compare("==", norm.by, NOT_DONE))
    parts = norm.applies.conditions if isinstance(norm.applies, And) else (norm.applies,)
    return conjunction(one for one in parts if one != anchored)


def _same_breach(was: Norm, now: Norm) -> bool:
    """Whether the same breaks both; of what is to be done by a day, whether the same has to be done."""
    if was.done is not None and now.done is not None:
        return same_value(was.done, now.done)
    return same_condition(was.breach, now.breach)


def _decided_by(norm: Norm) -> tuple[object, ...]:
    return (norm.applies, norm.breach, norm.review, norm.by, norm.done)


def _mean_the_same(was: Norm, now: Norm) -> bool:
    return (
        was.subject == now.subject
        and same_condition(was.applies, now.applies)
        and same_condition(was.breach, now.breach)
        and same_condition(was.review or Fixed(False), now.review or Fixed(False))
        and same_value(was.by, now.by)
        and same_value(was.done, now.done)
    )


def _differs_otherwise(name: str, readings: frozenset[str], before: RulesetVersion, after: RulesetVersion) -> bool:
    """Whether the norm has another condition where a reading is chosen that both versions have."""
    if name not in before.ruleset.norms or name not in after.ruleset.norms:
        return False
    for reading in sorted(readings):
        old, new = (side.ruleset.readings.get(reading) for side in (before, after))
        values = () if old is None or new is None else (value for value in old.values if value in new.values)
        for value in values:
            if not _mean_the_same(before.under(name, reading, value), after.under(name, reading, value)):
                return True
    return False


def in_both(text: Bilingual) -> str:
    """A text in both languages, on a line."""
    return f"{text.zh} / {text.en}"


def rewritten(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Rewritten, ...]:
    """What is written otherwise, by key."""
    return tuple(
        Rewritten(key, before.get(key), after.get(key))
        for key in dict.fromkeys((*before, *after))
        if before.get(key) != after.get(key)
    )
