"""Timing things against each other: interleaved, so that what disturbs one disturbs all, and medians."""

import gc
import os
import statistics
import time
from collections.abc import Callable, Mapping

__all__ = ["CLOCK", "medians"]

CLOCK = os.environ.get("HEGUI_BENCH_CLOCK", "wall")
"""`wall`, or `processor` where the machine is busy with other work: then only this process's time counts."""


def medians(subjects: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Seconds a call, by name: the median over the rounds, in each of which every subject is called once."""
    clock = {"wall": time.perf_counter, "processor": time.process_time}[CLOCK]
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
