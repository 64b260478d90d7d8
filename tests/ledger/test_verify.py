"""Whatever is changed in a ledger is found; what only a hash that was kept elsewhere can show, is found with it."""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hegui.engine.ledger import GENESIS, FlawKind, LedgerError, append, opened, verified
from tests.ledger.writing import KEPT, entries, record, rows, tamper, write

COUNT = 6
NUMBERS = st.integers(1, COUNT)
SQLITE_INTEGERS = st.integers(-(2**63), 2**63 - 1)

Statement = tuple[str, tuple[object, ...]]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ledger") / "ledger.db"
    write(path, range(1, COUNT + 1), kept=(2, 5))
    return path


@pytest.fixture(scope="module")
def copied(ledger: Path) -> Callable[[], Path]:
    """A copy of the ledger, over the one before."""
    return lambda: Path(shutil.copy(ledger, ledger.with_name("copy.db")))


def found(path: Path, *heads: str) -> list[tuple[FlawKind | str, int | None]]:
    """What is wrong; a file that cannot be read is told as well."""
    try:
        return [(one.kind, one.number) for one in verified(path, heads).flaws]
    except LedgerError as error:
        return [(str(error), None)]


def test_a_ledger_as_it_was_written_is_whole(ledger: Path) -> None:
    with opened(ledger) as read:
        entries = [(entry.number, entry.record) for entry, _ in read.entries()]
        assert read.kept(5, "facts") == KEPT["facts"][1]
    assert [number for number, _ in entries] == [*range(1, COUNT + 1)]
    assert [one.as_of for _, one in entries] == [record(number).as_of for number in range(1, COUNT + 1)]
    whole = verified(ledger)
    assert (whole.flaws, whole.kept, whole.head.entries) == ((), 2, COUNT)
    assert found(ledger, whole.head.hash, GENESIS) == []


@given(NUMBERS, st.sampled_from(["content", "hash"]), st.integers(0), st.characters(exclude_characters="\0"))
def test_a_changed_character_is_found_at_its_entry(
    copied: Callable[[], Path], number: int, column: str, place: int, character: str
) -> None:
    path = copied()
    text = entries(path)[number][column == "hash"]
    place %= len(text)
    if text[place] == character:
        return
    try:
        character.encode()
    except UnicodeEncodeError:
        return
    changed = text[:place] + character + text[place + 1 :]
    tamper(path, (f"UPDATE entry SET {column} = ? WHERE number = ?", (changed, number)))
    assert (FlawKind.CHANGED, number) in found(path)


@given(
    NUMBERS,
    st.sampled_from(["content", "hash"]),
    st.one_of(st.binary(), st.text(st.characters(codec="utf-8")), SQLITE_INTEGERS, st.floats(allow_nan=False)),
)
@example(number=3, column="content", value=b"{}")
@example(number=COUNT, column="hash", value="")
def test_another_value_is_found_at_its_entry(
    copied: Callable[[], Path], number: int, column: str, value: object
) -> None:
    path = copied()
    tamper(path, (f"UPDATE entry SET {column} = ? WHERE number = ?", (value, number)))
    assert (FlawKind.CHANGED, number) in found(path)


def test_the_same_bytes_that_are_no_text_any_more_are_found(copied: Callable[[], Path]) -> None:
    for column in ("content", "hash"):
        path = copied()
        tamper(path, (f"UPDATE entry SET {column} = CAST({column} AS BLOB) WHERE number = 4", ()))
        assert (FlawKind.CHANGED, 4) in found(path)


@given(st.sets(NUMBERS, min_size=1), st.booleans())
def test_removed_entries_are_found(copied: Callable[[], Path], removed: set[int], with_kept: bool) -> None:
    path = copied()
    for number in removed:
        tamper(path, ("DELETE FROM entry WHERE number = ?", (number,)))
        if with_kept:
            tamper(path, ("DELETE FROM kept WHERE number = ?", (number,)))
    flaws = found(path)
    for number in range(1, COUNT + 1):
        if number in removed and number + 1 not in removed and number < COUNT:
            assert (FlawKind.REMOVED, number + 1) in flaws
    assert ((FlawKind.HEAD, None) in flaws) is (COUNT in removed)


@given(st.permutations(range(1, COUNT + 1)))
def test_reordered_entries_are_found(copied: Callable[[], Path], order: list[int]) -> None:
    path = copied()
    moved = [number for number, was in enumerate(order, start=1) if number != was]
    tamper(
        path,
        *(("UPDATE entry SET number = ? WHERE number = ?", (-now, was)) for now, was in enumerate(order, start=1)),
        ("UPDATE entry SET number = -number", ()),
    )
    assert [number for kind, number in found(path) if kind is FlawKind.MOVED] == moved


@given(NUMBERS, SQLITE_INTEGERS | st.integers(-3, COUNT + 3))
def test_an_inserted_entry_is_found(copied: Callable[[], Path], source: int, at: int) -> None:
    path = copied()
    if 1 <= at <= COUNT:
        tamper(path, ("UPDATE entry SET number = -number WHERE number >= ?", (at,)))
        tamper(path, ("UPDATE entry SET number = 1 - number WHERE number < 0", ()))
        source += source >= at
    copy = "INSERT INTO entry SELECT ?, content, hash FROM entry WHERE number = ?"
    tamper(path, (copy, (at, source)))
    assert found(path)


