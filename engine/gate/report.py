"""What the gate says of a launch."""

from msgspec import Struct

from ..findings import Finding, Report, Verdict
from ..standing import Standing
from ..status import Severity

__all__ = ["GateReport"]


class GateReport(Struct, frozen=True):
    """A launch judged: the company with it, beside the company without it, both as of one moment.

    Findings are those of the company with the launch (`after`), in the order of the text; their `change` is against
    `before`. What is waived stands in its list as well, marked, and does not block.
    """

    title: str
    on: str
    source: str
    before: Report
    after: Report
    engines: tuple[str, ...]
    """The engines that decided, all alike."""
    breaks: tuple[Finding, ...]
    """Violated with the launch, and without it not, or less gravely: of any norm. They block."""
    undetermined: tuple[Finding, ...]
    """Undetermined gate norms: since the launch may be what breaks them they block."""
    told: tuple[Finding, ...]
    """What else the launch makes undetermined. It does not block."""
    already_broken: tuple[Finding, ...]
    """Gate norms that are violated without the launch, too. They do not block it."""
    starts: tuple[Finding, ...]
    """Duties that the launch starts, the first to fall due first."""
    fixes: tuple[Standing, ...]
    """What was violated or undetermined and with the launch is so no longer, or less."""

    @property
    def verdict(self) -> Verdict:
        """The verdict, whatever --fail-on says."""
        return self.verdict_from(Severity.MINOR)

    def verdict_from(self, least: Severity) -> Verdict:
        """The verdict on what is at least so grave and not waived."""
        if any(_blocks(finding, least) for finding in self.breaks):
            return Verdict.VIOLATIONS
        if any(_blocks(finding, least) for finding in self.undetermined):
            return Verdict.UNDETERMINED
        return Verdict.CLEAN

    @property
    def waived(self) -> tuple[Finding, ...]:
        """What would block, were it not waived."""
        return tuple(one for one in (*self.breaks, *self.undetermined) if one.waiver is not None)


def _blocks(finding: Finding, least: Severity) -> bool:
    return finding.waiver is None and finding.severity.rank <= least.rank
