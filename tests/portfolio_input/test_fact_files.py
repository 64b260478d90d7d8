"""Portfolios of one Parquet file a fact type."""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings

from hegui.facts import FactsError, Table, company_schema, from_mapping
from hegui.facts.portfolio import Batch, batches
from tests.rulesets.focus import FOCUSES
from tests.sizes import size
from tests.strategies.canonical import canonical
from tests.strategies.companies import random_case
from tests.strategies.picking import PICKS, Pick

from .portfolios import Data, assert_sound, one_batch

_COMPANY: Mapping[str, Sequence[Any]] = {
    "company": ["甲", "乙", "丙"],
    "name": ["甲公司(虚构)", "乙公司(虚构)", None],
    "licence.number": ["B2-20990001", None, None],
    "none": [["complaints", "licence.terms"], ["services"], None],
}
_SERVICES: Mapping[str, Sequence[Any]] = {
    "company": ["丙", "甲", "甲"],
    "id": ["a", "b", "a"],
    "code": ["B25", "B25", None],
    "none": [None, None, ["services.regions"]],
}
_REGIONS: Mapping[str, Sequence[Any]] = {
    "company": ["甲", "丙", "甲"],
    "parent": ["b", "a", "b"],
    "value": ["310000", "440000", "110000"],
}


def _folder(folder: Path, **files: Mapping[str, Sequence[Any]]) -> Path:
    """A folder with files; a name's double underscore stands for a dot."""
    for name, columns in {"company": _COMPANY, "services": _SERVICES, "services__regions": _REGIONS, **files}.items():
        pl.DataFrame(columns).write_parquet(folder / f"{name.replace('__', '.')}.parquet")
    return folder


def _refused(folder: Path) -> str:
    with pytest.raises(FactsError) as refused:
        list(batches(folder, 10))
    assert refused.value.of == "portfolio"
    return str(refused.value)


def test_what_a_folder_states(tmp_path: Path) -> None:
    batch = one_batch(_folder(tmp_path))
    terms: list[Data] = []
    documents: list[Data] = [
        {
            "name": "甲公司(虚构)",
            "licence": {"number": "B2-20990001", "terms": terms},
            "services": [{"id": "b", "code": "B25", "regions": ["310000", "110000"]}, {"id": "a", "regions": []}],
            "complaints": [],
        },
        {"name": "乙公司(虚构)", "services": []},
        {"services": [{"id": "a", "code": "B25", "regions": ["440000"]}]},
    ]
    assert not batch.odd
    assert_sound(batch, [from_mapping(document) for document in documents])


