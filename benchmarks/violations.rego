# The thirty norms by hand in Rego: what is surely violated. `prepared.py` says how the input is made.
package violations

import rego.v1

never := 9000000

in_force(day) if {
	day < never
	some t in input.terms
	t.starts <= day
	lasts(t, day)
}

# On some day of a period.
in_force_during(start, end) if {
	start < never
	some t in input.terms
	begins(t, start, end)
	lasts(t, start)
}

begins(t, start, _) if t.starts <= start

begins(t, _, end) if {
	t.starts < never
	t.starts <= end
	end <= never
}

lasts(t, day) if {
	t.expires <= never
	day <= t.expires
}

lasts(t, _) if runs_on(t)

runs_on(t) if {
	extended(t)
	input.listed.terms
	not later_term(t)
}

later_term(t) if {
	some u in input.terms
	u.starts != never
	u.starts > t.starts
}

extended(t) if {
	t.applied < never
	t.decided < never
	t.outcome == "granted"
}

extended(t) if {
	t.expires < never
	t.applied <= t.by
	t.decided > t.expires
	t.decided <= never
}

now if in_force(input.today)

within_scope(code, network) if {
	some i in input.scope
	i.code == code
	i[network] == true
}

informing(day) if {
	some s in input.services
	s.code == "B25"
	s.starts < never
	s.starts <= day
	day <= s.ends
	s.ends <= never
	within_scope(s.code, s.network)
}

# Whether in_force may hold, for what must surely not be so.
maybe_in_force(_) if not input.listed.terms

maybe_in_force(day) if {
	day != never
	some t in input.terms
	t.starts != never
	maybe_begun(t, day)
	maybe_lasts(t, day)
}

maybe_begun(t, day) if t.starts <= day

maybe_begun(t, _) if t.starts > never

maybe_lasts(t, day) if day <= t.expires

maybe_lasts(_, day) if day > never

maybe_lasts(t, _) if maybe_extended(t)

maybe_extended(t) if {
	t.applied != never
	t.decided != never
	t.outcome in {"", "granted"}
}

maybe_extended(t) if {
	maybe_applied(t)
	maybe_decided_after(t)
}

maybe_applied(t) if t.applied <= t.by

maybe_applied(t) if t.applied > never

maybe_applied(t) if {
	t.expires > never
	t.applied != never
}

maybe_decided_after(t) if t.decided > t.expires

maybe_decided_after(t) if t.expires > never

# The licences of suppliers
supplied(supplier, day) if {
	supplier != ""
	day < never
	some l in input.licences
	l.holder == supplier
	l.level == "basic"
	l.issued <= day
	day <= l.expires
	l.expires < never
}

maybe_supplied(_, _) if not input.listed.licences

maybe_supplied(supplier, day) if {
	day != never
	some l in input.licences
	l.issued != never
	maybe_same(l.holder, supplier)
	maybe_same(l.level, "basic")
	maybe_by(l.issued, day)
	maybe_by(day, l.expires)
}

maybe_same(a, b) if a == b

maybe_same(a, _) if a == ""

maybe_same(_, b) if b == ""

maybe_by(a, b) if a <= b

maybe_by(a, _) if a > never

maybe_supplied_throughout(supplier, used, until) if {
	maybe_supplied(supplier, used)
	not gap(supplier, used, until)
}

gap(supplier, used, until) if {
	some l in input.licences
	l.issued < never
	l.holder == supplier
	supplier != ""
	l.level == "basic"
	l.expires < never
	l.expires < input.today
	l.expires < until
	until <= never
	used <= l.expires
	input.listed.licences
	not maybe_followed(l)
}

maybe_followed(l) if {
	some m in input.licences
	m.issued != never
	maybe_same(m.holder, l.holder)
	maybe_same(m.level, l.level)
	maybe_by(m.issued, l.next)
	m.expires > l.expires
}

# Controls and documents of which it is not sure that there is none
maybe_in_place(_) if not input.listed.controls

maybe_in_place(kind) if {
	some c in input.controls
	c.in_place != false
	c.kind in {kind, ""}
}

maybe_adopted(_) if not input.listed.documents

maybe_adopted(kind) if {
	some d in input.documents
	d.adopted != never
	d.kind in {kind, ""}
}

late_answer(answered, by) if {
	answered > by
	answered <= never
}

late_answer_since(answered, by, _) if late_answer(answered, by)

