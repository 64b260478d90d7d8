"""JUnit XML, read by a parser of it: a case a norm and subject, failures, what is skipped, and no markup of facts."""

from junitparser import Failure, JUnitXml, Skipped

from hegui.engine.findings import Report
from hegui.engine.status import Status
from hegui.facts import Document
from hegui.reports.formats import Format
from hegui.reports.language import Language
from tests.reports.formats.spoil import Spoil, written


def read(text: str) -> JUnitXml:
    return JUnitXml.fromstring(text.encode("utf-8"))


def test_a_case_is_a_norm_and_subject(main_report: Report, main_document: Document) -> None:
    found = read(written(Format.JUNIT, main_report, main_document))
    cases = [case for suite in found for case in suite]
    assert len(cases) == len(main_report.findings)
    for case, finding in zip(cases, main_report.findings, strict=True):
        assert case.classname == f"miit-b25.{finding.norm}"
        assert case.name.startswith(f"{finding.norm} {finding.title.zh}")
        outcome = {Failure: "failed", Skipped: "skipped"}[type(case.result[0])] if case.result else "passed"
        assert (
            outcome
            == {
                Status.VIOLATED: "failed",
                Status.PENDING: "passed",
                Status.UNDETERMINED: "skipped",
                Status.MET: "passed",
                Status.NOT_APPLICABLE: "skipped",
            }[finding.status]
        )
        for result in case.result:
            assert finding.message.zh in result.message


def test_the_counts_are_those_that_a_reader_counts(main_report: Report, main_document: Document) -> None:
    found = read(written(Format.JUNIT, main_report, main_document))
    counted = (found.tests, found.failures, found.errors, found.skipped)
    suites = [(suite.tests, suite.failures, suite.errors, suite.skipped) for suite in found]
    found.update_statistics()  # type: ignore[no-untyped-call]
    assert (found.tests, found.failures, found.errors, found.skipped) == counted
    assert [(suite.tests, suite.failures, suite.errors, suite.skipped) for suite in found] == suites
    assert found.failures == main_report.counts[Status.VIOLATED]


def test_a_suite_is_a_clause(main_report: Report, main_document: Document) -> None:
    found = read(written(Format.JUNIT, main_report, main_document))
    assert [suite.name.partition(" ")[0] for suite in found] == list(
        dict.fromkeys(one.clause for one in main_report.findings)
    )


def test_a_failure_has_the_clause_and_the_remedy(main_report: Report, main_document: Document) -> None:
    found = read(written(Format.JUNIT, main_report, main_document, language=Language.EN))
    failures = [
        case.result[0] for suite in found for case in suite if case.result and isinstance(case.result[0], Failure)
    ]
    violated = [one for one in main_report.findings if one.status is Status.VIOLATED]
    for failure, finding in zip(failures, violated, strict=True):
        assert failure.type == finding.severity.value
        assert finding.quote in failure.text
        assert f"Remedy: {finding.remedy.en}" in failure.text


def test_what_is_waived_does_not_fail(spoil: Spoil) -> None:
    report, document = spoil("部门")
    found = read(written(Format.JUNIT, report, document))
    assert found.failures == report.counts[Status.VIOLATED] - 1
    assert "已豁免至 2021-01-01(部门):部门" in "".join(
        case.result[0].message for suite in found for case in suite if case.result
    )


def test_hostile_texts_stay_texts(spoil: Spoil, hostile: str) -> None:
    report, document = spoil(hostile)
    text = written(Format.JUNIT, report, document)
    assert not [one for one in text if one != "\n" and not one.isprintable()]
    found = read(text)
    assert sum(len(list(suite)) for suite in found) == len(report.findings)
    for suite in found:
        for case in suite:
            names = {element.tag for element in case._elem.iter()}
            assert names <= {"testcase", "failure", "skipped", "system-out"}
