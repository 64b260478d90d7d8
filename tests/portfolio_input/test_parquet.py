"""Portfolios of Parquet files: which columns there can be, and what of the rows passes."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from hegui.cli.failures import told
from hegui.facts import FactsError, from_mapping
from hegui.facts.portfolio import batches

from .portfolios import Data, assert_sound, one_batch, written_lines, written_parquet


def _refused(path: Path) -> str:
    with pytest.raises(FactsError) as refused:
        list(batches(path, 10))
    assert refused.value.of == "portfolio"
    return str(refused.value)


def _file(folder: Path, frame: pl.DataFrame, name: str = "p.parquet") -> Path:
    frame.write_parquet(folder / name)
    return folder / name


def test_the_same_companies_as_lines_and_as_rows(tmp_path: Path) -> None:
    documents: list[Data] = [
        {"name": "甲公司(虚构)", "services": [{"id": "a", "code": "B25", "started_on": "not_done"}]},
        {"name": "乙公司(虚构) ", "complaints": []},
        {"licence": {"number": "B2-20990001"}, "partial": []},
    ]
    rows = one_batch(written_parquet(tmp_path / "p.parquet", documents))
    lines = one_batch(written_lines(tmp_path / "p.jsonl", documents))
    stated = lines.frame.columns  # lines make no columns of what none of them states
    assert rows.frame.select(stated).equals(lines.frame)
    assert set(rows.frame.drop(stated).null_count().row(0)) == {rows.frame.height}
    assert rows.positions.to_list() == lines.positions.to_list() == [1, 3]
    (row,), (line,) = rows.odd, lines.odd
    assert row.read().company == line.read().company
    assert row.name == f"{tmp_path / 'p.parquet'}, row 2"


def test_a_row_that_is_refused_says_which_it_is(tmp_path: Path) -> None:
    path = written_parquet(tmp_path / "p.parquet", [{}, {"services": [{"id": "a", "started_on": "2018-02-30"}]}])
    (odd,) = one_batch(path).odd
    with pytest.raises(FactsError) as refused:
        odd.read()
    assert str(refused.value).startswith(f"{path}, row 2: services[a].started_on: '2018-02-30' is not a day")


def test_dates_and_datetimes(tmp_path: Path) -> None:
    incidents = [
        {"id": "a", "discovered_at": datetime(2018, 5, 31, 10, 30, 59), "closed_on": date(9999, 12, 31)},
        {"id": "b", "discovered_at": datetime(9999, 12, 31), "closed_on": date(2018, 5, 31)},
    ]
    wrong = [{"id": "a", "discovered_at": datetime(1989, 12, 31), "closed_on": None}]
    late = [{"id": "a", "discovered_at": None, "closed_on": date(2101, 1, 1)}]
    batch = one_batch(_file(tmp_path, pl.DataFrame({"incidents": [incidents, wrong, late, []]})))
    texts = [
        {"id": "a", "discovered_at": "2018-05-31T10:30", "closed_on": "not_done"},
        {"id": "b", "discovered_at": "not_done", "closed_on": "2018-05-31"},
    ]
    assert_sound(batch, [from_mapping({"incidents": texts}), None, None, from_mapping({"incidents": []})])
    assert batch.positions.to_list() == [1, 4]


def test_a_datetime_with_a_zone_is_brought_to_that_of_shanghai(tmp_path: Path) -> None:
    moments = [
        datetime(2018, 5, 31, 20, 30, tzinfo=UTC),
        datetime(2100, 12, 31, 20, tzinfo=UTC),  # already 2101 in Shanghai
        datetime(1989, 12, 31, 20, tzinfo=UTC),  # still 1989 as it stands
        datetime(9999, 12, 31, 20, tzinfo=UTC),
        datetime(9999, 12, 30, 20, tzinfo=UTC),
    ]
    rows = pl.DataFrame({"incidents": [[{"id": "a", "discovered_at": moment}] for moment in moments]})
    known = from_mapping({"incidents": [{"id": "a", "discovered_at": "2018-06-01T04:30"}]})
    undone = from_mapping({"incidents": [{"id": "a", "discovered_at": "not_done"}]})
    batch = one_batch(_file(tmp_path, rows))
    assert batch.positions.to_list() == [1, 4]
    assert_sound(batch, [known, None, None, undone, None])


def test_a_term_that_is_not_done_is_refused(tmp_path: Path) -> None:
    terms = [{"id": "a", "expires_on": date(9999, 12, 31)}]
    (odd,) = one_batch(_file(tmp_path, pl.DataFrame({"licence": [{"terms": terms}]}))).odd
    with pytest.raises(FactsError, match="this is a term"):
        odd.read()


def test_other_types_that_say_the_same(tmp_path: Path) -> None:
    frame = pl.DataFrame(
        {
            "name": pl.Series(["甲公司(虚构)"], dtype=pl.Categorical),
            "form": pl.Series(["limited_liability"], dtype=pl.Enum(["joint_stock", "limited_liability"])),
            "licence": pl.Series([{"regions": [110000], "registered_capital": 5}]),
            "complaints": pl.Series([None], dtype=pl.Null),
        },
        schema_overrides={"licence": pl.Struct({"regions": pl.List(pl.Int32), "registered_capital": pl.UInt16})},
    )
    document = {"name": "甲公司(虚构)", "form": "limited_liability"}
    licence = {"regions": ["110000"], "registered_capital": 5}
    batch = one_batch(_file(tmp_path, frame))
    assert_sound(batch, [from_mapping({**document, "licence": licence})])
    assert not batch.odd


_WRONG: dict[str, tuple[pl.Series, str]] = {
    "an unknown column": (pl.Series("nam", ["甲"]), "there is no field 'nam' (did you mean name?)"),
    "a strange column": (
        pl.Series("q", ["甲"]),
        "there is no field 'q', expected columns that are fields of a company",
    ),
    "a number for a text": (pl.Series("name", [1.5]), ": name: a column of Float64, expected texts"),
    "a text for a list": (pl.Series("services", ["甲"]), ": services: a column of String, expected lists"),
    "a list for a struct": (pl.Series("licence", [["甲"]]), "a column of List(String), expected structs"),
    "no elements": (pl.Series("services", [["甲"]]), "services: a column of String, expected structs"),
    "an unknown field": (
        pl.Series("services", [[{"id": "a", "cod": "B25"}]]),
        "there is no field 'cod' (did you mean code?)",
    ),
    "floats for numbers": (
        pl.Series("staff", [{"complaint_handlers": 1.0}]),
        "staff.complaint_handlers: a column of Float64",
    ),
    "moments for days": (
        pl.Series("licence", [{"received_on": datetime(2018, 1, 1)}]),
        "expected texts such as 2018-02-09, or dates (without a time of day)",
    ),
    "texts for flags": (pl.Series("security", [{"responsible_person_named": "yes"}]), "expected booleans"),
}


@pytest.mark.parametrize("what", _WRONG)
def test_columns_that_no_company_has(tmp_path: Path, what: str) -> None:
    column, expected = _WRONG[what]
    told = _refused(_file(tmp_path, column.to_frame()))
    assert told.startswith(str(tmp_path / "p.parquet"))
    assert expected in told


def test_all_wrong_columns_are_told_at_once(tmp_path: Path) -> None:
    told = _refused(_file(tmp_path, pl.DataFrame({"nam": ["甲"], "form": [1.5]})))
    assert len(told.splitlines()) == 2


def test_a_number_that_no_column_can_hold(tmp_path: Path) -> None:
    numbers = pl.Series("staff", [{"complaint_handlers": 2**64 - 1}], pl.Struct({"complaint_handlers": pl.UInt64}))
    assert "a value does not fit its column" in _refused(_file(tmp_path, numbers.to_frame()))


def test_elements_without_a_column_of_ids(tmp_path: Path) -> None:
    batch = one_batch(_file(tmp_path, pl.DataFrame({"services": [[{"code": "B25"}], []]})))
    assert [odd.position for odd in batch.odd] == [1]


def test_batches_and_parts(tmp_path: Path) -> None:
    def names(*numbers: int) -> pl.DataFrame:
        return pl.DataFrame({"name": [str(n) for n in numbers]})

    (tmp_path / "deep").mkdir()
    _file(tmp_path, names(1, 2, 3), "part-1.parquet")
    _file(tmp_path, names(4), "part-2.parquet")
    _file(tmp_path / "deep", names(0), "part-0.parquet")
    written_lines(tmp_path / "rest.jsonl", [{"name": "5"}])
    (tmp_path / "_SUCCESS").touch()
    (tmp_path / "_old.parquet").write_text("no Parquet")

    def told(skip: int) -> list[tuple[int, str, int, list[Any]]]:
        found = batches(tmp_path, 2, skip)
        return [(one.number, Path(one.file).name, one.first, one.frame["name"].to_list()) for one in found]

    expected = [
        (0, "part-0.parquet", 1, ["0"]),
        (1, "part-1.parquet", 1, ["1", "2"]),
        (2, "part-1.parquet", 3, ["3"]),
        (3, "part-2.parquet", 1, ["4"]),
        (4, "rest.jsonl", 1, ["5"]),
    ]
    for skip in range(6):
        assert told(skip) == expected[skip:]


def test_a_file_whose_pages_are_spoiled(tmp_path: Path) -> None:
    path = _file(tmp_path, pl.DataFrame({"name": [f"{n}号公司(虚构)" for n in range(1000)]}))
    data = bytearray(path.read_bytes())
    data[60:160] = bytes(100)
    path.write_bytes(data)
    assert "the file cannot be read on: " in _refused(path)


def test_without_polars_it_says_what_to_install() -> None:
    assert "pip install 'hegui[portfolio]' installs it" in told(ModuleNotFoundError("polars", name="polars"))


def test_files_that_are_no_portfolio(tmp_path: Path) -> None:
    (tmp_path / "p.parquet").write_text("no Parquet")
    (tmp_path / "cut.parquet").write_bytes(b"PAR1 and no more")
    (tmp_path / "p.json").write_text('[{"name": "a"}]')
    (tmp_path / "empty").mkdir()
    assert "this is no Parquet file" in _refused(tmp_path / "p.parquet")
    assert "cannot be read as Parquet" in _refused(tmp_path / "cut.parquet")
    assert "one document a line, without brackets around them" in _refused(tmp_path / "p.json")
    assert "there is no such file" in _refused(tmp_path / "none.parquet")
    assert "no Parquet files and no lines of JSON in this folder" in _refused(tmp_path / "empty")
