"""The command `hegui`: it reads what was asked, calls the other parts, and writes what they give."""

from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with the given arguments, or those of the process, and return its exit code (see exit_codes)."""
    from .run import run

    return int(run(arguments))
