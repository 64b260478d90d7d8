"""Standard input, read once; standard output and error: their encoding, width and colour, and readers that go away."""

import os
import sys
from typing import Final, TextIO

from .choices import Colour
from .refusal import Refusal

__all__ = ["columns_for", "has_colour", "prepare_streams", "read_stdin_once", "write_data", "write_note"]

_PIPED: Final = 100
"""Columns where nobody says how many there are."""
_LEAST: Final = 40
_MOST: Final = 120
"""A terminal may be wider; a report that is cannot be read."""


def prepare_streams() -> None:
    """UTF-8 whatever the system's encoding is, so that Chinese gets through and no character stops a report."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def read_stdin_once(*paths: str | None) -> None:
    """See that no two of the files are standard input. Raises Refusal."""
    if paths.count("-") > 1:
        others = "the others" if len(paths) > 2 else "the other"
        raise Refusal(f"standard input can be read once: name a file for {others}")


def write_data(text: str) -> None:
    """Write to standard output. That the reader has gone away is no error; that the disk is full is one."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _silence(sys.stdout)
    except OSError as error:
        _silence(sys.stdout)
        raise Refusal(f"standard output cannot be written: {error.strerror or error}") from None


def write_note(text: str) -> None:
    """Write a line to standard error, which holds everything that is not data."""
    try:
        print(text, file=sys.stderr, flush=True)
    except OSError:
        _silence(sys.stderr)


def _silence(stream: TextIO) -> None:
    """Lead a stream into nowhere, so that what is left in it raises nothing when the process ends."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        pass


def columns_for(asked: int | None) -> int:
    """The width of a report: what was asked for, else COLUMNS, else the terminal's, else 100."""
    if asked is not None:
        return asked
    given = os.environ.get("COLUMNS", "")
    if given.isascii() and given.isdigit() and int(given) > 0:
        return min(max(int(given), _LEAST), _MOST)
    try:
        return min(max(os.get_terminal_size(sys.stdout.fileno()).columns, _LEAST), _MOST)
    except (OSError, ValueError):
        return _PIPED


def has_colour(asked: Colour) -> bool:
    """Whether standard output is to be coloured: where it is a terminal, unless NO_COLOR is set to something."""
    if asked is not Colour.AUTO:
        return asked is Colour.ALWAYS
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
