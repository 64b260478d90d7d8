"""What a portfolio comes to: counts by norm, province and month due, and who breaks most. Needs no Polars."""

from collections.abc import Iterable, Mapping
from typing import Final, TypeVar

import msgspec
from msgspec import Struct

from ..explain.disclosure import NAMELESS
from ..status import Severity, Status

__all__ = ["MOST_OFFENDERS", "NAMELESS", "MonthDue", "NormTally", "Offender", "ProvinceTally", "Summary", "merged"]

MOST_OFFENDERS: Final = 20
"""So many of those who break most are kept."""


class NormTally(Struct, frozen=True):
    """How many findings of one norm, severity and status there are, and in how many companies."""

    norm: str
    severity: Severity
    status: Status
    findings: int
    companies: int


class ProvinceTally(Struct, frozen=True):
    """The companies of one province; `province` is its code, None where it is not known."""

    province: str | None
    companies: int
    violating: int
    """Companies of which something is violated."""
    violated: int
    """Findings; so too `pending` and `undetermined`."""
    pending: int
    undetermined: int


class MonthDue(Struct, frozen=True):
    """The duties that are due in one month (2020-10): still pending, and late and not done."""

    month: str
    pending: int
    violated: int


class Offender(Struct, frozen=True):
    """A company with its violations by severity."""

    company: int
    number: str | None
    name: str | None
    province: str | None
    critical: int
    major: int
    minor: int

    @property
    def rank(self) -> tuple[int, int, int, int]:
        """Sorts the worst first, and of equals the one that comes first in the input."""
        return -self.critical, -self.major, -self.minor, self.company

    @property
    def violated(self) -> int:
        """All its violations."""
        return self.critical + self.major + self.minor


class Summary(Struct, frozen=True):
    """Of one batch, or of a portfolio. Companies in it are judged or rejected."""

    companies: int
    judged: int
    rejected: int
    checked: int
    """Companies that another engine judged as well, and confirmed."""
    odd: int
    """Companies among the judged whose documents were read one by one."""
    verdicts: Mapping[str, int]
    """Companies by verdict."""
    norms: tuple[NormTally, ...]
    provinces: tuple[ProvinceTally, ...]
    months: tuple[MonthDue, ...]
    offenders: tuple[Offender, ...]

    @property
    def statuses(self) -> Mapping[Status, int]:
        """Findings by status."""
        return {status: sum(one.findings for one in self.norms if one.status is status) for status in Status}

    def findings(self, status: Status, severity: Severity) -> int:
        """How many findings of a status and severity there are."""
        return sum(one.findings for one in self.norms if one.status is status and one.severity is severity)


_Tally = TypeVar("_Tally", NormTally, ProvinceTally, MonthDue)

_NOTHING: Final = Summary(0, 0, 0, 0, 0, {}, (), (), (), ())


def merged(parts: Iterable[Summary]) -> Summary:
    """The summary of several batches. Norms stay in the order in which they are first met; the rest is sorted."""
    total = _NOTHING
    norms: dict[tuple[str, Severity, Status], NormTally] = {}
    provinces: dict[str | None, ProvinceTally] = {}
    months: dict[str, MonthDue] = {}
    for part in parts:
        for norm in part.norms:
            key = (norm.norm, norm.severity, norm.status)
            norms[key] = _added(norms.get(key), norm)
        for province in part.provinces:
            provinces[province.province] = _added(provinces.get(province.province), province)
        for month in part.months:
            months[month.month] = _added(months.get(month.month), month)
        total = Summary(
            companies=total.companies + part.companies,
            judged=total.judged + part.judged,
            rejected=total.rejected + part.rejected,
            checked=total.checked + part.checked,
            odd=total.odd + part.odd,
            verdicts={
                one: total.verdicts.get(one, 0) + part.verdicts.get(one, 0)
                for one in dict.fromkeys((*total.verdicts, *part.verdicts))
            },
            norms=(),
            provinces=(),
            months=(),
            offenders=tuple(sorted((*total.offenders, *part.offenders), key=lambda one: one.rank)[:MOST_OFFENDERS]),
        )
    return msgspec.structs.replace(
        total,
        verdicts=dict(sorted(total.verdicts.items())),
        norms=tuple(norms.values()),
        provinces=tuple(sorted(provinces.values(), key=lambda one: (one.province is None, one.province or ""))),
        months=tuple(months[month] for month in sorted(months)),
    )


def _added(one: _Tally | None, other: _Tally) -> _Tally:
    """Two counts of the same thing: what is a number is added up."""
    if one is None:
        return other
    counts = {
        name: getattr(one, name) + getattr(other, name)
        for name in one.__struct_fields__
        if isinstance(getattr(one, name), int)
    }
    return msgspec.structs.replace(other, **counts)
