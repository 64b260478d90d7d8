"""The thirty norms in JsonLogic, evaluated by `datalogic-py`: what is surely violated."""

from collections.abc import Iterable
from typing import Any

from datalogic_py import Engine

from .jsonlogic_words import NEVER, Rule, among, at, both, either, eq, ge, gt, le, lt, ne, no, root, some
from .prepared import Prepared

__all__ = ["JsonLogic"]


class JsonLogic:
    """Decides prepared companies."""

    name = "JsonLogic (`datalogic-py`)"

    def __init__(self) -> None:
        self._rule: Any = Engine().compile({"merge": [*_of_company(), *_of_elements(), *_joins()]})

    def violated(self, facts: Prepared) -> Iterable[tuple[str, str]]:
        """Norm and subject of what is surely violated."""
        for found in self._rule.evaluate(facts):
            norm, _, subject = found.partition("|")
            yield norm, subject


def _each(norm: str, listed: str, *holds: Rule) -> Rule:
    return {"map": [{"filter": [root(listed), both(*holds)]}, {"cat": [f"{norm}|", at(0, "id")]}]}


def _once(norm: str, *holds: Rule) -> Rule:
    return {"if": [both(*holds), [f"{norm}|"], []]}


def _stated(value: Rule) -> Rule:
    return lt(value, NEVER)


def _late(answered: Rule, by: Rule, never: int = NEVER) -> Rule:
    return both(gt(answered, by), le(answered, never))


def _lasts(day: Rule) -> Rule:
    """Of a term, on a day that has come."""
    later = some(root("terms"), ne(at(0, "starts"), NEVER), gt(at(0, "starts"), at(1, "starts")))
    granted = both(_stated(at(0, "applied")), _stated(at(0, "decided")), eq(at(0, "outcome"), "granted"))
    deemed = both(
        _stated(at(0, "expires")),
        le(at(0, "applied"), at(0, "by")),
        gt(at(0, "decided"), at(0, "expires")),
        le(at(0, "decided"), NEVER),
    )
    as_printed = both(le(day, at(0, "expires")), _stated(at(0, "expires")))
    return either(as_printed, both(either(granted, deemed), root("listed", "terms"), no(later)))


def _in_force(name: str, *, of_company: bool = False) -> Rule:
    """On the day that a field of the element (or of the company) names."""
    here, day = (root(name), root(name)) if of_company else (at(0, name), at(1, name))
    return both(_stated(here), some(root("terms"), le(at(0, "starts"), day), _lasts(day)))


def _in_force_during(start: str, end: str) -> Rule:
    first, last = at(1, start), at(1, end)
    begins = either(
        le(at(0, "starts"), first), both(_stated(at(0, "starts")), le(at(0, "starts"), last), le(last, NEVER))
    )
    return both(_stated(at(0, start)), some(root("terms"), begins, _lasts(first)))


def _maybe_in_force(name: str) -> Rule:
    day = at(1, name)
    granted = both(ne(at(0, "applied"), NEVER), ne(at(0, "decided"), NEVER), among(at(0, "outcome"), ["", "granted"]))
    applied = either(
        le(at(0, "applied"), at(0, "by")),
        gt(at(0, "applied"), NEVER),
        both(gt(at(0, "expires"), NEVER), ne(at(0, "applied"), NEVER)),
    )
    deemed = both(applied, either(gt(at(0, "decided"), at(0, "expires")), gt(at(0, "expires"), NEVER)))
    return either(
        no(root("listed", "terms")),
        both(
            ne(at(0, name), NEVER),
            some(
                root("terms"),
                ne(at(0, "starts"), NEVER),
                either(le(at(0, "starts"), day), gt(at(0, "starts"), NEVER), gt(day, NEVER)),
                either(le(day, at(0, "expires")), gt(day, NEVER), granted, deemed),
            ),
        ),
    )


def _within_scope() -> Rule:
    covered = (both(eq(at(1, "network"), name), at(0, name)) for name in ("internet", "mobile", "fixed_phone"))
    return some(root("scope"), eq(at(0, "code"), at(1, "code")), either(*covered))


