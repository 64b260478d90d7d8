"""Where a value goes in a document, to the letter, and what is refused."""

from datetime import date, datetime
from pathlib import Path

import pytest
import yaml

from hegui.facts import NOT_DONE, FactsError, Province
from hegui.facts.source import read_text_located
from hegui.facts.template import template
from hegui.facts.writing import Statement, WritingError, write_back

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(params=[True, False], ids=["in C", "in Python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both of PyYAML's parsers: they differ in where they see what is empty."""
    if not request.param:
        monkeypatch.setattr("hegui.facts.writing.edits.yaml_loader", lambda: yaml.SafeLoader)


BLOCK = """\
# 虚构
name: 甲公司(虚构)   # 登记名
licence:
  number: B2-20990001
  # 服务项目没有找到
  issued_on: 2018-05-03
services:
  - id: a
    code: B25     # 见许可证
    # 由谁经营没有答复
    special: none
    note: 'x'
"""


def lines_after(text: str, pointer: str, value: Statement, file: str = "facts.yaml") -> list[str]:
    """The lines that are new, or new in place of another."""
    before = text.splitlines()
    return [line for line in write_back(text, {pointer: value}, file).splitlines() if line not in before]


@pytest.mark.parametrize(
    ("pointer", "value", "told"),
    [
        ("/licence/received_on", date(2018, 5, 29), "  received_on: 2018-05-29"),
        ("/licence/first_obtained_on", NOT_DONE, "  first_obtained_on: not_done"),
        ("/services/0/regions", [Province.BEIJING, "河北"], "    regions: [110000, 河北]"),
        ("/services/0/operated_by", "licensee", "    operated_by: licensee"),
        ("/incidents", [], "incidents: []"),
        ("/services/1", {"id": "b", "cooperation": True}, "  - {id: b, cooperation: true}"),
        ("/name", "乙 #2: '虚构'", "name: \"乙 #2: '虚构'\"   # 登记名"),
        ("/name", "null", 'name: "null"   # 登记名'),
        ("/name", "no", "name: no   # 登记名"),
    ],
)
def test_one_line_of_a_block(pointer: str, value: Statement, told: str) -> None:
    text = BLOCK.replace("    note: 'x'\n", "")
    assert lines_after(text, pointer, value) == [told]


def test_a_field_stands_where_a_document_in_order_has_it() -> None:
    text = BLOCK.replace("    note: 'x'\n", "")
    after = write_back(text, {"/services/0/operated_by": "licensee", "/licence/received_on": date(2018, 5, 29)})
    assert after == text.replace("    # 由谁", "    operated_by: licensee\n    # 由谁").replace(
        "  # 服务项目", "  received_on: 2018-05-29\n  # 服务项目"
    )


def test_a_section_that_is_not_there_is_made() -> None:
    assert lines_after(BLOCK, "/logs/kept_days", 180) == ["logs:", "  kept_days: 180"]


@pytest.mark.parametrize(
    ("text", "pointer", "value", "after"),
    [
        ("licence:  # 待填\n", "/licence/number", "B2-20990001", "licence:  # 待填\n  number: B2-20990001\n"),
        ("licence: {}\n", "/licence/number", "B2-20990001", "licence: {number: B2-20990001}\n"),
        ("licence: ~  # x\n", "/licence/number", "B2-20990001", "licence: {number: B2-20990001}  # x\n"),
        ("name:  # 名称\n", "/name", "甲", "name: 甲  # 名称\n"),
        ("name: ", "/name", "甲", "name: 甲 "),
        (
            "services: [{id: a, code: B25}]\n",
            "/services/0/network",
            "mobile",
            "services: [{id: a, code: B25, network: mobile}]\n",
        ),
        (
            "services: [{id: a, special: none}]\n",
            "/services/0/code",
            "B25",
            "services: [{id: a, code: B25, special: none}]\n",
        ),
        ("services: [{id: a, code: }]\n", "/services/0/code", "B25", "services: [{id: a, code: B25}]\n"),
        ("services: []\n", "/services/0", {"id": "a"}, "services: [{id: a}]\n"),
        ("name: 甲\n", "/services/0/id", "a", "name: 甲\nservices: [{id: a}]\n"),
        ("name: 甲\r\nform: ~\r\n", "/services", [], "name: 甲\r\nform: ~\r\nservices: []\r\n"),
        ("\ufeffname: 甲", "/services", [], "\ufeffname: 甲\nservices: []"),
        (
            "incidents:\n- id: a\n  discovered_at: 2018-02-09\n",
            "/incidents/0/discovered_at",
            datetime(2018, 2, 9, 14, 30),
            "incidents:\n- id: a\n  discovered_at: 2018-02-09 14:30\n",
        ),
        ("name: >-\n  甲\n  乙\n# 完\n", "/services", [], "name: >-\n  甲\n  乙\nservices: []\n# 完\n"),
    ],
)
@pytest.mark.usefixtures("parser")
def test_in_every_style(text: str, pointer: str, value: Statement, after: str) -> None:
    assert write_back(text, {pointer: value}) == after


@pytest.mark.parametrize(
    ("text", "pointer", "value", "after"),
    [
        ('{"name": "甲"}', "/services", [], '{"name": "甲", "services": []}'),
        (
            '{\n\t"name": "甲",\n\t"logs": {}\n}\n',
            "/form",
            "limited",
            '{\n\t"name": "甲",\n\t"form": "limited",\n\t"logs": {}\n}\n',
        ),
        ('{\n  "name": "甲"\n}\n', "/services", [], '{\n  "name": "甲",\n  "services": []\n}\n'),
        ('{"licence": null}', "/licence/number", "x", '{"licence": {"number": "x"}}'),
        (
            '{"licence": {"issued_on": null}}',
            "/licence/issued_on",
            date(2018, 5, 3),
            '{"licence": {"issued_on": "2018-05-03"}}',
        ),
        (
            '{"services": [{"id": "a"}]}',
            "/services/0/cross_border",
            False,
            '{"services": [{"id": "a", "cross_border": false}]}',
        ),
    ],
)
@pytest.mark.usefixtures("parser")
def test_json_is_written_as_json(text: str, pointer: str, value: Statement, after: str) -> None:
    assert write_back(text, {pointer: value}, "facts.json") == after


@pytest.mark.parametrize(
    ("text", "pointer", "value"),
    [
        ("name: |\n  甲\n", "/name", "乙"),  # a block of text
        ("services:\n  - {id: a}\n", "/services", []),  # a block that would go, with its comments
        ("partial: [a, # 样本\n  b]\n", "/partial", []),
        ("services: &all [{id: a}]\nlicences: *all\n", "/services/0/code", "B25"),  # it would be said twice
        ("name: 甲\n", "/name/first", "乙"),
        ("services: []\n", "/services/3", {"id": "a"}),
    ],
)
def test_what_cannot_be_written_is_refused_with_what_to_write(text: str, pointer: str, value: Statement) -> None:
    with pytest.raises(WritingError, match="write it by hand: "):
        write_back(text, {pointer: value})


def test_a_text_that_is_no_document_is_an_error_of_facts() -> None:
    with pytest.raises(FactsError):
        write_back("name: [", {"/name": "甲"})


@pytest.mark.parametrize("file", sorted(EXAMPLES.glob("*/facts.yaml")), ids=lambda path: path.parent.name)
def test_the_examples_stay_to_the_letter(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    after = write_back(text, {"/name": "丙公司(虚构)", "/licence/received_on": date(2018, 6, 1)})
    new = ("name: 丙公司(虚构)", "  received_on: 2018-06-01", *(() if "\nlicence:\n" in text else ("licence:",)))
    left = [line for line in after.splitlines() if not line.startswith(new)]
    kept = [
        line for line in text.splitlines() if not line.startswith("name:") and not line.startswith("  received_on:")
    ]
    assert left == kept


def test_the_template_is_filled_in_where_it_is_empty() -> None:
    after = write_back(template(), {"/licence/number": "B2-20990001", "/services": []})
    assert after == template().replace("  number:\n", "  number: B2-20990001\n", 1).replace(
        "\nservices:\n", "\nservices: []\n"
    )
    assert read_text_located(after, "facts.yaml").data
