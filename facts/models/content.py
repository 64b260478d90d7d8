"""Logs of users, and illegal information."""

from typing import Any, ClassVar, Final

from ..acting import done, raised
from ..describe import fact, listed, part
from ..kinds import EventDay, EventMinute, Flag, Number
from ..words.content import ContentCategory, ContentOrigin, EstablishedBy, RetentionUnit
from . import groups
from .base import Element, Facts


class Logs(Facts):
    """How long logs of users are kept."""

    retention: Number = fact(
        "留存期限",
        "retention",
        "系统设定的留存长度",
        "retention that is configured",
        act=raised("日志留存期限设定为 {value} {retention_unit}", "keep logs for {value} {retention_unit}"),
    )
    retention_unit: RetentionUnit | None = fact("期限单位", "unit of retention", "日或月", "days or months")


LOGS: Final[Any] = part(
    Logs, "日志留存", "logs", "用户日志留存情况", "how long logs of users are kept", group=groups.CONTENT
)


class IllegalItem(Element):
    """A piece of illegal information that was found."""

    occurrence: ClassVar[tuple[str, ...]] = ("found_at", "disposed_at", "reported_on")

    origin: ContentOrigin | None = fact("来源", "origin", "公司自身或用户的信息", "the company's own, or a user's")
    category: ContentCategory | None = fact(
        "类别",
        "category",
        "《互联网信息服务管理办法》第十五条各项",
        "item of article 15 of the Measures for Internet Information Services",
    )
    established_by: EstablishedBy | None = fact(
        "认定主体", "established by", "由谁认定违法", "who established that it is illegal"
    )
    public: Flag = fact("面向公众", "public", "是否面向公众发布", "was it published to the public")
    recommended: Flag = fact(
        "推送或推荐",
        "pushed or recommended",
        "是否由公司的搜索查询服务向用户推送或推荐",
        "did the company's search service push or recommend it to users",
    )
    found_at: EventMinute = fact("发现时间", "found at", "最早确认发现的时间", "earliest confirmed notice of it")
    disposed_at: EventMinute = fact(
        "处置时间",
        "disposed of at",
        "停止传输、消除等处置完成的时间",
        "when it was stopped or removed",
        act=done("处置该信息并保存记录", "stop or remove it, and keep records", settles=(("records_kept", (True,)),)),
    )
    records_kept: Flag = fact("已保存记录", "records kept", "是否保存有关记录", "were records kept")
    reported_on: EventDay = fact(
        "上报日期",
        "reported on",
        "向电信主管部门上报之日;向公安或网信部门报告不算",
        "report to the telecommunications authority; one to the police or the CAC does not count",
        act=done("向电信主管部门上报", "report it to the telecommunications authority"),
    )


ILLEGAL_INFORMATION: Final[Any] = listed(
    "illegal_item",
    "违法信息",
    "illegal information",
    "发现的违法信息,每条一项",
    "illegal information found, one an item",
    group=groups.CONTENT,
)
