"""The files that a portfolio is read from: which they are, whether they change, and their digests."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

__all__ = ["InputFile", "digest_of", "input_files"]


class InputFile(Struct, frozen=True):
    """A file of the input. `name` is relative to the folder that was named, or the file's own name."""

    name: str
    bytes: int
    modified: int
    """Nanoseconds since 1970."""


def input_files(path: Path) -> tuple[InputFile, ...]:
    """The files of an input: itself, or all that lie in the folder. Raises OSError."""
    if not path.is_dir():
        return (_described(path, path.name),)
    below = (one for one in sorted(path.rglob("*")) if one.is_file() and not _hidden(one.relative_to(path).parts))
    return tuple(_described(one, one.relative_to(path).as_posix()) for one in below)


def digest_of(path: Path, files: Iterable[InputFile]) -> dict[str, str]:
    """The SHA-256 of each file, by its name. Raises OSError."""
    found = {}
    for one in files:
        with (path / one.name if path.is_dir() else path).open("rb") as file:
            found[one.name] = hashlib.file_digest(file, "sha256").hexdigest()
    return found


def _described(path: Path, name: str) -> InputFile:
    found = path.stat()
    return InputFile(name, found.st_size, found.st_mtime_ns)


def _hidden(parts: Iterable[str]) -> bool:
    return any(part.startswith((".", "_")) for part in parts)
