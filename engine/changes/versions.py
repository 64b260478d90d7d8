"""One version of a ruleset as it is compared: its norms, what its files say to the letter, and what rests on what."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Final

from ..language.tree import ConceptCall, Condition, Value
from ..language.walk import subtrees
from ..norms import Norm, Umbrella
from ..ruleset.workshop import Workshop
from .model import Side

__all__ = ["EXPRESSIONS", "RulesetVersion"]

EXPRESSIONS: Final = ("subject", "from", "to", "applies", "requires", "forbids", "done", "by", "review")
"""The keys of a norm's section that hold what is parsed, besides `derive`."""

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
        return self._turned({name: self._concepts(norm) for name, norm in self.ruleset.norms.items()})

    @cached_property
    def norms_of_reading(self) -> Mapping[str, frozenset[str]]:
        """By reading, the norms that name it or whose conditions rest on it."""
        of_concept = {
            name: frozenset(_READING.findall(one.declaration.text)) for name, one in self.ruleset.concepts.items()
        }
        found = {}
        for name, norm in self.ruleset.norms.items():
            own = frozenset(_READING.findall(" ".join(self.written(name).values())))
            found[name] = own.union(norm.readings, *(of_concept[one] for one in self._concepts(norm)))
        return self._turned(found)

    @staticmethod
    def _turned(found: Mapping[str, frozenset[str]]) -> Mapping[str, frozenset[str]]:
        names = {one for every in found.values() for one in every}
        return {one: frozenset(norm for norm, every in found.items() if one in every) for one in names}

    def _concepts(self, norm: Norm) -> frozenset[str]:
        """The concepts that a norm rests on, read as it is or otherwise."""
        forms = (norm, *(one.norm for one in self.ruleset.variants_of.get(norm.id, ())))
        return frozenset(
            part.name
            for form in forms
            for tree in _trees(form)
            for part in subtrees(tree)
            if isinstance(part, ConceptCall)
        )


def _trees(norm: Norm) -> Iterator[Condition | Value]:
    for tree in (norm.applies, norm.breach, norm.review, norm.by, norm.done):
        if tree is not None:
            yield tree
    yield from norm.bases_when.values()
