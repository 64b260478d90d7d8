"""A company as YAML states the same when it is read, and says where its values came from."""

import io
from typing import Any

from hypothesis import given

from hegui.facts import Company, from_mapping, load
from hegui.facts.company_yaml import company_yaml
from tests.facts.documents import documents
from tests.strategies.companies import Case, cases


def written(company: Company, place: str | None = None) -> str:
    return company_yaml(company, "问卷.xlsx", lambda pointer: place)


def read(text: str) -> Company:
    return load("-", io.StringIO(text)).company


@given(documents())
def test_every_document(data: dict[str, Any]) -> None:
    company = from_mapping(data).company
    assert read(written(company, "业务!C7")) == company


@given(cases())
def test_every_company(case: Case) -> None:
    company = case.document.company
    assert read(written(company)) == company


def test_values_have_their_label_and_place() -> None:
    data = {"services": [{"id": "短信", "code": "B25", "regions": ["110000", "310000"], "commercial": True}]}
    text = company_yaml(from_mapping(data).company, "问卷.xlsx", lambda pointer: f"业务!{pointer[-1]}")
    assert text.splitlines()[3:] == [
        "# ━━ 业务与标明 · Services and displays ━━",
        "services:",
        '  - id: "短信"  # 业务!d',
        "    code: B25  # B25 信息服务业务; 业务!e",
        "    commercial: true  # 业务!l",
        "    regions: [北京, 上海]  # 业务!s",
    ]


def test_nothing_stated_is_a_document() -> None:
    assert read(written(Company())) == Company()


def test_nothing_that_a_workbook_says_gets_out_of_a_comment() -> None:
    text = company_yaml(Company(name="a"), "q\nname: b\u2028.xlsx", lambda pointer: "a\nform: other\x85b")
    assert read(text) == Company(name="a")
