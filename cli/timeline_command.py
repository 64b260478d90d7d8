"""The command `timeline`, with its options."""

from typing import Annotated

import typer

from ..reports.language import Language
from ..rulesets import DEFAULT
from .choices import Colour, ListFormat
from .options import (
    ColourOption,
    FactsArgument,
    IgnoreOption,
    LanguageOption,
    ListFormatOption,
    ReadingOption,
    RedactOption,
    RulesetOption,
    SelectOption,
    WidthOption,
)
from .refusal import Finished

__all__ = ["timeline"]


def timeline(
    facts: FactsArgument,
    first: Annotated[
        str | None,
        typer.Option("--from", metavar="DAY", help="The first day. A year before --as-of, unless given."),
    ] = None,
    last: Annotated[
        str | None,
        typer.Option("--to", metavar="DAY", help="The last day, 20 years later at most. A year after --as-of."),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="DAY",
            help="The day, in Asia/Shanghai, after which it is told what changes by itself. Today, unless given.",
        ),
    ] = None,
    lang: LanguageOption = Language.ZH,
    format_: ListFormatOption = ListFormat.TEXT,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    ruleset: RulesetOption = DEFAULT,
    reading: ReadingOption = None,
    redact: RedactOption = False,
    width: WidthOption = None,
    color: ColourOption = Colour.AUTO,
    verbose: Annotated[
        bool,
        typer.Option("-v", "--verbose", help="Norms that are always met, too, and all that changes by itself later."),
    ] = False,
) -> None:
    """Show when each norm is broken, cured, unknown, and the next day on which something changes by itself.

    Each day is judged as a whole: what lies in it has happened, what is due in it is not late. Days after --as-of are
    as they will be if what is stated to happen later does, and nothing else. The exit code is 0 whatever is shown.
    """
    from .timeline import TimelineRequest, show_timeline

    raise Finished(
        show_timeline(
            TimelineRequest(
                facts=facts,
                first=first,
                last=last,
                as_of=as_of,
                format=format_,
                select=select or (),
                ignore=ignore or (),
                ruleset=ruleset,
                reading=reading or (),
                language=lang,
                width=width,
                colour=color,
                verbose=verbose,
                redact=redact,
            )
        )
    )
