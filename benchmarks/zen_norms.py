"""The thirty norms in ZEN's expressions; see `in_zen`."""

from collections.abc import Mapping
from typing import Final

__all__ = ["EACH", "ONCE", "SHARED"]

_N: Final = 9_000_000
_MINUTE: Final = _N * 1440


def _force(day: str) -> str:
    return f"some(lasting as t, t.starts <= {day} and {day} <= t.until)"


def _during(start: str, end: str) -> str:
    begun = f"t.starts <= {start} or (t.starts <= {end} and {end} <= {_N})"
    return f"({start} < {_N} and some(lasting as t, ({begun}) and {start} <= t.until))"


def _within(one: str) -> str:
    networks = " or ".join(f"({one}.network == '{n}' and i.{n} == true)" for n in ("internet", "mobile", "fixed_phone"))
    return f"some(scope as i, i.code != '' and i.code == {one}.code and ({networks}))"


def _informing(day: str) -> str:
    return f"some(informing as s, s.starts <= {day} and {day} <= s.ends)"


def _late(answered: str, by: str, never: int = _N) -> str:
    return f"({answered} > {by} and {answered} <= {never})"


def _told(one: str) -> str:
    return f"({one}.reported < {one}.day or {_late(f'{one}.reported', f'{one}.by')})"


def _same(a: str, b: str) -> str:
    return f"({a} == {b} or {a} == '' or {b} == '')"


def _by(a: str, b: str) -> str:
    return f"({a} <= {b} or {a} > {_N})"


def _maybe_supplied(day: str) -> str:
    return (
        f"(not listed.licences or ({day} != {_N} and some(licences as l, l.issued != {_N}"
        f" and {_same('l.holder', 'n.supplier')} and l.level in ['basic', ''] and {_by('l.issued', day)}"
        f" and {_by(day, 'l.expires')})))"
    )


def _maybe_in_place(kind: str) -> str:
    return f"(not listed.controls or some(controls as c, c.in_place != false and c.kind in ['{kind}', '']))"


def _maybe_adopted(kind: str) -> str:
    return f"(not listed.documents or some(documents as d, d.adopted != {_N} and d.kind in ['{kind}', '']))"


_EXTENDED: Final = (
    f"((t.applied < {_N} and t.decided < {_N} and t.outcome == 'granted')"
    f" or (t.expires < {_N} and t.applied <= t.by and t.decided > t.expires and t.decided <= {_N}))"
)
_MAYBE_EXTENDED: Final = (
    f"((t.applied != {_N} and t.decided != {_N} and t.outcome in ['', 'granted'])"
    f" or ((t.applied <= t.by or t.applied > {_N} or (t.expires > {_N} and t.applied != {_N}))"
    f" and (t.decided > t.expires or t.expires > {_N})))"
)
_RUNS_ON: Final = f"(listed.terms and {_EXTENDED} and none(terms as u, u.starts != {_N} and u.starts > t.starts))"

SHARED: Final[Mapping[str, str]] = {
    "lasting": (
        f"map(filter(terms as t, t.starts < {_N}) as t,"
        f" {{starts: t.starts, until: {_RUNS_ON} ? {_N - 1} : (t.expires < {_N} ? t.expires : 0)}})"
    ),
    "maybe_lasting": (
        "not listed.terms ? [{starts: 0, until: 9900000}] : "
        f"map(filter(terms as t, t.starts != {_N}) as t, {{starts: t.starts > {_N} ? 0 : t.starts,"
        f" until: {_MAYBE_EXTENDED} ? 9900000 : t.expires}})"
    ),
    "informing": (f"filter(services as s, s.code == 'B25' and s.starts < {_N} and s.ends <= {_N} and {_within('s')})"),
    "now": "some($.lasting as t, t.starts <= today and today <= t.until)",
}

