"""Reports that say how things stand and tell no value of a fact: for readers who may not know the facts.

What stays: pointers and lines, norms, statuses, severities, the dates by which duties are due or were made good, until
when statements were valid, and how many elements a list has. docs/security.md says what can be concluded from that.
"""

from collections.abc import Iterator, Mapping
from functools import partial

from msgspec.structs import replace

from ..facts import Company, Document
from ..facts.as_of import AsOf
from .audit import selected_norms
from .baseline import Former
from .compiled import CompiledEngine
from .conclude import Concluder, Disagreement, fingerprint
from .differences import Difference, Differences
from .explain.disclosure import NAMELESS, Withholding
from .explain.numbering import Numbering
from .findings import Finding, Report
from .rows import make_rows
from .ruleset import Ruleset
from .standing import Standing
from .waivers import WaiverCheck, subject_text

__all__ = ["facts_withheld", "redacted", "redacted_differences"]


def redacted(report: Report, ruleset: Ruleset, document: Document) -> Report:
    """A report on a document with every finding put into words anew, without values.

    Subjects go by their number in their list, such as '#2', and fingerprints are made of these: they hold within the
    report, and say nothing about another one.
    """
    rows = make_rows(document.company, AsOf.parse(report.as_of))
    decisions = CompiledEngine(ruleset.norms.values()).decide(rows)
    concluder = Concluder(ruleset, document, rows, Withholding(rows))
    told = concluder.findings(decisions, selected_norms(ruleset, report.selected, report.ignored))
    retold = dict(_retold(report.findings, told))
    return replace(
        report,
        company=None if report.company is None else NAMELESS,
        licence=None if report.licence is None else NAMELESS,
        findings=tuple(retold.values()),
        umbrellas=concluder.umbrellas(decisions),
        waivers=tuple(_waiver(one, report, retold) for one in report.waivers),
        redacted=True,
    )


def facts_withheld(document: Document) -> Document:
    """A document for reports to look names and places up in: its places are all there, and nothing is stated."""
    return Document(Company(), document.source, document.positions)


def redacted_differences(found: Differences) -> Differences:
    """What changed between two reports, without values; each side has the numbers of its own document.

    So an element before which another was put in goes by one number before and by another after. What changed is told
    of the same findings, since they were compared by their ids.
    """
    before, after = _standings_retold(found.before), _standings_retold(found.after)

    def retold(one: Difference) -> Difference:
        return Difference(
            None if one.before is None else before[one.before.fingerprint],
            None if one.after is None else after[one.after.fingerprint],
        )

    return replace(
        found,
        before=_former_retold(found.before, before),
        after=_former_retold(found.after, after),
        became=tuple((status, tuple(map(retold, members))) for status, members in found.became),
        redacted=True,
    )


def _former_retold(former: Former, retold: Mapping[str, Standing]) -> Former:
    company = None if former.company is None else NAMELESS
    return replace(former, company=company, standings={one.fingerprint: one for one in retold.values()})


def _standings_retold(former: Former) -> Mapping[str, Standing]:
    """By the fingerprint of each finding of a report, how it stands, of a subject that goes by its number."""
    numbering = Numbering()
    mark = partial(fingerprint, former.ruleset)

    def retold(one: Standing) -> Standing:
        told = numbering.ids(one.subject_table, one.subject, one.pointer)
        return replace(one, subject=told, fingerprint=mark(one.norm, told))

    return {name: retold(one) for name, one in former.standings.items()}


def _retold(findings: tuple[Finding, ...], told: tuple[Finding, ...]) -> Iterator[tuple[str, Finding]]:
    """By the fingerprint of each finding, the same finding without values, with its marks."""
    for before, after in zip(findings, told, strict=True):
        if (before.norm, before.status, before.pointer) != (after.norm, after.status, after.pointer):
            raise Disagreement(f"{before.norm}: it was {before.status}, and told without values it is {after.status}")
        waiver = before.waiver and replace(before.waiver, subject="/".join(after.subject), **_UNTOLD)
        yield before.fingerprint, replace(after, waiver=waiver, change=before.change)


_UNTOLD: Mapping[str, str] = {"reason": NAMELESS, "owner": NAMELESS}


def _waiver(check: WaiverCheck, report: Report, retold: Mapping[str, Finding]) -> WaiverCheck:
    found = next(
        (
            retold[one.fingerprint]
            for one in report.findings
            if (one.norm, subject_text(one)) == (check.waiver.norm, check.waiver.subject)
        ),
        None,
    )
    subject = (found and subject_text(found)) or NAMELESS
    return replace(check, waiver=replace(check.waiver, subject=subject, **_UNTOLD), hint=None)
