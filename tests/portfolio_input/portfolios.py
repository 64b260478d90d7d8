"""Documents written as a portfolio, and what is read of it held against the loader of documents."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from hegui.engine.columnar.tables import make_tables
from hegui.engine.rows import make_rows
from hegui.facts import Document, FactsError
from hegui.facts.as_of import AsOf
from hegui.facts.portfolio import Batch, batches
from hegui.facts.text import document_of
from tests.columnar.comparing import differences, frame_of

__all__ = ["MOMENT", "Data", "assert_sound", "one_batch", "written_lines", "written_parquet"]

Data = dict[str, Any]

MOMENT = AsOf.parse("2018-06-01T12:00")


def written_lines(path: Path, documents: Iterable[Mapping[str, Any] | str]) -> Path:
    """Documents, or texts as they are, as the lines of a file."""
    lines = [one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in documents]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    return path


def written_parquet(path: Path, documents: Sequence[Mapping[str, Any]]) -> Path:
    """Documents whose values are of the right types as a Parquet file."""
    frame_of(documents).write_parquet(path)
    return path


def one_batch(path: Path) -> Batch:
    """The one batch of a small portfolio."""
    (batch,) = batches(path, 1000)
    return batch


def as_json(line: str) -> Document:
    """The document that a line would be as a file of its own. Raises FactsError."""
    return document_of(line, "one.json")


def assert_sound(batch: Batch, documents: Sequence[Document | None]) -> None:
    """Each company is there once; what is a row of the frame the loader accepts too, and its rows are the same.

    `documents` are what the loader says of each line or row, None where it refuses.
    """
    places = [*batch.positions, *(odd.position for odd in batch.odd)]
    assert sorted(places) == list(range(1, len(documents) + 1))
    rows = []
    for position in batch.positions:
        document = documents[position - 1]
        assert document is not None, f"line or row {position} passes, and the loader refuses it"
        rows.append(make_rows(document.company, MOMENT))
    found = list(differences(make_tables(batch.frame, MOMENT), rows))
    assert not found, "\n".join(found)
    for odd in batch.odd:
        try:
            company = odd.read().company
        except FactsError:
            assert documents[odd.position - 1] is None
        else:
            expected = documents[odd.position - 1]
            assert expected is not None
            assert company == expected.company
