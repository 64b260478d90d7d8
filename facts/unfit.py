"""The exception by which the reader of one value says what is wrong, and how messages show values."""

from collections.abc import Iterable, Mapping
from typing import Final

_SHOWN: Final = 60


class Unfit(ValueError):
    """A value that its field cannot take: `what` is wrong, and what was `expected`."""

    def __init__(self, what: str, expected: str) -> None:
        super().__init__(f"{what}, expected {expected}")
        self.what = what
        self.expected = expected


def shown(value: object) -> str:
    """`value` as a message shows it: cleaned, in quotes."""
    return f"'{cleaned(value if isinstance(value, str) else str(value))}'"


def cleaned(text: str) -> str:
    """`text`, cut to 60 characters, without any that could disturb a terminal."""
    cut = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return "".join(c if c.isprintable() or c == "\u3000" else f"\\u{ord(c):04x}" for c in cut)


def nearest(text: str, names: Iterable[str]) -> str | None:
    """The one of `names` that `text` most looks like, if any looks like it."""
    from difflib import get_close_matches  # only ever needed to word an error

    known = list(names)
    folded = {name.casefold(): name for name in known}
    found = get_close_matches(text[:100].casefold(), folded, n=1, cutoff=0.7)
    return folded[found[0]] if found else None


def thing(value: object) -> str:
    """What `value` is, as a message names it."""
    match value:
        case None:
            return "nothing"
        case Mapping():
            return "a mapping"
        case list() | tuple() | set() | frozenset():
            return "a list"
        case bool():
            return "yes" if value else "no"
        case str():
            return shown(value)
        case _:
            return f"{shown(value)} ({type(value).__name__})"
