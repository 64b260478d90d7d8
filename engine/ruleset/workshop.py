"""A ruleset taken apart, so that single norms can be built again from changed definitions."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from ...facts.errors import FactsError
from ...facts.schema import company_schema
from ..language.scope import Scope
from ..norms import Norm
from .assemble import assemble
from .clause import read_norm
from .files import ruleset_files
from .parsed import File, parse_files
from .section import Problems, Section

__all__ = ["Workshop"]


class Workshop:
    """The ruleset in a folder, with the definitions that its norms were read from. Raises RulesetError."""

    def __init__(self, path: Path) -> None:
        files = ruleset_files(path)
        self.ruleset = assemble(path, files, {})
        self._places: dict[str, tuple[File, str]] = {}
        for name, file in parse_files(path, files).files.items():
            if name.startswith("clauses/") and isinstance(file.data, Mapping):
                norms = file.data.get("norms")
                for norm in norms if isinstance(norms, Mapping) else ():
                    self._places[str(norm)] = (file, str(file.data["clause"]))
        declarations = {name: concept.declaration for name, concept in self.ruleset.concepts.items()}
        self._scope = Scope(company_schema(), readings=self.ruleset.settings, concepts=MappingProxyType(declarations))

    def definition(self, norm: str) -> Mapping[str, object]:
        """What the clause file says of a norm."""
        file, _ = self._places[norm]
        assert isinstance(file.data, Mapping)
        found = file.data["norms"][norm]
        assert isinstance(found, Mapping)
        return found

    def rebuilt(self, norm: str, definition: Mapping[str, object]) -> Norm | None:
        """The norm that another definition makes; None if it makes none."""
        file, clause = self._places[norm]
        problems = Problems()
        section = Section(definition, f"/norms/{norm}", file, problems, norm)
        try:
            bases = {basis.id: basis for basis in self.ruleset.norms[norm].bases}
            made = read_norm(norm, clause, section, self._scope, bases, self.ruleset.readings)
        except FactsError:
            return None
        return None if problems.found else made
