"""`hegui timeline`: how norms stand on every day of a span, and what changes next by itself."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final, NamedTuple

from ..engine.timeline import TimelineMaker, redacted_timeline, years_later
from ..facts import load
from ..facts.dates import SHANGHAI, day_from_text
from ..facts.unfit import Unfit
from ..reports.language import Language
from .audit import prefixes
from .choices import Colour, ListFormat
from .exit_codes import ExitCode
from .refusal import Refusal
from .rules import chosen_readings, ruleset_named
from .screen import detail_of, on_screen
from .streams import write_data

__all__ = ["TimelineRequest", "show_timeline"]

_MOST_YEARS: Final = 20


class TimelineRequest(NamedTuple):
    """What was asked for on the command line."""

    facts: str
    first: str | None
    last: str | None
    as_of: str | None
    format: ListFormat
    select: Sequence[str]
    ignore: Sequence[str]
    ruleset: str
    reading: Sequence[str]
    language: Language
    width: int | None
    colour: Colour
    verbose: bool
    redact: bool = False


def show_timeline(request: TimelineRequest) -> ExitCode:
    """Write the timeline; what it shows does not change the exit code."""
    as_of, first, last = _span(request)
    select, ignore = prefixes(request.select, "--select"), prefixes(request.ignore, "--ignore")
    readings = chosen_readings(request.reading)
    document = load(request.facts)
    rules = ruleset_named(request.ruleset, readings)
    timeline = TimelineMaker(rules, select=select, ignore=ignore).make(document, as_of, first, last)
    if request.redact:
        timeline = redacted_timeline(timeline, rules, document)
    if request.format is ListFormat.JSON:
        from ..reports.timeline import timeline_json

        write_data(timeline_json(timeline))
    else:
        from ..reports.text.timeline import timeline_text

        detail = detail_of(quiet=False, verbose=request.verbose)
        write_data(timeline_text(timeline, on_screen(request.language, request.width, request.colour, detail)))
    return ExitCode.CLEAN


def _span(request: TimelineRequest) -> tuple[date, date, date]:
    """The day as of which is asked, and the first and the last day of the span. Raises Refusal."""
    as_of = _day("--as-of", request.as_of) or datetime.now(SHANGHAI).date()
    first = _day("--from", request.first) or years_later(as_of, -1)
    last = _day("--to", request.last) or years_later(as_of, 1)
    if first > last:
        given = [
            f"{option} is {day}" + ("" if text else f", {about} the day of --as-of, since it is not given")
            for option, day, text, about in (
                ("--from", first, request.first, "a year before"),
                ("--to", last, request.last, "a year after"),
            )
        ]
        raise Refusal(f"the timeline ends before it begins: {' and '.join(given)}; give --from and a later --to")
    if last > years_later(first, _MOST_YEARS):
        raise Refusal(
            f"from {first} to {last} is more than {_MOST_YEARS} years, the longest span of a timeline; "
            f"end it by {years_later(first, _MOST_YEARS)} (--to), or begin it later (--from)"
        )
    return as_of, first, last


def _day(option: str, text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return day_from_text(text.strip())
    except Unfit as error:
        raise Refusal(f"{option}: {error}") from None
