"""`hegui fix`: what can be done about violations."""

from collections.abc import Sequence
from typing import NamedTuple

from ..engine.repairs import Repairer
from ..facts import load
from ..reports.language import Language
from .audit import moment_of, prefixes
from .choices import Colour, ListFormat
from .exit_codes import ExitCode
from .rules import chosen_readings, ruleset_named
from .screen import detail_of, on_screen
from .streams import write_data

__all__ = ["FixRequest", "run_fix"]


class FixRequest(NamedTuple):
    """What was asked for on the command line."""

    facts: str
    as_of: str | None
    language: Language
    format: ListFormat
    select: Sequence[str]
    ignore: Sequence[str]
    ruleset: str
    reading: Sequence[str]
    width: int | None
    colour: Colour
    quiet: bool
    verbose: bool


def run_fix(request: FixRequest) -> ExitCode:
    """Write what can be done; something that nothing clears makes the exit code 1."""
    detail = detail_of(quiet=request.quiet, verbose=request.verbose)
    moment = moment_of(request.as_of)
    readings = chosen_readings(request.reading)
    select, ignore = prefixes(request.select, "--select"), prefixes(request.ignore, "--ignore")
    document = load(request.facts)
    rules = ruleset_named(request.ruleset, readings)
    report = Repairer(rules, select=select, ignore=ignore).fix(document, moment)
    if request.format is ListFormat.JSON:
        from ..reports.fix.as_json import fix_json

        write_data(fix_json(report, document))
    else:
        from ..reports.fix.text import fix_text

        write_data(fix_text(report, document, on_screen(request.language, request.width, request.colour, detail)))
    return ExitCode.VIOLATIONS if report.unrepaired else ExitCode.CLEAN
