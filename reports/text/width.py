"""How many columns a text takes in a terminal, and where it may be broken: both from the class of each character.

The package wcwidth knows the columns too, and takes longer to import than an audit takes; a test compares the two.
"""

from collections.abc import Iterator
from typing import Final
from unicodedata import category, east_asian_width

__all__ = ["classes", "columns", "padded", "width"]

# With full-width forms (comma, full stop, colon, semicolon, question and exclamation mark, brackets, percent, tilde) by
# their codes, since editors and fonts show them too much like the narrow ones.
_CLOSING: Final = frozenset(
    ",.;:?!)]}%~、。」』》〉】〕”’…·‰\uff0c\uff0e\uff1a\uff1b\uff1f\uff01\uff09\uff3d\uff5d\uff05\uff5e"
)
_OPENING: Final = frozenset("([{$#「『《〈【〔“‘\uff08\uff3b\uff5b\uffe5")


class _Classes(dict[int, str]):
    """The class of each character, found when it is first seen."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character.isspace():
            found = " "
        elif category(character) in ("Mn", "Mc", "Me", "Cf"):
            found = "z"
        else:
            found = "c" if character in _CLOSING else "o" if character in _OPENING else "n"
            if east_asian_width(character) in ("W", "F"):
                found = "w" if found == "n" else found.upper()
        self[code] = found
        return found


_classes: Final = _Classes()

_COLUMNS: Final = {"n": 1, "c": 1, "o": 1, " ": 1, "w": 2, "C": 2, "O": 2, "z": 0}


def classes(text: str) -> str:
    """A letter for each character: n narrow, c what closes, o what opens, z without a column, a space for spaces; w for
    what is wide, such as a Chinese character, and C and O for what closes or opens and is wide."""
    return text.translate(_classes)


def columns(found: str) -> Iterator[int]:
    """The columns that each character takes, by its class."""
    return map(_COLUMNS.__getitem__, found)


def width(text: str) -> int:
    """The columns that a text without control characters takes."""
    return len(text) if text.isascii() else sum(columns(classes(text)))


def padded(text: str, to: int) -> str:
    """`text`, with spaces behind it up to so many columns."""
    return text + " " * (to - width(text))
