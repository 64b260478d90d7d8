"""Where in the file of facts a finding lies, for programs that show it there."""

from pathlib import PurePath
from typing import NamedTuple
from urllib.parse import quote

from ..engine.findings import Finding
from ..facts import Document

__all__ = ["Place", "place_of", "relative_url"]


class Place(NamedTuple):
    """A file with a line and a column, counted from 1."""

    file: str
    line: int
    column: int


def place_of(finding: Finding, document: Document) -> Place:
    """The subject's place or, where it is not stated, that of the nearest which holds it; else the file's beginning.

    Facts that came from no file lie at the beginning of what they are named by, such as '<stdin>'.
    """
    position = document.position(finding.pointer)
    if position is None:
        return Place(document.source, 1, 1)
    return Place(position.file or document.source, position.line, position.column)


def relative_url(file: str) -> str:
    """A file's path as a URL reference: relative where the path is, `file:` where it is absolute.

    No character of a file's name has a meaning in it.
    """
    path = PurePath(file)
    quoted = quote(path.as_posix().encode("utf-8", "backslashreplace"), safe="/")
    return f"file:///{quoted.lstrip('/')}" if path.is_absolute() else quoted
