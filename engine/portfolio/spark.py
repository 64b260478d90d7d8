"""The same work on a cluster: Spark reads and spreads the companies, and each task judges what it gets, as columns.

What some companies give comes back as one row of bytes: the pieces that a run on one machine would write. hegui, with
its extra `spark`, has to be installed wherever tasks run.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache, partial
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import msgspec
import polars as pl
import pyarrow as pa
from pyspark import StorageLevel
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F  # noqa: N812

from ...facts.portfolio.columns import canonical_types
from ...facts.portfolio.json_lines import batch_of_lines
from ...facts.portfolio.parquet import batch_of, schema_of
from ...facts.portfolio.read import is_parquet, portfolio_files
from .parts import REJECTED, Part
from .reading import PlacedBatch
from .summary import Summary
from .tables import TABLES
from .work import Job, Lost, Unconfirmed, Worker

__all__ = ["judged_parts", "session_on"]

_FILE: Final = "_file"
_BLOCK: Final = "_block"
_ROW: Final = "_row"
_LINE: Final = "_line"
_OWN: Final = (_FILE, _BLOCK, _ROW)
"""Columns that say where a company stands: its file, and in it the row, or the block of which it is a line."""

_BLANK: Final = r"^[ \t\r]*$"
_MARK: Final = b"\xef\xbb\xbf"

_PIECES: Final = (*TABLES, REJECTED)
_GIVEN: Final = ", ".join(("first long", *(f"{name} binary" for name in (*_PIECES, "summary", "failure"))))

Begins = Mapping[tuple[str, int], tuple[int, int]]
"""For each file and block of lines in it: how many rows or lines there are before the block, and before the file."""


@contextmanager
def session_on(master: str, batch: int) -> Iterator[SparkSession]:
    """A session on a cluster, whose tasks are handed at most so many companies at a time."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("hegui portfolio").master(master)
    builder = builder.config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
    session = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", str(batch)).getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    try:
        yield session
    finally:
        session.stop()


def judged_parts(session: SparkSession, path: Path, job: Job, sample: frozenset[int]) -> Iterator[Part]:
    """What the companies of a portfolio give, part by part, in no certain order. A part's number is its first position.

    The files have to be where all machines find them. Raises FactsError, Unconfirmed and Lost.
    """
    companies, begins, count = _companies(session, path)
    judge = partial(_judged, job, begins, sample, _untyped(path))
    rows = companies.mapInArrow(judge, _GIVEN).persist(StorageLevel.DISK_ONLY)
    rows.count()  # all at once: what follows goes partition by partition
    seen = 0
    for row in rows.toLocalIterator():
        if row["failure"] is not None:
            _fail(bytes(row["failure"]))
        summary = msgspec.json.decode(bytes(row["summary"]), type=Summary)
        seen += summary.companies
        pieces = {name: bytes(row[name]) for name in TABLES}
        yield Part(row["first"], pieces, bytes(row[REJECTED]), summary)
    if seen != count:
        raise Lost(f"{count} companies were read, and {seen} judged or rejected")


def _companies(session: SparkSession, path: Path) -> tuple[DataFrame, Begins, int]:
    """The companies with where they stand, where each block begins, and how many companies there are."""
    files = portfolio_files(path)
    names = [str(file.absolute()) for file in files]
    file = F.col("_metadata.file_path").alias(_FILE)
    if is_parquet(files[0]):
        types = {name: kind for one in files for name, kind in schema_of(one).items()}
        canonical_types(types, str(path))  # says what is wrong with the columns before anything is judged
        rows = session.read.option("mergeSchema", "true").parquet(*names)
        block, counted = F.lit(0).alias(_BLOCK), F.lit(True)
        found = rows.select("*", file, block, F.col("_metadata.row_index").alias(_ROW))
    else:
        lines = session.read.option("lineSep", "\n").text(names)
        block, counted = F.col("_metadata.file_block_start").alias(_BLOCK), ~F.col("value").rlike(_BLANK)
        rows = lines
        found = lines.select(F.col("value").cast("binary").alias(_LINE), file, block)
    counts = rows.groupBy(file, block).agg(F.count("*").alias("rows"), F.count(F.when(counted, 1)).alias("companies"))
    by_block = {(row[_FILE], row[_BLOCK]): (row["rows"], row["companies"]) for row in counts.collect()}
    begins: dict[tuple[str, int], tuple[int, int]] = {}
    before = 0
    for uri, start in sorted(by_block, key=lambda key: (names.index(_path_of(key[0])), key[1])):
        of_file = begins[uri, 0][1] if start else before
        begins[uri, start] = (before, of_file)
        before += by_block[uri, start][0]
    return found, begins, sum(companies for _, companies in by_block.values())


