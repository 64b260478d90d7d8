"""What passes as plain without being looked at one by one is what the loader would read; and most companies pass."""

import json
import re
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from hegui.facts import Document, FactsError, from_mapping
from tests.rulesets.focus import FOCUSES
from tests.sizes import size
from tests.strategies.canonical import canonical
from tests.strategies.companies import random_case
from tests.strategies.picking import PICKS, Pick

from .portfolios import Data, as_json, assert_sound, one_batch, written_lines, written_parquet
from .spoiling import spoiled


def _or_refused(read: Any, given_: Any) -> Document | None:
    try:
        document: Document = read(given_)
    except FactsError:
        return None
    return document


@settings(max_examples=size(12))
@given(st.lists(spoiled(), min_size=5, max_size=15))
def test_lines(documents: list[Data]) -> None:
    lines = [json.dumps(one, ensure_ascii=bool(n % 2)) for n, one in enumerate(documents)]
    _assert_lines(lines)


_PIECES = ('"', ",", "}", ":", "\\", "0", ".0", "-", "e1", "\\u003a", "\\u0022", "\x00", "/", "NaN")
_KEY = re.compile('"[a-z_]+": ')


def _rewritten(pick: Pick, line: str) -> str:
    """A line with other white space or escapes, a key that is repeated, or something cut or put in."""
    at = pick(range(len(line)))
    keys = list(_KEY.finditer(line))
    key = pick(keys)
    return pick(
        (
            line[: key.start()] + key[0] + pick(("null", '"甲"', "1", "[]")) + ", " + line[key.start() :],
            line[: key.end() - 2] + pick((" ", "\t", "  ")) + line[key.end() - 2 :],
            line.replace('"name"', '"\\u006eame"'),
            line[:at] + line[at + 1 :],
            line[:at] + pick(_PIECES) + line[at:],
            line.replace("-", "\\u002d", 1),
            f"[{line}]",
            f" {line}\t",
            line.replace(": ", ":").replace(", ", ","),
        )
    )


@settings(max_examples=size(12))
@given(PICKS)
def test_lines_that_are_written_otherwise(pick: Pick) -> None:
    documents = [canonical(random_case(pick, FOCUSES).data) for _ in range(8)]
    _assert_lines([_rewritten(pick, json.dumps({"name": "a:b", **one}, ensure_ascii=False)) for one in documents])


def _assert_lines(lines: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        batch = one_batch(written_lines(Path(folder) / "portfolio.jsonl", lines))
        assert_sound(batch, [_or_refused(as_json, line) for line in lines])


@settings(max_examples=size(12))
@given(st.lists(spoiled(same_types=True), min_size=5, max_size=15))
def test_rows(documents: list[Data]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        batch = one_batch(written_parquet(Path(folder) / "portfolio.parquet", documents))
        assert_sound(batch, [_or_refused(from_mapping, one) for one in documents])


def test_nearly_all_random_companies_pass(tmp_path: Path) -> None:
    """In canonical spelling: what is odd of them is a text with spaces, say, and no kind of fact."""
    from random import Random

    pick = Pick(Random(1))
    documents = [canonical(random_case(pick, FOCUSES).data) for _ in range(200)]
    for path in (
        written_lines(tmp_path / "portfolio.jsonl", documents),
        written_parquet(tmp_path / "portfolio.parquet", documents),
    ):
        batch = one_batch(path)
        assert batch.frame.height >= 0.9 * len(documents)
