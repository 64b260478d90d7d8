"""Runs the batches of a portfolio, in this process or in several, and keeps what each gives."""

import multiprocessing
import os
import random
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor, wait
from itertools import chain
from typing import Final, Protocol

from ..ruleset import Ruleset
from .parts import Part, Parts
from .reading import PlacedBatch, Source
from .summary import Summary, merged
from .work import Job, Lost, Worker

__all__ = ["Progress", "run_batches", "sample_of"]


class Progress(Protocol):
    """Is told how many more companies are done, now or (not `fresh`) by the run that is gone on with."""

    def __call__(self, more: int, *, fresh: bool = True) -> None:
        """So many more."""
        ...


_THREADS: Final = 2
"""So many batches are worked on at a time in one process."""

_AHEAD: Final = 2
"""So many batches are read ahead for each process."""


def run_batches(
    source: Source,
    job: Job,
    parts: Parts,
    *,
    size: int,
    jobs: int,
    sample: frozenset[int],
    progress: Progress,
    ruleset: Ruleset | None = None,
) -> Summary:
    """Do the batches that are not done yet; the summary is of all. Raises what workers, readers and files raise."""
    done = parts.done()
    known = {number: parts.summary(number).companies for number in done}
    begins = next(number for number in range(len(done) + 1) if number not in done)
    for number in range(begins):
        progress(known[number], fresh=False)

    def missing() -> Iterator[PlacedBatch]:
        for one in source.batches(size, skip=begins):
            number = one.batch.number
            if number not in done:
                known[number] = one.batch.companies
                yield one
            else:
                progress(known[number], fresh=False)

    work = _here(job, ruleset) if jobs == 1 else _in_processes(job, jobs)
    for part in work(missing(), sample):
        parts.write(part)
        progress(part.summary.companies)
    total = merged(parts.summary(number) for number in sorted(parts.done()))
    read = sum(known.values())
    if total.companies != read or total.companies != total.judged + total.rejected:
        raise Lost(f"{read} companies were read, {total.judged} judged and {total.rejected} rejected")
    return total


def sample_of(last: int, size: int) -> frozenset[int]:
    """Positions, from 1 to the last, of companies to judge a second time: always the same ones."""
    if size >= last:
        return frozenset(range(1, last + 1))
    return frozenset(random.Random(last).sample(range(1, last + 1), size))


_Work = Callable[[Iterator[PlacedBatch], frozenset[int]], Iterator[Part]]


def _here(job: Job, ruleset: Ruleset | None) -> _Work:
    def work(batches: Iterator[PlacedBatch], sample: frozenset[int]) -> Iterator[Part]:
        first = next(batches, None)
        if first is None:
            return
        worker = Worker(job, ruleset)
        # Polars leaves the interpreter to others while it works: meanwhile a batch is read, and another one worked on.
        threads = _THREADS if job.engine == "columnar" else 1
        pool = ThreadPoolExecutor(threads)
        try:
            yield from _ahead(pool, worker.work, chain((first,), batches), sample, threads)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    return work


def _ahead(
    pool: Executor,
    work: Callable[[PlacedBatch, frozenset[int]], Part],
    batches: Iterable[PlacedBatch],
    sample: frozenset[int],
    most: int,
) -> Iterator[Part]:
    """What batches give, as soon as each is done, of which at most so many are read ahead."""
    waiting: set[Future[Part]] = set()
    for batch in batches:
        waiting.add(pool.submit(work, batch, sample and sample.intersection(batch.positions)))
        if len(waiting) >= most:
            finished, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            yield from (one.result() for one in finished)
    while waiting:
        finished, waiting = wait(waiting, return_when=FIRST_COMPLETED)
        yield from (one.result() for one in finished)


def _in_processes(job: Job, jobs: int) -> _Work:
    def work(batches: Iterator[PlacedBatch], sample: frozenset[int]) -> Iterator[Part]:
        # Polars has threads, with which a process cannot be forked.
        context = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(jobs, context, initializer=_prepare, initargs=(job, os.getpid()))
        try:
            yield from _ahead(pool, _work, batches, sample, jobs * _AHEAD)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    return work


_job: Job | None = None
_worker: Worker | None = None


def _prepare(job: Job, parent: int) -> None:
    global _job
    _job = job
    # An interruption reaches all processes of a terminal: the first one sees to it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _work(batch: PlacedBatch, sample: frozenset[int]) -> Part:
    global _worker
    assert _job is not None
    if _worker is None:
        _worker = Worker(_job)
    return _worker.work(batch, sample)


def _end_with(parent: int) -> None:
    """End this process when the one that began it is gone, which may have been killed."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
