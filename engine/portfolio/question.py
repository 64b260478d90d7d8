"""What was asked of a portfolio: whether an interrupted run can be gone on with, and what its files tell."""

from collections.abc import Mapping
from typing import Any, Final

import msgspec
from msgspec import Struct

from ..findings import CalendarInfo
from ..ruleset import Ruleset
from ..status import Status
from .inputs import InputFile

__all__ = ["SCHEMA", "Question", "differences"]

SCHEMA: Final = "hegui-portfolio-1"


class Question(Struct, frozen=True):
    """All that the output depends on. Two runs with the same question give the same bytes."""

    hegui: str
    """The version of this program."""
    ruleset: str
    version: str
    digest: str
    readings: Mapping[str, int | str | bool]
    calendar_source: str
    calendar_version: str
    calendar_last_published_year: int
    as_of: str
    statuses: tuple[str, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    engine: str
    confirmed_by: str | None
    sample: int
    format: str
    batch: int
    input: str
    files: tuple[InputFile, ...]
    redact: bool = False
    """Whether values of facts are left out."""

    @classmethod
    def of(
        cls,
        ruleset: Ruleset,
        *,
        hegui: str,
        as_of: str,
        statuses: frozenset[Status],
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        engine: str,
        confirmed_by: str | None,
        sample: int,
        format_: str,
        batch: int,
        input_: str,
        files: tuple[InputFile, ...],
        redact: bool,
    ) -> "Question":
        """The question, with what the ruleset and the calendar say of themselves."""
        calendar = CalendarInfo.used()
        return cls(
            hegui=hegui,
            ruleset=ruleset.id,
            version=ruleset.version,
            digest=ruleset.digest,
            readings=dict(sorted(ruleset.settings.items())),
            calendar_source=calendar.source,
            calendar_version=calendar.version,
            calendar_last_published_year=calendar.last_published_year,
            as_of=as_of,
            statuses=tuple(status.value for status in Status if status in statuses),
            select=select,
            ignore=ignore,
            engine=engine,
            confirmed_by=confirmed_by,
            sample=sample,
            format=format_,
            batch=batch,
            input=input_,
            files=files,
            redact=redact,
        )

    def told(self, digests: Mapping[str, str]) -> dict[str, Any]:
        """What a file of results says was asked; `digests` are the SHA-256 of the input's files, by name."""
        return {
            "schema": SCHEMA,
            "hegui": self.hegui,
            "ruleset": {"id": self.ruleset, "version": self.version, "digest": self.digest},
            "readings": dict(self.readings),
            "calendar": {
                "source": self.calendar_source,
                "version": self.calendar_version,
                "last_published_year": self.calendar_last_published_year,
            },
            "as_of": self.as_of,
            "statuses": list(self.statuses),
            "selection": {"select": list(self.select), "ignore": list(self.ignore)},
            "engine": self.engine,
            "cross_check": None if self.confirmed_by is None else {"by": self.confirmed_by, "sample": self.sample},
            "redacted": self.redact,
            "batch": self.batch,
            "input": {
                "name": self.input,
                "files": [{"name": one.name, "bytes": one.bytes, "sha256": digests[one.name]} for one in self.files],
            },
        }


def differences(one: Question, other: Question) -> list[tuple[str, str, str]]:
    """The names of what differs between two questions, each with both values as text."""
    first, second = msgspec.to_builtins(one), msgspec.to_builtins(other)
    return [(name, _text(first[name]), _text(second[name])) for name in first if first[name] != second[name]]


def _text(value: object) -> str:
    text = msgspec.json.encode(value).decode()
    return text if len(text) <= 200 else f"{text[:200]} …"
