"""How norms stand on every day of a span: when each was broken, cured, unknown; and what changes next by itself."""

from .model import Ahead, NormTimeline, Stretch, Timeline, Track, Turn
from .redaction import redacted_timeline
from .timeline import LOOK_AHEAD_YEARS, TimelineMaker, years_later

__all__ = [
    "LOOK_AHEAD_YEARS",
    "Ahead",
    "NormTimeline",
    "Stretch",
    "Timeline",
    "TimelineMaker",
    "Track",
    "Turn",
    "redacted_timeline",
    "years_later",
]
