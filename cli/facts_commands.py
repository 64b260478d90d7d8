"""The commands under `hegui facts`, with their options."""

from typing import Annotated

import typer

from ..reports.language import Language
from ..rulesets import DEFAULT
from .choices import Colour
from .options import ColourOption, ForceOption, LanguageOption, RulesetOption, WidthOption
from .refusal import Finished

__all__ = ["app"]

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Documents of facts: made, checked, imported.")

_FileOption = Annotated[
    str | None, typer.Option("--output", metavar="PATH", help="Write to a new file instead of standard output.")
]


@app.command("new")
def facts_new(output: _FileOption = None, force: ForceOption = False) -> None:
    """Write a commented template of a company's facts."""
    from .facts import new_facts

    raise Finished(new_facts(output, force=force))


@app.command("validate")
def facts_validate(
    facts: Annotated[list[str], typer.Argument(metavar="FACTS", help="Files of facts; - reads standard input.")],
) -> None:
    """Check files of facts: every mistake at once, each with file, line and column."""
    from .facts import validate_facts

    raise Finished(validate_facts(facts))


@app.command("schema")
def facts_schema(output: _FileOption = None, force: ForceOption = False) -> None:
    """Write the JSON Schema of facts, with which an editor completes and checks them."""
    from .facts import schema_of_facts

    raise Finished(schema_of_facts(output, force=force))


@app.command("import")
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
