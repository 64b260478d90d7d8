"""Whether a ledger is whole: every entry as it was written, in its place, none missing, none added.

Whoever can write the file can also write a whole new chain. Only a hash that was noted elsewhere shows that.
"""

import os
import zlib
from collections.abc import Iterable, Sequence
from enum import StrEnum

from msgspec import Struct

from ...facts.bilingual import Bilingual
from ...facts.unfit import cleaned, shown
from .errors import LedgerError
from .read import LARGEST, OpenLedger, Row, opened
from .records import GENESIS, ROLES, Entry, Head, Kept, decoded, digest_of

__all__ = ["Flaw", "FlawKind", "Verified", "checked", "verified"]


class FlawKind(StrEnum):
    """What can be wrong with a ledger."""

    CHANGED = "changed"
    MOVED = "moved"
    REMOVED = "removed"
    LINK = "link"
    KEPT = "kept"
    HEAD = "head"
    ANCHOR = "anchor"


class Flaw(Struct, frozen=True):
    """One thing that is wrong, at an entry or, where that is None, with the ledger as a whole."""

    kind: FlawKind
    number: int | None
    what: Bilingual


class Verified(Struct, frozen=True):
    """What was found in a ledger: its end, when its first entry was entered, and what is wrong with it."""

    path: str
    head: Head
    first_entered_at: str | None
    kept: int
    """How many entries have their facts kept beside them."""
    flaws: tuple[Flaw, ...]


def verified(path: str | os.PathLike[str], heads: Sequence[str] = ()) -> Verified:
    """What is wrong with the ledger in a file, if anything. `heads` are hashes that it must hold.

    Raises LedgerError for a file that is no ledger or cannot be read.
    """
    with opened(path) as ledger:
        return checked(ledger, heads)


def checked(ledger: OpenLedger, heads: Sequence[str] = ()) -> Verified:
    """As `verified`, of a ledger that is open."""
    damage = ledger.damage()
    if damage is not None:
        raise LedgerError(f"{ledger.path}: the file is damaged: {cleaned(damage)}")
    chain = _Chain()
    for row in ledger.rows():
        chain.take(row)
    chain.take_kept(ledger.stored())
    chain.take_heads(ledger.heads())
    for hash_ in dict.fromkeys(heads):
        if hash_ not in chain.hashes:
            chain.flaw(FlawKind.ANCHOR, None, _anchor(hash_))
    head = Head(chain.number, chain.previous, chain.last_entered_at)
    flaws = sorted(chain.flaws, key=lambda one: (one.number is None, one.number or 0))
    return Verified(ledger.path, head, chain.first_entered_at, chain.with_facts, tuple(flaws))


