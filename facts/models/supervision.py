"""What authorities found and asked for."""

from typing import Any, ClassVar, Final

from ..acting import done
from ..describe import fact, listed
from ..kinds import EventDay, Flag, TermDay, Text
from ..words.supervision import AssistanceKind, AssistancePurpose, Authority, FindingDomain, FindingSource
from . import groups
from .base import Element


class RegulatorFinding(Element):
    """Something found wrong in a field of industry rules, by a regulator or by the company itself."""

    occurrence: ClassVar[tuple[str, ...]] = ("found_on",)

    domain: FindingDomain | None = fact("领域", "domain", "所属行业管理规定", "field of industry rules")
    source: FindingSource | None = fact("来源", "source", "监管机关或内部自查", "a regulator or the company itself")
    found_on: EventDay = fact("发现日期", "found on", "认定或发现之日", "day on which it was found")
    final: Flag = fact("已最终认定", "final", "认定是否已生效,不再争议", "is it final, and no longer disputed")
    closed_on: EventDay = fact(
        "整改完成日期",
        "closed on",
        "整改完成并销号之日",
        "day on which it was put right",
        act=done("完成整改并销号", "put it right, and have it closed"),
    )


REGULATOR_FINDINGS: Final[Any] = listed(
    "regulator_finding",
    "问题认定",
    "findings of regulators",
    "监管认定或自查发现的问题",
    "what regulators or itself found",
    group=groups.SUPERVISION,
)


class Request(Element):
    """Something that an inspecting authority asked for."""

    what: Text = fact("要求内容", "what", "要求提供的材料或协助", "material or help that was asked for")
    due_on: TermDay = fact("期限", "due on", "要求提供的截止日期", "day by which it was to be provided")
    provided_on: EventDay = fact(
        "提供日期",
        "provided on",
        "实际提供之日",
        "day on which it was provided",
        act=done("提供所要求的材料或协助", "provide what was asked for"),
    )


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


INSPECTIONS: Final[Any] = listed(
    "inspection",
    "监督检查",
    "inspections",
    "有关部门进行的检查",
    "inspections by authorities",
    group=groups.SUPERVISION,
)


class AssistanceRequest(Element):
    """A request of an authority for a technical interface, decryption or other technical help."""

    occurrence: ClassVar[tuple[str, ...]] = ("received_on",)

    authority: Authority | None = fact("请求机关", "authority", "由哪个部门提出", "which authority asks")
    kind: AssistanceKind | None = fact("类型", "kind", "技术接口、解密等", "interface, decryption ...")
    purpose: AssistancePurpose | None = fact("目的", "purpose", "请求协助的目的", "what the help is for")
    lawful: Flag = fact("依法提出", "lawful", "是否依法提出", "is it made according to law")
    received_on: EventDay = fact("收到日期", "received on", "收到请求之日", "day on which it was received")
    due_on: TermDay = fact("期限", "due on", "要求提供的截止日期", "day by which help is to be given")
    provided_on: EventDay = fact(
        "提供日期",
        "provided on",
        "实际提供之日",
        "day on which help was given",
        act=done("提供所要求的协助", "give the help that was asked for"),
    )


ASSISTANCE_REQUESTS: Final[Any] = listed(
    "assistance_request",
    "技术协助请求",
    "assistance requests",
    "有关部门要求的技术支持和协助",
    "technical help that authorities asked for",
    group=groups.SUPERVISION,
)
