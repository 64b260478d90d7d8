"""Network security incidents, and threats that the authority wants dealt with."""

from typing import Any, ClassVar, Final

from ..acting import done
from ..describe import fact, listed
from ..kinds import EventDay, EventMinute, Flag, Number, TermDay
from ..words.security import IncidentKind, RootCause, ThreatKind
from . import groups
from .base import Element


class Order(Element):
    """An order of the telecommunications authority about an incident."""

    occurrence: ClassVar[tuple[str, ...]] = ("given_on",)

    given_on: EventDay = fact("要求日期", "given on", "收到处置要求之日", "day on which it was given")
    due_on: TermDay = fact("期限", "due on", "要求完成之日", "day by which it is to be complied with")
    complied_on: EventDay = fact(
        "完成日期",
        "complied on",
        "按要求处置完毕之日",
        "day on which it was complied with",
        act=done("按要求处置完毕", "comply with the order"),
    )


class Incident(Element):
    """A network security incident."""

    occurrence: ClassVar[tuple[str, ...]] = ("discovered_at",)

    kind: IncidentKind | None = fact("类型", "kind", "泄露、中断或其他", "leak, outage or another")
    affected_users: Number = fact("受影响用户数", "affected users", "受影响的用户数量", "number of users affected")
    discovered_at: EventMinute = fact("发现时间", "discovered at", "最早确认发现的时间", "earliest confirmed notice")
    measures_started_at: EventMinute = fact(
        "应急启动时间",
        "measures started at",
        "开始采取应急措施的时间",
        "when emergency measures began",
        act=done("采取应急措施", "begin emergency measures"),
    )
    contained_at: EventMinute = fact(
        "控制时间",
        "contained at",
        "影响范围得到控制的时间",
        "when it spread no further",
        act=done("控制影响范围", "contain the incident"),
    )
    eliminated_at: EventMinute = fact(
        "消除时间",
        "eliminated at",
        "危害消除的时间",
        "when the harm was removed",
        act=done("消除危害", "remove the harm"),
    )
    reported_at: EventMinute = fact(
        "报告时间",
        "reported at",
        "首次向电信主管部门报告的时间;向公安或网信部门报告不算",
        "first report to the telecommunications authority; one to the police or the CAC does not count",
        act=done("向电信主管部门报告", "report it to the telecommunications authority"),
    )
    closed_on: EventDay = fact("结案日期", "closed on", "事件处置结束之日", "day on which the incident was closed")
    root_cause: RootCause | None = fact("根本原因", "root cause", "事件的根本原因", "why it happened")
    orders: tuple[Order, ...] | None = listed(
        "order", "处置要求", "orders", "电信主管部门的处置要求", "what the telecommunications authority ordered"
    )


INCIDENTS: Final[Any] = listed(
    "incident", "网络安全事件", "incidents", "发生的网络安全事件", "network security incidents", group=groups.SECURITY
)


class ThreatOrder(Element):
    """A request of the authority to deal with a threat to public networks."""

    occurrence: ClassVar[tuple[str, ...]] = ("received_on",)

    kind: ThreatKind | None = fact("威胁类型", "kind", "木马僵尸、恶意程序、仿冒等", "botnet, malware, phishing ...")
    addressed_to_company: Flag = fact(
        "要求本公司处置", "addressed to the company", "是否要求本公司处置", "is it the company that is to deal with it"
    )
    received_on: EventDay = fact("收到日期", "received on", "收到通知之日", "day on which it was received")
    due_on: TermDay = fact("期限", "due on", "要求处置完毕之日", "day by which it is to be dealt with")
    measures_done_on: EventDay = fact(
        "处置日期",
        "measures done on",
        "中断、停止接入等处置完成之日",
        "the threat was cut off or the like",
        act=done("按要求处置该威胁", "deal with the threat as asked"),
    )


THREAT_ORDERS: Final[Any] = listed(
    "threat_order",
    "威胁处置通知",
    "threat orders",
    "电信主管部门要求处置的公共网络安全威胁",
    "threats to public networks that the authority wants dealt with",
    group=groups.SECURITY,
)
