"""The thirty norms by hand in DuckDB's SQL, for many companies: each company's findings as one list, in one scan.

Three values are SQL's own. The calendar of working days, which SQL cannot know, comes in as lists of the days on which
a period ends, by the day it begins; `operating provinces` are grouped by hand from the services.
"""

import datetime
from pathlib import Path
from typing import Final

import duckdb

from .calendar_lists import ends
from .duckdb_words import MACROS, NEVER, PARSED

__all__ = ["query", "run", "statuses"]

_NOW: Final = "getvariable('today')::DATE"

_COMPANY: Final = f"""[
  answer('SP-04-d', '', now_in_force,
    NOT (any3(controls, list_transform(controls, lambda c: worth(c.kind = 'user_technical' AND c.in_place)))
    AND any3(controls, list_transform(controls, lambda c: worth(c.kind = 'user_monitoring' AND c.in_place)))), true),
  answer('SP-04-e-1', '', now_in_force, user_terms.forbidden_by = 'none', true),
  answer('SP-05-b', '', now_in_force, NOT any3(documents, list_transform(documents, lambda d:
    worth(d.kind = 'service_management' AND event(d.adopted_on) <> {NEVER}))), true),
  answer('SP-05-c', '', now_in_force, staff.complaint_handlers < 1, true),
  answer('SP-07-b-1', '', now_in_force, NOT security.responsible_person_named, true),
  answer('SP-07-c', '', now_in_force, NOT (
    any3(documents, list_transform(documents, lambda d:
      worth(d.kind = 'personal_information_protection' AND event(d.adopted_on) <> {NEVER})))
    AND any3(controls, list_transform(controls, lambda c: worth(c.kind = 'personal_information_technical'
      AND c.in_place)))), true),
  judged('SP-09-b', '', now_in_force AND {_NOW} >= DATE '2017-06-01',
    logs.retention < 6 OR (logs.retention_unit = 'day' AND logs.retention < 181),
    logs.retention_unit = 'day' AND logs.retention <= 183, true)
]"""

