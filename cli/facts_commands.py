"""The commands under `hegui facts`, with their options."""

from typing import Annotated

import typer

from ..reports.language import Language
from ..rulesets import DEFAULT
from .choices import Colour
from .options import ColourOption, ForceOption, LanguageOption, RulesetOption, WidthOption
from .refusal import Finished, Refusal
from .settled import SettledCommand

__all__ = ["app"]

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Documents of facts: made, checked, imported.")

_FileOption = Annotated[
    str | None, typer.Option("--output", metavar="PATH", help="Write to a new file instead of standard output.")
]


@app.command("new", cls=SettledCommand)
def facts_new(
    output: _FileOption = None,
    xlsx: Annotated[
        str | None,
        typer.Option("--xlsx", metavar="FILE.xlsx", help="Write a questionnaire for Excel instead, to this new file."),
    ] = None,
    filled: Annotated[
        str | None,
        typer.Option("--from", metavar="FACTS", help="Fill the questionnaire in with these facts; - reads stdin."),
    ] = None,
    force: ForceOption = False,
    lang: LanguageOption = Language.ZH,
) -> None:
    """Write a commented template of a company's facts, in YAML or as a questionnaire for Excel."""
    from .facts import new_facts, new_questionnaire

    if xlsx is None:
        if filled is not None:
            raise Refusal("--from fills in a questionnaire: name its file, such as --xlsx company.xlsx")
        raise Finished(new_facts(output, force=force))
    if output is not None:
        raise Refusal(
            "--output is for the template in YAML, and --xlsx names the questionnaire's file: give one of both"
        )
    raise Finished(new_questionnaire(xlsx, filled, lang, force=force))


@app.command("validate", cls=SettledCommand)
def facts_validate(
    facts: Annotated[list[str], typer.Argument(metavar="FACTS", help="Files of facts; - reads standard input.")],
) -> None:
    """Check files of facts: every mistake at once, each with file, line and column."""
    from .facts import validate_facts

    raise Finished(validate_facts(facts))


@app.command("schema", cls=SettledCommand)
def facts_schema(output: _FileOption = None, force: ForceOption = False) -> None:
    """Write the JSON Schema of facts, with which an editor completes and checks them."""
    from .facts import schema_of_facts

    raise Finished(schema_of_facts(output, force=force))


@app.command("import", cls=SettledCommand)
def facts_import(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="A filled-in questionnaire (.xlsx), or the text of a licence; - reads standard input.",
        ),
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
    """Read a filled-in questionnaire; or a licence's own text, its face as facts, its clauses against the ruleset's.

    Whatever is wrong in a questionnaire is told at once, by sheet and cell, and then nothing is written.
    """
    from .facts_import import import_facts

    raise Finished(import_facts(file, output, ruleset, lang, width, color, force=force))
