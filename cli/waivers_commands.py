"""The commands under `hegui waivers`, with their options."""

from typing import Annotated

import typer

from ..reports.language import Language
from ..rulesets import DEFAULT
from .choices import Colour, ListFormat
from .options import (
    AsOfOption,
    ColourOption,
    FactsArgument,
    LanguageOption,
    ListFormatOption,
    ReadingOption,
    RulesetOption,
    WidthOption,
)
from .refusal import Finished
from .settled import SettledCommand

__all__ = ["app"]

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Recorded decisions to accept findings.")


@app.command("check", cls=SettledCommand)
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
