"""Lays settings on a command: flags go before the environment, the environment before the file. It tells of them."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import typer
from typer.core import TyperCommand

from .refusal import Refusal
from .settings import Settings, nearest_settings
from .settings_known import LIMITS, SETTINGS, variable
from .streams import write_note

__all__ = ["SettledCommand", "from_settings", "limits_put_back", "settle"]

_FROM_FILE: Final = "DEFAULT_MAP"
_FROM_ENVIRONMENT: Final = "ENVIRONMENT"


class SettledCommand(TyperCommand):
    """A command that says which settings it took before it does anything."""

    def invoke(self, ctx: Any) -> Any:
        """Refuse a settings file that cannot be used; tell what was taken from one, or from the environment."""
        found = ctx.find_root().obj
        if isinstance(found, Refusal):
            raise found
        _tell(self, ctx, found)
        return super().invoke(ctx)


def settle(ctx: typer.Context) -> None:
    """Give what the nearest settings file says to the command that is about to be read from the line.

    A file that cannot be used is no reason to show no help: the command itself refuses it.
    """
    try:
        found = nearest_settings(Path.cwd())
    except Refusal as error:
        ctx.obj = error
        return
    except OSError:  # the working directory is gone
        return
    if found is None:
        return
    ctx.obj = found
    ctx.default_map = _defaults(ctx.command, found)
    limits = [name for name in LIMITS if name in found.values and not os.environ.get(variable(name))]
    for name in limits:
        os.environ[variable(name)] = str(found.values[name])
    ctx.meta["limits"] = limits
    if "most-seconds" in limits:
        from .time_limit import begin_anew

        begin_anew()


@contextmanager
def limits_put_back() -> Iterator[None]:
    """Leave the environment's limits as they were: what a file sets holds for one run of the command."""
    names = [variable(name) for name in LIMITS]
    before = {name: os.environ[name] for name in names if name in os.environ}
    try:
        yield
    finally:
        for name in names:
            os.environ.pop(name, None)
        os.environ.update(before)


def from_settings(ctx: typer.Context, name: str) -> bool:
    """Whether a parameter of a command has its value from a file or the environment, and not from the line."""
    source = ctx.get_parameter_source(name)
    return source is not None and source.name in (_FROM_FILE, _FROM_ENVIRONMENT)


def _defaults(command: Any, settings: Settings) -> dict[str, Any]:
    """For each command the values of its parameters, as the parser of the line takes them: by group, then command."""
    inner = getattr(command, "commands", None)
    if inner is not None:
        return {name: _defaults(one, settings) for name, one in inner.items()}
    given = {variable(name): value for name, value in settings.values.items()}
    return {one.name: given[one.envvar] for one in command.params if getattr(one, "envvar", None) in given}


def _tell(command: Any, ctx: Any, settings: Settings | None) -> None:
    """Every setting that was taken with -v, and without it those that have a say in the verdict."""
    everything = bool(ctx.params.get("verbose"))
    names = {variable(name): name for name in SETTINGS}
    for one in command.params:
        name = names.get(getattr(one, "envvar", None) or "")
        if name is None or not (everything or SETTINGS[name].decides):
            continue
        source = getattr(ctx.get_parameter_source(one.name), "name", "")
        if source == _FROM_FILE and settings is not None:
            write_note(f"hegui: {settings.place(name)}: {name} = {_told(settings.values[name])}")
        elif source == _FROM_ENVIRONMENT:
            write_note(f"hegui: {one.envvar} in the environment: {name} = {_told(os.environ[one.envvar])}")
    if everything and settings is not None:
        for name in ctx.find_root().meta.get("limits", ()):
            write_note(f"hegui: {settings.place(name)}: {name} = {settings.values[name]}")


def _told(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    text = ", ".join(value) if isinstance(value, list) else str(value)
    return "".join(one if one.isprintable() else "?" for one in text)
