"""Judges companies one by one, with an engine for single documents: what is odd, and samples that confirm another."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import polars as pl

from ...facts import Document
from ...facts.addresses import province_of
from ...facts.as_of import AsOf
from ..audit import ENGINES, selected_norms
from ..decisions import decided
from ..duties import cured_on, due_on
from ..evaluate import Evaluator
from ..explain.disclosure import Disclosure, Withholding
from ..findings import Verdict
from ..language.tree import SUBJECT
from ..norms import Norm
from ..rows import Row, Rows, make_rows
from ..ruleset import Ruleset
from ..status import Status, decide
from .documents import document_of_row
from .judging import COMPANIES, FINDINGS, TALLIES, Judged, nothing_judged

__all__ = ["PlainJudge"]


class PlainJudge:
    """Judges document by document. `statuses` are those of the findings that are written down.

    With `redact` subjects go by their numbers.
    """

    def __init__(
        self,
        ruleset: Ruleset,
        as_of: AsOf,
        statuses: Iterable[Status],
        *,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        engine: str = "compiled",
        redact: bool = False,
    ) -> None:
        self._redact = redact
        self.name = engine
        self._as_of = as_of
        self._statuses = frozenset(statuses)
        self._norms = selected_norms(ruleset, select, ignore)
        key = f"{ruleset.key}\0{sorted(self._norms)}" if select or ignore else ruleset.key
        self._engine = ENGINES[engine](self._norms.values(), key)

    def judge(self, frame: pl.DataFrame, positions: pl.Series) -> Judged:
        """What is said of the companies of a canonical frame."""
        return self.judged(zip(positions, map(document_of_row, frame.iter_rows(named=True)), strict=True))

    def judged(self, documents: Iterable[tuple[int, Document]]) -> Judged:
        """What is said of some documents, each with its position in the input."""
        findings: list[Sequence[Any]] = []
        companies: list[Sequence[Any]] = []
        tallies = _Tallies()
        for position, document in documents:
            self._judge(position, document, findings, companies, tallies)
        if not companies:
            return nothing_judged()
        return Judged(
            pl.DataFrame(findings, schema=FINDINGS, orient="row"),
            pl.DataFrame(companies, schema=COMPANIES, orient="row"),
            tallies.frame(),
        )

    def _judge(
        self,
        position: int,
        document: Document,
        findings: list[Sequence[Any]],
        companies: list[Sequence[Any]],
        tallies: "_Tallies",
    ) -> None:
        rows = make_rows(document.company, self._as_of)
        decisions = self._engine.decide(rows)
        who = (position, *_identity(rows, document))
        dates = _Dates(rows)
        disclosure = Withholding(rows) if self._redact else Disclosure()
        counts = dict.fromkeys(Status, 0)
        seen: Counter[tuple[str, str, str]] = Counter()
        for norm in self._norms.values():
            for row, decision in decided(norm.id, norm.subject, rows, decisions):
                status = decide(decision)
                counts[status] += 1
                cured = dates.cured_on(norm, row) if status is Status.VIOLATED else None
                severity = norm.severity.lowered if cured else norm.severity
                seen[norm.id, severity.value, status.value] += 1
                if status in self._statuses:
                    due, strict = dates.due(norm, row)
                    subject = "/".join(disclosure.ids(row))
                    findings.append(
                        (*who, norm.id, norm.clause, subject, status.value, severity.value, due, strict, cured)
                    )
        companies.append((*who, *counts.values(), Verdict.of(counts).value))
        tallies.add(seen)


class _Dates:
    """The dates of the duties of one company."""

    def __init__(self, rows: Rows) -> None:
        self._evaluator = Evaluator(rows)
        self._strict = Evaluator(rows, strict=True)

    def due(self, norm: Norm, row: Row) -> tuple[str | None, str | None]:
        if row.absent or norm.by is None:
            return None, None
        bound = {SUBJECT: row}
        return due_on(self._evaluator, norm, bound), due_on(self._strict, norm, bound, self._evaluator)

    def cured_on(self, norm: Norm, row: Row) -> str | None:
        return cured_on(self._evaluator, norm, {SUBJECT: row})


class _Tallies:
    """Counts findings, and the companies that have any, by norm, severity and status."""

    def __init__(self) -> None:
        self._findings: Counter[tuple[str, str, str]] = Counter()
        self._companies: Counter[tuple[str, str, str]] = Counter()

    def add(self, seen: Counter[tuple[str, str, str]]) -> None:
        self._findings.update(seen)
        self._companies.update(seen.keys())

    def frame(self) -> pl.DataFrame:
        rows = [(*key, found, self._companies[key]) for key, found in self._findings.items()]
        return pl.DataFrame(rows, schema=TALLIES, orient="row")


def _identity(rows: Rows, document: Document) -> tuple[str | None, str | None, str | None]:
    """Number, name and the code of the province; the name is the company's own, or the one that the licence prints."""
    values = rows.company.values
    name = document.company.name or values.get("licence.company_name")
    address = values.get("licence.registered_address")
    province = province_of(None if address is None else str(address))
    return _text(values.get("licence.number")), _text(name), None if province is None else province.value


def _text(value: object) -> str | None:
    return None if value is None else str(value)
