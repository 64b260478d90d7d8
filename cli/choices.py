"""The values that some options choose from."""

from enum import StrEnum

from ..reports.formats import Format

__all__ = ["Colour", "DeadlineFormat", "Format", "GateFormat", "ListFormat"]


class DeadlineFormat(StrEnum):
    """How deadlines are written."""

    TEXT = "text"
    JSON = "json"
    ICS = "ics"


class ListFormat(StrEnum):
    """How a list is written."""

    TEXT = "text"
    JSON = "json"


class GateFormat(StrEnum):
    """How the gate is written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


class Colour(StrEnum):
    """When a report is coloured."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"
