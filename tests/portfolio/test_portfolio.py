"""`hegui portfolio`: what it writes says the same in every form, and the same as an audit of each company."""

import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from tests.cli.running import Ran, Run
from tests.portfolio.companies import DAY, REFUSED, company, small, write_lines

FILES = {"rejected.jsonl", "run.json", "summary.html", "summary.txt"}


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_lines(tmp_path_factory.mktemp("input") / "in.jsonl", map(company, range(7)))


def judge(hegui: Run, source: Path, out: Path, *arguments: object) -> Ran:
    return hegui("portfolio", source, "-o", out, "--as-of", DAY, "--jobs", 1, *arguments)


def folder(hegui: Run, source: Path, out: Path, *arguments: object) -> pl.DataFrame:
    assert judge(hegui, source, out, *arguments).code == 1
    return pl.read_parquet(out / "findings.parquet")


def test_a_folder_holds_everything(hegui: Run, lines: Path, tmp_path: Path) -> None:
    ran = judge(hegui, lines, tmp_path / "out", "--width", 100)
    assert (ran.code, ran.err) == (1, "")
    assert {one.name for one in (tmp_path / "out").iterdir()} == FILES | {"findings.parquet", "companies.parquet"}
    assert [one.name for one in tmp_path.iterdir()] == ["out"]
    assert (tmp_path / "out" / "summary.txt").read_text("utf-8") == ran.out
    assert ran.out.startswith("结论:已判断的 7 家公司中,有违反的 7 家")
    assert "读入 7 = 已判断 7 + 不能使用 0" in ran.out


def test_each_company_stands_as_in_an_audit_of_it(hegui: Run, lines: Path, tmp_path: Path) -> None:
    found = folder(hegui, lines, tmp_path / "out", "--status", "all", "--batch", 3)
    counts = pl.read_parquet(tmp_path / "out" / "companies.parquet")
    for at, line in enumerate(lines.read_text("utf-8").splitlines()[:3], start=1):
        report = json.loads(hegui("audit", "-", "--as-of", DAY, "--format", "json", stdin=line.encode()).out)
        assert told(found, at) == [expected(one) for one in report["findings"]]
        mine = counts.row(at - 1, named=True)
        assert (mine["company"], mine["number"], mine["name"]) == (at, report["licence"], report["company"])
        assert {status: mine[status] for status in report["counts"]} == report["counts"]
        assert mine["verdict"] == report["verdict"]


def told(found: pl.DataFrame, position: int) -> list[dict[str, Any]]:
    return found.filter(pl.col("company") == position).drop("company", "number", "name", "province").to_dicts()


def expected(finding: dict[str, Any]) -> dict[str, Any]:
    names = ("norm", "clause", "subject", "status", "severity", "due", "strict_due", "cured_on")
    return {**{name: finding[name] for name in names}, "subject": "/".join(finding["subject"])}


def test_violated_and_pending_are_written_unless_said(hegui: Run, lines: Path, tmp_path: Path) -> None:
    usual = folder(hegui, lines, tmp_path / "usual")
    assert set(usual["status"]) == {"violated", "pending"}
    every = folder(hegui, lines, tmp_path / "every", "--status", "all")
    assert set(every["status"]) == {"violated", "pending", "undetermined", "met", "not_applicable"}
    assert every.filter(pl.col("status").is_in(["violated", "pending"])).equals(usual)
    some = folder(hegui, lines, tmp_path / "some", "--status", "undetermined", "--status", "violated")
    assert set(some["status"]) == {"violated", "undetermined"}
    runs = [json.loads((tmp_path / one / "run.json").read_text("utf-8")) for one in ("usual", "every", "some")]
    assert runs[0]["findings"] == runs[1]["findings"] == runs[2]["findings"], "all are counted, whatever is written"


