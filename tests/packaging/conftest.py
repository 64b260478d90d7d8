"""The distributions that the tests of this folder look into, built once."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.checkout import ROOT, copy_without_links


def build(tree: Path, target: Path, *what: str) -> Path:
    """Builds with the installed hatchling, so that nothing is fetched; returns the one wheel that came of it."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(target), *what, str(tree)]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    (wheel,) = target.glob("*.whl")
    return wheel


@pytest.fixture(scope="session")
def wheel_from_checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, tmp_path_factory.mktemp("checkout"), "--wheel")


@pytest.fixture(scope="session")
def wheel_from_sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="session")
def sdist(wheel_from_sdist: Path) -> Path:
    (archive,) = wheel_from_sdist.parent.glob("*.tar.gz")
    return archive


@pytest.fixture(scope="session")
def tree_without_links(tmp_path_factory: pytest.TempPathFactory) -> Path:
    tree = tmp_path_factory.mktemp("without_links")
    copy_without_links(tree)
    return tree


@pytest.fixture(scope="session")
def wheel_without_links(tree_without_links: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tree_without_links, tmp_path_factory.mktemp("wheel_without_links"), "--wheel")
