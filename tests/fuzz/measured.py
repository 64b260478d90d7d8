"""How many inputs were tried, and whether memory grew: told when the process ends, however that is."""

import gc
import os
import sys
from pathlib import Path
from typing import Final

__all__ = ["FOUND", "Tally", "resident"]

FOUND: Final = Path(__file__).parent / "found"
"""Inputs that made a command end as none may, a folder a target; the tests try them first."""

_EVERY: Final = 50
_STATUS: Final = Path("/proc/self/statm")


def resident() -> int:
    """Memory of this process, in bytes; 0 where the system does not tell."""
    if not _STATUS.exists():
        return 0
    gc.collect()
    return int(_STATUS.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


class Tally:
    """Counts inputs. Its last line on standard output that begins with its name is how things stand."""

    def __init__(self, target: str, way: str) -> None:
        self._name = f"{target} {way}"
        self.inputs = 0

    def count(self) -> None:
        """One more input was tried."""
        self.inputs += 1
        if self.inputs % _EVERY == 0:
            self.tell()

    def tell(self) -> None:
        """How many inputs, and the memory in bytes."""
        print(f"{self._name} {self.inputs} {resident()}", file=sys.__stdout__, flush=True)