@pytest.mark.parametrize("table", ["findings", "companies"])
def test_the_formats_agree(hegui: Run, lines: Path, tmp_path: Path, table: str) -> None:
    for format_ in ("parquet", "csv", "jsonl"):
        judge(hegui, lines, tmp_path / format_, "--format", format_, "--batch", 2)
    parquet = pl.read_parquet(tmp_path / "parquet" / f"{table}.parquet")
    csv = tmp_path / "csv" / f"{table}.csv"
    assert csv.read_bytes().startswith(b"\xef\xbb\xbfcompany,number,name,")
    assert pl.read_csv(csv, schema=parquet.schema).equals(parquet)
    assert pl.read_ndjson(tmp_path / "jsonl" / f"{table}.jsonl", schema=parquet.schema).equals(parquet)


def test_a_file_by_its_suffix_and_the_others_beside_it(hegui: Run, lines: Path, tmp_path: Path) -> None:
    assert judge(hegui, lines, tmp_path / "may.csv").code == 1
    beside = {f"may.{name}" for name in (*FILES, "companies.csv")}
    assert {one.name for one in tmp_path.iterdir()} == {"may.csv", *beside}
    judge(hegui, lines, tmp_path / "out", "--format", "csv")
    assert (tmp_path / "may.csv").read_bytes() == (tmp_path / "out" / "findings.csv").read_bytes()


def test_what_was_asked_stands_in_the_metadata_and_in_run_json(hegui: Run, lines: Path, tmp_path: Path) -> None:
    folder(hegui, lines, tmp_path / "out", "--select", "SP-02", "--reading", "early_report=lenient")
    asked = json.loads(pl.read_parquet_metadata(tmp_path / "out" / "findings.parquet")["hegui"])
    run = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))
    assert run.items() >= asked.items()
    assert asked["schema"] == "hegui-portfolio-1"
    assert asked["ruleset"]["id"] == "miit-b25"
    assert len(asked["ruleset"]["digest"]) == 64
    assert asked["readings"]["early_report"] == "lenient"
    assert (asked["as_of"], asked["statuses"]) == (DAY, ["violated", "pending"])
    assert asked["selection"] == {"select": ["SP-02"], "ignore": []}
    assert asked["input"]["files"][0]["bytes"] == lines.stat().st_size
    assert run["companies"]["read"] == run["companies"]["judged"] + run["companies"]["rejected"] == 7


def test_parquet_in_says_the_same_as_lines_in(hegui: Run, lines: Path, tmp_path: Path) -> None:
    pl.read_ndjson(lines, infer_schema_length=None).write_parquet(tmp_path / "in.parquet")
    (tmp_path / "parts").mkdir()
    rows = pl.read_parquet(tmp_path / "in.parquet")
    rows[:3].write_parquet(tmp_path / "parts" / "0.parquet")
    rows[3:].write_parquet(tmp_path / "parts" / "1.parquet")
    from_lines = folder(hegui, lines, tmp_path / "lines")
    assert folder(hegui, tmp_path / "in.parquet", tmp_path / "rows", "--batch", 2).equals(from_lines)
    assert folder(hegui, tmp_path / "parts", tmp_path / "folder").equals(from_lines)


def test_several_processes_write_the_same_bytes(hegui: Run, lines: Path, tmp_path: Path) -> None:
    judge(hegui, lines, tmp_path / "one", "--batch", 2)
    judge(hegui, lines, tmp_path / "two", "--batch", 2, "--jobs", 2)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def contents(path: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in path.iterdir()}


def test_the_summary_in_english_and_the_verdict_alone(hegui: Run, lines: Path, tmp_path: Path) -> None:
    ran = judge(hegui, lines, tmp_path / "a", "--lang", "en", "--width", 80)
    assert "Verdict: of 7 companies judged, 7 break something" in ran.out
    assert "■ By province of the registered address" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80
    assert judge(hegui, lines, tmp_path / "b", "-q").out.count("\n") == 1


@pytest.mark.parametrize("columns", [80, 120])
def test_the_summary_fits_its_columns(hegui: Run, lines: Path, tmp_path: Path, columns: int) -> None:
    from hegui.reports.text.width import width

    ran = judge(hegui, lines, tmp_path / "out", "--width", columns, "-v")
    assert max(map(width, ran.out.splitlines())) <= columns


