"""What is raised when a document cannot be used. What a document's facts break is a finding, never one of these."""

from typing import Final

from msgspec import Struct

_LINES: Final = 500


class Position(Struct, frozen=True, order=True):
    """A place in a file; line and column count from 1, and columns count characters."""

    file: str
    """The file's name as it was given."""
    line: int
    """From 1."""
    column: int
    """From 1, in characters."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Problem(Struct, frozen=True):
    """One thing that makes a document unusable.

    `pointer` is a JSON pointer to the value (RFC 6901), `path` the same for people: 'services[sms].started_on'.
    `position` is None where the facts come from no file.
    """

    position: Position | None
    pointer: str
    path: str
    what: str
    """What is wrong."""
    expected: str
    """What should be there; empty where nothing can be said."""

    def __str__(self) -> str:
        place = "" if self.position is None else f"{self.position}: "
        path = f"{self.path}: " if self.path else ""
        return f"{place}{path}{self.what}" + (f", expected {self.expected}" if self.expected else "")


class FactsError(Exception):
    """A document that cannot be used, with everything that is wrong with it.

    Its text has one line a problem, for the first 500 of them. `of` is what the document was to hold: facts, unless
    said, or a launch, waivers, a report.
    """

    def __init__(self, problems: tuple[Problem, ...], of: str = "facts") -> None:
        super().__init__(problems, of)
        self.problems = problems
        """Every mistake, in the order of the file; never empty."""
        self.of = of
        """What the document was to hold."""

    def __str__(self) -> str:
        lines = [str(problem) for problem in self.problems[:_LINES]]
        if len(self.problems) > _LINES:
            lines.append(f"and {len(self.problems) - _LINES} more problems")
        return "\n".join(lines)
