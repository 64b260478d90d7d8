"""The engine's limits: a ruleset far beyond them is spread over several; a norm beyond them is refused."""

from pathlib import Path
from typing import Any

import pytest

from hegui.engine.audit import ENGINES
from hegui.engine.rete import ReteEngine
from hegui.engine.rete.network import RuleLimitError
from hegui.engine.ruleset import Ruleset
from tests.differential.compare import assert_agreement, engine_of
from tests.strategies.companies import Case
from tests.strategies.small import concept, loaded, norm

_DAYS = [f"date({year}, {month}, 1)" for year in range(2000, 2030) for month in range(1, 13)]
_COMPANY: dict[str, Any] = {
    "services": [
        {"id": "a", "started_on": "2016-01-01", "ended_on": "2018-02-01", "name": "甲"},
        {"id": "b", "started_on": "2016-01-01", "ended_on": "not_done", "name": "乙"},
        {"id": "c", "started_on": "2016-01-01"},
    ],
    "licences": [
        {"id": "a", "holder": "甲", "issued_on": "2010-01-01", "expires_on": "2015-06-01"},
        {"id": "b", "issued_on": "2012-01-01", "expires_on": "2021-06-01"},
    ],
}


def _agrees(ruleset: Ruleset, as_of: str = "2018-06-01") -> None:
    for name in ENGINES:
        assert_agreement(engine_of(name, ruleset), ruleset, Case(_COMPANY, as_of))


def test_hundreds_of_norms_on_one_list(tmp_path: Path) -> None:
    """No more than 64 conditions may be tested of one fact, and 255 rules may share one."""
    norms = {f"N-{number}": norm("services", requires=f"it.ended_on >= {day}") for number, day in enumerate(_DAYS)}
    assert len(norms) == 360
    ruleset = loaded(tmp_path, norms)
    assert len(ReteEngine(ruleset.norms.values())._handles) > 1
    _agrees(ruleset)


def test_hundreds_of_norms_with_one_condition(tmp_path: Path) -> None:
    norms = {f"N-{number}": norm("services", applies="it.commercial", requires="it.disguised") for number in range(600)}
    _agrees(loaded(tmp_path, norms))


def test_hundreds_of_norms_that_join_two_lists(tmp_path: Path) -> None:
    norms = {
        f"N-{number}": norm(
            "services",
            applies=f"any(l.expires_on >= {day} for l in licences)",
            requires=f"all(l.holder != it.name or l.expires_on < {day} for l in licences)",
        )
        for number, day in enumerate(_DAYS[:150])
    }
    _agrees(loaded(tmp_path, norms))


def test_hundreds_of_concepts_of_one_list(tmp_path: Path) -> None:
    concepts = {
        f"concept_{number}": concept(
            f"any(l.expires_on >= {day} and l.holder == s.name for l in licences)", s="services"
        )
        for number, day in enumerate(_DAYS[:200])
    }
    norms = {
        f"N-{number}": norm("services", requires=f"concept_{number}(it) or not concept_{199 - number}(it)")
        for number in range(200)
    }
    _agrees(loaded(tmp_path, norms, concepts))


def test_a_chain_of_concepts_over_many_strata(tmp_path: Path) -> None:
    """Each rests on the absence of the one before it."""
    concepts = {"concept_0": concept("any(l.holder == s.name for l in licences)", s="services")}
    for number in range(1, 30):
        concepts[f"concept_{number}"] = concept(f"not concept_{number - 1}(s)", s="services")
    norms = {f"N-{number}": norm("services", requires=f"concept_{number}(it)") for number in range(30)}
    _agrees(loaded(tmp_path, norms, concepts))


def test_a_wide_norm_of_one_row(tmp_path: Path) -> None:
    """What speaks of one row takes one condition, however wide it is."""
    either = " or ".join(f"it.ended_on == {day}" for day in _DAYS[:50])
    both = " and ".join(f"it.ended_on != {day}" for day in _DAYS[50:100])
    _agrees(loaded(tmp_path, {"N-1": norm("services", requires=f"({either}) or ({both})")}))


@pytest.mark.parametrize("joined", [" and ", " or "])
@pytest.mark.parametrize("which", ["any", "all"])
@pytest.mark.parametrize("key", ["requires", "forbids"])
def test_ten_quantifiers_side_by_side(tmp_path: Path, joined: str, which: str, key: str) -> None:
    parts = [f"{which}(l.expires_on >= {day} for l in licences)" for day in _DAYS[150:250:10]]
    _agrees(loaded(tmp_path, {"N-1": norm("services", **{key: joined.join(parts)})}))


def test_pairs_of_alternatives_do_not_multiply(tmp_path: Path) -> None:
    """Twelve pairs would be 4,096 rules; those that are met and those that are not, and what may be either."""
    pairs = [
        f"(any(l.expires_on >= {day} for l in licences)"
        f" or any(l.expires_on < {day} and l.holder == it.name for l in licences))"
        for day in _DAYS[100:340:20]
    ]
    _agrees(loaded(tmp_path, {"N-1": norm("services", forbids=" and ".join(pairs))}))


def test_a_norm_that_no_engine_can_hold_is_refused_by_name(tmp_path: Path) -> None:
    """It is not decided wrongly, and does not hang."""
    parts = [f"any(l.expires_on >= {day} for l in licences)" for day in _DAYS[:60]]
    ruleset = loaded(tmp_path, {"N-1": norm("services", requires=" and ".join(parts))})
    with pytest.raises(RuleLimitError, match="N-1"):
        ReteEngine(ruleset.norms.values())


def test_more_than_sixteen_patterns_of_a_rule_are_refused_or_right(tmp_path: Path) -> None:
    for number in (12, 13, 14, 15, 16, 17, 20):
        parts = [f"any(l.expires_on >= {day} for l in licences)" for day in _DAYS[100 : 100 + number]]
        folder = tmp_path / str(number)
        folder.mkdir()
        ruleset = loaded(folder, {"N-1": norm("services", forbids=" and ".join(parts))})
        try:
            engine = ReteEngine(ruleset.norms.values())
        except RuleLimitError:
            continue
        assert_agreement(engine, ruleset, Case(_COMPANY, "2018-06-01"))