def _untyped(path: Path) -> Mapping[str, pl.DataType]:
    """The columns with parts of which a file does not say what they hold, since there is nothing: Spark takes that for
    numbers."""
    file = portfolio_files(path)[0]
    return {name: kind for name, kind in schema_of(file).items() if _has_null(kind)} if is_parquet(file) else {}


def _has_null(kind: pl.DataType) -> bool:
    if isinstance(kind, pl.List):
        return _has_null(kind.inner)  # type: ignore[arg-type]
    if isinstance(kind, pl.Struct):
        return any(_has_null(field.dtype) for field in kind.fields)  # type: ignore[arg-type]
    return kind == pl.Null


def _path_of(uri: str) -> str:
    """The path of a file as Spark calls it."""
    return "/" + unquote(uri).removeprefix("file:").lstrip("/")


@lru_cache(maxsize=2)
def _worker(job: bytes) -> Worker:
    """One for all batches that a process is handed."""
    return Worker(msgspec.json.decode(job, type=Job))


def _judged(
    job: Job,
    begins: Begins,
    sample: frozenset[int],
    untyped: Mapping[str, pl.DataType],
    given: Iterable[pa.RecordBatch],
) -> Iterator[pa.RecordBatch]:
    """The batch function: what the companies in some Arrow batches give, a row for each stretch without a gap."""
    worker = _worker(msgspec.json.encode(job))
    schema = pa.schema([("first", pa.int64()), *((name, pa.binary()) for name in (*_PIECES, "summary", "failure"))])
    for placed in _placed(given, begins, untyped):
        first = placed.positions[0]
        try:
            part = worker.work(placed, sample.intersection(placed.positions))
        except Unconfirmed as error:
            told = msgspec.json.encode((error.engine, error.other, error.lines))
            row = {"first": first, "failure": told}
        else:
            row = {
                "first": first,
                **part.pieces,
                REJECTED: part.rejected,
                "summary": msgspec.json.encode(part.summary),
            }
        yield pa.RecordBatch.from_pylist([row], schema=schema)


def _placed(
    given: Iterable[pa.RecordBatch], begins: Begins, untyped: Mapping[str, pl.DataType]
) -> Iterator[PlacedBatch]:
    """Batches of companies that stand next to each other in one file."""
    seen: dict[tuple[str, int], int] = {}
    for arrow in given:
        frame = pl.DataFrame(pl.from_arrow(arrow))
        for stretch in _stretches(frame):
            own = {name: stretch[name][0] for name in _OWN if name in stretch.columns}
            key = own[_FILE], own[_BLOCK]
            before, of_file = begins[key]
            path = _path_of(own[_FILE])
            rows = stretch.drop(*own)
            if _LINE not in rows.columns:
                rows = rows.with_columns(
                    pl.Series(name, rows[name].to_list(), dtype=kind) for name, kind in untyped.items()
                )
                rows = rows.cast(pl.Schema(canonical_types(rows.schema, path)))
                yield PlacedBatch(batch_of(rows, 0, path, own[_ROW]), of_file)
                continue
            start = before - of_file + seen.get(key, 0)
            seen[key] = seen.get(key, 0) + rows.height
            lines = [(n, _stripped(n, line)) for n, line in enumerate(rows[_LINE], start=start + 1)]
            stated = [(n, line) for n, line in lines if line]
            if stated:
                yield PlacedBatch(batch_of_lines(stated, 0, path), of_file)


def _stripped(number: int, line: bytes) -> bytes:
    return (line.removeprefix(_MARK) if number == 1 else line).strip(b" \t\r\n")


def _stretches(frame: pl.DataFrame) -> list[pl.DataFrame]:
    """The rows of a frame, taken apart where another file or block begins, or rows are left out."""
    breaks = (pl.col(_FILE) != pl.col(_FILE).shift()) | (pl.col(_BLOCK) != pl.col(_BLOCK).shift())
    if _ROW in frame.columns:
        breaks |= pl.col(_ROW) != pl.col(_ROW).shift() + 1
    starts = frame.select(breaks.fill_null(False)).to_series().arg_true().to_list()
    ends = [*starts, frame.height]
    return [frame[start:end] for start, end in zip([0, *starts], ends, strict=True) if end > start]


def _fail(told: bytes) -> None:
    engine, other, lines = msgspec.json.decode(told)
    raise Unconfirmed(engine, other, lines)
