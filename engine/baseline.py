"""A report beside a former one: what is new or worse gates, what was so before does not."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from .findings import BaselineInfo, Report
from .standing import Change, Standing, changed, standings

__all__ = ["Former", "with_baseline"]


class Former(Struct, frozen=True):
    """What a former report said: where it stands, of what day and by which ruleset, and its findings by fingerprint."""

    source: str
    ruleset: str
    ruleset_version: str
    as_of: str
    company: str | None
    partial: bool
    standings: Mapping[str, Standing]


def with_baseline(report: Report, former: Former) -> Report:
    """The report with each finding marked, and the number of those that are fixed: bad once, and now well or gone.

    What the report does not look at is not fixed by that.
    """
    now = standings(report.findings)
    marks = {name: changed(former.standings.get(name), one) for name, one in now.items()}
    looked_at = {one.norm for one in report.findings}
    fixed = [
        name
        for name, one in former.standings.items()
        if one.badness > (0, 0) and one.norm in looked_at and (name not in now or now[name].badness == (0, 0))
    ]
    counts = {change: sum(found is change for found in marks.values()) for change in Change}
    return replace(
        report,
        findings=tuple(replace(one, change=marks[one.fingerprint]) for one in report.findings),
        baseline=BaselineInfo(former.source, former.as_of, former.ruleset_version, counts, len(fixed)),
    )
