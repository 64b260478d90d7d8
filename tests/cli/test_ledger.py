"""`--ledger`, and `hegui ledger`: what is recorded, how it is looked at, and what happens where it cannot be."""

import hashlib
import json
import re
import shutil
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from hegui.engine.audit import default_engine
from hegui.engine.ledger import GENESIS, Launch, append
from hegui.reports.text.width import width as columns
from tests.cli.running import CLEAN, MAIN, MAIN_DAY, ROOT, Ran, Run
from tests.ledger.writing import RECORD, tamper

POLICY = ROOT / "examples" / "policy"
KEEP = ("--engine", "compiled", "-q", "--ledger-keep-facts", "--ledger")
AUDIT = ("audit", POLICY / "facts.yaml", "--ruleset", POLICY, "--as-of", "2019-06-03", "--engine", "compiled", "-q")
"""A small company by a small ruleset, where it does not matter which."""
LAUNCHES = ROOT / "examples" / "launches"
GATE = ("--facts", LAUNCHES / "facts.yaml", "--allow-past", "-q")
SECRET = "王府机房口令-7f3a"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


def recorded(hegui: Run, ledger: Path) -> list[dict[str, Any]]:
    ran = hegui("ledger", "list", ledger, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    found: list[dict[str, Any]] = json.loads(ran.out)["entries"]
    return found


def told(ran: Ran) -> tuple[int, str]:
    """Number and hash that were acknowledged."""
    (found,) = re.findall(r"^hegui: ledger entry (\d+), ([0-9a-f]{64})$", ran.err, re.MULTILINE)
    return int(found[0]), found[1]


def test_a_verdict_is_recorded_with_all_that_it_rests_on(hegui: Run, ledger: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    options: tuple[str, ...] = ("--select", "SP-01,SP-09", "--ignore", "SP-09-f", "--reading", "prompt_hours=48")
    if default_engine() == "rete":
        options += ("--cross-check",)
    ran = hegui("audit", MAIN, "--as-of", MAIN_DAY, "-q", *options, "--ledger", ledger, "--output", f"json={report}")
    assert ran.code == 1
    (entry,) = recorded(hegui, ledger)
    assert (entry["number"], entry["hash"]) == told(ran)
    assert (entry["previous"], entry["entered_at"][-6:]) == (GENESIS, "+08:00")
    found, said = entry["record"], json.loads(report.read_text(encoding="utf-8"))
    rules = {name: said["ruleset"][name] for name in ("id", "version", "digest")}
    assert {name: found["ruleset"][name] for name in rules} == rules
    assert re.fullmatch("[0-9a-f]{64}", found["ruleset"]["text_digest"])
    for name in ("as_of", "company", "licence", "source", "engine", "confirmed_by", "verdict", "counts", "calendar"):
        assert found[name] == said[name], name
    assert found["readings"] == said["settings"]
    assert found["readings"]["prompt_hours"] == 48
    assert (found["select"], found["ignore"]) == (["SP-01", "SP-09"], ["SP-09-f"])
    assert (found["command"], found["fail_on"], found["exit_code"], found["kept"]) == ("audit", "minor", 1, {})


def test_the_digest_of_the_findings_is_that_of_the_report(hegui: Run, ledger: Path) -> None:
    ran = hegui("audit", MAIN, "--as-of", MAIN_DAY, "--format", "json", "--ledger", ledger)
    findings = json.loads(ran.out)["findings"]
    plain = json.dumps(findings, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (entry,) = recorded(hegui, ledger)
    assert entry["record"]["findings_digest"] == hashlib.sha256(plain.encode()).hexdigest()


def test_waivers_and_a_baseline_are_recorded_and_do_not_touch_the_digest(
    hegui: Run, ledger: Path, tmp_path: Path
) -> None:
    facts, day = LAUNCHES / "facts.yaml", "2019-07-01"
    audit = ("audit", facts, "--as-of", day, "--engine", "compiled", "--ledger", ledger, "--ledger-keep-facts")
    waivers, former = tmp_path / "waivers.yaml", tmp_path / "former.json"
    waivers.write_text(
        "waivers: [{norm: SP-12-a, subject: 西安客服, reason: 搬迁, owner: 合规部, approved_on: 2019-06-20, "
        "expires_on: 2019-07-31}]",
        encoding="utf-8",
    )
    plain = hegui(*audit, "--format", "json")
    former.write_text(plain.out, encoding="utf-8")
    waived = hegui(*audit, "-q", "--waivers", waivers)
    known = hegui(*audit, "-q", "--baseline", former)
    assert (plain.code, waived.code, known.code) == (1, 0, 0)
    one, two, three = (entry["record"] for entry in recorded(hegui, ledger))
    assert one["findings_digest"] == two["findings_digest"] == three["findings_digest"]
    assert [one["exit_code"], two["exit_code"], three["exit_code"]] == [1, 0, 0]
    assert {record["verdict"] for record in (one, two, three)} == {"violations"}
    assert (two["waivers"]["given"], two["waivers"]["in_force"]) == (1, 1)
    assert three["baseline"] == {"source": str(former), "as_of": day, "ruleset_version": "0.1"}
    assert hegui("ledger", "replay", ledger).code == 0


@pytest.mark.parametrize(("name", "code"), [("clean", 0), ("undetermined", 3)])
def test_what_the_gate_says_is_recorded_and_replayed(hegui: Run, ledger: Path, name: str, code: int) -> None:
    launch = LAUNCHES / f"{name}.yaml"
    ran = hegui("gate", launch, *GATE, "--ledger", ledger, "--ledger-keep-facts")
    assert ran.code == code
    (entry,) = recorded(hegui, ledger)
    assert (entry["number"], entry["hash"]) == told(ran)
    record = entry["record"]
    assert (record["command"], record["verdict"]) == ("gate", {0: "clean", 3: "undetermined"}[code])
    assert (record["exit_code"], record["launch"]["source"]) == (code, str(launch))
    assert record["launch"]["facts_digest"] != record["facts_digest"]
    assert sorted(record["kept"]) == ["facts", "findings", "launch"]
    replayed = hegui("ledger", "replay", ledger, "--lang", "en")
    assert (replayed.code, "identical to the byte" in replayed.out) == (0, True)


def test_a_gate_with_waivers_is_replayed_with_them(hegui: Run, ledger: Path, tmp_path: Path) -> None:
    options = ("gate", LAUNCHES / "new_region.yaml", *GATE)
    broken = json.loads(hegui(*options[:-1], "--format", "json").out)
    given = [
        f"  - {{norm: {one['norm']}, subject: {'/'.join(one['subject']) or 'company'}, reason: 试点, owner: 合规部, "
        "approved_on: 2019-01-01, expires_on: 2019-12-31}\n"
        for one in (*broken["breaks"], *broken["undetermined"])
    ]
    waivers = tmp_path / "waivers.yaml"
    waivers.write_text("waivers:\n" + "".join(given), encoding="utf-8")
    ran = hegui(*options, "--waivers", waivers, "--ledger", ledger, "--ledger-keep-facts")
    waivers.unlink()
    assert ran.code == 0
    (entry,) = recorded(hegui, ledger)
    assert (entry["record"]["verdict"], entry["record"]["waivers"]["in_force"]) == ("clean", len(given))
    assert hegui("ledger", "replay", ledger).code == 0


def test_facts_are_kept_only_where_that_is_asked_for(hegui: Run, ledger: Path, tmp_path: Path) -> None:
    facts = tmp_path / "facts.yaml"
    facts.write_text(f"name: 示例(虚构)\nservices: [{{id: {SECRET}, started_on: 2018-01-01}}]\n", encoding="utf-8")
    audit = ("audit", facts, "--as-of", "2018-06-01", "--engine", "compiled", "-q", "--ledger", ledger)
    hegui(*audit)
    assert SECRET.encode() not in ledger.read_bytes()
    assert recorded(hegui, ledger)[0]["record"]["kept"] == {}
    hegui(*audit, "--ledger-keep-facts")
    assert sorted(recorded(hegui, ledger)[1]["record"]["kept"]) == ["facts", "findings"]
    facts.unlink()
    assert hegui("ledger", "replay", ledger).code == 0


def test_standard_input_is_kept_too(hegui: Run, ledger: Path) -> None:
    facts = "name: 示例(虚构)\nlicence: {number: B2-20990001}\n".encode()
    audit = ("audit", "-", "--as-of", "2018-06-01", "--engine", "compiled", "-q", "--ledger", ledger)
    assert told(hegui(*audit, "--ledger-keep-facts", stdin=facts))[0] == 1
    assert hegui("ledger", "replay", ledger).code == 0


def test_an_audit_of_another_ruleset_on_the_same_facts_differs_and_says_why(
    hegui: Run, ledger: Path, tmp_path: Path
) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(ROOT / "examples" / "policy", rules)
    hegui("audit", rules / "facts.yaml", "--ruleset", rules, "--as-of", "2019-06-03", *KEEP, ledger)
    assert hegui("ledger", "replay", ledger).code == 0
    (clause,) = [one for one in rules.glob("clauses/*.yaml") if "level: minor" in one.read_text(encoding="utf-8")][:1]
    clause.write_text(clause.read_text(encoding="utf-8").replace("level: minor", "level: major"), encoding="utf-8")
    ran = hegui("ledger", "replay", ledger, "--lang", "en", "--width", "120")
    assert ran.code == 1
    assert "entry 1: differs" in ran.out
    assert re.search(r"ruleset\.digest: [0-9a-f]{16}… → [0-9a-f]{16}…", ran.out)
    assert "severity minor → major" in ran.out
    (entry,) = json.loads(hegui("ledger", "replay", ledger, "--format", "json").out)["entries"]
    assert [one["name"] for one in entry["causes"]] == ["ruleset.digest"]
    assert {(*one["path"], one["before"], one["after"]) for one in entry["differences"]} == {
        ("severity", "minor", "major")
    }
    shutil.rmtree(rules)
    ran = hegui("ledger", "replay", ledger, "--lang", "en")
    assert (ran.code, "cannot be decided again" in ran.out) == (1, True)
    ran = hegui("ledger", "replay", ledger, "--ruleset", ROOT / "examples" / "policy")
    assert ran.code == 0
    ran = hegui("ledger", "replay", ledger, "--ruleset", "miit-b25", "--lang", "en")
    assert (ran.code, "the entry was decided by example-policy" in ran.out) == (1, True)


def test_only_the_entries_whose_facts_were_kept_are_replayed(hegui: Run, ledger: Path) -> None:
    hegui(*AUDIT, "--ledger", ledger)
    ran = hegui("ledger", "replay", ledger)
    assert (ran.code, ran.out) == (2, "")
    assert "no entry has its facts kept" in ran.err
    hegui(*AUDIT, "--ledger", ledger, "--ledger-keep-facts")
    ran = hegui("ledger", "replay", ledger, "--lang", "en")
    assert ran.code == 0
    assert ran.out.startswith("Replayed 1: the findings of 1 are identical to the byte. 1 without their facts were")
    assert hegui("ledger", "replay", ledger, "--entry", "2").code == 0
    for entry, said in (("1", "the facts of entry 1 were not kept"), ("3", "there is no entry 3; it has 2")):
        ran = hegui("ledger", "replay", ledger, "--entry", entry)
        assert (ran.code, ran.out) == (2, "")
        assert said in ran.err


def test_verify_says_what_is_wrong_and_where(hegui: Run, ledger: Path) -> None:
    for _ in range(3):
        hegui(*AUDIT, "--ledger", ledger)
    hash_ = json.loads(hegui("ledger", "export", ledger).out)["hash"]
    ran = hegui("ledger", "verify", ledger, "--head", hash_, "--lang", "en")
    assert ran.code == 0
    assert ran.out.startswith("The ledger is whole: 3 entries, chained without a gap, none changed.\n")
    assert hegui("ledger", "verify", ledger).out.startswith("账本完好:3 条账目首尾相接,均未改动。\n")
    tamper(ledger, ("UPDATE entry SET content = replace(content, 'compiled', 'guessed') WHERE number = 2", ()))
    ran = hegui("ledger", "verify", ledger, "--lang", "en", "--width", "80")
    assert ran.code == 1
    assert ran.out.startswith("The ledger is not whole: 1 found wrong.\n  entry 2: ")
    assert "第 2 条:" in hegui("ledger", "verify", ledger).out
    found = json.loads(hegui("ledger", "verify", ledger, "--format", "json").out)
    assert (found["whole"], [(one["kind"], one["entry"]) for one in found["flaws"]]) == (False, [("changed", 2)])
    for command in ("export", "replay"):
        ran = hegui("ledger", command, ledger)
        assert (ran.code, ran.out) == (2, "")
        assert "the ledger is not whole (entry 2: " in ran.err


def test_the_head_that_was_exported_shows_what_was_cut_off(hegui: Run, ledger: Path) -> None:
    hashes = [told(hegui(*AUDIT, "--ledger", ledger))[1] for _ in range(2)]
    exported = json.loads(hegui("ledger", "export", ledger).out)
    assert (exported["schema"], exported["entries"], exported["hash"]) == ("hegui-ledger-head-1", 2, hashes[1])
    assert exported["entered_at"].endswith("+08:00")
    tamper(
        ledger,
        ("DELETE FROM entry WHERE number = 2", ()),
        ("UPDATE head SET entries = 1, hash = ?", (hashes[0],)),
    )
    assert hegui("ledger", "verify", ledger).code == 0
    assert hegui("ledger", "verify", ledger, "--head", hashes[0]).code == 0
    ran = hegui("ledger", "verify", ledger, "--head", hashes[0], "--head", hashes[1], "--lang", "en")
    assert (ran.code, hashes[1] in ran.out) == (1, True)


def test_lists_keep_to_their_width(hegui: Run, ledger: Path) -> None:
    hegui(*AUDIT, "--ledger", ledger, "--select", "POL-4")
    hegui("gate", LAUNCHES / "clean.yaml", *GATE, "--ledger", ledger, "--ledger-keep-facts")
    for language, width in product(("zh", "en"), (80, 120)):
        for options in (("list",), ("list", "-v"), ("list", "--last", "1"), ("verify",)):
            ran = hegui("ledger", options[0], ledger, "--lang", language, "--width", width, *options[1:])
            assert ran.code == 0
            assert max(map(columns, ran.out.splitlines())) <= width
            assert ("--select POL-4" in ran.out) is (options in (("list",), ("list", "-v")))


@pytest.mark.parametrize(
    ("changed", "kept", "said"),
    [
        ({"engine": "another"}, {"facts": ("facts.yaml", b"licence: {}")}, "the findings kept with entry 1"),
        ({}, {"facts": ("facts.yaml", b"\xff"), "findings": ("", b"[]")}, "the facts kept with entry 1 is no text"),
        ({}, {"facts": ("facts.yaml", b"licence: {}"), "findings": ("", b"[")}, "are no findings"),
        (
            {"launch": Launch("launch.yaml", "2019-06-10", "d" * 64, lenient=False)},
            {"facts": ("facts.yaml", b"licence: {}"), "findings": ("", b"[]")},
            "with entry 1 no launch is kept",
        ),
    ],
)
def test_a_ledger_that_hegui_did_not_write_is_refused(
    hegui: Run, ledger: Path, changed: dict[str, Any], kept: dict[str, tuple[str, bytes]], said: str
) -> None:
    rules = replace(RECORD.ruleset, named=str(POLICY), id="example-policy")
    append(ledger, replace(RECORD, ruleset=rules, readings={}, **changed), kept)
    ran = hegui("ledger", "replay", ledger)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"as_of": "soon"}, "soon"),
        ({"select": ("NO-1",)}, "there is no norm NO-1"),
        ({"readings": {"other": 1}}, "other is no reading of this ruleset"),
        ({"ruleset": replace(RECORD.ruleset, named="../../none")}, "../../none"),
    ],
)
def test_an_entry_that_cannot_be_decided_again_says_why(
    hegui: Run, ledger: Path, changed: dict[str, Any], said: str
) -> None:
    rules = replace(RECORD.ruleset, named=str(POLICY), id="example-policy")
    kept = {"facts": ("facts.yaml", b"licence: {}"), "findings": ("", b"[]")}
    append(ledger, replace(RECORD, **{"ruleset": rules, "readings": {}} | changed), kept)
    ran = hegui("ledger", "replay", ledger, "--lang", "en", "--width", "200")
    assert ran.code == 1
    assert "entry 1: cannot be decided again" in ran.out
    assert said in ran.out


