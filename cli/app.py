"""All commands. What one does is imported only when it runs, so that `hegui` starts fast."""

from typing import Annotated

import typer

from ..rulesets import DEFAULT
from . import facts_commands, ledger_commands, norms_commands, waivers_commands
from .audit_command import audit
from .deadlines_command import deadlines
from .diff_command import diff
from .explain_command import explain
from .fix_command import fix
from .gate_command import gate
from .options import RulesetOption
from .portfolio_command import portfolio
from .questions_command import questions
from .refusal import Finished
from .settled import SettledCommand, settle
from .timeline_command import timeline

__all__ = ["app"]

_SETTINGS = {"help_option_names": ["-h", "--help"]}

app = typer.Typer(
    name="hegui",
    help="Which provisions of a Chinese value-added telecom licence a company breaks, what falls due, what is open.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings=_SETTINGS,
)


def _version(asked: bool) -> None:
    if asked:
        from .. import __version__

        typer.echo(f"hegui {__version__}")
        raise typer.Exit


@app.callback()
def _hegui(
    ctx: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version, and end.")
    ] = False,
    no_settings: Annotated[
        bool,
        typer.Option(
            "--no-settings", envvar="HEGUI_NO_SETTINGS", help="Read no hegui.toml and no pyproject.toml, near or above."
        ),
    ] = False,
) -> None:
    if not no_settings:
        settle(ctx)


def doctor(ruleset: RulesetOption = DEFAULT) -> None:
    """Check that everything an audit needs is there and works."""
    from .doctor import examine

    raise Finished(examine(ruleset))


for command in (audit, explain, questions, deadlines, timeline, fix, gate, diff, portfolio):
    app.command(cls=SettledCommand)(command)
app.add_typer(waivers_commands.app, name="waivers")
app.add_typer(ledger_commands.app, name="ledger")
app.add_typer(norms_commands.app, name="norms")
app.add_typer(facts_commands.app, name="facts")
app.command(cls=SettledCommand)(doctor)
