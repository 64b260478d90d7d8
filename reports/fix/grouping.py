"""Violations for which the same is to be done are told once, with all their subjects."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ...engine.repairs import Outlook, Repair
from ..text.groups import grouped

__all__ = ["OutlookGroup", "grouped_outlooks"]


class OutlookGroup(NamedTuple):
    """Outlooks of one norm that differ in nothing but their subjects, in the order of the report."""

    outlooks: tuple[Outlook, ...]

    @property
    def first(self) -> Outlook:
        """The one that stands for all."""
        return self.outlooks[0]


def grouped_outlooks(outlooks: Iterable[Outlook]) -> list[OutlookGroup]:
    """The outlooks in groups, the gravest first, else in the order of the text."""
    outlooks = tuple(outlooks)
    alike = {
        finding.fingerprint: number
        for number, group in enumerate(grouped(one.finding for one in outlooks))
        for finding in group.findings
    }
    groups: dict[object, list[Outlook]] = {}
    for outlook in outlooks:
        # Where there is nothing to do, the same has to be the matter.
        todo = outlook.repairs or outlook.easing is not None
        kind = None if todo else alike[outlook.finding.fingerprint]
        groups.setdefault((*_kind(outlook), kind), []).append(outlook)
    found = [OutlookGroup(tuple(members)) for members in groups.values()]
    return sorted(found, key=lambda group: group.first.finding.severity.rank)


def _kind(outlook: Outlook) -> tuple[object, ...]:
    finding = outlook.finding
    return (
        finding.norm,
        finding.severity,
        finding.due,
        finding.cured_on,
        outlook.is_final,
        outlook.tried_all,
        _shapes(outlook.repairs, finding.subject),
        _shapes(() if outlook.easing is None else (outlook.easing,), finding.subject),
    )


def _shapes(repairs: Sequence[Repair], subject: tuple[str, ...]) -> object:
    """Repairs without what is special about a subject."""
    return tuple(
        (
            repair.effect,
            repair.status,
            repair.severity,
            repair.seen_on,
            len(repair.also),
            tuple((act.table, act.field, act.change, act.subject == subject or act.subject) for act in repair.acts),
        )
        for repair in repairs
    )
