"""One version of a ruleset as it is compared: its norms, what its files say to the letter, and what rests on what."""

import ast
import re
from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final

from ..norms import Norm, Umbrella
from ..ruleset.workshop import Workshop
from .model import Side

__all__ = ["EXPRESSIONS", "RulesetVersion"]

EXPRESSIONS: Final = ("subject", "from", "to", "applies", "requires", "forbids", "done", "by", "review")
"""The keys of a norm's section that hold what is parsed, besides `derive`."""

_NO_EXPRESSIONS: Final = ("subject", "from", "to")

_READING: Final = re.compile(r"\breadings\.(\w+)")


class RulesetVersion:
    """The ruleset in a folder. Raises RulesetError."""

    def __init__(self, path: Path) -> None:
        self._workshop = Workshop(path)
        self.ruleset = self._workshop.ruleset

    @property
    def side(self) -> Side:
        """What names this version."""
        one = self.ruleset
        return Side(one.id, one.version, one.path, one.digest, one.text_digest)

    def written(self, norm: str) -> Mapping[str, str]:
        """The expressions of a norm as its file has them, by key; of an umbrella what it follows from."""
        found = self.ruleset.norms_and_umbrellas.get(norm)
        if found is None:
            return {}
        if isinstance(found, Umbrella):
            return {"follows_from": ", ".join(found.follows_from)}
        definition = self._workshop.definition(norm)
        texts = {key: str(definition[key]) for key in EXPRESSIONS if definition.get(key) is not None}
        for key in ("derive", "bases_when"):
            inner = definition.get(key)
            if isinstance(inner, Mapping):
                texts |= {f"{key}.{name}": str(text) for name, text in inner.items()}
        return {key: " ".join(text.split()) for key, text in texts.items()}

    def under(self, norm: str, reading: str, value: int | str | bool) -> Norm:
        """The norm where one reading has a value, the others their defaults."""
        return self._workshop.under(norm, {reading: value})

    def readings_of(self, norm: str) -> frozenset[str]:
        """The readings that a norm names or rests on."""
        return frozenset(name for name, norms in self.norms_of_reading.items() if norm in norms)

    def concepts_of(self, norm: str) -> frozenset[str]:
        """The concepts that a norm rests on, be it through another one."""
        return frozenset(name for name, norms in self.norms_of_concept.items() if norm in norms)

    def quote(self, norm: Norm | Umbrella) -> str:
        """The phrases of the text that ground a norm; what lies between is left out."""
        segments = self.ruleset.clause_of[norm.clause].segments
        return "".join(one.text if norm.id in one.norms else "\0" for one in segments).strip("\0")

    @cached_property
    def norms_of_concept(self) -> Mapping[str, frozenset[str]]:
        """By concept, the norms whose conditions rest on it, be it through another one."""
        return self._turned({norm: self._concepts(norm) for norm in self.ruleset.norms})

    @cached_property
    def norms_of_reading(self) -> Mapping[str, frozenset[str]]:
        """By reading, the norms that name it or whose conditions rest on it."""
        of_concept = {
            name: frozenset(_READING.findall(one.declaration.text)) for name, one in self.ruleset.concepts.items()
        }
        found = {}
        for name, norm in self.ruleset.norms.items():
            own = frozenset(_READING.findall(" ".join(self._expressions(name))))
            found[name] = own.union(norm.readings, *(of_concept[one] for one in self._concepts(name)))
        return self._turned(found)

    @staticmethod
    def _turned(found: Mapping[str, frozenset[str]]) -> Mapping[str, frozenset[str]]:
        names = {one for every in found.values() for one in every}
        return {one: frozenset(norm for norm, every in found.items() if one in every) for one in names}

    def _concepts(self, norm: str) -> frozenset[str]:
        """The concepts that a norm rests on under any reading: a tree lacks what the reading in force leaves out."""
        found: set[str] = set()
        open_now = {name for text in self._expressions(norm) for name in _names(text)}
        while open_now:
            name = open_now.pop()
            concept = self.ruleset.concepts.get(name)
            if concept is not None and name not in found:
                found.add(name)
                open_now |= _names(concept.declaration.text)
        return frozenset(found)

    def _expressions(self, norm: str) -> list[str]:
        return [text for key, text in self.written(norm).items() if key not in _NO_EXPRESSIONS]


@lru_cache(maxsize=10_000)
def _names(text: str) -> frozenset[str]:
    """What an expression names, fields and arguments aside."""
    tree = ast.parse(" ".join(text.split()), mode="eval")
    return frozenset(node.id for node in ast.walk(tree) if isinstance(node, ast.Name))
