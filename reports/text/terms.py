"""The words that reports use for statuses, severities and causes."""

from collections.abc import Iterable, Mapping
from typing import Final

from ...engine.status import Cause, Severity, Status
from ...facts.bilingual import Bilingual

__all__ = [
    "CAUSES",
    "DISCLAIMER",
    "EXTERNAL",
    "LIST_JOINT",
    "REDACTED",
    "REDACTED_LABEL",
    "SEVERITIES",
    "STATUSES",
    "severities_text",
]

STATUSES: Final[Mapping[Status, Bilingual]] = {
    Status.VIOLATED: Bilingual("违反", "violated"),
    Status.PENDING: Bilingual("待履行", "pending"),
    Status.UNDETERMINED: Bilingual("待定", "undetermined"),
    Status.MET: Bilingual("符合", "met"),
    Status.NOT_APPLICABLE: Bilingual("不适用", "not applicable"),
}

SEVERITIES: Final[Mapping[Severity, Bilingual]] = {
    Severity.CRITICAL: Bilingual("严重", "critical"),
    Severity.MAJOR: Bilingual("较重", "major"),
    Severity.MINOR: Bilingual("轻微", "minor"),
}

CAUSES: Final[Mapping[Cause, Bilingual]] = {
    Cause.NOT_STATED: Bilingual("事实未说明", "facts are not stated"),
    Cause.APPLICABILITY: Bilingual("是否适用不能确定", "it is not known whether it applies"),
    Cause.JUDGEMENT: Bilingual("条文留待人工判断", "the text leaves it to judgement"),
    Cause.CALENDAR: Bilingual("工作日安排尚未公布", "working days are not published yet"),
}

EXTERNAL: Final = Bilingual("外部规则,非许可证条文", "a rule from outside, not of the licence's text")

DISCLAIMER: Final = Bilingual(
    "本报告按所列解释对所陈述的事实作出判断,不核实事实,也不是法律意见。",
    "This report applies the readings named to the facts stated. It verifies none, and is no legal advice.",
)

REDACTED_LABEL: Final = Bilingual("脱敏", "Redacted")
REDACTED: Final = Bilingual(
    "略去了公司所述的内容;#2 指所在列表的第二项",
    "what the company states is left out; #2 is the second of its list",
)
"""That values are left out, and how elements go by numbers."""

LIST_JOINT: Final = Bilingual("、", ", ")


def severities_text(severities: Iterable[Severity]) -> Bilingual:
    """How many there are of each severity, the gravest first: '严重 1、轻微 2'."""
    graves = list(severities)
    counts = [(SEVERITIES[severity], graves.count(severity)) for severity in Severity if severity in graves]
    return Bilingual(
        "、".join(f"{name.zh} {count}" for name, count in counts),
        ", ".join(f"{count} {name.en}" for name, count in counts),
    )
