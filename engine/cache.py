"""What was worked out from a ruleset's files, kept in the user's cache folder for the next process.

Everything still works without: a file that is missing, damaged or not writable only costs time. HEGUI_CACHE_DIR names
another folder; `off` keeps nothing. Since a verdict rests on what is kept, a folder to which others can write is not
used: neither read nor written.
"""

import hashlib
import os
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final, TypeVar

__all__ = ["cached"]

_KINDS: Final = ("ruleset", "rete", "compiled", "lean")
"""The last two are what former versions kept, and this one only removes."""
MOST_FILES: Final = 60
"""So many are kept, of a few hundred kilobytes each: what a changed ruleset or another version left behind goes."""

_NAME: Final = 40
_T = TypeVar("_T")


def cached(kind: str, key: str, make: Callable[[], _T]) -> _T:
    """What `make` gives, from the cache if it was made before by this version of the code for the same key."""
    folder = _folder()
    if folder is None or not _is_ours(folder):
        return make()
    from .store import StoreError, decode, encode

    name = hashlib.sha256(f"{kind}\0{key}\0{_code_stamp()}".encode()).hexdigest()
    path = folder / f"{kind}-{name[:_NAME]}.json"
    try:
        return decode(path.read_bytes())  # type: ignore[no-any-return]
    except (OSError, StoreError):
        made = make()
        _write(path, encode(made))
        return made


def _folder() -> Path | None:
    chosen = os.environ.get("HEGUI_CACHE_DIR")
    if chosen == "off":
        return None
    if chosen:
        return Path(chosen)
    base = os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else os.environ.get("XDG_CACHE_HOME")
    try:
        return (Path(base) if base else Path.home() / ".cache") / "hegui"
    except RuntimeError:
        return None


def _is_ours(folder: Path) -> bool:
    """Whether nobody else can write to the folder, so far as that can be told: it is made where it is not there."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.stat()
    except (OSError, ValueError):
        return False
    return os.name != "posix" or (found.st_uid == os.geteuid() and not found.st_mode & 0o022)


@cache
def _code_stamp() -> str:
    """Changes whenever a source file of the facts or the engine does."""
    here = Path(__file__).resolve().parent
    stamp = hashlib.sha256(sys.version.encode())
    for root in (here, here.parent / "facts"):
        for folder, _, names in sorted(os.walk(root)):
            for name in sorted(names):
                if name.endswith(".py"):
                    found = Path(folder, name).stat()
                    stamp.update(f"{name}{found.st_size}{found.st_mtime_ns}".encode())
    return stamp.hexdigest()


def _write(path: Path, content: bytes) -> None:
    """Write a whole file or none."""
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(content)
        Path(file.name).replace(path)
        _forget(path.parent)
    except OSError:
        pass


def _forget(folder: Path) -> None:
    """Remove the oldest files of the cache where there are more than MOST_FILES."""
    found = [file for kind in _KINDS for file in folder.glob(f"{kind}-{'?' * _NAME}.json")]
    found.sort(key=lambda file: file.stat().st_mtime_ns)
    for file in found[:-MOST_FILES]:
        file.unlink(missing_ok=True)