def test_the_names_of_a_company_do_nothing_to_a_terminal(hegui: Run, ledger: Path) -> None:
    hegui(*AUDIT, "--ledger", ledger)
    content = 'replace(content, \'"as_of":"\', \'"as_of":"\\u001b[31m\\u202e\')'
    tamper(ledger, (f"UPDATE entry SET content = {content}", ()))
    for options in (("list", ledger), ("list", ledger, "-v"), ("list", ledger, "--format", "json")):
        ran = hegui("ledger", *options)
        assert ran.code == 0
        assert "31m" in ran.out
        assert not {"\x1b", "\u202e"} & set(ran.out)


def test_no_verdict_where_it_cannot_be_recorded(hegui: Run, tmp_path: Path) -> None:
    other, report = tmp_path / "other", tmp_path / "report.json"
    other.write_text("licence: {}\n" * 100, encoding="utf-8")
    for path, said in (
        (other, "no ledger"),
        (tmp_path, "a folder"),
        (tmp_path / "no" / "ledger", "make its folder first"),
        ("-", "a ledger is a file"),
        ("", "a ledger is a file"),
    ):
        ran = hegui(*AUDIT, "--ledger", path, "--output", f"json={report}")
        assert (ran.code, ran.out) == (2, "")
        assert said in ran.err
        assert "ledger entry" not in ran.err
    ran = hegui("gate", LAUNCHES / "clean.yaml", *GATE, "--ledger", other)
    assert (ran.code, ran.out) == (2, "")
    assert "nothing was recorded, and so no verdict is given" in ran.err
    assert [one.name for one in tmp_path.iterdir()] == ["other"]


