"""JSON: the published schema, both languages, the same bytes."""

import json
from typing import Any

import jsonschema
import msgspec
import pytest

from hegui.engine.audit import Auditor
from hegui.engine.findings import Report
from hegui.facts import Document, from_mapping
from hegui.facts.as_of import AsOf
from hegui.reports.as_json import SCHEMA_FILE, to_json, to_json_lines

SCHEMA: dict[str, Any] = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

# What the design promises to other programs.
KEYS = {"schema", "ruleset", "calendar", "as_of", "company", "verdict", "counts", "findings"}
FINDING_KEYS = {
    *("norm", "title", "status", "severity", "subject", "pointer", "clause", "citation", "quote", "message", "due"),
    *("strict_due", "cause", "evidence", "missing", "reasons", "bases", "consequences", "readings", "remedy"),
    *("documents", "waiver", "fingerprint"),
}

DOCUMENTS = [
    {},
    {"licence": {"number": "B2-20990001", "terms": []}, "services": [], "illegal_information": []},
    {
        "licence": {"terms": [{"id": "a", "starts_on": "2016-01-19", "expires_on": "2031-01-19"}]},
        "illegal_information": [{"id": "x", "disposed_at": "2027-12-20", "reported_on": "not_done"}],
        "displays": [{"id": "a"}, {"id": "b", "shown": "no"}],
        "partial": ["displays"],
    },
]


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert set(SCHEMA["required"]) == set(SCHEMA["properties"]) >= KEYS
    finding = SCHEMA["$defs"]["finding"]
    assert set(finding["required"]) == set(finding["properties"]) >= FINDING_KEYS


def test_the_report_on_the_main_example_is_of_the_schema(main_report: Report) -> None:
    report = json.loads(to_json(main_report))
    VALIDATOR.validate(report)
    assert report["schema"] == "hegui-report-1"
    assert {finding["status"] for finding in report["findings"]} == set(report["counts"])


@pytest.mark.parametrize("facts", DOCUMENTS)
@pytest.mark.parametrize("day", ["2018-06-01", "2028-02-01T10:30"])
def test_any_report_is_of_the_schema(auditor: Auditor, facts: dict[str, Any], day: str) -> None:
    VALIDATOR.validate(json.loads(to_json(auditor.audit(from_mapping(facts), AsOf.parse(day)))))


def test_a_line_is_a_finding_of_the_schema(main_report: Report) -> None:
    validator = jsonschema.Draft202012Validator({"$ref": "#/$defs/finding", "$defs": SCHEMA["$defs"]})
    lines = to_json_lines(main_report).splitlines()
    assert [json.loads(line) for line in lines] == json.loads(to_json(main_report))["findings"]
    for line in lines:
        validator.validate(json.loads(line))


def test_counts_and_verdict_fit_the_findings(main_report: Report) -> None:
    report = json.loads(to_json(main_report))
    statuses = [finding["status"] for finding in report["findings"]]
    assert report["counts"] == {status: statuses.count(status) for status in report["counts"]}
    assert report["verdict"] == "violations"


def test_every_deciding_fact_has_its_place(main_report: Report) -> None:
    for finding in json.loads(to_json(main_report))["findings"]:
        for fact in finding["evidence"]:
            assert fact["file"].endswith("facts.yaml")
            assert fact["line"] > 0


def test_the_same_report_gives_the_same_bytes(auditor: Auditor, main_document: Document, main_report: Report) -> None:
    again = auditor.audit(main_document, AsOf.parse("2020-10-12"))
    assert to_json(again) == to_json(main_report)


def test_what_could_disturb_a_terminal_is_an_escape(auditor: Auditor) -> None:
    name = "a\x1b\x9b\u202e\u2028\ufeffb"
    report = msgspec.structs.replace(auditor.audit(from_mapping({}), AsOf.parse("2018-06-01")), company=name)
    text = to_json(report)
    assert json.loads(text)["company"] == name
    assert not [character for character in text if character != "\n" and not character.isprintable()]
