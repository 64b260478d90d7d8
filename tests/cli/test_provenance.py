"""`sources:` in a report: what counts no more, and where a deciding fact comes from."""

import json
from pathlib import Path

from tests.cli.running import Run

FACTS = """\
name: 示例公司(虚构)
licence: {number: B2-20990005, terms: [{id: 一, starts_on: 2016-01-19, expires_on: 2021-01-19}]}
illegal_information:
  - {id: a, disposed_at: 2018-02-09 10:00, reported_on: 2018-02-28}
sources:
  - {path: "illegal_information[a].reported_on", source: 上报回执, evidence: 扫描件 7, valid_until: 2018-12-31}
"""


def audit(hegui: Run, folder: Path, day: str, *more: str) -> tuple[int, str]:
    file = folder / "facts.yaml"
    file.write_text(FACTS, encoding="utf-8")
    ran = hegui("audit", str(file), "--as-of", day, "--select", "SP-09-f", *more)
    assert ran.err == ""
    return ran.code, ran.out


def test_a_statement_counts_until_its_last_day(hegui: Run, tmp_path: Path) -> None:
    code, out = audit(hegui, tmp_path, "2018-12-31", "-v")
    assert code == 0
    assert "\n过期" not in out
    out = hegui("explain", "SP-09-f:a", "--facts", str(tmp_path / "facts.yaml"), "--as-of", "2018-12-31").out
    assert "出处  illegal_information[a].reported_on:上报回执(扫描件 7)" in out


def test_after_it_the_finding_is_open_and_says_why(hegui: Run, tmp_path: Path) -> None:
    code, out = audit(hegui, tmp_path, "2019-01-01")
    assert code == 3
    assert "过期  1 项说明已过有效期,视为未说明:illegal_information[a].reported_on(至 2018-12-31)" in out
    assert "出处" not in out
    zh, en = (audit(hegui, tmp_path, "2019-01-01", "-v", "--lang", language)[1] for language in ("zh", "en"))
    assert "不能确定上报日期(有效期至 2018-12-31,现视为未说明)是否不晚于" in zh
    assert "valid until 2018-12-31, now not stated" in " ".join(en.split())


def test_programs_are_told_as_well(hegui: Run, tmp_path: Path) -> None:
    report = json.loads(audit(hegui, tmp_path, "2019-01-01", "--format", "json")[1])
    pointer = "/illegal_information/0/reported_on"
    assert report["outdated"] == [{"pointer": pointer, "valid_until": "2018-12-31"}]
    (finding,) = report["findings"]
    assert (finding["status"], finding["missing"]) == ("undetermined", [pointer])
    sources = {fact["pointer"]: fact["source"] for fact in finding["evidence"]}
    assert sources[pointer] == "上报回执(扫描件 7)"
    assert sources["/illegal_information/0/disposed_at"] is None
