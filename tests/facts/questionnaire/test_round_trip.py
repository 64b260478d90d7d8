"""What is written into a questionnaire is what is read back from it: for every company, in both languages."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hegui.facts import Company, Word, company_schema, from_mapping, load
from hegui.facts.questionnaire import make_questionnaire, read_questionnaire
from hegui.facts.questionnaire.words import is_no_row, listed, says_none, word_text
from hegui.reports.language import Language
from tests.cli.running import ROOT
from tests.facts.documents import documents
from tests.sizes import size
from tests.strategies.companies import Case, cases

LANGUAGES = st.sampled_from(Language)
EXAMPLES = sorted(ROOT.glob("examples/*/facts.yaml"))


def handed_back(company: Company, language: Language) -> Company:
    return read_questionnaire(make_questionnaire(company, language.of), "q.xlsx").document.company


def told(company: Company) -> dict[str, Any]:
    """A company with its partial lists in one order: a questionnaire has one, and no empty list of them."""
    return {**company.model_dump(), "partial": sorted(company.partial or ())}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("file", EXAMPLES, ids=lambda path: path.parent.name)
def test_every_example(file: Any, language: Language) -> None:
    company = load(file).company
    assert handed_back(company, language) == company


@settings(max_examples=size(6))
@given(cases(), LANGUAGES)
def test_every_company(case: Case, language: Language) -> None:
    company = case.document.company
    assert told(handed_back(company, language)) == told(company)


@settings(max_examples=size(6))
@given(documents(), LANGUAGES)
def test_every_document_with_whatever_texts(data: dict[str, Any], language: Language) -> None:
    company = from_mapping(data).company
    assert told(handed_back(company, language)) == told(company)


@pytest.mark.parametrize(
    "text", ["=1+1", "+86 10", "-1", "@SUM(A1)", "_x0041_", "a  b", "0010", "2018-06-01", "'", "无"]
)
def test_texts_that_excel_would_take_for_something_else(text: str) -> None:
    data = {
        "name": text,
        "licence": {"service_items": [text]} if text != "无" else {},
        "services": [{"id": text, "name": text, "regions": []}],
        "network_units": [{"id": text, "checks": [{"id": text}]}],
        "sources": [{"path": "licence.number", "source": text}],
    }
    company = from_mapping(data).company
    assert handed_back(company, Language.ZH) == company


def test_numbers_beyond_what_excel_keeps() -> None:
    company = from_mapping({"licence": {"registered_capital": 2**53 - 1}}).company
    assert handed_back(company, Language.ZH) == company


def test_unstated_none_and_partial_stay_apart() -> None:
    documents: list[dict[str, Any]] = [
        {},
        {"services": []},
        {"services": [], "partial": ["services"]},
        {"services": [{"id": "a"}], "partial": ["services"]},
        {"services": [{"id": "a", "regions": []}], "partial": ["services.regions"]},
        {"network_units": [{"id": "a", "checks": []}, {"id": "b"}, {"id": "c", "checks": [{"id": "d"}]}]},
        {"licence": {"regions": [], "service_items": []}},
    ]
    for data in documents:
        company = from_mapping(data).company
        assert handed_back(company, Language.ZH) == company


def enumerations() -> set[type[Word]]:
    fields = (field for table in company_schema().tables.values() for field in table.fields.values())
    return {field.words for field in fields if field.words is not None}


@pytest.mark.parametrize("words", sorted(enumerations(), key=str))
def test_every_label_names_its_word_alone_or_among_others(words: type[Word]) -> None:
    for word in words:
        for label in (word.label.zh, word.label.en, word.label.en.upper(), *word.spellings):
            assert words.read(word_text(words, label)) is word
            assert not says_none(label)
            assert not is_no_row(label)
    for joint, language in (("、", Language.ZH), ("; ", Language.EN), (",", Language.ZH), ("\n", Language.EN)):
        labels = [language.of(word.label) for word in words if "," not in language.of(word.label)]
        assert listed(words, joint.join(labels)) == labels
    english = [word.label.en for word in words]
    assert listed(words, "; ".join(english)) == english