def test_the_order_of_companies_is_that_of_their_file(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    found = list(batches(folder, 2))
    assert [(one.number, one.first, one.positions.to_list()) for one in found] == [(0, 1, [1, 2]), (1, 3, [3])]
    assert [service["id"] for service in found[1].frame["services"][0]] == ["a"]
    (last,) = batches(folder, 2, skip=1)
    assert last.frame.equals(found[1].frame)


def test_keys_that_are_numbers(tmp_path: Path) -> None:
    pl.DataFrame({"company": [7, 8]}).write_parquet(tmp_path / "company.parquet")
    pl.DataFrame({"company": [8], "id": [1]}).write_parquet(tmp_path / "services.parquet")
    batch = one_batch(tmp_path)
    assert_sound(batch, [from_mapping({}), from_mapping({"services": [{"id": "1"}]})])


def test_an_odd_company_is_named_by_its_key(tmp_path: Path) -> None:
    services = {"company": ["乙", "乙"], "id": ["a", "a"]}
    none = {**_COMPANY, "none": [None, None, None]}
    (odd,) = one_batch(_folder(tmp_path, company=none, services=services, services__regions=_NO_REGIONS)).odd
    assert odd.name == f"{tmp_path / 'company.parquet'}, company 乙"
    with pytest.raises(FactsError, match=r"company 乙: services.a..id: the id 'a' is taken by"):
        odd.read()


_NO_REGIONS: Mapping[str, Sequence[Any]] = {"company": [], "parent": [], "value": []}

_ALONE: Mapping[str, Mapping[str, Sequence[Any]]] = {
    "services": {"company": ["甲"], "id": ["b"]},
    "services__regions": _NO_REGIONS,
}

_WRONG: dict[str, tuple[dict[str, Mapping[str, Sequence[Any]]], str, str]] = {
    "an orphan": (
        {"services": {"company": ["甲", "丁", "丁"], "id": ["b", "a", "b"]}},
        "services.parquet",
        "2 rows of companies that company.parquet does not have: '丁'",
    ),
    "a row without a company": (
        {"complaints": {"company": ["甲", None], "id": ["b", "a"]}},
        "complaints.parquet",
        "a row of companies that company.parquet does not have: 'nothing'",
    ),
    "an orphan in a list": (
        {"services__regions": {"company": ["甲", "乙"], "parent": ["b", "b"], "value": ["110000", "110000"]}},
        "services.regions.parquet",
        "a row of elements that services.parquet does not have: 'b of 乙'",
    ),
    "a key twice": ({"company": {"company": ["甲", "乙", "乙"]}}, "company.parquet", "'乙' is the key of several"),
    "no key": ({"company": {"company": ["甲", None]}}, "company.parquet", "1 rows have no company"),
    "no column of keys": ({"company": {"name": ["甲"]}}, "company.parquet", "there is no column company"),
    "no parents": ({"services__regions": {"company": ["甲"]}}, "services.regions.parquet", "there is no column parent"),
    "an unknown column": (
        {"services": {"company": ["甲"], "id": ["b"], "cod": ["B25"]}},
        "services.parquet",
        "there is no field 'cod' (did you mean code?)",
    ),
    "no fact type": ({"service": {"company": ["甲"]}}, "service.parquet", "(did you mean services.parquet?)"),
    "the outer list is missing": (
        {"incidents__orders": {"company": ["甲"], "parent": ["a"], "id": ["b"]}},
        "incidents.orders.parquet",
        "there is no incidents.parquet, whose elements hold these",
    ),
    "none of what there is": (
        {"company": {**_COMPANY, "none": [["services"], [], None]}},
        "company.parquet",
        "none says of '甲' that there are no services, and there are rows",
    ),
    "none of no list": (
        {"company": {**_COMPANY, "none": [["service"], [], None]}},
        "company.parquet",
        "none names 'service', which is no list of company (did you mean services?)",
    ),
    "a field twice": (
        {"company": {"company": ["甲"], "licence": [{"number": "a"}], "licence.number": ["b"]}, **_ALONE},
        "company.parquet",
        "licence.number is a column, and a field of the column licence",
    ),
    "a list twice": (
        {"services": {"company": ["甲", "丙"], "id": ["b", "a"], "regions": [["110000"], []]}},
        "services.parquet",
        "services.regions is a column here, and a file of its own",
    ),
}


@pytest.mark.parametrize("what", _WRONG)
def test_what_cannot_be_put_together(tmp_path: Path, what: str) -> None:
    files, name, expected = _WRONG[what]
    told = _refused(_folder(tmp_path, **files))
    assert told.startswith(str(tmp_path / name))
    assert expected in told


@settings(max_examples=size(2, full=40))
@given(PICKS)
def test_random_companies(pick: Pick) -> None:
    documents = [canonical(random_case(pick, FOCUSES).data) for _ in range(6)]
    for shuffled in (False, True):
        with tempfile.TemporaryDirectory() as folder:
            _write(Path(folder), documents, shuffled)
            _assert_same(list(batches(folder, 4)), documents)


def _assert_same(found: list[Batch], documents: list[Data]) -> None:
    assert not any(batch.odd for batch in found)
    for batch, start in zip(found, (0, 4), strict=True):
        one = Batch(0, "", 1, batch.frame, batch.positions - start, ())
        assert_sound(one, [from_mapping(_without_emptied(document)) for document in documents[start : start + 4]])


def _without_emptied(document: Data) -> Data:
    return {key: value for key, value in document.items() if value != {}}


def _write(folder: Path, documents: list[Data], shuffled: bool) -> None:
    """Documents as files; rows of lists that lie in the order of the companies, or anyhow."""
    rows: dict[str, list[Data]] = {path: [] for path, table in company_schema().tables.items() if not table.derived}
    for number, document in enumerate(documents):
        own: Data = {"company": f"c{number}", "none": []}
        for name, value in document.items():
            sections = value.items() if isinstance(value, dict) else ()
            for path, inner in [(f"{name}.{key}", one) for key, one in sections] or [(name, value)]:
                if path in rows and isinstance(inner, list):
                    _write_list(rows, company_schema().tables[path], inner, own, own["company"])
                elif not isinstance(value, dict) or sections:
                    own[path] = inner
        rows["company"].append(own)
    for path, given_ in rows.items():
        if shuffled and path != "company":
            given_.sort(key=lambda row: row["company"], reverse=True)
        if given_:
            frame = pl.DataFrame(given_, infer_schema_length=None)
            frame.write_parquet(folder / f"{path}.parquet")


def _write_list(rows: dict[str, list[Data]], table: Table, entries: list[Any], own: Data, company: str) -> None:
    if not entries:
        own["none"].append(table.path)
    for entry in entries:
        row: Data = {"company": company}
        if table.parent != "company":
            row["parent"] = own["id"]
        if table.words is not None:
            row["value"] = entry
        else:
            row["none"] = []
            for name, value in entry.items():
                path = f"{table.path}.{name}"
                if path in rows:
                    row["id"] = entry["id"]
                    _write_list(rows, company_schema().tables[path], value, row, company)
                else:
                    row[name] = value
        rows[table.path].append(row)
