"""Opening the file of a portfolio, with messages that say what is wrong with it, and going through its lines."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from ..errors import FactsError, Problem
from ..limits import BYTES
from .columns import PORTFOLIO

__all__ = ["EXPECTED", "count_of_lines", "lines_of", "opened", "unusable"]

_AT_A_TIME = 2**20

EXPECTED = "a Parquet file, a folder of them, or lines of JSON (.jsonl, .ndjson)"


def opened(path: Path) -> BinaryIO:
    """The file, open for reading. Raises FactsError."""
    try:
        return path.open("rb")
    except FileNotFoundError:
        raise unusable(path, "there is no such file", EXPECTED) from None
    except PermissionError:
        raise unusable(path, "the file may not be read", "a file that this user may read") from None
    except (OSError, ValueError) as error:
        said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise unusable(path, f"the file cannot be read: {said}", EXPECTED) from None


def unusable(path: Path, what: str, expected: str) -> FactsError:
    """The error of a file that cannot be used at all."""
    return FactsError((Problem(None, "", str(path), what, expected),), PORTFOLIO)


def lines_of(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file; one that is longer than a document may be ends one byte behind that, so that it is seen."""
    most = BYTES.value
    while line := file.readline(most + 1):
        yield line
        rest = line if len(line) > most else b"\n"
        while rest and not rest.endswith(b"\n"):
            rest = file.readline(_AT_A_TIME)


def count_of_lines(file: BinaryIO) -> int:
    """How many lines a file has; the last one may lack its line break."""
    count, last = 0, b"\n"
    while data := file.read(_AT_A_TIME):
        count, last = count + data.count(b"\n"), data[-1:]
    return count + (last != b"\n")
