"""What `hegui portfolio` is asked, put together from its options, and whether it can be gone on with."""

import os
from collections.abc import Sequence
from pathlib import Path

from ..engine.audit import default_engine as single_engine
from ..engine.portfolio.output import Occupied, Output, output_at
from ..engine.portfolio.parts import Parts
from ..engine.portfolio.question import Question, differences
from ..engine.status import Status
from .choices import PortfolioEngine, PortfolioStatus, TableFormat
from .refusal import Refusal

__all__ = ["begun", "confirming_engine", "free_output", "process_count", "written_statuses"]

_OPTIONS = {
    "hegui": "the version of hegui",
    "ruleset": "--ruleset",
    "version": "the version of the ruleset",
    "digest": "the files of the ruleset",
    "readings": "--reading",
    "calendar_source": "the calendar",
    "calendar_version": "the calendar",
    "calendar_last_published_year": "the calendar",
    "as_of": "--as-of",
    "statuses": "--status",
    "select": "--select",
    "ignore": "--ignore",
    "engine": "--engine",
    "confirmed_by": "--cross-check",
    "sample": "--sample",
    "format": "--format",
    "batch": "--batch",
    "input": "INPUT",
    "redact": "--redact",
    "files": "the files of INPUT (name, size, time of change)",
}


def free_output(path: Path, format_: TableFormat | None, input_: Path, *, force: bool) -> Output:
    """Where results go. Raises Refusal where something is there already, or the input."""
    if input_.resolve() in (path.resolve(), *path.resolve().parents):
        raise Refusal(f"-o {path} lies in the input, and would be read as a part of it; name a place outside {input_}")
    try:
        output = output_at(path, format_)
        output.see_that_it_is_free(force=force)
    except (Occupied, ValueError) as error:
        raise Refusal(str(error)) from None
    return output


def written_statuses(given: Sequence[PortfolioStatus]) -> frozenset[Status]:
    """The statuses of the findings that are written."""
    if PortfolioStatus.ALL in given:
        return frozenset(Status)
    return frozenset(Status(one.value) for one in given) or frozenset((Status.VIOLATED, Status.PENDING))


def confirming_engine(engine: PortfolioEngine) -> str:
    """The engine that judges a sample once more. Raises Refusal where there is no second one."""
    other = single_engine()
    if engine is PortfolioEngine.COMPILED and other == "compiled":
        raise Refusal(
            "--cross-check needs a second engine: durable-rules, on which rete runs, is not installed; "
            "leave --engine compiled out, or --cross-check"
        )
    return other


def process_count(asked: int | None, engine: PortfolioEngine, companies: int, batch: int) -> int:
    """How many processes work: never more than there are batches."""
    usual = len(os.sched_getaffinity(0)) if engine is PortfolioEngine.COMPILED else 1
    return max(1, min(asked or usual, -(-companies // batch)))


def begun(parts: Parts, question: Question, *, resume: bool, force: bool) -> None:
    """Begin a run, or go on with one that was asked the same. Raises Refusal."""
    former = parts.asked()
    if former is None or (force and not resume):
        parts.begin(question)
        return
    if not resume:
        raise Refusal(f"{parts.folder} holds a run that was interrupted: --resume goes on with it, --force begins anew")
    different = differences(former, question)
    if different:
        told = "\n".join(f"  {_OPTIONS[name]}: {before} then, {now} now" for name, before, now in different)
        raise Refusal(
            f"--resume: the interrupted run in {parts.folder} was asked something else\n{told}\n"
            "Ask the same, or begin anew with --force"
        )