ONCE: Final[Mapping[str, str]] = {
    "SP-04-d": f"now and not ({_maybe_in_place('user_technical')} and {_maybe_in_place('user_monitoring')})",
    "SP-04-e-1": "now and forbidden_by == 'none'",
    "SP-05-b": f"now and not {_maybe_adopted('service_management')}",
    "SP-05-c": "now and handlers < 1",
    "SP-07-b-1": "now and responsible == false",
    "SP-07-c": (
        f"now and not ({_maybe_adopted('personal_information_protection')}"
        f" and {_maybe_in_place('personal_information_technical')})"
    ),
    "SP-09-b": "now and (retention < 6 or (retention_unit == 'day' and retention < 181))",
}

_ITEMS: Final = "['company_name', 'legal_representative', 'registered_capital']"
_GRAVE: Final = f"i.users >= 100000 and i.users < {_N}"
_FOLLOWED: Final = (
    f"some(licences as m, m.issued != {_N} and {_same('m.holder', 'l.holder')} and {_same('m.level', 'l.level')}"
    f" and {_by('m.issued', 'l.next')} and m.expires > l.expires)"
)
_GAP: Final = (
    f"(listed.licences and some(licences as l, l.issued < {_N} and l.holder == n.supplier and n.supplier != ''"
    f" and l.level == 'basic' and l.expires < today and l.expires < n.until and n.until <= {_N}"
    f" and n.used <= l.expires and not {_FOLLOWED}))"
)
_SUPPLIED: Final = (
    f"(n.supplier != '' and n.contracted < {_N} and some(licences as l, l.holder == n.supplier and l.level == 'basic'"
    f" and l.issued <= n.contracted and n.contracted <= l.expires and l.expires < {_N}))"
)
_MAYBE_FORCE: Final = (
    f"(n.contracted != {_N} and some(maybe_lasting as m, n.contracted > {_N}"
    " or (m.starts <= n.contracted and n.contracted <= m.until)))"
)
_OF_YEAR: Final = f"(e.year == y.year or e.year > {_N})"
_IN_EXTENSION: Final = (
    "r.submitted <= y.year_end and (not listed.annual_report_extensions or some(annual_report_extensions as e,"
    f" {_OF_YEAR} and (e.year > {_N} or r.submitted <= e.ends)))"
)
_REPORTED: Final = (
    f"some(annual_reports as r, r.submitted != {_N} and (r.year == y.year or r.year > {_N}) and (r.submitted > {_N}"
    f" or (y.opens <= r.submitted and (r.submitted <= y.closes or ({_IN_EXTENSION})))))"
)
_STILL_OPEN: Final = (
    "(y.year_end >= today and (not listed.annual_report_extensions or some(annual_report_extensions as e,"
    f" {_OF_YEAR} and (e.year > {_N} or e.ends >= today))))"
)


def _offline(listed: str) -> str:
    return f"some({listed} as l, l.day != {_N} and l.via != true and (l.id == a.subject or a.subject == ''))"


def _each(listed: str, name: str, holds: str) -> str:
    return f"map(filter({listed} as {name}, {holds}), #.id)"


