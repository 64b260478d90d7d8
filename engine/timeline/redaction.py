"""A timeline without values of facts: see `engine.redaction`.

The days on which a status comes or goes stay, though a fact may lie on them: without them there is no timeline.
"""

from msgspec.structs import replace

from ...facts import Document
from ...facts.as_of import AsOf
from ...facts.schema import company_schema
from ..citing import Citer
from ..conclude import fingerprint
from ..evaluate import Evaluator
from ..explain.disclosure import NAMELESS, Withholding
from ..explain.numbering import Numbering
from ..rows import Rows, make_rows
from ..ruleset import Ruleset
from .model import NormTimeline, Timeline, Track, Turn

__all__ = ["redacted_timeline"]


def redacted_timeline(timeline: Timeline, ruleset: Ruleset, document: Document) -> Timeline:
    """The same stretches and turns, of subjects that go by their numbers.

    Numbers and fingerprints are those of the redacted report as of the same day; what a derived list holds on other
    days only is numbered after that.
    """
    rows = make_rows(document.company, AsOf(timeline.as_of))
    citer = Citer(ruleset, rows, company_schema(), Evaluator(rows), Withholding(rows))
    teller = _Teller(ruleset.id, rows)
    return replace(
        timeline,
        company=None if timeline.company is None else NAMELESS,
        licence=None if timeline.licence is None else NAMELESS,
        norms=tuple(
            replace(
                one,
                citation=citer.citation(ruleset.clause_of[one.clause].citation),
                quote=citer.quote(one.clause, one.norm),
                tracks=tuple(teller.track(one, track) for track in one.tracks),
            )
            for one in timeline.norms
        ),
        planned=(None,) * len(timeline.planned),
        ahead=replace(timeline.ahead, turns=tuple(teller.turn(one) for one in timeline.ahead.turns)),
        redacted=True,
    )


class _Teller:
    """Tells of subjects by their numbers."""

    def __init__(self, ruleset: str, rows: Rows) -> None:
        self._ruleset = ruleset
        self._numbering = Numbering()
        for listed in rows.tables.values():
            for row in listed:
                self._numbering.ids(row.table, row.ids, row.pointer)

    def track(self, norm: NormTimeline, one: Track) -> Track:
        told = self._numbering.ids(one.subject_table, one.subject, one.pointer)
        return replace(one, subject=told, fingerprint=fingerprint(self._ruleset, norm.norm, told))

    def turn(self, one: Turn) -> Turn:
        told = self._numbering.ids(one.subject_table, one.subject, one.pointer)
        return replace(one, subject=told, fingerprint=fingerprint(self._ruleset, one.norm, told))
