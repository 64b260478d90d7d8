"""`hegui gate`: whether a launch may go, by what it would break and what it would leave undetermined."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from ..engine.gate import Gate, GateReport
from ..engine.status import Severity
from ..facts.as_of import AsOf
from ..facts.launch import Launched, load_launch
from ..facts.unfit import shown
from ..facts.waivers import Waiver, load_waivers
from ..reports.language import Language
from ..reports.text.telling import Detail
from .audit import moment_of
from .choices import Colour, GateFormat
from .exit_codes import ExitCode, verdict_code
from .ledger_recording import Recording, given_text
from .refusal import Refusal
from .rules import chosen_readings, ruleset_named
from .screen import detail_of, on_screen
from .step_summary import append_to_summary, has_summary
from .streams import read_stdin_once, write_data, write_note

__all__ = ["GateRequest", "run_gate"]


class GateRequest(NamedTuple):
    """What was asked for on the command line."""

    launch: str
    facts: str
    as_of: str | None
    allow_past: bool
    waivers: str | None
    lenient: bool
    format: GateFormat
    fail_on: Severity
    ruleset: str
    reading: Sequence[str]
    language: Language
    width: int | None
    colour: Colour
    quiet: bool
    verbose: bool
    ledger: Recording = Recording(None, False)
    redact: bool = False


def run_gate(request: GateRequest) -> ExitCode:
    """Judge a launch; tell it on standard output and, in a GitHub workflow, in the summary of the step."""
    detail = detail_of(quiet=request.quiet, verbose=request.verbose)
    read_stdin_once(request.launch, request.facts, request.waivers)
    recording = request.ledger.checked()
    asked = None if request.as_of is None else moment_of(request.as_of)
    readings = chosen_readings(request.reading)
    launch, facts = (given_text(one, keep=recording.keep) for one in (request.launch, request.facts))
    given = None if request.waivers is None else given_text(request.waivers, keep=recording.keep)
    launched = load_launch(launch, facts)
    as_of = _moment(launched, asked, allow_past=request.allow_past)
    waivers: tuple[Waiver, ...] = () if given is None else load_waivers(given)
    rules = ruleset_named(request.ruleset, readings)
    judged = report = Gate(rules, lenient=request.lenient).judge(launched, as_of, waivers)
    stated = launched
    if request.redact:
        from ..engine.gate import redacted_gate
        from ..engine.redaction import facts_withheld

        report = redacted_gate(report, launched, rules)
        launched = replace(launched, before=facts_withheld(launched.before), after=facts_withheld(launched.after))
    told = _told(request, report, launched, detail)
    code = verdict_code(report.verdict_from(request.fail_on))
    texts = {"launch": launch, "facts": facts, "waivers": given}
    recording.gate(judged, stated, request.ruleset, request.fail_on, code, lenient=request.lenient, texts=texts)
    if request.format is GateFormat.GITHUB:
        _summarise(request, report, launched)
    write_data(told)
    for check in report.after.waivers:
        if not check.state.is_good:
            waiver = check.waiver
            place = "" if waiver.position is None else f"{waiver.position}: "
            write_note(
                f"{place}the waiver of {shown(waiver.norm)} for {shown(waiver.subject)} waives nothing: {check.state}"
            )
    return code


def _moment(launched: Launched, asked: AsOf | None, *, allow_past: bool) -> AsOf:
    """The moment as of which the launch is judged: its own day, unless told otherwise. Raises Refusal."""
    as_of = AsOf.of(launched.on) if asked is None else asked
    if as_of.day < launched.on:
        raise Refusal(
            f"--as-of {as_of} lies before the launch on {launched.on}: nothing of it would be judged; "
            f"leave --as-of out, or name a day from {launched.on} on"
        )
    now = AsOf.now()
    past = [
        f"{name} {moment}"
        for name, moment in (("the launch on", AsOf.of(launched.on)), ("--as-of", asked))
        if moment is not None and moment.happened_until < now.happened_until and moment.day < now.day
    ]
    if past and not allow_past:
        raise Refusal(f"{past[0]} lies in the past: a gate looks ahead; --allow-past judges it all the same")
    return as_of


def _told(request: GateRequest, report: GateReport, launched: Launched, detail: Detail) -> str:
    match request.format:
        case GateFormat.JSON:
            from ..reports.gate.as_json import gate_json

            return gate_json(report, request.fail_on)
        case GateFormat.GITHUB:
            from ..reports.gate.github import gate_annotations

            return gate_annotations(report, launched.after, request.language, request.fail_on)
        case GateFormat.TEXT:
            from ..reports.gate.text import gate_text

            telling = on_screen(request.language, request.width, request.colour, detail)
            return gate_text(report, launched.after, telling, request.fail_on)


def _summarise(request: GateRequest, report: GateReport, launched: Launched) -> None:
    """Append to the summary of the workflow's step, where there is one. Raises Refusal."""
    if has_summary():
        from ..reports.gate.github import gate_summary

        append_to_summary(gate_summary(report, launched.after, request.language, request.fail_on))
