"""Portfolios of JSON lines: what passes, what is odd, and where messages say that it stands."""

import json
from pathlib import Path

import pytest

from hegui.facts import FactsError, Province
from hegui.facts.portfolio import batches

from .portfolios import Data, one_batch, written_lines

_PLAIN: Data = {
    "name": "甲公司(虚构)",
    "licence": {"number": "B2-20990001", "first_obtained_on": "2016-03-01", "regions": ["110000"]},
    "staff": {"complaint_handlers": 3},
    "services": [
        {"id": "sms", "code": "B25", "regions": ["110000", "310000"], "ended_on": "not_done"},
        {"id": "app", "commercial": None},
    ],
    "incidents": [{"id": "a", "discovered_at": "2018-05-31T10:30"}, {"id": "b", "discovered_at": "2018-05-31 10:30"}],
    "complaints": [],
    "partial": ["services", "services.regions"],
    "sources": [
        {"path": "services", "source": "业务台账", "evidence": None},
        {"path": "services[sms].started_on", "source": "业务台账"},
        {"path": "services[app]", "source": "业务台账"},
        {"path": "services[app].regions", "source": "业务台账"},
    ],
}


def test_a_plain_document_passes(tmp_path: Path) -> None:
    batch = one_batch(written_lines(tmp_path / "p.jsonl", [_PLAIN, {}]))
    assert not batch.odd
    first, second = batch.frame.to_dicts()
    assert first["services"][0]["ended_on"] == "not_done"
    assert first["complaints"] == []
    assert second["complaints"] is None
    assert set(second.values()) == {None}


@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize("separators", [(",", ":"), (", ", ": ")])
def test_how_json_is_written_does_not_matter(tmp_path: Path, ascii_only: bool, separators: tuple[str, str]) -> None:
    line = json.dumps({**_PLAIN, "name": "a: b·c"}, ensure_ascii=ascii_only, separators=separators)
    batch = one_batch(written_lines(tmp_path / "p.jsonl", [line]))
    assert batch.frame["name"].to_list() == ["a: b·c"]


def test_nationwide_is_all_provinces(tmp_path: Path) -> None:
    document = {"licence": {"regions": "nationwide"}, "services": [{"id": "a", "regions": "全国"}]}
    (row,) = one_batch(written_lines(tmp_path / "p.jsonl", [document])).frame.to_dicts()
    assert row["licence"]["regions"] == row["services"][0]["regions"] == [province.value for province in Province]


_ODD: dict[str, Data] = {
    "a date in another spelling": {"licence": {"first_obtained_on": "2016/3/1"}},
    "not_done in Chinese": {"licence": {"first_obtained_on": "未办理"}},
    "a minute with seconds": {"incidents": [{"id": "a", "discovered_at": "2018-05-31T10:30:00"}]},
    "a word by its label": {"form": "有限责任公司"},
    "a province by its name": {"licence": {"regions": ["北京"]}},
    "a province as a number": {"licence": {"regions": [110000]}},
    "a text with spaces around it": {"name": " 甲公司(虚构)"},
    "a text as a number": {"name": 12},
    "a source of an element of an element": {
        "incidents": [{"id": "a", "orders": [{"id": "b"}]}],
        "sources": [{"path": "incidents[a].orders[b]"}],
    },
    "a source with a last day": {"sources": [{"path": "name", "valid_until": "2030-01-01"}]},
}
"""What the loader reads, and only the loader."""


@pytest.mark.parametrize("what", _ODD)
def test_odd_documents_that_are_accepted(tmp_path: Path, what: str) -> None:
    batch = one_batch(written_lines(tmp_path / "p.jsonl", [_PLAIN, _ODD[what], _PLAIN]))
    assert (batch.companies, batch.positions.to_list()) == (3, [1, 3])
    (odd,) = batch.odd
    assert odd.position == 2
    assert odd.name == f"{tmp_path / 'p.jsonl'}:2"
    assert odd.read().company.model_fields_set == set(_ODD[what])


