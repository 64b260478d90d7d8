"""A ledger of verdicts: one file to which entries are appended, each chained to the one before by its hash."""

from .append import Entered, append
from .errors import LedgerError
from .read import OpenLedger, opened
from .records import GENESIS, ROLES, Calendar, Entry, Former, Head, Kept, Launch, Record, Rules, Waived
from .verify import Flaw, FlawKind, Verified, checked, verified

__all__ = [
    "GENESIS",
    "ROLES",
    "Calendar",
    "Entered",
    "Entry",
    "Flaw",
    "FlawKind",
    "Former",
    "Head",
    "Kept",
    "Launch",
    "LedgerError",
    "OpenLedger",
    "Record",
    "Rules",
    "Verified",
    "Waived",
    "append",
    "checked",
    "opened",
    "verified",
]
