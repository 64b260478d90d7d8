"""What users are told, sent and charged, and what they complain of."""

from typing import Any, ClassVar, Final

from ..acting import brought, done
from ..describe import fact, listed
from ..kinds import EventDay, Flag, Number, TermDay, Text
from ..words.customers import ComplaintKind, PushKind
from . import groups
from .base import Element


class Complaint(Element):
    """A user's complaint."""

    occurrence: ClassVar[tuple[str, ...]] = ("received_on",)

    kind: ComplaintKind | None = fact("类型", "kind", "投诉的事项", "what it is about")
    received_on: EventDay = fact("收到日期", "received on", "收到投诉之日", "day on which it was received")
    replied_on: EventDay = fact(
        "答复日期",
        "replied on",
        "答复用户之日",
        "day on which the user was answered",
        act=done("答复用户", "answer the user"),
    )
    final: Flag = fact(
        "已终局支持用户",
        "finally decided for the user",
        "争议是否已最终认定用户有理",
        "has the dispute been finally decided for the user",
    )
    resolved: Flag = fact(
        "已化解",
        "resolved",
        "纠纷是否已经解决",
        "has it been settled",
        act=brought("落实处理结果,化解纠纷", "carry out what was decided, and settle the dispute", True),
    )


COMPLAINTS: Final[Any] = listed(
    "complaint", "用户投诉", "complaints", "收到的用户投诉", "complaints of users", group=groups.CUSTOMERS
)


class Statement(Element):
    """Something that users are told."""

    occurrence: ClassVar[tuple[str, ...]] = ("made_on",)

    made_on: EventDay = fact("作出日期", "made on", "向用户作出之日", "day on which it was made")
    false_established: Flag = fact(
        "已认定虚假", "established as false", "是否已认定内容虚假", "is it known to be false"
    )
    aimed_at_users: Flag = fact(
        "用以诱导用户", "aimed at users", "是否用来诱导用户", "is it meant to make users do something"
    )


STATEMENTS: Final[Any] = listed(
    "statement",
    "对用户的说明",
    "statements",
    "营销和服务中告知用户的内容",
    "what users are told in marketing and service",
    group=groups.CUSTOMERS,
)


class Advertisement(Element):
    """An advertisement."""

    occurrence: ClassVar[tuple[str, ...]] = ("published_on",)

    for_information_service: Flag = fact(
        "信息服务广告", "for an information service", "是否推销信息服务业务", "does it advertise an information service"
    )
    published_on: EventDay = fact("发布日期", "published on", "首次发布之日", "day on which it was first published")
    company_name_is_shown: Flag = fact(
        "已公布公司名称", "company name is shown", "是否公布公司名称", "does it show the company's name"
    )
    company_name_shown: Text = fact(
        "公布的公司名称", "company name shown", "广告上的名称", "the name as it stands there"
    )
    licence_number_is_shown: Flag = fact(
        "已公布许可证编号", "licence number is shown", "是否公布许可证编号", "does it show the licence number"
    )
    licence_number_shown: Text = fact(
        "公布的许可证编号", "licence number shown", "广告上的编号", "the number as it stands there"
    )
    against_morals: Flag = fact(
        "有悖社会风尚", "against good morals", "内容是否有悖社会良好风尚", "does it offend against good morals"
    )
    harms_health: Flag = fact(
        "损害身心健康",
        "harms health",
        "内容是否损害身心健康,尤其是青少年的",
        "does it harm the health of body or mind, above all of the young",
    )


ADVERTISEMENTS: Final[Any] = listed(
    "advertisement", "广告", "advertisements", "发布的广告", "advertisements it published", group=groups.CUSTOMERS
)


class Charge(Element):
    """What a user was charged at one time for one item."""

    occurrence: ClassVar[tuple[str, ...]] = ("charged_on",)

    charged_on: EventDay = fact("收费日期", "charged on", "向用户计收之日", "day on which it was charged")
    charged: Number = fact("实收", "charged", "实际收取的金额,以分为单位", "amount charged, in fen", unit="fen")
    owed: Number = fact("应收", "owed", "按约定应收的金额,以分为单位", "amount the user owes, in fen", unit="fen")
    listed: Number = fact("标价", "listed", "公布的价格,以分为单位", "published price, in fen", unit="fen")
    item_listed: Flag = fact("项目已标价", "item is listed", "该项目是否明码标价", "is there a published price for it")
    by_operator: Flag = fact(
        "运营企业的费用",
        "the operator's own",
        "是否电信运营企业自己的费用,如通信费",
        "is it a fee of the network operator's own, such as for traffic",
    )


CHARGES: Final[Any] = listed(
    "charge", "收费", "charges", "向用户收取的费用", "what users were charged", group=groups.CUSTOMERS
)


class FeeCollection(Element):
    """A network operator who collects fees for the company."""

    occurrence: ClassVar[tuple[str, ...]] = ("started_on",)
    ending: ClassVar[str | None] = "ended_on"

    operator: Text = fact("代收企业", "operator", "代收费用的电信运营企业", "network operator who collects")
    started_on: EventDay = fact("开始日期", "started on", "开始代收之日", "first day of collection")
    ended_on: EventDay = fact(
        "终止日期",
        "ended on",
        "停止代收之日;仍在代收填 not_done",
        "last day; not_done while it goes on",
        act=done("停止代收", "stop the collection"),
    )
    agreement_signed_on: EventDay = fact(
        "协议签订日期",
        "agreement signed on",
        "签订协议之日",
        "day of the agreement",
        act=done("签订代收费协议", "sign an agreement on the collection"),
    )
    agreement_until: TermDay = fact("协议期限至", "agreement until", "协议的截止日", "last day of the agreement")
    sets_rights: Flag = fact(
        "明确权利",
        "sets rights",
        "协议是否明确双方权利",
        "does it set both sides' rights",
        act=brought("签订补充协议,明确双方权利", "agree in a supplement on the rights of both sides", True),
    )
    sets_duties: Flag = fact(
        "明确义务",
        "sets duties",
        "协议是否明确双方义务",
        "does it set both sides' duties",
        act=brought("签订补充协议,明确双方义务", "agree in a supplement on the duties of both sides", True),
    )
    sets_liability: Flag = fact(
        "明确违约责任",
        "sets liability",
        "协议是否明确违约责任",
        "does it set the liability for a breach of it",
        act=brought("签订补充协议,明确违约责任", "agree in a supplement on the liability for a breach", True),
    )


FEE_COLLECTIONS: Final[Any] = listed(
    "fee_collection",
    "委托代收",
    "fee collections",
    "委托电信运营企业代收费",
    "by network operators for it",
    group=groups.CUSTOMERS,
)


class Push(Element):
    """Information or a service that reached a user."""

    occurrence: ClassVar[tuple[str, ...]] = ("made_on",)

    kind: PushKind | None = fact("类型", "kind", "推送或定制", "pushed or subscribed")
    made_on: EventDay = fact("首次日期", "made on", "首次推送或定制之日", "day of the first push or the subscription")
    consent: Flag = fact("用户同意", "consent", "用户事前是否同意或请求", "did the user agree or ask beforehand")
    refused_on: EventDay = fact("拒绝日期", "refused on", "用户拒绝或退订之日", "day on which the user refused")
    last_sent_on: EventDay = fact("末次日期", "last sent on", "最近一次推送之日", "day on which it was last sent")


PUSHES: Final[Any] = listed(
    "push",
    "推送与定制",
    "pushes",
    "推送的信息和定制的服务",
    "pushed information, subscriptions",
    group=groups.CUSTOMERS,
)
