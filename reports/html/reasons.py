"""The reasons of all findings in one table, for the page's script: equal parts of the trees are kept once.

A report's trees share most of their parts, and are seldom all opened; told in full they would be most of the file.
"""

from typing import Any

from ...engine.explain.reasons import Evidence, Reason
from ...engine.findings import Finding
from ...facts import Bilingual
from ..text.names import FactNames
from ..text.shown import shown
from .marks import mark_of

__all__ = ["ReasonTable"]


class ReasonTable:
    """Takes findings. `data` is what the script reads: texts are plain texts, never HTML."""

    def __init__(self, names: FactNames) -> None:
        self._names = names
        self._texts: dict[str, int] = {}
        self._facts: dict[tuple[object, ...], int] = {}
        self._reasons: dict[tuple[object, ...], int] = {}
        self._findings: dict[str, list[Any]] = {}

    def add(self, finding: Finding) -> None:
        """The derivation of a finding, and the facts that decided it."""
        tree = [self._reason(child) for child in finding.reasons.children]
        self._findings[mark_of(finding)] = [tree, [self._fact(one) for one in finding.evidence]]

    def data(self) -> dict[str, Any]:
        """`texts`; `facts` as [title zh, title en, value zh, value en, place]; `reasons` as [zh, en, holds, facts,
        missing, children]; `findings` by their marks as [reasons, facts]. All but `holds` are numbers of texts, or of
        other rows."""
        return {
            "texts": list(self._texts),
            "facts": list(self._facts),
            "reasons": list(self._reasons),
            "findings": self._findings,
        }

    def _text(self, text: str) -> int:
        return self._texts.setdefault(shown(text), len(self._texts))

    def _both(self, text: Bilingual) -> tuple[int, int]:
        return self._text(text.zh), self._text(text.en)

    def _fact(self, fact: Evidence) -> int:
        place = self._names.place(fact.pointer) or self._names.path(fact.pointer)
        if fact.source is not None:
            place += f" · {fact.source}"
        row = (*self._both(fact.title), *self._both(fact.value), self._text(place))
        return self._facts.setdefault(row, len(self._facts))

    def _reason(self, reason: Reason) -> int:
        row = (
            *self._both(reason.text),
            reason.holds.name.lower(),
            tuple(self._fact(one) for one in reason.evidence),
            tuple(self._text(self._names.path(one)) for one in reason.missing),
            tuple(self._reason(child) for child in reason.children),
        )
        return self._reasons.setdefault(row, len(self._reasons))
