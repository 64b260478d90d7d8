"""What changes by itself, and when next, for people."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from ...engine.status import Status
from ...engine.timeline import LOOK_AHEAD_YEARS, Timeline, Turn
from ...facts import Bilingual
from .names import AboutSubject, brief_words, briefly
from .page import Page
from .style import STATUS_STYLES, Style
from .terms import SEVERITIES, STATUSES

__all__ = ["NOT_THERE_TEXT", "subjects_text", "tell_ahead"]

NOT_THERE_TEXT: Final = Bilingual("无此事项", "not there")

_FEW_DAYS: Final = 6
"""So many of the days that come later are named."""
_FEW: Final = 3
"""So many subjects of one change are named."""

_SUPPOSED: Final = Bilingual(
    "假定此后不再办理、不再说明任何事项", "Supposing that from then on nothing is done and nothing more is stated"
)


def tell_ahead(page: Page, timeline: Timeline, *, whole: bool) -> None:
    """The next day on which something changes by itself, with all that changes then; on request the later ones too."""
    ahead, as_of = timeline.ahead, timeline.as_of
    if ahead.next_day is None:
        told = Bilingual(
            f"截至日之后至 {ahead.looked_until}({LOOK_AHEAD_YEARS} 年)没有自行变化",
            f"Nothing changes by itself after that day until {ahead.looked_until} ({LOOK_AHEAD_YEARS} years)",
        )
        page.heading(page.say(told))
        page.write(page.say(_SUPPOSED), indent=2, style=Style.FAINT)
        return
    days = sorted({one.on for one in ahead.turns})
    left = (days[0] - as_of).days
    told = Bilingual(
        f"下一个自行变化之日:{days[0]}({'次日' if left == 1 else f'{left} 天后'})",
        f"Next change by itself: {days[0]} ({'the next day' if left == 1 else f'in {left} days'})",
    )
    page.heading(page.say(told))
    page.write(page.say(_SUPPOSED), indent=2, style=Style.FAINT)
    _tell_day(page, [one for one in ahead.turns if one.on == days[0]], whole=whole)
    if whole:
        for day in days[1:]:
            page.blank()
            page.write(str(day), indent=2, style=Style.STRONG)
            _tell_day(page, [one for one in ahead.turns if one.on == day], whole=whole)
    page.blank()
    page.write(page.say(_later([] if whole else days[1:], ahead.looked_until)), indent=2)


def _later(days: Sequence[date], until: date) -> Bilingual:
    if not days:
        return Bilingual(f"此后至 {until} 没有其他自行变化", f"After that nothing changes by itself until {until}")
    named = [str(day) for day in days[:_FEW_DAYS]]
    more = " …" if len(days) > len(named) else ""
    return Bilingual(
        f"此后至 {until} 还有 {len(days)} 日有自行变化(-v 列明):{'、'.join(named)}{more}",
        f"Later, until {until}, on {len(days)} more {'day' if len(days) == 1 else 'days'} (-v tells what): "
        f"{', '.join(named)}{more}",
    )


def _tell_day(page: Page, turns: Sequence[Turn], *, whole: bool) -> None:
    """What changes on a day: the gravest first, subjects of one change together."""
    groups: dict[object, list[Turn]] = {}
    for one in sorted(turns, key=lambda one: one.severity.rank):
        groups.setdefault((one.norm, one.before, one.after, one.due), []).append(one)
    for members in groups.values():
        one = members[0]
        about = ""
        if one.subject:
            about = page.say(subjects_text(members, whole=whole))
        became = page.say(_became(one))
        what = " · ".join(part for part in (f"{one.norm} {page.say(one.title)}", about) if part)
        page.write(
            page.say(Bilingual(f"{what}:{became}", f"{what}: {became}")),
            prefix=f"[{page.say(SEVERITIES[one.severity])}] ",
            indent=2,
            hang=2,
            prefix_style=Style.PLAIN if one.after is None else STATUS_STYLES[one.after],
        )


def subjects_text(members: Sequence[AboutSubject], *, whole: bool) -> Bilingual:
    """One subject, or how many and, unless the `whole` is told, the ids of the first of them."""
    if len(members) == 1:
        return briefly(members[0])
    named = [brief_words(one) for one in (members if whole else members[:_FEW])]
    zh, en = "、".join(one.zh for one in named), "; ".join(one.en for one in named)
    more = " …" if len(named) < len(members) else ""
    count, title = len(members), members[0].subject_title
    return Bilingual(f"{title.zh} {count} 项:{zh}{more}", f"{count} × {title.en}: {en}{more}")


def _became(one: Turn) -> Bilingual:
    before, after = _named(one.before), _named(one.after)
    due = Bilingual(f"(期限 {one.due})", f" (due {one.due})") if one.due else Bilingual("", "")
    return Bilingual(f"{before.zh} → {after.zh}{due.zh}", f"{before.en} → {after.en}{due.en}")


def _named(status: Status | None) -> Bilingual:
    return NOT_THERE_TEXT if status is None else STATUSES[status]
