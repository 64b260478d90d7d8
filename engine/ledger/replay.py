"""What an entry says beside what the same facts give today: the same bytes, or exactly what differs."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

import msgspec
from msgspec import Struct

from .records import Entry, Record

__all__ = ["Cause", "Difference", "Outcome", "Replay", "replay_of"]


class Outcome(StrEnum):
    """How a replay ended."""

    IDENTICAL = "identical"
    DIFFERS = "differs"
    IMPOSSIBLE = "impossible"


class Difference(Struct, frozen=True):
    """A value that is another today. `finding` says of which finding, '' of none; `path` leads to it from there.

    `pointer` is that of the finding's subject. None stands for what is not there.
    """

    finding: str
    pointer: str
    path: tuple[str | int, ...]
    before: object
    after: object


class Cause(Struct, frozen=True):
    """Something that the verdict rests on and that is another today."""

    name: str
    before: object
    after: object


class Replay(Struct, frozen=True):
    """An entry decided again. `because` says why that was impossible."""

    number: int
    hash: str
    outcome: Outcome
    causes: tuple[Cause, ...] = ()
    differences: tuple[Difference, ...] = ()
    because: str | None = None


_RESTS_ON: Final = (
    "ruleset",
    "calendar",
    "tool_version",
    "engine",
    "confirmed_by",
    "readings",
    "facts_digest",
    "launch",
)
_SAYS: Final = ("verdict", "counts", "company", "licence")


class _Finding(NamedTuple):
    """Which finding values are of: its norm and the ids of its subject, and its pointer."""

    name: str
    pointer: str


_NONE: Final = _Finding("", "")
_NAMED: Final = "named"  # the ruleset as it was asked for, which may lie elsewhere today


def replay_of(entry: Entry, hash_: str, record: Record, before: bytes, after: bytes) -> Replay:
    """An entry beside the record of today, with the findings of both as canonical JSON."""
    then, now = msgspec.to_builtins(entry.record), msgspec.to_builtins(record)
    for one in (then, now):
        del one["ruleset"][_NAMED]
    differences = [
        one for name in _SAYS for one in _differences(_NONE, (name,), then[name], now[name]) if then[name] != now[name]
    ]
    if before != after:
        found = [*_differences(_NONE, (), msgspec.json.decode(before), msgspec.json.decode(after))]
        differences += found or [Difference("", "", ("order of the findings",), None, None)]
    causes = [
        Cause(".".join(str(part) for part in one.path), one.before, one.after)
        for name in _RESTS_ON
        for one in _differences(_NONE, (name,), then[name], now[name])
    ]
    outcome = Outcome.DIFFERS if differences else Outcome.IDENTICAL
    return Replay(entry.number, hash_, outcome, tuple(causes), tuple(differences))


def _differences(finding: _Finding, path: tuple[str | int, ...], before: object, after: object) -> Iterator[Difference]:
    """Where two plain values differ, as deep as can be said. Findings are held together by their fingerprints."""
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for name in dict.fromkeys((*before, *after)):
            yield from _differences(finding, (*path, name), before.get(name), after.get(name))
    elif isinstance(before, list) and isinstance(after, list):
        if _are_findings(before) and _are_findings(after):
            yield from _findings(path, before, after)
            return
        for number in range(max(len(before), len(after))):
            pair = (one[number] if number < len(one) else None for one in (before, after))
            yield from _differences(finding, (*path, number), *pair)
    else:
        yield Difference(*finding, path, before, after)


def _are_findings(values: Sequence[object]) -> bool:
    return all(isinstance(one, dict) and "fingerprint" in one for one in values)


def _findings(path: tuple[str | int, ...], before: Sequence[object], after: Sequence[object]) -> Iterator[Difference]:
    old, new = _by_fingerprint(before), _by_fingerprint(after)
    for fingerprint in dict.fromkeys((*old, *new)):
        was, now = old.get(fingerprint), new.get(fingerprint)
        finding = _finding(now or was or {})
        if was is None or now is None:
            yield Difference(*finding, (*path, "status"), was and was.get("status"), now and now.get("status"))
        else:
            yield from _differences(finding, path, was, now)


def _by_fingerprint(findings: Sequence[object]) -> dict[str, Mapping[str, object]]:
    return {str(one["fingerprint"]): one for one in findings if isinstance(one, dict)}


def _finding(finding: Mapping[str, object]) -> _Finding:
    subject = finding.get("subject")
    ids = "/".join(map(str, subject)) if isinstance(subject, list) else ""
    return _Finding(f"{finding.get('norm')} {ids}".strip(), str(finding.get("pointer", "")))
