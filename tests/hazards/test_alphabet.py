"""Nothing that a document can hold reaches durable-rules as it is: only small integers under a few fixed names."""

import ast
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import durable_rules_engine
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hegui.engine.rete import ReteEngine, session
from hegui.engine.rows import make_rows
from hegui.facts import FactsError, from_mapping, load
from hegui.facts.as_of import AsOf
from tests.cli.running import MAIN, MAIN_DAY, ROOT
from tests.fuzz.damage import ODD
from tests.rulesets.focus import FOCUSES
from tests.rulesets.packaged import bound
from tests.sizes import size
from tests.strategies.companies import Case, cases

_NAME: Final = re.compile(r"t|r|u|i|z|n|o|p[0-9]+")
_ID: Final = re.compile(r"[1-9][0-9]{0,5}")
_GREATEST: Final = 2**62
_USED: Final = {
    "assert_facts", "complete_and_start_action", "create_ruleset", "delete_ruleset", "delete_state", "error",
    "start_action_for_state",
}  # fmt: skip


@contextmanager
def _overheard() -> Iterator[list[str]]:
    """The batches that reach the C module meanwhile."""
    batches: list[str] = []
    genuine = durable_rules_engine.assert_facts

    def noted(handle: int, batch: str) -> Any:
        batches.append(batch)
        return genuine(handle, batch)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(durable_rules_engine, "assert_facts", noted)
        yield batches


def _are_plain(batches: list[str]) -> None:
    assert batches
    for batch in batches:
        assert batch.isascii()
        for fact in json.loads(batch):
            assert _ID.fullmatch(fact.pop("id"))
            for name, value in fact.items():
                assert _NAME.fullmatch(name), name
                assert type(value) is int, (name, value)
                assert -_GREATEST < value < _GREATEST, (name, value)


@settings(max_examples=size(10))
@given(cases(focuses=FOCUSES))
def test_random_companies_become_small_integers(case: Case) -> None:
    _, engine = bound({})
    with _overheard() as batches:
        engine.decide(make_rows(case.document.company, case.moment))
    _are_plain(batches)


def test_the_main_example_becomes_small_integers() -> None:
    _, engine = bound({})
    with _overheard() as batches:
        engine.decide(make_rows(load(MAIN).company, AsOf.parse(MAIN_DAY)))
    _are_plain(batches)


_PLACES: Final = ("id", "name", "code", "started_on", "regions", "commercial")


@settings(max_examples=size(30, full=600))
@given(st.sampled_from(_PLACES), st.sampled_from(ODD), st.sampled_from(ODD))
def test_odd_values_are_refused_or_become_small_integers(place: str, one: Any, other: Any) -> None:
    """Texts with quotes, keys of the rule language, ids it reserves, numbers too great or with a point, nothing."""
    facts = {
        "services": [{"id": "a", "started_on": "2018-01-01", place: one}, {"id": "b", place: other}],
        "logs": {"retention": one},
    }
    for stated in (facts, {"services": facts["services"]}):
        try:
            company = from_mapping(stated).company
        except FactsError:
            continue
        _, engine = bound({})
        with _overheard() as batches:
            engine.decide(make_rows(company, AsOf.parse("2018-06-01")))
        _are_plain(batches)


def test_texts_of_every_kind_become_small_integers() -> None:
    """As ids and as names, together in one document."""
    texts = [text for text in ODD if isinstance(text, str)]
    accepted = []
    for text in texts:
        try:
            from_mapping({"services": [{"id": text, "name": text}]})
        except FactsError:
            continue
        accepted.append(text)
    assert len(accepted) > 25
    services = [{"id": text, "name": text, "started_on": "2018-01-01"} for text in accepted]
    _, engine = bound({})
    with _overheard() as batches:
        engine.decide(make_rows(from_mapping({"services": services}).company, AsOf.parse("2018-06-01")))
    _are_plain(batches)


@pytest.mark.parametrize("number", [1.5, 1e-05, 1e22, float("inf"), float("nan"), 2**53, 2**63, -1, 10**40])
def test_numbers_that_it_reads_wrongly_are_no_facts(number: float) -> None:
    with pytest.raises(FactsError, match=r"logs\.retention"):
        from_mapping({"logs": {"retention": number}})


@pytest.mark.parametrize("length", [2_001, 65_535, 65_536, 1_000_000])
def test_texts_that_it_compares_wrongly_are_no_facts(length: int) -> None:
    with pytest.raises(FactsError, match=f"a text of {length} characters"):
        from_mapping({"services": [{"id": "a", "name": "a" * length}]})


# What rules are written with


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _words(inner)


def test_rules_use_a_small_part_of_what_it_offers() -> None:
    """No alternatives in a pattern, no arithmetic, no arrays, no regular expressions, no text; `dist` on each rule."""
    _, engine = bound({})
    assert isinstance(engine, ReteEngine)
    for handle in engine._handles:
        rules = json.loads(handle.program.rules)
        assert all(rule["dist"] == 0 for rule in rules.values())
        operators = {word for rule in rules.values() for word in _words(rule) if word.startswith("$")}
        assert operators <= {"$and", "$lt", "$lte", "$gt", "$gte", "$neq", "$m"}
        for rule in rules.values():
            aliases = [alias for pattern in rule["all"] for alias in pattern]
            assert not aliases[0].endswith("$not"), "a rule that begins with what must not be"
            if any(alias.endswith("$not") for alias in aliases):
                assert aliases[0] == "s", "a rule that asks for absence, and is not opened by its stage"


def test_only_a_few_functions_of_the_module_are_called() -> None:
    """Not `Host` with its threads, no timers, no session but one, and no fact that is taken back."""
    for path in (ROOT / "engine").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [one.name for one in node.names]
                assert not any(name.split(".")[0] == "durable" for name in names), path
                assert path.name == "session.py" or "durable_rules_engine" not in names, path
    assert session.__file__ is not None
    tree = ast.parse(Path(session.__file__).read_text(encoding="utf-8"))
    called = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "rules_engine"
    }
    assert called == _USED