@given(
    st.sampled_from(
        [
            "UPDATE kept SET stored = ? WHERE number = 2 AND role = 'facts'",
            "UPDATE kept SET stored = ? WHERE number = 5 AND role = 'findings'",
            "INSERT INTO kept VALUES (3, 'facts', ?)",
            "INSERT INTO kept VALUES (2, 'launch', ?)",
            "INSERT INTO kept VALUES (99, 'facts', ?)",
        ]
    ),
    st.binary(),
)
def test_what_is_kept_cannot_be_changed_or_added(copied: Callable[[], Path], sql: str, stored: bytes) -> None:
    path = copied()
    tamper(path, (sql, (stored,)))
    assert FlawKind.KEPT in [kind for kind, _ in found(path)]


@pytest.mark.parametrize(
    ("sql", "number"),
    [
        ("DELETE FROM kept WHERE number = 2 AND role = 'facts'", 2),
        ("DELETE FROM kept", 2),
        ("UPDATE kept SET number = 4 WHERE number = 5", 5),
        ("UPDATE kept SET role = 'waivers' WHERE number = 5 AND role = 'facts'", 5),
        ("UPDATE kept SET stored = stored || x'00' WHERE number = 2", 2),
        ("UPDATE kept SET stored = CAST(stored AS TEXT) WHERE number = 2", 2),
        ("UPDATE kept SET role = CAST(x'ff' AS TEXT) WHERE number = 2 AND role = 'facts'", 2),
        ("UPDATE kept SET number = 'two' WHERE number = 2 AND role = 'facts'", 2),
        ("UPDATE kept SET stored = CAST(hex(stored) AS TEXT) WHERE number = 2", 2),
    ],
)
def test_what_is_kept_cannot_be_removed_or_moved(copied: Callable[[], Path], sql: str, number: int) -> None:
    path = copied()
    tamper(path, (sql, ()))
    assert (FlawKind.KEPT, number) in found(path)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE head SET entries = 5",
        "UPDATE head SET hash = '0'",
        "UPDATE head SET hash = CAST(x'ff' AS TEXT)",
        "UPDATE head SET entries = 'six'",
        "DELETE FROM head",
        "INSERT INTO head SELECT * FROM head",
    ],
)
def test_the_head_cannot_be_changed(copied: Callable[[], Path], sql: str) -> None:
    path = copied()
    tamper(path, (sql, ()))
    assert found(path) == [(FlawKind.HEAD, None)]
    with pytest.raises(LedgerError, match="broken chain"):
        append(path, record(7))


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM entry; END",
        "CREATE TABLE other (a)",
        "CREATE VIEW v AS SELECT 1",
        "ALTER TABLE entry ADD COLUMN more",
        "DROP TABLE kept",
        "CREATE INDEX i ON entry (hash)",
    ],
)
def test_other_tables_are_no_ledger(copied: Callable[[], Path], sql: str) -> None:
    path = copied()
    tamper(path, (sql, ()))
    for use in (lambda: verified(path), lambda: append(path, record(7))):
        with pytest.raises(LedgerError, match="tables are not those of a ledger"):
            use()


@given(st.integers(0), st.integers(1, 255))
def test_a_changed_byte_of_the_file_is_found_or_changes_nothing_that_is_read(
    ledger: Path, copied: Callable[[], Path], place: int, change: int
) -> None:
    path = copied()
    data = bytearray(path.read_bytes())
    data[place % len(data)] ^= change
    path.write_bytes(data)
    if not found(path):
        assert rows(path) == rows(ledger)


@given(st.integers(0, COUNT - 1))
def test_a_chain_that_was_cut_with_care_is_found_by_a_hash_from_elsewhere(
    copied: Callable[[], Path], left: int
) -> None:
    path = copied()
    hashes = {number: hash_ for number, (_, hash_) in entries(path).items()}
    tamper(
        path,
        ("DELETE FROM entry WHERE number > ?", (left,)),
        ("DELETE FROM kept WHERE number > ?", (left,)),
        ("UPDATE head SET entries = ?, hash = ?", (left, hashes.get(left, GENESIS))),
    )
    assert found(path) == []  # docs/ledger.md says so
    for number, hash_ in hashes.items():
        assert found(path, hash_) == ([] if number <= left else [(FlawKind.ANCHOR, None)])


def test_a_chain_that_was_written_anew_is_found_by_a_hash_from_elsewhere(ledger: Path, tmp_path: Path) -> None:
    hash_ = verified(ledger).head.hash
    path = tmp_path / "anew.db"
    write(path, [1, 2, 4, 5, 6, 7])
    assert found(path) == []
    assert found(path, hash_, hash_) == [(FlawKind.ANCHOR, None)]


def test_a_replaced_entry_that_fits_its_own_hash_is_found(copied: Callable[[], Path]) -> None:
    path = copied()
    content = entries(path)[3][0].replace('"verdict":"clean"', '"verdict":"violations"')
    hash_ = hashlib.sha256(content.encode()).hexdigest()
    tamper(path, ("UPDATE entry SET content = ?, hash = ? WHERE number = 3", (content, hash_)))
    (flaw,) = verified(path).flaws
    assert (flaw.kind, flaw.number) == (FlawKind.LINK, 4)
    assert "entry 3" in flaw.what.en
    assert "第 3 条" in flaw.what.zh
