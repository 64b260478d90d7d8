"""Colour and weight, as terminals take them."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from ...engine.status import Severity, Status

__all__ = ["SEVERITY_STYLES", "STATUS_STYLES", "Style", "Styles"]


class Style(StrEnum):
    """A way of writing: the number of its escape sequence."""

    PLAIN = ""
    STRONG = "1"
    FAINT = "2"
    RED = "31"
    GREEN = "32"
    YELLOW = "33"
    BLUE = "34"
    MAGENTA = "35"
    STRONG_RED = "1;31"
    STRONG_GREEN = "1;32"
    STRONG_YELLOW = "1;33"


SEVERITY_STYLES: Final[Mapping[Severity, Style]] = {
    Severity.CRITICAL: Style.STRONG_RED,
    Severity.MAJOR: Style.RED,
    Severity.MINOR: Style.YELLOW,
}

STATUS_STYLES: Final[Mapping[Status, Style]] = {
    Status.VIOLATED: Style.STRONG_RED,
    Status.PENDING: Style.YELLOW,
    Status.UNDETERMINED: Style.MAGENTA,
    Status.MET: Style.GREEN,
    Status.NOT_APPLICABLE: Style.FAINT,
}


class Styles(NamedTuple):
    """Writes styles, or with `colour` off leaves texts as they are."""

    colour: bool

    def __call__(self, text: str, style: Style) -> str:
        """`text` in a style."""
        return f"\x1b[{style}m{text}\x1b[0m" if self.colour and style and text else text
