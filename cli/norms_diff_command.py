"""The command `hegui norms diff`, with its options."""

from typing import Annotated

import typer

from ..reports.language import Language
from .choices import Colour, ListFormat
from .completing import rulesets_beginning
from .options import ColourOption, LanguageOption, ListFormatOption, WidthOption
from .refusal import Finished

__all__ = ["norms_diff"]


def norms_diff(
    before: Annotated[
        str,
        typer.Argument(
            metavar="OLD",
            help="The older version: a ruleset's folder, or the name of one that comes along.",
            autocompletion=rulesets_beginning,
        ),
    ],
    after: Annotated[str, typer.Argument(metavar="NEW", help="The newer version.", autocompletion=rulesets_beginning)],
    facts: Annotated[
        list[str] | None,
        typer.Option(
            "--facts",
            metavar="PATH",
            help="A company's facts, or a folder of such files: whose findings change. Can be repeated.",
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="DAY",
            help="The day or minute as of which the companies are decided, in Asia/Shanghai. Now, unless given.",
        ),
    ] = None,
    lang: LanguageOption = Language.ZH,
    format_: ListFormatOption = ListFormat.TEXT,
    width: WidthOption = None,
    color: ColourOption = Colour.AUTO,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="The verdict line alone.")] = False,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="What came or went and is met or does not apply, too.")
    ] = False,
) -> None:
    """Compare two versions of a ruleset by what they mean, and tell whose findings change.

    Conditions are compared as they are parsed: what may change a status is told apart from what only reads otherwise.

    The exit code is 1 if a finding of the companies changes, or without --facts if some finding's status, due date,
    severity or gating may; 0 if not; and 2 if they cannot be compared.
    """
    from .norms_diff import NormsDiffRequest, run_norms_diff

    raise Finished(
        run_norms_diff(
            NormsDiffRequest(
                before=before,
                after=after,
                facts=facts or (),
                as_of=as_of,
                format=format_,
                language=lang,
                width=width,
                colour=color,
                quiet=quiet,
                verbose=verbose,
            )
        )
    )
