"""The judge: a slow, plain interpreter of norms, against which every engine is held.

It reads the nested document as it is and shares nothing with the engines but the parsed conditions. It is written to
be checked by reading, one module a part of what is said about truth: `truth` (three values), `possible` (what a value
can be), `counting` (periods), `elements` and `world` (the document as of a day), `derived` (lists that follow from it),
`conditions`, and `verdicts` (status).
"""

from .verdicts import Judged, Judgement, judge

__all__ = ["Judged", "Judgement", "judge"]