_REFUSED = {
    "{": "p.jsonl:2:2: the end of the file",
    "[]": "p.jsonl:2:1: the facts are a list, expected a mapping",
    "12": "p.jsonl:2:1: the facts are '12', expected a mapping",
    "nonsense": "p.jsonl:2:1: 'nonsense' where a value belongs",
    '{"name": "甲", "name": "乙"}': "p.jsonl:2:15: name: the key 'name' is given twice (first at",
    '{"nam": "甲"}': "p.jsonl:2:2: nam: there is no field 'nam' (did you mean name?)",
    '{"services": [{"code": "B25"}]}': "p.jsonl:2:15: services[0].id: there is no id",
    '{"services": [{"id": "a"}, {"id": "a"}]}': "p.jsonl:2:35: services[a].id: the id 'a' is taken by",
    '{"services": [{"id": "?"}]}': "stands for what a list does not name",
    '{"services": [null]}': "nothing where a mapping belongs",
    '{"services": {}}': "a mapping where a list belongs",
    '{"services": "nationwide"}': "where a list belongs",
    '{"licence": []}': "a list where a mapping belongs",
    '{"licence": {"regions": "everywhere"}}': "'everywhere' where a list belongs",
    '{"licence": {"regions": ["110000", "110000"]}}': "'110000' is already in the list",
    '{"licence": {"regions": [null]}}': "p.jsonl:2:26: licence.regions[0]: nothing where a word belongs",
    '{"licence": {"service_items": ["?"]}}': "stands for what a list does not name",
    '{"staff": {"complaint_handlers": -1}}': "-1 is less than nothing",
    '{"staff": {"complaint_handlers": 9007199254740992}}': "is too great",
    '{"staff": {"complaint_handlers": 99999999999999999999}}': "is too great",
    '{"staff": {"complaint_handlers": 1.0}}': "'1.0' is not a whole number",
    '{"staff": {"complaint_handlers": "3"}}': "because of its quotes",
    '{"form": "x"}': "'x' is none of the words",
    '{"name": ""}': "an empty text",
    '{"name": "a\\u200eb"}': "a control character (U+200E)",
    '{"name": "a\\ud800b"}': "a control character (U+D800)",
    '{"licence": {"first_obtained_on": "2018-02-30"}}': "is not a day that the calendar has",
    '{"licence": {"first_obtained_on": "1989-12-31"}}': "lies outside the years",
    '{"licence": {"terms": [{"id": "a", "expires_on": "not_done"}]}}': "this is a term",
    '{"incidents": [{"id": "a", "discovered_at": "2018-01-01T24:00"}]}': "a time of day that no clock shows",
    '{"partial": ["services"]}': "the list 'services' is not given",
    '{"services": [{"id": "a"}], "partial": ["services.regions"]}': "the list 'services.regions' is not given",
    '{"services": [], "partial": ["services", "services"]}': "'services' is already in the list",
    '{"services": [], "partial": ["service"]}': "there is no list 'service' (did you mean services?)",
    '{"partial": [null]}': "nothing is stated",
    '{"sources": [{"path": "nam"}]}': "there are no facts 'nam'",
    '{"services": [{"id": "a"}], "sources": [{"path": "services[b].code"}]}': "names no element that is stated",
    '{"services": [{"id": "a"}], "sources": [{"path": "services[a].cod"}]}': "there are no facts 'services[a].cod'",
    '{"licence": {"regions": ["110000"]}, "sources": [{"path": "licence.regions[110000]"}]}': "is an entry of a list",
    '{"sources": [{"path": "name", "source": ""}]}': "an empty text",
    '{"sources": [{"source": "台账"}]}': "there is no path",
    '{"name": "' + "x" * 2001 + '"}': "a text of 2001 characters",
}


@pytest.mark.parametrize("line", _REFUSED)
def test_documents_that_are_refused(tmp_path: Path, line: str) -> None:
    batch = one_batch(written_lines(tmp_path / "p.jsonl", [_PLAIN, line, _PLAIN]))
    assert batch.positions.to_list() == [1, 3]
    (odd,) = batch.odd
    with pytest.raises(FactsError) as refused:
        odd.read()
    assert _REFUSED[line] in str(refused.value)
    assert {problem.position.line for problem in refused.value.problems if problem.position} == {2}
    assert refused.value.of == "portfolio"


def test_a_line_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_bytes('{}\n{"name": "甲"}\n'.encode("gbk") + b"{}\n")
    batch = one_batch(path)
    assert batch.positions.to_list() == [1, 3]
    with pytest.raises(FactsError, match=r"p.jsonl:2:11: byte 10 \(0xbc\) is not UTF-8"):
        batch.odd[0].read()


def test_lines_without_anything_are_no_companies(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_bytes(b'\xef\xbb\xbf\r\n{"name": "a"}\r\n  \n\n{"nam": "b"}\r\n{"name": "c"}')
    batch = one_batch(path)
    assert (batch.first, batch.companies) == (2, 3)
    assert batch.positions.to_list() == [2, 6]
    assert [odd.position for odd in batch.odd] == [5]


def test_no_companies(tmp_path: Path) -> None:
    assert list(batches(written_lines(tmp_path / "p.jsonl", []), 10)) == []


def test_a_batch_of_odd_documents_only(tmp_path: Path) -> None:
    batch = one_batch(written_lines(tmp_path / "p.jsonl", ["[]", "1"]))
    assert (batch.first, batch.frame.height, len(batch.odd)) == (1, 0, 2)


def test_a_long_line_is_judged_alone(tmp_path: Path) -> None:
    line = json.dumps({"name": "甲公司(虚构)"}) + " " * 2**20 + "x"
    many = json.dumps({"licence": {"service_items": [str(n) for n in range(120_000)]}})
    batch = one_batch(written_lines(tmp_path / "p.jsonl", [line, many]))
    assert [odd.position for odd in batch.odd] == [1, 2]


def test_batches_are_whole_companies_in_order(tmp_path: Path) -> None:
    path = written_lines(tmp_path / "p.jsonl", [{"name": str(n)} if n % 4 else "[]" for n in range(10)])
    found = list(batches(path, 3))
    assert [batch.number for batch in found] == [0, 1, 2, 3]
    assert [batch.first for batch in found] == [1, 4, 7, 10]
    assert [batch.companies for batch in found] == [3, 3, 3, 1]
    assert [name for batch in found for name in batch.frame["name"]] == ["1", "2", "3", "5", "6", "7", "9"]
    assert [odd.position for batch in found for odd in batch.odd] == [1, 5, 9]
    later = list(batches(path, 3, skip=2))
    assert [(batch.number, batch.positions.to_list()) for batch in later] == [(2, [7, 8]), (3, [10])]
