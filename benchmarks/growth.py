"""More elements in each list, and more norms: how the time of each engine grows."""

import functools
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from hegui.engine.compiled import CompiledEngine
from hegui.engine.decisions import Engine
from hegui.engine.lean import LeanProgram
from hegui.engine.norms import Norm
from hegui.engine.rete import ReteEngine
from hegui.engine.rows import Rows, make_rows
from hegui.engine.ruleset import load_ruleset
from hegui.facts import Company, from_mapping
from hegui.facts.schema import company_schema
from hegui.rulesets import find_ruleset

from .companies import AS_OF, companies
from .contestants import MOMENT, Peer, peers
from .fused import statuses
from .norms import norms
from .parquet import frame_of
from .prepared import Prepared, prepared
from .tables import table
from .timing import medians

__all__ = ["grown", "growth_of_lists", "growth_of_norms", "repeated"]

_Call = Callable[[], object]


def grown(data: Mapping[str, Any], times: int) -> dict[str, Any]:
    """The facts with every top-level list of elements repeated `times` times."""
    lists = {
        path for path, table in company_schema().tables.items() if table.parent == "company" and table.words is None
    }
    changed: dict[str, Any] = {}
    for name, value in data.items():
        if name in lists and isinstance(value, list):
            changed[name] = [{**one, "id": f"{one['id']}-{n}"} for n in range(times) for one in value]
        else:
            changed[name] = value
    return changed


def repeated(some: Sequence[Norm], times: int) -> list[Norm]:
    """The norms under other ids as well, so many times in all."""
    return [msgspec.structs.replace(norm, id=f"{norm.id}-copy-{n}") for n in range(times) for norm in some]


def growth_of_lists(rounds: int) -> None:
    """Ten times the elements in each list, decided by each; of the engines of others without what the host prepares."""
    small = companies(5)
    sizes = {"small": small, "large": [grown(one, 10) for one in small]}
    lean, compiled, rete = LeanProgram(norms()), CompiledEngine(norms()), ReteEngine(norms())
    calls: dict[str, dict[str, _Call]] = {}
    for size, facts in sizes.items():
        read = [from_mapping(one).company for one in facts]
        made = [prepared(one) for one in facts]
        rows = [make_rows(one, MOMENT) for one in read]
        calls.setdefault("fused Python by hand", {})[size] = functools.partial(
            _each, lambda one: statuses(one, AS_OF), read
        )
        calls.setdefault("`compiled`, every status", {})[size] = functools.partial(_statuses_of_each, lean, read)
        calls.setdefault("`compiled`, rows", {})[size] = functools.partial(
            _each, lambda one: make_rows(one, MOMENT), read
        )
        calls.setdefault("`compiled`, decisions", {})[size] = functools.partial(_each, compiled.decide, rows)
        calls.setdefault("`rete`, decisions", {})[size] = functools.partial(_each, rete.decide, rows)
        for peer in peers():
            calls.setdefault(peer.name, {})[size] = functools.partial(_each, functools.partial(_asked, peer), made)
    _told("Ten times the elements in each list, thirty norms", "times as long", calls, rounds)


def growth_of_norms(rounds: int) -> None:
    """A hundred norms of the ruleset, and the same ten times under other ids, on the same companies."""
    hundred = list(load_ruleset(find_ruleset()).norms.values())[:100]
    facts = companies(5)
    read = [from_mapping(one).company for one in facts]
    rows = [make_rows(one, MOMENT) for one in read]
    calls: dict[str, dict[str, _Call]] = {}
    for size, some in (("small", hundred), ("large", repeated(hundred, 10))):
        calls.setdefault("`compiled`, every status", {})[size] = functools.partial(
            _statuses_of_each, LeanProgram(some), read
        )
        for name, engine in (("`compiled`, decisions", CompiledEngine(some)), ("`rete`, decisions", ReteEngine(some))):
            calls.setdefault(name, {})[size] = functools.partial(_decide_each, engine, rows)
        calls.setdefault("`columnar`, 2,000 companies", {})[size] = _columnar(some)
    _told("From 100 to 1,000 norms, which share their concepts; five companies a call", "times as long", calls, rounds)


def _columnar(some: Sequence[Norm]) -> _Call:
    from hegui.engine.columnar import ColumnarEngine
    from hegui.engine.columnar.tables import make_tables

    engine = ColumnarEngine(some, MOMENT)
    tables = make_tables(frame_of(companies(2000)), MOMENT, engine.needs)
    return lambda: engine.decide(tables).counts


def _each(call: Callable[[Any], object], subjects: Sequence[Any]) -> None:
    for subject in subjects:
        call(subject)


def _statuses_of_each(program: LeanProgram, companies_: Sequence[Company]) -> None:
    for one in companies_:
        program.statuses(one, MOMENT).items()


def _asked(peer: Peer, facts: Prepared) -> None:
    list(peer.violated(facts))


def _decide_each(engine: Engine, every: Sequence[Rows]) -> None:
    for rows in every:
        engine.decide(rows)


def _told(title: str, head: str, calls: Mapping[str, Mapping[str, _Call]], rounds: int) -> None:
    found = medians({f"{name} {size}": call for name, sizes in calls.items() for size, call in sizes.items()}, rounds)
    rows = [
        (
            name,
            f"{found[f'{name} small'] * 1000:.2f}",
            f"{found[f'{name} large'] * 1000:.2f}",
            f"{found[f'{name} large'] / found[f'{name} small']:.1f}",
        )
        for name in calls
    ]
    table(title, ("what", "ms", "ms", head), rows)
