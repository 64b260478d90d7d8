"""`--redact` where verdicts of many companies, or former ones, are told: a portfolio, the replay of a ledger."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import polars as pl
import pytest
from msgspec.structs import replace

from hegui.engine.explain.disclosure import NAMELESS
from hegui.engine.ledger import append
from tests.cli.running import MAIN_DAY, ROOT, Ran, Run
from tests.ledger.writing import RECORD
from tests.portfolio.companies import DAY, company, write_lines
from tests.security.canaries import CANARY, canaried

REJECTED: Final[list[dict[str, Any]]] = [
    {f"{CANARY} key": 1, "name": "x"},
    {"services": [{"id": "a", "started_on": f"{CANARY} day", f"{CANARY} field": f"{CANARY} value"}]},
    {"services": [{"id": f"{CANARY} id"}, {"id": f"{CANARY} id"}], "partial": [f"{CANARY} path"]},
]
POLICY: Final = ROOT / "examples" / "policy"


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Companies that are judged as columns, one that is judged alone, and some that are rejected."""
    plain = [{name: one for name, one in canaried(company(number)).items() if name != "sources"} for number in range(3)]
    alone = {**canaried(company(0)), "sources": [{"path": "services", "source": CANARY, "valid_until": "2020-01-01"}]}
    return write_lines(tmp_path_factory.mktemp("input") / "in.jsonl", [*plain, alone, *REJECTED])


def judge(hegui: Run, source: Path, out: Path, *arguments: object) -> Ran:
    return hegui("portfolio", source, "-o", out, "--as-of", DAY, "--jobs", 1, "--status", "all", *arguments)


def written(out: Path) -> Iterator[tuple[str, str]]:
    """Every file of a result as text; of a table in Parquet its rows and its metadata."""
    for file in sorted(out.iterdir()):
        if file.suffix == ".parquet":
            yield file.name, f"{pl.read_parquet(file).rows()} {pl.read_parquet_metadata(file)}"
        else:
            yield file.name, file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "options",
    [
        ("--format", "parquet"),
        ("--format", "csv"),
        ("--format", "jsonl", "--engine", "compiled", "-v"),
        ("--lang", "en", "-v", "--cross-check", "--sample", 3),
    ],
    ids=lambda given: str(given[1]),
)
def test_no_text_of_a_company_is_in_any_file_of_a_portfolio(
    hegui: Run, lines: Path, tmp_path: Path, options: tuple[object, ...]
) -> None:
    plain = judge(hegui, lines, tmp_path / "plain", *options)
    ran = judge(hegui, lines, tmp_path / "out", *options, "--redact")
    assert ran.code == plain.code == 2  # some are rejected
    leaking = [name for name, text in written(tmp_path / "plain") if CANARY in text]
    assert {name.split(".")[0] for name in leaking} == {"companies", "findings", "rejected", "summary"}
    assert [name for name, text in written(tmp_path / "out") if CANARY in text] == []
    assert CANARY in plain.out + plain.err
    assert CANARY not in ran.out + ran.err


def test_a_portfolio_without_values_says_the_same_of_numbers(hegui: Run, lines: Path, tmp_path: Path) -> None:
    judge(hegui, lines, tmp_path / "plain")
    judge(hegui, lines, tmp_path / "out", "--redact")
    plain, told = (pl.read_parquet(tmp_path / name / "findings.parquet") for name in ("plain", "out"))
    withheld = ["number", "name", "province", "subject"]
    assert told.drop(withheld).equals(plain.drop(withheld))
    for name in withheld[:3]:
        assert told[name].is_null().equals(plain[name].is_null())
        assert set(told[name].drop_nulls()) <= {NAMELESS}
    data = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert data["redacted"] is True
    for number, line in enumerate(lines.read_text(encoding="utf-8").splitlines()[:4], start=1):
        asked = ("audit", "-", "--as-of", DAY, "--engine", "compiled", "--redact", "--format", "json")
        report = json.loads(hegui(*asked, stdin=line.encode()).out)
        of_report = [(one["norm"], "/".join(one["subject"]), one["status"]) for one in report["findings"]]
        rows = told.filter(pl.col("company") == number).select("norm", "subject", "status").rows()
        assert sorted(rows) == sorted(of_report)


