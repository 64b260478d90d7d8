"""The wheel holds hegui/ and nothing else, each file once, however it was built."""

import os
import subprocess
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.packaging.checkout import PARTS, ROOT, committed_files, copy_without_links
from tests.packaging.conftest import build

COMPARE = ROOT / "scripts" / "compare_wheels.py"


def names(wheel: Path) -> list[str]:
    with ZipFile(wheel) as archive:
        return archive.namelist()


def compare(left: Path, right: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, str(COMPARE), str(left), str(right)], capture_output=True, text=True)


def shipped() -> set[str]:
    """Where each committed file of the parts belongs in the wheel."""
    parts = {f"hegui/{path.as_posix()}" for path in committed_files() if path.parts[0] in PARTS}
    house = {path.as_posix() for path in committed_files() if path.parts[0] == "hegui" and path.name not in PARTS}
    return parts | house


@pytest.mark.parametrize("other", ["wheel_from_sdist", "wheel_without_links"])
def test_the_same_wheel_comes_of_every_tree(
    wheel_from_checkout: Path, other: str, request: pytest.FixtureRequest
) -> None:
    run = compare(wheel_from_checkout, request.getfixturevalue(other))
    assert (run.returncode, run.stderr) == (0, ""), run.stdout


def test_a_wheel_built_elsewhere_by_another_user_at_another_time_has_the_same_bytes(
    wheel_from_checkout: Path, wheel_from_sdist: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert wheel_from_sdist.read_bytes() == wheel_from_checkout.read_bytes()
    tree = tmp_path / "一 another folder"
    copy_without_links(tree)
    for number, path in enumerate(tree.rglob("*")):
        os.utime(path, (number * 10_000, number * 10_000))
        path.chmod(0o700 if path.is_dir() else 0o600)
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("PYTHONHASHSEED", "1")
    before = os.umask(0o077)
    try:
        wheel = build(tree, tmp_path / "built", "--wheel")
    finally:
        os.umask(before)
    assert wheel.name == wheel_from_checkout.name
    assert wheel.read_bytes() == wheel_from_checkout.read_bytes()


def test_a_difference_between_wheels_is_told(wheel_from_checkout: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.whl"
    with ZipFile(wheel_from_checkout) as whole, ZipFile(other, "w") as changed:
        for name in whole.namelist():
            if name != "hegui/py.typed":
                changed.writestr(name, b"changed" if name == "hegui/__init__.py" else whole.read(name))
    run = compare(wheel_from_checkout, other)
    assert run.returncode == 1
    assert run.stdout.splitlines() == [
        "hegui/__init__.py: the contents differ",
        f"hegui/py.typed: only in {wheel_from_checkout}",
    ]


def test_only_hegui_is_installed(wheel_from_checkout: Path) -> None:
    tops = {name.split("/")[0] for name in names(wheel_from_checkout)}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"hegui"}


def test_every_file_of_the_parts_is_there_once(wheel_from_checkout: Path) -> None:
    files = [name for name in names(wheel_from_checkout) if name.startswith("hegui/")]
    assert sorted(files) == sorted(shipped())
    assert "hegui/py.typed" in files


def test_the_sdist_holds_what_tests_and_builds_need(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        members = archive.getmembers()
    held = {member.name.split("/", 1)[1] for member in members if member.isfile()}
    wanted = {path.as_posix() for path in committed_files() if not (ROOT / path).is_symlink()}
    assert wanted <= held
    assert not [member.name for member in members if member.issym() or member.islnk()]


def test_an_installed_wheel_brings_the_command_and_no_stray_package(wheel_from_checkout: Path, tmp_path: Path) -> None:
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(tmp_path)]
    subprocess.run([*install, str(wheel_from_checkout)], check=True, capture_output=True)
    look = (
        "import sys; sys.path[:] = [p for p in sys.path if 'site-packages' not in p]; sys.path.insert(0, sys.argv[1]);"
        "from importlib import util, metadata;"
        f"print([name for name in {PARTS!r} if util.find_spec(name)]);"
        "print([e.value for e in metadata.distribution('hegui').entry_points]);"
        "import hegui; print(hegui.__version__, len(hegui.__path__))"
    )
    run = subprocess.run(
        [sys.executable, "-I", "-S", "-c", look, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    stray, commands, version = run.stdout.splitlines()
    assert (stray, commands) == ("[]", "['hegui.cli:main']")
    assert version.endswith(" 1")
