"""The ruleset that comes with the package, loaded once for all tests."""

from collections.abc import Mapping
from functools import cache

from hegui.engine.audit import ENGINES
from hegui.engine.decisions import Engine
from hegui.engine.ruleset import Ruleset, load_ruleset
from hegui.rulesets import find_ruleset

__all__ = ["MIIT_B25", "bound", "miit_b25"]

MIIT_B25 = find_ruleset("miit-b25")


@cache
def miit_b25() -> Ruleset:
    """The ruleset with its defaults and its norms' examples."""
    return load_ruleset(MIIT_B25, examples=True)


def bound(readings: Mapping[str, int | str | bool], engine: str = "rete") -> tuple[Ruleset, Engine]:
    """The ruleset under some readings, and an engine for it, built once."""
    return _bound(tuple(sorted(readings.items())), engine)


@cache
def _bound(readings: tuple[tuple[str, int | str | bool], ...], engine: str) -> tuple[Ruleset, Engine]:
    ruleset = load_ruleset(MIIT_B25, dict(readings), examples=True) if readings else miit_b25()
    return ruleset, ENGINES[engine](ruleset.norms.values(), None)
