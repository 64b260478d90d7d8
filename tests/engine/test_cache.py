"""What was worked out from a ruleset's files is kept, and is the same when read back; without it nothing changes."""

import os
from pathlib import Path

import pytest

from hegui.engine.audit import ENGINES
from hegui.engine.cache import MOST_FILES
from hegui.engine.examples import example_facts
from hegui.engine.rows import make_rows
from hegui.engine.ruleset import load_ruleset
from hegui.facts import from_mapping
from hegui.facts.as_of import AsOf
from tests.rulesets.packaged import MIIT_B25, bound, miit_b25


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder."""
    monkeypatch.setenv("HEGUI_CACHE_DIR", str(tmp_path))
    return tmp_path


def test_a_ruleset_is_the_same_when_it_is_read_back(folder: Path) -> None:
    first = load_ruleset(MIIT_B25)
    assert list(folder.iterdir())
    second = load_ruleset(MIIT_B25)
    assert second == first
    assert (second.digest, second.text_digest) == (miit_b25().digest, miit_b25().text_digest)
    for norm in miit_b25().norms.values():
        other = second.norms[norm.id]
        assert (other.applies, other.breach, other.review, other.late, other.by) == (
            norm.applies,
            norm.breach,
            norm.review,
            norm.late,
            norm.by,
        )


@pytest.mark.parametrize("name", sorted(ENGINES))
def test_an_engine_decides_the_same_when_it_is_read_back(folder: Path, name: str) -> None:
    ruleset = load_ruleset(MIIT_B25)
    ENGINES[name](ruleset.norms.values(), ruleset.key)
    again = ENGINES[name](ruleset.norms.values(), ruleset.key)
    _, engine = bound({}, name)
    for norm in miit_b25().norms.values():
        for example in norm.examples[:2]:
            company = from_mapping(example_facts(miit_b25(), example)).company
            rows = make_rows(company, AsOf.parse(example.as_of))
            assert again.decide(rows) == engine.decide(rows)


@pytest.mark.parametrize(
    "damage", [b"", b"[]", b"{}", b"[[", b'[["os.system", "true"]]', b'[["()", [7]]]', b"\xff\x00"]
)
def test_what_is_damaged_is_made_anew(folder: Path, damage: bytes) -> None:
    first = load_ruleset(MIIT_B25)
    for file in folder.iterdir():
        file.write_bytes(damage)
    assert load_ruleset(MIIT_B25) == first


def test_another_reading_is_another_entry(folder: Path) -> None:
    first = load_ruleset(MIIT_B25)
    other = load_ruleset(MIIT_B25, {"misuse_stop_days": 3})
    assert load_ruleset(MIIT_B25) == first
    assert load_ruleset(MIIT_B25, {"misuse_stop_days": 3}) == other
    assert first.key != other.key
    assert first.norms["SP-04-e-2"].by != other.norms["SP-04-e-2"].by


def test_without_a_folder_to_write_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "file"
    file.write_text("no folder")
    for where in ("off", str(file), str(file / "below")):
        monkeypatch.setenv("HEGUI_CACHE_DIR", where)
        assert load_ruleset(MIIT_B25).digest == miit_b25().digest
    assert file.read_text() == "no folder"


def test_the_oldest_files_go_and_no_others(folder: Path) -> None:
    strange = [folder / "notes.json", folder / "ruleset-mine.json", folder / "rete.txt"]
    for file in strange:
        file.write_text("mine")
        os.utime(file, (0, 0))
    old = [folder / f"rete-{number:040x}.json" for number in range(MOST_FILES)]
    for age, file in enumerate(old):
        file.write_text("[]")
        os.utime(file, (age, age))
    load_ruleset(MIIT_B25)
    assert not old[0].exists()
    assert all(file.exists() for file in [*strange, *old[1:]])