_ELEMENTS: Final = f"""flatten(flatten([
  list_transform(listed(carried), lambda s: [answer('SP-02-c', coalesce(s.id, '?'),
    s.starts <> {NEVER} AND CASE WHEN s IS NULL THEN within_scope(NULL, NULL, licence.scope) ELSE s.within END
      AND in_force_during(s.starts, s.ends, terms),
    s.cross_border OR any3(s.regions, list_transform(s.regions, lambda r: worth(NOT list_contains(licence.regions,
      r)))), true)]),
  list_transform(listed(displays), lambda d: [
    answer('SP-02-d', coalesce(d.id, '?'), event(d.in_use_since) <> {NEVER} AND d.place = 'premises' AND now_in_force,
      NOT (d.shown AND d.number_shown = licence.number AND d.prominent), true),
    judged('SP-02-f-2', coalesce(d.id, '?'), event(d.in_use_since) <> {NEVER} AND d.place = 'other' AND now_in_force,
      false, NOT (d.shown AND d.number_shown = licence.number AND d.prominent), true)]),
  list_transform(list_transform(listed(registration_changes), lambda c:
      {{id: c.id, what: c.what, day: event(c.registered_on), filed: event(c.filed_on)}}), lambda c: [
    answer('LF-02', coalesce(c.id, '?'), c.day <> {NEVER} AND c.day >= DATE '2017-09-01'
      AND c.what IN ('company_name', 'legal_representative', 'registered_capital') AND in_force(c.day, terms),
      c.filed > after30(c.day), passed(after30(c.day)))]),
  list_transform(listed(regulator_findings), lambda f: [judged('SP-01-d-1', coalesce(f.id, '?'),
    event(f.found_on) <> {NEVER} AND f.domain = 'service_quality' AND in_force(event(f.found_on), terms),
    f.source = 'regulator' AND f.final AND event(f.closed_on) = {NEVER}, event(f.closed_on) = {NEVER},
    true)]),
  list_transform(list_transform(listed(network_resources), lambda n: {{id: n.id, kind: n.kind, supplier: n.supplier,
      contracted: event(n.contracted_on), used: event(n.used_from), until: event(n.used_until)}}), lambda n: [
    answer('SP-03-b', coalesce(n.id, '?'), (n.contracted <> {NEVER} OR n.used <> {NEVER}) AND n.kind = 'transmission'
      AND in_force_during(n.used, n.until, terms)
      AND NOT (in_force(n.contracted, terms) AND NOT supplied(n.supplier, n.contracted, others)),
      NOT (supplied(n.supplier, n.used, others) AND NOT any3(others, list_transform(others, lambda l:
        worth(l.issued <> {NEVER} AND l.holder = n.supplier AND l.level = 'basic' AND NOT (
          n.until <= l.expires OR {_NOW} <= l.expires OR l.expires < n.used
          OR any3(others, list_transform(others, lambda m: worth(m.issued <> {NEVER} AND m.holder = l.holder
            AND m.level = l.level
            AND m.issued <= l.expires + 1 AND l.expires < m.expires)))))))), true),
    answer('SP-03-c', coalesce(n.id, '?'), (n.contracted <> {NEVER} OR n.used <> {NEVER}) AND n.kind = 'transmission'
      AND in_force(n.contracted, terms), NOT supplied(n.supplier, n.contracted, others), true)]),
  list_transform(list_transform(listed(complaints), lambda c: {{id: c.id, day: event(c.received_on),
      replied: event(c.replied_on), final: c.final, resolved: c.resolved}}), lambda c: [
    judged('SP-05-d-1', coalesce(c.id, '?'), c.day <> {NEVER} AND in_force(c.day, terms),
      c.final AND NOT c.resolved, NOT c.resolved, passed(after15(c.day))),
    answer('SP-05-d-2', coalesce(c.id, '?'),
      c.day <> {NEVER} AND c.day >= DATE '2016-07-30' AND in_force(c.day, terms),
      c.replied > after15(c.day), passed(after15(c.day)))]),
  list_transform(list_transform(listed(incidents), lambda i: {{id: i.id, low: early(i.discovered_at),
      high: late(i.discovered_at), measures_low: early(i.measures_started_at),
      measures_high: late(i.measures_started_at),
      reported_low: early(i.reported_at), reported_high: late(i.reported_at), grave: i.affected_users >= 100000}}),
    lambda i: [
    at_once('SP-08-a-1', coalesce(i.id, '?'), in_force(i.low::DATE, terms), i.low, i.high, i.measures_low,
      i.measures_high, i.grave),
    at_once('SP-08-b', coalesce(i.id, '?'), in_force(i.low::DATE, terms), i.low, i.high, i.reported_low,
      i.reported_high, i.grave)]),
  list_transform(listed(incidents), lambda i: list_transform(list_transform(listed(i.orders), lambda o: {{id: o.id,
      given: event(o.given_on), due: term(o.due_on), complied: event(o.complied_on)}}), lambda o:
    judged('SP-08-c', coalesce(i.id, '?') || '/' || coalesce(o.id, '?'),
      o.given <> {NEVER} AND early(i.discovered_at) <> TIMESTAMP '9999-12-31' AND in_force(o.given, terms),
      CASE WHEN i.affected_users >= 100000 THEN o.complied > o.due
        WHEN i.affected_users < 100000 THEN o.given > o.due
        WHEN o.complied > o.due AND o.given > o.due THEN true
        WHEN o.complied <= o.due AND o.given <= o.due THEN false END, o.complied > o.due, passed(o.due)))),
  list_transform(list_transform(listed(illegal_information), lambda i: {{id: i.id, low: early(i.found_at),
      high: late(i.found_at), disposed_low: early(i.disposed_at), disposed_high: late(i.disposed_at),
      day: early(i.disposed_at)::DATE, reported: event(i.reported_on), kept: i.records_kept, category: i.category,
      origin: i.origin, by_whom: i.established_by}}), lambda i: [
    at_once('SP-09-d', coalesce(i.id, '?'), in_force(i.low::DATE, terms), i.low, i.high, i.disposed_low,
      i.disposed_high, true),
    answer('SP-09-e', coalesce(i.id, '?'), in_force(i.day, terms), NOT i.kept, true),
    answer('SP-09-f', coalesce(i.id, '?'), in_force(i.day, terms),
      CASE WHEN i.reported < i.day THEN true ELSE i.reported > workdays10(i.day) END, passed(workdays10(i.day))),
    judged('SP-15-03-a', coalesce(i.id, '?'), i.category <> 'other' AND i.origin = 'own'
      AND in_force(i.low::DATE, terms) AND informing(i.low::DATE, carried),
      i.by_whom <> 'nobody' AND (i.origin = 'own' OR i.disposed_low > i.high + INTERVAL 24 HOUR),
        i.origin = 'own' OR i.disposed_high > i.low + INTERVAL 24 HOUR, true)]),
  list_transform(list_transform(listed(local_body_changes), lambda c: {{id: c.id, province: c.province,
      day: event(c.changed_on), reported: event(c.reported_on)}}), lambda c: [
    answer('SP-12-a', coalesce(c.id, '?'), c.day <> {NEVER} AND in_force(c.day, terms)
      AND any3(licence.regions, list_transform(licence.regions, lambda r: worth(r = c.province))),
      CASE WHEN c.reported < c.day THEN true ELSE c.reported > after30(c.day) END, passed(after30(c.day)))]),
  list_transform(listed(terms), lambda t: [
    answer('SP-12-b', coalesce(t.id, '?'), t.starts <> {NEVER} AND (t.intends OR (passed(t.ends)
      AND any3(carried, list_transform(carried, lambda s: worth(s.starts <> {NEVER} AND s.within AND s.starts <= t.ends
        AND t.ends < s.ends AND t.ends + 1 < s.winding))))),
      t.applied > t.ends - 90, passed(t.ends - 90)),
    answer('SP-12-c', coalesce(t.id, '?'), t.starts <> {NEVER} AND NOT t.intends
      AND t.ends - 90 >= DATE '2017-09-01', t.closing > t.ends - 90, passed(t.ends - 90))]),
  list_transform(list_transform(listed(launches), lambda l: {{id: l.id, via: l.via_internet,
      day: event(l.launched_on)}}),
    lambda l: [answer('SP-15-08-b', coalesce(l.id, '?'), l.day <> {NEVER} AND in_force(l.day, terms)
      AND informing(l.day, carried) AND l.via,
      NOT any3(assessments, list_transform(assessments, lambda a: worth(event(a.completed_on) <> {NEVER}
        AND a.subject = l.id
        AND event(a.completed_on) <= l.day))), true)]),
  list_transform(list_transform(listed(assessments), lambda a: {{id: a.id, subject: a.subject,
      day: event(a.completed_on), reported: event(a.report_submitted_on)}}), lambda a: [
    answer('SP-15-08-e', coalesce(a.id, '?'), a.day <> {NEVER} AND in_force(a.day, terms)
      AND informing(a.day, carried) AND NOT (
        any3(launches, list_transform(launches, lambda l: worth(event(l.launched_on) <> {NEVER} AND l.id = a.subject
          AND NOT l.via_internet)))
        OR any3(major_changes, list_transform(major_changes, lambda c: worth(event(c.changed_on) <> {NEVER}
          AND c.id = a.subject
          AND NOT c.via_internet)))),
      CASE WHEN a.reported < a.day THEN true ELSE a.reported > after30(a.day) END, passed(after30(a.day)))])
]))"""

