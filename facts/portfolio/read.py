"""Reading a portfolio: the companies of a file or folder, in batches."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from .batch import Batch
from .fact_files import COMPANY_FILE, fact_file_batches
from .json_lines import json_line_batches
from .opening import EXPECTED, opened, unusable
from .parquet import parquet_batches

__all__ = ["batches", "is_parquet", "portfolio_files"]

_LINES: Final = frozenset({".jsonl", ".ndjson"})
_PARQUET: Final = frozenset({".parquet", ".pq"})
_MAGIC: Final = b"PAR1"  # what every Parquet file begins with


def batches(path: str | os.PathLike[str], size: int, skip: int = 0) -> Iterator[Batch]:
    """The companies of a portfolio, in batches of at most `size` that lie in one file, but for the first `skip`.

    `path` is a Parquet file, a file of JSON lines, a folder of such files (those of all its folders, by name), or a
    folder of one Parquet file a fact type (`fact_files`). The same input gives the same batches, with the same numbers.
    Raises FactsError.
    """
    for batch in _all(Path(path), size, skip):
        if batch is not None:
            yield batch


def _all(source: Path, size: int, skip: int) -> Iterator[Batch | None]:
    """Every batch; None for one that is skipped."""
    if source.is_dir() and (source / COMPANY_FILE).exists():
        yield from fact_file_batches(source, size, skip)
        return
    number = 0
    for file in portfolio_files(source):
        read = parquet_batches if is_parquet(file) else json_line_batches
        for batch in read(file, size, number, max(0, skip - number)):
            yield batch
            number += 1


def portfolio_files(source: Path) -> list[Path]:
    """The files that hold the companies of a portfolio, in their order. Raises FactsError where there are none."""
    if not source.is_dir():
        return [source]
    return [source / COMPANY_FILE] if (source / COMPANY_FILE).exists() else _files(source)


def _files(folder: Path) -> list[Path]:
    """The files of a folder and its folders. Those that begin with '_' or '.' say how the others were written."""
    found = [
        file
        for file in sorted(folder.rglob("*"))
        if file.suffix.lower() in _LINES | _PARQUET
        and not any(part.startswith(("_", ".")) for part in file.relative_to(folder).parts)
    ]
    if not found:
        raise unusable(folder, "there are no Parquet files and no lines of JSON in this folder", EXPECTED)
    return found


def is_parquet(file: Path) -> bool:
    """What a file is, by what it begins with: names may say nothing. Raises FactsError where it is neither."""
    with opened(file) as stream:
        start = stream.read(1024).lstrip()
    if start.startswith(_MAGIC):
        return True
    suffix = file.suffix.lower()
    if suffix in _LINES:
        return False
    if suffix in _PARQUET or not start.startswith(b"{"):
        is_list = start.startswith(b"[")
        what = "this is a list as JSON" if is_list else "this is no Parquet file, and holds no lines of JSON"
        raise unusable(file, what, "one document a line, without brackets around them" if is_list else EXPECTED)
    return False
