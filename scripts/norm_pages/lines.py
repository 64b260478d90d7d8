"""A told condition: one sentence, or a head with several under it."""

from typing import NamedTuple

__all__ = ["Line"]


class Line(NamedTuple):
    """A sentence; or `head`, as it stands over a list of `parts`, or `lead`, as it opens one sentence of them all."""

    head: str
    parts: tuple["Line", ...] = ()
    lead: str = ""
    joint: str = ""

    @property
    def is_group(self) -> bool:
        """Whether it only puts others together."""
        return bool(self.parts) and not self.lead

    @property
    def sentence(self) -> str:
        """All in one sentence."""
        if not self.parts:
            return self.head
        told = (f"({part.sentence})" if part.is_group else part.sentence for part in self.parts)
        return self.lead + self.joint.join(told)

    def listed(self, depth: int = 0) -> list[str]:
        """The lines of a list; what has no more than one simple part is a sentence."""
        pad = "  " * depth
        if len(self.parts) < 2 and not any(part.parts for part in self.parts):
            return [f"{pad}- {self.sentence}"]
        return [f"{pad}- {self.head}", *(line for part in self.parts for line in part.listed(depth + 1))]

    def together(self, joint: str) -> tuple["Line", ...]:
        """The parts of what holds together, else the line itself."""
        return self.parts if self.is_group and self.joint == joint else (self,)
