"""What changed between two reports: which finding became what."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from .baseline import Former
from .findings import Report
from .standing import Change, Standing, changed, standings
from .status import Status

__all__ = ["Difference", "Differences", "differences", "former_of"]


class Difference(Struct, frozen=True):
    """A finding that stands otherwise; `before` is None where it is new, `after` where it is gone."""

    before: Standing | None
    after: Standing | None

    @property
    def shown(self) -> Standing:
        """The finding as it is now or, where it is gone, as it was."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def is_worse(self) -> bool:
        """Whether it is violated or undetermined, and was so less or not at all."""
        if self.after is None or self.after.badness == (0, 0):
            return False
        return changed(self.before, self.after) in (Change.NEW, Change.WORSE)


class Differences(Struct, frozen=True):
    """Two reports side by side; the differences by what they became: violated first, gone last."""

    before: Former
    after: Former
    became: tuple[tuple[Status | None, tuple[Difference, ...]], ...]
    same: int
    redacted: bool = False
    """Whether values of facts are left out."""

    @property
    def all(self) -> Iterator[Difference]:
        """Every difference."""
        for _, found in self.became:
            yield from found

    @property
    def is_worse(self) -> bool:
        """Whether anything changed for the worse."""
        return any(one.is_worse for one in self.all)


def former_of(report: Report) -> Former:
    """A report as one to compare with."""
    return Former(
        report.source,
        report.ruleset.id,
        report.ruleset.version,
        report.as_of,
        report.company,
        report.is_partial,
        standings(report.findings),
    )


def differences(before: Former, after: Former) -> Differences:
    """What changed from one report to the next: status, or severity of what is violated.

    Where a report is of a selection of norms, only the norms in both are compared.
    """
    norms = [{one.norm for one in former.standings.values()} for former in (before, after)]
    compared = norms[0] & norms[1] if before.partial or after.partial else norms[0] | norms[1]
    changes = [
        one
        for name in dict.fromkeys((*after.standings, *before.standings))
        if (one := Difference(before.standings.get(name), after.standings.get(name))).shown.norm in compared
    ]
    differing = [one for one in changes if _differs(one)]
    became = tuple((status, tuple(_became(differing, status))) for status in (*Status, None))
    return Differences(before, after, tuple(part for part in became if part[1]), len(changes) - len(differing))


def _differs(one: Difference) -> bool:
    if one.before is None or one.after is None:
        return True
    return (one.before.status, one.before.badness) != (one.after.status, one.after.badness)


def _became(found: Iterable[Difference], status: Status | None) -> list[Difference]:
    members = [one for one in found if (None if one.after is None else one.after.status) is status]
    return sorted(members, key=lambda one: one.shown.severity.rank)
