"""List every package that hegui runs on, with its licence, and hold each against scripts/licences.toml.

    python -m scripts.licences [EXTRA ...]

The extras are all of those for users, unless named. Exits with 1 where a package has a licence that is not on the list,
or states none; what is not installed is named, and not looked at.
"""

import re
import sys
import tomllib
from collections.abc import Iterable, Mapping
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any, NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LIST = Path(__file__).with_name("licences.toml")
EXTRAS = ("formats", "html", "portfolio", "spark")


class Licence(NamedTuple):
    """A package with the licence that it states: SPDX, or as it is written there; '' for none."""

    package: str
    version: str
    stated: str


def runtime(extras: Iterable[str], root: str = "hegui") -> tuple[dict[str, Distribution], list[str]]:
    """What is installed of what a package with some extras needs, however indirectly; and what is not installed."""
    found: dict[str, Distribution] = {}
    absent: list[str] = []
    waiting = [(root, frozenset(extras))]
    looked_at: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        name, chosen = one = waiting.pop(0)
        if one in looked_at:
            continue
        looked_at.add(one)
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            absent.append(name)
            continue
        for text in found[name].requires or ():
            needed = Requirement(text)
            if needed.marker is None or any(needed.marker.evaluate({"extra": each}) for each in (*chosen, "")):
                waiting.append((canonicalize_name(needed.name), frozenset(needed.extras)))
    found.pop(root, None)
    return dict(sorted(found.items())), sorted(set(absent))


def stated(package: Distribution, spellings: Mapping[str, str]) -> str:
    """The licence that a package's metadata state, SPDX where it can be."""
    metadata = package.metadata
    expression = metadata.get("License-Expression")
    if expression:
        return str(expression)
    endings = [
        one.rpartition(" :: ")[2] for one in metadata.get_all("Classifier") or () if one.startswith("License ::")
    ]
    if endings:
        # Several classifiers may mean a choice or all of them: only a look at the licence tells.
        return " AND ".join(spellings.get(one, one) for one in endings)
    written = (metadata.get("License") or "").strip()
    return written if "\n" not in written and len(written) < 60 else ""


def is_allowed(expression: str, allowed: Iterable[str]) -> bool:
    """Whether a licence may be used: each of several that hold together, one of several to choose from."""
    if not expression or re.search(r"[()]|\bWITH\b", expression):
        return False
    choices = [choice.split(" AND ") for choice in expression.split(" OR ")]
    return any(all(part.strip() in allowed for part in choice) for choice in choices)


def findings(packages: Mapping[str, Distribution], rules: Mapping[str, Any]) -> list[tuple[Licence, str]]:
    """Each package with its licence, and what is wrong with it; '' where nothing is."""
    exceptions: Mapping[str, Mapping[str, str]] = rules.get("exceptions", {})
    found = []
    for name, package in packages.items():
        exception = exceptions.get(name)
        licence = stated(package, rules.get("spellings", {})) if exception is None else exception["licence"]
        wrong = ""
        if exception is not None and not exception.get("because"):
            wrong = "the exception gives no reason (because)"
        elif not licence:
            wrong = "states no licence; read it, and name it under exceptions with the reason"
        elif not is_allowed(licence, rules["allowed"]):
            wrong = "not on the list"
        found.append((Licence(name, package.version, licence), wrong))
    return found


def main(arguments: list[str]) -> int:
    """0 where every licence is on the list, 1 where one is not."""
    packages, absent = runtime(arguments or EXTRAS)
    found = findings(packages, tomllib.loads(LIST.read_text(encoding="utf-8")))
    for licence, wrong in found:
        print(f"{licence.package} {licence.version}: {licence.stated or '-'}" + (f"  <- {wrong}" if wrong else ""))
    bad = sum(bool(wrong) for _, wrong in found)
    if absent:
        print(f"not installed, and so not looked at: {', '.join(absent)}")
    print(f"{len(found)} packages, {bad} with a licence that is not allowed by {LIST.name}")
    return 1 if bad or not found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
