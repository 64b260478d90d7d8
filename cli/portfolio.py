"""`hegui portfolio`: many companies, a day, a ruleset; out come tables, a summary and an exit code."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ..engine.audit import selected_norms
from ..engine.portfolio.inputs import digest_of, input_files
from ..engine.portfolio.output import Output
from ..engine.portfolio.parts import Parts, write_whole
from ..engine.portfolio.question import Question
from ..engine.portfolio.reading import Source
from ..engine.portfolio.running import run_batches, sample_of
from ..engine.portfolio.work import Job
from ..engine.ruleset import Ruleset
from ..engine.status import Severity, Status
from ..reports.json_texts import dumped
from ..reports.language import Language
from ..reports.portfolio import Result, portfolio_html, portfolio_text
from ..reports.text.telling import Telling
from .audit import moment_of, prefixes
from .choices import Colour, PortfolioEngine, PortfolioStatus, TableFormat
from .exit_codes import ExitCode
from .portfolio_asking import (
    begun,
    confirming_engine,
    free_output,
    process_count,
    written_statuses,
)
from .portfolio_ending import rejected_texts, telling_failures, told_code
from .progress import ProgressLine
from .refusal import Refusal
from .rules import chosen_readings, ruleset_named
from .screen import detail_of, on_screen
from .streams import write_data

__all__ = ["PortfolioRequest", "run_portfolio"]


class PortfolioRequest(NamedTuple):
    """What was asked for on the command line."""

    input: Path
    output: Path
    format: TableFormat | None
    as_of: str | None
    statuses: Sequence[PortfolioStatus]
    select: Sequence[str]
    ignore: Sequence[str]
    fail_on: Severity
    allow_rejected: bool
    batch: int | None
    jobs: int | None
    resume: bool
    force: bool
    engine: PortfolioEngine | None
    master: str | None
    cross_check: bool
    sample: int | None
    ruleset: str
    reading: Sequence[str]
    language: Language
    width: int | None
    colour: Colour
    quiet: bool
    verbose: bool
    redact: bool = False


def run_portfolio(request: PortfolioRequest) -> ExitCode:
    """Judge, write everything under its name at once, then the summary to standard output."""
    detail = detail_of(quiet=request.quiet, verbose=request.verbose)
    from .. import __version__

    engine = request.engine or PortfolioEngine.COLUMNAR
    if request.master is not None and engine is not PortfolioEngine.SPARK:
        raise Refusal("--master is for --engine spark")
    if request.resume and engine is PortfolioEngine.SPARK:
        raise Refusal("--resume is for one machine: on a cluster Spark itself does again what fails")
    if request.sample is not None and not request.cross_check:
        raise Refusal("--sample is for --cross-check")
    output = free_output(request.output, request.format, request.input, force=request.force)
    rules = ruleset_named(request.ruleset, chosen_readings(request.reading))
    select, ignore = prefixes(request.select, "--select"), prefixes(request.ignore, "--ignore")
    selected_norms(rules, select, ignore)
    parts = Parts(output.partial)
    with telling_failures(output, parts):
        files = input_files(request.input)
        source = Source(request.input)
        if not source.last:
            raise Refusal(f"{request.input} holds no company; nothing was written")
        with parts.held():
            former = parts.asked() if request.resume else None
            question = Question.of(
                rules,
                hegui=__version__,
                as_of=str(moment_of(request.as_of)) if request.as_of or former is None else former.as_of,
                statuses=written_statuses(request.statuses),
                select=select,
                ignore=ignore,
                engine=engine,
                confirmed_by=confirming_engine(engine) if request.cross_check else None,
                sample=request.sample or 200 if request.cross_check else 0,
                format_=output.format,
                batch=request.batch or (50_000 if former is None else former.batch),
                input_=str(request.input),
                files=files,
                redact=request.redact,
            )
            begun(parts, question, resume=request.resume, force=request.force)
            job = _job(question, rules)
            progress = ProgressLine(source.last, request.language, quiet=request.quiet)
            try:
                sample = sample_of(source.last, question.sample)
                if engine is PortfolioEngine.SPARK:
                    from .portfolio_on_spark import run_on_spark

                    summary = run_on_spark(request.input, job, parts, question.batch, request.master, sample, progress)
                else:
                    jobs = process_count(request.jobs, engine, source.last, question.batch)
                    summary = run_batches(
                        source,
                        job,
                        parts,
                        size=question.batch,
                        jobs=jobs,
                        sample=sample,
                        progress=progress,
                        ruleset=rules,
                    )
            finally:
                progress.end()
            asked = question.told(digest_of(request.input, files))
            if input_files(request.input) != files:
                raise Refusal(f"{request.input} was changed while it was read; nothing was written. Run it again")
            result = Result(summary, asked, rules.title, rules.norms, rules.readings)
            output.put_together(parts, asked)
            _write_summaries(output, result, request.language)
            rejected = rejected_texts(output.ready)
            output.publish()
    write_data(portfolio_text(result, on_screen(request.language, request.width, request.colour, detail)))
    return told_code(
        summary,
        request.fail_on,
        rejected,
        allow_rejected=request.allow_rejected,
        listed=output.files["rejected.jsonl"],
    )


def _job(question: Question, rules: Ruleset) -> Job:
    return Job(
        ruleset=str(Path(rules.path).absolute()),
        readings=question.readings,
        as_of=question.as_of,
        statuses=tuple(Status(one) for one in question.statuses),
        select=question.select,
        ignore=question.ignore,
        engine=question.engine,
        confirmed_by=question.confirmed_by,
        format=TableFormat(question.format),
        redact=question.redact,
    )


def _write_summaries(output: Output, result: Result, language: Language) -> None:
    asked = {
        **result.asked,
        "companies": {
            "read": result.summary.companies,
            "judged": result.summary.judged,
            "rejected": result.summary.rejected,
            "read_one_by_one": result.summary.odd,
            "cross_checked": result.summary.checked,
            **{f"verdict_{name}": count for name, count in result.summary.verdicts.items()},
        },
        "findings": {status.value: count for status, count in result.summary.statuses.items()},
    }
    texts = {
        "summary.txt": portfolio_text(result, Telling(language)),
        "summary.html": portfolio_html(result, language),
        "run.json": dumped(asked),
    }
    for name, text in texts.items():
        write_whole(output.ready / name, text.encode("utf-8", "backslashreplace"))
