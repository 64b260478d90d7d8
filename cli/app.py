"""The commands, with their options. What a command does is imported only when it runs, so that `hegui` starts fast."""

from typing import Annotated

import typer

from ..engine.status import Severity
from ..reports.language import Language
from ..rulesets import DEFAULT
from .choices import Colour, Format, ListFormat
from .options import (
    AsOfOption,
    ColourOption,
    EngineOption,
    FactsArgument,
    FailOnOption,
    ForceOption,
    FormatOption,
    IgnoreOption,
    LanguageOption,
    ListFormatOption,
    OutputOption,
    ReadingOption,
    RulesetArgument,
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


norms_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="What the ruleset says.")
app.add_typer(norms_app, name="norms")


@norms_app.command("list")
def norms_list(
    select: SelectOption = None,
    lang: LanguageOption = Language.ZH,
    format_: ListFormatOption = ListFormat.TEXT,
    ruleset: RulesetOption = DEFAULT,
    width: WidthOption = None,
    color: ColourOption = Colour.AUTO,
) -> None:
    """List the norms, in the order of the text."""
    from .norms import list_norms

    raise Finished(list_norms(ruleset, select or (), format_, lang, width, color))


@norms_app.command("show")
def norms_show(
    norm: Annotated[str, typer.Argument(metavar="NORM", help="The id of a norm, such as SP-09-f.")],
    lang: LanguageOption = Language.ZH,
    ruleset: RulesetOption = DEFAULT,
    reading: ReadingOption = None,
    width: WidthOption = None,
    color: ColourOption = Colour.AUTO,
) -> None:
    """Show a norm: its clause, meaning, conditions, remedy, law and readings."""
    from .norms import show_norm

    raise Finished(show_norm(norm, ruleset, reading or (), lang, width, color))


@norms_app.command("coverage")
def norms_coverage(
    ruleset: RulesetArgument = DEFAULT,
    lang: LanguageOption = Language.ZH,
    format_: ListFormatOption = ListFormat.TEXT,
    width: WidthOption = None,
    color: ColourOption = Colour.AUTO,
) -> None:
    """Prove that the norms cover the whole text.

    Shows the text in its segments with the norms beside them, then what each line of the licence's file is.

    The exit code is 0 if the text is covered, else 2.
    """
    from .norms_coverage import show_coverage

    raise Finished(show_coverage(ruleset, format_, lang, width, color))


@norms_app.command("test")
def norms_test(
    ruleset: RulesetArgument = DEFAULT,
    select: SelectOption = None,
    mutation: Annotated[
        bool,
        typer.Option("--mutation", help="Change each condition a little, and see that some example notices."),
    ] = False,
    color: ColourOption = Colour.AUTO,
) -> None:
    """Run the examples of the norms.

    The exit code is 0 if all come out as they say, 1 if one does not, and 2 if the ruleset cannot be used. With
    --mutation it is 1 too if the examples notice less than 80 % of a norm's mutants, or 95 % of all.
    """
    from .norms_quality import test_norms

    raise Finished(test_norms(ruleset, select or (), color, mutation=mutation))


@norms_app.command("lint")
def norms_lint(ruleset: RulesetArgument = DEFAULT) -> None:
    """Tell what a ruleset lacks though it loads.

    Such as examples, texts in both languages, law, what nothing uses, and conditions that can never hold.

    The exit code is 0 if there is nothing to mend, 1 if there is something, and 2 if the ruleset cannot be used.
    """
    from .norms_quality import lint_norms

    raise Finished(lint_norms(ruleset))


@norms_app.command("new")
def norms_new(
    norm: Annotated[str, typer.Argument(metavar="ID", help="The id of the new norm, such as SP-09-g.")],
    ruleset: Annotated[
        str,
        typer.Argument(metavar="RULESET", help="A ruleset's folder; where it is not there yet, a new ruleset is made."),
    ] = DEFAULT,
    clause: Annotated[
        str | None,
        typer.Option("--clause", metavar="CLAUSE", help="The clause; the one of the norms called alike, unless given."),
    ] = None,
) -> None:
    """Begin a norm, or a new ruleset.

    What is written loads, and its examples pass; `hegui norms lint` then names what is still to be written.
    """
    from .norms_new import begin_norm

    raise Finished(begin_norm(norm, ruleset, clause))


facts_app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Documents of facts: made, checked, imported."
)
app.add_typer(facts_app, name="facts")

_FileOption = Annotated[
    str | None, typer.Option("--output", metavar="PATH", help="Write to a new file instead of standard output.")
]


@facts_app.command("new")
def facts_new(output: _FileOption = None, force: ForceOption = False) -> None:
    """Write a commented template of a company's facts."""
    from .facts import new_facts

    raise Finished(new_facts(output, force=force))


@facts_app.command("validate")
def facts_validate(
    facts: Annotated[list[str], typer.Argument(metavar="FACTS...", help="Files of facts; - reads standard input.")],
) -> None:
    """Check files of facts: every mistake at once, each with file, line and column."""
    from .facts import validate_facts

    raise Finished(validate_facts(facts))


@facts_app.command("schema")
def facts_schema(output: _FileOption = None, force: ForceOption = False) -> None:
    """Write the JSON Schema of facts, with which an editor completes and checks them."""
    from .facts import schema_of_facts

    raise Finished(schema_of_facts(output, force=force))


@facts_app.command("import")
def facts_import(
    licence: Annotated[
        str, typer.Argument(metavar="LICENCE.txt", help="The text of a licence; - reads standard input.")
    ],
    output: Annotated[
        str | None,
        typer.Option(
            "--output", metavar="PATH", help="Write the facts to a new file; - writes them to standard output."
        ),
    ] = None,
    force: ForceOption = False,
    ruleset: RulesetOption = DEFAULT,
    lang: LanguageOption = Language.ZH,
    width: WidthOption = None,
    color: ColourOption = Colour.AUTO,
) -> None:
    """Read a licence's own text: its face as facts, its clauses held against the ruleset's wording."""
    from .facts_import import import_licence

    raise Finished(import_licence(licence, output, ruleset, lang, width, color, force=force))


@app.command()
def doctor(ruleset: RulesetOption = DEFAULT) -> None:
    """Check that everything an audit needs is there and works."""
    from .doctor import examine

    raise Finished(examine(ruleset))
