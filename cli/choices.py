"""The values that some options choose from."""

from enum import StrEnum

from ..engine.portfolio.formats import TableFormat
from ..reports.formats import Format

__all__ = [
    "Colour",
    "DeadlineFormat",
    "Format",
    "GateFormat",
    "ListFormat",
    "PortfolioEngine",
    "PortfolioStatus",
    "TableFormat",
]


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


class PortfolioEngine(StrEnum):
    """What judges a portfolio."""

    COLUMNAR = "columnar"
    COMPILED = "compiled"
    SPARK = "spark"


class PortfolioStatus(StrEnum):
    """The statuses of findings that a portfolio writes down."""

    VIOLATED = "violated"
    PENDING = "pending"
    UNDETERMINED = "undetermined"
    MET = "met"
    NOT_APPLICABLE = "not_applicable"
    ALL = "all"
