"""Reads a ledger: its rows as they are, its entries, and what is kept beside them."""

import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, NamedTuple

from .errors import LedgerError
from .file import connected, prepared
from .records import Entry, decoded

__all__ = ["OpenLedger", "Row", "opened"]

LARGEST: Final = 2**29
"""Bytes; what is kept unpacks to no more."""

_LONGEST: Final = 16 * 2**20
"""Bytes of a text in a row; a longer one is not read, as one that is no text is not."""


class Row(NamedTuple):
    """A row of the table of entries. `content` and `hash` are None where they are not even texts."""

    number: int
    content: bytes | None
    hash: str | None


class OpenLedger:
    """A ledger that is being read: all reads see it as it was at one moment."""

    def __init__(self, path: str, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    def rows(self) -> Iterator[Row]:
        """The rows of entries, by number."""
        query = f"SELECT number, {_text('content')}, {_text('hash')} FROM entry ORDER BY number"
        for number, content, hash_ in self._connection.execute(query):
            yield Row(number, content, _decoded(hash_))

    def last(self) -> Row | None:
        """The last row of entries."""
        query = f"SELECT number, {_text('content')}, {_text('hash')} FROM entry ORDER BY number DESC LIMIT 1"
        row = self._connection.execute(query).fetchone()
        return None if row is None else Row(row[0], row[1], _decoded(row[2]))

    def entries(self) -> Iterator[tuple[Entry, str]]:
        """Each entry with its hash, the first one first. Raises LedgerError for one that cannot be read."""
        for row in self.rows():
            entry = None if row.content is None else decoded(row.content)
            if entry is None or row.hash is None:
                raise LedgerError(f"{self.path}: entry {row.number} cannot be read; `hegui ledger verify` tells more")
            yield entry, row.hash

    def heads(self) -> list[tuple[object, str | None]]:
        """What stands in the table of the head; one row, where nobody touched it."""
        query = f"SELECT CASE typeof(entries) WHEN 'integer' THEN entries END, {_text('hash')} FROM head"
        return [(count, _decoded(hash_)) for count, hash_ in self._connection.execute(query)]

    def stored(self) -> Iterator[tuple[object, str | None, bytes | None]]:
        """Number of the entry, role, and stored bytes of everything that is kept, by number."""
        query = (
            f"SELECT CASE typeof(number) WHEN 'integer' THEN number END, {_text('role')}, "
            "CASE typeof(stored) WHEN 'blob' THEN stored END FROM kept ORDER BY number, role"
        )
        for number, role, data in self._connection.execute(query):
            yield number, _decoded(role), data

    def kept(self, number: int, role: str) -> bytes:
        """What is kept beside an entry in a role. Raises LedgerError."""
        query = "SELECT stored FROM kept WHERE number = ? AND role = ?"
        row = self._connection.execute(query, (number, role)).fetchone()
        try:
            unpacker = zlib.decompressobj()
            data = unpacker.decompress(row[0], LARGEST)
        except (TypeError, zlib.error):
            data = None
        if data is None or not unpacker.eof:
            raise LedgerError(f"{self.path}: the {role} kept with entry {number} cannot be read")
        return data

    def damage(self) -> str | None:
        """What SQLite itself finds wrong with the file, if anything."""
        found = self._connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        return None if found == "ok" else str(found)


def _text(column: str) -> str:
    """The bytes of a text, whether or not they can be decoded; nothing where it is none, or is too long."""
    data = f"CAST({column} AS BLOB)"
    return f"CASE WHEN typeof({column}) = 'text' AND length({data}) <= {_LONGEST} THEN {data} END"


def _decoded(data: bytes | None) -> str | None:
    return None if data is None else data.decode("utf-8", "replace")


@contextmanager
def opened(path: str | os.PathLike[str]) -> Iterator[OpenLedger]:
    """The ledger in a file, to be read. Raises LedgerError where there is none."""
    with connected(path, new=False) as connection:
        connection.execute("BEGIN")
        prepared(path, connection, new=False)
        yield OpenLedger(os.fspath(path), connection)
