"""The command `hegui portfolio`, with its options."""

from pathlib import Path
from typing import Annotated

import typer

from ..engine.status import Severity
from ..reports.language import Language
from ..rulesets import DEFAULT
from .choices import Colour, PortfolioEngine, PortfolioStatus, TableFormat
from .options import (
    AsOfOption,
    ColourOption,
    FailOnOption,
    IgnoreOption,
    LanguageOption,
    ReadingOption,
    RedactOption,
    RulesetOption,
    SelectOption,
    WidthOption,
)
from .refusal import Finished
from .settings_known import variable

__all__ = ["portfolio"]


def portfolio(
    input_: Annotated[
        Path,
        typer.Argument(
            metavar="INPUT", help="Documents of companies: a file of Parquet or of JSON lines, or a folder of Parquet."
        ),
    ],
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="OUT",
            help="A new folder for all results; or a file in .parquet, .csv or .jsonl, the others beside it.",
        ),
    ],
    format_: Annotated[
        TableFormat | None,
        typer.Option("--format", help="How findings and counts are written. Parquet, or what OUT ends in."),
    ] = None,
    as_of: AsOfOption = None,
    status: Annotated[
        list[PortfolioStatus] | None,
        typer.Option("--status", help="The findings to write: violated and pending, unless said. Can be repeated."),
    ] = None,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    fail_on: FailOnOption = Severity.MINOR,
    allow_rejected: Annotated[
        bool,
        typer.Option(
            "--allow-rejected", help="Let documents that cannot be used be no reason for exit code 2; all are listed."
        ),
    ] = False,
    batch: Annotated[
        int | None,
        typer.Option(
            "--batch",
            min=1,
            metavar="COMPANIES",
            help="So many companies are read and judged at a time. 50000 unless said.",
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs", min=1, metavar="N", help="Processes. One for columnar, one a core for compiled, unless said."
        ),
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with a run that was interrupted, where the question is the same.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Replace results that are there already, or an interrupted run.")
    ] = False,
    engine: Annotated[
        PortfolioEngine | None,
        typer.Option("--engine", help="What judges: columns, company by company, or columns on a cluster."),
    ] = None,
    master: Annotated[
        str | None,
        typer.Option("--master", metavar="MASTER", help="The cluster for --engine spark; local[*] unless said."),
    ] = None,
    cross_check: Annotated[
        bool,
        typer.Option(
            "--cross-check/--no-cross-check",
            envvar=variable("cross-check"),
            help="Judge a sample with another engine as well, and write nothing where the two differ.",
        ),
    ] = False,
    sample: Annotated[
        int | None,
        typer.Option("--sample", min=1, metavar="COMPANIES", help="How many --cross-check takes. 200 unless said."),
    ] = None,
    ruleset: RulesetOption = DEFAULT,
    reading: ReadingOption = None,
    redact: RedactOption = False,
    lang: LanguageOption = Language.ZH,
    width: WidthOption = None,
    color: ColourOption = Colour.AUTO,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Only the verdict, and no progress.")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="All norms and months in the summary.")] = False,
) -> None:
    """Judge many companies at once: findings, counts a company, what was rejected, and a summary."""
    from .portfolio import PortfolioRequest, run_portfolio

    raise Finished(
        run_portfolio(
            PortfolioRequest(
                input=input_,
                output=output,
                format=format_,
                as_of=as_of,
                statuses=status or (),
                select=select or (),
                ignore=ignore or (),
                fail_on=fail_on,
                allow_rejected=allow_rejected,
                batch=batch,
                jobs=jobs,
                resume=resume,
                force=force,
                engine=engine,
                master=master,
                cross_check=cross_check,
                sample=sample,
                ruleset=ruleset,
                reading=reading or (),
                language=lang,
                width=width,
                colour=color,
                quiet=quiet,
                verbose=verbose,
                redact=redact,
            )
        )
    )
