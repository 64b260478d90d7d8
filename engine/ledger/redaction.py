"""A replay without values of facts: see `engine.redaction`. What a report without values tells is told of it, too."""

from typing import Final

from msgspec.structs import replace

from ..explain.disclosure import NAMELESS
from .replay import Cause, Difference, Replay

__all__ = ["redacted_replay"]

_TOLD: Final = frozenset(
    {
        "cause",
        "clause",
        "column",
        "counts",
        "cured_on",
        "due",
        "holds",
        "line",
        "missing",
        "norm",
        "pointer",
        "severity",
        "status",
        "strict_due",
        "verdict",
    }
)
"""The keys of a report and of its findings whose values are told; they are pointers, days, numbers and closed words."""
_OF_FACTS: Final = ("facts_digest", "launch", "launch.facts_digest")
"""What of the record is made of facts: of a short document the digest can be tried out."""


def redacted_replay(replay: Replay) -> Replay:
    """The same with a mark in place of each value that may be one of facts, and findings by their pointers."""
    return replace(
        replay,
        causes=tuple(_cause(one) for one in replay.causes),
        differences=tuple(_difference(one) for one in replay.differences),
    )


def _cause(one: Cause) -> Cause:
    if one.name not in _OF_FACTS:
        return one
    return replace(one, before=_marked(one.before), after=_marked(one.after))


def _difference(one: Difference) -> Difference:
    norm = one.finding.partition(" ")[0]
    told = replace(one, finding=f"{norm} {one.pointer}".strip())
    keys = [part for part in one.path if isinstance(part, str)]
    is_told = "counts" in keys[:1] or (bool(keys) and keys[-1] in _TOLD)
    return told if is_told else replace(told, before=_marked(one.before), after=_marked(one.after))


def _marked(value: object) -> str | None:
    return None if value is None else NAMELESS
