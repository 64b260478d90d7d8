"""The report as one HTML file."""

from typing import Final

from ...engine.findings import Report
from ...engine.status import Severity, Status
from ..text.names import FactNames
from ..text.summary import head_rows, verdict_text
from ..text.telling import Background, Telling
from . import words
from .clauses import cell_of, segments_of, slot_values
from .entries import EntryMaker
from .environment import environment
from .facts_to_state import facts_to_state
from .inline import content_policy, inline, json_text
from .readings import readings_of, setting_of
from .reasons import ReasonTable
from .sections import make_sections
from .timeline import timeline
from .umbrellas import umbrella_lines
from .waivers import waiver_lines

__all__ = ["to_html"]

_AT_FIRST: Final = (Status.VIOLATED, Status.PENDING, Status.UNDETERMINED)
"""What is shown until a reader asks for more: what calls for an act."""


def to_html(report: Report, background: Background, telling: Telling) -> str:
    """The report as an HTML document, ending in a line break; of `telling` it takes the language that it opens in.

    Every text of a fact is escaped; scripts and styles are pinned by their digests in the Content-Security-Policy.
    """
    jinja = environment()
    style = inline(jinja.get_template("style/all.css").render())
    script = inline(jinja.get_template("script/all.js").render())
    names = FactNames(background.document)
    reasons = ReasonTable(names)
    slots = slot_values(report, background.document)
    clauses = {clause.id: segments_of(clause, slots) for clause in background.clauses}
    maker = EntryMaker(report, names, clauses, reasons)
    sections = make_sections(report, maker)
    present = [status for status in Status if report.counts[status]]
    at_first = [status for status in present if status in _AT_FIRST] or present
    page = jinja.get_template("report.html").render(
        language=telling.language.value,
        policy=content_policy(style, script),
        style=style.text,
        script=script.text,
        report=report,
        verdict=verdict_text(report, background),
        rows=head_rows(report, background, whole=True),
        statuses=tuple(Status),
        severities=tuple(Severity),
        at_first=at_first,
        cells=[cell_of(clause, report) for clause in background.clauses],
        timeline=timeline(report),
        facts=facts_to_state(report, names),
        sections=sections,
        readings=[(one, setting_of(one)) for one in readings_of(report)],
        umbrellas=umbrella_lines(report),
        waivers=waiver_lines(report),
        unencoded=background.unencoded,
        reasons=json_text(reasons.data()),
        words=words,
    )
    return page.rstrip("\n") + "\n"