def test_nothing_is_recorded_where_there_is_no_verdict(hegui: Run, ledger: Path, tmp_path: Path) -> None:
    assert hegui("audit", tmp_path / "none.yaml", "--ledger", ledger).code == 2
    assert hegui("audit", tmp_path / "none.yaml", "--ledger", ledger, "--ledger-keep-facts").code == 2
    assert hegui(*AUDIT, "--select", "SP-99", "--ledger", ledger).code == 2
    assert not ledger.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((*AUDIT, "--ledger-keep-facts"), "name the ledger with --ledger"),
        (("audit", "-", "--waivers", "-", "--ledger", "x", "--ledger-keep-facts"), "standard input can be read once"),
        (("ledger", "verify", "no-such.db"), "there is no such file"),
        (("ledger", "list", "no-such.db"), "there is no such file"),
        (("ledger", "export", "no-such.db"), "there is no such file"),
        (("ledger", "replay", "no-such.db"), "there is no such file"),
        (("ledger", "verify", CLEAN), "no ledger"),
        (("ledger", "list", CLEAN), "no ledger"),
        (("ledger", "verify", CLEAN, "--head", "abc"), "64 hexadecimal digits"),
        (("ledger", "replay", CLEAN, "--entry", "0"), "--entry"),
        (("ledger",), ""),
    ],
)
def test_bad_usage_ends_with_2_and_says_why(hegui: Run, arguments: tuple[object, ...], said: str) -> None:
    ran = hegui(*arguments)
    assert ran.code == 2
    assert said in ran.err


def test_an_entry_that_cannot_be_read_is_told_by_its_number(hegui: Run, ledger: Path) -> None:
    hegui(*AUDIT, "--ledger", ledger)
    tamper(ledger, ("UPDATE entry SET content = '{}'", ()))
    ran = hegui("ledger", "list", ledger)
    assert (ran.code, ran.out) == (2, "")
    assert "entry 1 cannot be read" in ran.err
