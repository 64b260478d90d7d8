"""Choosing small companies from the examples of the norms: those without which something would go unnoticed."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hegui.engine.compiled import CompiledEngine
from hegui.engine.decisions import decided
from hegui.engine.norms import Norm
from hegui.engine.quality.mutation import changed_definitions
from hegui.engine.rows import Rows, make_rows
from hegui.engine.ruleset.workshop import Workshop
from hegui.engine.status import Status, decide
from hegui.facts import from_mapping
from hegui.facts.as_of import AsOf
from tests.meaning.companies import BASE, Small

__all__ = ["with_more"]


def with_more(pinned: tuple[Small, ...], workshop: Workshop) -> tuple[Small, ...]:
    """The pinned companies, and of each norm's examples the fewest that show or notice what none of them does yet.

    What counts is each status of the norm, and each small change of a condition of it that some example tells from
    the norm as it is.
    """
    base = pinned[0] if pinned else Small(BASE, "", "", _plain(workshop.ruleset.example_facts))
    found = list(pinned[1:])
    for norm in workshop.ruleset.norms.values():
        own = [one for one in found if _norm_of(one) == norm.id]
        examples = [
            Small("", example.title, example.as_of, _plain(example.facts))
            for example in norm.examples
            if not example.readings
        ]
        number = max((_number_of(one) for one in own), default=0)
        for place, one in enumerate(_chosen(norm, workshop, base, own, examples), number + 1):
            found.append(one._replace(name=f"{norm.id}/{place}"))
    order = workshop.ruleset.order
    found.sort(key=lambda one: (order.get(_norm_of(one), -1), _number_of(one)))
    return (base, *found)


def _norm_of(one: Small) -> str:
    return one.name.rpartition("/")[0]


def _number_of(one: Small) -> int:
    return int(one.name.rpartition("/")[2])


def _plain(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Facts as JSON holds them."""
    plain: dict[str, Any] = json.loads(json.dumps(facts, ensure_ascii=False, default=str))
    return plain


def _chosen(
    norm: Norm, workshop: Workshop, base: Small, own: Sequence[Small], examples: Sequence[Small]
) -> Iterator[Small]:
    """The examples to add, each time the one that brings most."""
    companies = (*own, *examples)
    rows = [make_rows(from_mapping({**base.facts, **one.facts}).company, AsOf.parse(one.as_of)) for one in companies]
    as_it_is = _statuses(norm, rows)
    notices: list[set[object]] = [set(found) for found in as_it_is]
    for where, definition in changed_definitions(workshop.definition(norm.id)):
        mutant = workshop.rebuilt(norm.id, definition, {})
        if mutant is not None:
            for place, found in enumerate(_statuses(mutant, rows)):
                if found != as_it_is[place]:
                    notices[place].add(where)
    missing = set[object]().union(*notices).difference(*notices[: len(own)])
    while missing:
        best = max(range(len(own), len(companies)), key=lambda place: len(notices[place] & missing))
        yield companies[best]
        missing -= notices[best]


def _statuses(norm: Norm, companies: Sequence[Rows]) -> list[list[Status]]:
    """The statuses of one norm, company by company."""
    engine = CompiledEngine([norm])
    return [
        [decide(decision) for _, decision in decided(norm.id, norm.subject, rows, engine.decide(rows))]
        for rows in companies
    ]
