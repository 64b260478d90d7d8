"""What durable-rules gets wrong in silence (docs/adr/0001) does not happen through the product's own interface."""

from collections.abc import Mapping
from itertools import permutations
from pathlib import Path
from typing import Any

import durable_rules_engine
import pytest

from hegui.engine.audit import ENGINES
from hegui.engine.kleene import FALSE
from hegui.engine.rete import EngineFault, ReteEngine
from hegui.engine.rete import session as rete_session
from hegui.engine.rete.network import MOST_PROPERTIES
from hegui.engine.rows import make_rows
from hegui.facts import from_mapping
from hegui.facts.as_of import AsOf
from tests.engine.deciding import status_of
from tests.strategies.small import loaded, norm

_TODAY = AsOf.parse("2018-06-01")
_V, _U, _M = "violated", "undetermined", "met"
_SAME_NAME = "any(s.id != it.id and s.name == it.name for s in services)"


def _services(*names: str | None) -> dict[str, Any]:
    services = [{"id": f"s{number}", "started_on": "2018-01-01", "name": name} for number, name in enumerate(names)]
    return {"services": services}


def test_negation_does_not_depend_on_the_order_of_facts() -> None:
    licences = [
        {"id": "a", "holder": "甲", "issued_on": "2018-01-01", "expires_on": "2019-01-01"},
        {"id": "b", "holder": "乙", "issued_on": "2018-01-01", "expires_on": "2019-01-01"},
        {"id": "c", "holder": "丙", "issued_on": "2018-01-01", "expires_on": "2017-01-01"},
    ]
    for order in permutations(licences):
        facts = {**_services("甲", "丙", "丁"), "licences": list(order)}
        found = status_of(
            "services", facts, requires="any(l.holder == it.name and l.expires_on > today for l in licences)"
        )
        assert found == {"s0": _M, "s1": _V, "s2": _V}


def test_negation_alone() -> None:
    """A rule that tests only what is not there."""
    assert status_of("company", {"controls": []}, forbids="not any(c.in_place for c in controls)") == {"": _V}
    assert status_of(
        "company", {"controls": [{"id": "a", "in_place": True}]}, forbids="not any(c.in_place for c in controls)"
    ) == {"": _M}


def test_negation_of_negation_over_several_strata() -> None:
    facts = {**_services("甲", "乙"), "licences": [{"id": "a", "holder": "甲", "issued_on": "2018-01-01"}]}
    licensed = "any(l.holder == s.name for l in licences)"
    assert status_of("company", facts, requires=f"all({licensed} for s in services)") == {"": _V}
    assert status_of("company", facts, requires=f"any(not {licensed} for s in services)") == {"": _M}
    deeper = f"any(not any(not {licensed} for s in services if s.id == t.id) for t in services)"
    assert status_of("company", facts, requires=deeper) == {"": _M}


def test_one_fact_may_match_two_patterns() -> None:
    assert status_of("services", _services("甲"), requires="any(s.name == it.name for s in services)") == {"s0": _M}
    assert status_of("services", _services("甲"), requires="all(s.name == it.name for s in services)") == {"s0": _M}
    assert status_of("services", _services("甲"), forbids=_SAME_NAME) == {"s0": _M}


@pytest.mark.parametrize(
    ("assigned", "actual", "status"), [("甲", "甲", _M), ("甲", "乙", _V), ("甲", None, _U), (None, None, _U)]
)
def test_two_fields_of_one_row_are_compared(assigned: str | None, actual: str | None, status: str) -> None:
    facts = {
        "resources_held": [{"id": "a", "assigned_on": "2018-01-01", "assigned_use": assigned, "actual_use": actual}]
    }
    assert status_of("resources_held", facts, requires="it.actual_use == it.assigned_use") == {"a": status}


