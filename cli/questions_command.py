"""The command `hegui questions`, with its options."""

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

__all__ = ["questions"]


def questions(
    facts: FactsArgument,
    top: Annotated[
        int | None,
        typer.Option("--top", min=1, metavar="N", help="So many questions: 20 unless given; all with --interactive."),
    ] = None,
    interactive: Annotated[
        bool,
        typer.Option("--interactive", help="Ask in the terminal, and write the answers into the file of facts."),
    ] = False,
    format_: ListFormatOption = ListFormat.TEXT,
    as_of: AsOfOption = None,
    lang: LanguageOption = Language.ZH,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    ruleset: RulesetOption = DEFAULT,
    reading: ReadingOption = None,
    width: WidthOption = None,
    color: ColourOption = Colour.AUTO,
) -> None:
    """List the facts that would decide most of what is undetermined.

    With how many norms each settles surely (whatever the answer) and possibly. The exit code is 0 whatever is open.
    """
    from .questions import QuestionsRequest, run_questions

    raise Finished(
        run_questions(
            QuestionsRequest(
                facts=facts,
                top=top,
                interactive=interactive,
                format=format_,
                as_of=as_of,
                language=lang,
                select=select or (),
                ignore=ignore or (),
                ruleset=ruleset,
                reading=reading or (),
                width=width,
                colour=color,
            )
        )
    )
