"""The summary of a GitHub workflow's step, which GitHub shows beside the run."""

import os
from pathlib import Path
from typing import Final

from .refusal import Refusal

__all__ = ["SUMMARY", "append_to_summary", "has_summary"]

SUMMARY: Final = "GITHUB_STEP_SUMMARY"
"""The variable of the environment that names the summary's file."""


def has_summary() -> bool:
    """Whether there is a summary to write to."""
    return bool(os.environ.get(SUMMARY))


def append_to_summary(markdown: str) -> None:
    """Append to the summary, where there is one. Raises Refusal."""
    path = os.environ.get(SUMMARY)
    if not path:
        return
    try:
        with Path(path).open("a", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(markdown)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise Refusal(f"{SUMMARY}: {path} cannot be written: {reason}") from None
