"""What is wrong with an expression, and where in its text."""

import difflib
from collections.abc import Iterable

__all__ = ["LanguageError", "nearest"]


class LanguageError(Exception):
    """An expression that cannot be understood: the offset in its text, what is wrong, and what to write instead."""

    def __init__(self, what: str, hint: str = "", *, line: int = 0, column: int = 0) -> None:
        super().__init__(what)
        self.what = what
        self.hint = hint
        self.line = line
        """Line within the expression, from 0."""
        self.column = column
        """Column within that line, from 0."""


def nearest(name: str, known: Iterable[str]) -> str:
    """A hint that names what was probably meant, or lists the first of what there is."""
    candidates = sorted(set(known))
    close = difflib.get_close_matches(name, candidates, n=1, cutoff=0.55)
    if close:
        return f"did you mean {close[0]}?"
    if not candidates:
        return ""
    shown = ", ".join(candidates[:8])
    return f"known here: {shown}{', …' if len(candidates) > 8 else ''}"
