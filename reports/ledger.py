"""A ledger for programs: its entries, its head, whether it is whole, and how its entries come out today."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

import msgspec

from ..engine.ledger import Entry, Head, Verified
from ..engine.ledger.replay import Replay
from .json_texts import bilingual_data, dumped

__all__ = ["HEAD_SCHEMA", "SCHEMA", "entries_json", "head_json", "replays_json", "verified_json"]

SCHEMA: Final = "hegui-ledger-1"
VERIFY_SCHEMA: Final = "hegui-ledger-verify-1"
REPLAY_SCHEMA: Final = "hegui-ledger-replay-1"
HEAD_SCHEMA: Final = "hegui-ledger-head-1"


def entries_json(path: str, count: int, entries: Iterable[tuple[Entry, str]]) -> str:
    """The entries with their hashes, and how many the ledger has."""
    found = [{"hash": hash_, **msgspec.to_builtins(entry)} for entry, hash_ in entries]
    return dumped({"schema": SCHEMA, "ledger": path, "count": count, "entries": found})


def head_json(path: str, head: Head) -> str:
    """The head, to be kept elsewhere."""
    return dumped({"schema": HEAD_SCHEMA, "ledger": path, **_head(head)})


def verified_json(found: Verified, heads: Sequence[str]) -> str:
    """What is wrong with a ledger, if anything."""
    flaws = [{"kind": one.kind.value, "entry": one.number, "what": bilingual_data(one.what)} for one in found.flaws]
    return dumped(
        {
            "schema": VERIFY_SCHEMA,
            "ledger": found.path,
            "whole": not found.flaws,
            "head": _head(found.head),
            "anchors": list(heads),
            "kept": found.kept,
            "flaws": flaws,
        }
    )


def replays_json(path: str, replays: Iterable[Replay], left_out: int, *, redacted: bool = False) -> str:
    """How entries come out today, with every value that differs."""
    return dumped(
        {
            "schema": REPLAY_SCHEMA,
            "ledger": path,
            "without_facts": left_out,
            "entries": [msgspec.to_builtins(one) for one in replays],
            "redacted": redacted,
        }
    )


def _head(head: Head) -> dict[str, Any]:
    return {"entries": head.entries, "hash": head.hash, "entered_at": head.entered_at}
