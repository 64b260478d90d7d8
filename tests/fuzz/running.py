"""The real command, run in this process on what may be anything; what must hold of the way it ends."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from hegui.cli import main
from hegui.facts.limits import SECONDS

__all__ = ["SECONDS_AN_INPUT", "BadEnd", "ends_well"]

SECONDS_AN_INPUT = 20
"""Of processor time: an input that takes more has hung the command. It is the command's own limit that says so."""

_VERDICTS = (0, 1, 3)
_REFUSED = 2
_NEVER = ("Traceback", "internal error", "no verdict after")


class BadEnd(AssertionError):
    """A command that ended as none may: what it was, and what it said."""


def ends_well(*arguments: object) -> int:
    """The exit code of a command, which has to be a verdict, or a refusal with a message. Raises BadEnd."""
    words = [str(argument) for argument in arguments]
    with _captured() as (out, err):
        try:
            code = main(words)
        except BaseException as error:
            raise BadEnd(f"hegui {' '.join(words)} raised {type(error).__name__}: {error}") from error
        told, said = _text(out), _text(err)
    bad = next((word for word in _NEVER if word in said), None)
    if bad is None and code == _REFUSED:
        bad = "no message" if not said.strip() else "data all the same" if told and "validate" not in words else None
    elif bad is None and code not in _VERDICTS:
        bad = "an exit code that there is not"
    if bad is not None:
        raise BadEnd(f"hegui {' '.join(words)} ended with {code}, {bad}:\n{said[-2_000:]}")
    return code


@contextmanager
def _captured() -> Iterator[tuple[io.TextIOWrapper, io.TextIOWrapper]]:
    """Streams that take what is written, and the time that an input may take."""
    before, usual = (sys.stdin, sys.stdout, sys.stderr), os.environ.get(SECONDS.setting)
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in before]
    sys.stdin, sys.stdout, sys.stderr = streams
    os.environ[SECONDS.setting] = str(SECONDS_AN_INPUT)
    try:
        yield streams[1], streams[2]
    finally:
        sys.stdin, sys.stdout, sys.stderr = before
        if usual is None:
            del os.environ[SECONDS.setting]
        else:
            os.environ[SECONDS.setting] = usual


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8")
