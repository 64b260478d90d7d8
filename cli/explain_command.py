"""The command `hegui explain`, with its options."""

from typing import Annotated

import typer

from ..reports.language import Language
from ..rulesets import DEFAULT
from .choices import Colour
from .completing import norms_beginning
from .options import (
    AsOfOption,
    ColourOption,
    LanguageOption,
    ReadingOption,
    RedactOption,
    RulesetOption,
    WidthOption,
)
from .refusal import Finished

__all__ = ["explain"]


def explain(
    finding: Annotated[
        str,
        typer.Argument(
            metavar="FINDING",
            help="A norm (SP-09-f), a norm and its subject (SP-09-f:a), or the beginning of a fingerprint.",
            autocompletion=norms_beginning,
        ),
    ],
    facts: Annotated[
        str | None,
        typer.Option("--facts", metavar="FACTS", help="The facts; without them the norm itself is explained."),
    ] = None,
    as_of: AsOfOption = None,
    lang: LanguageOption = Language.ZH,
    ruleset: RulesetOption = DEFAULT,
    reading: ReadingOption = None,
    redact: RedactOption = False,
    width: WidthOption = None,
    color: ColourOption = Colour.AUTO,
) -> None:
    """Show every step of the reasons for a finding, whatever its status."""
    from .explain import run_explain

    raise Finished(run_explain(finding, facts, as_of, ruleset, reading or (), lang, width, color, redact=redact))
