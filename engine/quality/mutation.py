"""The mutation score: of all small changes to a norm's conditions, how many its own examples notice."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct

from ..compiled import CompiledEngine
from ..examples import example_statuses, example_world
from ..norms import Example, Norm
from ..rows import Rows, make_rows
from ..ruleset import Ruleset
from ..ruleset.workshop import Workshop
from ..status import Status
from .mutants import mutants

__all__ = ["LEAST_A_NORM", "LEAST_OVERALL", "Score", "changed_definitions", "mutation_scores"]

LEAST_A_NORM: Final = 0.80
LEAST_OVERALL: Final = 0.95
"""The shares of mutants that the examples of each norm, and all examples together, have to notice."""

_Readings = tuple[tuple[str, int | str | bool], ...]

_EXPRESSIONS = ("applies", "requires", "forbids", "done", "by", "review")


class Score(Struct, frozen=True):
    """How many mutants of a norm its examples kill; `survivors` are told as key and changed expression."""

    norm: str
    killed: int
    survivors: tuple[str, ...]

    @property
    def total(self) -> int:
        """How many mutants there are. Changes that make no valid norm are not counted."""
        return self.killed + len(self.survivors)

    @property
    def ratio(self) -> float:
        """The share that is killed, from 0 to 1; of none, 1."""
        return self.killed / self.total if self.total else 1.0


def mutation_scores(path: Path, select: tuple[str, ...] = ()) -> Iterator[Score]:
    """The score of each norm of the ruleset in a folder, or of those whose id has one of the prefixes."""
    workshop = Workshop(path)
    for norm in workshop.ruleset.norms.values():
        if not select or norm.id.startswith(select):
            yield _score(workshop, norm)


def _score(workshop: Workshop, norm: Norm) -> Score:
    cases: dict[_Readings, list[tuple[Example, Rows]]] = {}
    for example in norm.examples:
        readings = tuple(sorted(example.readings.items()))
        cases.setdefault(readings, []).append((example, _rows(workshop.ruleset, example)))
    killed = 0
    survivors: list[str] = []
    for where, changed in changed_definitions(workshop.definition(norm.id)):
        noticed = [_notices(workshop.rebuilt(norm.id, changed, dict(readings)), of) for readings, of in cases.items()]
        if any(noticed):
            killed += 1
        elif None not in noticed:
            survivors.append(where)
    return Score(norm.id, killed, tuple(survivors))


def changed_definitions(definition: Mapping[str, object]) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Definitions of the norm with one expression changed."""
    for key in _EXPRESSIONS:
        text = definition.get(key)
        if isinstance(text, str):
            for mutated in mutants(text):
                yield f"{key}: {mutated}", {**definition, key: mutated}
    derived = definition.get("derive")
    if isinstance(derived, Mapping):
        for name, text in derived.items():
            for mutated in mutants(str(text)):
                yield f"derive.{name}: {mutated}", {**definition, "derive": {**derived, name: mutated}}


def _rows(ruleset: Ruleset, example: Example) -> Rows:
    document, as_of = example_world(ruleset, example)
    return make_rows(document.company, as_of)


def _notices(mutant: Norm | None, cases: list[tuple[Example, Rows]]) -> bool | None:
    """Whether some example comes out otherwise than it says; None of a change that makes no valid norm."""
    if mutant is None:
        return None
    engine = CompiledEngine([mutant])
    for example, rows in cases:
        found = example_statuses(example, mutant, rows, engine.decide(rows))
        if {status for _, status in found} != {Status(example.expected)}:
            return True
    return False
