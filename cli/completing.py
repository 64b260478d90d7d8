"""What a shell offers for the values of options and arguments, at each press of Tab: it has to be cheap."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import typer

__all__ = ["engines_beginning", "norms_beginning", "rulesets_beginning"]

_SECTION: Final = re.compile(r"^norms:.*\n((?:(?:[ #].*)?\n)*)", re.MULTILINE)
_ID: Final = re.compile(r"^  ([^\s:#]+):", re.MULTILINE)


def engines_beginning(incomplete: str) -> list[str]:
    """The engines whose name begins so."""
    from ..engine.audit import ENGINES

    return [name for name in ENGINES if name.startswith(incomplete)]


def rulesets_beginning(incomplete: str) -> list[str]:
    """The rulesets by name. A folder is completed by the shell, where no name begins so."""
    from ..rulesets import ruleset_names

    return [name for name in ruleset_names() if name.startswith(incomplete)]


def norms_beginning(ctx: typer.Context, incomplete: str) -> list[str]:
    """The norms of the ruleset that the line names so far; the last one, where several are given with commas."""
    from ..rulesets import DEFAULT, RulesetNotFound, find_ruleset

    before, comma, last = incomplete.rpartition(",")
    try:
        folder = find_ruleset(ctx.params.get("ruleset") or DEFAULT)
        return [f"{before}{comma}{norm}" for norm in _norms(folder) if norm.startswith(last)]
    except (OSError, UnicodeDecodeError, RulesetNotFound):
        return []


def _norms(folder: Path) -> Iterator[str]:
    """The ids in the files of clauses, looked for as lines: to load a ruleset takes ten times as long."""
    for file in sorted(folder.glob("clauses/*.yaml")):
        for section in _SECTION.findall(file.read_text(encoding="utf-8")):
            yield from _ID.findall(section)
