"""The report that a compliance officer reads: the verdict first, then what is broken, what falls due, what is open."""

from typing import Final

from ...engine.findings import Report
from .finding import FindingTeller
from .marks import tell_marks
from .names import FactNames
from .page import Page
from .rest import tell_others, tell_readings, tell_umbrellas, tell_unencoded, tell_way_on
from .sections import tell_pending, tell_undetermined, tell_violated
from .summary import tell_head, tell_verdict
from .telling import Background, Detail, Telling

__all__ = ["to_text"]

_ONE_LINE: Final = 10_000
"""The verdict alone is a line for other programs too, and not broken."""


def to_text(report: Report, background: Background, telling: Telling) -> str:
    """The report as lines of text, ending in a line break."""
    columns = _ONE_LINE if telling.detail is Detail.VERDICT else telling.columns
    page = Page(telling.language, columns, colour=telling.colour)
    tell_verdict(page, report, background)
    if telling.detail is Detail.VERDICT:
        return page.text
    whole = telling.detail is Detail.EVERYTHING
    names = FactNames(background.document)
    teller = FindingTeller(page, names, report)
    tell_head(page, report, background, whole=whole)
    tell_marks(page, report)
    tell_violated(page, teller, report, whole=whole)
    tell_pending(page, teller, report, whole=whole)
    tell_undetermined(page, teller, names, report, whole=whole)
    tell_others(page, report, whole=whole)
    tell_umbrellas(page, report)
    tell_readings(page, report, whole=whole)
    tell_unencoded(page, background.unencoded)
    tell_way_on(page, report)
    return page.text
