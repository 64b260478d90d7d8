"""Small pieces of Markdown. Text of others is escaped, so that it is shown as it stands."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

__all__ = ["anchor", "bullets", "code", "link", "literal", "quote", "table", "text"]

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>|#~])")


def text(plain: str) -> str:
    """A plain text on one line, with nothing in it that Markdown would take for a sign of its own."""
    return literal(" ".join(plain.split()))


def literal(plain: str) -> str:
    """A plain text with its line breaks, with nothing in it that Markdown would take for a sign of its own."""
    return _SPECIAL.sub(r"\\\1", plain)


def code(plain: str) -> str:
    """A piece of code within a line."""
    return f"`{plain}`"


def link(label: str, target: str) -> str:
    """A link; the label is Markdown already."""
    return f"[{label}]({target})"


def anchor(name: str) -> str:
    """A place that can be linked to, whatever the heading below it says."""
    return f'<a id="{name}"></a>'


def bullets(items: Iterable[str], depth: int = 0) -> list[str]:
    """The lines of a list; an item with line breaks goes on under its first line."""
    pad = "  " * depth
    return [f"{pad}- " + item.replace("\n", f"\n{pad}  ") for item in items]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """The lines of a table. Cells are Markdown already, and a bar in one is escaped."""
    lines = [head, ["---"] * len(head), *rows]
    return ["| " + " | ".join(cell.replace("\\|", "|").replace("|", "\\|") for cell in line) + " |" for line in lines]


def quote(told: str) -> list[str]:
    """A quotation of what is Markdown already, in the lines that it has."""
    return [f"> {line.strip()}".rstrip() for line in re.sub(r"\n{3,}", "\n\n", told.strip()).split("\n")]
