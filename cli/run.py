"""Runs the command: arguments in, exit code out, every failure in words."""

import gc
from collections.abc import Sequence
from typing import Final

from .exit_codes import ExitCode
from .refusal import Finished
from .settled import limits_put_back
from .streams import prepare_streams, write_note
from .time_limit import TooLong, time_limit

__all__ = ["run"]

_INTERRUPTED: Final = 130


def run(arguments: Sequence[str] | None) -> ExitCode:
    """The exit code of the command with these arguments."""
    prepare_streams()
    if arguments is None:
        # A process of its own, and a short one: looking for garbage would take a tenth of its time and find hardly any.
        gc.set_threshold(200_000, 50, 50)
    with limits_put_back():
        return _ended(arguments)


def _ended(arguments: Sequence[str] | None) -> ExitCode:
    try:
        from .app import app

        with time_limit():
            app(args=None if arguments is None else list(arguments), prog_name="hegui")
    except Finished as end:
        return end.code
    except SystemExit as end:
        # From typer itself: help and version end with 0, an interruption with 130, and bad usage, of which it has told,
        # with something else.
        if end.code == _INTERRUPTED:
            write_note("hegui: interrupted; no verdict is given")
        return ExitCode.CLEAN if not end.code else ExitCode.UNUSABLE
    except (Exception, KeyboardInterrupt, TooLong) as error:
        from .failures import told

        write_note(told(error))
        return ExitCode.UNUSABLE
    return ExitCode.CLEAN
