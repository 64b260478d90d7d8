"""Rules that would take for ever, or more levels than Python has, are refused where they stand."""

from pathlib import Path
from typing import Any

import pytest

from hegui.engine.ruleset import RulesetError
from tests.strategies.small import concept, loaded, norm

_LICENSED = concept("any(l.holder == s.name for l in licences)", s="services")


def _refused(folder: Path, condition: str, concepts: dict[str, Any] | None = None) -> str:
    with pytest.raises(RulesetError) as raised:
        loaded(folder, {"N-1": norm("services", requires=condition)}, concepts)
    return str(raised.value)


def test_an_expression_of_very_many_levels(tmp_path: Path) -> None:
    assert "more than 100 levels (name parts as concepts)" in _refused(tmp_path, "not " * 990 + "it.commercial")


def test_a_long_chain_of_concepts(tmp_path: Path) -> None:
    concepts = {"c0": _LICENSED, **{f"c{n}": concept(f"not c{n - 1}(s)", s="services") for n in range(1, 300)}}
    assert "more than 60 concepts, each of which rests on the next" in _refused(tmp_path, "c299(it)", concepts)


def test_concepts_that_double(tmp_path: Path) -> None:
    """Forty of them would be a tree of 2 to the 40th."""
    doubled = {f"c{n}": concept(f"not c{n - 1}(s) or c{n - 1}(s)", s="services") for n in range(1, 20)}
    assert "with those that it rests on, is too great" in _refused(tmp_path, "c19(it)", {"c0": _LICENSED, **doubled})
