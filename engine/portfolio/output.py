"""Where the results of a portfolio go, and how they get their names: all at once, and only when all is written."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from .formats import TableFormat
from .parts import REJECTED, Parts
from .tables import TABLES, put_together

__all__ = ["RUN", "Occupied", "Output", "output_at"]

RUN: Final = "run.json"
_BESIDE: Final = ("rejected.jsonl", "summary.txt", "summary.html", RUN)


class Occupied(Exception):
    """There is something already where the results are to go: `str()` says what."""


class Output(Struct, frozen=True):
    """Where results go: a folder or, if it is `single`, a file of findings and others beside it, named after it."""

    path: Path
    format: TableFormat
    single: bool

    @property
    def partial(self) -> Path:
        """The folder in which the run works."""
        return self.path.with_name(f"{self.path.name}.partial")

    @property
    def ready(self) -> Path:
        """The folder in which files are made ready."""
        return self.partial / "result"

    @property
    def files(self) -> Mapping[str, Path]:
        """Each file by its name in a folder, findings last, with its path in the end."""
        names = [f"{table}.{self.format}" for table in TABLES]
        names = [*_BESIDE, *reversed(names)]
        if not self.single:
            return {name: self.path / name for name in names}
        stem = self.path.name.removesuffix(self.path.suffix)
        findings = names[-1]
        return {name: self.path if name == findings else self.path.with_name(f"{stem}.{name}") for name in names}

    def see_that_it_is_free(self, *, force: bool) -> None:
        """Raises Occupied where something would be lost; with `force` earlier results may be replaced."""
        there = [self.path] if not self.single else [path for path in self.files.values() if path.exists()]
        if not self.single and (not self.path.exists() or _is_empty(self.path)):
            return
        if not there:
            return
        if not force:
            raise Occupied(f"{there[0]} is there already, and was left as it is; --force replaces it")
        if not self.single and not (self.path / RUN).is_file():
            raise Occupied(f"{self.path} is there already, and does not hold the results of a portfolio: name another")

    def put_together(self, parts: Parts, asked: Mapping[str, Any]) -> None:
        """Make the tables and the rejected documents ready. Raises OSError."""
        shutil.rmtree(self.ready, ignore_errors=True)
        self.ready.mkdir(parents=True)
        numbers = sorted(parts.done())
        for table in TABLES:
            pieces = [parts.path(number, table) for number in numbers]
            put_together(table, pieces, self.ready / f"{table}.{self.format}", self.format, asked)
        with (self.ready / "rejected.jsonl").open("xb") as file:
            for number in numbers:
                file.write(parts.path(number, REJECTED).read_bytes())

    def publish(self) -> None:
        """Give everything its name, once it is on the disk. Raises OSError."""
        for name in self.files:
            _on_disk(self.ready / name)
        _on_disk(self.ready)
        if self.single:
            for name, path in self.files.items():
                (self.ready / name).replace(path)
        else:
            former = self.partial / "former"
            if self.path.exists():
                self.path.rename(former)
            self.ready.rename(self.path)
        _on_disk(self.path.absolute().parent)
        shutil.rmtree(self.partial, ignore_errors=True)


def output_at(path: Path, format_: TableFormat | None) -> Output:
    """The output that a path names: a file by its suffix, else a folder. Raises ValueError where formats differ."""
    suffix = path.suffix.lower().removeprefix(".")
    if suffix not in list(TableFormat) or path.is_dir():
        return Output(path, format_ or TableFormat.PARQUET, single=False)
    named = TableFormat(suffix)
    if format_ not in (None, named):
        raise ValueError(f"-o {path} asks for {named}, and --format for {format_}; give one of them")
    return Output(path, named, single=True)


def _is_empty(path: Path) -> bool:
    return path.is_dir() and not any(path.iterdir())


def _on_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
