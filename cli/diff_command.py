"""The command `hegui diff`, with its options."""

from typing import Annotated

import typer

from ..reports.language import Language
from .choices import Colour, ListFormat
from .completing import rulesets_beginning
from .options import (
    AsOfOption,
    ColourOption,
    IgnoreOption,
    LanguageOption,
    ListFormatOption,
    ReadingOption,
    RedactOption,
    SelectOption,
    WidthOption,
)
from .refusal import Finished
from .settings_known import variable

__all__ = ["diff"]


def diff(
    ctx: typer.Context,
    before: Annotated[str, typer.Argument(metavar="A", help="A report by audit --format json, or a file of facts.")],
    after: Annotated[str, typer.Argument(metavar="B", help="A later one of the same kind; - reads standard input.")],
    as_of: AsOfOption = None,
    lang: LanguageOption = Language.ZH,
    format_: ListFormatOption = ListFormat.TEXT,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    ruleset: Annotated[
        str | None,
        typer.Option(
            "--ruleset",
            envvar=variable("ruleset"),
            metavar="NAME|PATH",
            help="A ruleset by its name, or its folder.",
            autocompletion=rulesets_beginning,
        ),
    ] = None,
    reading: ReadingOption = None,
    redact: RedactOption = False,
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
    from .settled import from_settings

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
                redact=redact,
                settled=frozenset(name for name in ctx.params if from_settings(ctx, name)),
            )
        )
    )
