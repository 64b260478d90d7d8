"""Timing things against each other: interleaved, so that what disturbs one disturbs all, and medians."""

import gc
import statistics
import time
from collections.abc import Callable, Mapping

__all__ = ["medians"]


def medians(subjects: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Seconds a call, by name: the median over the rounds, in each of which every subject is called once."""
    for call in subjects.values():
        call()
    samples: dict[str, list[float]] = {name: [] for name in subjects}
    gc.collect()
    for _ in range(rounds):
        for name, call in subjects.items():
            start = time.perf_counter()
            call()
            samples[name].append(time.perf_counter() - start)
    return {name: statistics.median(times) for name, times in samples.items()}
