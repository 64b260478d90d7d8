"""The SQLite file of a ledger: how it is opened, what is in it, and what is said where that fails.

It has a rollback journal and no write-ahead log, so that between two commands it is one file, which can be copied; and
`synchronous` is EXTRA, since with FULL a commit in that mode can be undone by a loss of power.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from .errors import LedgerError

__all__ = ["connected", "prepared"]

WAIT: Final = 60.0
"""Seconds to wait for another process that is writing."""

LARGEST: Final = 4 * 2**30
"""Bytes; a greater file is not begun to be read, nor appended to."""
_LARGEST_CELL: Final = 256 * 2**20
"""Bytes of one value in a row, as it is stored."""

_APPLICATION: Final = 0x68656775
"""In the header of the file: 'hegu'."""
_VERSION: Final = 1

_TABLES: Final = {
    "entry": "CREATE TABLE entry (number INTEGER PRIMARY KEY, content TEXT NOT NULL, hash TEXT NOT NULL)",
    "head": "CREATE TABLE head (entries INTEGER NOT NULL, hash TEXT NOT NULL)",
    "kept": (
        "CREATE TABLE kept (number INTEGER NOT NULL, role TEXT NOT NULL, stored BLOB NOT NULL, "
        "PRIMARY KEY (number, role)) WITHOUT ROWID"
    ),
}

_BUSY: Final = ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_PROTOCOL")


@contextmanager
def connected(path: str | os.PathLike[str], *, new: bool) -> Iterator[sqlite3.Connection]:
    """A connection to the file, which is made where it is `new` and not there yet. Raises LedgerError.

    Whatever SQLite cannot do inside becomes a LedgerError; what was not committed by then is undone.
    """
    file = Path(path)
    _check(file, new=new)
    try:
        address = f"{file.absolute().as_uri()}?mode=rw"
        with closing(sqlite3.connect(address, uri=True, isolation_level=None, timeout=WAIT)) as connection:
            for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "synchronous = EXTRA", "fullfsync = ON"):
                connection.execute(f"PRAGMA {pragma}")
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LARGEST_CELL)
            yield connection
    except (sqlite3.Error, sqlite3.Warning, OverflowError, UnicodeDecodeError) as error:
        raise LedgerError(f"{file}: {_told(error)}") from None


def prepared(path: str | os.PathLike[str], connection: sqlite3.Connection, *, new: bool) -> None:
    """See that the file is a ledger; make it one, inside the transaction that is open, if it is empty and `new`.

    Raises LedgerError.
    """
    found = {
        str(name): sql for name, sql in connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    }
    application, version = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in _STAMPS)
    if not found and not application and new:
        for name, value in _STAMPS.items():
            connection.execute(f"PRAGMA {name} = {value}")
        for sql in _TABLES.values():
            connection.execute(sql)
        connection.execute("INSERT INTO head VALUES (0, '" + "0" * 64 + "')")
        return
    if application != _APPLICATION:
        what = "this file is empty" if not found else "this is a database of SQLite, and no ledger of hegui"
        raise LedgerError(f"{path}: {what}; it was left as it is. Name a file that `--ledger` wrote")
    if version != _VERSION:
        raise LedgerError(
            f"{path}: a ledger of the form {version}, where this hegui knows {_VERSION}; use the hegui that wrote it"
        )
    if found != _TABLES:
        raise LedgerError(f"{path}: the tables are not those of a ledger: somebody changed them. Nothing was written")


_STAMPS: Final = {"application_id": _APPLICATION, "user_version": _VERSION}


def _check(file: Path, *, new: bool) -> None:
    if file.is_dir():
        raise LedgerError(f"{file}: this is a folder; name a file")
    if file.exists() and not file.is_file():
        raise LedgerError(f"{file}: this is no file that could be kept; name one")
    if file.exists() and file.stat().st_size > LARGEST:
        raise LedgerError(f"{file}: the file holds more than {LARGEST} bytes, the most for a ledger; begin another one")
    # Whoever can put a link there chooses the file that it leads to: none is made, or made a ledger, in that way.
    if new and file.is_symlink() and not (file.exists() and file.stat().st_size):
        raise LedgerError(f"{file}: this is a link to where no ledger is, and none is made through it; name the file")
    if file.exists():
        return
    if not new:
        raise LedgerError(f"{file}: there is no such file; name a ledger that `--ledger` wrote")
    try:
        # What is in it concerns nobody else. Two processes may both come here.
        os.close(os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600))
    except OSError as error:
        hint = "" if file.parent.is_dir() else "; make its folder first"
        raise LedgerError(f"{file}: the ledger cannot be made: {error.strerror or error}{hint}") from None


def _told(error: Exception) -> str:
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(_BUSY):
        return f"the ledger is being written by another process, for longer than {WAIT:.0f} seconds; try again"
    if name.startswith("SQLITE_NOTADB"):
        return "this is no ledger: not a database of SQLite; it was left as it is"
    # Where a damaged file lends SQLite the words of its message, they need not even be text.
    if name.startswith("SQLITE_CORRUPT") or isinstance(error, UnicodeDecodeError):
        return "the file is damaged; take the last copy that `hegui ledger verify` finds whole"
    if name.startswith("SQLITE_READONLY"):
        return "the ledger may not be written; see to the permissions of the file and of its folder"
    if name.startswith("SQLITE_FULL"):
        return "the disk is full; make room, and try again"
    if name.startswith("SQLITE_IOERR"):
        return f"the file cannot be read or written ({error}); is the disk full, or a share of the network gone?"
    if name.startswith("SQLITE_CANTOPEN"):
        return "the ledger cannot be opened; see to the permissions of the file and of its folder"
    said = "".join(one if one.isprintable() else "?" for one in str(error))
    return f"the ledger cannot be used: {said}"