def _informing(name: str) -> Rule:
    day = at(1, name)
    return some(
        root("services"),
        eq(at(0, "code"), "B25"),
        le(at(0, "starts"), day),
        le(day, at(0, "ends")),
        le(at(0, "ends"), NEVER),
        _within_scope(),
    )


def _maybe_in_place(kind: str) -> Rule:
    listed = some(root("controls"), among(at(0, "kind"), [kind, ""]), ne(at(0, "in_place"), False))
    return either(no(root("listed", "controls")), listed)


def _maybe_adopted(kind: str) -> Rule:
    listed = some(root("documents"), among(at(0, "kind"), [kind, ""]), ne(at(0, "adopted"), NEVER))
    return either(no(root("listed", "documents")), listed)


def _of_company() -> Iterable[Rule]:
    now = _in_force("today", of_company=True)
    yield _once("SP-04-d", no(both(_maybe_in_place("user_technical"), _maybe_in_place("user_monitoring"))), now)
    yield _once("SP-04-e-1", eq(root("forbidden_by"), "none"), now)
    yield _once("SP-05-b", no(_maybe_adopted("service_management")), now)
    yield _once("SP-05-c", lt(root("handlers"), 1), now)
    yield _once("SP-07-b-1", eq(root("responsible"), False), now)
    protected = (_maybe_adopted("personal_information_protection"), _maybe_in_place("personal_information_technical"))
    yield _once("SP-07-c", no(both(*protected)), now)
    short = either(lt(root("retention"), 6), both(eq(root("retention_unit"), "day"), lt(root("retention"), 181)))
    yield _once("SP-09-b", short, now)


def _of_elements() -> Iterable[Rule]:
    today, midnight, never_minute = root("today"), root("midnight"), NEVER * 1440
    overdue = lt(at(0, "by"), today)
    items = ["company_name", "legal_representative", "registered_capital"]
    late = _late(at(0, "filed"), at(0, "by"))
    yield _each(
        *("LF-02", "registration_changes"),
        *(among(at(0, "what"), items), ge(at(0, "day"), 736573), overdue, late, _in_force("day")),
    )
    yield _each(
        *("SP-01-d-1", "regulator_findings"),
        *(eq(at(0, "domain"), "service_quality"), eq(at(0, "source"), "regulator"), eq(at(0, "final"), True)),
        *(eq(at(0, "closed"), NEVER), _in_force("day")),
    )
    outside = some(at(0, "regions"), no(among(at(0), root("regions"))))
    beyond = either(eq(at(0, "cross_border"), True), both(root("listed", "regions"), outside))
    yield _each("SP-02-c", "services", beyond, _within_scope(), _in_force_during("starts", "ends"))
    number = at(0, "number")
    other = both(ne(number, ""), ne(root("number"), ""), ne(number, root("number")))
    unfit = either(eq(at(0, "shown"), False), eq(at(0, "prominent"), False), other)
    now = _in_force("today", of_company=True)
    yield _each("SP-02-d", "displays", eq(at(0, "place"), "premises"), _stated(at(0, "since")), unfit, now)
    unresolved = (eq(at(0, "final"), True), eq(at(0, "resolved"), False))
    yield _each("SP-05-d-1", "complaints", *unresolved, overdue, _in_force("day"))
    late = _late(at(0, "replied"), at(0, "by"))
    yield _each("SP-05-d-2", "complaints", ge(at(0, "day"), 736175), overdue, late, _in_force("day"))
    grave = both(ge(at(0, "users"), 100_000), _stated(at(0, "users")))
    for norm, done in (("SP-08-a-1", "measures"), ("SP-08-b", "reported")):
        late = _late(at(0, done), at(0, "by"), never_minute)
        yield _each(norm, "incidents", grave, lt(at(0, "by"), midnight), late, _in_force("day"))
    yield _orders()
    late = _late(at(0, "disposed"), at(0, "found_by"), never_minute)
    yield _each("SP-09-d", "illegal_information", lt(at(0, "found_by"), midnight), late, _in_force("found_day"))
    yield _each("SP-09-e", "illegal_information", eq(at(0, "kept"), False), _in_force("day"))
    told = either(lt(at(0, "reported"), at(0, "day")), _late(at(0, "reported"), at(0, "by")))
    yield _each("SP-09-f", "illegal_information", overdue, told, _in_force("day"))
    covered = among(at(0, "province"), root("regions"))
    yield _each("SP-12-a", "local_body_changes", overdue, covered, told, _in_force("day"))
    begun = _stated(at(0, "starts"))
    went_on = both(
        lt(at(0, "expires"), today),
        some(
            root("services"),
            *(le(at(0, "starts"), at(1, "expires")), lt(at(1, "expires"), at(0, "ends")), le(at(0, "ends"), NEVER)),
            *(lt(at(1, "next"), at(0, "winding")), le(at(0, "winding"), NEVER), _within_scope()),
        ),
    )
    late = _late(at(0, "applied"), at(0, "by"))
    yield _each("SP-12-b", "terms", begun, overdue, late, either(eq(at(0, "intends"), True), went_on))
    late = _late(at(0, "closing"), at(0, "by"))
    yield _each("SP-12-c", "terms", begun, eq(at(0, "intends"), False), ge(at(0, "by"), 736573), overdue, late)
    certain = (
        no(among(at(0, "category"), ["", "other"])),
        no(among(at(0, "established"), ["", "nobody"])),
        eq(at(0, "origin"), "own"),
    )
    yield _each("SP-15-03-a", "illegal_information", *certain, _in_force("found_day"), _informing("found_day"))


