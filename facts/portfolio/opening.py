"""Opening the file of a portfolio, with messages that say what is wrong with it."""

from pathlib import Path
from typing import BinaryIO

from ..errors import FactsError, Problem
from .columns import PORTFOLIO

__all__ = ["EXPECTED", "opened", "unusable"]

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
