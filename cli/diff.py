"""`hegui diff`: what became better or worse between two reports, or between two files of facts."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..engine.baseline import Former
from ..engine.differences import differences, former_of
from ..engine.former import LARGEST, is_report, parse_former
from ..reports.diff import diff_json, diff_text
from ..reports.language import Language
from .audit import moment_of, prefixes
from .choices import Colour, ListFormat
from .exit_codes import ExitCode
from .refusal import Refusal
from .rules import chosen_readings, ruleset_named
from .screen import detail_of, on_screen
from .streams import read_stdin_once, write_data

if TYPE_CHECKING:
    from ..facts import Document

__all__ = ["DiffRequest", "run_diff"]


class DiffRequest(NamedTuple):
    """What was asked for on the command line. Options of the audit are None or empty where they were not given."""

    before: str
    after: str
    as_of: str | None
    select: Sequence[str]
    ignore: Sequence[str]
    ruleset: str | None
    reading: Sequence[str]
    format: ListFormat
    language: Language
    width: int | None
    colour: Colour
    quiet: bool
    verbose: bool
    redact: bool = False
    settled: frozenset[str] = frozenset()
    """What was not given on the line, but by settings: it concerns files of facts, and is no mistake with reports."""


def run_diff(request: DiffRequest) -> ExitCode:
    """Compare, and tell: 0 where nothing is worse, 1 where something is."""
    detail = detail_of(quiet=request.quiet, verbose=request.verbose)
    read_stdin_once(request.before, request.after)
    given = {path: _read(path) for path in (request.before, request.after)}
    reports = {path: data is not None and is_report(data) for path, data in given.items()}
    if len(set(reports.values())) == 2:
        one, other = sorted(reports, key=lambda path: not reports[path])
        raise Refusal(f"{one} is a report and {other} is not: give two reports, or two files of facts")
    before, after = _of_reports(request, given) if all(reports.values()) else _of_facts(request, given)
    if before.ruleset != after.ruleset:
        raise Refusal(
            f"the reports are by different rulesets, {before.ruleset!r} and {after.ruleset!r}: "
            "their findings have nothing in common"
        )
    found = differences(before, after)
    if request.redact:
        from ..engine.redaction import redacted_differences

        found = redacted_differences(found)
    if request.format is ListFormat.JSON:
        write_data(diff_json(found))
    else:
        write_data(diff_text(found, on_screen(request.language, request.width, request.colour, detail)))
    return ExitCode.VIOLATIONS if found.is_worse else ExitCode.CLEAN


def _read(path: str) -> bytes | None:
    """The bytes of a file; None where they cannot be read, which the loader of facts tells in words."""
    try:
        if path == "-":
            return sys.stdin.buffer.read(LARGEST + 1)
        with Path(path).open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError):
        return None


def _of_reports(request: DiffRequest, given: dict[str, bytes | None]) -> tuple[Former, Former]:
    options = {
        "--as-of": request.as_of,
        "--select": request.select,
        "--ignore": request.ignore,
        "--ruleset": request.ruleset,
        "--reading": request.reading,
    }
    idle = [name for name, value in options.items() if value and name[2:] not in request.settled]
    if idle:
        raise Refusal(f"{', '.join(idle)}: these are reports, which are made; this has a say over files of facts only")
    from ..facts import FactsError

    found: list[Former] = []
    problems: list[FactsError] = []
    for path in (request.before, request.after):
        try:
            found.append(parse_former(given[path] or b"", "<stdin>" if path == "-" else path))
        except FactsError as error:
            problems.append(error)
    if problems:
        raise FactsError(tuple(one for error in problems for one in error.problems), "reports")
    return found[0], found[1]


def _of_facts(request: DiffRequest, given: dict[str, bytes | None]) -> tuple[Former, Former]:
    from io import BytesIO

    from ..engine.audit import Auditor
    from ..facts import FactsError, load
    from ..rulesets import DEFAULT

    moment = moment_of(request.as_of)
    readings = chosen_readings(request.reading)
    documents: list[Document] = []
    problems: list[FactsError] = []
    for path in (request.before, request.after):
        try:
            documents.append(load(path, BytesIO(given[path] or b"") if path == "-" else None))
        except FactsError as error:
            problems.append(error)
    if problems:
        raise FactsError(tuple(one for error in problems for one in error.problems))
    auditor = Auditor(
        ruleset_named(request.ruleset or DEFAULT, readings),
        engine="compiled",
        select=prefixes(request.select, "--select"),
        ignore=prefixes(request.ignore, "--ignore"),
    )
    before, after = (former_of(auditor.audit(document, moment)) for document in documents)
    return before, after
