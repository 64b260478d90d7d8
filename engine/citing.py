"""What a finding cites: the clause, its phrases and the law behind it."""

from datetime import date
from functools import lru_cache

from ..facts.schema import Schema
from .evaluate import Evaluator
from .explain.disclosure import Disclosure
from .intervals import FIRST, LAST, MINUTES_A_DAY
from .kleene import FALSE
from .language.tree import DAY, SUBJECT, Cell, Value
from .language.walk import subtrees
from .norms import Basis, BasisKind, Norm
from .particulars import CitedBasis
from .rows import Row, Rows
from .ruleset import Ruleset

__all__ = ["Citer"]


class Citer:
    """Cites for the findings of one document."""

    def __init__(
        self, ruleset: Ruleset, rows: Rows, schema: Schema, evaluator: Evaluator, disclosure: Disclosure | None = None
    ) -> None:
        self._ruleset = ruleset
        self._rows = rows
        self._schema = schema
        self._evaluator = evaluator
        self._disclosure = disclosure or Disclosure()

    def citation(self, clause: str) -> str:
        """A clause of the audited licence, as it is cited."""
        number = self._disclosure.printed(self._rows.company.values.get("licence.number"))
        # Not str.format: the template is a ruleset's, and may hold what formats without end or reads attributes.
        return f"{self._ruleset.citation.replace('{number}', number or '(编号未说明)')} {clause}"

    def quote(self, clause: str, norm: str) -> str:
        """The phrases of the clause that ground a norm, to the letter; an ellipsis stands for what lies between."""
        parts: list[str] = []
        last = -2
        for number, segment in enumerate(self._ruleset.clause_of[clause].segments):
            if norm in segment.norms:
                text = segment.text if segment.slot is None else self._slot(segment.slot)
                parts.append(text if last == number - 1 or not parts else f"…{text}")
                last = number
        return "".join(parts)

    def _slot(self, name: str) -> str:
        """What the audited licence has where the text has its holder's own; an ellipsis where it is not stated."""
        value = self._rows.company.values.get(f"licence.{name}")
        return (self._disclosure.printed(value) if isinstance(value, str) else None) or "…"

    def bases(self, norm: Norm, row: Row) -> list[CitedBasis]:
        """The articles behind a norm that are in force for a subject and fit its case."""
        day = self._event_day(norm, row)
        internet = self._via_internet(row)
        return [
            CitedBasis(one.id, one.instrument.title, one.article, one.kind, one.gist, one.verified)
            for one in norm.bases
            if _in_force(one, day) and (one.when is None or internet) and self._fits(norm, one, row)
        ]

    def _fits(self, norm: Norm, basis: Basis, row: Row) -> bool:
        """Whether an article may fit the subject's case."""
        condition = norm.bases_when.get(basis.id)
        return condition is None or row.absent or self._evaluator.holds(condition, {SUBJECT: row}) is not FALSE

    def _event_day(self, norm: Norm, row: Row) -> date:
        """The day on which a law must be in force to be cited: the event that a duty counts from, or the subject's own.

        A state is judged by the law of the day of the audit.

        What counts back from a term, such as an expiry, is judged by the law of the day on which it is due.
        """
        if norm.by is not None and _counts_from_term(norm.by):
            due = self._evaluator.value(norm.by, {SUBJECT: row})[0] if not row.absent else FIRST
            if FIRST < due < LAST:
                return min(date.fromordinal(due if norm.by.type == DAY else due // MINUTES_A_DAY), self._rows.as_of.day)
        if norm.judged_today:
            return self._rows.as_of.day
        anchors = (
            [part.field for part in subtrees(norm.by) if isinstance(part, Cell) and part.above == 0] if norm.by else []
        )
        for name in (*anchors, *self._schema.tables[row.table].occurrence):
            value = row.values.get(name)
            if isinstance(value, date):
                return min(date(value.year, value.month, value.day), self._rows.as_of.day)
        return self._rows.as_of.day

    def _via_internet(self, row: Row) -> bool:
        """Whether the subject is, or may be, an internet service; for other subjects, whether the company runs one."""
        values = row.values
        if "via_internet" in self._schema.tables[row.table].fields:
            return values.get("via_internet") is not False
        if "network" in self._schema.tables[row.table].fields:
            return str(values.get("network") or "internet") == "internet"
        services = self._rows.tables["services"]
        return any(str(one.values.get("network") or "internet") == "internet" for one in services)


@lru_cache(maxsize=10_000)
def _counts_from_term(by: Value) -> bool:
    """Whether a date counts from a term, not from an event."""
    return not any(isinstance(part, Cell) and part.event for part in subtrees(by))


def _in_force(basis: Basis, day: date) -> bool:
    """Whether an article may be cited for a day. Where the licence's wording comes from stays true after its repeal."""
    if basis.kind is BasisKind.ORIGIN:
        return True
    return (basis.since is None or basis.since <= day) and (basis.until is None or day <= basis.until)
