"""What is written where: only what was named, whole, for whom the user's umask says; and a cache that is the user's."""

import os
from pathlib import Path

import pytest
import yaml

from hegui.engine.cache import cached
from hegui.engine.ruleset import RulesetError, load_ruleset
from tests.cli.running import MAIN, MAIN_DAY, Run
from tests.rulesets.mistakes import FILES, write

posix = pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")


def everything(folder: Path) -> set[str]:
    return {str(one.relative_to(folder)) for one in folder.rglob("*")}


def test_no_text_of_facts_names_a_file(hegui: Run, tmp_path: Path) -> None:
    """Ids that climb out of a folder are ids, in every format."""
    target = tmp_path / "a" / "b"
    target.mkdir(parents=True)
    hostile = "../../../evil"
    facts = {"name": hostile, "services": [{"id": hostile, "name": "/evil", "started_on": "2018-01-01"}]}
    names = ("text", "json", "jsonl", "sarif", "junit", "markdown", "csv", "xlsx", "github", "gitlab", "html", "ics")
    outputs = [("--output", f"{name}={target / name}") for name in names]
    arguments = ("audit", "-", "--as-of", MAIN_DAY, *(one for pair in outputs for one in pair))
    assert hegui(*arguments, stdin=yaml.safe_dump(facts).encode()).code in (1, 3)
    assert everything(tmp_path) == {"a", "a/b", *(f"a/b/{name}" for name in names)}


@pytest.mark.parametrize("norm", ["../../evil", "/evil", "a/b"])
def test_no_id_of_a_new_norm_names_a_file(hegui: Run, tmp_path: Path, norm: str) -> None:
    hegui("norms", "new", norm, f"{tmp_path / 'law'}/")
    assert not [one for one in everything(tmp_path) if "evil" in one or one.endswith("b")]


@posix
@pytest.mark.parametrize(("umask", "mode"), [(0o077, 0o600), (0o022, 0o644)])
def test_a_report_is_for_whom_the_umask_says(hegui: Run, tmp_path: Path, umask: int, mode: int) -> None:
    target = tmp_path / "report.json"
    before = os.umask(umask)
    try:
        hegui("audit", MAIN, "--as-of", MAIN_DAY, "--output", f"json={target}")
    finally:
        os.umask(before)
    assert target.stat().st_mode & 0o777 == mode
    assert everything(tmp_path) == {"report.json"}


@posix
def test_a_report_keeps_the_permissions_of_the_file_that_it_replaces(hegui: Run, tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    target.write_text("what it held before")
    target.chmod(0o600)
    hegui("audit", MAIN, "--as-of", MAIN_DAY, "--output", f"json={target}")
    assert target.stat().st_mode & 0o777 == 0o600
    assert "what it held before" not in target.read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the cache is to be; it is not there yet."""
    found = tmp_path / "cache"
    monkeypatch.setenv("HEGUI_CACHE_DIR", str(found))
    return found


@posix
def test_the_cache_is_made_for_its_user_alone(folder: Path) -> None:
    before = os.umask(0)
    try:
        assert cached("ruleset", "key", lambda: ("made",)) == ("made",)
    finally:
        os.umask(before)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert [one.stat().st_mode & 0o777 for one in folder.iterdir()] == [0o600]
    assert cached("ruleset", "key", lambda: ("made anew",)) == ("made",)


@posix
@pytest.mark.parametrize("mode", [0o770, 0o702, 0o1777])
def test_a_cache_that_others_can_write_to_is_not_used(folder: Path, mode: int) -> None:
    assert cached("ruleset", "key", lambda: ("planted",)) == ("planted",)
    folder.chmod(mode)
    assert cached("ruleset", "key", lambda: ("made",)) == ("made",)
    assert cached("ruleset", "other", lambda: ("made",)) == ("made",)
    assert len(everything(folder)) == 1


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a folder away")
def test_a_cache_of_another_user_is_not_used(folder: Path) -> None:
    assert cached("ruleset", "key", lambda: ("planted",)) == ("planted",)
    os.chown(folder, 12345, 12345)
    assert cached("ruleset", "key", lambda: ("made",)) == ("made",)


@posix
def test_a_link_in_the_cache_is_replaced_and_not_followed(folder: Path, tmp_path: Path) -> None:
    cached("ruleset", "key", lambda: ("made",))
    (kept,) = folder.iterdir()
    kept.unlink()
    victim = tmp_path / "victim"
    victim.write_text("precious")
    kept.symlink_to(victim)
    assert cached("ruleset", "key", lambda: ("made",)) == ("made",)
    assert victim.read_text() == "precious"
    assert not kept.is_symlink()


@posix
def test_a_ruleset_whose_file_has_no_end_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "law", FILES)
    (tmp_path / "law" / "clauses" / "02.yaml").symlink_to("/dev/zero")
    with pytest.raises(RulesetError, match="more than"):
        load_ruleset(tmp_path / "law")
