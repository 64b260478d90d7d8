"""How great a document may be, and how long work on it may take: limits that the environment can set otherwise.

docs/limits.md lists them, with those that are fixed.
"""

import os
from typing import Final

from msgspec import Struct

from .errors import FactsError, Problem
from .unfit import shown

__all__ = ["BYTES", "LEVELS", "LIMITS", "ROWS", "SECONDS", "SETTINGS", "VALUES", "Limit"]

SETTINGS: Final = "settings"
"""What an error about a setting is of."""

_DIGITS: Final = 12


class Limit(Struct, frozen=True):
    """A number that must not be passed: the `usual` one, or what the environment's `setting` says, up to `greatest`."""

    setting: str
    usual: int
    greatest: int
    of: str
    """What is counted."""

    @property
    def value(self) -> int:
        """The number that holds now. Raises FactsError for a setting that is none, or too great."""
        given = os.environ.get(self.setting, "").strip()
        if not given:
            return self.usual
        whole = given.isascii() and given.isdigit() and len(given) <= _DIGITS
        if not whole or not 1 <= int(given) <= self.greatest:
            expected = f"a whole number from 1 to {self.greatest}, or nothing: then it is {self.usual}"
            problem = Problem(None, "", self.setting, f"{shown(given)} in the environment", expected)
            raise FactsError((problem,), SETTINGS)
        return int(given)

    def advice(self, instead: str) -> str:
        """What can be done where it is passed: at most so many; something `instead`, or the setting."""
        return f"at most {self.value}; {instead}, or set {self.setting} (up to {self.greatest})"


BYTES: Final = Limit("HEGUI_MOST_BYTES", 20 * 2**20, 500 * 2**20, "bytes of a document")
VALUES: Final = Limit("HEGUI_MOST_VALUES", 500_000, 10_000_000, "values of a document, aliases followed")
LEVELS: Final = Limit("HEGUI_MOST_LEVELS", 60, 150, "levels of nesting of a document")
ROWS: Final = Limit("HEGUI_MOST_ROWS", 20_000, 500_000, "elements of a company's lists, and of those derived from them")
SECONDS: Final = Limit("HEGUI_MOST_SECONDS", 1_800, 1_000_000, "seconds of processor time that a command may take")

LIMITS: Final = (BYTES, VALUES, LEVELS, ROWS, SECONDS)