def _orders() -> Rule:
    users, late, given_late = at(1, "users"), _late(at(0, "complied"), at(0, "due")), gt(at(0, "given"), at(0, "due"))
    broken = both(
        lt(at(0, "due"), root("today")),
        lt(at(1, "day"), NEVER),
        either(
            both(ge(users, 100_000), _stated(users), late),
            both(lt(users, 100_000), given_late),
            both(gt(users, NEVER), late, given_late),
        ),
        _in_force("given"),
    )
    named = {"cat": ["SP-08-c|", at(1, "id"), "/", at(0, "id")]}
    found = {"map": [{"filter": [at(0, "orders"), broken]}, named]}
    return {
        "reduce": [{"map": [root("incidents"), found]}, {"merge": [{"var": "accumulator"}, {"var": "current"}]}, []]
    }


def _maybe_same(a: Rule, b: Rule) -> Rule:
    return either(eq(a, b), eq(a, ""), eq(b, ""))


def _maybe_by(a: Rule, b: Rule) -> Rule:
    return either(le(a, b), gt(a, NEVER))


def _supplied(day: str) -> Rule:
    return both(
        ne(at(0, "supplier"), ""),
        _stated(at(0, day)),
        some(
            root("licences"),
            *(eq(at(0, "holder"), at(1, "supplier")), eq(at(0, "level"), "basic"), le(at(0, "issued"), at(1, day))),
            *(le(at(1, day), at(0, "expires")), _stated(at(0, "expires"))),
        ),
    )


def _maybe_supplied(day: str) -> Rule:
    return either(
        no(root("listed", "licences")),
        both(
            ne(at(0, day), NEVER),
            some(
                root("licences"),
                *(ne(at(0, "issued"), NEVER), _maybe_same(at(0, "holder"), at(1, "supplier"))),
                *(among(at(0, "level"), ["basic", ""]), _maybe_by(at(0, "issued"), at(1, day))),
                _maybe_by(at(1, day), at(0, "expires")),
            ),
        ),
    )


