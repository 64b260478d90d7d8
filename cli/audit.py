"""`hegui audit`: a document, a day, a ruleset; out come reports and an exit code."""

from collections.abc import Sequence
from typing import NamedTuple

from ..engine.audit import ENGINES, Auditor
from ..engine.findings import Report, Verdict
from ..engine.ruleset import Ruleset
from ..engine.status import Severity, Status
from ..facts import Document, load
from ..facts.as_of import AsOf
from ..facts.source import Origin
from ..facts.unfit import Unfit
from ..reports.language import Language
from ..reports.text.telling import Background, Telling
from .choices import Colour, Format
from .exit_codes import ExitCode, exit_code
from .ledger_recording import Recording, given_text
from .marks import given_marks
from .outputs import parse_outputs, write_files
from .refusal import Refusal
from .rules import chosen_readings, ruleset_named, unencoded_clauses
from .screen import detail_of, on_screen
from .step_summary import append_to_summary, has_summary
from .streams import read_stdin_once, write_data, write_note

__all__ = ["AuditRequest", "audited", "moment_of", "prefixes", "run_audit"]


class AuditRequest(NamedTuple):
    """What was asked for on the command line."""

    facts: str
    as_of: str | None
    language: Language
    format: Format
    output: Sequence[str]
    select: Sequence[str]
    ignore: Sequence[str]
    fail_on: Severity
    ruleset: str
    reading: Sequence[str]
    engine: str | None
    cross_check: bool
    width: int | None
    colour: Colour
    quiet: bool
    verbose: bool
    waivers: str | None = None
    baseline: str | None = None
    ledger: Recording = Recording(None, False)
    redact: bool = False


def run_audit(request: AuditRequest) -> ExitCode:
    """Audit, write the files that were asked for, then standard output."""
    detail = detail_of(quiet=request.quiet, verbose=request.verbose)
    if request.format.binary:
        example = f"--output {request.format}=report{request.format.extension}"
        raise Refusal(f"--format {request.format}: this is no text for standard output; write a file with {example}")
    outputs = parse_outputs(request.output)
    recording = request.ledger.checked()
    read_stdin_once(request.facts, request.waivers, request.baseline)
    facts = given_text(request.facts, keep=recording.keep)
    judged = _judged(
        facts,
        request.as_of,
        request.ruleset,
        reading=request.reading,
        engine=request.engine,
        cross_check=request.cross_check,
        select=prefixes(request.select, "--select"),
        ignore=prefixes(request.ignore, "--ignore"),
        waivers=request.waivers,
        baseline=request.baseline,
        redact=request.redact,
    )
    report, background = judged.told(redact=request.redact)
    in_file = Telling(request.language, request.width or 100, colour=False, detail=detail)
    files = {path: format_.write(report, background, in_file) for path, format_ in outputs.items()}
    telling = on_screen(request.language, request.width, request.colour, detail)
    told = str(request.format.write(report, background, telling))
    code = exit_code(report, request.fail_on)
    recording.audit(judged.report, judged.document, request.ruleset, request.fail_on, code, facts)
    write_files(files)
    write_data(told)
    if request.format is Format.GITHUB and has_summary():
        append_to_summary(str(Format.MARKDOWN.write(report, background, in_file)))
    if code is ExitCode.CLEAN and report.verdict is not Verdict.CLEAN:
        write_note(f"hegui: exit code 0, since {_why_clean(report, request.fail_on)}")
    return code


def audited(
    facts: Origin,
    as_of: str | None,
    ruleset: str,
    *,
    reading: Sequence[str] = (),
    engine: str | None = None,
    cross_check: bool = False,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    waivers: str | None = None,
    baseline: str | None = None,
    redact: bool = False,
) -> tuple[Report, Background]:
    """The report on a document, with what is needed to tell it; with `redact` both without values of facts."""
    judged = _judged(
        facts,
        as_of,
        ruleset,
        reading=reading,
        engine=engine,
        cross_check=cross_check,
        select=select,
        ignore=ignore,
        waivers=waivers,
        baseline=baseline,
        redact=redact,
    )
    return judged.told(redact=redact)


class _Judged(NamedTuple):
    """A report as it is, whatever of it is told."""

    report: Report
    document: Document
    rules: Ruleset

    def told(self, *, redact: bool) -> tuple[Report, Background]:
        """The report with what is needed to tell it; with `redact` both without values of facts."""
        report, document, rules = self
        if redact:
            from ..engine.redaction import facts_withheld, redacted

            report, document = redacted(report, rules, document), facts_withheld(document)
        return report, Background(document, len(rules.norms), unencoded_clauses(rules), rules.readings, rules.clauses)


def _judged(
    facts: Origin,
    as_of: str | None,
    ruleset: str,
    *,
    reading: Sequence[str],
    engine: str | None,
    cross_check: bool,
    select: Sequence[str],
    ignore: Sequence[str],
    waivers: str | None,
    baseline: str | None,
    redact: bool,
) -> _Judged:
    read_stdin_once(*(one for one in (facts, waivers, baseline) if isinstance(one, str)))
    if engine is not None and engine not in ENGINES:
        raise Refusal(f"--engine {engine}: there is no such engine; name one of {', '.join(ENGINES)}")
    moment = moment_of(as_of)
    readings = chosen_readings(reading)
    document: Document = load(facts)
    marks = given_marks(waivers, baseline)
    rules = ruleset_named(ruleset, readings)
    report = Auditor(rules, engine=engine, select=select, ignore=ignore, cross_check=cross_check).audit(
        document, moment
    )
    return _Judged(marks.laid_on(report, rules, moment, redact=redact), document, rules)


def _why_clean(report: Report, fail_on: Severity) -> str:
    graver = [one for one in report.findings if one.severity.rank <= fail_on.rank]
    accepted = any(one.status in (Status.VIOLATED, Status.UNDETERMINED) and not one.gates for one in graver)
    least = f"nothing violated or undetermined is {fail_on} or graver (--fail-on)"
    if not accepted:
        return least
    return f"what is violated or undetermined and {fail_on} or graver is waived, or no worse than in the baseline"


def moment_of(text: str | None) -> AsOf:
    """The day or minute of `--as-of`; now, where it is not given. Raises Refusal."""
    if text is None:
        return AsOf.now()
    try:
        return AsOf.parse(text)
    except Unfit as error:
        raise Refusal(f"--as-of: {error}") from None


def prefixes(given: Sequence[str], option: str) -> tuple[str, ...]:
    """The prefixes of norm ids, given one by one or with commas between them."""
    found = [part.strip() for text in given for part in text.split(",")]
    if any(not part for part in found):
        raise Refusal(
            f"{option} holds an empty name; write norm ids or their beginnings, such as SP-09 or SP-11-a,SP-12"
        )
    return tuple(dict.fromkeys(found))
