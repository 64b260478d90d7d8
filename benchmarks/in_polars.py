"""The thirty norms by hand as one lazy Polars plan, for many companies."""

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import polars as pl

from .companies import AS_OF
from .polars_answers import Answers
from .polars_base import Widths, situated, widths_of
from .polars_company import add_company, add_services, add_terms
from .polars_events import add_changes, add_content, add_incidents
from .polars_joins import add_assessments, add_resources, add_years
from .polars_places import add_places
from .polars_words import ANSWERS

__all__ = ["findings", "run", "statuses"]

_BATCH: Final = 100_000


def findings(rows: pl.LazyFrame, widths: Widths, wanted: Sequence[str] = ANSWERS) -> pl.LazyFrame:
    """Findings with those statuses: company `c`, norm, subject, status by its place in ANSWERS."""
    base = situated(rows, widths)
    answers = Answers(widths, wanted)
    for add in (
        *(add_company, add_services, add_terms, add_changes, add_incidents, add_content),
        *(add_resources, add_assessments, add_years, add_places),
    ):
        add(answers, base)
    return answers.all()


def statuses(path: Path, today: datetime.date) -> list[tuple[int, str, str, str]]:
    """Every finding: number of the row in the Parquet file, norm, subject, status."""
    assert today == AS_OF, "the plan is written for one day"
    rows = pl.scan_parquet(path).with_row_index("c")
    found = findings(rows, widths_of(rows)).collect()
    return [(c, norm, subject, ANSWERS[status]) for c, norm, subject, status in found.iter_rows()]


def run(path: Path, out: Path, today: datetime.date) -> None:
    """What is violated and pending, from Parquet to Parquet, by licence number; in batches, which bound the memory."""
    assert today == AS_OF, "the plan is written for one day"
    rows = pl.scan_parquet(path)
    widths = widths_of(rows)
    count = rows.select(pl.len()).collect().item()
    parts = []
    for number, start in enumerate(range(0, count, _BATCH)):
        batch = rows.slice(start, _BATCH).collect().lazy().with_row_index("c")
        found = findings(batch, widths, ("violated", "pending")).collect()
        numbers = batch.select(pl.col("licence").struct.field("number")).collect().to_series()
        part = out.with_name(f"{out.name}.{number}")
        status = found["status"].replace_strict(dict(enumerate(ANSWERS)), return_dtype=pl.String)
        found.select(numbers.gather(found["c"]).alias("licence"), "norm", "subject", status).write_parquet(part)
        parts.append(part)
    pl.scan_parquet(parts).sink_parquet(out)
    for part in parts:
        part.unlink()
