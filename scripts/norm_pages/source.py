"""What the pages are made from: a ruleset's folder, loaded, with the places of its norms."""

import textwrap
from collections.abc import Mapping
from pathlib import Path

from hegui.engine.norms import Clause, Norm, Umbrella
from hegui.engine.ruleset import Ruleset
from hegui.engine.ruleset.workshop import Workshop
from scripts.norm_pages import markdown

__all__ = ["CONCEPTS", "READINGS", "Source", "written"]

CONCEPTS = "concepts.md"
READINGS = "readings.md"

_CONDITIONS = ("applies", "derive", "forbids", "requires", "done", "by", "review", "from", "to")
_COLUMNS = 110


class Source:
    """A ruleset, and which page tells what."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._workshop = Workshop(folder)
        self.ruleset: Ruleset = self._workshop.ruleset
        files = sorted(path.stem for path in (folder / "clauses").glob("*.yaml"))
        self.stems = {clause.id: stem for clause, stem in zip(self.ruleset.clauses, files, strict=True)}

    def definition(self, norm: str) -> Mapping[str, object]:
        """What the clause file says of a norm."""
        return self._workshop.definition(norm)

    def of_clause(self, clause: Clause) -> list[Norm | Umbrella]:
        """The norms and umbrellas of a clause, in the order of its file."""
        everything = self.ruleset.norms_and_umbrellas.values()
        return sorted((one for one in everything if one.clause == clause.id), key=lambda one: one.line)

    def quote(self, clause: str, norm: str) -> str:
        """The phrases of the clause that ground a norm; an ellipsis stands for what lies between."""
        parts: list[str] = []
        last = -1
        for number, segment in enumerate(self.ruleset.clause_of[clause].segments):
            if norm in segment.norms:
                parts.append("" if number == last + 1 else "…")
                parts.append(segment.text)
                last = number
        return "".join(parts).replace("\n", " ").strip()

    def norm_link(self, norm: str) -> str:
        """A link to a norm's place, from any page of the same language."""
        known = self.ruleset.norms_and_umbrellas[norm]
        return markdown.link(norm, f"{self.stems[known.clause]}.md#{norm}")

    def link(self, name: str, clause: Clause) -> str:
        """A link to a norm or definition that a segment of a clause names."""
        return markdown.link(name, f"#{name}") if name in clause.definitions else self.norm_link(name)


def written(definition: Mapping[str, object], keys: tuple[str, ...] = _CONDITIONS) -> list[str]:
    """The conditions as the file has them, wrapped."""
    lines: list[str] = []
    for key in keys:
        value = definition.get(key)
        pairs = value.items() if isinstance(value, Mapping) else ((key, value),) if value is not None else ()
        for name, text in pairs:
            head = f"{key}.{name}: " if isinstance(value, Mapping) else f"{key}: "
            told = head + " ".join(str(text).split())
            lines += textwrap.wrap(told, _COLUMNS, subsequent_indent="    ", break_long_words=False)
    return lines