_YEARS: Final = f"""CASE WHEN licence.first_obtained_on IS NULL
  THEN [answer('SP-14-a', '?', in_force(NULL::DATE, terms), NULL, NULL)]
  WHEN licence.first_obtained_on = 'not_done' THEN []
  ELSE list_transform(list_transform(list_transform(
    range(year(term(licence.first_obtained_on)) + 1, year({_NOW}) + 1), lambda y: {{
      year: y, opens: make_date(y, 1, 1), closes: make_date(y, 3, 31), year_end: make_date(y, 12, 31),
      extended: any3(annual_report_extensions, list_transform(annual_report_extensions, lambda e: worth(e.year = y))),
      latest_sure: list_max(list_transform(list_filter(annual_report_extensions, lambda e: e.year = y),
        lambda e: coalesce(term(e.ends_on), DATE '0001-01-01'))),
      latest_possible: CASE WHEN annual_report_extensions IS NULL THEN {NEVER} ELSE list_max(list_transform(
        list_filter(annual_report_extensions, lambda e: coalesce(e.year = y, true)),
        lambda e: coalesce(term(e.ends_on), {NEVER}))) END,
      earliest_sure: coalesce(list_min(list_transform(list_filter(annual_reports, lambda r: r.filed_in_year = y
        AND event(r.submitted_on) <> {NEVER} AND event(r.submitted_on) >= make_date(y, 1, 1)),
        lambda r: event(r.submitted_on))), {NEVER}),
      earliest_possible: CASE WHEN annual_reports IS NULL THEN DATE '0001-01-01' ELSE coalesce(list_min(list_transform(
        list_filter(annual_reports, lambda r: coalesce(r.filed_in_year = y, true)
        AND coalesce(event(r.submitted_on) <> {NEVER} AND event(r.submitted_on) >= make_date(y, 1, 1), true)),
        lambda r: coalesce(event(r.submitted_on), DATE '0001-01-01'))), {NEVER}) END}}),
    lambda y: {{year: y.year, opens: y.opens, closes: y.closes, sure: y.earliest_sure, possible: y.earliest_possible,
      by_low: CASE WHEN y.extended THEN greatest(y.closes, least(y.year_end, y.latest_sure)) ELSE y.closes END,
      by_high: CASE WHEN NOT y.extended THEN y.closes WHEN y.extended
        THEN greatest(y.closes, least(y.year_end, y.latest_possible)) ELSE y.year_end END,
      closed_in_force: in_force(y.closes, terms)}}),
    lambda y: judged('SP-14-a', y.year::VARCHAR, y.year >= 2018 AND in_force(y.opens, terms),
      CASE
        WHEN (CASE WHEN NOT y.closed_in_force THEN least(y.sure, y.opens) ELSE y.sure END) <= y.by_low THEN false
        WHEN (CASE WHEN y.closed_in_force THEN y.possible ELSE least(y.possible, y.opens) END) > y.by_high THEN true
        END, y.by_low < y.sure,
      CASE WHEN passed(y.by_high) THEN true WHEN NOT passed(y.by_low) THEN false END)) END"""

