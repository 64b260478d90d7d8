"""The command `hegui deadlines`, with its options."""

from typing import Annotated

import typer

from ..reports.language import Language
from ..rulesets import DEFAULT
from .choices import Colour, DeadlineFormat
from .options import (
    AsOfOption,
    ColourOption,
    EngineOption,
    FactsArgument,
    IgnoreOption,
    LanguageOption,
    ReadingOption,
    RedactOption,
    RulesetOption,
    SelectOption,
    WidthOption,
)
from .refusal import Finished

__all__ = ["deadlines"]


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
    engine: EngineOption = None,
    redact: RedactOption = False,
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
                redact=redact,
            )
        )
    )
