"""`hegui deadlines`: what falls due when."""

from collections.abc import Sequence
from typing import NamedTuple

from ..reports.deadlines import deadlines, deadlines_json
from ..reports.language import Language
from .audit import audited, prefixes
from .choices import Colour, DeadlineFormat
from .exit_codes import ExitCode
from .screen import on_screen
from .streams import write_data

__all__ = ["DeadlinesRequest", "show_deadlines"]


class DeadlinesRequest(NamedTuple):
    """What was asked for on the command line."""

    facts: str
    within: int | None
    format: DeadlineFormat
    as_of: str | None
    language: Language
    select: Sequence[str]
    ignore: Sequence[str]
    ruleset: str
    reading: Sequence[str]
    engine: str | None
    width: int | None
    colour: Colour
    redact: bool = False


def show_deadlines(request: DeadlinesRequest) -> ExitCode:
    """Write the deadlines; that some are overdue does not change the exit code."""
    report, background = audited(
        request.facts,
        request.as_of,
        request.ruleset,
        reading=request.reading,
        engine=request.engine,
        select=prefixes(request.select, "--select"),
        ignore=prefixes(request.ignore, "--ignore"),
        redact=request.redact,
    )
    found = deadlines(report, request.within)
    telling = on_screen(request.language, request.width, request.colour)
    match request.format:
        case DeadlineFormat.JSON:
            write_data(deadlines_json(report, found, request.within))
        case DeadlineFormat.ICS:
            from ..reports.ics import calendar_of

            write_data(calendar_of(report, found, background, telling))
        case DeadlineFormat.TEXT:
            from ..reports.text.deadlines import deadlines_text

            write_data(deadlines_text(report, found, background, telling, request.within))
    return ExitCode.CLEAN
