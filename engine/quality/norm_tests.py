"""Running the examples of norms, and seeing that there are enough of them."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from ..compiled import CompiledEngine
from ..decisions import Engine
from ..examples import ExampleFailure, check_examples
from ..norms import Norm
from ..ruleset.workshop import Workshop
from ..status import Status

__all__ = ["NEEDED", "NormTest", "compiled_under", "run_norm_tests"]

NEEDED = (Status.VIOLATED, Status.MET, Status.UNDETERMINED)
"""The statuses that the examples of a norm show; where a norm cannot, its note says why."""


class NormTest(Struct, frozen=True):
    """The result of a norm's examples: how many there are, which fail, which statuses none shows, and of each status
    how many show it."""

    norm: str
    examples: int
    failures: tuple[ExampleFailure, ...]
    not_shown: tuple[Status, ...]
    shown: Mapping[Status, int]

    @property
    def passed(self) -> bool:
        """Whether there are examples and none fails."""
        return self.examples > 0 and not self.failures


def run_norm_tests(path: Path, select: tuple[str, ...] = ()) -> Iterator[NormTest]:
    """Run the examples of the ruleset in a folder, or of the norms whose id has one of the prefixes."""
    workshop = Workshop(path)
    under = compiled_under(workshop)
    for norm in workshop.ruleset.norms.values():
        if not select or norm.id.startswith(select):
            failures = tuple(check_examples(workshop.ruleset, norm, under))
            shown = Counter(Status(example.expected) for example in norm.examples)
            not_shown = tuple(status for status in NEEDED if status not in shown)
            yield NormTest(norm.id, len(norm.examples), failures, not_shown, shown)


def compiled_under(workshop: Workshop) -> Callable[[Norm, Mapping[str, int | str | bool]], tuple[Norm, Engine]]:
    """Norms under any values of readings, each with a compiled engine of its own, made once."""
    engines: dict[str, Engine] = {}

    def under(norm: Norm, readings: Mapping[str, int | str | bool]) -> tuple[Norm, Engine]:
        chosen = workshop.under(norm.id, readings)
        key = f"{norm.id} {sorted(readings.items())}"
        if key not in engines:
            engines[key] = CompiledEngine([chosen])
        return chosen, engines[key]

    return under
