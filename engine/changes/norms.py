"""Which norms and umbrellas changed, in which parts, and through which concepts and readings."""

from collections.abc import Callable, Collection, Iterator, Mapping

from ..language.logic import conjunction
from ..language.tree import And, Compare, Condition, Fixed, Not
from ..language.values import NOT_DONE
from ..norms import Norm, Umbrella
from .meaning import same_condition, same_value
from .model import Effect, Kind, NormChange, Part, Rewritten
from .versions import RulesetVersion

__all__ = ["norm_changes", "rewritten"]

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


def norm_changes(
    before: RulesetVersion, after: RulesetVersion, concepts: Collection[str], readings: Collection[str]
) -> tuple[NormChange, ...]:
    """The norms and umbrellas that changed, in the order of the text; `concepts` and `readings` are those that did."""
    found = [
        one
        for name in _in_order(before, after)
        if (one := _change(name, before, after, concepts, readings)) is not None
    ]
    return tuple(found)


def _in_order(before: RulesetVersion, after: RulesetVersion) -> list[str]:
    """Every id: those of the newer text in its order, each that is gone after the one that it followed."""
    names = sorted(after.ruleset.order, key=after.ruleset.order.__getitem__)
    last: str | None = None
    for name in sorted(before.ruleset.order, key=before.ruleset.order.__getitem__):
        if name not in after.ruleset.order:
            names.insert(names.index(last) + 1 if last is not None else 0, name)
        last = name
    return names


def _change(
    name: str, before: RulesetVersion, after: RulesetVersion, concepts: Collection[str], readings: Collection[str]
) -> NormChange | None:
    was, now = (side.ruleset.norms_and_umbrellas.get(name) for side in (before, after))
    if was is None or now is None:
        one = now or was
        assert one is not None
        return NormChange(name, Kind.REMOVED if now is None else Kind.ADDED, one.title)
    parts = list(_parts(was, now, before, after))
    written = rewritten(before.written(name), after.written(name))
    if written and not any(part in _CONDITIONS for part in parts):
        parts.append(Part.EXPRESSIONS)
    if not parts:
        return None
    resting = [
        tuple(
            one
            for one in changed
            if any(name in found.get(one, ()) for found in (getattr(before, index), getattr(after, index)))
        )
        for changed, index in ((concepts, "norms_of_concept"), (readings, "norms_of_reading"))
    ]
    touched = any(part in _CONDITIONS for part in parts)
    return NormChange(
        name,
        Kind.CHANGED,
        now.title,
        tuple(sorted(set(parts), key=list(Part).index)),
        written,
        resting[0] if touched else (),
        resting[1] if touched else (),
    )


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
        deciding = [*_conditions(was, now)]
        yield from deciding
        if not any(part.effect is Effect.STATUS for part in deciding) and _differs_otherwise(was, now, before, after):
            yield Part.OTHER_READINGS
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


def _differs_otherwise(was: Norm, now: Norm, before: RulesetVersion, after: RulesetVersion) -> bool:
    """Whether the norm has another condition where a reading is chosen that both versions have."""
    for reading in {*was.readings, *now.readings}:
        sides = [side.ruleset.readings.get(reading) for side in (before, after)]
        if sides[0] is None or sides[1] is None:
            continue
        for value in sides[0].values:
            if value in sides[1].values and not _mean_the_same(
                _under(before, was, reading, value), _under(after, now, reading, value)
            ):
                return True
    return False


def _under(side: RulesetVersion, norm: Norm, reading: str, value: int | str | bool) -> Norm:
    found = side.ruleset.variants_of.get(norm.id, ())
    return next((one.norm for one in found if (one.reading, one.value) == (reading, value)), norm)


def rewritten(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Rewritten, ...]:
    """What is written otherwise, by key."""
    return tuple(
        Rewritten(key, before.get(key), after.get(key))
        for key in dict.fromkeys((*before, *after))
        if before.get(key) != after.get(key)
    )
