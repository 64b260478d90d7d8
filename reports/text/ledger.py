"""A ledger for people: its entries, and whether it is whole."""

from collections.abc import Sequence
from typing import Final

from ...engine.ledger import ROLES, Entry, Verified
from ...engine.status import Status
from ...facts.bilingual import Bilingual
from .law import setting_text
from .page import Page
from .style import Style
from .telling import Detail, Telling
from .terms import LIST_JOINT, STATUSES

__all__ = ["COMMANDS", "VERDICTS", "entries_text", "moment_text", "verified_text"]

VERDICTS: Final = {
    "clean": Bilingual("没有违反,也没有待定", "clean"),
    "violations": Bilingual("有违反", "violations"),
    "undetermined": Bilingual("不能确定", "undetermined"),
}
_GATE: Final = {
    0: Bilingual("放行", "may go"),
    1: Bilingual("不放行,有违反", "stopped, violations"),
    3: Bilingual("不放行,不能确定", "stopped, undetermined"),
}
COMMANDS: Final = {"audit": Bilingual("审核", "audit"), "gate": Bilingual("上线关卡", "gate")}
_STYLES: Final = {
    "clean": Style.STRONG_GREEN,
    "violations": Style.STRONG_RED,
    "undetermined": Style.STRONG_YELLOW,
}
_COUNTED: Final = (Status.VIOLATED, Status.UNDETERMINED, Status.PENDING)
_MOST: Final = 40
"""So many flaws are told; a broken chain may have thousands."""


def moment_text(moment: str) -> str:
    """A time of entry without its T and offset, which is always that of Asia/Shanghai."""
    return moment.removesuffix("+08:00").replace("T", " ")


def entries_text(count: int, entries: Sequence[tuple[Entry, str]], telling: Telling) -> str:
    """How many entries there are, then each in a few lines."""
    page = Page(telling.language, telling.columns, colour=telling.colour)
    told = Bilingual(f"账本共 {count} 条", f"The ledger has {count} {_entries(count)}")
    if len(entries) < count:
        shown = len(entries)
        told = Bilingual(f"{told.zh},以下为最后 {shown} 条", f"{told.en}; the last {shown} of them follow")
    page.write(page.say(Bilingual(f"{told.zh}(未作查验)。", f"{told.en} (nothing was checked).")), style=Style.STRONG)
    room = len(str(count)) + 2
    for entry, hash_ in entries:
        page.blank()
        _tell(page, entry, hash_, room, telling.detail)
    return page.text


def _tell(page: Page, entry: Entry, hash_: str, room: int, detail: Detail) -> None:
    record = entry.record
    # Of the gate the exit code says whether the launch may go; the verdict does not know of --fail-on.
    verdict = VERDICTS[record.verdict] if record.launch is None else _GATE.get(record.exit_code, VERDICTS["violations"])
    command, as_of = COMMANDS[record.command], record.as_of.replace("T", " ")
    told = Bilingual(
        f"{command.zh},截至 {as_of}:{verdict.zh}(退出码 {record.exit_code})",
        f"{command.en} as of {as_of}: {verdict.en} (exit code {record.exit_code})",
    )
    page.write(
        page.say(told),
        prefix=f"{entry.number}".ljust(room),
        style=_STYLES[record.verdict],
        prefix_style=Style.STRONG,
    )
    whole = detail is Detail.EVERYTHING
    rows = _usual(page, entry) + (_rest(page, entry) if whole else [])
    for label, text in [*rows, (Bilingual("散列", "Hash"), hash_)]:
        page.entry(label, text, indent=room, columns=7 if page.language == "zh" else 10)


def _usual(page: Page, entry: Entry) -> list[tuple[Bilingual, str]]:
    record = entry.record
    launch = "" if record.launch is None else f"{record.launch.source}, {record.launch.on}"
    return [
        (Bilingual("记账", "Entered"), moment_text(entry.entered_at)),
        (Bilingual("公司", "Company"), " ".join(one for one in (record.company, record.licence) if one)),
        (Bilingual("文件", "File"), record.source),
        (Bilingual("上线", "Launch"), launch),
        (Bilingual("状态", "Statuses"), _counts(page, entry)),
        (Bilingual("范围", "Scope"), _scope(entry)),
        (
            Bilingual("所存", "Kept"),
            page.say(LIST_JOINT).join(page.say(name) for role, name in ROLES.items() if role in record.kept),
        ),
    ]


