"""Three-valued truth (Kleene's strong logic) as small integers.

`any` is the maximum, `all` the minimum, `not` is 2 - k; the same numbers serve every engine.
"""

from enum import IntEnum
from typing import Final

__all__ = ["FALSE", "TRUE", "UNKNOWN", "Kleene"]


class Kleene(IntEnum):
    """A truth value: 0 false, 1 unknown, 2 true."""

    FALSE = 0
    UNKNOWN = 1
    TRUE = 2

    def __invert__(self) -> "Kleene":
        return _NEGATION[self]


FALSE: Final = Kleene.FALSE
UNKNOWN: Final = Kleene.UNKNOWN
TRUE: Final = Kleene.TRUE

_NEGATION: Final = (TRUE, UNKNOWN, FALSE)
