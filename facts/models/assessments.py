"""New technologies and services, and their security assessment."""

from typing import Any, ClassVar, Final

from ..acting import adding, done
from ..describe import fact, listed
from ..kinds import EventDay, Flag, TermDay, Text
from ..words.assessments import LaunchMode, MajorChangeKind, RiskLevel
from . import groups
from .base import Element


class Launch(Element):
    """A new technology, service or application that goes online."""

    occurrence: ClassVar[tuple[str, ...]] = ("launched_on",)

    name: Text = fact("名称", "name", "新技术、业务或应用的名称", "name of the technology, service or application")
    mode: LaunchMode | None = fact("上线方式", "mode", "商用、试点或合作推广", "commercial, pilot or with a partner")
    via_internet: Flag = fact("通过互联网", "via the internet", "是否通过互联网提供", "is it offered over the internet")
    launched_on: EventDay = fact("上线日期", "launched on", "上线之日", "day on which it went online")


LAUNCHES: Final[Any] = listed(
    "launch",
    "上线",
    "launches",
    "新技术、业务或应用的上线",
    "new technologies, services and applications",
    group=groups.ASSESSMENT,
)


class MajorChange(Element):
    """A great change of what is already online."""

    occurrence: ClassVar[tuple[str, ...]] = ("changed_on",)

    kind: MajorChangeKind | None = fact(
        "变化方面", "kind", "资源、技术、功能或用户规模", "resources, technique, function, users"
    )
    via_internet: Flag = fact(
        "通过互联网", "via the internet", "是否涉及互联网业务", "does it concern an internet service"
    )
    changed_on: EventDay = fact("变化日期", "changed on", "发生变化之日", "day of the change")


MAJOR_CHANGES: Final[Any] = listed(
    "major_change",
    "较大变化",
    "major changes",
    "资源、技术、功能或用户规模的较大变化",
    "great changes of what is online",
    group=groups.ASSESSMENT,
)


class Assessment(Element):
    """A security assessment of a launch or of a major change."""

    occurrence: ClassVar[tuple[str, ...]] = ("completed_on",)

    subject: Text = fact(
        "评估对象", "subject", "launches 或 major_changes 中的编号", "id of the launch or of the major change"
    )
    completed_on: EventDay = fact(
        "完成日期",
        "completed on",
        "评估完成之日",
        "day on which it was completed",
        act=done("完成该评估", "complete the assessment"),
    )
    report_submitted_on: EventDay = fact(
        "报告提交日期",
        "report submitted on",
        "向电信主管部门提交书面报告之日",
        "report to the telecommunications authority",
        act=done("向电信主管部门提交书面评估报告", "submit a written report to the telecommunications authority"),
    )


ASSESSMENTS: Final[Any] = listed(
    "assessment",
    "安全评估",
    "assessments",
    "已开展的安全评估",
    "security assessments",
    group=groups.ASSESSMENT,
    adding=adding("完成对{subject}的安全评估", "complete a security assessment of {subject}", now=("completed_on",)),
)


class AssessmentRisk(Element):
    """A risk that an assessment found."""

    occurrence: ClassVar[tuple[str, ...]] = ("found_on",)

    level: RiskLevel | None = fact("等级", "level", "高、中或低", "high, medium or low")
    found_on: EventDay = fact("发现日期", "found on", "发现该风险之日", "day on which it was found")
    due_on: TermDay = fact("处置期限", "due on", "应处置完毕之日", "day by which it is to be treated")
    treated_on: EventDay = fact(
        "处置日期", "treated on", "处置完毕之日", "day on which it was treated", act=done("完成处置", "treat the risk")
    )


ASSESSMENT_RISKS: Final[Any] = listed(
    "assessment_risk",
    "评估发现的风险",
    "risks",
    "评估中发现的风险",
    "risks that assessments found",
    group=groups.ASSESSMENT,
)
