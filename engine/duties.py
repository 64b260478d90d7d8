"""The dates of a duty: until when it is not late, and when it was done after all."""

from .evaluate import Bound, Evaluator
from .explain.display import date_text
from .intervals import LAST, NEVER
from .norms import Norm

__all__ = ["cured_on", "due_on"]


def due_on(evaluator: Evaluator, norm: Norm, bound: Bound, limit: Evaluator | None = None) -> str | None:
    """The earliest day or minute until which a duty is not late, by another evaluator than the one that says whether
    there is such a date at all where `limit` is given. None where the norm has none, or it has no bound."""
    if norm.by is None:
        return None
    low, high = (limit or evaluator).value(norm.by, bound)
    if high >= LAST or low == NEVER:
        return None
    return date_text(evaluator.value(norm.by, bound)[0], norm.by.type.kind) or None


def cured_on(evaluator: Evaluator, norm: Norm, bound: Bound) -> str | None:
    """The day on which the duty of a norm was done, be it late; None where it is not done, or that is not known."""
    if norm.done is None:
        return None
    done = evaluator.value(norm.done, bound)
    return date_text(done[1], norm.done.type.kind) or None if done[1] < LAST else None
