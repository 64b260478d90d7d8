"""Which findings of a company come out otherwise under the newer version."""

from collections.abc import Mapping

from ...facts import Document
from ...facts.as_of import AsOf
from ...facts.schema import company_schema
from ..compiled import CompiledEngine
from ..conclude import fingerprint
from ..decisions import decided
from ..differences import Difference
from ..duties import cured_on, due_on
from ..evaluate import Evaluator
from ..language.tree import SUBJECT
from ..rows import Rows, make_rows
from ..ruleset import Ruleset
from ..standing import Standing
from ..status import Status, decide
from .model import CompanyChange

__all__ = ["CompanyComparer"]

_Standings = Mapping[tuple[str, tuple[str, ...]], Standing]
_ORDER = list(Status)


class CompanyComparer:
    """Decides companies by two rulesets, and tells what differs. Build it once for many companies."""

    def __init__(self, before: Ruleset, after: Ruleset) -> None:
        self._sides = tuple((one, CompiledEngine(one.norms.values())) for one in (before, after))

    def compare(self, document: Document, as_of: AsOf) -> CompanyChange:
        """What of a company's findings changes: status, due date of what is not met, gravity of what is violated."""
        rows = make_rows(document.company, as_of)
        before, after = (_standings(ruleset, engine, rows) for ruleset, engine in self._sides)
        places = self._sides[1][0].order
        every = dict.fromkeys((*after, *before))
        pairs = [Difference(before.get(key), after.get(key)) for key in every]
        found = sorted(
            (one for one in pairs if _differs(one)),
            key=lambda one: (
                len(_ORDER) if one.after is None else _ORDER.index(one.after.status),
                one.shown.severity.rank,
                places.get(one.shown.norm, len(places)),
            ),
        )
        return CompanyChange(document.source, document.company.name, tuple(found), len(pairs) - len(found))


def _standings(ruleset: Ruleset, engine: CompiledEngine, rows: Rows) -> _Standings:
    decisions = engine.decide(rows)
    evaluator = Evaluator(rows)
    tables = company_schema().tables
    found = {}
    for norm in ruleset.norms.values():
        for row, decision in decided(norm.id, norm.subject, rows, decisions):
            status = decide(decision)
            bound = {SUBJECT: row}
            cured = status is Status.VIOLATED and not row.absent and cured_on(evaluator, norm, bound) is not None
            found[norm.id, row.ids] = Standing(
                fingerprint(ruleset.id, norm.id, row.ids),
                norm.id,
                norm.title,
                status,
                norm.severity.lowered if cured else norm.severity,
                row.ids,
                tables[row.table].title,
                None if row.absent else due_on(evaluator, norm, bound),
                row.table,
                row.pointer,
            )
    return found


def _differs(one: Difference) -> bool:
    was, now = one.before, one.after
    if was is None or now is None or was.status is not now.status or was.badness != now.badness:
        return True
    return was.due != now.due and now.status not in (Status.MET, Status.NOT_APPLICABLE)
