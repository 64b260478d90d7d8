"""Which facts a company can act on: each is named here, since a wrong mark would have a record falsified."""

import re
from string import Formatter

import pytest

from hegui.facts import Field, Kind, Table, company_schema
from hegui.facts.acting import Change

TABLES = company_schema().tables
MARKED = [(table, field) for table in TABLES.values() for field in table.fields.values() if field.act is not None]

DONE = """
    licence.terms: renewal_applied_on closing_reported_on
    licences: cancellation_applied_on
    registration_changes: filed_on
    services: ended_on winding_down_since
    complaints: replied_on
    fee_collections: ended_on agreement_signed_on
    apps.breaches: handled_at
    network_resources: used_until
    resources_held: used_from
    resources_provided: provided_until
    misuses: stopped_on
    documents: adopted_on
    company: security.body_established_on
    security_filings: filed_on
    network_units: graded_on filed_on
    network_units.checks: done_on reported_on
    network_units.filing_changes: refiled_on
    network_units.gaps: closed_on
    projects: security_planned_on security_built_on security_live_on
    incidents: measures_started_at contained_at eliminated_at reported_at
    incidents.orders: complied_on
    threat_orders: measures_done_on
    lifecycle_breaches: closed_on
    regulator_findings: closed_on
    inspections.requests: provided_on
    assistance_requests: provided_on
    illegal_information: disposed_at reported_on
    entity_changes: applied_on withdrawn_on
    local_body_changes: reported_on
    annual_reports: submitted_on
    assessments: completed_on report_submitted_on
    assessment_risks: treated_on
"""
PRESENT = """
    displays: shown number_shown prominent
    complaints: resolved
    fee_collections: sets_rights sets_duties sets_liability
    apps: permissions_disclosed history_kept developer_kept
    accounts: verified recorded
    accounts.breaches: action
    resources_held: actual_use
    company: user_terms.forbidden_by staff.complaint_handlers staff.dedicated_security logs.retention
    company: security.responsible_person_named security.coverage security.tools_operation_recorded
    controls: in_place
    lifecycle_rules: in_place
"""
ADDED = {
    "controls",
    "documents",
    "security_filings",
    "network_units.checks",
    "lifecycle_rules",
    "annual_reports",
    "assessments",
}


def _listed(text: str) -> set[str]:
    lines = (line.strip().partition(": ") for line in text.strip().splitlines())
    return {f"{table}.{name}" for table, _, names in lines for name in names.split()}


def _named(*changes: Change) -> set[str]:
    return {f"{table.path}.{field.name}" for table, field in MARKED if field.act and field.act.change in changes}


def test_what_can_be_done_now() -> None:
    assert _named(Change.DONE) == _listed(DONE)
    assert _named(Change.RENEWED) == {"company.app_store.last_patrol_on"}


def test_what_is_a_present_state() -> None:
    assert _named(Change.BROUGHT, Change.RAISED, Change.REPLACED) == _listed(PRESENT)


def test_what_can_be_added() -> None:
    assert {table.path for table in TABLES.values() if table.adding is not None} == ADDED
    assert {table.path for table in TABLES.values() if table.grows} == {*ADDED, "check_periods"}


def test_what_can_be_over() -> None:
    endings = {table.path: table.ending for table in TABLES.values() if table.ending is not None}
    assert endings == {
        "services": "ended_on",
        "fee_collections": "ended_on",
        "network_resources": "used_until",
        "resources_provided": "provided_until",
    }


@pytest.mark.parametrize(("table", "field"), MARKED, ids=[f"{table.path}.{field.name}" for table, field in MARKED])
def test_an_act_fits_its_field(table: Table, field: Field) -> None:
    act = field.act
    assert act is not None
    assert not table.derived
    assert re.search("[一-鿿]", act.title.zh)
    assert re.fullmatch(r"[\x20-\x7e]+", act.title.en)
    kinds = {
        Change.DONE: {Kind.DAY, Kind.MINUTE},
        Change.RENEWED: {Kind.DAY, Kind.MINUTE},
        Change.BROUGHT: {Kind.FLAG, Kind.WORD},
        Change.RAISED: {Kind.NUMBER},
        Change.REPLACED: {Kind.TEXT},
    }
    assert field.kind in kinds[act.change]
    assert field.event == (act.change in (Change.DONE, Change.RENEWED))
    assert all(isinstance(value, field.words or bool) for value in act.to)
    assert bool(act.to) == (act.change is Change.BROUGHT)
    assert {name for name, _ in act.settles} <= set(table.fields)
    names = {name for text in (act.title.zh, act.title.en) for _, name, _, _ in Formatter().parse(text) if name}
    assert names <= {"value", *(name.rpartition(".")[2] for name in table.fields)}


@pytest.mark.parametrize("path", sorted(ADDED))
def test_what_is_added_is_of_its_table(path: str) -> None:
    table = TABLES[path]
    assert table.adding is not None
    assert set(table.adding.now) == {name for name in table.adding.now if table.fields[name].event}
    assert {name for name, _ in table.adding.given} <= set(table.fields)
    for text in (table.adding.title.zh, table.adding.title.en):
        assert {name for _, name, _, _ in Formatter().parse(text) if name} <= set(table.fields)
