"""The particulars of a finding while they are worked out: each when it is first asked for."""

import hashlib
from collections.abc import Callable, Mapping
from typing import Any, Final

from ..facts import Bilingual, Document
from .decisions import NOTHING_TO_DECIDE
from .duties import cured_on, due_on
from .evaluate import Bound
from .explain import Explanation, missing_of
from .explain.disclosure import Disclosure
from .grounds import Grounds
from .language.tree import SUBJECT
from .norms import BasisKind, Norm
from .particulars import CitedBasis, OtherReading, Particulars
from .rows import Row, Rows
from .ruleset import Ruleset
from .status import Cause, Decision, Status, decide

__all__ = ["Disagreement", "Late", "WorkedOut", "fingerprint"]


class Disagreement(RuntimeError):
    """An engine and the reasons say different things: no verdict is given."""


class Late:
    """What the findings of a document are made from, itself made when the first of them is looked into."""

    def __init__(self, ruleset: Ruleset, document: Document, rows: Callable[[], Rows], disclosure: Disclosure) -> None:
        self.ruleset = ruleset
        self._disclosure = disclosure
        self._document = document
        self._rows = rows
        self._made: Grounds | None = None

    @property
    def grounds(self) -> Grounds:
        """All of it."""
        made = self._made
        if made is None:
            made = self._made = Grounds(self.ruleset, self._document, self._rows(), self._disclosure)
        return made


class WorkedOut(Particulars):
    """Works out what a finding says, from the rows of its company.

    What the reasons come to has to be the status; where it is not, whatever is asked for raises Disagreement.
    """

    row: Row
    decision: Decision
    cited: list[CitedBasis]

    def __init__(
        self, late: Late, norm: Norm, status: Status, ids: tuple[str, ...], place: int, told: tuple[str, ...]
    ) -> None:
        """`place` is that of the subject among the rows of its table; `told` are the ids that it goes by."""
        self._late = late
        self._norm = norm
        self._status = status
        self._ids = ids
        self._place = place
        self._told = told

    def confirm(self, decision: Decision) -> None:
        """Raise Disagreement where the reasons do not come to just what an engine decided."""
        if not self.row.absent and self.decision != decision:
            raise Disagreement(f"{self._norm.id} for {self._where}: engine {decision}, reasons {self.decision}")

    def __getattr__(self, name: str) -> Any:
        make = _MAKE.get(name)
        if make is None:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        value = self.__dict__[name] = make(self)
        return value

    @property
    def _grounds(self) -> Grounds:
        return self._late.grounds

    @property
    def _bound(self) -> Bound:
        return {SUBJECT: self.row}

    @property
    def _where(self) -> str:
        return "/".join(self._ids) or "the company"

    def _make_row(self) -> Row:
        rows, table = self._grounds.rows, self._norm.subject
        row = rows.absent(table) or rows.subjects(table)[self._place]
        decision = self._grounds.worked_out(self._norm, row) if not row.absent else NOTHING_TO_DECIDE
        if row.ids != self._ids or decide(decision) is not self._status:
            raise Disagreement(f"{self._norm.id} for {self._where}: engine {self._status}, reasons {decision}")
        self.decision = decision
        return row

    def _make_decision(self) -> Decision:
        _ = self.row
        return self.decision

    def _make_pointer(self) -> str:
        return self.row.pointer

    def _make_citation(self) -> str:
        return self._grounds.citer.citation(self._late.ruleset.clause_of[self._norm.clause].citation)

    def _make_quote(self) -> str:
        return self._grounds.citer.quote(self._norm.clause, self._norm.id)

    def _make_fingerprint(self) -> str:
        return fingerprint(self._late.ruleset.id, self._norm.id, self._told)

    def _make_explanation(self) -> Explanation:
        grounds, row = self._grounds, self.row
        if row.absent:
            return Explanation(lambda: (grounds.explainer.empty(self.message, row),))
        decision = self.decision
        return Explanation(lambda: grounds.reasons(self._norm, self._bound, decision))

    def _make_message(self) -> Bilingual:
        grounds, row = self._grounds, self.row
        if row.absent:
            return grounds.nothing(row)
        return grounds.unlisted(row, self._status) if row.imagined else grounds.message(self._norm, self._bound)

    def _make_missing(self) -> tuple[str, ...]:
        if self.row.imagined:
            return (self.row.pointer,) if self._status is Status.UNDETERMINED else ()
        if self._status in (Status.UNDETERMINED, Status.PENDING):
            return missing_of(self.explanation.deciding)
        return ()

    def _make_due(self) -> str | None:
        return None if self.row.absent else due_on(self._grounds.evaluator, self._norm, self._bound)

    def _make_strict_due(self) -> str | None:
        grounds = self._grounds
        return None if self.row.absent else due_on(grounds.strict, self._norm, self._bound, grounds.evaluator)

    def _make_cured_on(self) -> str | None:
        if self._status is not Status.VIOLATED:
            return None
        return cured_on(self._grounds.evaluator, self._norm, self._bound)

    def _make_cause(self) -> Cause | None:
        if self._status is not Status.UNDETERMINED:
            return None
        return self._grounds.cause(self._norm, self._bound, self.decision)

    def _make_cited(self) -> list[CitedBasis]:
        return self._grounds.citer.bases(self._norm, self.row)

    def _make_bases(self) -> tuple[CitedBasis, ...]:
        return tuple(one for one in self.cited if one.kind in _GROUNDS)

    def _make_consequences(self) -> tuple[CitedBasis, ...]:
        return tuple(one for one in self.cited if one.kind not in _GROUNDS)

    def _make_other_readings(self) -> tuple[OtherReading, ...]:
        return self._grounds.other_readings(self._norm, self.row, self._status)


_GROUNDS: Final = (BasisKind.BASIS, BasisKind.ORIGIN, BasisKind.POWER)

_MAKE: Final[Mapping[str, Callable[[WorkedOut], object]]] = {
    name.removeprefix("_make_"): make for name, make in vars(WorkedOut).items() if name.startswith("_make_")
}


def fingerprint(ruleset: str, norm: str, ids: tuple[str, ...]) -> str:
    """Stays the same when a document is reordered or a message reworded."""
    return hashlib.sha256("\0".join((ruleset, norm, *ids)).encode()).hexdigest()[:32]
