"""The commands under `hegui ledger`, with their options."""

from typing import Annotated

import typer

from ..reports.language import Language
from .choices import Colour, ListFormat
from .completing import rulesets_beginning
from .options import ColourOption, LanguageOption, ListFormatOption, RedactOption, WidthOption
from .refusal import Finished
from .settled import SettledCommand

__all__ = ["app"]

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="The verdicts that `--ledger` recorded, each chained to the one before.",
)

_Ledger = Annotated[str, typer.Argument(metavar="LEDGER", help="The file that `--ledger` wrote.")]


@app.command("list", cls=SettledCommand)
def ledger_list(
    ledger: _Ledger,
    last: Annotated[int | None, typer.Option("--last", min=1, metavar="N", help="Only the last N entries.")] = None,
    lang: LanguageOption = Language.ZH,
    format_: ListFormatOption = ListFormat.TEXT,
    width: WidthOption = None,
    color: ColourOption = Colour.AUTO,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="All that an entry says, digests included.")] = False,
) -> None:
    """List the entries of a ledger, as they stand there; nothing is checked."""
    from .ledger import list_entries

    raise Finished(list_entries(ledger, last, format_, lang, width, color, verbose=verbose))


@app.command("verify", cls=SettledCommand)
def ledger_verify(
    ledger: _Ledger,
    head: Annotated[
        list[str] | None,
        typer.Option(
            "--head",
            metavar="HASH",
            help="A hash noted elsewhere, which an entry must have. Can be repeated.",
        ),
    ] = None,
    lang: LanguageOption = Language.ZH,
    format_: ListFormatOption = ListFormat.TEXT,
    width: WidthOption = None,
    color: ColourOption = Colour.AUTO,
) -> None:
    """Find every entry that was changed, removed, moved or added afterwards.

    The exit code is 0 if the ledger is whole, 1 if it is not, and 2 if the file is no ledger or cannot be read.
    """
    from .ledger import verify_ledger

    raise Finished(verify_ledger(ledger, head or (), format_, lang, width, color))


@app.command("replay", cls=SettledCommand)
def ledger_replay(
    ledger: _Ledger,
    entry: Annotated[int | None, typer.Option("--entry", min=1, metavar="N", help="Only this entry.")] = None,
    ruleset: Annotated[
        str | None,
        typer.Option(
            "--ruleset",
            metavar="NAME|PATH",
            help="The ruleset to decide by. The one that the entry names, unless given.",
            autocompletion=rulesets_beginning,
        ),
    ] = None,
    lang: LanguageOption = Language.ZH,
    format_: ListFormatOption = ListFormat.TEXT,
    redact: RedactOption = False,
    width: WidthOption = None,
    color: ColourOption = Colour.AUTO,
) -> None:
    """Decide again the entries whose facts were kept, as of their day and with their readings.

    The exit code is 0 if the findings are the same to the byte, 1 if something differs or cannot be decided again, and
    2 if there is nothing to replay, or the ledger is not whole.
    """
    from .ledger_replay import replay_ledger

    raise Finished(replay_ledger(ledger, entry, ruleset, format_, lang, width, color, redact=redact))


@app.command("export", cls=SettledCommand)
def ledger_export(ledger: _Ledger) -> None:
    """Write the head of a ledger as JSON, to be kept where nobody who writes the ledger can change it.

    It holds the number of entries, the hash of the last, and its time. The exit code is 2 if the ledger is not whole.
    """
    from .ledger import export_head

    raise Finished(export_head(ledger))
