"""The template, which states nothing until it is filled in."""

import io
import re

import pytest
import yaml

from hegui.facts import Company, Document, Word, company_schema, load
from hegui.facts.models.base import Facts
from hegui.facts.template import template


def _load(text: str) -> Document:
    return load("-", io.StringIO(text))


def test_it_loads_as_nothing_stated() -> None:
    assert _load(template()).company == Company()
    assert yaml.safe_load(template())["licence"]["number"] is None


def test_it_has_every_section_and_every_field_described() -> None:
    lines = template().splitlines()
    for table in company_schema().tables.values():
        if table.derived:
            continue
        assert any(table.title.zh in line and table.title.en in line for line in lines) or table.path == "company"
        for field in table.fields.values():
            assert any(str(field.title) in line and str(field.help) in line for line in lines), field
            if field.words is not None and len(field.words) < 12:
                assert all(any(_word(word) in line for line in lines) for word in field.words)
    assert sum(f"━ {table.group} ━" in line for line in lines for table in company_schema().tables.values()) > 9


def _word(word: Word) -> str:
    return f"{word.value} {word.label.zh}"


def test_taking_the_marks_away_gives_elements_to_fill_in() -> None:
    text = template()
    for _ in range(3):
        text = re.sub(r"(?m)^( *)#( +- | {3,}\w+:| +#)", r"\1\2", text)
    filled = re.sub(r"(?m)^(\s*- )(id|path):", r"\1\2: licence", text)
    company = _load(filled).company
    for name in Company.model_fields:
        found = getattr(company, name)
        assert found is None or isinstance(found, Facts) or len(found) == 1, name
    assert company.inspections is not None
    assert company.inspections[0].requests is not None
    assert company.inspections[0].requests[0].id == "licence"
    assert company.licence.terms is not None


@pytest.mark.parametrize("text", ["\t", "\r"])
def test_it_is_plain_text(text: str) -> None:
    assert text not in template()
    assert template().endswith(":\n") or template().endswith("]\n")
