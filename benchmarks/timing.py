"""Timing things against each other: interleaved, so that what disturbs one disturbs all, and medians."""

import gc
import os
import resource
import statistics
import time
from collections.abc import Callable, Mapping

__all__ = ["CLOCK", "medians", "processor_time"]

CLOCK = os.environ.get("HEGUI_BENCH_CLOCK", "wall")
"""`wall`, or `processor` for a busy machine: then the time of this process and of those it started counts."""


def processor_time() -> float:
    """Seconds that processors worked for this process and those it started and that have ended."""
    used = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def medians(subjects: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Seconds a call, by name: the median over the rounds, in each of which every subject is called once."""
    clock = {"wall": time.perf_counter, "processor": processor_time}[CLOCK]
    for call in subjects.values():
        call()
    samples: dict[str, list[float]] = {name: [] for name in subjects}
    gc.collect()
    for _ in range(rounds):
        for name, call in subjects.items():
            start = clock()
            call()
            samples[name].append(clock() - start)
    return {name: statistics.median(times) for name, times in samples.items()}
