"""The folder in which a run works: one file a batch and table, each whole or not there, until all is put together."""

import fcntl
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import msgspec

from .question import Question
from .summary import Summary

__all__ = ["InUse", "Part", "Parts", "write_whole"]

REJECTED: Final = "rejected"
_SUMMARY: Final = "summary.json"
_NAME: Final = re.compile(r"([0-9]{8,})\.summary\.json")


class Part(msgspec.Struct, frozen=True):
    """What one batch gives: pieces of tables by name, the lines of its rejected documents, and its summary."""

    number: int
    pieces: Mapping[str, bytes]
    rejected: bytes
    summary: Summary


class InUse(Exception):
    """Another run works in the folder."""


class Parts:
    """The files of the batches of one run. A batch is done once its summary is there, which is written last."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._pieces = folder / "parts"
        self._asked = folder / "question.json"

    def asked(self) -> Question | None:
        """What the run that began here was asked; None where none did. Raises OSError; of a damaged file, nothing."""
        try:
            return msgspec.json.decode(self._asked.read_bytes(), type=Question)
        except (FileNotFoundError, msgspec.DecodeError):
            return None

    def begin(self, question: Question) -> None:
        """Start anew. Raises OSError."""
        shutil.rmtree(self._pieces, ignore_errors=True)
        self._pieces.mkdir(parents=True, exist_ok=True)
        write_whole(self._asked, msgspec.json.encode(question))

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep other runs out, as long as this process lives. Raises InUse and OSError."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "lock").open("ab") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise InUse from None
            yield

    def write(self, part: Part) -> None:
        """Keep what a batch gives. Raises OSError."""
        for name, data in (*part.pieces.items(), (REJECTED, part.rejected)):
            write_whole(self.path(part.number, name), data)
        write_whole(self.path(part.number, _SUMMARY), msgspec.json.encode(part.summary))

    def done(self) -> frozenset[int]:
        """The numbers of the batches that are done."""
        found = (_NAME.fullmatch(one.name) for one in self._pieces.iterdir())
        return frozenset(int(name[1]) for name in found if name is not None)

    def summary(self, number: int) -> Summary:
        """The summary of a batch. Raises OSError."""
        return msgspec.json.decode(self.path(number, _SUMMARY).read_bytes(), type=Summary)

    def path(self, number: int, name: str) -> Path:
        """The file of one batch and table."""
        return self._pieces / f"{number:08d}.{name}"

    def remove(self) -> None:
        """Remove the folder, with all that it holds."""
        shutil.rmtree(self.folder, ignore_errors=True)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file under another name, see that it is on the disk, and give it its own. Raises OSError."""
    temporary = path.with_name(f"{path.name}.tmp")
    with temporary.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
