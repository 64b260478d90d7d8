"""The options and arguments that commands share."""

from typing import Annotated, Any

import typer

from ..engine.status import Severity
from ..reports.language import Language
from .choices import Colour, Format, ListFormat
from .completing import engines_beginning, norms_beginning, rulesets_beginning
from .settings_known import variable

__all__ = [
    "AsOfOption",
    "BaselineOption",
    "ColourOption",
    "EngineOption",
    "FactsArgument",
    "FailOnOption",
    "ForceOption",
    "FormatOption",
    "IgnoreOption",
    "KeepFactsOption",
    "LanguageOption",
    "LedgerOption",
    "ListFormatOption",
    "ListedOption",
    "OutputOption",
    "ReadingOption",
    "RedactOption",
    "RulesetArgument",
    "RulesetOption",
    "SelectOption",
    "WaiversOption",
    "WidthOption",
]

FactsArgument = Annotated[
    str, typer.Argument(metavar="FACTS", help="The company's facts, in YAML or JSON; - reads standard input.")
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DAY",
        help="The day (2018-06-01) or minute (2018-06-01T14:30) of the audit, in Asia/Shanghai. Now, unless given.",
    ),
]
LanguageOption = Annotated[
    Language,
    typer.Option("--lang", envvar=variable("lang"), help="Language; the clause is always quoted in Chinese."),
]
FormatOption = Annotated[
    Format,
    typer.Option(
        "--format", help="What standard output gets. " + "; ".join(f"{one}: {one.about}" for one in Format) + "."
    ),
]
ListFormatOption = Annotated[ListFormat, typer.Option("--format", help="Text for people, or JSON for programs.")]
OutputOption = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        metavar="FMT=PATH",
        help="Write a report to a file as well, such as json=report.json; the whole file or none. Can be repeated.",
    ),
]


def _select(envvar: str | None) -> Any:
    return typer.Option(
        "--select",
        envvar=envvar,
        metavar="NORM",
        help="Only norms whose id begins so: SP-09, or SP-11-a,SP-12. Can be repeated.",
        autocompletion=norms_beginning,
    )


SelectOption = Annotated[list[str] | None, _select(variable("select"))]
# Settings choose what is audited, not what there is to see and to test.
ListedOption = Annotated[list[str] | None, _select(None)]
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        envvar=variable("ignore"),
        metavar="NORM",
        help="Leave norms out whose id begins so. Can be repeated.",
        autocompletion=norms_beginning,
    ),
]
FailOnOption = Annotated[
    Severity,
    typer.Option("--fail-on", envvar=variable("fail-on"), help="The least severity that makes the exit code 1 or 3."),
]
RulesetOption = Annotated[
    str,
    typer.Option(
        "--ruleset",
        envvar=variable("ruleset"),
        metavar="NAME|PATH",
        help="A ruleset by its name, or its folder.",
        autocompletion=rulesets_beginning,
    ),
]
RulesetArgument = Annotated[
    str,
    typer.Argument(
        envvar=variable("ruleset"),
        metavar="RULESET",
        help="A ruleset's folder, or the name of one that comes along.",
        autocompletion=rulesets_beginning,
    ),
]
ReadingOption = Annotated[
    list[str] | None,
    typer.Option(
        "--reading",
        envvar=variable("reading"),
        metavar="NAME=VALUE",
        help="Read the text otherwise where it can be. Can be repeated.",
    ),
]
RedactOption = Annotated[
    bool,
    typer.Option(
        "--redact/--no-redact",
        envvar=variable("redact"),
        help="Leave the values of facts out; pointers, norms, statuses and due dates stay.",
    ),
]
EngineOption = Annotated[
    str | None,
    typer.Option(
        "--engine",
        envvar=variable("engine"),
        metavar="rete|compiled",
        help="The engine that decides; both give the same. rete, or compiled where durable-rules is not installed.",
        autocompletion=engines_beginning,
    ),
]
WaiversOption = Annotated[
    str | None,
    typer.Option(
        "--waivers",
        envvar=variable("waivers"),
        metavar="WAIVERS",
        help="Recorded decisions to accept findings, in YAML or JSON: these stay in the report and do not gate.",
    ),
]
BaselineOption = Annotated[
    str | None,
    typer.Option(
        "--baseline",
        envvar=variable("baseline"),
        metavar="FORMER.json",
        help="A former report by --format json: only what is new or worse gates.",
    ),
]
LedgerOption = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        envvar=variable("ledger"),
        metavar="LEDGER",
        help="Record the verdict in this file before it is told, made if it is not there; no verdict where that fails.",
    ),
]
KeepFactsOption = Annotated[
    bool,
    typer.Option(
        "--ledger-keep-facts",
        help="Keep the facts and the findings in the ledger as well, for `hegui ledger replay`.",
    ),
]
WidthOption = Annotated[
    int | None,
    typer.Option(
        "--width",
        min=40,
        max=400,
        metavar="COLUMNS",
        help="Width of text. The terminal's or COLUMNS, else 100, unless given.",
    ),
]
ColourOption = Annotated[
    Colour,
    typer.Option("--color", envvar=variable("color"), help="Colour: on a terminal without NO_COLOR, always, or never."),
]
ForceOption = Annotated[bool, typer.Option("--force", help="Replace a file that is there already.")]
