"""Statuses, and reports that are looked into or not, against the thirty norms written by hand as one function.

`python -m benchmarks.statuses`. Processor time is compared, not time on the clock, so that a busy machine matters less.
"""

import statistics
import time
from collections.abc import Callable, Mapping
from typing import Any

from hegui.engine.audit import Auditor
from hegui.engine.lean import LeanProgram
from hegui.engine.rows import make_rows
from hegui.engine.ruleset import load_ruleset
from hegui.engine.status import Status
from hegui.facts import from_mapping
from hegui.facts.as_of import AsOf
from hegui.rulesets import find_ruleset

from . import fused
from .companies import AS_OF, companies
from .norms import THIRTY

__all__ = ["statuses"]

COMPANIES = 200
ROUNDS = 9
TOLD = (Status.VIOLATED, Status.PENDING, Status.UNDETERMINED)


def medians_of_ratios(subjects: Mapping[str, Callable[[], object]], base: str) -> dict[str, tuple[float, float]]:
    """Seconds of processor time, and the median of the ratios to the base in each round, by name."""
    for call in subjects.values():
        call()
    taken: dict[str, list[float]] = {name: [] for name in subjects}
    for _ in range(ROUNDS):
        for name, call in subjects.items():
            start = time.process_time()
            call()
            taken[name].append(time.process_time() - start)
    return {
        name: (min(times), statistics.median(one / of for one, of in zip(times, taken[base], strict=True)))
        for name, times in taken.items()
    }


def statuses() -> None:
    """Both tables."""
    ruleset = load_ruleset(find_ruleset())
    documents = [from_mapping(one) for one in companies(COMPANIES)]
    as_of = AsOf.of(AS_OF) if not isinstance(AS_OF, str) else AsOf.parse(AS_OF)
    auditor = Auditor(ruleset, engine="compiled", select=tuple(THIRTY), late=True)

    def looked_into(wanted: tuple[Status, ...]) -> Callable[[], object]:
        def call() -> None:
            for document in documents:
                for finding in auditor.audit(document, as_of).findings:
                    if finding.status in wanted:
                        _ = finding.evidence

        return call

    subjects: dict[str, Callable[[], Any]] = {
        "fused function, by hand": lambda: [fused.statuses(one.company, as_of.day) for one in documents],
        "statuses, counts only": lambda: [auditor.statuses(one, as_of).counts for one in documents],
        "statuses, by norm and subject": lambda: [dict(auditor.statuses(one, as_of).items()) for one in documents],
        "report, nothing looked into": lambda: [auditor.audit(one, as_of) for one in documents],
        "report, evidence of what is violated": looked_into((Status.VIOLATED,)),
        "report, evidence of what is not well": looked_into(TOLD),
        "report, evidence of everything": looked_into(tuple(Status)),
        "rows of the whole company": lambda: [make_rows(one.company, as_of) for one in documents],
    }
    base = next(iter(subjects))
    _table("Thirty norms, one small company; ratio to the first", medians_of_ratios(subjects, base), COMPANIES)

    norms = list(ruleset.norms.values())
    programs = {f"{len(some)} norms": LeanProgram(some) for some in (norms[::10], norms)}
    growing: dict[str, Callable[[], Any]] = {
        name: lambda program=program: [program.statuses(one.company, as_of).counts for one in documents]  # type: ignore[misc]
        for name, program in programs.items()
    }
    _table("Statuses, more norms; ratio to the first", medians_of_ratios(growing, next(iter(growing))), COMPANIES)


def _table(title: str, rows: Mapping[str, tuple[float, float]], calls: int) -> None:
    print(f"\n{title}\n\n| what | µs | ratio |\n| --- | ---: | ---: |")
    for name, (seconds, ratio) in rows.items():
        print(f"| {name} | {seconds / calls * 1e6:.0f} | {ratio:.2f} |")


if __name__ == "__main__":
    statuses()
