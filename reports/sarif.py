"""SARIF 2.1.0: a rule for each norm with its clause as help, a result for what is violated or undetermined.

A result that is undetermined is of the kind `open`, or `review` where the text leaves it to judgement. The standard
gives such kinds the level `none`; `rank` tells how grave they would be.
"""

import json
from typing import Any, Final

from ..engine.explain.reasons import Evidence
from ..engine.findings import Finding, Report
from ..engine.standing import Change
from ..engine.status import Cause, Severity, Status
from ..facts import Bilingual
from .accepted import accepted_text
from .escape import markdown_text
from .json_texts import bilingual_data
from .language import Language
from .places import Place, place_of, relative_url
from .text.law import bases_text
from .text.names import FactNames
from .text.shown import shown
from .text.telling import Background, Telling
from .text.terms import CAUSES, SEVERITIES, STATUSES

__all__ = ["FINGERPRINT", "plain_message", "to_sarif"]

FINGERPRINT: Final = "heguiFinding/v1"
"""The name under which a result carries the finding's fingerprint."""

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final = {Severity.CRITICAL: "error", Severity.MAJOR: "error", Severity.MINOR: "warning"}
_RANKS: Final = {Severity.CRITICAL: 90.0, Severity.MAJOR: 60.0, Severity.MINOR: 30.0}
_BASELINE_STATES: Final = {
    Change.NEW: "new",
    Change.WORSE: "updated",
    Change.BETTER: "updated",
    Change.AS_BEFORE: "unchanged",
}
_LANGUAGES: Final = {Language.ZH: "zh-CN", Language.EN: "en-US"}


def to_sarif(report: Report, background: Background, telling: Telling) -> str:
    """The log as indented JSON with one run, its results in the order of the text."""
    from importlib.metadata import version

    rules: dict[str, Finding] = {}
    for one in report.findings:  # what was done late is told a step less gravely than its norm
        if one.norm not in rules or one.severity.rank < rules[one.norm].severity.rank:
            rules[one.norm] = one
    clauses = {clause.id: clause.text for clause in background.clauses}
    index = {norm: place for place, norm in enumerate(rules)}
    names = FactNames(background.document)
    run = {
        "tool": {
            "driver": {
                "name": "hegui",
                "version": version("hegui"),
                "language": _LANGUAGES[telling.language],
                "rules": [_rule(one, clauses.get(one.clause, ""), telling.language) for one in rules.values()],
            }
        },
        "language": _LANGUAGES[telling.language],
        "automationDetails": {"id": f"hegui/{report.ruleset.id}/"},
        "invocations": [{"executionSuccessful": True}],
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(one, index[one.norm], background, names, telling.language)
            for one in report.findings
            if one.status in (Status.VIOLATED, Status.UNDETERMINED)
        ],
        "properties": _run_properties(report),
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _run_properties(report: Report) -> dict[str, Any]:
    return {
        "asOf": report.as_of,
        "verdict": report.verdict.value,
        "partial": report.is_partial,
        "counts": {status.value: report.counts[status] for status in Status},
        "ruleset": {"id": report.ruleset.id, "version": report.ruleset.version, "digest": report.ruleset.digest},
        "company": None if report.company is None else shown(report.company),
        "licence": None if report.licence is None else shown(report.licence),
    }