class TestRejected:
    @pytest.fixture
    def mixed(self, tmp_path: Path) -> Path:
        return write_lines(tmp_path / "in.jsonl", (company(0), REFUSED[0], "", company(1), *REFUSED[1:]))

    def test_they_are_listed_with_reason_and_place(self, hegui: Run, mixed: Path, tmp_path: Path) -> None:
        ran = judge(hegui, mixed, tmp_path / "out", "--batch", 2, "--lang", "en")
        assert ran.code == 2
        assert "6 read = 2 judged + 4 rejected" in ran.out
        assert "in.jsonl:2:2: nmae: there is no field 'nmae' (did you mean name?)" in ran.err
        assert "4 documents were rejected" in ran.err
        rejected = [json.loads(line) for line in (tmp_path / "out" / "rejected.jsonl").read_text("utf-8").splitlines()]
        assert [one["company"] for one in rejected] == [2, 5, 6, 7]
        assert [one["problems"][0]["line"] for one in rejected] == [2, 5, 6, 7]
        assert list(rejected[0]["problems"][0]) == ["pointer", "what", "expected", "line", "column", "told"]
        assert rejected[0]["problems"][0]["pointer"] == "/nmae"
        assert "in.jsonl:6:2)" in rejected[2]["problems"][0]["what"]
        found = pl.read_parquet(tmp_path / "out" / "companies.parquet")
        assert found["company"].to_list() == [1, 4], "positions are those of the lines"

    @pytest.mark.parametrize("engine", ["columnar", "compiled"])
    @pytest.mark.parametrize("kind", ["jsonl", "parquet"])
    def test_a_company_with_too_many_elements_is_one_of_them(
        self, hegui: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: str, kind: str
    ) -> None:
        regions = {"services": [{"id": "a", "started_on": "2018-01-01", "regions": ["110000", "310000"]}]}
        documents = [{**small(1), **regions}, small(2), {**small(3), "projects": [{"id": f"{n}"} for n in range(4)]}]
        source = write_lines(tmp_path / "in.jsonl", documents)
        if kind == "parquet":
            pl.read_ndjson(source).write_parquet(tmp_path / "in.parquet")
            source = tmp_path / "in.parquet"
        monkeypatch.setenv("HEGUI_MOST_ROWS", "5")
        ran = judge(hegui, source, tmp_path / "out", "--select", "SP-09", "--engine", engine, "--lang", "en")
        assert ran.code == 2
        assert "3 read = 2 judged + 1 rejected" in ran.out
        (rejected,) = map(json.loads, (tmp_path / "out" / "rejected.jsonl").read_text("utf-8").splitlines())
        assert rejected["company"] == 1
        told = rejected["problems"][0]["told"]
        assert told.startswith(f"{rejected['place']}: more than 5 elements in the company's lists")
        assert "set HEGUI_MOST_ROWS" in told

    def test_only_a_company_that_may_have_too_many_elements_is_counted_one_by_one(
        self, hegui: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        documents = [{**small(n), "projects": [{"id": f"{one}"} for one in range(n)]} for n in (4, 116, 5, 115, 0)]
        source = write_lines(tmp_path / "in.jsonl", documents)
        monkeypatch.setenv("HEGUI_MOST_ROWS", "116")
        assert judge(hegui, source, tmp_path / "out", "--select", "SP-09").code == 2
        run = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))
        assert (run["companies"]["judged"], run["companies"]["read_one_by_one"]) == (4, 2)
        (rejected,) = map(json.loads, (tmp_path / "out" / "rejected.jsonl").read_text("utf-8").splitlines())
        assert rejected["company"] == 2

    def test_allowed_the_findings_decide(self, hegui: Run, mixed: Path, tmp_path: Path) -> None:
        assert judge(hegui, mixed, tmp_path / "a", "--allow-rejected").code == 1
        assert judge(hegui, mixed, tmp_path / "b", "--allow-rejected", "--select", "SP-15-13-a").code in (0, 3)

    def test_where_none_is_judged_nothing_is_clean(self, hegui: Run, tmp_path: Path) -> None:
        source = write_lines(tmp_path / "in.jsonl", REFUSED)
        ran = judge(hegui, source, tmp_path / "out", "--allow-rejected")
        assert ran.code == 2
        assert "no company was judged" in ran.err
        empty = judge(hegui, write_lines(tmp_path / "empty.jsonl", ()), tmp_path / "empty")
        assert empty.code == 2
        assert not (tmp_path / "empty").exists()


