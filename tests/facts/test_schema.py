"""The account of what can be stated, on which conditions, rows, templates and the JSON Schema rest."""

import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

import pytest

from hegui.facts import Company, Field, Kind, Province, Table, Word, company_schema
from hegui.facts.schema import COMPANY, VALUE
from hegui.facts.words.business import ServiceFunction

TABLES = company_schema().tables
FIELDS = [(table, field) for table in TABLES.values() for field in table.fields.values()]


def _words() -> Iterator[type[Word]]:
    yield from {field.words for _, field in FIELDS if field.words is not None}


@pytest.mark.parametrize(("table", "field"), FIELDS, ids=[f"{table.path}.{field.name}" for table, field in FIELDS])
def test_every_field_has_titles_and_help_in_both_languages(table: Table, field: Field) -> None:
    for text in (field.title, field.help):
        assert re.search("[一-鿿]", text.zh)
        assert re.fullmatch(r"[\x20-\x7e…]+", text.en)


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: str(table.path))
def test_every_table_says_what_it_is(table: Table) -> None:
    for text in (table.title, table.help, table.group):
        assert re.search("[一-鿿]", text.zh)
        assert re.fullmatch(r"[\x20-\x7e]+", text.en)
    assert table.parent is None or table.parent in TABLES
    assert (table.parent is None) == (table.path == COMPANY)


def test_names_say_the_kind_of_a_date() -> None:
    for table, field in FIELDS:
        name = f"{table.path}.{field.name}"
        assert (field.kind is Kind.MINUTE) == field.name.endswith("_at"), name
        assert not field.name.endswith("_on") or field.kind is Kind.DAY, name
        assert not field.event or field.kind in (Kind.DAY, Kind.MINUTE), name
        assert (field.words is not None) == (field.kind is Kind.WORD), name


def test_terms_are_the_dates_that_do_not_happen() -> None:
    terms = {f"{table.path}.{field.name}" for table, field in FIELDS if field.kind is Kind.DAY and not field.event}
    assert terms == {
        "licence.terms.expires_on",
        "licences.expires_on",
        "services.fixed_phone_approved_until",
        "fee_collections.agreement_until",
        "resources_held.use_by",
        "network_units.gaps.due_on",
        "incidents.orders.due_on",
        "threat_orders.due_on",
        "inspections.requests.due_on",
        "assistance_requests.due_on",
        "annual_report_extensions.ends_on",
        "assessment_risks.due_on",
        "report_years.closes_on",
        "licensed_businesses.expires_on",
    }


def test_an_element_comes_to_be_by_its_event_dates() -> None:
    for table in TABLES.values():
        assert all(table.fields[name].event for name in table.occurrence), table.path
    assert TABLES["illegal_information"].occurrence == ("found_at", "disposed_at", "reported_on")
    assert TABLES["projects"].occurrence == ("business_planned_on", "business_built_on", "live_on")
    assert TABLES["incidents"].occurrence == ("discovered_at",)
    assert TABLES["apps.versions"].occurrence == ("listed_on",)
    always = {path for path, table in TABLES.items() if not table.occurrence and table.words is None}
    assert always == {
        COMPANY,
        "licence.scope",
        "apps",
        "documents",
        "controls",
        "security_filings",
        "lifecycle_rules",
        "inspections.requests",
        "annual_report_extensions",
    }


def test_tables_stand_in_the_order_of_a_document_and_after_their_parents() -> None:
    paths = list(TABLES)
    assert paths[:3] == [COMPANY, "licence.scope", "licence.regions"]
    assert paths[-4:] == ["report_years", "licensed_businesses", "operating_provinces", "check_periods"]
    assert all(table.parent is None or paths.index(table.parent) < paths.index(table.path) for table in TABLES.values())
    stated = [path for path in paths if path in Company.model_fields]
    assert stated == [name for name in Company.model_fields if name in stated]
    assert [path for path, table in TABLES.items() if table.derived] == paths[-4:]


def test_sections_belong_to_the_company() -> None:
    company = TABLES[COMPANY]
    assert {"name", "form", "licence.number", "logs.retention", "user_terms.forbidden_by"} <= set(company.fields)
    assert "id" not in company.fields
    assert company.fields["licence.registered_capital"].unit == "fen"
    assert TABLES["licence.terms"].parent == COMPANY
    assert {"staff.required_security", "security.coverage", "app_store.last_patrol_on"} <= set(company.fields)
    assert "community.mechanism_requested_on" in company.fields
    assert company.fields["security.coverage"].unit == "hundredths of a percent"
    nested = {"inspections.requests", "network_units.checks", "network_units.filing_changes", "network_units.gaps"}
    nested |= {"incidents.orders", "apps.versions", "apps.breaches", "accounts.breaches"}
    assert all(TABLES[path].parent == path.partition(".")[0] for path in nested)


def test_money_is_in_fen() -> None:
    fen = {f"{table.path}.{field.name}" for table, field in FIELDS if field.unit == "fen"}
    assert fen == {"company.licence.registered_capital", "charges.charged", "charges.owed", "charges.listed"}


def test_sections_of_a_group_stand_together() -> None:
    groups = [table.group for path, table in TABLES.items() if path != COMPANY]
    assert len([*groupby(groups)]) == len(set(groups))


def test_a_list_of_words_has_rows_of_one_value() -> None:
    regions, items = TABLES["services.regions"], TABLES["licence.service_items"]
    assert (regions.singular, regions.words, regions.fields[VALUE].words) == ("region", Kind.WORD, Province)
    assert (items.singular, items.words, items.fields[VALUE].words) == ("service_item", Kind.TEXT, None)
    assert list(regions.fields) == [VALUE]
    assert TABLES["services.functions"].fields[VALUE].words is ServiceFunction
    assert TABLES["services"].words is None


def test_only_ids_and_values_have_to_be_given() -> None:
    assert {field.name for _, field in FIELDS if field.required} == {"id", VALUE}


@pytest.mark.parametrize("words", sorted(_words(), key=attrgetter("__name__")), ids=attrgetter("__name__"))
def test_words_are_read_by_every_spelling(words: type[Word]) -> None:
    spellings = [spelling for word in words for spelling in word.spellings]
    assert len(spellings) == len(set(spellings))
    for word in words:
        assert word.label.zh
        assert re.fullmatch(r"[\x20-\x7e]+", word.label.en)
        assert all(words.read(spelling) is word for spelling in word.spellings)


def test_provinces_are_the_mainland_s_31() -> None:
    assert len(Province) == 31
    assert Province.BEIJING.value == "110000"
    assert Province.BEIJING.spellings == ("110000", "北京市", "北京")
    assert Province.GUANGXI.spellings == ("450000", "广西壮族自治区", "广西")
    assert Province.INNER_MONGOLIA.short == "内蒙古"


def test_importing_the_facts_imports_nothing_slow() -> None:
    slow = {"yaml", "holidays", "json"}
    code = "import pydantic.main, sys; had = {*sys.modules}; import hegui.facts; print(*sys.modules.keys() - had)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert slow.isdisjoint(done.stdout.split())
