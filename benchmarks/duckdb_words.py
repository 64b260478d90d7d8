"""What the hand-written SQL for DuckDB says again and again: macros, and a company's lists with dates for texts."""

from typing import Final

from .calendar_lists import FIRST

__all__ = ["MACROS", "NEVER", "PARSED"]

NEVER: Final = "DATE '9999-12-31'"
MACROS: Final = f"""
CREATE OR REPLACE MACRO event(s) AS CASE WHEN s > getvariable('today') THEN {NEVER} ELSE TRY_CAST(s AS DATE) END;
CREATE OR REPLACE MACRO term(s) AS TRY_CAST(s AS DATE);
CREATE OR REPLACE MACRO early(s) AS
  CASE WHEN s > getvariable('midnight') THEN TIMESTAMP '9999-12-31' ELSE TRY_CAST(s AS TIMESTAMP) END;
CREATE OR REPLACE MACRO late(s) AS CASE WHEN length(s) = 10 THEN early(s) + INTERVAL 1439 MINUTE ELSE early(s) END;
CREATE OR REPLACE MACRO worth(condition) AS coalesce(condition::TINYINT * 2, 1);
CREATE OR REPLACE MACRO any3(l, worths) AS nullif(coalesce(list_max(worths), len(l), 1), 1) > 1;
CREATE OR REPLACE MACRO reviewed(b, r) AS CASE WHEN NOT b AND r IS DISTINCT FROM false THEN NULL ELSE b END;
CREATE OR REPLACE MACRO status(a, b, l) AS CASE
  WHEN NOT a THEN 'not_applicable' WHEN a IS NULL THEN 'undetermined' WHEN NOT b THEN 'met' WHEN NOT l THEN 'pending'
  WHEN b AND l THEN 'violated' ELSE 'undetermined' END;
CREATE OR REPLACE MACRO judged(n, s, a, b, r, l) AS {{norm: n, subject: s, applies: a, breach: b, review: r, late: l}};
CREATE OR REPLACE MACRO answer(n, s, a, b, l) AS judged(n, s, a, b, false, l);
CREATE OR REPLACE MACRO listed(l) AS CASE WHEN l IS NULL THEN [NULL] ELSE l END;
CREATE OR REPLACE MACRO after15(d) AS getvariable('after15')[(d - DATE '{FIRST}')::INT + 1];
CREATE OR REPLACE MACRO after30(d) AS getvariable('after30')[(d - DATE '{FIRST}')::INT + 1];
CREATE OR REPLACE MACRO workdays10(d) AS getvariable('workdays10')[(d - DATE '{FIRST}')::INT + 1];
CREATE OR REPLACE MACRO passed(d) AS d < getvariable('today')::DATE;
CREATE OR REPLACE MACRO in_force(d, terms) AS d <> {NEVER} AND any3(terms, list_transform(terms, lambda t:
  worth(t.starts <> {NEVER} AND t.starts <= d AND (d <= t.ends OR t.runs_on))));
CREATE OR REPLACE MACRO in_force_during(a, b, terms) AS a <> {NEVER} AND any3(terms, list_transform(terms, lambda t:
  worth(t.starts <> {NEVER} AND (t.starts <= a OR t.starts <= b) AND (a <= t.ends OR t.runs_on))));
CREATE OR REPLACE MACRO within_scope(code_, network_, scope) AS any3(scope, list_transform(scope, lambda i:
  worth(i.code = code_ AND ((network_ = 'internet' AND i.internet) OR (network_ = 'mobile' AND i.mobile)
  OR (network_ = 'fixed_phone' AND i.fixed_phone)))));
CREATE OR REPLACE MACRO informing(d, services) AS any3(services, list_transform(services, lambda s:
  worth(s.starts <> {NEVER} AND s.code = 'B25' AND s.within AND s.starts <= d AND d <= s.ends)));
CREATE OR REPLACE MACRO supplied(supplier_, d, licences) AS any3(licences, list_transform(licences, lambda l:
  worth(l.issued <> {NEVER} AND l.holder = supplier_ AND l.level = 'basic' AND l.issued <= d AND d <= l.expires
  AND d <> {NEVER})));
CREATE OR REPLACE MACRO at_once(n, s, a, low, high, done_low, done_high, grave) AS judged(n, s, a,
  CASE WHEN NOT grave THEN false
    WHEN done_high <= low + INTERVAL 24 HOUR THEN false
    WHEN done_low > high + INTERVAL 24 HOUR AND grave THEN true END,
  low + INTERVAL 1 HOUR < done_high,
  high + INTERVAL 24 HOUR < getvariable('today')::TIMESTAMP);
"""

PARSED: Final = f"""
SELECT *, list_transform(stated_terms, lambda t: {{id: t.id, starts: t.starts, ends: t.ends, intends: t.intends,
    applied: t.applied, closing: t.closing,
    runs_on: ((t.applied <> {NEVER} AND t.decided <> {NEVER} AND t.outcome = 'granted')
        OR (t.applied <= t.ends - 90 AND (t.ends < t.decided OR t.decided = {NEVER})))
      AND NOT any3(stated_terms, list_transform(stated_terms, lambda u: worth(u.starts <> {NEVER}
        AND t.starts < u.starts)))}}) AS terms
FROM (SELECT *,
  list_transform(licence.terms, lambda t: {{id: t.id, starts: event(t.starts_on), ends: term(t.expires_on),
    intends: t.intends_to_continue, applied: event(t.renewal_applied_on), decided: event(t.renewal_decided_on),
    outcome: t.renewal_outcome, closing: event(t.closing_reported_on)}}) AS stated_terms,
  list_transform(services, lambda s: {{id: s.id, code: s.code, network: s.network, starts: event(s.started_on),
    ends: event(s.ended_on), ended_on: s.ended_on, winding: event(s.winding_down_since),
    cross_border: s.cross_border, regions: s.regions,
    within: within_scope(s.code, s.network, licence.scope)}}) AS carried,
  list_transform(licences, lambda l: {{holder: l.holder, level: l.level, issued: event(l.issued_on),
    expires: term(l.expires_on)}}) AS others,
  event(licence.first_obtained_on) AS obtained
FROM companies)
"""
