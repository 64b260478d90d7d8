"""SARIF: valid by the standard's own schema; levels, places, fingerprints; nothing that a viewer would follow."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from msgspec.structs import replace
from sarif_kit.validate import validation_errors

from hegui.engine.findings import Report
from hegui.engine.standing import Change
from hegui.engine.status import Cause, Severity, Status
from hegui.facts import Document, from_mapping
from hegui.reports.formats import Format
from hegui.reports.language import Language
from hegui.reports.sarif import FINGERPRINT
from tests.reports.formats.spoil import Spoil, written


def run_of(report: Report, document: Document, language: Language = Language.ZH) -> dict[str, Any]:
    log = json.loads(written(Format.SARIF, report, document, language=language))
    assert validation_errors(log) == []
    run: dict[str, Any] = log["runs"][0]
    return run


def test_the_validator_finds_faults(main_report: Report, main_document: Document) -> None:
    log = json.loads(written(Format.SARIF, main_report, main_document))
    log["runs"][0]["results"][0]["level"] = "grave"
    del log["version"]
    assert len(validation_errors(log)) == 2


def test_every_violated_and_undetermined_finding_is_a_result(main_report: Report, main_document: Document) -> None:
    results = run_of(main_report, main_document)["results"]
    told = [one for one in main_report.findings if one.status in (Status.VIOLATED, Status.UNDETERMINED)]
    assert [one["partialFingerprints"][FINGERPRINT] for one in results] == [one.fingerprint for one in told]
    for result, finding in zip(results, told, strict=True):
        assert result["ruleId"] == finding.norm
        if finding.status is Status.VIOLATED:
            assert result["kind"] == "fail"
            assert result["level"] == ("warning" if finding.severity is Severity.MINOR else "error")
        else:
            # The standard wants the level `none` for every kind but `fail`.
            assert result["kind"] == ("review" if finding.cause is Cause.JUDGEMENT else "open")
            assert result["level"] == "none"


def test_places_are_lines_of_the_file_of_facts(main_report: Report, main_document: Document) -> None:
    lines = Path(main_document.source).read_text(encoding="utf-8").splitlines()
    for result in run_of(main_report, main_document)["results"]:
        place = result["locations"][0]["physicalLocation"]
        assert unquote(place["artifactLocation"]["uri"]).endswith("examples/main/facts.yaml")
        assert 1 <= place["region"]["startLine"] <= len(lines)
        identity = result["properties"]["subject"][-1:]
        if identity and re.fullmatch(r"/\w+/\d+", result["properties"]["pointer"]):
            assert identity[0] in "\n".join(lines[place["region"]["startLine"] - 1 :][:2])


def test_the_deciding_facts_are_related_places(main_report: Report, main_document: Document) -> None:
    results = run_of(main_report, main_document)["results"]
    by_fingerprint = {one.fingerprint: one for one in main_report.findings}
    for result in results:
        finding = by_fingerprint[result["partialFingerprints"][FINGERPRINT]]
        lines = [fact.line for fact in finding.evidence if fact.line is not None]
        related = result.get("relatedLocations", [])
        assert [one["physicalLocation"]["region"]["startLine"] for one in related] == lines
        assert [one["id"] for one in related] == list(range(len(related)))


def test_a_rule_has_its_clause_and_help_in_both_languages(main_report: Report, main_document: Document) -> None:
    run = run_of(main_report, main_document)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(dict.fromkeys(one.norm for one in main_report.findings))
    for finding in main_report.findings:
        rule = next(rule for rule in rules if rule["id"] == finding.norm)
        for told in (finding.title.zh, finding.title.en, finding.quote, finding.citation):
            assert told in rule["help"]["text"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_the_language_is_that_of_the_report(main_report: Report, main_document: Document) -> None:
    chinese, english = (run_of(main_report, main_document, language) for language in Language)
    assert (chinese["language"], english["language"]) == ("zh-CN", "en-US")
    assert "[违反" in chinese["results"][-1]["message"]["text"] or "[待定" in chinese["results"][-1]["message"]["text"]
    assert "violated" in "".join(one["message"]["text"] for one in english["results"])


def test_facts_from_no_file_have_a_place_all_the_same(main_report: Report) -> None:
    # GitHub refuses a whole file in which one result has no place.
    for result in run_of(main_report, from_mapping({}))["results"]:
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "%3Cmapping%3E"


def test_waivers_are_suppressions_and_a_baseline_is_one(spoil: Spoil) -> None:
    report, document = spoil("a")
    findings = tuple(replace(one, change=Change.AS_BEFORE) for one in report.findings)
    results = run_of(replace(report, findings=findings), document)["results"]
    assert {one["baselineState"] for one in results} == {"unchanged"}
    assert len([one for one in results if "suppressions" in one]) == 1


def test_hostile_texts_stay_texts(spoil: Spoil, hostile: str) -> None:
    text = written(Format.SARIF, *spoil(hostile))
    assert not [one for one in text if one != "\n" and not one.isprintable()]
    run = run_of(*spoil(hostile))
    for result in run["results"]:
        messages = [result["message"], *(one["message"] for one in result["relatedLocations"])]
        for message in messages:
            assert links_of(message["text"]) == []
    for rule in run["tool"]["driver"]["rules"]:
        assert links_of(rule["help"]["text"]) == []


def links_of(message: str) -> list[str]:
    """The links of a plain-text message by the standard's section 3.11.6, with escapes taken."""
    return re.findall(r"(?<!\\)(?:\\\\)*\[((?:[^\[\]\\]|\\.)*)\]\(", message)
