"""What the law says: declarations only, and how a ruleset is found by its name. Finding one runs no code of it."""

import os
from importlib.util import find_spec
from pathlib import Path
from typing import Final

__all__ = ["DEFAULT", "GROUP", "RulesetNotFound", "find_ruleset", "ruleset_names"]

DEFAULT: Final = "miit-b25"

GROUP: Final = "hegui.rulesets"
"""The group of entry points by which an installed package offers rulesets: a name, and the package (`law` or `law.b25`)
that is its folder. The package is located and never imported."""

_HEAD: Final = "ruleset.yaml"


class RulesetNotFound(LookupError):
    """No ruleset goes by that name."""


def find_ruleset(name: str | os.PathLike[str] = DEFAULT) -> Path:
    """The folder of a ruleset, by the name of one that comes along or is installed, or by the folder's own path.

    A name goes before a folder of the same name; `./name` is always the folder. Raises RulesetNotFound.
    """
    if isinstance(name, str) and not _is_path(name):
        own = _own().get(name)
        if own is not None:
            return own
        if not Path(name).is_dir():
            return _installed(name)
    folder = Path(name)
    if not (folder / _HEAD).is_file():
        what = f"it holds no {_HEAD}" if folder.is_dir() else "there is no such folder"
        raise RulesetNotFound(f"{os.fspath(name)} is no ruleset's folder: {what}")
    return folder


def ruleset_names() -> tuple[str, ...]:
    """The names that `find_ruleset` knows, those that come along first."""
    return (*_own(), *(name for name in _offers() if name not in _own()))


def _is_path(name: str) -> bool:
    separators = {os.sep, os.altsep, "/"} - {None}
    return name.startswith(".") or any(separator in name for separator in separators if separator)


def _own() -> dict[str, Path]:
    folders = sorted(head.parent for head in Path(__file__).parent.glob(f"*/{_HEAD}"))
    return {folder.name.replace("_", "-"): folder for folder in folders}


def _offers() -> dict[str, str]:
    from importlib.metadata import entry_points  # costs 20 ms, which only a name that is not our own pays

    return {entry.name: entry.value for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.value)}


def _installed(name: str) -> Path:
    offers = _offers()
    if name not in offers:
        known = ", ".join(ruleset_names())
        raise RulesetNotFound(f"there is no ruleset {name}: name one of {known}, or a ruleset's folder")
    package = offers[name].strip()
    parts = package.split(".")
    if not all(part.isidentifier() for part in parts):
        raise RulesetNotFound(
            f"the entry point {name} of {GROUP} says {package!r}: a package belongs there, such as law.b25"
        )
    spec = find_spec(parts[0])
    for place in (spec.submodule_search_locations or ()) if spec is not None else ():
        folder = Path(place).joinpath(*parts[1:])
        if (folder / _HEAD).is_file():
            return folder
    raise RulesetNotFound(f"the entry point {name} of {GROUP} leads to {package}, where there is no {_HEAD}")
