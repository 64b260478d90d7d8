"""The summary as text: the verdict, what was asked, and tables."""

from collections.abc import Sequence
from typing import Final

from ...engine.portfolio.summary import MonthDue
from ...engine.status import Severity, Status
from ...facts import Bilingual
from ..text.page import Page
from ..text.style import SEVERITY_STYLES, Style
from ..text.telling import Detail, Telling
from ..text.terms import DISCLAIMER, SEVERITIES, STATUSES
from ..text.width import padded, width
from .result import CALLING, NormLine, Result, company_name, head_rows, norm_lines, province_name, verdict_text

__all__ = ["portfolio_text"]

_STYLES: Final = {"violations": Style.STRONG_RED, "undetermined": Style.STRONG_YELLOW, "clean": Style.STRONG_GREEN}
_LABEL: Final = {"zh": 6, "en": 10}
_A_YEAR: Final = 12

Cells = Sequence[str | int]


def portfolio_text(result: Result, telling: Telling) -> str:
    """The summary as text, ending in a line break; quiet it is the verdict alone."""
    page = Page(telling.language, telling.columns, colour=telling.colour)
    summary = result.summary
    worst = next((one for one in ("violations", "undetermined") if summary.verdicts.get(one)), "clean")
    style = Style.STRONG_RED if summary.rejected else _STYLES[worst]
    page.write(page.say(verdict_text(summary)), style=style)
    if telling.detail is Detail.VERDICT:
        return page.text
    page.blank()
    for label, text in head_rows(result, whole=telling.detail is Detail.EVERYTHING):
        page.entry(label, page.say(text), indent=0, columns=_LABEL[page.language.value])
    for tell in (_by_severity, _by_norm, _by_province, _by_month, _worst):
        tell(page, result, telling.detail is Detail.EVERYTHING)
    page.blank()
    page.write(page.say(DISCLAIMER), style=Style.FAINT)
    return page.text


def _by_severity(page: Page, result: Result, everything: bool) -> None:
    page.heading(page.say(Bilingual("按轻重(项)", "By severity (findings)")))
    rows: list[Cells] = [
        (page.say(SEVERITIES[one]), *(result.summary.findings(status, one) for status in CALLING)) for one in Severity
    ]
    heads = [Bilingual("轻重", "Severity"), *(STATUSES[status] for status in CALLING)]
    _table(page, heads, rows, text_first=True)


def _by_norm(page: Page, result: Result, everything: bool) -> None:
    lines = norm_lines(result)
    told = (
        lines if everything else [one for one in lines if one.findings[Status.VIOLATED] + one.findings[Status.PENDING]]
    )
    page.heading(page.say(Bilingual("按规范(违反的先列)", "By norm (what is violated first)")))
    heads = [
        Bilingual("违反公司", "Companies"),
        *(STATUSES[status] for status in CALLING),
        Bilingual("规范", "Norm"),
    ]
    rows: list[Cells] = [
        (one.companies, *(one.findings[status] for status in CALLING), _norm_text(page, one)) for one in told
    ]
    _table(page, heads, rows, styles=[SEVERITY_STYLES[one.severity] for one in told])
    if len(told) < len(lines):
        count = len(lines) - len(told)
        more = Bilingual(
            f"另有 {count} 项规范只有待定的,见 -v 或 summary.html。",
            f"{count} more norms are undetermined only: -v or summary.html tells which.",
        )
        page.write(page.say(more), style=Style.FAINT)


def _norm_text(page: Page, line: NormLine) -> str:
    return f"{line.norm} {page.say(line.title)} [{page.say(SEVERITIES[line.severity])}]"


def _by_province(page: Page, result: Result, everything: bool) -> None:
    page.heading(page.say(Bilingual("按注册住所所在省份", "By province of the registered address")))
    heads = [
        Bilingual("公司", "Companies"),
        Bilingual("有违反", "Violating"),
        *(STATUSES[status] for status in CALLING),
        Bilingual("省份", "Province"),
    ]
    rows: list[Cells] = [
        (
            one.companies,
            one.violating,
            one.violated,
            one.pending,
            one.undetermined,
            page.say(province_name(one.province)),
        )
        for one in result.summary.provinces
    ]
    _table(page, heads, rows)


def _by_month(page: Page, result: Result, everything: bool) -> None:
    months = result.summary.months
    told = months if everything else _near(result)
    page.heading(page.say(Bilingual("按到期月份(项)", "By month due (findings)")))
    heads = [
        Bilingual("月份", "Month"),
        Bilingual("逾期未办", "Late, not done"),
        STATUSES[Status.PENDING],
    ]
    _table(page, heads, [(one.month, one.violated, one.pending) for one in told], text_first=True)
    if len(told) < len(months):
        count = len(months) - len(told)
        more = Bilingual(f"另有 {count} 个月份,见 -v 或 summary.html。", f"{count} more months: -v or summary.html.")
        page.write(page.say(more), style=Style.FAINT)


def _near(result: Result) -> Sequence[MonthDue]:
    """A year before and after the day as of which was judged."""
    this = str(result.asked["as_of"])[: len("2020-10")]
    before = [one for one in result.summary.months if one.month < this]
    after = [one for one in result.summary.months if one.month >= this]
    return (*before[-_A_YEAR:], *after[: _A_YEAR + 1])


def _worst(page: Page, result: Result, everything: bool) -> None:
    page.heading(page.say(Bilingual("违反最多的公司(项)", "Those that break most (findings)")))
    heads = [*(SEVERITIES[one] for one in Severity), Bilingual("公司(位置)", "Company (position)")]
    rows: list[Cells] = [
        (
            one.critical,
            one.major,
            one.minor,
            f"{page.say(company_name(one.number, one.name, one.company))} ({one.company})",
        )
        for one in result.summary.offenders
    ]
    _table(page, heads, rows)


def _table(
    page: Page,
    heads: Sequence[Bilingual],
    rows: Sequence[Cells],
    *,
    text_first: bool = False,
    styles: Sequence[Style] = (),
) -> None:
    """Rows of numbers, to the right of their columns, and one text: the last column, or with `text_first` the first."""
    if not rows:
        page.write(page.say(Bilingual("无", "none")))
        return
    titles = [page.say(head) for head in heads]
    told = [[f"{cell:,}" if isinstance(cell, int) else cell for cell in row] for row in rows]
    text = 0 if text_first else len(heads) - 1
    widths = [max(width(line[at]) for line in (titles, *told)) for at in range(len(heads))]
    for number, cells in enumerate((titles, *told)):
        style = Style.FAINT if number == 0 else styles[number - 1] if styles else Style.PLAIN
        aligned = [
            padded(cell, columns) if at == text else " " * (columns - width(cell)) + cell
            for at, (cell, columns) in enumerate(zip(cells, widths, strict=True))
        ]
        if text_first:
            page.drawn("  ".join(aligned), style=style)
        else:
            page.write(cells[-1], prefix="  ".join(aligned[:-1]) + "  ", style=style, prefix_style=style)
