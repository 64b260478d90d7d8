"""The norms that join lists by name, in JsonLogic."""

from collections.abc import Iterable

from .jsonlogic_conditions import each, in_force, in_force_during, informing, late, maybe_in_force, stated, within_scope
from .jsonlogic_words import NEVER, Rule, among, at, both, either, eq, ge, gt, le, lt, ne, no, root, some

__all__ = ["joins"]


def _maybe_same(a: Rule, b: Rule) -> Rule:
    return either(eq(a, b), eq(a, ""), eq(b, ""))


def _maybe_by(a: Rule, b: Rule) -> Rule:
    return either(le(a, b), gt(a, NEVER))


def _supplied(day: str) -> Rule:
    return both(
        ne(at(0, "supplier"), ""),
        stated(at(0, day)),
        some(
            root("licences"),
            *(eq(at(0, "holder"), at(1, "supplier")), eq(at(0, "level"), "basic"), le(at(0, "issued"), at(1, day))),
            *(le(at(1, day), at(0, "expires")), stated(at(0, "expires"))),
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


def joins() -> Iterable[Rule]:
    today = root("today")
    followed = some(
        root("licences"),
        *(ne(at(0, "issued"), NEVER), _maybe_same(at(0, "holder"), at(1, "holder"))),
        *(_maybe_same(at(0, "level"), at(1, "level")), _maybe_by(at(0, "issued"), at(1, "next"))),
        gt(at(0, "expires"), at(1, "expires")),
    )
    gap = some(
        root("licences"),
        *(stated(at(0, "issued")), eq(at(0, "holder"), at(1, "supplier")), ne(at(1, "supplier"), "")),
        *(eq(at(0, "level"), "basic"), lt(at(0, "expires"), today), lt(at(0, "expires"), at(1, "until"))),
        *(le(at(1, "until"), NEVER), le(at(1, "used"), at(0, "expires")), no(followed)),
    )
    throughout = both(_maybe_supplied("used"), no(both(root("listed", "licences"), gap)))
    transmission = eq(at(0, "kind"), "transmission")
    decided_by_contract = both(maybe_in_force("contracted"), no(_supplied("contracted")))
    yield each(
        *("SP-03-b", "network_resources"),
        *(transmission, no(throughout), in_force_during("used", "until"), no(decided_by_contract)),
    )
    unlicensed = no(_maybe_supplied("contracted"))
    yield each("SP-03-c", "network_resources", transmission, unlicensed, in_force("contracted"))
    yield _years()
    filed = some(
        root("security_filings"),
        ne(at(0, "filed"), NEVER),
        either(eq(at(0, "province"), at(1, "province")), eq(at(0, "province"), "")),
    )
    yield each(
        *("SP-15-06-c", "places"),
        *(eq(at(0, "code"), "B25"), lt(at(0, "by"), today), lt(at(0, "by"), at(0, "ends")), le(at(0, "ends"), NEVER)),
        *(root("listed", "security_filings"), no(filed), within_scope(), in_force("first")),
    )
    assessed = some(
        root("assessments"),
        *(ne(at(0, "day"), NEVER), either(eq(at(0, "subject"), at(1, "id")), eq(at(0, "subject"), ""))),
        _maybe_by(at(0, "day"), at(1, "day")),
    )
    reached = (in_force("day"), informing("day"))
    online = eq(at(0, "via"), True)
    yield each("SP-15-08-b", "launches", online, root("listed", "assessments"), no(assessed), *reached)
    told = either(lt(at(0, "reported"), at(0, "day")), late(at(0, "reported"), at(0, "by")))
    subject = either(eq(at(0, "id"), at(1, "subject")), eq(at(1, "subject"), ""))
    offline = [
        both(root("listed", name), no(some(root(name), ne(at(0, "via"), True), ne(at(0, "day"), NEVER), subject)))
        for name in ("launches", "major_changes")
    ]
    yield each("SP-15-08-e", "assessments", lt(at(0, "by"), today), told, *offline, *reached)


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
    return each(
        *("SP-14-a", "years"),
        *(lt(at(0, "closes"), root("today")), root("listed", "annual_reports"), no(extended), no(reported)),
        *(in_force("opens"), in_force("closes")),
    )
