"""Elements that follow from what is stated. They have the form of models, and cannot be stated."""

from typing import ClassVar

from ..describe import fact
from ..kinds import EventDay, Flag, Number, TermDay, Text
from ..provinces import Province
from ..words.business import BusinessCode, LicenceLevel, Network
from ..words.security import CheckKind
from .base import Element


class ReportYear(Element):
    """A year in whose first quarter an annual report is to be filed; its id is the year."""

    occurrence: ClassVar[tuple[str, ...]] = ("opens_on",)

    year: Number = fact("年份", "year", "应报送年报的年份", "year in which a report is to be filed")
    opens_on: EventDay = fact("开始日期", "opens on", "该年一月一日", "1 January of the year")
    closes_on: TermDay = fact("截止日期", "closes on", "该年三月三十一日", "31 March of the year")


class LicensedBusiness(Element):
    """One business of one of the other licences; its id is the licence's id, a slash, and the code."""

    occurrence: ClassVar[tuple[str, ...]] = ("issued_on",)

    licence: Text = fact("许可证", "licence", "licences 中的编号", "id of the licence")
    holder: Text = fact("持证人", "holder", "持有该许可证的公司名称", "name of the company that holds it")
    held_by_company: Flag = fact(
        "本公司持有", "held by the company", "是否由本公司持有", "does the company itself hold it"
    )
    level: LicenceLevel | None = fact("许可层级", "level", "基础、跨地区或省内", "basic, cross-regional or provincial")
    code: BusinessCode | None = fact("业务代码", "business", "许可证载明的业务", "business that the licence names")
    internet: Flag = fact(
        "含互联网信息服务",
        "covers internet information service",
        "是否包含互联网信息服务",
        "does it cover that service",
    )
    issued_on: EventDay = fact("发证日期", "issued on", "该许可证的发证日期", "day of issue")
    expires_on: TermDay = fact("有效期至", "expires on", "该许可证的有效期截止日", "last day of its term")


class OperatingProvince(Element):
    """A province in which a business is or was carried on over a network.

    Its id is the code, the network and the province with slashes between, 'unknown' for what is not stated.
    """

    occurrence: ClassVar[tuple[str, ...]] = ("started_on",)

    code: BusinessCode | None = fact("业务代码", "business", "所开展业务的代码", "code of the business")
    network: Network | None = fact("网络", "network", "到达用户的网络", "network over which it reaches its users")
    province: Province | None = fact("省份", "province", "开展业务的省份", "province in which it is carried on")
    started_on: EventDay = fact(
        "最早开始日期", "started on", "该省此类业务中最早开始之日", "earliest start of such a service there"
    )
    ended_on: EventDay = fact(
        "最后终止日期",
        "ended on",
        "该省此类业务均已停止之日;仍有业务为 not_done",
        "latest end of such a service there; not_done while one goes on",
    )


class CheckPeriod(Element):
    """The time from a check of a network unit, or from when it was graded (anew), to the next of its kind.

    Its id is the unit's, the kind, and 'first', 'regraded' or 'after/' with a check's id, with slashes between.
    """

    occurrence: ClassVar[tuple[str, ...]] = ("from_on",)
    grows: ClassVar[bool] = True

    unit: Text = fact("网络单元", "unit", "network_units 中的编号", "id of the network unit")
    kind: CheckKind | None = fact("类型", "kind", "符合性评测或风险评估", "compliance test or risk assessment")
    from_on: EventDay = fact(
        "起算日期",
        "from",
        "上次完成之日;首次为定级且运行之日,重新定级后另计",
        "last check, or when it was graded and in operation",
    )
    next_on: EventDay = fact("下次完成日期", "next on", "此后首次完成之日", "day of the next check of the kind")
