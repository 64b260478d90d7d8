"""What a soak audits: a few small companies of which different things are true, and what was said of each at first."""

from collections.abc import Sequence
from functools import cache
from typing import Any, Final, NamedTuple

from hegui.engine.audit import Auditor
from hegui.engine.findings import Report
from hegui.engine.ruleset import load_ruleset
from hegui.facts import Document, from_mapping, load
from hegui.facts.as_of import AsOf
from tests.cli.running import ROOT

__all__ = ["DAY", "Audited", "Soaked", "auditor_of", "documents", "said"]

_POLICY: Final = ROOT / "examples" / "policy"
DAY: Final = AsOf.parse((_POLICY / "as_of.txt").read_text(encoding="utf-8").strip())

_LAUNCH: Final = {"id": "a", "launched_on": "2019-05-20"}
_SMALL: Final[Sequence[dict[str, Any]]] = (
    {},
    {"name": "虚构甲", "launches": [], "complaints": [], "assessments": [], "staff": {"complaint_handlers": 1}},
    {"name": "虚构乙", "complaints": [{"id": "x", "received_on": "2019-05-06", "replied_on": "2019-05-30"}]},
    {
        "name": "虚构丙",
        "launches": [_LAUNCH],
        "assessments": [{"id": '"$m"', "subject": "a", "completed_on": "2019-05-17"}],
    },
)

Said = tuple[tuple[str, tuple[str, ...], str], ...]


@cache
def auditor_of(engine: str) -> Auditor:
    """An auditor by the small ruleset among the examples."""
    return Auditor(load_ruleset(_POLICY), engine=engine)


@cache
def documents() -> tuple[Document, ...]:
    """The example's company, and smaller ones."""
    return (load(_POLICY / "facts.yaml"), *map(from_mapping, _SMALL))


def said(report: Report) -> Said:
    """Norm, subject and status of each finding."""
    return tuple((one.norm, one.subject, one.status.value) for one in report.findings)


class Audited:
    """Audits in turn and compares with what was said first."""

    def __init__(self, engine: str) -> None:
        self.auditor = auditor_of(engine)
        self.first = [said(self.auditor.audit(one, DAY)) for one in documents()]
        assert len(set(self.first)) > 2, "the companies tell nothing apart"

    def differs(self, number: int) -> bool:
        """Whether the audit of this number says anything else than the first one of its company did."""
        which = number % len(self.first)
        return said(self.auditor.audit(documents()[which], DAY)) != self.first[which]


class Soaked(NamedTuple):
    """What a soak found: how many audits, how many that differed, and memory in bytes before and after."""

    what: str
    audits: int
    differing: int
    before: int
    after: int

    @property
    def growth(self) -> int:
        """In bytes."""
        return self.after - self.before
