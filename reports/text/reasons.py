"""Reasons for people: the few statements that decide, or the whole tree."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from ...engine.explain.reasons import Evidence, Reason, ReasonKind
from ...engine.findings import Finding
from ...engine.status import Cause, Status
from ...facts import Bilingual

__all__ = ["Point", "every_point", "short_points"]

_NESTED: Final = 1
_PLACES: Final = 3
"""A statement that sums up others names the places of so many of their facts."""
_ROWS: Final = 3
"""Of a list in which nothing matches so many elements are told, those that come nearest first."""


class Point(NamedTuple):
    """A statement to be written, indented by its level, with the facts that it rests on."""

    level: int
    text: Bilingual
    evidence: tuple[Evidence, ...]


def short_points(finding: Finding) -> list[Point]:
    """What decided whether the norm is broken, in a few statements.

    That the norm applies, and that its date is past, goes without saying: the finding says so itself.
    """
    applies, *rest = finding.reasons.children or (finding.reasons,)
    if finding.due is not None and len(rest) > 1 and _is_decided(finding):
        rest = rest[:-1]
    points = [point for reason in rest or (applies,) for point in _short(reason, 0)]
    return list(dict.fromkeys(points))


def _is_decided(finding: Finding) -> bool:
    """Whether the last reason only says that the date is past, or is not."""
    return finding.status in (Status.VIOLATED, Status.PENDING) or finding.cause is Cause.JUDGEMENT


def _short(reason: Reason, level: int) -> Iterator[Point]:
    if reason.kind is ReasonKind.GROUP:
        for child in reason.children:
            yield from _short(child, level)
    elif not reason.children:
        yield Point(level, reason.text, reason.evidence)
    elif reason.evidence:
        yield Point(level, reason.text, reason.evidence)
        for row in sorted(reason.children, key=lambda one: len(_leaves(one)))[:_ROWS]:
            yield _row(row, level + 1)
    elif level == _NESTED:
        yield Point(level, reason.text, _facts(reason)[:_PLACES])
    else:
        yield Point(level, reason.text, ())
        for child in reason.children:
            yield from _short(child, level + 1)


def _row(row: Reason, level: int) -> Point:
    """An element of a list, with the first thing that keeps it from matching."""
    leaf = _leaves(row)[0]
    zh = leaf.text.zh if row.text.zh in leaf.text.zh else f"{row.text.zh}:{leaf.text.zh}"
    en = leaf.text.en if row.text.en in leaf.text.en else f"{row.text.en}: {leaf.text.en}"
    return Point(level, Bilingual(zh, en), leaf.evidence)


def every_point(finding: Finding) -> Iterator[Point]:
    """The whole derivation, below the norm's title."""
    for child in finding.reasons.children:
        yield from _every(child, 0)


def _every(reason: Reason, level: int) -> Iterator[Point]:
    yield Point(level, reason.text, reason.evidence)
    for child in reason.children:
        yield from _every(child, level + 1)


def _leaves(reason: Reason) -> list[Reason]:
    return [leaf for child in reason.children for leaf in _leaves(child)] if reason.children else [reason]


def _facts(reason: Reason) -> tuple[Evidence, ...]:
    found = {fact.pointer: fact for fact in reason.evidence}
    for child in reason.children:
        found |= {fact.pointer: fact for fact in _facts(child)}
    return tuple(found.values())
