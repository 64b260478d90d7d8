"""The checkout that these tests run from: its files, and copies of it."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("cli", "engine", "facts", "reports", "rulesets")


def committed_files() -> list[Path]:
    """Every file that git has or would take, relative to ROOT. Skips the test where git does not know this tree."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    paths = (Path(name) for name in listing.stdout.decode().split("\0") if name)
    return [path for path in paths if (ROOT / path).is_symlink() or (ROOT / path).is_file()]


def copy_without_links(target: Path) -> None:
    """Copies the committed files as git lays them where links are not to be had: a link is a small text file."""
    for path in committed_files():
        source, copy = ROOT / path, target / path
        copy.parent.mkdir(parents=True, exist_ok=True)
        if source.is_symlink():
            copy.write_text(str(source.readlink()), encoding="utf-8")
        else:
            shutil.copyfile(source, copy)