late_answer_since(answered, _, since) if answered < since

# The norms
violated contains ["LF-02", c.id] if {
	some c in input.registration_changes
	c.what in {"company_name", "legal_representative", "registered_capital"}
	c.day >= 736573
	c.by < input.today
	late_answer(c.filed, c.by)
	in_force(c.day)
}

violated contains ["SP-01-d-1", f.id] if {
	some f in input.regulator_findings
	f.domain == "service_quality"
	f.source == "regulator"
	f.final == true
	f.closed == never
	in_force(f.day)
}

violated contains ["SP-02-c", s.id] if {
	some s in input.services
	s.code != ""
	in_force_during(s.starts, s.ends)
	within_scope(s.code, s.network)
	beyond(s)
}

beyond(s) if s.cross_border == true

beyond(s) if {
	input.listed.regions
	some r in s.regions
	not r in input.regions
}

violated contains ["SP-02-d", d.id] if {
	some d in input.displays
	d.place == "premises"
	d.since < never
	now
	unfit(d)
}

unfit(d) if d.shown == false

unfit(d) if d.prominent == false

unfit(d) if {
	d.number != ""
	input.number != ""
	d.number != input.number
}

violated contains ["SP-03-b", n.id] if {
	some n in input.network_resources
	n.kind == "transmission"
	in_force_during(n.used, n.until)
	not contract_decides(n)
	not maybe_supplied_throughout(n.supplier, n.used, n.until)
}

contract_decides(n) if {
	maybe_in_force(n.contracted)
	not supplied(n.supplier, n.contracted)
}

violated contains ["SP-03-c", n.id] if {
	some n in input.network_resources
	n.kind == "transmission"
	in_force(n.contracted)
	not maybe_supplied(n.supplier, n.contracted)
}

violated contains ["SP-04-d", ""] if {
	now
	not users_managed
}

users_managed if {
	maybe_in_place("user_technical")
	maybe_in_place("user_monitoring")
}

violated contains ["SP-04-e-1", ""] if {
	input.forbidden_by == "none"
	now
}

violated contains ["SP-05-b", ""] if {
	now
	not maybe_adopted("service_management")
}

violated contains ["SP-05-c", ""] if {
	input.handlers < 1
	now
}

violated contains ["SP-05-d-1", c.id] if {
	some c in input.complaints
	c.final == true
	c.resolved == false
	c.by < input.today
	in_force(c.day)
}

violated contains ["SP-05-d-2", c.id] if {
	some c in input.complaints
	c.day >= 736175
	c.by < input.today
	late_answer(c.replied, c.by)
	in_force(c.day)
}

violated contains ["SP-07-b-1", ""] if {
	input.responsible == false
	now
}

violated contains ["SP-07-c", ""] if {
	now
	not information_protected
}

information_protected if {
	maybe_adopted("personal_information_protection")
	maybe_in_place("personal_information_technical")
}

grave(i) if {
	i.users >= 100000
	i.users < never
}

violated contains ["SP-08-a-1", i.id] if {
	some i in input.incidents
	grave(i)
	i.by < input.midnight
	late_answer_minute(i.measures, i.by)
	in_force(i.day)
}

violated contains ["SP-08-b", i.id] if {
	some i in input.incidents
	grave(i)
	i.by < input.midnight
	late_answer_minute(i.reported, i.by)
	in_force(i.day)
}

late_answer_minute(answered, by) if {
	answered > by
	answered <= never * 1440
}

violated contains ["SP-08-c", sprintf("%s/%s", [i.id, o.id])] if {
	some i in input.incidents
	i.day < never
	some o in i.orders
	o.due < input.today
	in_force(o.given)
	not_complied(i, o)
}

not_complied(i, o) if {
	grave(i)
	late_answer(o.complied, o.due)
}

not_complied(i, o) if {
	i.users < 100000
	o.given > o.due
}

not_complied(i, o) if {
	i.users > never
	o.given > o.due
	late_answer(o.complied, o.due)
}

violated contains ["SP-09-b", ""] if {
	now
	logs_short
}

logs_short if input.retention < 6

logs_short if {
	input.retention_unit == "day"
	input.retention < 181
}

violated contains ["SP-09-d", i.id] if {
	some i in input.illegal_information
	i.found_by < input.midnight
	late_answer_minute(i.disposed, i.found_by)
	in_force(i.found_day)
}

