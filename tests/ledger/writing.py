"""Records for tests, and a ledger of a few of them."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from hegui.engine.ledger import Calendar, Entered, Record, Rules, append

RECORD = Record(
    command="audit",
    tool_version="0.1.0",
    company="示例账本有限公司(虚构)",
    licence="B2-20990077",
    source="facts.yaml",
    facts_digest="f" * 64,
    launch=None,
    ruleset=Rules("example", "example", "1.0", "a" * 64, "b" * 64),
    readings={"early_report": "strict", "prompt_hours": 24, "flag": True},
    calendar=Calendar("holidays CN", "0.1", 2026),
    as_of="2026-01-05",
    engine="compiled",
    confirmed_by=None,
    select=(),
    ignore=(),
    waivers=None,
    baseline=None,
    verdict="clean",
    counts={"met": 3},
    fail_on="minor",
    exit_code=0,
    findings_digest="c" * 64,
    kept={},
)
KEPT = {"facts": ("facts.yaml", "name: 示例账本有限公司(虚构)\n".encode()), "findings": ("", b"[]")}


def record(number: int) -> Record:
    """A record that is not like that of another number."""
    return replace(RECORD, as_of=f"2026-01-{number:02}", exit_code=number % 4)


def write(path: Path, numbers: Iterable[int], kept: Iterable[int] = ()) -> list[Entered]:
    """Append a record for each number; beside some of them facts and findings are kept."""
    with_facts = set(kept)
    return [append(path, record(number), KEPT if number in with_facts else {}) for number in numbers]


def rows(path: Path) -> list[tuple[Any, ...]]:
    """All that is in the tables of a ledger."""
    with closing(sqlite3.connect(path)) as connection:
        queries = ("SELECT * FROM entry ORDER BY number", "SELECT * FROM head", "SELECT * FROM kept")
        return [row for query in queries for row in connection.execute(query)]


def entries(path: Path) -> dict[int, tuple[str, str]]:
    """Content and hash of each entry, by number."""
    with closing(sqlite3.connect(path)) as connection:
        return {number: (content, hash_) for number, content, hash_ in connection.execute("SELECT * FROM entry")}


def tamper(path: Path, *statements: tuple[str, tuple[object, ...]]) -> None:
    """Change the file as somebody would who does not go by hegui."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        for sql, values in statements:
            connection.execute(sql, values)
        connection.commit()