def _joins() -> Iterable[Rule]:
    today = root("today")
    followed = some(
        root("licences"),
        *(ne(at(0, "issued"), NEVER), _maybe_same(at(0, "holder"), at(1, "holder"))),
        *(_maybe_same(at(0, "level"), at(1, "level")), _maybe_by(at(0, "issued"), at(1, "next"))),
        gt(at(0, "expires"), at(1, "expires")),
    )
    gap = some(
        root("licences"),
        *(_stated(at(0, "issued")), eq(at(0, "holder"), at(1, "supplier")), ne(at(1, "supplier"), "")),
        *(eq(at(0, "level"), "basic"), lt(at(0, "expires"), today), lt(at(0, "expires"), at(1, "until"))),
        *(le(at(1, "until"), NEVER), le(at(1, "used"), at(0, "expires")), no(followed)),
    )
    throughout = both(_maybe_supplied("used"), no(both(root("listed", "licences"), gap)))
    transmission = eq(at(0, "kind"), "transmission")
    decided_by_contract = both(_maybe_in_force("contracted"), no(_supplied("contracted")))
    yield _each(
        *("SP-03-b", "network_resources"),
        *(transmission, no(throughout), _in_force_during("used", "until"), no(decided_by_contract)),
    )
    unlicensed = no(_maybe_supplied("contracted"))
    yield _each("SP-03-c", "network_resources", transmission, unlicensed, _in_force("contracted"))
    yield _years()
    filed = some(
        root("security_filings"),
        ne(at(0, "filed"), NEVER),
        either(eq(at(0, "province"), at(1, "province")), eq(at(0, "province"), "")),
    )
    yield _each(
        *("SP-15-06-c", "places"),
        *(eq(at(0, "code"), "B25"), lt(at(0, "by"), today), lt(at(0, "by"), at(0, "ends")), le(at(0, "ends"), NEVER)),
        *(root("listed", "security_filings"), no(filed), _within_scope(), _in_force("first")),
    )
    assessed = some(
        root("assessments"),
        *(ne(at(0, "day"), NEVER), either(eq(at(0, "subject"), at(1, "id")), eq(at(0, "subject"), ""))),
        _maybe_by(at(0, "day"), at(1, "day")),
    )
    reached = (_in_force("day"), _informing("day"))
    online = eq(at(0, "via"), True)
    yield _each("SP-15-08-b", "launches", online, root("listed", "assessments"), no(assessed), *reached)
    told = either(lt(at(0, "reported"), at(0, "day")), _late(at(0, "reported"), at(0, "by")))
    subject = either(eq(at(0, "id"), at(1, "subject")), eq(at(1, "subject"), ""))
    offline = [
        both(root("listed", name), no(some(root(name), ne(at(0, "via"), True), ne(at(0, "day"), NEVER), subject)))
        for name in ("launches", "major_changes")
    ]
    yield _each("SP-15-08-e", "assessments", lt(at(0, "by"), today), told, *offline, *reached)


def _years() -> Rule:
    extensions = root("annual_report_extensions")

    def of_year(out: int) -> Rule:
        return either(eq(at(0, "year"), at(out, "year")), gt(at(0, "year"), NEVER))

    open_ended = gt(at(0, "year"), NEVER)
    extended = both(
        ge(at(0, "year_end"), root("today")),
        either(
            no(root("listed", "annual_report_extensions")),
            some(extensions, of_year(1), either(open_ended, ge(at(0, "ends"), root("today")))),
        ),
    )
    in_extension = both(
        le(at(0, "submitted"), at(1, "year_end")),
        either(
            no(root("listed", "annual_report_extensions")),
            some(extensions, of_year(2), either(open_ended, le(at(1, "submitted"), at(0, "ends")))),
        ),
    )
    in_time = both(
        le(at(1, "opens"), at(0, "submitted")), either(le(at(0, "submitted"), at(1, "closes")), in_extension)
    )
    reported = some(
        root("annual_reports"),
        *(ne(at(0, "submitted"), NEVER), of_year(1), either(gt(at(0, "submitted"), NEVER), in_time)),
    )
    return _each(
        *("SP-14-a", "years"),
        *(lt(at(0, "closes"), root("today")), root("listed", "annual_reports"), no(extended), no(reported)),
        *(_in_force("opens"), _in_force("closes")),
    )
