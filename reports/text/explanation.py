"""One finding after another with every step of its reasons, for `hegui explain`."""

from collections.abc import Mapping, Sequence

from ...engine.findings import Finding, Report, UmbrellaFinding
from ...engine.status import Status
from ...facts import Bilingual
from .finding import FindingTeller
from .groups import Group
from .names import FactNames
from .page import Page
from .style import STATUS_STYLES, Style
from .telling import Background, Telling
from .terms import LIST_JOINT, STATUSES
from .width import padded

__all__ = ["explain_findings", "explain_umbrella"]


def explain_findings(report: Report, findings: Sequence[Finding], background: Background, telling: Telling) -> str:
    """The findings with their whole derivation, each with the line of every fact."""
    page = Page(telling.language, telling.columns, colour=telling.colour)
    names = FactNames(background.document)
    teller = FindingTeller(page, names, report)
    for finding in findings:
        page.blank()
        teller.title(finding)
        teller.status(finding)
        teller.clause(finding)
        teller.subjects(Group((finding,)))
        teller.message(Group((finding,)))
        teller.cause(finding)
        if finding.status is Status.PENDING:
            teller.unstated(finding)
        teller.reasons(finding, whole=True)
        teller.due(finding)
        teller.gravity(finding)
        if finding.status not in (Status.MET, Status.NOT_APPLICABLE):
            teller.measures(finding)
        teller.law(finding, consequences=finding.status is Status.VIOLATED)
        teller.choices(finding, background.readings)
        page.write(f"fingerprint {finding.fingerprint}", indent=2, style=Style.FAINT)
    return page.text


def explain_umbrella(report: Report, umbrella: UmbrellaFinding, members: Mapping[str, str], telling: Telling) -> str:
    """An umbrella with the norms that it follows from. `members` are the titles of norms by their ids."""
    page = Page(telling.language, telling.columns, colour=telling.colour)
    page.write(f"{umbrella.norm} {page.say(umbrella.title)}", style=Style.STRONG)
    page.write(page.say(STATUSES[umbrella.status]), indent=2, style=STATUS_STYLES[umbrella.status])
    page.write(umbrella.citation, indent=2)
    page.write(f"「{umbrella.quote}」", indent=2)
    told = Bilingual(
        "由下列规范得出,取其中最重的状态:", "It follows from these norms, and takes the worst of their statuses:"
    )
    page.write(page.say(told), indent=2)
    statuses: dict[str, set[Status]] = {}
    for finding in report.findings:
        statuses.setdefault(finding.norm, set()).add(finding.status)
    for norm, title in members.items():
        found = sorted(statuses.get(norm, set()), key=list(Status).index)
        words = page.say(LIST_JOINT).join(page.say(STATUSES[status]) for status in found)
        page.write(title, prefix=f"- {padded(norm, 11)} ", indent=2, tail=words)
    return page.text