_PLACES: Final = f"""list_transform(list_transform(list_transform(list_concat(
    list_distinct(flatten(list_transform(list_filter(carried, lambda s: coalesce(s.starts <> {NEVER}, true)),
      lambda s: list_transform(s.regions, lambda r: {{code: s.code, network: s.network, region: r}})))),
    CASE WHEN carried IS NULL OR list_contains(list_transform(carried, lambda s:
      s.regions IS NULL AND coalesce(s.starts <> {NEVER}, true)), true) THEN [NULL] ELSE [] END), lambda p: {{
    code: p.code, network: p.network, region: p.region, here: list_filter(carried, lambda s:
      coalesce(s.starts <> {NEVER}, true) AND s.code IS NOT DISTINCT FROM p.code
      AND s.network IS NOT DISTINCT FROM p.network AND list_contains(s.regions, p.region)),
    others: list_filter(carried, lambda s: coalesce(s.starts <> {NEVER}, true)
      AND (s.regions IS NULL OR s.code IS NULL OR s.network IS NULL)
      AND (s.code IS NULL OR s.code IS NOT DISTINCT FROM p.code)
      AND (s.network IS NULL OR s.network IS NOT DISTINCT FROM p.network)
      AND coalesce(list_contains(s.regions, p.region), true)
      AND NOT coalesce(s.code IS NOT DISTINCT FROM p.code AND s.network IS NOT DISTINCT FROM p.network
        AND list_contains(s.regions, p.region), false))}}), lambda p: {{
    id: CASE WHEN p.region IS NULL THEN '?' ELSE coalesce(p.code, 'unknown') || '/' || coalesce(p.network, 'unknown')
      || '/' || p.region END, code: p.code, network: p.network, region: p.region,
    starts: CASE WHEN p.region IS NOT NULL AND list_count(list_transform(p.here, lambda s: s.starts)) = len(p.here)
      AND NOT list_contains(list_transform(p.others, lambda s: coalesce(
        s.starts < list_min(list_transform(p.here, lambda h: h.starts)), true)), true)
      THEN list_min(list_transform(p.here, lambda s: s.starts)) END,
    ends: CASE WHEN p.region IS NULL THEN NULL
      WHEN list_max(list_transform(p.here, lambda s: s.ended_on)) = 'not_done' THEN {NEVER}
      WHEN list_count(list_transform(p.here, lambda s: s.ended_on)) = len(p.here)
        AND NOT list_contains(list_transform(p.others, lambda s: coalesce(
          s.ended_on > list_max(list_transform(p.here, lambda h: h.ended_on)), true)), true)
      THEN event(list_max(list_transform(p.here, lambda s: s.ended_on))) END}}), lambda p:
  {{id: p.id, code: p.code, network: p.network, starts: p.starts, ends: p.ends,
    first: CASE WHEN p.starts IS NOT NULL AND obtained IS NOT NULL THEN greatest(p.starts, obtained) END,
    low: greatest(coalesce(p.starts, DATE '0001-01-01'), coalesce(obtained, DATE '0001-01-01')),
    sure: coalesce(list_min(list_transform(list_filter(security_filings, lambda f: f.province = p.region),
      lambda f: event(f.filed_on))), {NEVER}),
    possible: CASE WHEN security_filings IS NULL THEN DATE '0001-01-01' ELSE coalesce(list_min(list_transform(
      list_filter(security_filings, lambda f: coalesce(f.province = p.region, true)),
      lambda f: coalesce(event(f.filed_on), DATE '0001-01-01'))), {NEVER}) END}})"""

