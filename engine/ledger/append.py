"""Appends a record to a ledger. When it returns, the entry has reached the disk."""

import os
import zlib
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from ...facts.dates import SHANGHAI
from .errors import LedgerError
from .file import connected, prepared
from .read import OpenLedger
from .records import GENESIS, Entry, Kept, Record, canonical, digest_of

__all__ = ["Entered", "append"]


class Entered(Struct, frozen=True):
    """An entry that is in the ledger for good: its number, and its hash."""

    number: int
    hash: str


def append(
    path: str | os.PathLike[str],
    record: Record,
    kept: Mapping[str, tuple[str, bytes]] = MappingProxyType({}),
) -> Entered:
    """Add a record to the ledger in a file, which is made if it is not there.

    `kept` has by role the name and the bytes of each text that is to be kept beside the entry. Several processes may
    append at once. Raises LedgerError; then nothing is acknowledged, and what was written is undone.
    """
    stored = {role: zlib.compress(data) for role, (_, data) in kept.items()}
    record = replace(
        record,
        kept={role: Kept(name, digest_of(data), digest_of(stored[role])) for role, (name, data) in kept.items()},
    )
    with connected(path, new=True) as connection:
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
        connection.execute("BEGIN IMMEDIATE")
        prepared(path, connection, new=True)
        number, previous = _end(OpenLedger(os.fspath(path), connection))
        entered_at = datetime.now(SHANGHAI).isoformat(timespec="seconds")
        written = canonical(Entry("hegui-ledger-entry-1", number + 1, previous, entered_at, record))
        entered = Entered(number + 1, digest_of(written))
        connection.execute("INSERT INTO entry VALUES (?, ?, ?)", (entered.number, written.decode(), entered.hash))
        for role, data in stored.items():
            connection.execute("INSERT INTO kept VALUES (?, ?, ?)", (entered.number, role, data))
        connection.execute("UPDATE head SET entries = ?, hash = ?", (entered.number, entered.hash))
        connection.execute("COMMIT")
    return entered


def _end(ledger: OpenLedger) -> tuple[int, str]:
    """The number and the hash of the last entry. Raises LedgerError where it is not as it was written."""
    last = ledger.last()
    number, hash_ = (0, GENESIS) if last is None else (last.number, last.hash)
    changed = last is not None and (last.content is None or digest_of(last.content) != hash_)
    if changed or hash_ is None or ledger.heads() != [(number, hash_)]:
        raise LedgerError(
            f"{ledger.path}: the end of the ledger was changed, and nothing is appended to a broken chain; "
            "`hegui ledger verify` says what is wrong. Begin another file, and keep this one"
        )
    return number, hash_
