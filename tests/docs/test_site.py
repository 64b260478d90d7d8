"""The site of the documentation: a small one, made as the real one is. `make docs` makes that, in .ci/run."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.guide import ROOT

NAV = "\nnav:\n  - README.md\n  - 中文: README.zh.md\n  - Pages: docs/pages/\n\ntheme:"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A repository with a page that links to a page, a place in it, a file and a folder."""
    (tmp_path / "scripts").mkdir()
    shutil.copy(ROOT / "scripts" / "site_hooks.py", tmp_path / "scripts")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings, count = re.subn(r"\nnav:\n.*?\n\ntheme:", NAV, settings, flags=re.DOTALL)
    assert count == 1
    for name, text in {
        "mkdocs.yml": settings,
        "README.md": "# Home\n\n[one](docs/pages/one.md#第二条-b) [all](docs/pages/) ![p](docs/images/p.svg)\n",
        "README.zh.md": "# 中文\n\n[例](examples/facts.yaml)\n\n| a |\n| --- |\n| `b\\|c` |\n",
        "docs/pages/one.md": "# One\n\n- a\n  - b\n\n## 第二条 B\n\n[h](../../README.md) [examples](../../examples)\n",
        "docs/images/p.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>\n",
        "examples/facts.yaml": "licence: {}  # ```\n",
        "examples/deep/as_of.txt": "2019-06-03\n",
    }.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def build(tree: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=tree, capture_output=True, encoding="utf-8"
    )


def test_links_lead_somewhere_on_the_site_as_in_the_repository(tree: Path) -> None:
    ran = build(tree)
    assert ran.returncode == 0, ran.stderr
    home = (tree / "site" / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'<a href="([^"]+)">(?:one|all)</a>', home) == ["docs/pages/one/#第二条-b", "docs/pages/"]
    assert (tree / "site" / "docs" / "images" / "p.svg").is_file()
    chinese = (tree / "site" / "README.zh" / "index.html").read_text(encoding="utf-8")
    assert 'lang="zh-Hans"' in chinese
    assert '<a href="../examples/facts.yaml/">例</a>' in chinese
    assert "<td><code>b|c</code></td>" in chinese
    assert "<code>" in (tree / "site" / "examples" / "facts.yaml" / "index.html").read_text(encoding="utf-8")
    one = (tree / "site" / "docs" / "pages" / "one" / "index.html").read_text(encoding="utf-8")
    assert '<a href="../../../examples/">examples</a>' in one
    assert re.search(r"<li>a\s*<ul>\s*<li>b</li>", one), "a list in a list"
    folder = (tree / "site" / "examples" / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'<li><a href="([^"]+)">', folder) == ["deep/", "facts.yaml/"]
    # Nothing is fetched from elsewhere.
    assert re.findall(r'<(?:script|img|link)[^>]* (?:src|href)="(?:[a-z]+:)?//[^"]*"', home + one) == []


def test_a_link_to_nowhere_and_a_page_that_is_left_out_are_errors(tree: Path) -> None:
    page = tree / "docs" / "pages" / "one.md"
    page.write_text(
        "# One\n\n[a](two.md) [b](../../README.md#nowhere) [c](../../examples/none.yaml)\n", encoding="utf-8"
    )
    (tree / "docs" / "alone.md").write_text("# Alone\n", encoding="utf-8")
    ran = build(tree)
    assert ran.returncode == 1
    for told in ("two.md", "#nowhere", "examples/none.yaml", "alone.md", "Aborted with"):
        assert told in ran.stdout + ran.stderr
