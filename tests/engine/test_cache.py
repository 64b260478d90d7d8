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
from tests.rulesets.mistakes import FILES, write
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


@pytest.fixture
def unnamed(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """No variable of the environment names a folder."""
    for name in ("HEGUI_CACHE_DIR", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


@pytest.mark.parametrize(("variable", "below"), [("XDG_CACHE_HOME", "hegui"), ("HOME", ".cache/hegui")])
def test_the_folder_where_none_is_named(tmp_path: Path, unnamed: pytest.MonkeyPatch, variable: str, below: str) -> None:
    unnamed.setenv(variable, str(tmp_path / "user"))
    load_ruleset(write(tmp_path / "ruleset", FILES))
    assert [file.name.split("-")[0] for file in (tmp_path / "user" / below).iterdir()] == ["ruleset"]


def test_a_user_without_a_home(tmp_path: Path, unnamed: pytest.MonkeyPatch) -> None:
    def nowhere() -> Path:
        raise RuntimeError("Could not determine home directory.")

    unnamed.setattr(Path, "home", nowhere)
    assert list(load_ruleset(write(tmp_path, FILES)).norms) == ["N-1"]


def test_a_full_disk(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.NamedTemporaryFile", full)
    assert list(load_ruleset(write(tmp_path / "ruleset", FILES)).norms) == ["N-1"]


def test_what_is_kept_goes_by_its_kind(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Only files of these kinds are removed once there are too many."""
    ruleset = load_ruleset(write(tmp_path_factory.mktemp("ruleset"), FILES))
    for engine in ENGINES.values():
        engine(ruleset.norms.values(), ruleset.key)
    assert {file.name.split("-")[0] for file in folder.iterdir()} == {"ruleset", "rete"}
