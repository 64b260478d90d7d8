"""One finding, or a group of findings alike, told in full."""

from collections.abc import Mapping
from typing import Final

from ...engine.findings import Finding, Report
from ...engine.norms import Reading
from ...facts import Bilingual
from .dates import due_text
from .groups import Group
from .law import bases_text, choices_text, consequences_text, other_readings_text, readings_text
from .marks import change_text, waiver_text
from .names import FactNames, subject_words
from .page import Page
from .reasons import Point, every_point, short_points
from .style import SEVERITY_STYLES, STATUS_STYLES, Style
from .terms import CAUSES, EXTERNAL, LIST_JOINT, SEVERITIES, STATUSES
from .width import padded

__all__ = ["FindingTeller"]

_LABELS: Final = {
    "status": Bilingual("状态", "Status"),
    "waiver": Bilingual("豁免", "Waiver"),
    "change": Bilingual("变化", "Change"),
    "clause": Bilingual("条款", "Clause"),
    "quote": Bilingual("原文", "Text"),
    "about": Bilingual("对象", "About"),
    "message": Bilingual("情况", "Matter"),
    "reasons": Bilingual("理由", "Why"),
    "cause": Bilingual("待定", "Open"),
    "due": Bilingual("期限", "Due"),
    "gravity": Bilingual("轻重", "Gravity"),
    "remedy": Bilingual("整改", "Remedy"),
    "documents": Bilingual("备查", "Records"),
    "bases": Bilingual("依据", "Law"),
    "consequences": Bilingual("后果", "Follows"),
    "readings": Bilingual("解释", "Reading"),
    "other_readings": Bilingual("另解", "Or else"),
    "choices": Bilingual("可选", "Choices"),
    "sources": Bilingual("出处", "Sources"),
    "more": Bilingual("", ""),
}

_INDENT: Final = 2
_FEW: Final = 3
"""So many facts of one source are named."""


