"""What an entry of a ledger says, and the bytes that are hashed.

Digests are SHA-256, in 64 hexadecimal digits. What a facts document holds is not in here but for the company's name and
licence number: facts are kept beside the entry, and only where that was asked for.
"""

import hashlib
from collections.abc import Mapping
from typing import Final, Literal

import msgspec
from msgspec import Struct

from ...facts.bilingual import Bilingual

__all__ = [
    "GENESIS",
    "ROLES",
    "Calendar",
    "Entry",
    "Former",
    "Head",
    "Kept",
    "Launch",
    "Record",
    "Rules",
    "Waived",
    "canonical",
    "decoded",
    "digest_of",
]

GENESIS: Final = "0" * 64
"""What the first entry names in place of the hash of an entry before it; the hash of a ledger without entries."""


class Rules(Struct, frozen=True, forbid_unknown_fields=True):
    """Which ruleset decided: the name or folder that was asked for, its id, version, and digests of files and text."""

    named: str
    id: str
    version: str
    digest: str
    text_digest: str


class Calendar(Struct, frozen=True, forbid_unknown_fields=True):
    """Which calendar of working days was used."""

    source: str
    version: str
    last_published_year: int


class Launch(Struct, frozen=True, forbid_unknown_fields=True):
    """A launch that was judged: its file, its day, and the digest of the company's facts with it."""

    source: str
    on: str
    facts_digest: str
    lenient: bool


class Waived(Struct, frozen=True, forbid_unknown_fields=True):
    """The waivers that were given: how many there are, how many waived a finding, and their digest."""

    given: int
    in_force: int
    digest: str


class Former(Struct, frozen=True, forbid_unknown_fields=True):
    """The former report that was given as a baseline."""

    source: str
    as_of: str
    ruleset_version: str


class Kept(Struct, frozen=True, forbid_unknown_fields=True):
    """A text that is kept beside an entry: its file's name, and digests of the text and of its bytes as stored."""

    name: str
    digest: str
    stored_digest: str


ROLES: Final[Mapping[str, Bilingual]] = {
    "facts": Bilingual("事实", "facts"),
    "launch": Bilingual("上线文件", "launch"),
    "waivers": Bilingual("豁免", "waivers"),
    "findings": Bilingual("发现", "findings"),
}
"""What can be kept beside an entry: the files it rests on, to the letter, and the findings as canonical JSON."""

Verdict = Literal["clean", "violations", "undetermined"]
Severity = Literal["critical", "major", "minor"]


class Record(Struct, frozen=True, forbid_unknown_fields=True):
    """A verdict, and all that it rests on."""

    command: Literal["audit", "gate"]
    tool_version: str
    company: str | None
    licence: str | None
    source: str
    """The name of the facts file."""
    facts_digest: str
    """Of what the document states; neither its layout, nor the order of its keys, nor its comments matter."""
    launch: Launch | None
    ruleset: Rules
    readings: dict[str, bool | int | str]
    calendar: Calendar
    as_of: str
    engine: str
    confirmed_by: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    waivers: Waived | None
    baseline: Former | None
    verdict: Verdict
    counts: dict[str, int]
    fail_on: Severity
    exit_code: int
    findings_digest: str
    """Of the findings as canonical JSON, without waivers and without what a former report says of them."""
    kept: dict[str, Kept]
    """By role: facts, launch, waivers, findings. Empty unless facts were to be kept."""


class Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """A record in its place: `number` counts from 1, `previous` is the hash of the entry before."""

    schema: Literal["hegui-ledger-entry-1"]
    number: int
    previous: str
    entered_at: str
    """By the clock of the computer that wrote it, with its offset."""
    record: Record


class Head(Struct, frozen=True):
    """The end of a chain: how many entries, the hash of the last, and when it was entered."""

    entries: int
    hash: str
    entered_at: str | None


def canonical(value: object) -> bytes:
    """A value as JSON in UTF-8: keys sorted, no spaces. The same value gives the same bytes."""
    return msgspec.json.encode(value, order="sorted")


def digest_of(data: bytes) -> str:
    """SHA-256 in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


_DECODER: Final = msgspec.json.Decoder(Entry)


def decoded(content: bytes) -> Entry | None:
    """The entry that some bytes are; None where they are none."""
    try:
        return _DECODER.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
