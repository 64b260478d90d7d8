"""Ledgers that hegui did not write: what their texts, sizes and places cannot do."""

import json
import os
from pathlib import Path
from typing import Final

import pytest
from msgspec.structs import replace

from hegui.engine.ledger import Launch, LedgerError, Rules, append, opened, verified
from hegui.engine.ledger import read as reading
from hegui.engine.ledger.file import LARGEST
from tests.cli.running import ROOT, Run
from tests.ledger.writing import RECORD, rows, tamper, write

POLICY: Final = ROOT / "examples" / "policy"
HOSTILE: Final = "\x1b[31m\u202e</td><script>alert(1)</script>\n::error::x"
"""Steers a terminal, turns the direction of writing, is an element of HTML, and a command to a CI server."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


JSON: Final = ("--format", "json")


@pytest.mark.parametrize(
    "command",
    [
        ("list",),
        ("list", "-v"),
        ("list", *JSON),
        ("verify",),
        ("verify", *JSON),
        ("replay",),
        ("replay", *JSON),
        ("replay", "--redact"),
        ("export",),
    ],
)
@pytest.mark.parametrize("named", [HOSTILE, str(POLICY)], ids=["nowhere", "policy"])
def test_no_text_of_a_ledger_acts_where_it_is_shown(
    hegui: Run, path: Path, command: tuple[str, ...], named: str
) -> None:
    facts = f"name: {json.dumps(HOSTILE)}\n{json.dumps(HOSTILE)}: 1\n".encode()
    findings = json.dumps([{"fingerprint": HOSTILE, "norm": HOSTILE, "subject": [HOSTILE], HOSTILE: HOSTILE}]).encode()
    for kept in (facts, b"licence: {}\n", HOSTILE.encode()):
        record = replace(
            RECORD,
            tool_version=HOSTILE,
            company=HOSTILE,
            licence=HOSTILE,
            source=HOSTILE,
            ruleset=Rules(named, "example-policy", HOSTILE, HOSTILE, HOSTILE),
            readings={} if named != HOSTILE else {HOSTILE: HOSTILE},
            calendar=replace(RECORD.calendar, source=HOSTILE, version=HOSTILE),
            engine=HOSTILE,
            ignore=(HOSTILE,) if named == HOSTILE else (),
            launch=Launch(HOSTILE, HOSTILE, HOSTILE, lenient=False) if command[0] == "list" else None,
        )
        append(path, record, {"facts": (HOSTILE, kept), "findings": ("", findings)})
    ran = hegui("ledger", command[0], path, *command[1:])
    assert ran.code in (0, 1), ran.err
    assert not {"\x1b", "\u202e"} & set(ran.out + ran.err)
    assert not [line for line in (ran.out + ran.err).splitlines() if line.startswith("::")]
    if "json" in command:
        json.loads(ran.out)


@pytest.mark.parametrize(
    "sql", ["UPDATE entry SET hash = ?", "UPDATE head SET hash = ?", "UPDATE entry SET content = ?"]
)
def test_no_text_that_was_put_into_its_tables_acts_where_it_is_shown(hegui: Run, path: Path, sql: str) -> None:
    write(path, [1, 2], kept=[1])
    tamper(path, (sql, (HOSTILE,)), ("INSERT INTO kept VALUES (1, ?, x'00')", (HOSTILE,)))
    for command in (("list",), ("list", "--format", "json"), ("verify",), ("verify", "--format", "json"), ("export",)):
        ran = hegui("ledger", command[0], path, *command[1:])
        assert not {"\x1b", "\u202e"} & set(ran.out + ran.err)
        assert not [line for line in (ran.out + ran.err).splitlines() if line.startswith("::")]


def test_what_a_ledger_keeps_unpacks_to_no_more_than_a_bound(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    append(path, RECORD, {"facts": ("facts.yaml", bytes(10_001)), "findings": ("", bytes(10_000))})
    monkeypatch.setattr(reading, "LARGEST", 10_000)
    with opened(path) as ledger:
        assert ledger.kept(1, "findings") == bytes(10_000)
        with pytest.raises(LedgerError, match="the facts kept with entry 1 cannot be read"):
            ledger.kept(1, "facts")


def test_a_ledger_of_more_bytes_than_a_bound_is_neither_read_nor_appended_to(path: Path) -> None:
    write(path, [1])
    os.truncate(path, LARGEST + 1)
    for use in (lambda: verified(path), lambda: append(path, RECORD)):
        with pytest.raises(LedgerError, match="more than 4294967296 bytes"):
            use()
    assert path.stat().st_size == LARGEST + 1


def test_an_entry_that_is_longer_than_a_bound_is_not_read(hegui: Run, path: Path) -> None:
    write(path, [1, 2])
    tamper(path, ("UPDATE entry SET content = hex(zeroblob(?)) WHERE number = 1", (9 * 2**20,)))
    assert [one.number for one in verified(path).flaws][:1] == [1]
    with opened(path) as ledger:
        assert [row.content is None for row in ledger.rows()] == [True, False]
    assert "entry 1 cannot be read" in hegui("ledger", "list", path).err


@pytest.mark.parametrize("there", [False, True], ids=["nothing", "an empty file"])
def test_no_ledger_is_made_through_a_link(hegui: Run, path: Path, there: bool) -> None:
    target = path.with_name("target")
    if there:
        target.touch()
    path.symlink_to(target)
    ran = hegui("audit", POLICY / "facts.yaml", "--ruleset", POLICY, "--as-of", "2019-06-03", "--ledger", path)
    assert (ran.code, ran.out) == (2, "")
    assert "this is a link to where no ledger is" in ran.err
    assert target.exists() is there
    assert not there or target.read_bytes() == b""


def test_a_link_leads_to_a_ledger_and_to_nothing_else(path: Path) -> None:
    ledger, letter = path.with_name("other.db"), path.with_name("letter")
    write(ledger, [1])
    path.symlink_to(ledger)
    assert append(path, RECORD).number == 2
    assert len(rows(ledger)) == 3
    path.unlink()
    letter.write_text("precious " * 1_000, encoding="utf-8")
    path.symlink_to(letter)
    with pytest.raises(LedgerError, match="no ledger"):
        append(path, RECORD)
    assert letter.read_text(encoding="utf-8") == "precious " * 1_000


@pytest.mark.parametrize(
    ("facts", "setting", "said"),
    [
        (b"name: " + b"x" * 200, {"HEGUI_MOST_BYTES": "100"}, "more than 100 bytes"),
        (b"services: [" + b"{}," * 50 + b"]", {"HEGUI_MOST_VALUES": "40"}, "more than 40 values"),
        (b"name: \x1b[31m", {}, "a control character (U+001B)"),
        (b"name: !!python/object/apply:os.system [touch x]", {}, "!!python"),
    ],
)
def test_facts_that_a_ledger_keeps_are_held_to_what_a_file_of_facts_is(
    hegui: Run, path: Path, facts: bytes, setting: dict[str, str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in setting.items():
        monkeypatch.setenv(name, value)
    rules = replace(RECORD.ruleset, named=str(POLICY), id="example-policy")
    append(path, replace(RECORD, ruleset=rules, readings={}), {"facts": ("facts.yaml", facts), "findings": ("", b"[]")})
    ran = hegui("ledger", "replay", path, "--format", "json")
    (entry,) = json.loads(ran.out)["entries"]
    assert (ran.code, entry["outcome"]) == (1, "impossible")
    assert said in entry["because"]
