"""The commands, with their options. What a command does is imported only when it runs, so that `hegui` starts fast."""

from typing import Annotated

import typer

from ..engine.status import Severity
from ..reports.language import Language
from ..rulesets import DEFAULT
from . import facts_commands, norms_commands
from .choices import Colour, Format
from .options import (
    AsOfOption,
    ColourOption,
    EngineOption,
    FactsArgument,
    FailOnOption,
    FormatOption,
    IgnoreOption,
    LanguageOption,
    OutputOption,
    ReadingOption,
    RulesetOption,
    SelectOption,
    WidthOption,
)
from .refusal import Finished

__all__ = ["app"]

_SETTINGS = {"help_option_names": ["-h", "--help"]}

app = typer.Typer(
    name="hegui",
    help="Which provisions of a Chinese value-added telecom licence a company breaks, what falls due, what is open.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings=_SETTINGS,
)


def _version(asked: bool) -> None:
    if asked:
        from .. import __version__

        typer.echo(f"hegui {__version__}")
        raise typer.Exit


@app.callback()
def _hegui(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version, and end.")
    ] = False,
) -> None:
    pass


@app.command()
def audit(
    facts: FactsArgument,
    as_of: AsOfOption = None,
    lang: LanguageOption = Language.ZH,
    format_: FormatOption = Format.TEXT,
    output: OutputOption = None,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    fail_on: FailOnOption = Severity.MINOR,
    ruleset: RulesetOption = DEFAULT,
    reading: ReadingOption = None,
    engine: EngineOption = None,
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
                width=width,
                colour=color,
                quiet=quiet,
                verbose=verbose,
            )
        )
    )


@app.command()
def explain(
    finding: Annotated[
        str,
        typer.Argument(
            metavar="FINDING",
            help="A norm (SP-09-f), a norm and its subject (SP-09-f:a), or the beginning of a fingerprint.",
        ),
    ],
    facts: Annotated[
        str | None,
        typer.Option("--facts", metavar="FACTS", help="The facts; without them the norm itself is explained."),
    ] = None,
    as_of: AsOfOption = None,
    lang: LanguageOption = Language.ZH,
    ruleset: RulesetOption = DEFAULT,
    reading: ReadingOption = None,
    width: WidthOption = None,
    color: ColourOption = Colour.AUTO,
) -> None:
    """Show every step of the reasons for a finding, whatever its status."""
    from .explain import run_explain

    raise Finished(run_explain(finding, facts, as_of, ruleset, reading or (), lang, width, color))


app.add_typer(norms_commands.app, name="norms")
app.add_typer(facts_commands.app, name="facts")


@app.command()
def doctor(ruleset: RulesetOption = DEFAULT) -> None:
    """Check that everything an audit needs is there and works."""
    from .doctor import examine

    raise Finished(examine(ruleset))
