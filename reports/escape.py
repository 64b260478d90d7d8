"""Text from facts as Markdown takes it: shown to the letter, never as markup, HTML, a link or a mention."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from .text.shown import shown

__all__ = ["markdown_table", "markdown_text"]

_MARKS: Final = re.compile(r"[\\`*_\[\]|~#$]")
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;"}

# What GitHub and GitLab turn into links though it is written as plain text.
_BARE_LINKS: Final = (
    (re.compile("://"), "&#58;//"),
    (re.compile(r"(www)\.", re.IGNORECASE), r"\1&#46;"),
    (re.compile("(mailto|xmpp):", re.IGNORECASE), r"\1&#58;"),
)


def markdown_text(text: str) -> str:
    """`text` on one line, inside a paragraph or a cell of a table, where no line begins with it."""
    told = _MARKS.sub(r"\\\g<0>", shown(text))
    told = re.sub("[&<>@]", lambda found: _ENTITIES[found[0]], told)
    for pattern, replaced in _BARE_LINKS:
        told = pattern.sub(replaced, told)
    return told


def markdown_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are Markdown already."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