def test_what_is_rejected_keeps_its_place(hegui: Run, lines: Path, tmp_path: Path) -> None:
    judge(hegui, lines, tmp_path / "out", "--redact")
    rejected = [json.loads(line) for line in (tmp_path / "out" / "rejected.jsonl").read_text("utf-8").splitlines()]
    assert [one["company"] for one in rejected] == [5, 6, 7]
    assert [one["pointer"] for one in rejected[0]["problems"]] == [f"/{NAMELESS}"]
    assert {one["pointer"] for one in rejected[1]["problems"]} == {
        "/services/0/started_on",
        f"/services/0/{NAMELESS}",
    }
    assert all(one["line"] and one["column"] for each in rejected for one in each["problems"])
    assert {one["what"] for each in rejected for one in each["problems"]} == {"[withheld]"}


def test_the_key_of_a_company_in_a_folder_is_withheld(hegui: Run, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    rows = {"company": [f"{CANARY} key", "other"], "name": ["x" * 3_000, "y"]}
    pl.DataFrame(rows).write_parquet(folder / "company.parquet")
    assert CANARY in judge(hegui, folder, tmp_path / "plain").err
    ran = judge(hegui, folder, tmp_path / "out", "--redact")
    assert CANARY not in ran.out + ran.err
    text = (tmp_path / "out" / "rejected.jsonl").read_text(encoding="utf-8")
    assert CANARY not in text
    assert json.loads(text)["place"] == f"{folder / 'company.parquet'}:1"


def test_a_run_with_values_is_not_gone_on_with_without_them(
    hegui: Run, lines: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("hegui.engine.portfolio.output.Output.publish", interrupted)
        judge(hegui, lines, tmp_path / "out", "--select", "SP-02")
    ran = judge(hegui, lines, tmp_path / "out", "--select", "SP-02", "--resume", "--redact")
    assert (ran.code, ran.out) == (2, "")
    assert "--redact: false then, true now" in ran.err


@pytest.mark.parametrize("options", [(), ("--lang", "en"), ("--format", "json")])
def test_a_replay_shows_no_value_of_facts(hegui: Run, company: Path, tmp_path: Path, options: tuple[str, ...]) -> None:
    ledger, rules = tmp_path / "ledger.db", tmp_path / "rules"
    shutil.copytree(ROOT / "rulesets" / "miit_b25", rules)
    kept = ("--engine", "compiled", "-q", "--ledger-keep-facts", "--ledger", ledger)
    hegui("audit", company, "--ruleset", rules, "--as-of", MAIN_DAY, *kept)
    clause = rules / "clauses" / "02.yaml"
    text = clause.read_text(encoding="utf-8")
    clause.write_text(text.replace("{it.id}", "({it.id})").replace("level: minor", "level: major"), encoding="utf-8")
    plain, ran = (hegui("ledger", "replay", ledger, *options, *more) for more in ((), ("--redact",)))
    assert ran.code == plain.code == 1
    assert CANARY in plain.out
    assert CANARY not in ran.out + ran.err
    if "json" in options:
        (entry,) = json.loads(ran.out)["entries"]
        before, after = (json.loads(one.out)["entries"][0]["differences"] for one in (plain, ran))
        assert [(one["path"], one["pointer"]) for one in before] == [(one["path"], one["pointer"]) for one in after]
        assert {(one["before"], one["after"]) for one in after if one["path"] == ["severity"]} == {("minor", "major")}
        messages = [one for one in after if one["path"][0] == "message"]
        assert {(one["before"], one["after"]) for one in messages} == {(NAMELESS, NAMELESS)}
        assert any(one["finding"] == f"SP-02-b {one['pointer']}" for one in messages)
        assert [one["name"] for one in entry["causes"]] == ["ruleset.digest"]


def test_a_replay_that_fails_does_not_say_by_which_value(hegui: Run, tmp_path: Path) -> None:
    rules = replace(RECORD.ruleset, named=str(POLICY), id="example-policy")
    kept = {"facts": ("facts.yaml", f"{CANARY}: {CANARY}\n".encode()), "findings": ("", b"[]")}
    append(tmp_path / "ledger.db", replace(RECORD, ruleset=rules, readings={}), kept)
    plain, ran = (hegui("ledger", "replay", tmp_path / "ledger.db", *more) for more in ((), ("--redact",)))
    assert ran.code == plain.code == 1
    assert CANARY in plain.out
    assert CANARY not in ran.out
    assert "without --redact" in " ".join(ran.out.split())
