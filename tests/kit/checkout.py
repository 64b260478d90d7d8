"""The checkout as a host fetches it: the committed files with their links, in a folder of their own."""

import shutil
from pathlib import Path

from tests.packaging.checkout import ROOT, committed_files

__all__ = ["fetched"]


def fetched(target: Path) -> Path:
    """Copy what git has or would take. Skips the test where git does not know this tree."""
    for path in committed_files():
        copy = target / path
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / path, copy, follow_symlinks=False)
    return target
