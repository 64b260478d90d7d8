"""The command `hegui gate`, with its options."""

from typing import Annotated

import typer

from ..engine.status import Severity
from ..reports.language import Language
from ..rulesets import DEFAULT
from .choices import Colour, GateFormat
from .options import (
    ColourOption,
    FailOnOption,
    KeepFactsOption,
    LanguageOption,
    LedgerOption,
    ReadingOption,
    RedactOption,
    RulesetOption,
    WaiversOption,
    WidthOption,
)
from .refusal import Finished

__all__ = ["gate"]


def gate(
    launch: Annotated[
        str, typer.Argument(metavar="LAUNCH", help="What is about to change and when, in YAML or JSON; - reads stdin.")
    ],
    facts: Annotated[str, typer.Option("--facts", metavar="FACTS", help="The company's facts, in YAML or JSON.")],
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DAY", help="A day from the launch on. The launch's, unless given.")
    ] = None,
    allow_past: Annotated[bool, typer.Option("--allow-past", help="Judge a launch of the past all the same.")] = False,
    lang: LanguageOption = Language.ZH,
    format_: Annotated[
        GateFormat,
        typer.Option("--format", help="Ten lines of text, JSON, or annotations and a summary for a GitHub workflow."),
    ] = GateFormat.TEXT,
    waivers: WaiversOption = None,
    lenient: Annotated[
        bool, typer.Option("--lenient", help="Let pass what is undetermined without the launch, too.")
    ] = False,
    fail_on: FailOnOption = Severity.MINOR,
    ruleset: RulesetOption = DEFAULT,
    reading: ReadingOption = None,
    ledger: LedgerOption = None,
    ledger_keep_facts: KeepFactsOption = False,
    redact: RedactOption = False,
    width: WidthOption = None,
    color: ColourOption = Colour.AUTO,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="The verdict line alone.")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Each finding in full as well.")] = False,
) -> None:
    """Judge a launch before it happens: what it breaks, what it leaves undetermined, which duties it starts.

    The exit code is 1 if the launch breaks a norm or breaks it more gravely, 3 if it does not and a norm that a launch
    can break is undetermined, 0 if neither, and 2 if there is no verdict.
    """
    from .gate import GateRequest, run_gate
    from .ledger_recording import Recording

    raise Finished(
        run_gate(
            GateRequest(
                launch=launch,
                facts=facts,
                as_of=as_of,
                allow_past=allow_past,
                waivers=waivers,
                lenient=lenient,
                format=format_,
                fail_on=fail_on,
                ruleset=ruleset,
                reading=reading or (),
                language=lang,
                width=width,
                colour=color,
                quiet=quiet,
                verbose=verbose,
                ledger=Recording(ledger, ledger_keep_facts),
                redact=redact,
            )
        )
    )
