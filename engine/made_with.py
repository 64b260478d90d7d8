"""What a report was made with: a ruleset, a calendar, a former report, and statements that count no more."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from ..facts.bilingual import Bilingual
from ..facts.calendar import china
from .standing import Change

if TYPE_CHECKING:
    from .ruleset import Ruleset

__all__ = ["BaselineInfo", "CalendarInfo", "Outdated", "RulesetInfo"]


class RulesetInfo(Struct, frozen=True):
    """Which ruleset was applied; the digest is of its files."""

    id: str
    """Its name, such as miit-b25."""
    version: str
    """Its version."""
    digest: str
    """SHA-256 of its files, in hexadecimal digits."""
    title: Bilingual
    """What it is."""
    text_digest: str
    """SHA-256 of the text that its clauses quote, in hexadecimal digits."""

    @classmethod
    def of(cls, ruleset: "Ruleset") -> "RulesetInfo":
        """What a report says of a ruleset."""
        return cls(ruleset.id, ruleset.version, ruleset.digest, ruleset.title, ruleset.text_digest)


class CalendarInfo(Struct, frozen=True):
    """Which calendar of working days was used."""

    source: str
    """Where it comes from."""
    version: str
    """The version of that source."""
    last_published_year: int
    """The last year whose days off are published."""

    @classmethod
    def used(cls) -> "CalendarInfo":
        """The one by which periods are counted."""
        calendar = china()
        return cls(calendar.source, calendar.version, calendar.last_published_year)


class BaselineInfo(Struct, frozen=True):
    """Which former report a report was held against, how its findings stand beside it, and how many are gone."""

    source: str
    """The former report's file."""
    as_of: str
    """The day or minute of the former report."""
    ruleset_version: str
    """The ruleset's version then."""
    counts: Mapping[Change, int]
    """How many findings stand how beside it."""
    fixed: int
    """How many that were violated or undetermined are so no longer."""


class Outdated(Struct, frozen=True):
    """A statement that was valid until a day (ISO) that has passed: its JSON pointer, and the day."""

    pointer: str
    """What was stated."""
    valid_until: str
    """The last day on which it counted."""
