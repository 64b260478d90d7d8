"""What is wrong with a ruleset, all at once, each with its place and what to write instead."""

from msgspec import Struct

from ...facts.errors import Position

__all__ = ["RulesetError", "RulesetProblem"]


class RulesetProblem(Struct, frozen=True):
    """One mistake: `where` names the norm and key, `hint` what to write instead."""

    position: Position | None
    """The place in the ruleset's file; None where it has none."""
    where: str
    what: str
    """What is wrong."""
    hint: str

    def __str__(self) -> str:
        place = "" if self.position is None else f"{self.position}: "
        where = f"{self.where}: " if self.where else ""
        return f"{place}{where}{self.what}" + (f" ({self.hint})" if self.hint else "")


class RulesetError(Exception):
    """A ruleset that cannot be used. Its text has one line a problem."""

    def __init__(self, problems: tuple[RulesetProblem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems
        """Every mistake, with file, line and column; never empty."""

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)
