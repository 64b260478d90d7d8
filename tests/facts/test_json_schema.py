"""The JSON Schema takes what the models take, and refuses what a schema can see."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given
from jsonschema import Draft202012Validator

from hegui.facts import Company, company_schema, from_mapping
from hegui.facts.json_schema import json_schema
from hegui.facts.template import template
from tests.facts.documents import documents

SCHEMA = json_schema()
VALIDATOR = Draft202012Validator(SCHEMA)


class _EditorLoader(yaml.SafeLoader):
    """YAML as an editor sees it: dates are texts (YAML 1.2)."""


_EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _plain(text: str) -> Any:
    return yaml.load(text, _EditorLoader)


def test_it_is_a_schema_and_plain_data() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_template_is_valid() -> None:
    VALIDATOR.validate(_plain(template()))


@given(documents())
def test_what_the_models_take_is_valid(data: dict[str, Any]) -> None:
    VALIDATOR.validate(data)
    VALIDATOR.validate(_plain(yaml.safe_dump(data)))
    VALIDATOR.validate(from_mapping(data).company.model_dump(mode="json"))


@pytest.mark.parametrize(
    "text",
    [
        "licence: {number: 010, registered_capital: 010}",
        "services: [{id: 1, regions: [110000, 上海, 天津市], code: 信息服务业务, commercial: 是}]",
        "services: [{id: a, started_on: 2018/2/9, ended_on: 未办理}, {id: b, started_on: 2018年2月9日}]",
        "illegal_information: [{id: a, found_at: 2018-02-09 14:30, disposed_at: 2018-02-09T14:30:00+08:00}]",
        "licence: {regions: 全国}",
        "services:\nlicence:\n",
    ],
)
def test_forms_that_people_write(text: str) -> None:
    VALIDATOR.validate(_plain(text))
    from_mapping(_plain(text))


@pytest.mark.parametrize(
    "text",
    [
        "nmae: x",
        "name: []",
        "services: {}",
        "services: [a]",
        "services: [{name: x}]",
        "services: [{id: a, comercial: true}]",
        "services: [{id: a, commercial: maybe}]",
        "services: [{id: a, network: mobil}]",
        "services: [{id: a, started_on: soon}]",
        "services: [{id: a, started_on: 2018-02-09 14:30}]",
        "services: [{id: a, regions: 北京}]",
        "services: [{id: a, regions: [香港]}]",
        "services: [{id: a, regions: [北京, 北京]}]",
        "licence: {terms: [{id: a, expires_on: not_done}]}",
        'licence: {registered_capital: "10"}',
        "licence: {registered_capital: -1}",
        "licence: {registered_capital: 1.5}",
        f"name: {'x' * 2001}",
        "report_years: []",
    ],
)
def test_what_it_refuses(text: str) -> None:
    assert not VALIDATOR.is_valid(_plain(text))


def _described(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from schema["properties"].values()
    for definition in schema["$defs"].values():
        yield from definition.get("properties", {}).values()


def test_every_property_and_every_word_is_described() -> None:
    found = list(_described(SCHEMA))
    fields = sum(
        len(table.fields) for table in company_schema().tables.values() if not table.derived and not table.words
    )
    assert len(found) > fields
    assert all(" · " in entry["title"] and "\n" in entry["description"] for entry in found)
    network = SCHEMA["$defs"]["Network"]
    assert network["enum"] == ["internet", "互联网", "mobile", "移动网", "fixed_phone", "固定电话网"]
    assert network["enumDescriptions"][0] == "互联网 · internet"
    assert len(SCHEMA["properties"]) == len(Company.model_fields)
