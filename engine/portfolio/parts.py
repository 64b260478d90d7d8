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

__all__ = ["InUse", "NotOurs", "Part", "Parts", "write_whole"]

REJECTED: Final = "rejected"
_SUMMARY: Final = "summary.json"
_OF_A_RUN: Final = frozenset({"former", "lock", "parts", "question.json", "result"})
_NAME: Final = re.compile(r"([0-9]{8,})\.summary\.json")


class Part(msgspec.Struct, frozen=True):
    """What one batch gives: pieces of tables by name, the lines of its rejected documents, and its summary."""

    number: int
    pieces: Mapping[str, bytes]
    rejected: bytes
    summary: Summary


class InUse(Exception):
    """Another run works in the folder."""


class NotOurs(Exception):
    """The folder is somebody else's, others can write to it, or it holds what no run wrote."""


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
        """Keep other runs out, as long as this process lives. Raises InUse, NotOurs and OSError."""
        if not self.folder.is_symlink():
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = self.folder.lstat()
        if found.st_uid != os.geteuid() or found.st_mode & 0o022 or not self._is_of_a_run():
            raise NotOurs
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
        """The summary of a batch. Raises OSError, of one that is damaged, too."""
        path = self.path(number, _SUMMARY)
        try:
            return msgspec.json.decode(path.read_bytes(), type=Summary)
        except msgspec.DecodeError:
            raise OSError(None, "this is no summary of a batch; begin anew with --force", str(path)) from None

    def path(self, number: int, name: str) -> Path:
        """The file of one batch and table."""
        return self._pieces / f"{number:08d}.{name}"

    def remove(self) -> None:
        """Remove the folder, with all that it holds; one that is no run's stays."""
        if self._is_of_a_run():
            shutil.rmtree(self.folder, ignore_errors=True)

    def _is_of_a_run(self) -> bool:
        """Whether it is a folder, and no link to one, with nothing in it but what a run writes."""
        if self.folder.is_symlink() or not self.folder.is_dir():
            return False
        return {one.name.removesuffix(".tmp") for one in self.folder.iterdir()} <= _OF_A_RUN


def write_whole(path: Path, data: bytes) -> None:
    """Write a file under another name, see that it is on the disk, and give it its own. Raises OSError."""
    temporary = path.with_name(f"{path.name}.tmp")
    with temporary.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
