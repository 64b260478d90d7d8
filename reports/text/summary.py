"""The head of a report: the verdict in plain words, what was audited, the counts."""

from collections.abc import Iterator
from typing import Final

from ...engine.findings import Report, Verdict
from ...engine.status import Status
from ...facts import Bilingual
from .marks import marked_text
from .names import FactNames
from .page import Page
from .style import STATUS_STYLES, Style
from .telling import Background
from .terms import REDACTED, REDACTED_LABEL, STATUSES, severities_text

__all__ = ["head_rows", "tell_head", "tell_verdict", "verdict_text"]

_VERDICT_STYLES: Final = {
    Verdict.CLEAN: Style.STRONG_GREEN,
    Verdict.VIOLATIONS: Style.STRONG_RED,
    Verdict.UNDETERMINED: Style.STRONG_YELLOW,
}

_FEW: Final = 3
"""So many outdated statements are named."""


def tell_verdict(page: Page, report: Report, background: Background) -> None:
    """One line: broken or not, how much, how grave, and what was not looked at."""
    page.write(page.say(verdict_text(report, background)), style=_VERDICT_STYLES[report.verdict])


def verdict_text(report: Report, background: Background) -> Bilingual:
    """The verdict in a sentence, for every format that people read."""
    verdict, selection = _verdict(report), _selection(report)
    unencoded = len(background.unencoded) if report.verdict is Verdict.CLEAN and not report.is_partial else 0
    if unencoded:
        left_out = Bilingual(f"(未编入规则的 {unencoded} 条条款除外)", f" ({unencoded} clauses are not encoded yet)")
        verdict = Bilingual(verdict.zh + left_out.zh, verdict.en + left_out.en)
    marked = marked_text(report)
    return Bilingual(f"{verdict.zh}{marked.zh}。{selection.zh}", f"{verdict.en}{marked.en}.{selection.en}")


def _verdict(report: Report) -> Bilingual:
    violated, pending, open_ = (
        report.counts[status] for status in (Status.VIOLATED, Status.PENDING, Status.UNDETERMINED)
    )
    rest_zh = [f"{open_} 项待定"] if open_ else []
    rest_zh += [f"{pending} 项待履行"] if pending else []
    rest_en = [f"{open_} undetermined"] if open_ else []
    rest_en += [f"{pending} pending"] if pending else []
    match report.verdict:
        case Verdict.VIOLATIONS:
            graves = severities_text(one.severity for one in report.with_status(Status.VIOLATED))
            zh = f"结论:有违反,共 {violated} 项({graves.zh})"
            en = f"Verdict: violations, {violated} in all ({graves.en})"
        case Verdict.UNDETERMINED:
            zh, en = "结论:不能确定;没有认定违反", "Verdict: undetermined; no violation was found"
        case Verdict.CLEAN:
            zh, en = "结论:没有违反,也没有待定", "Verdict: clean; nothing is violated or undetermined"
    if rest_zh:
        zh += f";{'另有 ' if report.verdict is not Verdict.UNDETERMINED else ''}{','.join(rest_zh)}"
        en += f"; {', '.join(rest_en)}"
    return Bilingual(zh, en)


def _selection(report: Report) -> Bilingual:
    if not report.is_partial:
        return Bilingual("", "")
    asked = [*(f"--select {one}" for one in report.selected), *(f"--ignore {one}" for one in report.ignored)]
    told = " ".join(asked)
    return Bilingual(f"(只审核了选定的规范:{told})", f" (Only a selection of the norms was audited: {told})")


def tell_head(page: Page, report: Report, background: Background, *, whole: bool) -> None:
    """What was audited, as of when, by what rules, on request with their digest; then the counts."""
    columns = 6 if page.language == "zh" else 10
    page.blank()
    for label, text in head_rows(report, background, whole=whole):
        page.entry(label, page.say(text), indent=0, columns=columns)
    page.blank()
    counts = [(STATUSES[status], report.counts[status], STATUS_STYLES[status]) for status in Status]
    told = [page.say(Bilingual(f"{name.zh} {count}", f"{count} {name.en}")) for name, count, _ in counts]
    page.entry(Bilingual("计数", "Counts"), page.say(Bilingual(" · ", " · ")).join(told), indent=0, columns=columns)


