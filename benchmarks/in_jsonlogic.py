"""The thirty norms in JsonLogic, evaluated by `datalogic-py`: what is surely violated."""

from collections.abc import Iterable
from typing import Any

from datalogic_py import Engine

from .jsonlogic_conditions import (
    each,
    in_force,
    in_force_during,
    informing,
    late,
    maybe_adopted,
    maybe_in_place,
    once,
    stated,
    within_scope,
)
from .jsonlogic_joins import joins
from .jsonlogic_words import NEVER, Rule, among, at, both, either, eq, ge, gt, le, lt, ne, no, root, some
from .prepared import Prepared

__all__ = ["JsonLogic"]


class JsonLogic:
    """Decides prepared companies."""

    name = "JsonLogic (`datalogic-py`)"

    def __init__(self) -> None:
        self._rule: Any = Engine().compile({"merge": [*_of_company(), *_of_elements(), *joins()]})

    def violated(self, facts: Prepared) -> Iterable[tuple[str, str]]:
        """Norm and subject of what is surely violated."""
        for found in self._rule.evaluate(facts):
            norm, _, subject = found.partition("|")
            yield norm, subject


def _of_company() -> Iterable[Rule]:
    now = in_force("today", of_company=True)
    yield once("SP-04-d", no(both(maybe_in_place("user_technical"), maybe_in_place("user_monitoring"))), now)
    yield once("SP-04-e-1", eq(root("forbidden_by"), "none"), now)
    yield once("SP-05-b", no(maybe_adopted("service_management")), now)
    yield once("SP-05-c", lt(root("handlers"), 1), now)
    yield once("SP-07-b-1", eq(root("responsible"), False), now)
    protected = (maybe_adopted("personal_information_protection"), maybe_in_place("personal_information_technical"))
    yield once("SP-07-c", no(both(*protected)), now)
    short = either(lt(root("retention"), 6), both(eq(root("retention_unit"), "day"), lt(root("retention"), 181)))
    yield once("SP-09-b", short, now)


def _of_elements() -> Iterable[Rule]:
    today, midnight, never_minute = root("today"), root("midnight"), NEVER * 1440
    overdue = lt(at(0, "by"), today)
    items = ["company_name", "legal_representative", "registered_capital"]
    overran = late(at(0, "filed"), at(0, "by"))
    yield each(
        *("LF-02", "registration_changes"),
        *(among(at(0, "what"), items), ge(at(0, "day"), 736573), overdue, overran, in_force("day")),
    )
    yield each(
        *("SP-01-d-1", "regulator_findings"),
        *(eq(at(0, "domain"), "service_quality"), eq(at(0, "source"), "regulator"), eq(at(0, "final"), True)),
        *(eq(at(0, "closed"), NEVER), in_force("day")),
    )
    outside = some(at(0, "regions"), no(among(at(0), root("regions"))))
    beyond = either(eq(at(0, "cross_border"), True), both(root("listed", "regions"), outside))
    yield each("SP-02-c", "services", beyond, within_scope(), in_force_during("starts", "ends"))
    number = at(0, "number")
    other = both(ne(number, ""), ne(root("number"), ""), ne(number, root("number")))
    unfit = either(eq(at(0, "shown"), False), eq(at(0, "prominent"), False), other)
    now = in_force("today", of_company=True)
    yield each("SP-02-d", "displays", eq(at(0, "place"), "premises"), stated(at(0, "since")), unfit, now)
    unresolved = (eq(at(0, "final"), True), eq(at(0, "resolved"), False))
    yield each("SP-05-d-1", "complaints", *unresolved, overdue, in_force("day"))
    overran = late(at(0, "replied"), at(0, "by"))
    yield each("SP-05-d-2", "complaints", ge(at(0, "day"), 736175), overdue, overran, in_force("day"))
    grave = both(ge(at(0, "users"), 100_000), stated(at(0, "users")))
    for norm, done in (("SP-08-a-1", "measures"), ("SP-08-b", "reported")):
        overran = late(at(0, done), at(0, "by"), never_minute)
        yield each(norm, "incidents", grave, lt(at(0, "by"), midnight), overran, in_force("day"))
    yield _orders()
    overran = late(at(0, "disposed"), at(0, "found_by"), never_minute)
    yield each("SP-09-d", "illegal_information", lt(at(0, "found_by"), midnight), overran, in_force("found_day"))
    yield each("SP-09-e", "illegal_information", eq(at(0, "kept"), False), in_force("day"))
    told = either(lt(at(0, "reported"), at(0, "day")), late(at(0, "reported"), at(0, "by")))
    yield each("SP-09-f", "illegal_information", overdue, told, in_force("day"))
    covered = among(at(0, "province"), root("regions"))
    yield each("SP-12-a", "local_body_changes", overdue, covered, told, in_force("day"))
    begun = stated(at(0, "starts"))
    went_on = both(
        lt(at(0, "expires"), today),
        some(
            root("services"),
            *(le(at(0, "starts"), at(1, "expires")), lt(at(1, "expires"), at(0, "ends")), le(at(0, "ends"), NEVER)),
            *(lt(at(1, "next"), at(0, "winding")), le(at(0, "winding"), NEVER), within_scope()),
        ),
    )
    overran = late(at(0, "applied"), at(0, "by"))
    yield each("SP-12-b", "terms", begun, overdue, overran, either(eq(at(0, "intends"), True), went_on))
    overran = late(at(0, "closing"), at(0, "by"))
    yield each("SP-12-c", "terms", begun, eq(at(0, "intends"), False), ge(at(0, "by"), 736573), overdue, overran)
    certain = (
        no(among(at(0, "category"), ["", "other"])),
        no(among(at(0, "established"), ["", "nobody"])),
        eq(at(0, "origin"), "own"),
    )
    yield each("SP-15-03-a", "illegal_information", *certain, in_force("found_day"), informing("found_day"))


def _orders() -> Rule:
    users, overran, given_late = at(1, "users"), late(at(0, "complied"), at(0, "due")), gt(at(0, "given"), at(0, "due"))
    broken = both(
        lt(at(0, "due"), root("today")),
        lt(at(1, "day"), NEVER),
        either(
            both(ge(users, 100_000), stated(users), overran),
            both(lt(users, 100_000), given_late),
            both(gt(users, NEVER), overran, given_late),
        ),
        in_force("given"),
    )
    named = {"cat": ["SP-08-c|", at(1, "id"), "/", at(0, "id")]}
    found = {"map": [{"filter": [at(0, "orders"), broken]}, named]}
    return {
        "reduce": [{"map": [root("incidents"), found]}, {"merge": [{"var": "accumulator"}, {"var": "current"}]}, []]
    }
