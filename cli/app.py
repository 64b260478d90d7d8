"""The commands, with their options. What a command does is imported only when it runs, so that `hegui` starts fast."""

from typing import Annotated

import typer

from ..engine.status import Severity
from ..reports.language import Language
from ..rulesets import DEFAULT
from . import facts_commands, norms_commands
from .choices import Colour, DeadlineFormat, Format, GateFormat, ListFormat
from .options import (
    AsOfOption,
    BaselineOption,
    ColourOption,
    EngineOption,
    FactsArgument,
    FailOnOption,
    FormatOption,
    IgnoreOption,
    LanguageOption,
    ListFormatOption,
    OutputOption,
    ReadingOption,
    RulesetOption,
    SelectOption,
    WaiversOption,
    WidthOption,
)
from .questions_command import questions
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
    waivers: WaiversOption = None,
    baseline: BaselineOption = None,
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
                waivers=waivers,
                baseline=baseline,
            )
        )
    )


@app.command()
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
            )
        )
    )


@app.command()
def diff(
    before: Annotated[str, typer.Argument(metavar="A", help="A report by audit --format json, or a file of facts.")],
    after: Annotated[str, typer.Argument(metavar="B", help="A later one of the same kind; - reads standard input.")],
    as_of: AsOfOption = None,
    lang: LanguageOption = Language.ZH,
    format_: ListFormatOption = ListFormat.TEXT,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    ruleset: Annotated[
        str | None, typer.Option("--ruleset", metavar="NAME|PATH", help="A ruleset by its name, or its folder.")
    ] = None,
    reading: ReadingOption = None,
    width: WidthOption = None,
    color: ColourOption = Colour.AUTO,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="The verdict line alone.")] = False,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="What came or went and is met or does not apply, too.")
    ] = False,
) -> None:
    """Compare two reports, or the audits of two files of facts: what became violated, pending, undetermined, met.

    The exit code is 1 if something changed for the worse, 0 if nothing did, and 2 if they cannot be compared.
    """
    from .diff import DiffRequest, run_diff

    raise Finished(
        run_diff(
            DiffRequest(
                before=before,
                after=after,
                as_of=as_of,
                select=select or (),
                ignore=ignore or (),
                ruleset=ruleset,
                reading=reading or (),
                format=format_,
                language=lang,
                width=width,
                colour=color,
                quiet=quiet,
                verbose=verbose,
            )
        )
    )


waivers_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Recorded decisions to accept findings.")
app.add_typer(waivers_app, name="waivers")


@waivers_app.command("check")
def waivers_check(
    waivers: Annotated[str, typer.Argument(metavar="WAIVERS", help="The waivers, in YAML or JSON.")],
    facts: FactsArgument,
    as_of: AsOfOption = None,
    lang: LanguageOption = Language.ZH,
    format_: ListFormatOption = ListFormat.TEXT,
    ruleset: RulesetOption = DEFAULT,
    reading: ReadingOption = None,
    width: WidthOption = None,
    color: ColourOption = Colour.AUTO,
) -> None:
    """List waivers with their state.

    The exit code is 1 if one is expired, not yet valid or orphaned (there is no such finding), else 0.
    """
    from .waivers import check_waivers

    raise Finished(check_waivers(waivers, facts, as_of, ruleset, reading or (), format_, lang, width, color))


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


@app.command()
def deadlines(
    facts: FactsArgument,
    within: Annotated[
        int | None,
        typer.Option(
            "--within", min=0, metavar="DAYS", help="Only what falls due in so many days, and what is overdue."
        ),
    ] = None,
    format_: Annotated[
        DeadlineFormat, typer.Option("--format", help="A table, JSON for programs, or a calendar (iCalendar).")
    ] = DeadlineFormat.TEXT,
    as_of: AsOfOption = None,
    lang: LanguageOption = Language.ZH,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    ruleset: RulesetOption = DEFAULT,
    reading: ReadingOption = None,
    engine: EngineOption = "rete",
    width: WidthOption = None,
    color: ColourOption = Colour.AUTO,
) -> None:
    """Show what falls due when: days left, the strict date, and the clause. The exit code is 0 whatever falls due."""
    from .deadlines import DeadlinesRequest, show_deadlines

    raise Finished(
        show_deadlines(
            DeadlinesRequest(
                facts=facts,
                within=within,
                format=format_,
                as_of=as_of,
                language=lang,
                select=select or (),
                ignore=ignore or (),
                ruleset=ruleset,
                reading=reading or (),
                engine=engine,
                width=width,
                colour=color,
            )
        )
    )


app.command()(questions)
app.add_typer(norms_commands.app, name="norms")
app.add_typer(facts_commands.app, name="facts")


@app.command()
def doctor(ruleset: RulesetOption = DEFAULT) -> None:
    """Check that everything an audit needs is there and works."""
    from .doctor import examine

    raise Finished(examine(ruleset))
