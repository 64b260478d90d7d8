"""Companies from lines of JSON, one document a line.

msgspec reads each line into typed values, in C, and refuses all that is not exactly of the right type; what it
accepts goes, written anew, to the dataframe. So no key, no type and no number can come to mean something else there.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import polars as pl
from msgspec import DecodeError, Struct
from msgspec.json import Decoder, Encoder

from .batch import Batch, OddDocument
from .dtypes import canonical_schema
from .line_types import document_type
from .opening import lines_of, opened
from .plain import odd_ones

__all__ = ["batch_of_lines", "json_line_batches"]

_LONGEST: Final = 2**20
"""Bytes; a longer line is odd: it can hold more values than a document may."""

_MARK: Final = b"\xef\xbb\xbf"


def json_line_batches(path: Path, size: int, number: int = 0, skip: int = 0) -> Iterator[Batch | None]:
    """The batches of a file, of `size` companies each, None for the first `skip`. Raises FactsError.

    Lines without anything are no companies.
    """
    reader = _Reader(path, number + skip)
    companies = 0
    with opened(path) as file:
        for position, line in enumerate(lines_of(file), start=1):
            stripped = (line.removeprefix(_MARK) if position == 1 else line).strip(b" \t\r\n")
            if stripped:
                companies += 1
                if companies > skip * size:
                    reader.add(position, stripped)
                if companies % size == 0:
                    yield reader.batch() if companies > skip * size else None
    if companies % size:
        yield reader.batch() if companies > skip * size else None


def batch_of_lines(lines: Iterable[tuple[int, bytes]], number: int, file: str) -> Batch:
    """The batch of some lines of a file, each with its number, from 1. None of them is blank."""
    reader = _Reader(Path(file), number)
    for position, line in lines:
        reader.add(position, line)
    return reader.batch()


class _Reader:
    """Gathers the lines of a batch."""

    def __init__(self, path: Path, number: int) -> None:
        self._file = str(path)
        self._number = number
        self._decoder: Decoder[Struct] = Decoder(document_type())
        self._encoder = Encoder()
        self._clear()

    def _clear(self) -> None:
        self._lines: list[bytes] = []  # as they were
        self._typed: list[bytes] = []  # those that are of the right types, written anew
        self._positions: list[int] = []
        self._odd: list[tuple[int, bytes]] = []

    def add(self, position: int, line: bytes) -> None:
        """One more line."""
        typed = self._written_anew(line)
        if typed is None:
            self._odd.append((position, line))
        else:
            self._typed.append(typed)
            self._lines.append(line)
            self._positions.append(position)

    def _written_anew(self, line: bytes) -> bytes | None:
        if len(line) > _LONGEST:
            return None
        try:
            typed = self._encoder.encode(self._decoder.decode(line))
        except (DecodeError, UnicodeDecodeError):
            return None
        return None if _may_repeat_a_key(line, typed) and _repeats_a_key(line) else typed

    def batch(self) -> Batch:
        """The batch of the lines so far, after which others begin."""
        frame = _frame(self._typed)
        odd = odd_ones(frame)
        positions = pl.Series("position", self._positions, dtype=pl.UInt64)
        lines = [*self._odd, *((self._positions[n], self._lines[n]) for n in odd)]
        lines.sort()
        if odd.len():
            plain = ~pl.int_range(frame.height, dtype=pl.UInt32, eager=True).is_in(odd.implode())
            frame, positions = frame.filter(plain), positions.filter(plain)
        documents = tuple(OddDocument(at, f"{self._file}:{at}", line, self._file) for at, line in lines)
        first = min([*self._positions[:1], *(at for at, _ in self._odd[:1])])
        made = Batch(self._number, self._file, first, frame, positions, documents)
        self._number += 1
        self._clear()
        return made


def _frame(lines: list[bytes]) -> pl.DataFrame:
    """A frame of documents, parsed as many at a time as there are processors; without columns that none states."""
    dtype = pl.Struct(_stated_columns(lines))
    parts = pl.thread_pool_size()
    step = max(1, -(-len(lines) // parts))
    texts = [pl.Series("document", lines[at : at + step], dtype=pl.Binary) for at in range(0, len(lines), step)]
    parsed = pl.col("document").cast(pl.String).str.json_decode(dtype).struct.unnest()
    frames = pl.collect_all([part.to_frame().lazy().select(parsed) for part in texts])
    return pl.concat(frames, rechunk=True) if frames else pl.DataFrame(schema=dict(canonical_schema()))


def _stated_columns(lines: list[bytes]) -> dict[str, Any]:
    """The columns whose names are somewhere in the lines as keys, so that time and memory go to no others."""
    whole = b"\n".join(lines)
    schema = canonical_schema()
    found = {name: dtype for name, dtype in schema.items() if b'"%s":' % name.encode() in whole}
    return found or {"name": schema["name"]}


def _may_repeat_a_key(line: bytes, typed: bytes) -> bool:
    """Whether a key can stand twice in one mapping, so that msgspec has taken the last.

    A colon follows a key, or lies in a text. In both lines the texts are the same, unless a colon is written as an
    escape; so where no key is repeated, there are as many.
    """
    return line.count(b":") != typed.count(b":") or b"\\u00" in line


def _repeats_a_key(line: bytes) -> bool:
    repeated = False

    def pairs(found: list[tuple[str, Any]]) -> None:
        nonlocal repeated
        repeated |= len({key for key, _ in found}) < len(found)

    json.loads(line, object_pairs_hook=pairs)
    return repeated
