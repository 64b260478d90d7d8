"""`hegui waivers check`: which waivers still waive, and which somebody has to look after."""

from collections.abc import Sequence

from ..engine.audit import Auditor
from ..engine.waivers import with_waivers
from ..facts import load
from ..facts.waivers import load_waivers
from ..reports.language import Language
from ..reports.waivers import waivers_json, waivers_text
from .audit import moment_of
from .choices import Colour, ListFormat
from .exit_codes import ExitCode
from .rules import chosen_readings, ruleset_named
from .screen import on_screen
from .streams import read_stdin_once, write_data

__all__ = ["check_waivers"]


def check_waivers(
    waivers: str,
    facts: str,
    as_of: str | None,
    ruleset: str,
    reading: Sequence[str],
    format_: ListFormat,
    language: Language,
    width: int | None,
    colour: Colour,
) -> ExitCode:
    """List waivers with their state: 0 where each is in force or not needed, 1 where one is not."""
    read_stdin_once(waivers, facts)
    moment = moment_of(as_of)
    readings = chosen_readings(reading)
    given = load_waivers(waivers)
    document = load(facts)
    rules = ruleset_named(ruleset, readings)
    report = Auditor(rules, engine="compiled").audit(document, moment)
    report = with_waivers(report, given, rules, moment.day)
    if format_ is ListFormat.JSON:
        write_data(waivers_json(report))
    else:
        write_data(waivers_text(report, on_screen(language, width, colour)))
    return ExitCode.CLEAN if all(check.state.is_good for check in report.waivers) else ExitCode.VIOLATIONS
