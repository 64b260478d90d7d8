"""What a company can do, from a day on, about what it states.

A field is a record unless its model says by what act it can change: a past date, an amount or what happened is
never altered. An element is never removed; where it can end, an event date says so.
"""

from dataclasses import dataclass
from enum import StrEnum

from .bilingual import Bilingual

Outcomes = tuple[tuple[str, tuple[object, ...]], ...]
"""Fields of the same element that an act settles where they are not stated, each with the values they can then have."""


class Change(StrEnum):
    """How an act changes a field."""

    DONE = "done"
    """An event date that is not_done, or lies ahead, becomes the day of the act."""
    RENEWED = "renewed"
    """A date that says when something recurring was last done becomes the day on which it is done once more."""
    BROUGHT = "brought"
    """A yes or no, or a word, becomes one of `to`; never where it already is one of them."""
    RAISED = "raised"
    """A number becomes a greater one."""
    REPLACED = "replaced"
    """A text becomes another."""


@dataclass(frozen=True, slots=True)
class Act:
    """The act that changes a field: what is done, as an order; `{value}` stands for what the field then says."""

    title: Bilingual
    change: Change
    to: tuple[object, ...] = ()
    settles: Outcomes = ()


@dataclass(frozen=True, slots=True)
class Adding:
    """The act that adds an element to a list: what is done, with the new element's fields in braces.

    `now` are its event dates that become the day of the act; its other event dates are then not_done. `given` are the
    values that such an act always has. Every other field has to follow from what the act is for.
    """

    title: Bilingual
    now: tuple[str, ...] = ()
    given: tuple[tuple[str, object], ...] = ()


def done(zh: str, en: str, *, settles: Outcomes = ()) -> Act:
    """For an event date: it can be done now."""
    return Act(Bilingual(zh, en), Change.DONE, settles=settles)


def renewed(zh: str, en: str) -> Act:
    """For the date on which something recurring was last done: it can be done once more."""
    return Act(Bilingual(zh, en), Change.RENEWED)


def brought(zh: str, en: str, *to: object) -> Act:
    """For a yes or no, or a word, about how things are now: they can be brought to one of some values."""
    return Act(Bilingual(zh, en), Change.BROUGHT, to)


def raised(zh: str, en: str) -> Act:
    """For a number about how things are now: it can be made greater."""
    return Act(Bilingual(zh, en), Change.RAISED)


def replaced(zh: str, en: str) -> Act:
    """For a text about how things are now: it can be made another."""
    return Act(Bilingual(zh, en), Change.REPLACED)


def adding(zh: str, en: str, *, now: tuple[str, ...] = (), given: tuple[tuple[str, object], ...] = ()) -> Adding:
    """For a list of what the company makes or does itself: it can do one more."""
    return Adding(Bilingual(zh, en), now, given)
