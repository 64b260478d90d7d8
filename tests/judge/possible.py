"""What a value can be, as far as it is stated: a span of dates or numbers, or some of a set of words, texts or answers.

A date is a whole number: a day counted in days, a minute in minutes from the same midnight. What is known not to have
happened lies after every date.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

from .truth import Truth

__all__ = [
    "ANY_DATE",
    "ANY_EVENT",
    "ANY_NUMBER",
    "BEFORE_ALL",
    "NEVER",
    "NOT_DONE",
    "SOME_DAY",
    "UNKNOWN_WORD",
    "OneOf",
    "Point",
    "Possible",
    "Span",
    "before",
    "equal",
    "no_later",
    "union",
]

Point = float
"""A whole number, or one of the three below."""

BEFORE_ALL: Point = -math.inf
SOME_DAY: Point = 1e300
"""Later than any day that is stated, and still a day: the latest that a term can be which is not stated."""
NEVER: Point = math.inf


@dataclass(frozen=True)
class Span:
    """A date or number between two points, both included."""

    earliest: Point
    latest: Point

    def moved(self, earliest: Callable[[int], int], latest: Callable[[int], int]) -> "Span":
        """The span after arithmetic that keeps the order of dates.

        What has no bound gets none, and what has not happened still has not.
        """
        return Span(
            earliest(int(self.earliest)) if BEFORE_ALL < self.earliest < SOME_DAY else self.earliest,
            latest(int(self.latest)) if BEFORE_ALL < self.latest < SOME_DAY else self.latest,
        )


ANY_EVENT = Span(BEFORE_ALL, NEVER)
"""An event of which nothing is stated: it may not have happened."""
ANY_DATE = Span(BEFORE_ALL, SOME_DAY)
"""A term of which nothing is stated: it has some day."""
ANY_NUMBER = Span(BEFORE_ALL, NEVER)
NOT_DONE = Span(NEVER, NEVER)


@dataclass(frozen=True)
class OneOf:
    """One of some words, texts or answers; None stands for all that there are."""

    values: frozenset[str | bool] | None


UNKNOWN_WORD = OneOf(None)

Possible = Span | OneOf


def no_later(one: Span, other: Span) -> Truth:
    """Whether one date is at most another.

    It is sure if its latest is at most the other's earliest, possible if its earliest is at most the other's latest.
    """
    return True if one.latest <= other.earliest else None if one.earliest <= other.latest else False


def before(one: Span, other: Span) -> Truth:
    """Whether one date is less than another."""
    return True if one.latest < other.earliest else None if one.earliest < other.latest else False


def equal(one: Possible, other: Possible) -> Truth:
    """Whether two values are the same.

    It is sure if each can be one thing only and that is the same, impossible if there is nothing that both can be.
    """
    if isinstance(one, Span) and isinstance(other, Span):
        if one.earliest == one.latest == other.earliest == other.latest:
            return True
        return None if one.earliest <= other.latest and other.earliest <= one.latest else False
    assert isinstance(one, OneOf)
    assert isinstance(other, OneOf)
    if one.values is None or other.values is None:
        return None
    if not one.values & other.values:
        return False
    return True if len(one.values | other.values) == 1 else None


def union(one: Possible, other: Possible) -> Possible:
    """What a value can be that is one of two: for dates and numbers the span over both."""
    if isinstance(one, Span) and isinstance(other, Span):
        return Span(min(one.earliest, other.earliest), max(one.latest, other.latest))
    assert isinstance(one, OneOf)
    assert isinstance(other, OneOf)
    return OneOf(None if one.values is None or other.values is None else one.values | other.values)
