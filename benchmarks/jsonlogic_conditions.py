"""The conditions that norms share, in JsonLogic."""

from .jsonlogic_words import NEVER, Rule, among, at, both, either, eq, gt, le, lt, ne, no, root, some

__all__ = [
    "each",
    "in_force",
    "in_force_during",
    "informing",
    "late",
    "maybe_adopted",
    "maybe_in_force",
    "maybe_in_place",
    "once",
    "stated",
    "within_scope",
]


def each(norm: str, listed: str, *holds: Rule) -> Rule:
    return {"map": [{"filter": [root(listed), both(*holds)]}, {"cat": [f"{norm}|", at(0, "id")]}]}


def once(norm: str, *holds: Rule) -> Rule:
    return {"if": [both(*holds), [f"{norm}|"], []]}


def stated(value: Rule) -> Rule:
    return lt(value, NEVER)


def late(answered: Rule, by: Rule, never: int = NEVER) -> Rule:
    return both(gt(answered, by), le(answered, never))


def _lasts(day: Rule) -> Rule:
    """Of a term, on a day that has come."""
    later = some(root("terms"), ne(at(0, "starts"), NEVER), gt(at(0, "starts"), at(1, "starts")))
    granted = both(stated(at(0, "applied")), stated(at(0, "decided")), eq(at(0, "outcome"), "granted"))
    deemed = both(
        stated(at(0, "expires")),
        le(at(0, "applied"), at(0, "by")),
        gt(at(0, "decided"), at(0, "expires")),
        le(at(0, "decided"), NEVER),
    )
    as_printed = both(le(day, at(0, "expires")), stated(at(0, "expires")))
    return either(as_printed, both(either(granted, deemed), root("listed", "terms"), no(later)))


def in_force(name: str, *, of_company: bool = False) -> Rule:
    """On the day that a field of the element (or of the company) names."""
    here, day = (root(name), root(name)) if of_company else (at(0, name), at(1, name))
    return both(stated(here), some(root("terms"), le(at(0, "starts"), day), _lasts(day)))


def in_force_during(start: str, end: str) -> Rule:
    first, last = at(1, start), at(1, end)
    begins = either(
        le(at(0, "starts"), first), both(stated(at(0, "starts")), le(at(0, "starts"), last), le(last, NEVER))
    )
    return both(stated(at(0, start)), some(root("terms"), begins, _lasts(first)))


def maybe_in_force(name: str) -> Rule:
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


def within_scope() -> Rule:
    covered = (both(eq(at(1, "network"), name), at(0, name)) for name in ("internet", "mobile", "fixed_phone"))
    return some(root("scope"), eq(at(0, "code"), at(1, "code")), either(*covered))


def informing(name: str) -> Rule:
    day = at(1, name)
    return some(
        root("services"),
        eq(at(0, "code"), "B25"),
        le(at(0, "starts"), day),
        le(day, at(0, "ends")),
        le(at(0, "ends"), NEVER),
        within_scope(),
    )


def maybe_in_place(kind: str) -> Rule:
    listed = some(root("controls"), among(at(0, "kind"), [kind, ""]), ne(at(0, "in_place"), False))
    return either(no(root("listed", "controls")), listed)


def maybe_adopted(kind: str) -> Rule:
    listed = some(root("documents"), among(at(0, "kind"), [kind, ""]), ne(at(0, "adopted"), NEVER))
    return either(no(root("listed", "documents")), listed)
