"""People, written rules and measures: what the company has so that its duties can be met."""

from typing import Any, Final

from ..acting import adding, brought, done, raised
from ..describe import fact, listed, part
from ..kinds import EventDay, Flag, Number
from ..words.measures import ControlKind, DocumentKind
from . import groups
from .base import Element, Facts


class Staff(Facts):
    """How many people do what the licence asks for."""

    complaint_handlers: Number = fact(
        "投诉受理人员数",
        "complaint handlers",
        "受理用户投诉的人数,没有填 0",
        "people who receive complaints; 0 for none",
        act=raised("投诉受理人员配足 {value} 人", "have {value} people receive complaints"),
    )
    dedicated_security: Number = fact(
        "专职安全人员数",
        "dedicated security staff",
        "专职网络与信息安全管理技术人员数,没有填 0",
        "technicians who do nothing but network and information security; 0 for none",
        act=raised("专职安全人员配足 {value} 人", "have {value} dedicated security technicians"),
    )
    required_security: Number = fact(
        "要求的安全人员数",
        "required security staff",
        "电信主管部门要求的专职人员数",
        "as many as the telecommunications authority requires",
    )


STAFF: Final[Any] = part(
    Staff,
    "人员配备",
    "staff",
    "投诉受理和安全管理人员",
    "people for complaints and for security",
    group=groups.MEASURES,
)


class AdoptedDocument(Element):
    """A written rule that the company has adopted or has to adopt."""

    kind: DocumentKind | None = fact("类型", "kind", "制度的类型", "what it regulates")
    adopted_on: EventDay = fact(
        "制定日期",
        "adopted on",
        "制度发布之日",
        "day on which it was adopted",
        act=done("制定并发布该制度", "write and adopt these rules"),
    )


DOCUMENTS: Final[Any] = listed(
    "document",
    "制度文件",
    "documents",
    "已制定或应制定的制度",
    "written rules, adopted or not",
    group=groups.MEASURES,
    adding=adding("制定并发布{kind}", "adopt: {kind}", now=("adopted_on",)),
)


class Control(Element):
    """A means by which the company manages users, watches content or protects data."""

    kind: ControlKind | None = fact("类型", "kind", "手段或措施的类型", "what it is for")
    in_place: Flag = fact(
        "已具备",
        "in place",
        "现在是否具备并运行",
        "does it exist and run",
        act=brought("建成该措施并投入运行", "set this measure up and run it", True),
    )


CONTROLS: Final[Any] = listed(
    "control",
    "管控措施",
    "controls",
    "管理用户、监测信息和保护数据的手段",
    "means of managing users, watching content and protecting data",
    group=groups.MEASURES,
    adding=adding("建立{kind}并投入运行", "set up and run: {kind}", given=(("in_place", True),)),
)
