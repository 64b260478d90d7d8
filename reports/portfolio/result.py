"""What a portfolio came to, with all that is needed to tell it; and the sentences and rows that every format has."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from ...engine.norms import Norm, Reading
from ...engine.portfolio.summary import NAMELESS, NormTally, Summary
from ...engine.status import Severity, Status
from ...facts import Bilingual, Province
from ..text.terms import LIST_JOINT, REDACTED, REDACTED_LABEL, STATUSES

__all__ = ["CALLING", "NormLine", "Result", "company_name", "head_rows", "norm_lines", "province_name", "verdict_text"]

CALLING: Final = (Status.VIOLATED, Status.PENDING, Status.UNDETERMINED)
"""The statuses that call for something."""

_NOT_KNOWN: Final = Bilingual("不能确定", "not known")
_WITHHELD: Final = Bilingual("〔略〕", "[withheld]")


class Result(NamedTuple):
    """The summary, what was asked (as `run.json` tells it), and of the ruleset its title, norms and readings."""

    summary: Summary
    asked: Mapping[str, Any]
    ruleset: Bilingual
    norms: Mapping[str, Norm]
    readings: Mapping[str, Reading]


class NormLine(NamedTuple):
    """One norm: findings that call for something by status, companies with a violation, the gravest severity."""

    norm: str
    title: Bilingual
    clause: str
    severity: Severity
    findings: Mapping[Status, int]
    companies: int
    """Companies that break it; one that breaks it in time and late as well may count twice."""


def norm_lines(result: Result) -> list[NormLine]:
    """The norms that call for something: what is violated first, by severity, and what most companies break."""
    by_norm: dict[str, list[NormTally]] = {}
    for tally in result.summary.norms:
        if tally.status in CALLING:
            by_norm.setdefault(tally.norm, []).append(tally)
    lines = [_line(result.norms[norm], tallies) for norm, tallies in by_norm.items()]
    order = {norm: number for number, norm in enumerate(result.norms)}
    return sorted(
        lines,
        key=lambda one: (
            next(number for number, status in enumerate(CALLING) if one.findings[status]),
            one.severity.rank,
            -one.companies,
            -one.findings[Status.VIOLATED],
            -one.findings[Status.PENDING],
            order[one.norm],
        ),
    )


def _line(norm: Norm, tallies: Sequence[NormTally]) -> NormLine:
    found = {status: sum(one.findings for one in tallies if one.status is status) for status in CALLING}
    violated = [one for one in tallies if one.status is Status.VIOLATED]
    companies = sum(one.companies for one in violated)
    return NormLine(norm.id, norm.title, norm.clause, norm.severity, found, companies)


def verdict_text(summary: Summary) -> Bilingual:
    """The verdict in a sentence: how many companies there are of each kind, and how many are not judged."""
    if not summary.judged:
        zh, en = "结论:没有判断任何公司", "Verdict: no company was judged"
    else:
        broken, open_, clean = (summary.verdicts.get(one, 0) for one in ("violations", "undetermined", "clean"))
        zh = f"结论:已判断的 {summary.judged:,} 家公司中,有违反的 {broken:,} 家,没有违反但有待定的 {open_:,} 家,"
        zh += f"既无违反也无待定的 {clean:,} 家"
        en = f"Verdict: of {summary.judged:,} companies judged, {broken:,} break something, {open_:,} are undetermined "
        en += f"(they break nothing that is stated), {clean:,} are clean"
    if summary.rejected:
        zh += f";另有 {summary.rejected:,} 份文件不能使用,未作任何判断"
        verb = "document was" if summary.rejected == 1 else "documents were"
        en += f"; {summary.rejected:,} {verb} rejected, of which nothing is said"
    return Bilingual(f"{zh}。", f"{en}.")


def head_rows(result: Result, *, whole: bool) -> list[tuple[Bilingual, Bilingual]]:
    """What was asked, and of what: labels with their texts, on request with digests."""
    asked, summary = result.asked, result.summary
    moment, files = str(asked["as_of"]).replace("T", " "), asked["input"]["files"]
    ruleset, calendar = asked["ruleset"], asked["calendar"]
    version = f"{ruleset['id']} {ruleset['version']}" + (f", sha256 {ruleset['digest']}" if whole else "")
    zh = f"读入 {summary.companies:,} = 已判断 {summary.judged:,} + 不能使用 {summary.rejected:,}"
    en = f"{summary.companies:,} read = {summary.judged:,} judged + {summary.rejected:,} rejected"
    size = sum(one["bytes"] for one in files)
    digests = f", sha256 {files[0]['sha256']}" if whole and len(files) == 1 else ""
    source = f"{calendar['source']} {calendar['version']}"
    files_en = "file" if len(files) == 1 else "files"
    rows = [
        (Bilingual("公司", "Companies"), Bilingual(zh, en)),
        (Bilingual("截至", "As of"), Bilingual(f"{moment}(北京时间)", f"{moment} (Asia/Shanghai)")),
        (
            Bilingual("规则", "Ruleset"),
            Bilingual(f"{result.ruleset.zh}({version})", f"{result.ruleset.en} ({version})"),
        ),
        (Bilingual("引擎", "Engine"), _engine(result)),
        (
            Bilingual("日历", "Calendar"),
            Bilingual(
                f"工作日安排公布至 {calendar['last_published_year']} 年{f'({source})' if whole else ''}",
                f"working days are published up to {calendar['last_published_year']}{f' ({source})' if whole else ''}",
            ),
        ),
        (
            Bilingual("输入", "Input"),
            Bilingual(
                f"{asked['input']['name']}({len(files)} 个文件,{size:,} 字节{digests})",
                f"{asked['input']['name']} ({len(files)} {files_en}, {size:,} bytes{digests})",
            ),
        ),
        (Bilingual("所列", "Listed"), _statuses(asked["statuses"])),
    ]
    selection = [
        *(f"--select {one}" for one in asked["selection"]["select"]),
        *(f"--ignore {one}" for one in asked["selection"]["ignore"]),
    ]
    if selection:
        told = " ".join(selection)
        rows.append((Bilingual("选定", "Selection"), Bilingual(f"只审核选定的规范:{told}", f"only some norms: {told}")))
    rows.append((Bilingual("解释", "Readings"), _chosen(result)))
    if asked["redacted"]:
        rows.append((REDACTED_LABEL, REDACTED))
    return rows


def _chosen(result: Result) -> Bilingual:
    """The readings that are not what they are unless one says otherwise."""
    found = {
        name: value
        for name, value in result.asked["readings"].items()
        if name not in result.readings or value != result.readings[name].default
    }
    told = ", ".join(f"{name}={_plain(value)}" for name, value in found.items())
    if not told:
        return Bilingual("均为默认(run.json 列出全部)", "all by default (run.json has them)")
    return Bilingual(f"{told};其余为默认", f"{told}; all others by default")


def _engine(result: Result) -> Bilingual:
    name, check, checked = result.asked["engine"], result.asked["cross_check"], result.summary.checked
    if check is None:
        return Bilingual(name, name)
    return Bilingual(
        f"{name};抽取 {checked:,} 家由 {check['by']} 再作判断,结果一致",
        f"{name}; {check['by']} judged a sample of {checked:,} as well and confirmed it",
    )


def _statuses(statuses: Sequence[str]) -> Bilingual:
    names = [STATUSES[Status(one)] for one in statuses]
    return Bilingual(
        *(
            joint.join(texts)
            for joint, texts in zip(
                (LIST_JOINT.zh, LIST_JOINT.en), ([one.zh for one in names], [one.en for one in names]), strict=True
            )
        )
    )


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def province_name(code: str | None) -> Bilingual:
    """The name of a province by its code."""
    if code == NAMELESS:
        return _WITHHELD
    return next((one.label for one in Province if one.value == code), _NOT_KNOWN)


def company_name(number: str | None, name: str | None, position: int) -> Bilingual:
    """Number and name, as far as they are stated and told, else where in the input the company stands."""
    told = " ".join(one for one in (number, name) if one and one != NAMELESS)
    return Bilingual(told or f"第 {position} 家", told or f"company {position}")
