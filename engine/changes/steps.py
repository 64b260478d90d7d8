"""Which number of a ruleset's version its changes ask for (docs/versions.md), and which was raised."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from .model import ClauseChange, Effect, Kind, NormChange, Part, ReadingChange, Step

__all__ = ["raised_step", "step_asked_for"]

_VERSION: Final = re.compile(r"(\d{1,9})\.(\d{1,9})(?:\.(\d{1,9}))?")


def step_asked_for(
    norms: Sequence[NormChange],
    readings: Iterable[ReadingChange],
    clauses: Iterable[ClauseChange],
    *,
    any_change: bool,
) -> Step:
    """Major where a name that users write down is gone or means another thing; minor where a verdict can change."""
    gone = any(one.kind is Kind.REMOVED or Part.SUBJECT in one.parts for one in norms)
    gone = gone or any(one.gone or one.kind is Kind.REMOVED for one in readings)
    if gone or any(not one.same_text for one in clauses):
        return Step.MAJOR
    if any(one.effect in (Effect.STATUS, Effect.GATE) for one in norms):
        return Step.MINOR
    return Step.PATCH if any_change else Step.NONE


def raised_step(before: str, after: str) -> Step | None:
    """Which number was raised; None where it fell, or one of them is no version such as 1.2 or 1.2.3."""
    found = [_VERSION.fullmatch(text) for text in (before, after)]
    if found[0] is None or found[1] is None:
        return Step.NONE if before == after else None
    was, now = (tuple(int(part or 0) for part in one.groups()) for one in found if one is not None)
    if now < was:
        return None
    first = next((place for place, pair in enumerate(zip(was, now, strict=True)) if pair[0] != pair[1]), 3)
    return list(Step)[first]
