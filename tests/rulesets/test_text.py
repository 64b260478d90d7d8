"""The text that the ruleset quotes is the text of the licence, to the letter."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.rulesets.packaged import MIIT_B25, miit_b25

_TEXT = "188a8e1dd807708c9556fe0f454553df8065ed6e5fc3d2873578f8bf46fcc297"
_FILES = sorted((MIIT_B25 / "clauses").glob("*.yaml"))


def _read(file: Path) -> dict[str, Any]:
    """A clause file, read by another reader than the product's."""
    found = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
    assert isinstance(found, dict)
    return found


def _joined(clause: dict[str, Any]) -> str:
    """The text of the segments: under their role, or for a slot under `text`."""
    return "".join(
        segment["text"] if "slot" in segment else next(value for key, value in segment.items() if key != "norms")
        for segment in clause["text"]
    )


@pytest.mark.parametrize("file", _FILES, ids=[file.stem for file in _FILES])
def test_the_segments_of_a_clause_join_to_its_text(file: Path) -> None:
    clause = _read(file)
    assert hashlib.sha256(_joined(clause).encode()).hexdigest() == clause["digest"]


def test_the_clauses_join_to_the_text_of_the_licence() -> None:
    text = "\n".join(_joined(_read(file)) for file in _FILES)
    assert hashlib.sha256(text.encode()).hexdigest() == miit_b25().text_digest == _TEXT


def test_every_clause_is_there_in_the_order_of_the_text() -> None:
    items = [f"15({number})" for number in range(1, 15)]
    articles = [str(number) for number in range(1, 16)]
    assert [clause.id for clause in miit_b25().clauses] == ["face", "preamble", *articles, *items]


def test_every_norm_has_its_words_in_the_text() -> None:
    grounded = {norm for clause in miit_b25().clauses for segment in clause.segments for norm in segment.norms}
    quoted = {norm.id for norm in miit_b25().norms.values() if not norm.external}
    assert quoted | set(miit_b25().umbrellas) <= grounded
