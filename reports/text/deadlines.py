"""What falls due as a table: the day, the days left, the strict day, the status, the norm, its subject and clause."""

from collections.abc import Sequence
from typing import Final

from ...engine.findings import Report
from ...engine.status import Status
from ...facts import Bilingual
from ..deadlines import Deadline
from .dates import time_left
from .groups import grouped
from .names import FactNames, subject_words
from .page import Page
from .style import STATUS_STYLES, Style
from .telling import Background, Telling
from .terms import LIST_JOINT, SEVERITIES, STATUSES
from .width import padded, width

__all__ = ["deadlines_text"]

_FEW: Final = 3
"""So many subjects of one row are named."""

_HEADS: Final = (
    Bilingual("期限", "Due"),
    Bilingual("剩余", "Left"),
    Bilingual("最严期限", "Strictly due"),
    Bilingual("状态", "Status"),
    Bilingual("规范", "Norm"),
    Bilingual("事项(轻重;条款)", "What (gravity; clause)"),
)


def deadlines_text(
    report: Report, found: Sequence[Deadline], background: Background, telling: Telling, within: int | None
) -> str:
    """The table under a line that counts, ending in a line break."""
    page = Page(telling.language, telling.columns, colour=telling.colour)
    page.write(page.say(_counted(report, found, within)), style=Style.STRONG)
    if not found:
        return page.text
    rows = _rows(page, found, FactNames(background.document))
    widths = [max(width(cells[at]) for cells, _ in [(_heads(page), None), *rows]) for at in range(len(_HEADS) - 1)]
    page.blank()
    _put(page, _heads(page), widths, Style.FAINT)
    for cells, deadline in rows:
        style = STATUS_STYLES[deadline.finding.status] if deadline.is_overdue else Style.PLAIN
        _put(page, cells, widths, Style.PLAIN, style)
    if any(one.strict != one.due for one in found):
        told = Bilingual(
            "最严期限:不因节假日顺延,或者把当日计入的最早一日",
            "Strictly due: the earliest day that the text can mean, not moved for days off",
        )
        page.blank()
        page.write(page.say(told), style=Style.FAINT)
    return page.text


def _counted(report: Report, found: Sequence[Deadline], within: int | None) -> Bilingual:
    moment = report.as_of.replace("T", " ")
    overdue = sum(one.is_overdue for one in found)
    open_ = sum(one.finding.status is Status.UNDETERMINED for one in found)
    coming = len(found) - overdue - open_
    in_days = Bilingual("", "")
    if within is not None:
        in_days = Bilingual(f"{within} 天之内", f" within {within} {'day' if within == 1 else 'days'}")
    if not found:
        return Bilingual(f"截至 {moment},{in_days.zh}没有到期事项。", f"As of {moment} nothing falls due{in_days.en}.")
    return Bilingual(
        f"截至 {moment},{in_days.zh}待履行 {coming} 项,逾期未办 {overdue} 项,待定 {open_} 项。",
        f"As of {moment}{in_days.en}: {coming} pending, {overdue} overdue and not done, {open_} undetermined.",
    )


def _heads(page: Page) -> list[str]:
    return [page.say(head) for head in _HEADS]


def _rows(page: Page, found: Sequence[Deadline], names: FactNames) -> list[tuple[list[str], Deadline]]:
    """Deadlines that differ in nothing but their subject share a row."""
    by_order = {one.finding.order: one for one in found}
    rows = []
    for group in grouped(one.finding for one in found):
        finding = group.first
        deadline = by_order[finding.order]
        about = page.say(names.about(finding)) if finding.subject else ""
        if len(group.findings) > 1:
            ids = page.say(LIST_JOINT).join(page.say(subject_words(one)) for one in group.findings[:_FEW])
            ids += " …" if len(group.findings) > _FEW else ""
            title = page.say(finding.subject_title)
            about = page.say(
                Bilingual(f"{title} {len(group.findings)} 项:{ids}", f"{len(group.findings)} × {title}: {ids}")
            )
        told = page.say(Bilingual(":", ": ")).join(part for part in (page.say(finding.title), about) if part)
        bracket = f"({page.say(SEVERITIES[finding.severity])}; {finding.citation.rpartition(' ')[2]})"
        rows.append(
            (
                [
                    deadline.due,
                    page.say(_left(deadline)),
                    "" if deadline.strict == deadline.due else deadline.strict,
                    page.say(STATUSES[finding.status]),
                    finding.norm,
                    f"{told} {bracket}",
                ],
                deadline,
            )
        )
    return rows


def _left(deadline: Deadline) -> Bilingual:
    days = -deadline.days_left
    if days > 0 and not deadline.is_overdue:  # whether it is late is not known
        return Bilingual(f"已过 {days} 天", f"{days} {'day' if days == 1 else 'days'} ago")
    return time_left(-days)


def _put(page: Page, cells: Sequence[str], widths: Sequence[int], style: Style, prefix: Style | None = None) -> None:
    told = "".join(padded(cell, columns) + "  " for cell, columns in zip(cells, widths, strict=False))
    page.write(cells[-1], prefix=told, style=style, prefix_style=style if prefix is None else prefix)