def head_rows(report: Report, background: Background, *, whole: bool) -> tuple[tuple[Bilingual, Bilingual], ...]:
    """What was audited, as of when and by what rules: labels with their texts."""
    licence = report.licence
    return (
        (Bilingual("公司", "Company"), _company(report, background)),
        (Bilingual("证号", "Licence"), Bilingual(licence or "未说明", licence or "not stated")),
        (Bilingual("截至", "As of"), _as_of(report)),
        (Bilingual("规则", "Ruleset"), _ruleset(report, whole=whole)),
        (Bilingual("范围", "Scope"), _scope(background)),
        (Bilingual("日历", "Calendar"), _calendar(report, whole=whole)),
        (Bilingual("事实", "Facts"), Bilingual(report.source, report.source)),
        *_outdated(report, background),
        *_redacted(report),
    )


def _redacted(report: Report) -> Iterator[tuple[Bilingual, Bilingual]]:
    """That values are left out, and how elements go by numbers."""
    if report.redacted:
        yield REDACTED_LABEL, REDACTED


def _outdated(report: Report, background: Background) -> Iterator[tuple[Bilingual, Bilingual]]:
    """Statements that are not valid any more: a few of them, with how many there are."""
    if not report.outdated:
        return
    path, count = FactNames(background.document).path, len(report.outdated)
    zh = "、".join(f"{path(one.pointer)}(至 {one.valid_until})" for one in report.outdated[:_FEW])
    en = ", ".join(f"{path(one.pointer)} (until {one.valid_until})" for one in report.outdated[:_FEW])
    more = " …" if count > _FEW else ""
    yield (
        Bilingual("过期", "Outdated"),
        Bilingual(f"{count} 项说明已过有效期,视为未说明:{zh}{more}", f"{count} statements count no more: {en}{more}"),
    )


def _company(report: Report, background: Background) -> Bilingual:
    """Its name as stated, else as the licence prints it."""
    if report.company is not None:
        return Bilingual(report.company, report.company)
    printed = background.document.company.licence.company_name
    if printed is None:
        return Bilingual("未说明", "not stated")
    return Bilingual(f"未说明;许可证载明:{printed}", f"not stated; the licence prints {printed}")


def _as_of(report: Report) -> Bilingual:
    moment = report.as_of.replace("T", " ")
    return Bilingual(f"{moment}(北京时间)", f"{moment} (Asia/Shanghai)")


def _ruleset(report: Report, *, whole: bool) -> Bilingual:
    ruleset = report.ruleset
    version = f"{ruleset.id} {ruleset.version}" + (f", sha256 {ruleset.digest}" if whole else "")
    zh = en = report.engine
    if report.confirmed_by is not None:
        zh, en = f"{zh},经 {report.confirmed_by} 复核一致", f"{en}, confirmed by {report.confirmed_by}"
    return Bilingual(f"{ruleset.title.zh}({version};引擎 {zh})", f"{ruleset.title.en} ({version}; engine {en})")


def _scope(background: Background) -> Bilingual:
    count = len(background.unencoded)
    zh, en = f"规则含 {background.norms} 项规范", f"the ruleset has {background.norms} norms"
    if count:
        zh += f";另有 {count} 条条款尚未编入,不在本次审核之内(见文末)"
        en += f"; {count} more clauses are not encoded yet and were not audited (see the end)"
    return Bilingual(zh, en)


def _calendar(report: Report, *, whole: bool) -> Bilingual:
    calendar = report.calendar
    version = f"({calendar.source} {calendar.version})" if whole else ""
    return Bilingual(
        f"工作日安排公布至 {calendar.last_published_year} 年{version}",
        f"working days are published up to {calendar.last_published_year}{f' {version}' if version else ''}",
    )