def _rest(page: Page, entry: Entry) -> list[tuple[Bilingual, str]]:
    record, rules, calendar, former = entry.record, entry.record.ruleset, entry.record.calendar, entry.record.baseline
    readings = " ".join(f"{name}={setting_text(value)}" for name, value in sorted(record.readings.items()))
    return [
        (Bilingual("规则", "Rules"), f"{rules.id} {rules.version}"),
        (Bilingual("规则集", "Ruleset"), rules.digest),
        (Bilingual("条文", "Text"), rules.text_digest),
        (Bilingual("解释", "Readings"), readings),
        (Bilingual("日历", "Calendar"), f"{calendar.source} {calendar.version}, {calendar.last_published_year}"),
        (Bilingual("程序", "Program"), f"hegui {record.tool_version}, {_engines(entry)}"),
        (Bilingual("豁免", "Waivers"), _waivers(page, entry)),
        (Bilingual("基线", "Baseline"), "" if former is None else f"{former.source} ({former.as_of})"),
        (Bilingual("门槛", "Fail on"), record.fail_on),
        (Bilingual("事实", "Facts"), record.facts_digest),
        (Bilingual("上线后", "Launched"), "" if record.launch is None else record.launch.facts_digest),
        (Bilingual("发现", "Findings"), record.findings_digest),
        (Bilingual("前条", "Before"), entry.previous),
    ]


def _counts(page: Page, entry: Entry) -> str:
    counts = entry.record.counts
    told = [(STATUSES[status], counts.get(status.value, 0)) for status in _COUNTED]
    return page.say(
        Bilingual(
            "、".join(f"{name.zh} {count}" for name, count in told),
            ", ".join(f"{count} {name.en}" for name, count in told),
        )
    )


def _scope(entry: Entry) -> str:
    record = entry.record
    return " ".join((*(f"--select {one}" for one in record.select), *(f"--ignore {one}" for one in record.ignore)))


def _waivers(page: Page, entry: Entry) -> str:
    waived = entry.record.waivers
    if waived is None:
        return ""
    told = Bilingual(f"{waived.given} 项,有效 {waived.in_force} 项", f"{waived.given}, in force {waived.in_force}")
    return f"{page.say(told)} {waived.digest}"


def _engines(entry: Entry) -> str:
    return " + ".join(one for one in (entry.record.engine, entry.record.confirmed_by) if one)


def _entries(count: int) -> str:
    return "entry" if count == 1 else "entries"


def verified_text(found: Verified, heads: Sequence[str], telling: Telling) -> str:
    """Whether the ledger is whole, how it ends, and what is wrong."""
    page = Page(telling.language, telling.columns, colour=telling.colour)
    head, count = found.head, len(found.flaws)
    if found.flaws:
        told = Bilingual(f"账本不完好:发现 {count} 处问题。", f"The ledger is not whole: {count} found wrong.")
        page.write(page.say(told), style=Style.STRONG_RED)
        for flaw in found.flaws[:_MOST]:
            place = Bilingual("账本:", "ledger: ")
            if flaw.number is not None:
                place = Bilingual(f"第 {flaw.number} 条:", f"entry {flaw.number}: ")
            page.write(page.say(flaw.what), prefix=page.say(place), indent=2, prefix_style=Style.STRONG)
        if count > _MOST:
            rest = Bilingual(f"另有 {count - _MOST} 处", f"and {count - _MOST} more")
            page.write(page.say(rest), indent=2, style=Style.FAINT)
    else:
        told = Bilingual(
            f"账本完好:{head.entries} 条账目首尾相接,均未改动。",
            f"The ledger is whole: {head.entries} {_entries(head.entries)}, chained without a gap, none changed.",
        )
        page.write(page.say(told), style=Style.STRONG_GREEN)
    page.blank()
    _tell_end(page, found)
    page.blank()
    page.write(page.say(_PROVES if heads else _PROVES_LESS), style=Style.FAINT)
    return page.text


_PROVES: Final = Bilingual(
    "所给的散列(--head)之前的账目是否与当时一致,以上已作查验;此后的账目,只要能写此文件的人都可以另行改写。",
    "Up to the hash that was given (--head) this shows whether the entries are those of then; what came later, whoever "
    "can write the file can write anew.",
)
_PROVES_LESS: Final = Bilingual(
    "未用别处留存的散列(--head)核对:能写此文件的人可以重写整个账本,查验看不出来。",
    "No hash that was kept elsewhere was given (--head): whoever can write the file can write the whole ledger anew, "
    "and this would not show it.",
)


def _tell_end(page: Page, found: Verified) -> None:
    head = found.head
    columns = 6 if page.language == "zh" else 10
    page.entry(Bilingual("文件", "File"), found.path, indent=0, columns=columns)
    if found.first_entered_at and head.entered_at:
        told = Bilingual(
            f"{moment_text(found.first_entered_at)} 至 {moment_text(head.entered_at)}",
            f"{moment_text(found.first_entered_at)} to {moment_text(head.entered_at)}",
        )
        page.entry(Bilingual("记账", "Entered"), page.say(told), indent=0, columns=columns)
    if found.kept:
        kept = Bilingual(f"{found.kept} 条存有事实", f"{found.kept} with their facts")
        page.entry(Bilingual("所存", "Kept"), page.say(kept), indent=0, columns=columns)
    page.entry(Bilingual("末条", "Head"), f"{head.entries}  {head.hash}", indent=0, columns=columns)
