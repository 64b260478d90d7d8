"""The thirty norms by hegui's columnar engine, from Parquet to Parquet, without the checks of `hegui portfolio`."""

import datetime
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import polars as pl

from hegui.engine.columnar import ColumnarEngine, Decided
from hegui.engine.columnar.tables import make_tables
from hegui.engine.status import Status
from hegui.facts.as_of import AsOf

from .norms import SUBJECTS, norms

__all__ = ["run", "statuses"]

_BATCH: Final = 50_000


def _decided(engine: ColumnarEngine, frame: pl.DataFrame, as_of: AsOf) -> Decided:
    return engine.decide(make_tables(frame, as_of, engine.needs))


def statuses(path: Path, today: datetime.date) -> list[tuple[int, str, str, str]]:
    """Every finding: number of the row in the Parquet file, norm, subject, status."""
    as_of = AsOf(today)
    found = _decided(ColumnarEngine(norms(), as_of), pl.read_parquet(path), as_of).findings(set(Status))
    rows = found.select("company", pl.col("norm", "status").cast(pl.String), "subject").iter_rows()
    # The columnar engine tells as well that a norm about an empty list is not applicable; nobody else here does.
    return [(c, norm, subject, status) for c, norm, status, subject in rows if subject or SUBJECTS[norm] == "company"]


def run(path: Path, out: Path, today: datetime.date) -> None:
    """What is violated and pending, by licence number, batch by batch."""
    as_of = AsOf(today)
    engine = ColumnarEngine(norms(), as_of)
    rows = pl.scan_parquet(path)
    count = rows.select(pl.len()).collect().item()

    def judged(start: int) -> Path:
        frame = rows.slice(start, _BATCH).collect()
        found = _decided(engine, frame, as_of).findings({Status.VIOLATED, Status.PENDING})
        numbers = frame["licence"].struct.field("number")
        part = out.with_name(f"{out.name}.{start}")
        found.select(numbers.gather(found["company"]).alias("licence"), "norm", "subject", "status").write_parquet(part)
        return part

    with ThreadPoolExecutor(2) as pool:  # as many at a time as `hegui portfolio` takes
        parts = list(pool.map(judged, range(0, count, _BATCH)))
    pl.scan_parquet(parts).sink_parquet(out)
    for part in parts:
        part.unlink()
