"""Appending: by several processes at once, with kills at any moment, and where the file cannot be written."""

import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from stat import S_IMODE

import pytest

from hegui.engine.ledger import GENESIS, LedgerError, append, opened, verified
from tests.cli.running import ROOT
from tests.ledger.writing import KEPT, entries, record, rows, tamper, write
from tests.sizes import PROVE, size

APPENDING = """
import sys
from hegui.engine.ledger import append
from tests.ledger.writing import KEPT, record
for number in range(int(sys.argv[2])):
    entered = append(sys.argv[1], record(number), KEPT if number % 5 == 0 else {})
    print(entered.number, entered.hash, flush=True)
"""


def test_each_entry_names_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "a ledger?#%41.db"
    entered = write(path, [1, 2, 3])
    assert [one.number for one in entered] == [1, 2, 3]
    assert path.is_file()
    with opened(path) as ledger:
        found = list(ledger.entries())
    assert [entry.previous for entry, _ in found] == [GENESIS, entered[0].hash, entered[1].hash]
    assert [hash_ for _, hash_ in found] == [one.hash for one in entered]


def test_the_file_is_its_owners_alone_and_stands_alone(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    write(path, [1, 2])
    assert S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["ledger.db"]


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    path.touch()
    with pytest.raises(LedgerError, match="this file is empty"):
        verified(path)
    write(path, [1])
    assert verified(path).head.entries == 1


@pytest.mark.sized
def test_several_processes_append_at_once(tmp_path: Path) -> None:
    path, count = tmp_path / "ledger.db", size(12)
    command = [sys.executable, "-c", APPENDING, str(path), str(count)]
    running = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    acknowledged: dict[int, str] = {}
    for one in running:
        out, _ = one.communicate()
        assert one.returncode == 0
        lines = [line.split() for line in out.splitlines()]
        assert len(lines) == count
        acknowledged |= {int(number): hash_ for number, hash_ in lines}
    assert sorted(acknowledged) == [*range(1, 4 * count + 1)]
    assert {number: hash_ for number, (_, hash_) in entries(path).items()} == acknowledged
    assert verified(path).flaws == ()


@pytest.mark.sized
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
@pytest.mark.parametrize(
    ("how", "first", "second"),
    [
        ("steps", 1, 1 if PROVE else 41),
        ("moments", size(8, full=200), 5),
    ],
)
def test_a_kill_at_any_moment_loses_and_tears_nothing(tmp_path: Path, how: str, first: int, second: int) -> None:
    command = [sys.executable, "-m", "tests.ledger.killing", how, str(tmp_path), str(first), str(second)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    found = json.loads(ran.stdout)
    assert found["kills"] >= (first if how == "moments" else 600 // second)
    assert found["acknowledged"] > 0
    print(how, found)


@contextmanager
def no_more_than(bytes_: int) -> Iterator[None]:
    """No file may grow beyond so many bytes, as where the disk is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_ledger_that_has_no_room_to_grow_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    write(path, [1, 2], kept=[1])
    before = rows(path)
    large = {"facts": ("facts.yaml", os.urandom(100_000))}
    with no_more_than(path.stat().st_size + 8_192), pytest.raises(LedgerError, match=r"ledger\.db: "):
        append(path, record(3), large)
    assert rows(path) == before
    assert append(path, record(3), large).number == 3
    assert verified(path).flaws == ()


def test_a_new_ledger_without_any_room(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with no_more_than(100), pytest.raises(LedgerError, match=r"ledger\.db: "):
        append(path, record(1))
    assert append(path, record(1), KEPT).number == 1


@contextmanager
def as_nobody() -> Iterator[None]:
    """As a user who may write only what others may write; root may write everything."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def test_a_ledger_that_may_not_be_written_can_be_read() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        write(path, [1, 2])
        path.chmod(0o444)
        path.parent.chmod(0o755)
        with as_nobody():
            with pytest.raises(LedgerError, match="may not be written"):
                append(path, record(3))
            assert verified(path).head.entries == 2
        path.chmod(0o000)
        with as_nobody(), pytest.raises(LedgerError, match="permissions"):
            verified(path)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"licence: {number: B2-20990001}\n" * 50, "no ledger"),
        (b"SQLite format 3\x00" + b"\xff" * 200, "no ledger"),
    ],
)
def test_a_file_that_is_no_ledger_is_left_as_it_is(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "other"
    path.write_bytes(content)
    for use in (lambda: append(path, record(1)), lambda: verified(path)):
        with pytest.raises(LedgerError, match=told):
            use()
    assert path.read_bytes() == content


def test_another_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE entry (number INTEGER PRIMARY KEY, content TEXT, hash TEXT)")
    before = path.read_bytes()
    for use in (lambda: append(path, record(1)), lambda: verified(path)):
        with pytest.raises(LedgerError, match="no ledger of hegui"):
            use()
    assert path.read_bytes() == before


def test_the_ledger_of_a_later_version_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    write(path, [1])
    tamper(path, ("PRAGMA user_version = 2", ()))
    for use in (lambda: append(path, record(1)), lambda: verified(path)):
        with pytest.raises(LedgerError, match="of the form 2"):
            use()


@pytest.mark.parametrize(
    ("name", "told"), [("", "a folder"), ("no/ledger.db", "make its folder first"), ("pipe", "no file")]
)
def test_what_is_no_file_is_refused(tmp_path: Path, name: str, told: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(LedgerError, match=told):
        append(tmp_path / name, record(1))
    with pytest.raises(LedgerError):
        verified(tmp_path / name)


def test_a_damaged_ledger_says_so(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    write(path, range(1, 30))
    data = bytearray(path.read_bytes())
    data[4096 * 2 :] = bytes(len(data) - 4096 * 2)
    path.write_bytes(data)
    with pytest.raises(LedgerError, match="damaged"):
        verified(path)
    before = path.read_bytes()
    with pytest.raises(LedgerError):
        append(path, record(1))
    assert path.read_bytes() == before