def test_alternatives_over_rows() -> None:
    facts = {**_services("甲", "乙", "丙"), "licences": [{"id": "a", "holder": "甲", "issued_on": "2018-01-01"}]}
    condition = "any(l.holder == it.name or (l.id == 'a' and it.name == '乙') for l in licences) or it.id == 's9'"
    assert status_of("services", facts, requires=condition) == {"s0": _M, "s1": _M, "s2": _V}


@pytest.mark.parametrize("operator", ["<=", "<", ">", ">=", "!=", "=="])
def test_a_join_on_order_stands_alone(operator: str) -> None:
    facts = {
        **_services("甲"),
        "licences": [{"id": "a", "issued_on": "2018-01-01"}, {"id": "b", "issued_on": "2018-02-01"}],
    }
    expected = {"<=": _M, "<": _V, ">": _M, ">=": _M, "!=": _M, "==": _M}[operator]
    condition = f"any(l.issued_on {operator} it.started_on for l in licences)"
    assert status_of("services", facts, requires=condition) == {"s0": expected}


def test_a_join_on_what_is_not_stated() -> None:
    facts = {**_services("甲", None), "licences": [{"id": "a", "issued_on": "2018-01-01"}]}
    assert status_of("services", facts, requires="any(l.holder == it.name for l in licences)") == {"s0": _U, "s1": _U}


_ODD_TEXTS = (
    "1", "01", "1.0", "1e22", "1e-05", "True", "true", "None", "null", "not_done ", "-1", "9223372036854775807",
    "9223372036854775808", '"', "\\", "{", "}", "$m", "$and", "'; DROP", "it", "h0$not", "sid", "id",
    "costarring", "liquid", "龥", "一-龥", "😀", "a" * 2000, "a" * 1999 + "b", " ", "..", "?", "a/b", "~1",
)  # fmt: skip


def test_hostile_texts_are_only_texts() -> None:
    """No two of them are the same, whatever they look like; each is the same as itself."""
    texts = [text for text in _ODD_TEXTS if text.strip()]
    assert set(status_of("services", _services(*texts), forbids=_SAME_NAME).values()) == {_M}
    assert set(status_of("services", _services(*texts, *texts), forbids=_SAME_NAME).values()) == {_V}


def test_hostile_ids() -> None:
    """Ids with the same 32-bit hash are two ids."""
    texts = [text for text in _ODD_TEXTS if text.strip() and text.strip() != "?"]
    services = [{"id": text, "started_on": "2018-01-01", "name": "liquid"} for text in texts]
    found = status_of("services", {"services": services}, requires="it.id == it.name")
    assert len(found) == len(texts)
    assert [ids for ids, status in found.items() if status == _M] == ["liquid"]


@pytest.mark.parametrize(
    ("retention", "limit", "status"),
    [
        (2**53 - 1, 2**53 - 2, _V),
        (2**53 - 1, 2**53 - 1, _M),
        (2**53 - 2, 2**53 - 1, _M),
        (0, 0, _M),
        (1, 0, _V),
    ],
)
def test_great_numbers_are_exact(retention: int, limit: int, status: str) -> None:
    facts = {"logs": {"retention": retention}}
    assert status_of("company", facts, requires=f"logs.retention <= {limit}") == {"": status}
    equal = _M if retention == limit else _V
    assert status_of("company", facts, requires=f"logs.retention == {limit}") == {"": equal}


def test_a_flag_is_no_number_and_no_text() -> None:
    facts = {"services": [{"id": "1", "started_on": "2018-01-01", "commercial": True, "name": "True"}]}
    assert status_of("services", facts, requires="it.commercial and it.id == '1' and it.name == 'True'") == {"1": _M}
    assert status_of("services", facts, forbids="it.name == '1' or it.id == 'True'") == {"1": _M}


def test_every_of_none_is_true() -> None:
    assert status_of("company", {"services": []}, requires="all(s.commercial for s in services)") == {"": _M}
    facts = {"services": [{"id": "a", "started_on": "2018-01-01", "regions": []}]}
    assert status_of("services", facts, requires="all(r == '110000' for r in it.regions)") == {"a": _M}


