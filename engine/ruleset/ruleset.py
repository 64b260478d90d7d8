"""A ruleset: what a law says, ready to be decided."""

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from ...facts.bilingual import Bilingual
from ..norms import Clause, Concept, Norm, Reading, Umbrella, Variant
from ..said import Said, said_of

__all__ = ["Ruleset"]


class Ruleset(Struct, frozen=True, dict=True):
    """What a law says, ready to be decided. `digest` is of its files, `text_digest` of the clauses' text."""

    id: str
    """Its name, such as miit-b25."""
    version: str
    """Its version."""
    title: Bilingual
    """What it is."""
    citation: str
    """How its clauses are cited; {number} stands for the licence's number."""
    path: str
    """The folder."""
    digest: str
    text_digest: str
    clauses: tuple[Clause, ...]
    """The text, clause by clause."""
    norms: Mapping[str, Norm]
    """The norms by their ids, in the order of the text."""
    variants: tuple[Variant, ...]
    """Norms under the other values of the readings that they name."""
    umbrellas: Mapping[str, Umbrella]
    """With members in place of prefixes; one that another follows from comes before it."""
    concepts: Mapping[str, Concept]
    """The named conditions that norms share."""
    readings: Mapping[str, Reading]
    """The choices of interpretation, by their ids."""
    settings: Mapping[str, int | str | bool]
    """The values of the readings that are parameters."""
    example_facts: Mapping[str, object]
    """The facts that examples of norms start from."""

    @cached_property
    def clause_of(self) -> Mapping[str, Clause]:
        """Clauses by id."""
        return {clause.id: clause for clause in self.clauses}

    @cached_property
    def norms_and_umbrellas(self) -> Mapping[str, Norm | Umbrella]:
        """All that a clause can ground, definitions aside, by id."""
        return {**self.norms, **self.umbrellas}

    @property
    def slots(self) -> Mapping[str, str]:
        """What the text has where each holder's own words stand, by the name of the place."""
        segments = (one for clause in self.clauses for one in clause.segments)
        return {one.slot: one.text for one in segments if one.slot is not None}

    @property
    def key(self) -> str:
        """Names the norms with the values of their readings."""
        return f"{self.digest}\0{sorted(self.settings.items())}"

    @cached_property
    def definition_readings(self) -> frozenset[str]:
        """The readings that definitions rest on."""
        every = (one for clause in self.clauses for one in clause.definitions.values())
        return frozenset(name for one in every for name in one.readings)

    @cached_property
    def variants_of(self) -> Mapping[str, tuple[Variant, ...]]:
        """Variants by norm id."""
        found: dict[str, tuple[Variant, ...]] = {}
        for variant in self.variants:
            found[variant.norm.id] = (*found.get(variant.norm.id, ()), variant)
        return found

    @cached_property
    def said(self) -> Mapping[str, Said]:
        """What every finding of a norm says, by the norm's id."""
        return said_of(self.norms.values(), self.clause_of, self.readings, self.settings, self.order)

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The place of every norm and umbrella in the text, for sorting."""
        places = {clause.id: number for number, clause in enumerate(self.clauses)}
        ordered = sorted(self.norms_and_umbrellas.values(), key=lambda norm: (places[norm.clause], norm.line))
        return {norm.id: number for number, norm in enumerate(ordered)}
