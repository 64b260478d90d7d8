"""The summary as one HTML file, made as the report of an audit is: no network, both languages, everything escaped."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from ...engine.status import Severity, Status
from ...facts import Bilingual
from ..html.environment import environment
from ..html.inline import content_policy, inline
from ..language import Language
from ..text.terms import DISCLAIMER, SEVERITIES, STATUSES
from .result import CALLING, Result, company_name, head_rows, norm_lines, province_name, verdict_text

__all__ = ["portfolio_html"]

_WORDS: Final[Mapping[str, Bilingual]] = {
    "contents": Bilingual("目录", "Contents"),
    "dark": Bilingual("深色", "Dark"),
    "disclaimer": DISCLAIMER,
    "head": Bilingual("审核概况", "What was judged"),
    "language": Bilingual("语言", "Language"),
    "late": Bilingual("逾期未办", "Late"),
    "light": Bilingual("浅色", "Light"),
    "months": Bilingual("按到期月份", "By month due"),
    "months_note": Bilingual(
        "到期的义务:逾期仍未办的,和尚未到期的。", "Duties by the month they are due in: late and not done, and pending."
    ),
    "none": Bilingual("无", "none"),
    "pending": STATUSES[Status.PENDING],
    "skip": Bilingual("跳到各项规范", "Skip to the norms"),
    "theme": Bilingual("外观", "Appearance"),
    "title": Bilingual("企业组合合规汇总", "Compliance of a portfolio"),
}

_COMPANIES: Final = Bilingual("公司", "Companies")


class _Row(NamedTuple):
    title: Bilingual | str
    numbers: Sequence[int]
    code: str | None = None
    severity: Severity | None = None


class _Table(NamedTuple):
    id: str
    title: Bilingual
    heads: Sequence[Bilingual]
    tones: Sequence[str]
    """The class of each column of numbers."""
    rows: Sequence[_Row]
    note: Bilingual | None = None


class _Month(NamedTuple):
    month: str
    late: int
    pending: int
    late_width: float
    pending_width: float


_TONES: Final = tuple(f"tone s-{status.value}" for status in CALLING)
_STATUSES: Final = tuple(STATUSES[status] for status in CALLING)


def portfolio_html(result: Result, language: Language) -> str:
    """The summary as an HTML document that opens in a language, ending in a line break."""
    jinja = environment()
    style = inline(jinja.get_template("style/portfolio.css").render())
    script = inline(jinja.get_template("script/portfolio.js").render())
    summary = result.summary
    page = jinja.get_template("portfolio.html").render(
        language=language.value,
        policy=content_policy(style, script),
        style=style.text,
        script=script.text,
        ruleset=result.ruleset,
        verdict=verdict_text(summary),
        tone=next((one for one in ("violations", "undetermined") if summary.verdicts.get(one)), "clean"),
        kinds=_kinds(result),
        rows=head_rows(result, whole=True),
        tables=[_by_severity(result), _by_norm(result), _by_province(result), _worst(result)],
        months=_months(result),
        severities=SEVERITIES,
        words=_WORDS,
    )
    return page.rstrip("\n") + "\n"


def _kinds(result: Result) -> list[tuple[Bilingual, int, str]]:
    summary = result.summary
    kinds = (
        (Bilingual("家有违反", "in violation"), "violations", "s-violated"),
        (Bilingual("家有待定", "undetermined"), "undetermined", "s-undetermined"),
        (Bilingual("家无违反、无待定", "clean"), "clean", "s-met"),
    )
    found = [(label, summary.verdicts.get(verdict, 0), tone) for label, verdict, tone in kinds]
    return [*found, (Bilingual("份不能使用", "rejected"), summary.rejected, "rejected")]


def _by_severity(result: Result) -> _Table:
    rows = [_Row(SEVERITIES[one], [result.summary.findings(status, one) for status in CALLING]) for one in Severity]
    heads = (Bilingual("轻重(项)", "Findings by severity"), *_STATUSES)
    return _Table("severities", Bilingual("按轻重", "By severity"), heads, _TONES, rows)


def _by_norm(result: Result) -> _Table:
    rows = [
        _Row(one.title, (one.companies, *(one.findings[status] for status in CALLING)), one.norm, one.severity)
        for one in norm_lines(result)
    ]
    heads = (Bilingual("规范(项)", "Norm (findings)"), Bilingual("违反的公司", "Violating"), *_STATUSES)
    return _Table("norms", Bilingual("按规范", "By norm"), heads, ("", *_TONES), rows)


def _by_province(result: Result) -> _Table:
    rows = [
        _Row(province_name(one.province), (one.companies, one.violating, one.violated, one.pending, one.undetermined))
        for one in result.summary.provinces
    ]
    heads = (Bilingual("省份(项)", "Province (findings)"), _COMPANIES, Bilingual("有违反的", "Violating"), *_STATUSES)
    note = Bilingual("以注册住所开头的省份名称为准。", "By the province with which the registered address begins.")
    return _Table("provinces", Bilingual("按省份", "By province"), heads, ("", "", *_TONES), rows, note)


def _worst(result: Result) -> _Table:
    rows = [
        _Row(company_name(one.number, one.name, one.company), (one.critical, one.major, one.minor, one.company))
        for one in result.summary.offenders
    ]
    heads = (
        Bilingual("公司(违反项)", "Company (violations)"),
        *(SEVERITIES[one] for one in Severity),
        Bilingual("输入中的位置", "Position in the input"),
    )
    tones = (*("tone s-violated",) * len(Severity), "")
    return _Table("companies", Bilingual("违反最多的公司", "Those that break most"), heads, tones, rows)


def _months(result: Result) -> list[_Month]:
    most = max((one.violated + one.pending for one in result.summary.months), default=1)
    return [
        _Month(
            one.month,
            one.violated,
            one.pending,
            round(one.violated * 100 / most, 2),
            round(one.pending * 100 / most, 2),
        )
        for one in result.summary.months
    ]
