"""The command `hegui audit`, with its options."""

from typing import Annotated

import typer

from ..engine.status import Severity
from ..reports.language import Language
from ..rulesets import DEFAULT
from .choices import Colour, Format
from .options import (
    AsOfOption,
    BaselineOption,
    ColourOption,
    EngineOption,
    FactsArgument,
    FailOnOption,
    FormatOption,
    IgnoreOption,
    KeepFactsOption,
    LanguageOption,
    LedgerOption,
    OutputOption,
    ReadingOption,
    RedactOption,
    RulesetOption,
    SelectOption,
    WaiversOption,
    WidthOption,
)
from .refusal import Finished
from .settings_known import variable

__all__ = ["audit"]


def audit(
    facts: FactsArgument,
    as_of: AsOfOption = None,
    lang: LanguageOption = Language.ZH,
    format_: FormatOption = Format.TEXT,
    output: OutputOption = None,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    waivers: WaiversOption = None,
    baseline: BaselineOption = None,
    fail_on: FailOnOption = Severity.MINOR,
    ruleset: RulesetOption = DEFAULT,
    reading: ReadingOption = None,
    engine: EngineOption = None,
    cross_check: Annotated[
        bool,
        typer.Option(
            "--cross-check/--no-cross-check",
            envvar=variable("cross-check"),
            help="Let the other engine decide as well; no verdict where they differ.",
        ),
    ] = False,
    ledger: LedgerOption = None,
    ledger_keep_facts: KeepFactsOption = False,
    redact: RedactOption = False,
    width: WidthOption = None,
    color: ColourOption = Colour.AUTO,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="The verdict line alone.")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Everything, with all reasons.")] = False,
) -> None:
    """Audit a company's facts.

    The exit code is 0 if nothing is violated or undetermined, 1 on a violation, 3 if something is undetermined and
    nothing violated, and 2 if there is no verdict.
    """
    from .audit import AuditRequest, run_audit
    from .ledger_recording import Recording

    raise Finished(
        run_audit(
            AuditRequest(
                facts=facts,
                as_of=as_of,
                language=lang,
                format=format_,
                output=output or (),
                select=select or (),
                ignore=ignore or (),
                fail_on=fail_on,
                ruleset=ruleset,
                reading=reading or (),
                engine=engine,
                cross_check=cross_check,
                width=width,
                colour=color,
                quiet=quiet,
                verbose=verbose,
                waivers=waivers,
                baseline=baseline,
                ledger=Recording(ledger, ledger_keep_facts),
                redact=redact,
            )
        )
    )
