"""A timeline for people: what changes next by itself, then each norm's subjects with a bar and the days in words."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

from ...engine.status import Status
from ...engine.timeline import NormTimeline, Stretch, Timeline, Track
from ...facts import Bilingual
from .bar import DONE_LATE, MARKS, Scale
from .page import Page
from .style import SEVERITY_STYLES, STATUS_STYLES, Style
from .telling import Detail, Telling
from .terms import DISCLAIMER, REDACTED, REDACTED_LABEL, SEVERITIES, STATUSES
from .turns import NOT_THERE_TEXT, subjects_text, tell_ahead

__all__ = ["timeline_text"]

_INDENT: Final = 2

_REST: Final = Bilingual("始终符合或者不适用的规范", "Norms met or not applicable throughout")


class _Section(NamedTuple):
    title: Bilingual
    style: Style
    norms: Sequence[NormTimeline]


def timeline_text(timeline: Timeline, telling: Telling) -> str:
    """The timeline as lines of text, ending in a line break."""
    whole = telling.detail is Detail.EVERYTHING
    page = Page(telling.language, telling.columns, colour=telling.colour)
    scale = Scale(timeline.first, timeline.last, telling.columns - _INDENT - len("[]"))
    sections = _sections(timeline)
    rest = [one for one in timeline.norms if not any(track.matters for track in one.tracks)]
    _head(page, timeline, sections, len(rest))
    tell_ahead(page, timeline, whole=whole)
    _legend(page, scale)
    for section in (*sections, *((_Section(_REST, Style.FAINT, rest),) if whole else ())):
        _tell_section(page, timeline, scale, section, whole=whole)
    page.blank()
    page.write(page.say(DISCLAIMER), style=Style.FAINT)
    return page.text


def _sections(timeline: Timeline) -> list[_Section]:
    """The norms that are not well all the time: each in the first section that fits, the gravest first."""
    sections = []
    left = sorted(timeline.norms, key=lambda one: (one.severity.rank, one.order))
    for title, status, until in (
        (Bilingual("已经违反过的规范", "Norms violated so far"), Status.VIOLATED, timeline.as_of),
        (Bilingual("此后将违反的规范(推算)", "Norms violated later (forecast)"), Status.VIOLATED, timeline.last),
        (Bilingual("其余待定过的规范", "Other norms undetermined at some time"), Status.UNDETERMINED, timeline.last),
        (Bilingual("其余待履行过的规范", "Other norms pending at some time"), Status.PENDING, timeline.last),
    ):
        norms = [one for one in left if any(track.had(status, until) for track in one.tracks)]
        left = [one for one in left if one not in norms]
        sections.append(_Section(title, STATUS_STYLES[status], norms))
    return sections


def _head(page: Page, timeline: Timeline, sections: Sequence[_Section], rest: int) -> None:
    violated, later, open_, pending = (len(one.norms) for one in sections)
    told = Bilingual(
        f"时间线 {timeline.first} 至 {timeline.last}:已经违反过的规范 {violated} 项,此后将违反 {later} 项(推算);"
        f"其余待定过 {open_} 项,待履行过 {pending} 项,始终符合或不适用 {rest} 项。",
        f"Timeline {timeline.first} to {timeline.last}: norms violated so far {violated}, later {later} (forecast); "
        f"others undetermined at some time {open_}, pending {pending}; met or not applicable throughout {rest}.",
    )
    page.write(page.say(told), style=Style.STRONG)
    page.blank()
    columns = 6 if page.language == "zh" else 10
    ruleset = timeline.ruleset
    rules = f"({ruleset.id} {ruleset.version})"
    rows = [
        (Bilingual("公司", "Company"), _same(timeline.company or "")),
        (Bilingual("证号", "Licence"), _same(timeline.licence or "")),
        (
            Bilingual("截至", "As of"),
            Bilingual(
                f"{timeline.as_of}(北京时间,整日计);其后为推算",
                f"{timeline.as_of} (the whole day, in Asia/Shanghai); what lies after it is a forecast",
            ),
        ),
        (Bilingual("规则", "Rules"), Bilingual(ruleset.title.zh + rules, f"{ruleset.title.en} {rules}")),
        (Bilingual("事实", "Facts"), _same(timeline.source)),
        (Bilingual("范围", "Scope"), _scope(timeline)),
        (Bilingual("计划", "Planned"), _planned(timeline)),
        *([(REDACTED_LABEL, REDACTED)] if timeline.redacted else []),
    ]
    for label, text in rows:
        page.entry(label, page.say(text), indent=0, columns=columns)


def _same(text: str) -> Bilingual:
    return Bilingual(text, text)


def _scope(timeline: Timeline) -> Bilingual:
    asked = [*(f"--select {one}" for one in timeline.selected), *(f"--ignore {one}" for one in timeline.ignored)]
    if not asked:
        return _same("")
    told = " ".join(asked)
    return Bilingual(f"只看选定的规范:{told}", f"only a selection of the norms: {told}")


def _planned(timeline: Timeline) -> Bilingual:
    days = timeline.planned
    if not days:
        return _same("")
    count = len(days)
    until = "" if timeline.redacted else f"{days[0]}" if days[0] == days[-1] else f"{days[0]} … {days[-1]}"
    zh, en = (f"({until})", f" ({until})") if until else ("", "")
    return Bilingual(
        f"事实中有 {count} 件事写明在截至日之后发生{zh},时间线按如期发生计,“自行变化”不计",
        f"{count} {'event is' if count == 1 else 'events are'} stated for after that day{en}; the timeline takes "
        "them as happening then, what changes by itself leaves them out",
    )


def _legend(page: Page, scale: Scale) -> None:
    marks = [(MARKS[status], STATUSES[status]) for status in (Status.VIOLATED, Status.UNDETERMINED)]
    marks += [(DONE_LATE, Bilingual("违反但已补办", "violated, done late"))]
    marks += [(MARKS[status], STATUSES[status]) for status in (Status.PENDING, Status.MET, Status.NOT_APPLICABLE)]
    told = " · ".join(f"{mark} {page.say(name)}" for mark, name in marks)
    each = _each(scale)
    empty = Bilingual("空格 无此事项", "blank not there")
    page.blank()
    page.write(
        page.say(
            Bilingual(
                f"图例:{told} · {empty.zh};v 截至日;{each.zh}",
                f"Legend: {told} · {empty.en}; v as of; {each.en}",
            )
        ),
        style=Style.FAINT,
    )


def _each(scale: Scale) -> Bilingual:
    """How many days a column stands for."""
    days, columns = scale.days, scale.columns
    if days == columns:
        return Bilingual("每格一天", "a column is a day")
    if days < columns:
        return Bilingual(f"每天 {columns // days} 格", f"a day is {columns // days} columns")
    if days < 2 * columns:
        return Bilingual("每格一至两天,取较坏的一种", "a column is a day or two, and shows the worse of them")
    about = round(days / columns)
    return Bilingual(
        f"每格约 {about} 天,取其中最坏的一种", f"a column is about {about} days, and shows the worst of them"
    )


def _tell_section(page: Page, timeline: Timeline, scale: Scale, section: _Section, *, whole: bool) -> None:
    if not section.norms:
        return
    count, title = len(section.norms), section.title
    page.heading(page.say(Bilingual(f"{title.zh} {count} 项", f"{title.en}: {count}")), section.style)
    page.blank()
    page.drawn(" " + scale.axis(timeline.as_of), indent=_INDENT, style=Style.FAINT)
    page.blank()
    was_short = True
    for one in section.norms:
        groups = _alike(sorted((track for track in one.tracks if whole or track.matters), key=_worst))
        is_short = all(len(tracks[0].stretches) == 1 for tracks in groups)
        if not (is_short and was_short):
            page.blank()
        was_short = is_short
        page.write(
            f"{one.norm} {page.say(one.title)}",
            prefix=f"[{page.say(SEVERITIES[one.severity])}] ",
            hang=_INDENT,
            style=Style.STRONG,
            prefix_style=SEVERITY_STYLES[one.severity],
            tail=one.citation.rpartition(" ")[2],
        )
        for tracks in groups:
            _tell(page, scale, timeline, tracks, whole=whole)


def _worst(track: Track) -> int:
    return min(list(STATUSES).index(status) for status in track.statuses)


def _alike(tracks: Iterable[Track]) -> list[list[Track]]:
    """Subjects of a norm that stand alike on every day are told together."""
    groups: dict[object, list[Track]] = {}
    for one in tracks:
        groups.setdefault((one.stretches, one.began_before, one.goes_on, one.subject_table), []).append(one)
    return list(groups.values())


def _tell(page: Page, scale: Scale, timeline: Timeline, tracks: Sequence[Track], *, whole: bool) -> None:
    first = tracks[0]
    about = page.say(subjects_text(tracks, whole=whole))
    told = page.say(_words(first, timeline.as_of))
    if len(first.stretches) == 1:
        page.write(page.say(Bilingual(f"{about}:{told}", f"{about}: {told}")), indent=_INDENT, hang=_INDENT)
        return
    page.write(about, indent=_INDENT, hang=_INDENT)
    page.drawn(f"[{scale.bar(first.stretches)}]", indent=_INDENT)
    page.write(told, indent=2 * _INDENT)


def _words(track: Track, as_of: date) -> Bilingual:
    """The stretches in words; that there is no such subject at first, or that it does not apply yet, goes without."""
    stretches = track.stretches
    if len(stretches) == 1 and track.began_before and track.goes_on:
        status = _status(stretches[0])
        return Bilingual(f"全程{status.zh}", f"{status.en} (throughout)")
    parts = []
    for number, one in enumerate(stretches):
        if number == 0 and len(stretches) > 1 and one.status in (None, Status.NOT_APPLICABLE):
            continue
        since = number > 0 or not track.began_before
        until = number < len(stretches) - 1 or not track.goes_on
        days, status = _days(one, since=since, until=until), _status(one)
        forecast = Bilingual("(推算)", " (forecast)") if one.first > as_of else Bilingual("", "")
        parts.append(Bilingual(f"{days.zh}{status.zh}{forecast.zh}", f"{days.en}: {status.en}{forecast.en}"))
    return Bilingual(";".join(one.zh for one in parts), "; ".join(one.en for one in parts))


def _days(one: Stretch, *, since: bool, until: bool) -> Bilingual:
    """A stretch's days: from when if it began in the span, until when if it ended in it."""
    if since and until:
        if one.first == one.last:
            return Bilingual(f"{one.first} 当天", f"on {one.first}")
        return Bilingual(f"{one.first} 至 {one.last} ", f"{one.first} to {one.last}")
    if since:
        return Bilingual(f"{one.first} 起", f"from {one.first}")
    return Bilingual(f"此前至 {one.last} ", f"from before to {one.last}")


def _status(one: Stretch) -> Bilingual:
    if one.status is None:
        return NOT_THERE_TEXT
    status = STATUSES[one.status]
    if one.cured_on is not None:
        return Bilingual(f"{status.zh}(已于 {one.cured_on} 补办)", f"{status.en}, done late on {one.cured_on}")
    if one.due is not None:
        return Bilingual(f"{status.zh}(期限 {one.due})", f"{status.en} (due {one.due})")
    return status
