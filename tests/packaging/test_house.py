"""The links, the tree without them, and what no committed file may say."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.packaging.checkout import PARTS, ROOT, committed_files

# Put together here, so that this file does not hold what it looks for.
ADDRESSES = ["py" + "pi.org", "pythonhosted" + ".org", "npm" + "js.org", "deb.debian" + ".org", "index-" + "url"]
PLACES = ["/" + "work/", "/" + "root/", "/" + "home/"]


@pytest.mark.parametrize("part", PARTS)
def test_each_part_is_linked_relatively(part: str) -> None:
    link = ROOT / "hegui" / part
    if not link.is_symlink():
        pytest.skip("links did not survive this checkout")
    assert link.readlink() == Path("..") / part


@pytest.mark.parametrize("part", PARTS)
def test_without_links_each_part_is_found_where_it_lies(part: str, tree_without_links: Path) -> None:
    assert (tree_without_links / "hegui" / part).read_text() == f"../{part}"
    run = subprocess.run(
        [sys.executable, "-c", f"import hegui, importlib.util as u; print(u.find_spec('hegui.{part}').origin)"],
        env={**os.environ, "PYTHONPATH": str(tree_without_links)},
        cwd=tree_without_links,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(run.stdout.strip()) == tree_without_links / part / "__init__.py"


def test_without_links_the_facts_import(tree_without_links: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", "import hegui.facts; print(hegui.facts.__name__, hegui.facts.__file__)"],
        env={**os.environ, "PYTHONPATH": str(tree_without_links)},
        cwd=tree_without_links,
        capture_output=True,
        text=True,
    )
    assert run.stdout.strip() == f"hegui.facts {tree_without_links / 'facts' / '__init__.py'}", run.stderr


def absolute_imports() -> Iterator[tuple[Path, str]]:
    """Each committed source with the first name of each absolute import in it."""
    for path in committed_files():
        if path.suffix != ".py" or (ROOT / path).is_symlink():
            continue
        for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                names = [node.module]
            yield from ((path, name.split(".")[0]) for name in names)


def test_no_source_imports_a_part_by_its_bare_name() -> None:
    """A part is hegui.engine; `import engine` would work in a checkout only, as a second copy of every class."""
    assert [(path, name) for path, name in absolute_imports() if name in PARTS] == []


def test_no_part_names_the_package_it_is_in() -> None:
    """Inside the parts imports are relative, so that a module has one name, whatever path led to it."""
    assert [path for path, name in absolute_imports() if path.parts[0] in PARTS and name == "hegui"] == []


def test_no_committed_file_names_a_registry_or_a_place_on_one_machine() -> None:
    found = []
    for path in committed_files():
        if (ROOT / path).is_symlink():
            continue
        text = (ROOT / path).read_bytes().decode("utf-8", errors="replace")
        found += [f"{path}: {word}" for word in (*ADDRESSES, *PLACES) if word in text]
    assert not found


def test_constraints_are_names_and_versions_only() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*", line)] == []
    assert lines == sorted(lines)