violated contains ["SP-09-e", i.id] if {
	some i in input.illegal_information
	i.kept == false
	in_force(i.day)
}

violated contains ["SP-09-f", i.id] if {
	some i in input.illegal_information
	i.by < input.today
	late_answer_since(i.reported, i.by, i.day)
	in_force(i.day)
}

violated contains ["SP-12-a", b.id] if {
	some b in input.local_body_changes
	b.by < input.today
	b.province in input.regions
	late_answer_since(b.reported, b.by, b.day)
	in_force(b.day)
}

violated contains ["SP-12-b", t.id] if {
	some t in input.terms
	t.starts < never
	t.by < input.today
	late_answer(t.applied, t.by)
	goes_on(t)
}

goes_on(t) if t.intends == true

goes_on(t) if {
	t.expires < input.today
	some s in input.services
	s.starts <= t.expires
	t.expires < s.ends
	s.ends <= never
	t.next < s.winding
	s.winding <= never
	s.code != ""
	within_scope(s.code, s.network)
}

violated contains ["SP-12-c", t.id] if {
	some t in input.terms
	t.starts < never
	t.intends == false
	t.by >= 736573
	t.by < input.today
	late_answer(t.closing, t.by)
}

violated contains ["SP-14-a", y.id] if {
	some y in input.years
	y.closes < input.today
	in_force(y.opens)
	in_force(y.closes)
	input.listed.annual_reports
	not maybe_extended_to_today(y)
	not maybe_reported(y)
}

maybe_extended_to_today(y) if {
	not input.listed.annual_report_extensions
	y.year_end >= input.today
}

maybe_extended_to_today(y) if {
	y.year_end >= input.today
	some e in input.annual_report_extensions
	maybe_of_year(e, y)
	extension_open(e, y)
}

# Which year an extension is for may not be stated: then the year's end is the only bound.
extension_open(e, _) if e.year > never

extension_open(e, _) if e.ends >= input.today

maybe_of_year(one, y) if one.year == y.year

maybe_of_year(one, _) if one.year > never

maybe_reported(y) if {
	some r in input.annual_reports
	r.submitted != never
	maybe_of_year(r, y)
	maybe_in_time(r, y)
}

maybe_in_time(r, _) if r.submitted > never

maybe_in_time(r, y) if {
	y.opens <= r.submitted
	r.submitted <= y.closes
}

maybe_in_time(r, y) if {
	y.opens <= r.submitted
	r.submitted <= y.year_end
	maybe_extended_until(r, y)
}

maybe_extended_until(_, _) if not input.listed.annual_report_extensions

maybe_extended_until(r, y) if {
	some e in input.annual_report_extensions
	maybe_of_year(e, y)
	extension_reaches(e, r)
}

extension_reaches(e, _) if e.year > never

extension_reaches(e, r) if r.submitted <= e.ends

violated contains ["SP-15-03-a", i.id] if {
	some i in input.illegal_information
	i.origin == "own"
	not i.category in {"", "other"}
	not i.established in {"", "nobody"}
	in_force(i.found_day)
	informing(i.found_day)
}

violated contains ["SP-15-06-c", p.id] if {
	some p in input.places
	p.code == "B25"
	p.by < input.today
	p.by < p.ends
	p.ends <= never
	input.listed.security_filings
	in_force(p.first)
	within_scope(p.code, p.network)
	not maybe_filed(p.province)
}

maybe_filed(province) if {
	some f in input.security_filings
	f.filed != never
	f.province in {province, ""}
}

violated contains ["SP-15-08-b", l.id] if {
	some l in input.launches
	l.via == true
	in_force(l.day)
	informing(l.day)
	input.listed.assessments
	not maybe_assessed(l)
}

maybe_assessed(l) if {
	some a in input.assessments
	a.day != never
	a.subject in {l.id, ""}
	maybe_by(a.day, l.day)
}

violated contains ["SP-15-08-e", a.id] if {
	some a in input.assessments
	a.by < input.today
	late_answer_since(a.reported, a.by, a.day)
	in_force(a.day)
	informing(a.day)
	input.listed.launches
	input.listed.major_changes
	not maybe_offline(a, input.launches)
	not maybe_offline(a, input.major_changes)
}

maybe_offline(a, listed) if {
	some l in listed
	l.day != never
	l.via != true
	l.id == a.subject
}

maybe_offline(a, listed) if {
	some l in listed
	l.day != never
	l.via != true
	a.subject == ""
}
