"""Writing Python statements: lines with indentation, fresh names, and what is already at hand in a block."""

from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["AtHand", "Block", "identifier"]

AtHand = dict[object, tuple[str, str]]
"""The names of bounds that were worked out, by what they are the bounds of."""


class Block:
    """The body of a function while it is written."""

    def __init__(self, head: str) -> None:
        self.lines = [head]
        self.depth = 1
        self._names = 0
        self._at_hand: list[AtHand] = [{}]
        self.reached: dict[str, AtHand] = {}
        """By the name of a conjunction's worth: what is at hand where it holds."""

    def line(self, text: str) -> None:
        """Add a line at the present depth."""
        self.lines.append("    " * self.depth + text)

    def name(self) -> str:
        """A name that the function does not use yet."""
        self._names += 1
        return f"v{self._names}"

    @contextmanager
    def inside(self, head: str, at_hand: AtHand | None = None) -> Iterator[AtHand]:
        """Statements under a head, such as `if v1:`. What is worked out there is not at hand after it.

        It is given, to be handed in as `at_hand` where a later head can only be true if this one was.
        """
        self.line(head)
        self.depth += 1
        self._at_hand.append({} if at_hand is None else dict(at_hand))
        yield self._at_hand[-1]
        self._at_hand.pop()
        self.depth -= 1

    def known(self, key: object) -> tuple[str, str] | None:
        """The names of bounds that were worked out before, in this block or around it."""
        for names in reversed(self._at_hand):
            if key in names:
                return names[key]
        return None

    def keep(self, key: object, names: tuple[str, str]) -> tuple[str, str]:
        """Remember the names of bounds for the rest of the block."""
        self._at_hand[-1][key] = names
        return names


def identifier(text: str) -> str:
    """A name from a tree, which is written as it is: so it has to be one, whoever made the tree."""
    if not text.isidentifier():
        raise ValueError(f"{text!r} is no name; remove what is kept in hegui's cache folder")
    return text
