"""Many documents by one ruleset, in their order: in this process, or by several at once."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import Any, Final

from ..facts import Document, FactsError
from ..facts.as_of import AsOf
from .audit import Auditor
from .findings import Report
from .ruleset import Ruleset
from .statuses import Statuses
from .store import decode, encode

__all__ = ["Audited", "Read", "audit_many", "audited"]

Audited = Report | Statuses | FactsError
"""What comes of one document; the error says why it cannot be used."""

Read = Callable[[Any], Document]
"""Gives the document of what was handed in; raises FactsError."""

_BATCH: Final = 16
"""So many documents go to a process at once."""

_AHEAD: Final = 2
"""So many batches a process are read ahead of what was asked for."""


def audit_many(
    ruleset: Ruleset,
    options: Mapping[str, Any],
    documents: Iterable[Any],
    read: Read,
    as_of: AsOf,
    *,
    processes: int,
    statuses_only: bool,
) -> Iterator[Audited]:
    """What comes of each document, in their order, by several processes that each build an Auditor with `options`.

    `documents` is read as results are asked for, a bounded number ahead. The processes are started anew (spawned): they
    share nothing with this one, and end with the iterator.
    """
    given = (encode(ruleset), dict(options), read, as_of, statuses_only)
    waiting: deque[Future[list[Audited]]] = deque()
    source = iter(documents)
    pool = ProcessPoolExecutor(processes, get_context("spawn"), _start, given)
    try:
        while True:
            while len(waiting) < processes * _AHEAD:
                batch = [_portable(one) for one in islice(source, _BATCH)]
                if not batch:
                    break
                waiting.append(pool.submit(_batch, batch))
            if not waiting:
                return
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def audited(auditor: Auditor, given: object, read: Read, as_of: AsOf, *, statuses_only: bool) -> Audited:
    """What comes of one document."""
    try:
        document = read(given)
        return auditor.statuses(document, as_of) if statuses_only else auditor.audit(document, as_of)
    except FactsError as error:
        return error


def _portable(given: object) -> object:
    """A document with positions that can go to another process."""
    if isinstance(given, Document):
        return Document(given.company, given.source, dict(given.positions))
    return given


_work: list[Callable[[object], Audited]] = []
"""In a process that was started for it: what is done with a document."""


def _start(ruleset: bytes, options: Mapping[str, Any], read: Read, as_of: AsOf, statuses_only: bool) -> None:
    auditor = Auditor(decode(ruleset), **options)
    _work[:] = [lambda given: audited(auditor, given, read, as_of, statuses_only=statuses_only)]


def _batch(documents: Sequence[object]) -> list[Audited]:
    (work,) = _work
    return [work(one) for one in documents]
