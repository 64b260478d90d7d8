"""The files of a ruleset, as bytes."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from .errors import RulesetError, RulesetProblem

__all__ = ["digest_of", "refused", "ruleset_files"]

_HEADS: Final = ("ruleset.yaml", "concepts.yaml", "readings.yaml", "bases.yaml")
_LARGEST: Final = 4 * 1024 * 1024
_MOST_CLAUSES: Final = 1_000


def ruleset_files(path: Path) -> dict[str, bytes]:
    """The content of ruleset.yaml, concepts.yaml, readings.yaml, bases.yaml and clauses/*.yaml. Raises RulesetError."""
    if not (path / "ruleset.yaml").is_file():
        what = "there is no such folder" if not path.is_dir() else "the folder holds no ruleset.yaml"
        raise refused(str(path), what, "name a ruleset's folder: one with ruleset.yaml and clauses/")
    names = [name for name in _HEADS if (path / name).is_file()]
    clauses = sorted(f"clauses/{one.name}" for one in (path / "clauses").glob("*.yaml"))
    if len(clauses) > _MOST_CLAUSES:
        what = f"{len(clauses)} clause files"
        raise refused(str(path / "clauses"), what, f"at most {_MOST_CLAUSES}; make two rulesets of it")
    names += clauses
    return {name: _content(path / name) for name in names}


def digest_of(files: Mapping[str, bytes]) -> str:
    """The digest of a ruleset's files."""
    digest = hashlib.sha256()
    for name, content in files.items():
        digest.update(name.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)  # whatever it says of its size: it may be a device
        if len(content) > _LARGEST:
            raise refused(str(path), f"a file of more than {_LARGEST} bytes", f"at most {_LARGEST}; one file a clause")
        return content
    except OSError as error:
        raise refused(str(path), f"cannot be read: {error.strerror}", "see its permissions") from None


def refused(name: str, what: str, hint: str) -> RulesetError:
    """The error of a file or folder that cannot be read."""
    return RulesetError((RulesetProblem(None, name, what, hint),))
