"""`hegui portfolio --engine spark`: row for row what one machine says. Runs where pyspark and Java are installed."""

import shutil
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from tests.cli.running import Ran, process
from tests.portfolio.companies import DAY, REFUSED, company, small, write_lines

pytestmark = [
    pytest.mark.skipif(find_spec("pyspark") is None, reason="pyspark is not installed (the extra spark)"),
    pytest.mark.skipif(shutil.which("java") is None, reason="there is no Java, on which Spark runs"),
]


def judge(source: Path, out: Path, *arguments: object) -> Ran:
    return process("portfolio", source, "-o", out, "--as-of", DAY, "-q", "--status", "all", *arguments)


def both(source: Path, folder: Path, *arguments: object) -> tuple[Ran, Ran]:
    one = judge(source, folder / "one", "--jobs", 1, *arguments)
    many = judge(source, folder / "many", "--engine", "spark", "--master", "local[2]", *arguments)
    assert (many.code, many.out) == (one.code, one.out), many.err
    for table in ("findings", "companies"):
        expected = pl.read_parquet(folder / "one" / f"{table}.parquet")
        assert expected.height
        assert pl.read_parquet(folder / "many" / f"{table}.parquet").equals(expected)
    rejected = (folder / one / "rejected.jsonl" for one in ("one", "many"))
    assert len({path.read_bytes() for path in rejected}) == 1
    return one, many


def test_lines_of_several_files(tmp_path: Path) -> None:
    source = tmp_path / "in put"
    source.mkdir()
    documents: list[Mapping[str, Any] | str] = [
        company(0),
        REFUSED[0],
        "",
        *map(small, range(30)),
        REFUSED[3],
        company(1),
    ]
    write_lines(source / "1.jsonl", documents)
    write_lines(source / "2 后.jsonl", [*map(small, range(30, 40)), ""])
    one, _ = both(source, tmp_path, "--batch", 8)
    assert one.code == 2


def test_parquet_of_several_files_with_a_cross_check(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    lines = write_lines(tmp_path / "lines.jsonl", [*map(company, range(3)), *map(small, range(20))])
    rows = pl.read_ndjson(lines, infer_schema_length=None)
    rows[:13].write_parquet(source / "1.parquet", row_group_size=3)
    rows[13:].write_parquet(source / "2 后.parquet")
    one, _ = both(source, tmp_path, "--batch", 5, "--cross-check", "--sample", 4)
    assert one.code == 1
