"""The work on one batch, wherever it is done: in this process, in another, or on a cluster."""

import json
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Final

import polars as pl
from msgspec import Struct

from ...facts import Document
from ...facts.as_of import AsOf
from ..ruleset import Ruleset, load_ruleset
from ..status import Status
from .documents import Rejected, document_of_row, read_odd, rejected_lines
from .formats import TableFormat
from .judges import JUDGES
from .judging import FINDINGS, Judged, concatenated
from .parts import Part
from .plain import PlainJudge
from .reading import PlacedBatch
from .redaction import withheld, withheld_problems
from .summing import summed
from .tables import piece_of

__all__ = ["Job", "Lost", "Unconfirmed", "Worker"]

_SHOWN: Final = 20


class Job(Struct, frozen=True):
    """What a worker needs to know, as plain data that can be sent to where it works."""

    ruleset: str
    """Its folder."""
    readings: Mapping[str, int | str | bool]
    as_of: str
    statuses: tuple[Status, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    engine: str
    confirmed_by: str | None
    format: TableFormat
    redact: bool = False
    """Whether values of facts are left out."""


class Lost(RuntimeError):
    """Companies went in that neither were judged nor rejected, or came out that did not go in."""


class Unconfirmed(Exception):
    """Another engine says something else of some companies; `lines` say what, company by company."""

    def __init__(self, engine: str, other: str, lines: Sequence[str]) -> None:
        super().__init__(engine, other, lines)
        self.engine = engine
        self.other = other
        self.lines = tuple(lines)


class Worker:
    """Works on batches of one portfolio; made once for many."""

    def __init__(self, job: Job, ruleset: Ruleset | None = None) -> None:
        self._job = job
        self._ruleset = ruleset or load_ruleset(Path(job.ruleset), dict(job.readings))
        self._as_of = AsOf.parse(job.as_of)
        # The summary tells of what is violated or pending, whatever is written down.
        self._statuses = frozenset((*job.statuses, Status.VIOLATED, Status.PENDING))
        self._judge = JUDGES[job.engine]()(
            self._ruleset, self._as_of, self._statuses, select=job.select, ignore=job.ignore, redact=job.redact
        )

    def work(self, placed: PlacedBatch, sample: Collection[int] = ()) -> Part:
        """What a batch gives. Of the companies at the positions of `sample` another engine has to say the same.

        Raises Unconfirmed where it does not, and Lost.
        """
        batch, positions = placed.batch, placed.frame_positions
        documents, rejected = read_odd(placed, self._as_of)
        if self._job.redact:
            rejected = [withheld_problems(one) for one in rejected]
        judged = [self._judge.judge(batch.frame, positions)] if batch.frame.height else []
        if documents:
            judged.append(self._plain.judged(documents))
        every = self._told(concatenated(judged))
        _see_that_none_is_lost(placed, every, rejected)
        checked = self._confirm(placed, documents, every, frozenset(sample))
        summary = summed(every, rejected=len(rejected), odd=len(documents), checked=checked)
        written = every.findings.filter(pl.col("status").is_in([one.value for one in self._job.statuses]))
        pieces = {
            "findings": piece_of(written, self._job.format),
            "companies": piece_of(every.companies, self._job.format),
        }
        return Part(batch.number, pieces, rejected_lines(rejected), summary)

    def _told(self, judged: Judged) -> Judged:
        return withheld(judged) if self._job.redact else judged

    @cached_property
    def _plain(self) -> PlainJudge:
        """What judges odd documents."""
        return self._judge if isinstance(self._judge, PlainJudge) else self._plain_judge("compiled")

    @cached_property
    def _confirming(self) -> PlainJudge | None:
        name = self._job.confirmed_by
        return None if name is None else self._plain_judge(name)

    def _plain_judge(self, engine: str) -> PlainJudge:
        job = self._job
        return PlainJudge(
            self._ruleset,
            self._as_of,
            self._statuses,
            select=job.select,
            ignore=job.ignore,
            engine=engine,
            redact=job.redact,
        )

    def _confirm(
        self, placed: PlacedBatch, documents: Sequence[tuple[int, Document]], judged: Judged, sample: frozenset[int]
    ) -> int:
        """How many companies another engine judged as well."""
        if not sample or self._confirming is None:
            return 0
        chosen = [one for one in documents if one[0] in sample]
        positions = placed.frame_positions
        numbers = positions.is_in(sorted(sample)).arg_true()
        rows = placed.batch.frame[numbers].iter_rows(named=True)
        chosen += zip(positions[numbers], map(document_of_row, rows), strict=True)
        if not chosen:
            return 0
        again = self._told(self._confirming.judged(sorted(chosen, key=lambda one: one[0])))
        lines = _differences(judged, again, [position for position, _ in chosen])
        if lines:
            raise Unconfirmed(self._job.engine, self._confirming.name, lines[:_SHOWN])
        return len(chosen)


def _see_that_none_is_lost(placed: PlacedBatch, judged: Judged, rejected: Sequence[Rejected]) -> None:
    given = placed.positions
    refused = pl.Series([one.position for one in rejected], dtype=pl.UInt64)
    found = pl.concat([judged.companies["company"], refused]).sort()
    if not given.equals(found):
        raise Lost(
            f"of batch {placed.batch.number} {len(given)} companies were read, {judged.companies.height} judged and "
            f"{len(rejected)} rejected"
        )


def _differences(judged: Judged, again: Judged, positions: Sequence[int]) -> list[str]:
    """What is said of some companies the first time only, or the second time only, a line each."""
    lines = []
    for table, first, second in (
        ("findings", judged.findings, again.findings),
        ("companies", judged.companies, again.companies),
    ):
        first = first.filter(pl.col("company").is_in(list(positions)))
        if first.equals(second):
            continue
        found, missed = (set(frame.iter_rows()) for frame in (first, second))
        columns = list(FINDINGS) if table == "findings" else first.columns
        for which, rows in (("-", found - missed), ("+", missed - found)):
            lines += [
                (row[0], which, json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False)) for row in rows
            ]
        if found == missed:
            lines.append((positions[0], "!", f"the order of {table}, or their kinds, differ"))
    return [f"{which} {told}" for _, which, told in sorted(lines)]
