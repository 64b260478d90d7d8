"""What authorities found and asked for, logs, and illegal information."""

from typing import ClassVar

from ..describe import fact, listed
from ..kinds import EventDay, EventMinute, Flag, Number, TermDay, Text
from ..words.supervision import Authority, FindingDomain, FindingSource, RetentionUnit
from .base import Element, Facts


class RegulatorFinding(Element):
    """Something found wrong in a field of industry rules, by a regulator or by the company itself."""

    occurrence: ClassVar[tuple[str, ...]] = ("found_on",)

    domain: FindingDomain | None = fact("领域", "domain", "所属行业管理规定", "field of industry rules")
    source: FindingSource | None = fact("来源", "source", "监管机关或内部自查", "a regulator or the company itself")
    found_on: EventDay = fact("发现日期", "found on", "认定或发现之日", "day on which it was found")
    final: Flag = fact("已最终认定", "final", "认定是否已生效,不再争议", "is it final, and no longer disputed")
    closed_on: EventDay = fact("整改完成日期", "closed on", "整改完成并销号之日", "day on which it was put right")


class Request(Element):
    """Something that an inspecting authority asked for."""

    what: Text = fact("要求内容", "what", "要求提供的材料或协助", "material or help that was asked for")
    due_on: TermDay = fact("期限", "due on", "要求提供的截止日期", "day by which it was to be provided")
    provided_on: EventDay = fact("提供日期", "provided on", "实际提供之日", "day on which it was provided")


class Inspection(Element):
    """An inspection by an authority."""

    occurrence: ClassVar[tuple[str, ...]] = ("notified_on",)

    authority: Authority | None = fact("检查机关", "authority", "由哪个部门检查", "which authority inspects")
    lawful: Flag = fact("依法进行", "lawful", "检查是否依法进行", "is the inspection conducted according to law")
    notified_on: EventDay = fact("通知日期", "notified on", "收到检查通知之日", "day of the notice")
    obstructed: Flag = fact("有阻碍", "obstructed", "公司是否拒绝或阻碍检查", "did the company refuse or obstruct it")
    false_material: Flag = fact("虚假材料", "false material", "是否提供虚假材料", "was false material provided")
    requests: tuple[Request, ...] | None = listed(
        "request", "检查要求", "requests", "检查中提出的各项要求", "what was asked for in the inspection"
    )


class Logs(Facts):
    """How long logs of users are kept."""

    retention: Number = fact("留存期限", "retention", "系统设定的留存长度", "retention that is configured")
    retention_unit: RetentionUnit | None = fact("期限单位", "unit of retention", "日或月", "days or months")


class IllegalItem(Element):
    """A piece of illegal information that was found."""

    occurrence: ClassVar[tuple[str, ...]] = ("found_at", "disposed_at", "reported_on")

    found_at: EventMinute = fact("发现时间", "found at", "最早确认发现的时间", "earliest confirmed notice of it")
    disposed_at: EventMinute = fact(
        "处置时间", "disposed of at", "停止传输、消除等处置完成的时间", "when it was stopped or removed"
    )
    records_kept: Flag = fact("已保存记录", "records kept", "是否保存有关记录", "were records kept")
    reported_on: EventDay = fact(
        "上报日期",
        "reported on",
        "向电信主管部门上报之日;向公安或网信部门报告不算",
        "report to the telecommunications authority; one to the police or the CAC does not count",
    )
