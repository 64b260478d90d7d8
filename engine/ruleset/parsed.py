"""The files of a ruleset, parsed, with the place of every value."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from ...facts.errors import FactsError, Position
from ...facts.located import located
from ...facts.pointers import nearest_entry
from ...facts.source_yaml import read_yaml
from .errors import RulesetError, RulesetProblem
from .files import digest_of, refused

__all__ = ["File", "Folder", "parse_files"]


class File(Struct, frozen=True):
    """A parsed file."""

    name: str
    data: object
    positions: Mapping[str, Position]
    lines: tuple[str, ...] = ()

    def position(self, pointer: str) -> Position | None:
        """Where a value stands, or the nearest thing that holds it."""
        return nearest_entry(self.positions, pointer)

    def position_within(self, start: Position, text: str, offset: int) -> Position:
        """The place of a character of a text; the text's own place where it is folded over lines."""
        line = self.lines[start.line - 1][start.column - 1 :] if start.line <= len(self.lines) else ""
        for quote in ("", "'", '"'):
            if line.startswith(quote + text):
                return Position(start.file, start.line, start.column + len(quote) + offset)
        return start


class Folder(Struct, frozen=True):
    """A ruleset's folder: its files by their name within it, and a digest of them all."""

    path: Path
    files: Mapping[str, File]
    digest: str


def parse_files(path: Path, files: Mapping[str, bytes]) -> Folder:
    """Parse a ruleset's files. Raises RulesetError."""
    parsed = {name: _parsed(path / name, content) for name, content in files.items()}
    return Folder(path, parsed, digest_of(files))


def _parsed(path: Path, content: bytes) -> File:
    name = str(path)
    try:
        text = content.decode("utf-8-sig")
        root = read_yaml(text, name)
    except UnicodeDecodeError as error:
        raise refused(name, f"byte {error.start} is not UTF-8", "save the file as UTF-8") from None
    except FactsError as error:
        raise RulesetError(
            tuple(RulesetProblem(one.position, "", one.what, one.expected) for one in error.problems)
        ) from None
    if root is None:
        return File(name, {}, {})
    found = located(root, name)
    if found.problems:
        raise RulesetError(
            tuple(RulesetProblem(one.position, one.path, one.what, one.expected) for one in found.problems)
        )
    return File(name, found.data, found.positions, tuple(text.splitlines()))