def _rule(finding: Finding, clause: str, language: Language) -> dict[str, Any]:
    """A norm, as any of its findings tells it."""
    title, because, bases = finding.title, finding.because, bases_text(finding.bases)
    parts = [
        Bilingual(title.zh, title.en),
        Bilingual(f"条款:{finding.citation}", f"Clause: {finding.citation}"),
        Bilingual(f"「{finding.quote}」", f"「{finding.quote}」") if finding.quote else Bilingual("", ""),
        Bilingual(f"轻重:{because.zh}", f"Gravity: {because.en}"),
        Bilingual(f"整改:{finding.remedy.zh}", f"Remedy: {finding.remedy.en}"),
        Bilingual(f"依据:{bases.zh}", f"Law: {bases.en}") if bases.zh else Bilingual("", ""),
        Bilingual(f"条款全文:{clause}", f"The whole clause: {clause}") if clause else Bilingual("", ""),
    ]
    parts = [part for part in parts if part.zh]
    tags = [finding.clause, *(["gate"] if finding.gate else []), *(["external"] if finding.external else [])]
    return {
        "id": finding.norm,
        "shortDescription": {"text": plain_message(language.of(title))},
        "fullDescription": {"text": plain_message(f"{language.of(title)} ({finding.citation})")},
        "help": {
            "text": "\n".join(
                plain_message(one) for one in [*(part.zh for part in parts), *(part.en for part in parts)]
            ),
            "markdown": "\n\n".join(
                "  \n".join(
                    f"**{markdown_text(one)}**" if not at else markdown_text(one) for at, one in enumerate(told)
                )
                for told in ([part.zh for part in parts], [part.en for part in parts])
            ),
        },
        "defaultConfiguration": {"level": _LEVELS[finding.severity], "rank": _RANKS[finding.severity]},
        "properties": {
            "tags": tags,
            "clause": finding.clause,
            "clauseNumber": finding.clause_number,
            "citation": shown(finding.citation),
            "quote": shown(finding.quote),
            "title": bilingual_data(title),
        },
    }


def _result(
    finding: Finding, rule: int, background: Background, names: FactNames, language: Language
) -> dict[str, Any]:
    if finding.status is Status.VIOLATED:
        kind, level = "fail", _LEVELS[finding.severity]
    else:
        kind, level = "review" if finding.cause is Cause.JUDGEMENT else "open", "none"
    say = language.of
    opened = f"({say(CAUSES[finding.cause])})" if finding.cause is not None else ""
    head = f"[{say(STATUSES[finding.status])}{opened} · {say(SEVERITIES[finding.severity])}]"
    related = [
        {"id": at, **_location(Place(fact.file or background.document.source, fact.line, fact.column or 1))}
        | {"message": {"text": plain_message(_fact(fact, language))}}
        for at, fact in enumerate(finding.evidence)
        if fact.line is not None
    ]
    place = _location(place_of(finding, background.document))
    place["logicalLocations"] = [
        {"fullyQualifiedName": shown(names.path(finding.pointer)) or "/", "kind": "value"},
    ]
    return {
        "ruleId": finding.norm,
        "ruleIndex": rule,
        "kind": kind,
        "level": level,
        "rank": _RANKS[finding.severity],
        "message": {"text": plain_message(f"{head} {say(finding.message)} — {finding.citation}")},
        "locations": [place],
        **({"relatedLocations": related} if related else {}),
        **({"baselineState": _BASELINE_STATES[finding.change]} if finding.change is not None else {}),
        **({"suppressions": [_suppression(finding, language)]} if finding.waiver is not None else {}),
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "properties": {
            "status": finding.status.value,
            "severity": finding.severity.value,
            "cause": None if finding.cause is None else finding.cause.value,
            "subject": [shown(one) for one in finding.subject],
            "pointer": shown(finding.pointer),
            "due": finding.due,
            "strictDue": finding.strict_due,
            "missing": [shown(pointer) for pointer in finding.missing],
            "message": {"zh": shown(finding.message.zh), "en": shown(finding.message.en)},
            "remedy": {"zh": shown(finding.remedy.zh), "en": shown(finding.remedy.en)},
        },
    }


def _suppression(finding: Finding, language: Language) -> dict[str, Any]:
    accepted = accepted_text(finding)
    return {
        "kind": "external",
        "status": "accepted",
        "justification": "" if accepted is None else shown(language.of(accepted)),
    }


def _location(place: Place) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": relative_url(place.file)},
            "region": {"startLine": place.line, "startColumn": place.column},
        }
    }


def _fact(fact: Evidence, language: Language) -> str:
    joint = language.of(Bilingual(":", ": "))
    return f"{language.of(fact.title)}{joint}{language.of(fact.value)}"


def plain_message(text: str) -> str:
    """A message in which nothing is a link: the standard reads [text](target) as one, and takes escapes."""
    told = shown(text)
    if "](" not in told:
        return told
    return told.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