_FILED: Final = f"""list_transform(places, lambda p: judged('SP-15-06-c', p.id,
  p.starts <> {NEVER} AND p.code = 'B25' AND within_scope(p.code, p.network, licence.scope)
    AND CASE WHEN p.first IS NOT NULL THEN in_force(p.first, terms) ELSE p.low <> {NEVER} AND NULL AND
      any3(terms, list_transform(terms, lambda t: worth(t.starts <> {NEVER}
        AND (CASE WHEN p.low > t.ends THEN false END OR t.runs_on)))) END,
  CASE WHEN p.possible = {NEVER} THEN true WHEN p.sure < {NEVER} THEN false END AND p.first + 30 < p.ends,
    p.first + 30 < p.sure AND p.first + 30 < p.ends, passed(p.first + 30)))"""


def query(source: str, where: str = "true", companies: str = "company") -> str:
    """Findings (company's number, norm, subject, status) of the companies in `source`, a table or a function."""
    return f"""
    WITH companies AS (SELECT * FROM {source}), parsed AS ({PARSED}),
    situated AS (SELECT *, in_force({_NOW}, terms) AS now_in_force, {_PLACES} AS places FROM parsed)
    SELECT {companies}, unnest(found, recursive := true) FROM (SELECT {companies},
      list_filter(list_transform(flatten([{_COMPANY}, {_ELEMENTS}, {_YEARS}, {_FILED}]), lambda f: {{norm: f.norm,
      subject: f.subject, status: status(f.applies, reviewed(f.breach, f.review), f.late)}}),
        lambda f: {where}) AS found
      FROM situated)
    """


def connected(today: datetime.date, threads: int | None = None) -> duckdb.DuckDBPyConnection:
    """A database in memory that knows the macros, the day and the calendar."""
    database = duckdb.connect(config={} if threads is None else {"threads": threads})
    for name, kind, days in (
        ("after15", "days_after", 15),
        ("after30", "days_after", 30),
        ("workdays10", "workdays_after", 10),
    ):
        listed = ", ".join(f"'{day}'" for day in ends(kind, days))
        database.execute(f"SET VARIABLE {name} = [{listed}]::DATE[]")
    database.execute(f"SET VARIABLE today = '{today}'")
    database.execute(f"SET VARIABLE midnight = '{today}T23:59'")
    database.execute(MACROS)
    return database


def statuses(path: Path, today: datetime.date) -> list[tuple[int, str, str, str]]:
    """Every finding: number of the row in the Parquet file, norm, subject, status."""
    source = f"read_parquet('{path}', file_row_number => true)"
    return connected(today).execute(query(source, companies="file_row_number")).fetchall()


def run(path: Path, out: Path, today: datetime.date) -> None:
    """What is violated and pending, from Parquet to Parquet, by licence number."""
    chosen = "f.status IN ('violated', 'pending')"
    found = query(f"read_parquet('{path}')", chosen, "licence.number AS licence").replace(
        "SELECT licence.number AS licence, unnest", "SELECT licence, unnest"
    )
    connected(today).execute(f"COPY ({found}) TO '{out}' (FORMAT parquet)")