EACH: Final[Mapping[str, str]] = {
    "LF-02": _each(
        *("registration_changes", "c"),
        f"c.what in {_ITEMS} and c.day >= 736573 and c.by < today and {_late('c.filed', 'c.by')} and {_force('c.day')}",
    ),
    "SP-01-d-1": _each(
        *("regulator_findings", "f"),
        f"f.domain == 'service_quality' and f.source == 'regulator' and f.final == true and f.closed == {_N}"
        f" and {_force('f.day')}",
    ),
    "SP-02-c": _each(
        *("services", "s"),
        "(s.cross_border == true or (listed.regions and some(s.regions as r, not (r in regions))))"
        f" and {_within('s')} and {_during('s.starts', 's.ends')}",
    ),
    "SP-02-d": _each(
        *("displays", "d"),
        f"now and d.place == 'premises' and d.since < {_N} and (d.shown == false or d.prominent == false"
        " or (d.number != '' and number != '' and d.number != number))",
    ),
    "SP-03-b": _each(
        *("network_resources", "n"),
        f"n.kind == 'transmission' and {_during('n.used', 'n.until')} and not ({_MAYBE_FORCE} and not {_SUPPLIED})"
        f" and not ({_maybe_supplied('n.used')} and not {_GAP})",
    ),
    "SP-03-c": _each(
        *("network_resources", "n"),
        f"n.kind == 'transmission' and {_force('n.contracted')} and not {_maybe_supplied('n.contracted')}",
    ),
    "SP-05-d-1": _each(
        *("complaints", "c"), f"c.final == true and c.resolved == false and c.by < today and {_force('c.day')}"
    ),
    "SP-05-d-2": _each(
        *("complaints", "c"),
        f"c.day >= 736175 and c.by < today and {_late('c.replied', 'c.by')} and {_force('c.day')}",
    ),
    "SP-08-a-1": _each(
        *("incidents", "i"),
        f"{_GRAVE} and i.by < midnight and {_late('i.measures', 'i.by', _MINUTE)} and {_force('i.day')}",
    ),
    "SP-08-b": _each(
        *("incidents", "i"),
        f"{_GRAVE} and i.by < midnight and {_late('i.reported', 'i.by', _MINUTE)} and {_force('i.day')}",
    ),
    "SP-08-c": (
        f"flatMap(incidents as i, map(filter(i.orders as o, o.due < today and i.day < {_N} and (({_GRAVE}"
        f" and {_late('o.complied', 'o.due')}) or (i.users < 100000 and o.given > o.due) or (i.users > {_N}"
        f" and o.given > o.due and {_late('o.complied', 'o.due')})) and {_force('o.given')}) as o,"
        " i.id + '/' + o.id))"
    ),
    "SP-09-d": _each(
        *("illegal_information", "i"),
        f"i.found_by < midnight and {_late('i.disposed', 'i.found_by', _MINUTE)} and {_force('i.found_day')}",
    ),
    "SP-09-e": _each("illegal_information", "i", f"i.kept == false and {_force('i.day')}"),
    "SP-09-f": _each("illegal_information", "i", f"i.by < today and {_told('i')} and {_force('i.day')}"),
    "SP-12-a": _each(
        "local_body_changes", "b", f"b.by < today and b.province in regions and {_told('b')} and {_force('b.day')}"
    ),
    "SP-12-b": _each(
        *("terms", "t"),
        f"t.starts < {_N} and t.by < today and {_late('t.applied', 't.by')} and (t.intends == true"
        f" or (t.expires < today and some(services as s, s.starts <= t.expires and t.expires < s.ends"
        f" and s.ends <= {_N} and t.next < s.winding and s.winding <= {_N} and {_within('s')})))",
    ),
    "SP-12-c": _each(
        *("terms", "t"),
        f"t.starts < {_N} and t.intends == false and t.by >= 736573 and t.by < today and {_late('t.closing', 't.by')}",
    ),
    "SP-14-a": _each(
        *("years", "y"),
        f"y.closes < today and listed.annual_reports and {_force('y.opens')} and {_force('y.closes')}"
        f" and not {_STILL_OPEN} and not {_REPORTED}",
    ),
    "SP-15-03-a": _each(
        *("illegal_information", "i"),
        "i.origin == 'own' and not (i.category in ['', 'other']) and not (i.established in ['', 'nobody'])"
        f" and {_force('i.found_day')} and {_informing('i.found_day')}",
    ),
    "SP-15-06-c": _each(
        *("places", "p"),
        f"p.code == 'B25' and p.by < today and p.by < p.ends and p.ends <= {_N} and listed.security_filings"
        f" and {_force('p.first')} and {_within('p')}"
        f" and none(security_filings as f, f.filed != {_N} and f.province in [p.province, ''])",
    ),
    "SP-15-08-b": _each(
        *("launches", "l"),
        f"l.via == true and {_force('l.day')} and {_informing('l.day')} and listed.assessments"
        f" and none(assessments as a, a.day != {_N} and a.subject in [l.id, ''] and {_by('a.day', 'l.day')})",
    ),
    "SP-15-08-e": _each(
        *("assessments", "a"),
        f"a.by < today and {_told('a')} and {_force('a.day')} and {_informing('a.day')} and listed.launches"
        f" and listed.major_changes and not {_offline('launches')} and not {_offline('major_changes')}",
    ),
}