class FindingTeller:
    """Writes findings on a page."""

    def __init__(self, page: Page, names: FactNames, report: Report) -> None:
        self._page = page
        self._names = names
        self._report = report
        self._columns = 6 if page.language == "zh" else 9

    def title(self, finding: Finding, before: str = "") -> None:
        """The line that a finding begins with: severity, norm, title."""
        page = self._page
        external = f" [{page.say(EXTERNAL)}]" if finding.external else ""
        page.write(
            f"{before}{finding.norm} {page.say(finding.title)}{external}",
            prefix=f"[{page.say(SEVERITIES[finding.severity])}] ",
            style=Style.STRONG,
            prefix_style=SEVERITY_STYLES[finding.severity],
        )
        for label, marked in (("waiver", waiver_text(finding)), ("change", change_text(finding, self._report))):
            self._entry(label, "" if marked is None else page.say(marked), Style.STRONG_YELLOW)

    def status(self, finding: Finding) -> None:
        """The status, in a line."""
        self._entry("status", self._page.say(STATUSES[finding.status]), STATUS_STYLES[finding.status])

    def clause(self, finding: Finding) -> None:
        """The clause, cited and quoted."""
        self._entry("clause", finding.citation)
        self._entry("quote", f"「{finding.quote}」" if finding.quote else "")

    def subjects(self, group: Group) -> None:
        """What the findings are about, with the place of each in the file."""
        if not group.first.subject:
            return
        if len(group.findings) == 1:
            self._entry("about", self._subject(group.first))
            return
        title = group.first.subject_title
        count = Bilingual(f"{title.zh}共 {len(group.findings)} 项:", f"{title.en}, {len(group.findings)} in all: ")
        joint = self._page.say(LIST_JOINT)
        self._entry("about", self._page.say(count) + joint.join(self._placed(one) for one in group.findings))

    def message(self, group: Group) -> None:
        """What is the matter, of the first of a group."""
        self._entry("message", self._page.say(group.message))

    def due(self, finding: Finding) -> None:
        """The due date."""
        due = due_text(finding, self._report)
        self._entry("due", "" if due is None else self._page.say(due))

    def cause(self, finding: Finding) -> None:
        """Why a finding is undetermined, and what would decide it."""
        if finding.cause is None:
            return
        paths = self._page.say(LIST_JOINT).join(map(self._names.path, finding.missing))
        cause = self._page.say(CAUSES[finding.cause])
        self._entry("cause", f"{cause}{self._page.say(Bilingual(':', ': ')) if paths else ''}{paths}")

    def unstated(self, finding: Finding) -> None:
        """What would say whether a duty that is not late yet has been fulfilled."""
        if finding.missing:
            paths = self._page.say(LIST_JOINT).join(map(self._names.path, finding.missing))
            told = Bilingual(f"是否已经履行未说明:{paths}", f"whether it has been fulfilled is not stated: {paths}")
            self._entry("cause", self._page.say(told))

    def reasons(self, finding: Finding, *, whole: bool) -> None:
        """Why: the few statements that decide, or the whole tree."""
        for number, point in enumerate(every_point(finding) if whole else short_points(finding)):
            label = self._page.say(_LABELS["reasons"]) if number == 0 else ""
            self._point(point, label)
        self._sources(finding)

    def _sources(self, finding: Finding) -> None:
        """Where the facts that decided it come from, as far as the document says."""
        told: dict[str, list[str]] = {}
        for fact in finding.evidence:
            if fact.source is not None:
                told.setdefault(fact.source, []).append(self._names.path(fact.pointer))
        joint = self._page.say(LIST_JOINT)
        for number, (source, paths) in enumerate(told.items()):
            few = joint.join(paths[:_FEW]) + (" …" if len(paths) > _FEW else "")
            text = self._page.say(Bilingual(f"{few}:{source}", f"{few}: {source}"))
            self._entry("sources" if number == 0 else "more", text)

    def _point(self, point: Point, label: str) -> None:
        places = self._names.places(point.evidence)
        self._page.write(
            self._page.say(point.text),
            prefix=f"{padded(label, self._columns)}{'  ' * point.level}- ",
            indent=_INDENT,
            prefix_style=Style.FAINT,
            tail=places,
        )

    def gravity(self, finding: Finding) -> None:
        """Why the norm has its severity."""
        self._entry("gravity", self._page.say(finding.because))

    def measures(self, finding: Finding) -> None:
        """What to do, and what to have at hand."""
        self._entry("remedy", self._page.say(finding.remedy))
        self.documents(finding)

    def documents(self, finding: Finding) -> None:
        """What to have at hand."""
        self._entry("documents", self._page.say(LIST_JOINT).join(finding.documents))

    def law(self, finding: Finding, *, consequences: bool = True) -> None:
        """The articles behind the norm, what may follow, and the readings that the finding rests on."""
        self._entry("bases", self._page.say(bases_text(finding.bases)))
        if consequences:
            self._entry("consequences", self._page.say(consequences_text(finding)))
        self._entry("readings", self._page.say(readings_text(finding.readings)))
        self.other_readings(finding)

    def other_readings(self, finding: Finding) -> None:
        """The readings that decide: how the text is read and why, and what the status would be otherwise."""
        for number, text in enumerate(other_readings_text(finding)):
            self._entry("other_readings" if number == 0 else "more", self._page.say(text))

    def choices(self, finding: Finding, readings: Mapping[str, Reading]) -> None:
        """The readings that can be chosen otherwise, with their values and what each would make of the finding."""
        chosen = [one for one in finding.readings if one.value is not None and one.id in readings]
        for number, one in enumerate(chosen):
            label = self._page.say(_LABELS["choices"]) if number == 0 else ""
            assert one.value is not None
            outcomes = {other.value: other.status for other in finding.other_readings if other.id == one.id}
            told = choices_text(readings[one.id], one.value, outcomes)
            why = Bilingual("", "") if outcomes else Bilingual(one.resolution.zh, f"{one.resolution.en} ")
            self._page.write(
                self._page.say(Bilingual(f"{one.title.zh}:{why.zh}{told.zh}", f"{one.title.en}: {why.en}{told.en}")),
                prefix=f"{padded(label, self._columns)}- ",
                indent=_INDENT,
                prefix_style=Style.FAINT,
            )

    def _entry(self, label: str, text: str, style: Style = Style.PLAIN) -> None:
        self._page.entry(_LABELS[label], text, indent=_INDENT, columns=self._columns, style=style)

    def _subject(self, finding: Finding) -> str:
        place = self._names.place(finding.pointer)
        return f"{self._page.say(self._names.about(finding))}{f' [{place}]' if place else ''}"

    def _placed(self, finding: Finding) -> str:
        place = self._names.place(finding.pointer)
        return f"{self._page.say(subject_words(finding))}{f' [{place}]' if place else ''}"
