"""How norms stand on a day, decided for that day alone: what a timeline has to agree with."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from hegui.engine.compiled import CompiledEngine
from hegui.engine.decisions import Engine, decided
from hegui.engine.duties import cured_on
from hegui.engine.evaluate import Evaluator
from hegui.engine.language.tree import SUBJECT
from hegui.engine.rows import make_rows
from hegui.engine.ruleset import Ruleset
from hegui.engine.status import Status, decide
from hegui.engine.timeline import Timeline
from hegui.facts import Company
from hegui.facts.as_of import AsOf

__all__ = ["Stands", "days_of", "engine_of", "stands_of", "timeline_on"]

Stands = Mapping[tuple[str, tuple[str, ...]], tuple[Status, str | None]]
"""Status, and when it was done late, by norm and subject."""


def engine_of(ruleset: Ruleset) -> Engine:
    """An engine that knows of no timelines."""
    return CompiledEngine(ruleset.norms.values())


def stands_of(ruleset: Ruleset, engine: Engine, company: Company, day: date) -> Stands:
    """How all norms stand on a day."""
    rows = make_rows(company, AsOf(day))
    decisions, evaluator = engine.decide(rows), Evaluator(rows)
    found = {}
    for norm in ruleset.norms.values():
        for row, decision in decided(norm.id, norm.subject, rows, decisions):
            status = decide(decision)
            cured = cured_on(evaluator, norm, {SUBJECT: row}) if status is Status.VIOLATED else None
            found[norm.id, row.ids] = (status, cured)
    return found


def timeline_on(timeline: Timeline, day: date) -> Stands:
    """How all norms stand on a day, as a timeline tells it; each subject has just one stretch that holds the day."""
    found = {}
    for norm in timeline.norms:
        for track in norm.tracks:
            (stretch,) = (one for one in track.stretches if one.first <= day <= one.last)
            if stretch.status is not None:
                found[norm.norm, track.subject] = (stretch.status, stretch.cured_on)
    return found


def days_of(first: date, last: date) -> Iterator[date]:
    """Every day from the first to the last."""
    return (first + timedelta(days=number) for number in range((last - first).days + 1))