def test_exit_codes_are_those_of_an_audit(hegui: Run, lines: Path, tmp_path: Path) -> None:
    assert judge(hegui, lines, tmp_path / "a", "--select", "SP-02-d").code == 1
    ran = judge(hegui, lines, tmp_path / "b", "--select", "SP-02-d", "--fail-on", "major")
    assert ran.code == 0
    assert "--fail-on" in ran.err
    assert judge(hegui, lines, tmp_path / "c", "--select", "SP-01-a-1").code == 3


HOSTILE = "=cmd|' /C calc'!A0 <script>alert(1)</script>"


def test_hostile_texts_stay_texts(hegui: Run, tmp_path: Path) -> None:
    one = company(0)
    one = {**one, "name": HOSTILE, "displays": [{**one["displays"][0], "id": "@SUM(1)", "shown": False}]}
    source = write_lines(tmp_path / "in.jsonl", [one])
    assert judge(hegui, source, tmp_path / "out", "--format", "csv").code == 1
    csv = (tmp_path / "out" / "findings.csv").read_text("utf-8")
    assert ",'=cmd|" in csv
    assert ",'@SUM(1)," in csv
    html = (tmp_path / "out" / "summary.html").read_text("utf-8")
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--select", "SP-99"], "SP-99"),
        (["--as-of", "soon"], "--as-of"),
        (["--master", "local[2]"], "--engine spark"),
        (["--sample", "3"], "--cross-check"),
        (["--reading", "x=y"], "x is no reading"),
        (["--format", "xml"], "'xml'"),
    ],
)
def test_bad_usage_ends_with_2_and_writes_nothing(
    hegui: Run, lines: Path, tmp_path: Path, arguments: list[str], told: str
) -> None:
    ran = hegui("portfolio", lines, "-o", tmp_path / "out", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("none.jsonl", None, "No such file"),
        ("in.parquet", b"PAR1 no", "in.parquet"),
        ("in.xlsx", b"PK", "this is no Parquet file"),
    ],
)
def test_an_input_that_cannot_be_read(hegui: Run, tmp_path: Path, name: str, content: bytes | None, told: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    ran = judge(hegui, tmp_path / name, tmp_path / "out")
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert not (tmp_path / "out").exists()
    assert not (tmp_path / "out.partial").exists()


def test_results_are_not_replaced_unless_asked(hegui: Run, lines: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    judge(hegui, lines, out)
    before = contents(out)
    ran = judge(hegui, lines, out, "--select", "SP-02")
    assert (ran.code, ran.out) == (2, "")
    assert "--force" in ran.err
    assert contents(out) == before
    assert judge(hegui, lines, out, "--select", "SP-02", "--force").code == 1
    assert contents(out) != before
    assert [one.name for one in tmp_path.iterdir()] == ["out"]
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letter").touch()
    assert "does not hold the results" in judge(hegui, lines, tmp_path / "home", "--force").err


def test_results_do_not_lie_in_the_input(hegui: Run, tmp_path: Path) -> None:
    write_lines(tmp_path / "in.jsonl", [company(0)])
    ran = judge(hegui, tmp_path, tmp_path / "out")
    assert (ran.code, ran.out) == (2, "")
    assert "lies in the input" in ran.err
    assert [one.name for one in tmp_path.iterdir()] == ["in.jsonl"]
