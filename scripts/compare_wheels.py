"""Compares two wheels file by file: `python scripts/compare_wheels.py FROM_CHECKOUT FROM_SDIST`.

Prints each file that only one of them has or that differs, and exits with 1; where there is none, says how many files
there are, and exits with 0.
"""

import hashlib
import sys
from pathlib import Path
from zipfile import ZipFile


def digests(wheel: Path) -> dict[str, str]:
    """The SHA-256 of each file in a wheel, by its path there."""
    with ZipFile(wheel) as archive:
        return {name: hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist()}


def differences(left: Path, right: Path) -> list[str]:
    """A sentence for each file that the two wheels do not have in common."""
    ours, theirs = digests(left), digests(right)
    return [
        f"{name}: only in {left}"
        if name not in theirs
        else f"{name}: only in {right}"
        if name not in ours
        else f"{name}: the contents differ"
        for name in sorted(ours.keys() | theirs.keys())
        if ours.get(name) != theirs.get(name)
    ]


def main(arguments: list[str]) -> int:
    """0 where the wheels agree, 1 where they differ, 2 for bad usage."""
    if len(arguments) != 2:
        print("usage: compare_wheels.py WHEEL WHEEL", file=sys.stderr)
        return 2
    left, right = map(Path, arguments)
    found = differences(left, right)
    print("\n".join(found) or f"{len(digests(left))} files, alike in both wheels")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
