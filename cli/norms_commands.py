"""The commands under `hegui norms`, with their options."""

from typing import Annotated

import typer

from ..reports.language import Language
from ..rulesets import DEFAULT
from .choices import Colour, ListFormat
from .completing import norms_beginning
from .norms_diff_command import norms_diff
from .options import (
    ColourOption,
    LanguageOption,
    ListedOption,
    ListFormatOption,
    ReadingOption,
    RulesetArgument,
    RulesetOption,
    WidthOption,
)
from .refusal import Finished
from .settled import SettledCommand

__all__ = ["app"]

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="What the ruleset says, and how good it is.")


@app.command("list", cls=SettledCommand)
def norms_list(
    select: ListedOption = None,
    lang: LanguageOption = Language.ZH,
    format_: ListFormatOption = ListFormat.TEXT,
    ruleset: RulesetOption = DEFAULT,
    width: WidthOption = None,
    color: ColourOption = Colour.AUTO,
) -> None:
    """List the norms, in the order of the text."""
    from .norms import list_norms

    raise Finished(list_norms(ruleset, select or (), format_, lang, width, color))


@app.command("show", cls=SettledCommand)
def norms_show(
    norm: Annotated[
        str,
        typer.Argument(metavar="NORM", help="The id of a norm, such as SP-09-f.", autocompletion=norms_beginning),
    ],
    lang: LanguageOption = Language.ZH,
    ruleset: RulesetOption = DEFAULT,
    reading: ReadingOption = None,
    width: WidthOption = None,
    color: ColourOption = Colour.AUTO,
) -> None:
    """Show a norm: its clause, meaning, conditions, remedy, law and readings."""
    from .norms import show_norm

    raise Finished(show_norm(norm, ruleset, reading or (), lang, width, color))


@app.command("coverage", cls=SettledCommand)
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


@app.command("test", cls=SettledCommand)
def norms_test(
    ruleset: RulesetArgument = DEFAULT,
    select: ListedOption = None,
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


@app.command("lint", cls=SettledCommand)
def norms_lint(ruleset: RulesetArgument = DEFAULT) -> None:
    """Tell what a ruleset lacks though it loads.

    Such as examples, texts in both languages, law, what nothing uses, and conditions that can never hold.

    The exit code is 0 if there is nothing to mend, 1 if there is something, and 2 if the ruleset cannot be used.
    """
    from .norms_quality import lint_norms

    raise Finished(lint_norms(ruleset))


app.command("diff", cls=SettledCommand)(norms_diff)


@app.command("new", cls=SettledCommand)
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
