"""JUnit XML: a test case for each norm and subject, a test suite for each clause.

What is violated has failed, unless it is accepted. What is undetermined, accepted or does not apply is skipped, with
the reason; what is pending, not late yet, has passed, and says when it falls due.
"""

from collections.abc import Iterable
from itertools import groupby
from xml.etree import ElementTree

from ..engine.findings import Finding, Report
from ..engine.status import Status
from ..facts import Bilingual
from .accepted import accepted_text
from .places import place_of
from .text.dates import due_text
from .text.law import bases_text, consequences_text
from .text.names import FactNames
from .text.shown import shown
from .text.summary import verdict_text
from .text.telling import Background, Telling
from .text.terms import CAUSES, LIST_JOINT, STATUSES

__all__ = ["to_junit"]


def to_junit(report: Report, background: Background, telling: Telling) -> str:
    """The suites in the order of the text. Times are zero: a norm is decided in no time worth telling."""
    teller = _Teller(report, background, telling)
    root = ElementTree.Element("testsuites", _counts("hegui", report.findings))
    for clause, findings in groupby(report.findings, key=lambda one: one.clause):
        teller.suite(root, clause, list(findings))
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _counts(name: str, findings: Iterable[Finding]) -> dict[str, str]:
    every = list(findings)
    return {
        "name": shown(name),
        "tests": str(len(every)),
        "failures": str(sum(_fails(one) for one in every)),
        "errors": "0",
        "skipped": str(sum(_is_skipped(one) for one in every)),
        "time": "0",
    }


def _fails(finding: Finding) -> bool:
    return finding.status is Status.VIOLATED and finding.gates


def _is_skipped(finding: Finding) -> bool:
    return not _fails(finding) and finding.status not in (Status.PENDING, Status.MET)


class _Teller:
    def __init__(self, report: Report, background: Background, telling: Telling) -> None:
        self._report = report
        self._background = background
        self._language = telling.language
        self._names = FactNames(background.document)
        self._moment = report.as_of if "T" in report.as_of else f"{report.as_of}T00:00"

    def _say(self, text: Bilingual) -> str:
        return shown(self._language.of(text))

    def suite(self, root: ElementTree.Element, clause: str, findings: list[Finding]) -> None:
        counts = _counts(f"{clause} {findings[0].citation}", findings)
        suite = ElementTree.SubElement(root, "testsuite", counts, timestamp=f"{self._moment}:00", hostname="hegui")
        properties = ElementTree.SubElement(suite, "properties")
        told = {
            "ruleset": f"{self._report.ruleset.id} {self._report.ruleset.version}",
            "digest": self._report.ruleset.digest,
            "as_of": self._report.as_of,
            "verdict": self._language.of(verdict_text(self._report, self._background)),
        }
        for name, value in told.items():
            ElementTree.SubElement(properties, "property", name=name, value=shown(value))
        for finding in findings:
            self._case(suite, finding)

    def _case(self, suite: ElementTree.Element, finding: Finding) -> None:
        about = f" [{self._say(self._names.about(finding))}]" if finding.subject else ""
        place = place_of(finding, self._background.document)
        case = ElementTree.SubElement(
            suite,
            "testcase",
            classname=shown(f"{self._report.ruleset.id}.{finding.norm}"),
            name=f"{finding.norm} {self._say(finding.title)}{about}",
            file=shown(place.file),
            line=str(place.line),
            time="0",
        )
        message = self._say(finding.message)
        status = self._say(STATUSES[finding.status])
        if _fails(finding):
            failure = ElementTree.SubElement(case, "failure", message=message, type=finding.severity.value)
            failure.text = self._details(finding)
        elif _is_skipped(finding):
            cause = "" if finding.cause is None else f" ({self._say(CAUSES[finding.cause])})"
            accepted = accepted_text(finding)
            mark = "" if accepted is None else f" ({self._say(accepted)})"
            skipped = ElementTree.SubElement(case, "skipped", message=f"{status}{cause}{mark}: {message}")
            if finding.status is not Status.NOT_APPLICABLE:
                skipped.text = self._details(finding)
        elif finding.status is Status.PENDING:
            ElementTree.SubElement(case, "system-out").text = f"{status}: {message}\n{self._details(finding)}"

    def _details(self, finding: Finding) -> str:
        due = due_text(finding, self._report)
        missing = self._language.of(LIST_JOINT).join(self._names.path(pointer) for pointer in finding.missing)
        rows = (
            (
                Bilingual("条款", "Clause"),
                f"{finding.citation} 「{finding.quote}」" if finding.quote else finding.citation,
            ),
            (Bilingual("期限", "Due"), "" if due is None else self._say(due)),
            (Bilingual("待补事实", "Facts missing"), missing),
            (Bilingual("整改", "Remedy"), "" if finding.status is Status.PENDING else self._say(finding.remedy)),
            (Bilingual("依据", "Law"), self._say(bases_text(finding.bases))),
            (
                Bilingual("后果", "Follows"),
                self._say(consequences_text(finding)) if finding.status is Status.VIOLATED else "",
            ),
            (Bilingual("指纹", "Fingerprint"), finding.fingerprint),
        )
        return "\n".join(f"{self._say(label)}: {shown(text)}" for label, text in rows if text)
