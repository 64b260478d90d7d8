"""The file: whole in itself, within its policy, every finding in it, the same bytes each time."""

import base64
import hashlib
import json
from collections import Counter

import pytest

from hegui.engine.audit import Auditor
from hegui.engine.findings import Report
from hegui.engine.ruleset import Ruleset
from hegui.facts import Document, from_mapping
from hegui.facts.as_of import AsOf
from hegui.reports.html import to_html
from hegui.reports.html.inline import inline, json_text
from hegui.reports.language import Language
from hegui.reports.text import Background, Telling
from tests.reports.html.conftest import Write
from tests.reports.html.parsed import Parsed


@pytest.fixture(scope="module")
def parsed(main_html: str) -> Parsed:
    return Parsed(main_html)


def test_the_main_example_stays_small(main_html: str) -> None:
    assert len(main_html.encode()) < 1_500_000


def test_the_same_report_gives_the_same_bytes(
    main_html: str, html_of: Write, main_report: Report, main_document: Document
) -> None:
    assert html_of(main_report, main_document) == main_html


def test_nothing_is_loaded_from_elsewhere(parsed: Parsed) -> None:
    assert [one for one in parsed.values("href") if not one.startswith(("#", "data:,"))] == []
    for name in ("src", "srcset", "action", "formaction", "poster", "background", "data", "style"):
        assert parsed.values(name) == []
    assert not {"iframe", "object", "embed", "img", "base"} & {tag for tag, _ in parsed.elements}
    assert [name for _, one in parsed.elements for name in one if name.startswith("on")] == []


def test_the_policy_allows_the_style_and_the_script_of_the_file_alone(parsed: Parsed) -> None:
    policies = [one["content"] for one in parsed.named("meta") if one.get("http-equiv") == "Content-Security-Policy"]
    digests = {}
    for tag, attributes, text in parsed.texts:
        if tag in ("script", "style") and "type" not in attributes:
            digests[tag] = f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
    assert policies == [
        f"default-src 'none'; style-src {digests['style']}; script-src {digests['script']}; img-src data:; "
        f"base-uri 'none'; form-action 'none'"
    ]


def test_ids_are_unique_and_links_lead_somewhere(parsed: Parsed) -> None:
    ids = Counter(parsed.values("id"))
    assert [name for name, count in ids.items() if count > 1] == []
    assert [one for one in parsed.values("href") if one.startswith("#") and one[1:] not in ids] == []
    named = [one for name in ("aria-labelledby", "for") for value in parsed.values(name) for one in value.split()]
    assert [one for one in named if one not in ids] == []


def test_every_finding_has_its_place_and_its_reasons(parsed: Parsed, main_report: Report) -> None:
    ids = set(parsed.values("id"))
    table = next(json.loads(text) for tag, one, text in parsed.texts if tag == "script" and one.get("id") == "reasons")
    assert {f"f-{one.fingerprint[:16]}" for one in main_report.findings} == set(table["findings"])
    assert set(table["findings"]) <= ids
    shown = sum(int(one["data-findings"] or 0) for one in parsed.named("article"))
    assert shown == len(main_report.findings)


def test_the_matrix_has_every_clause(parsed: Parsed, ruleset: Ruleset) -> None:
    cells = [one for _, one in parsed.elements if (one.get("class") or "").startswith("cell ")]
    assert len(cells) == len(ruleset.clauses) == 31
    assert "cell s-none" not in [one["class"] for one in cells]


def test_the_licence_of_another_company_is_not_told_as_this_ones(main_html: str) -> None:
    assert "北京中录国际文化传播有限公司" not in main_html
    assert "B2-20160073" not in main_html


@pytest.mark.parametrize("day", ["2018-06-01", "2028-02-01T10:30"])
def test_an_empty_document_makes_a_page_too(auditor: Auditor, html_of: Write, day: str) -> None:
    document = from_mapping({})
    page = Parsed(html_of(auditor.audit(document, AsOf.parse(day)), document))
    assert {one["data-status"] for one in page.named("article")} <= {"undetermined", "not_applicable", "met"}


def test_a_script_of_ours_cannot_end_its_element() -> None:
    with pytest.raises(ValueError, match="</s"):
        inline("const end = '</SCRIPT>';")
    with pytest.raises(ValueError, match="<!--"):
        inline("/* <!-- */")


def test_data_survive_the_way_into_a_script() -> None:
    data = {"a": ["</script><!--", "&amp;", "'\u2028\u2029\"\\"]}
    text = str(json_text(data))
    assert json.loads(text) == data
    assert not set("<>&'\u2028\u2029") & set(text)


def test_the_page_opens_in_the_language_asked_for(
    ruleset: Ruleset, main_report: Report, main_document: Document
) -> None:
    background = Background(main_document, len(ruleset.norms), (), clauses=ruleset.clauses)
    page = Parsed(to_html(main_report, background, Telling(Language.EN)))
    assert page.named("html")[0]["lang"] == "en"
    assert page.named("html")[0]["data-language"] == "en"
    assert [one["aria-pressed"] for one in page.named("button") if "data-set-language" in one] == ["false", "true"]
    assert next(text for tag, _, text in page.texts if tag == "title").startswith("Licence compliance report · ")
