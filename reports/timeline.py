"""A timeline as JSON, of the schema `hegui-timeline-1`."""

from typing import Any, Final

from ..engine.status import Status
from ..engine.timeline import NormTimeline, Stretch, Timeline, Track, Turn
from .json_texts import bilingual_data, dumped

__all__ = ["SCHEMA", "timeline_json"]

SCHEMA: Final = "hegui-timeline-1"


def timeline_json(timeline: Timeline) -> str:
    """The whole timeline as one indented JSON document. A status of null says that there is no such subject then."""
    ahead = timeline.ahead
    return dumped(
        {
            "schema": SCHEMA,
            "ruleset": {
                "id": timeline.ruleset.id,
                "version": timeline.ruleset.version,
                "digest": timeline.ruleset.digest,
            },
            "settings": dict(timeline.settings),
            "calendar": {
                "source": timeline.calendar.source,
                "version": timeline.calendar.version,
                "last_published_year": timeline.calendar.last_published_year,
            },
            "source": timeline.source,
            "company": timeline.company,
            "licence": timeline.licence,
            "as_of": str(timeline.as_of),
            "from": str(timeline.first),
            "to": str(timeline.last),
            "selected": list(timeline.selected),
            "ignored": list(timeline.ignored),
            "planned": [None if day is None else str(day) for day in timeline.planned],
            "next": None if ahead.next_day is None else str(ahead.next_day),
            "looked_until": str(ahead.looked_until),
            "ahead": [_turn(one) for one in ahead.turns],
            "norms": [_norm(one) for one in timeline.norms],
            "redacted": timeline.redacted,
        }
    )


def _norm(one: NormTimeline) -> dict[str, Any]:
    return {
        "norm": one.norm,
        "title": bilingual_data(one.title),
        "severity": one.severity.value,
        "clause": one.clause,
        "citation": one.citation,
        "quote": one.quote,
        "subjects": [_track(track) for track in one.tracks],
    }


def _track(track: Track) -> dict[str, Any]:
    return {
        "subject": list(track.subject),
        "subject_title": bilingual_data(track.subject_title),
        "pointer": track.pointer,
        "fingerprint": track.fingerprint,
        "began_before": track.began_before,
        "goes_on": track.goes_on,
        "stretches": [_stretch(one) for one in track.stretches],
    }


def _stretch(one: Stretch) -> dict[str, Any]:
    return {
        "from": str(one.first),
        "to": str(one.last),
        "status": _status(one.status),
        "cured_on": one.cured_on,
        "due": one.due,
    }


def _turn(one: Turn) -> dict[str, Any]:
    return {
        "on": str(one.on),
        "norm": one.norm,
        "title": bilingual_data(one.title),
        "severity": one.severity.value,
        "subject": list(one.subject),
        "pointer": one.pointer,
        "fingerprint": one.fingerprint,
        "before": _status(one.before),
        "after": _status(one.after),
        "due": one.due,
    }


def _status(status: Status | None) -> str | None:
    return None if status is None else status.value
