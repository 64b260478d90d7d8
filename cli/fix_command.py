"""The command `hegui fix`, with its options."""

from typing import Annotated

import typer

from ..reports.language import Language
from ..rulesets import DEFAULT
from .choices import Colour, ListFormat
from .options import (
    AsOfOption,
    ColourOption,
    FactsArgument,
    IgnoreOption,
    LanguageOption,
    ListFormatOption,
    ReadingOption,
    RulesetOption,
    SelectOption,
    WidthOption,
)
from .refusal import Finished

__all__ = ["fix"]


def fix(
    facts: FactsArgument,
    as_of: AsOfOption = None,
    lang: LanguageOption = Language.ZH,
    format_: ListFormatOption = ListFormat.TEXT,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    ruleset: RulesetOption = DEFAULT,
    reading: ReadingOption = None,
    width: WidthOption = None,
    color: ColourOption = Colour.AUTO,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="The first line alone.")] = False,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="With clauses, records to have at hand, and every act.")
    ] = False,
) -> None:
    """Show for each violation the fewest acts that clear it from that day on, and what can only be reported.

    Nothing is written into the facts. The exit code is 0 if something clears every violation, or there is none, 1 if
    nothing clears one of them, and 2 if there is no answer.
    """
    from .fix import FixRequest, run_fix

    raise Finished(
        run_fix(
            FixRequest(
                facts=facts,
                as_of=as_of,
                language=lang,
                format=format_,
                select=select or (),
                ignore=ignore or (),
                ruleset=ruleset,
                reading=reading or (),
                width=width,
                colour=color,
                quiet=quiet,
                verbose=verbose,
            )
        )
    )
