"""Running the examples of norms, and seeing that there are enough of them."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

from msgspec import Struct

from ..compiled import CompiledEngine
from ..decisions import Engine
from ..examples import ExampleFailure, check_examples
from ..norms import Norm
from ..ruleset import Ruleset, load_ruleset
from ..status import Status

__all__ = ["NEEDED", "NormTest", "binding", "run_norm_tests"]

NEEDED = (Status.VIOLATED, Status.MET, Status.UNDETERMINED)
"""The statuses that the examples of a norm show; where a norm cannot, its note says why."""


class NormTest(Struct, frozen=True):
    """The result of a norm's examples: how many there are, which fail, which statuses none shows."""

    norm: str
    examples: int
    failures: tuple[ExampleFailure, ...]
    not_shown: tuple[Status, ...]

    @property
    def passed(self) -> bool:
        """Whether there are examples and none fails."""
        return self.examples > 0 and not self.failures


def run_norm_tests(path: Path, select: tuple[str, ...] = ()) -> Iterator[NormTest]:
    """Run the examples of the ruleset in a folder, or of the norms whose id has one of the prefixes."""
    bind = binding(path)
    ruleset, _ = bind({})
    for norm in ruleset.norms.values():
        if not select or norm.id.startswith(select):
            yield NormTest(norm.id, len(norm.examples), tuple(check_examples(norm, bind)), _not_shown(norm))


def binding(path: Path) -> Callable[[Mapping[str, int | str | bool]], tuple[Ruleset, Engine]]:
    """The ruleset in a folder with a compiled engine, under any values of readings; each made once."""

    @cache
    def bound(readings: tuple[tuple[str, int | str | bool], ...]) -> tuple[Ruleset, Engine]:
        ruleset = load_ruleset(path, dict(readings), examples=True)
        return ruleset, CompiledEngine(ruleset.norms.values())

    return lambda readings: bound(tuple(sorted(readings.items())))


def _not_shown(norm: Norm) -> tuple[Status, ...]:
    shown = {example.expected for example in norm.examples}
    return tuple(status for status in NEEDED if status.value not in shown)
