"""`hegui portfolio --engine spark`: the same on a cluster."""

from pathlib import Path

from ..engine.portfolio.parts import Parts
from ..engine.portfolio.running import Progress
from ..engine.portfolio.spark import judged_parts, session_on
from ..engine.portfolio.summary import Summary, merged
from ..engine.portfolio.work import Job

__all__ = ["run_on_spark"]


def run_on_spark(
    input_: Path, job: Job, parts: Parts, batch: int, master: str | None, sample: frozenset[int], progress: Progress
) -> Summary:
    """Judge on a cluster, and keep what each part gives; the summary is of all."""
    with session_on(master or "local[*]", batch) as session:
        for part in judged_parts(session, input_, job, sample):
            parts.write(part)
            progress(part.summary.companies)
    return merged(parts.summary(number) for number in sorted(parts.done()))