class _Chain:
    """Goes along the rows, and notes what does not fit."""

    def __init__(self) -> None:
        self.number = 0
        self.previous = GENESIS
        self.first_entered_at: str | None = None
        self.last_entered_at: str | None = None
        self.with_facts = 0
        self.hashes = {GENESIS}
        self.flaws: list[Flaw] = []
        self._followed: str | None = GENESIS
        """What the next entry has to name; None after one that is flawed itself, where that says nothing new."""
        self._numbers: set[int] = set()
        self._kept: dict[tuple[int, str], Kept] = {}

    def flaw(self, kind: FlawKind, number: int | None, what: Bilingual) -> None:
        self.flaws.append(Flaw(kind, number, what))

    def take(self, row: Row) -> None:
        """The next row of the table of entries."""
        number, before, flaws = row.number, self.number, len(self.flaws)
        if number != before + 1:
            self.flaw(FlawKind.REMOVED if number > before + 1 else FlawKind.MOVED, number, _gap(before, number))
            self._followed = None
        entry = None if row.content is None else decoded(row.content)
        own = None if row.content is None else digest_of(row.content)
        if entry is None or own != row.hash:
            self.flaw(FlawKind.CHANGED, number, _CHANGED)
        if entry is not None:
            self._place(entry, number)
        self.number = number
        self.previous = row.hash or ""
        self._followed = row.hash if len(self.flaws) == flaws else None
        self._numbers.add(number)
        if own is not None and own == row.hash:
            self.hashes.add(own)

    def _place(self, entry: Entry, number: int) -> None:
        if entry.number != number:
            self.flaw(FlawKind.MOVED, number, _moved(entry.number, number))
        elif self._followed not in (None, entry.previous):
            self.flaw(FlawKind.LINK, number, _link(number))
        self.first_entered_at = self.first_entered_at or entry.entered_at
        self.last_entered_at = entry.entered_at
        self.with_facts += "facts" in entry.record.kept
        self._kept |= {(number, role): kept for role, kept in entry.record.kept.items()}

    def take_kept(self, stored: Iterable[tuple[object, str | None, bytes | None]]) -> None:
        """What is kept beside entries: all that they name, as they name it, and nothing else."""
        for at, role, data in stored:
            number, name = at if isinstance(at, int) else None, role or "?"
            kept = None if number is None else self._kept.pop((number, name), None)
            if kept is None and number not in self._numbers:
                self.flaw(FlawKind.KEPT, number, _kept(name, "没有对应的账目", "belongs to no entry"))
            elif kept is None:
                self.flaw(FlawKind.KEPT, number, _kept(name, "不是写入该条时存入的", "was put there later"))
            elif data is None or digest_of(data) != kept.stored_digest or not _fits(data, kept):
                self.flaw(FlawKind.KEPT, number, _kept(name, "已被改动", "was changed"))
        for number, name in self._kept:
            self.flaw(FlawKind.KEPT, number, _kept(name, "已被删除", "was removed"))

    def take_heads(self, heads: Sequence[tuple[object, str | None]]) -> None:
        """What the file itself says of its end."""
        if list(heads) == [(self.number, self.previous)]:
            return
        self.flaw(FlawKind.HEAD, None, _end(heads[0][0] if len(heads) == 1 else None, self.number))


def _fits(data: bytes, kept: Kept) -> bool:
    try:
        unpacker = zlib.decompressobj()
        return digest_of(unpacker.decompress(data, LARGEST)) == kept.digest and unpacker.eof
    except zlib.error:
        return False


_CHANGED = Bilingual("内容与其散列不符:已被改动", "what it says does not fit its hash: it was changed")


def _gap(before: int, number: int) -> Bilingual:
    if number <= before:  # numbers below 1 stand before the first
        return Bilingual("编号不在序列之内:是添加的", "its number is not one of the chain: it was added")
    first, last = before + 1, number - 1
    if first == last:
        return Bilingual(f"此前缺第 {first} 条:已被删除", f"entry {first}, which stood before it, was removed")
    return Bilingual(
        f"此前缺第 {first} 至 {last} 条:已被删除", f"entries {first} to {last}, which stood before it, were removed"
    )


def _moved(was: int, number: int) -> Bilingual:
    return Bilingual(f"此处的账目原为第 {was} 条:次序已被改动", f"what stands here was entry {was}: it was moved")


def _link(number: int) -> Bilingual:
    if number == 1:
        return Bilingual("不是账本的第一条", "it did not begin a ledger")
    return Bilingual(
        f"与第 {number - 1} 条不相衔接:两条之一已被换过",
        f"it does not follow on entry {number - 1} as that stands: one of the two was replaced",
    )


def _kept(role: str, zh: str, en: str) -> Bilingual:
    name = ROLES.get(role, Bilingual(shown(role), shown(role)))
    return Bilingual(f"所存的{name.zh}{zh}", f"its copy of the {name.en} {en}")


def _anchor(hash_: str) -> Bilingual:
    return Bilingual(
        f"没有散列为 {hash_} 的账目:末尾的账目已被删除,或整个账本已被重写",
        f"there is no entry with the hash {hash_}: entries were removed from the end, or the ledger was written anew",
    )


def _end(says: object, number: int) -> Bilingual:
    says = "?" if says is None else says
    return Bilingual(
        f"账本自记末条为第 {says} 条,与实际的末条(第 {number} 条)不符:末尾有账目被删除、添加或改动",
        f"the ledger says that it ends with entry {says}, and it ends otherwise (with entry {number}): entries at its "
        "end were removed, added or changed",
    )
