"""A ruleset taken apart, so that single norms can be built again: from changed definitions, under other readings."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec.structs import replace

from ...facts.schema import company_schema
from ..language.scope import Scope
from ..norms import Norm
from .assemble import assemble_parsed
from .clause import read_norm
from .files import ruleset_files
from .parsed import File, parse_files
from .section import Problems, Section

__all__ = ["Workshop"]

Readings = Mapping[str, int | str | bool]


class Workshop:
    """The ruleset in a folder, with its examples and the definitions of its norms. Raises RulesetError."""

    def __init__(self, path: Path) -> None:
        folder = parse_files(path, ruleset_files(path))
        self.ruleset = assemble_parsed(folder, {})
        self._places: dict[str, tuple[File, str]] = {}
        for name, file in folder.files.items():
            if name.startswith("clauses/") and isinstance(file.data, Mapping):
                norms = file.data.get("norms")
                for norm in norms if isinstance(norms, Mapping) else ():
                    self._places[str(norm)] = (file, str(file.data["clause"]))
        concepts = {name: concept.declaration for name, concept in self.ruleset.concepts.items()}
        self._scope = Scope(company_schema(), readings=self.ruleset.settings, concepts=MappingProxyType(concepts))
        self._under: dict[tuple[str, tuple[tuple[str, int | str | bool], ...]], Norm] = {}

    def definition(self, norm: str) -> Mapping[str, object]:
        """What the clause file says of a norm."""
        file, _ = self._places[norm]
        assert isinstance(file.data, Mapping)
        found = file.data["norms"][norm]
        assert isinstance(found, Mapping)
        return found

    def rebuilt(self, norm: str, definition: Mapping[str, object], readings: Readings) -> Norm | None:
        """The norm that a definition makes under some values of readings; None if it makes none."""
        file, clause = self._places[norm]
        problems = Problems()
        section = Section(definition, f"/norms/{norm}", file, problems, norm)
        bases = {basis.id: basis for basis in self.ruleset.norms[norm].bases}
        scope = replace(self._scope, readings={**self._scope.readings, **readings})
        made = read_norm(norm, clause, section, scope, bases, self.ruleset.readings)
        return None if problems.found else made

    def under(self, norm: str, readings: Readings) -> Norm:
        """The norm under some values of readings, the others at their defaults."""
        if not readings:
            return self.ruleset.norms[norm]
        key = (norm, tuple(sorted(readings.items())))
        if key not in self._under:
            made = self.rebuilt(norm, self.definition(norm), readings)
            assert made is not None, "a norm that loads under the defaults loads under every value"
            self._under[key] = made
        return self._under[key]
