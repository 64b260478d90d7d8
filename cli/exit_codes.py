"""What the command's exit code says. Findings and --fail-on decide it; format, colour, language and detail do not."""

from enum import IntEnum
from typing import TYPE_CHECKING, Self

from ..engine.status import Severity, Status

if TYPE_CHECKING:
    from ..engine.findings import Report, Verdict

__all__ = ["ExitCode", "exit_code", "verdict_code"]


class ExitCode(IntEnum):
    """The exit codes, each with what it means."""

    meaning: str

    def __new__(cls, value: int, meaning: str) -> Self:
        """A code, with its meaning."""
        member = int.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        return member

    CLEAN = 0, "clean"
    VIOLATIONS = 1, "a violation at or above `--fail-on` (any, unless said)"
    UNUSABLE = 2, "bad usage, facts, configuration or ruleset, nothing selected, or an internal error"
    UNDETERMINED = 3, "none of these, but something undetermined at or above `--fail-on`"


def verdict_code(verdict: "Verdict") -> ExitCode:
    """The exit code of a verdict."""
    match verdict.value:
        case "violations":
            return ExitCode.VIOLATIONS
        case "undetermined":
            return ExitCode.UNDETERMINED
        case "clean":
            return ExitCode.CLEAN


def exit_code(report: "Report", fail_on: Severity) -> ExitCode:
    """The exit code of an audit. What is waived, or no worse than in the baseline, does not count."""
    counted = {one.status for one in report.findings if one.gates and one.severity.rank <= fail_on.rank}
    if Status.VIOLATED in counted:
        return ExitCode.VIOLATIONS
    return ExitCode.UNDETERMINED if Status.UNDETERMINED in counted else ExitCode.CLEAN
