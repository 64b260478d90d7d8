"""The companies on which the meaning of the ruleset is pinned: those of examples/, and many small ones.

A small company is the first line of companies.jsonl with its own sections in place of that company's. They are kept
apart from the examples of the norms, from which they were once taken, so that a norm cannot change together with what
shows it.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from hegui.facts import Document, from_mapping, load
from hegui.facts.as_of import AsOf

__all__ = ["BASE", "FILE", "Pinned", "Small", "dumped", "examples", "small", "small_companies"]

FILE: Final = Path(__file__).with_name("companies.jsonl")
BASE: Final = "base"
"""The name of the company that the small ones start from."""

_EXAMPLES: Final = Path(__file__).parents[2] / "examples"
_NAMES: Final = ("main", "clean", "text_messages", "licence")


class Pinned(NamedTuple):
    """A company as of a day."""

    name: str
    as_of: str
    document: Document

    @property
    def moment(self) -> AsOf:
        return AsOf.parse(self.as_of)


class Small(NamedTuple):
    """A line of the file: what is special about a company, and its sections; `as_of` is empty for the base."""

    name: str
    about: str
    as_of: str
    facts: Mapping[str, Any]


def small_companies() -> tuple[Small, ...]:
    """The small companies, the one that they start from first."""
    if not FILE.exists():
        return ()
    return tuple(Small(**json.loads(line)) for line in FILE.read_text(encoding="utf-8").splitlines())


def dumped(companies: tuple[Small, ...]) -> str:
    """The companies as lines of the file."""
    return "".join(json.dumps(one._asdict(), ensure_ascii=False) + "\n" for one in companies)


@cache
def examples() -> tuple[Pinned, ...]:
    """The companies of examples/ that are audited by this ruleset, on each of their days."""
    return tuple(
        Pinned(name, day, load(_EXAMPLES / name / "facts.yaml"))
        for name in _NAMES
        for day in (_EXAMPLES / name / "as_of.txt").read_text(encoding="utf-8").split()
    )


def small(companies: tuple[Small, ...]) -> Iterator[Pinned]:
    """The small companies, and the one that they start from on each of their days, the earliest first."""
    if not companies:
        return
    base, *others = companies
    start = from_mapping(base.facts)
    for day in sorted({one.as_of for one in others}):
        yield Pinned(BASE, day, start)
    for one in others:
        yield Pinned(one.name, one.as_of, from_mapping({**base.facts, **one.facts}))