@pytest.mark.parametrize("name", sorted(ENGINES))
def test_many_elements(tmp_path: Path, name: str) -> None:
    """Five hundred of a list, joined with themselves; only two of them have one name."""
    ruleset = loaded(tmp_path, {"N-1": norm("services", forbids=_SAME_NAME)})
    names = [f"公司{number}" for number in range(499)]
    rows = make_rows(from_mapping(_services(*names, "公司7")).company, _TODAY)
    decisions = ENGINES[name](ruleset.norms.values(), None).decide(rows)
    same = [row.ids[0] for row in rows.subjects("services") if decisions["N-1", row.index].breach is not FALSE]
    assert len(decisions) == 500
    assert same == ["s7", "s499"]


# What the engine does not say


def _engine(folder: Path, **conditions: str) -> ReteEngine:
    return ReteEngine(loaded(folder, {"N-1": norm("services", **conditions)}).norms.values())


def _decided(engine: ReteEngine, facts: Mapping[str, Any]) -> list[int]:
    decisions = engine.decide(make_rows(from_mapping(facts).company, _TODAY))
    return [int(decision.breach) for decision in decisions.values()]


def test_facts_that_are_dropped_in_silence_are_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A batch of which the engine took only a part gives no verdict; the next document is decided rightly."""
    engine = _engine(tmp_path, requires="any(s.name == it.name and s.id != it.id for s in services)")
    sound = _decided(engine, _services("甲", "甲"))
    genuine = durable_rules_engine.assert_facts

    def damaged(handle: int, batch: str) -> Any:
        # As if the engine had stopped at its second fact and said that all is well.
        first = batch.partition("},{")[0]
        return genuine(handle, first + ("}]" if not first.endswith("}]") else ""))

    with monkeypatch.context() as patch:
        patch.setattr(durable_rules_engine, "assert_facts", damaged)
        with pytest.raises(EngineFault, match="dropped facts"):
            _decided(engine, _services("甲", "甲"))
    assert _decided(engine, _services("甲", "甲")) == sound


def test_a_fault_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Facts of a document whose audit broke off are not found in the next one."""
    engine = _engine(tmp_path, forbids=_SAME_NAME)
    with monkeypatch.context() as patch:
        patch.setattr(rete_session, "MOST_FACTS", 3)
        with pytest.raises(EngineFault, match="more than 3 facts"):
            _decided(engine, _services("甲", "乙", "丙"))
    assert _decided(engine, _services("甲")) == [0]
    assert _decided(engine, _services("甲", "甲")) == [2, 2]


def _hashed(text: str) -> int:
    """The 32-bit FNV-1a hash of a text."""
    value = 0x811C9DC5
    for byte in text.encode():
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return value


def test_no_two_properties_of_a_fact_have_the_same_hash() -> None:
    names = ["id", "sid", *"truizno", *(f"p{number}" for number in range(2 * MOST_PROPERTIES))]
    assert len({_hashed(name) for name in names}) == len(names)
    assert _hashed("costarring") == _hashed("liquid")


def _fnv(number: int, hashes: dict[int, int]) -> int:
    """The 32-bit FNV-1a hash of a number's digits, from that of the digits before its last."""
    return ((hashes.get(number // 10, 0x811C9DC5) ^ (48 + number % 10)) * 16777619) & 0xFFFFFFFF


def test_no_two_facts_of_an_audit_have_the_same_hash() -> None:
    """durable-rules takes two ids with one hash for the same one: up to the greatest that is allowed there are none."""
    hashes: dict[int, int] = {}
    for number in range(1, rete_session.MOST_FACTS + 1):
        hashes[number] = _fnv(number, hashes)
    assert len(set(hashes.values())) == rete_session.MOST_FACTS
    beyond = rete_session.MOST_FACTS + 1
    assert _fnv(beyond, hashes) in {*hashes.values(), 0x811C9DC5}
