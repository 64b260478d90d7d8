"""Reasons: why a condition holds, does not, or cannot be told."""

from .explain import Explainer
from .reasons import Evidence, Explanation, Reason, evidence_of, missing_of, rests_on_calendar

__all__ = ["Evidence", "Explainer", "Explanation", "Reason", "evidence_of", "missing_of", "rests_on_calendar"]
