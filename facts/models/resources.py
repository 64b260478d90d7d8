"""Network facilities, telecommunications resources, and how their users are managed."""

from typing import Any, ClassVar, Final

from ..acting import brought, done, replaced
from ..describe import fact, listed, part
from ..kinds import EventDay, Flag, TermDay, Text
from ..words.resources import (
    FacilityKind,
    ForbiddenBy,
    HeldResourceKind,
    NetworkResourceKind,
    ProvidedResourceKind,
    ProvisionMode,
)
from . import groups
from .base import Element, Facts


class Facility(Element):
    """A network facility that the company invests in or builds."""

    occurrence: ClassVar[tuple[str, ...]] = ("invested_on", "build_started_on")

    kind: FacilityKind | None = fact("类型", "kind", "传输网络设施或自用设施", "transmission network, or in-house")
    invested_on: EventDay = fact("投资日期", "invested on", "首次投入资金之日", "day of the first investment")
    build_started_on: EventDay = fact(
        "开工日期", "building started on", "开始建设之日", "day on which building started"
    )


FACILITIES: Final[Any] = listed(
    "facility",
    "投资建设的设施",
    "facilities",
    "公司投资或建设的网络设施",
    "network facilities it invests in or builds",
    group=groups.RESOURCES,
)


class NetworkResource(Element):
    """A network resource that the company buys or rents from a supplier."""

    occurrence: ClassVar[tuple[str, ...]] = ("contracted_on", "used_from")
    ending: ClassVar[str | None] = "used_until"

    kind: NetworkResourceKind | None = fact("类型", "kind", "购买或租用的资源", "what is bought or rented")
    supplier: Text = fact(
        "供应商", "supplier", "与 licences 中的 holder 一致", "its name, written as the holder is under licences"
    )
    contracted_on: EventDay = fact("签约日期", "contracted on", "合同签订之日", "day of the contract")
    used_from: EventDay = fact("启用日期", "used from", "开始使用之日", "first day of use")
    used_until: EventDay = fact(
        "停用日期",
        "used until",
        "停止使用之日;仍在使用填 not_done",
        "last day of use; not_done while it goes on",
        act=done("停止使用", "stop using it"),
    )


NETWORK_RESOURCES: Final[Any] = listed(
    "network_resource",
    "购买租用的网络资源",
    "network resources",
    "向供应商购买或租用的资源",
    "bought or rented from suppliers",
    group=groups.RESOURCES,
)


class ResourceHeld(Element):
    """A telecommunications resource that was assigned to the company."""

    occurrence: ClassVar[tuple[str, ...]] = ("assigned_on",)

    kind: HeldResourceKind | None = fact("类型", "kind", "码号或其他资源", "a number or another resource")
    assigned_on: EventDay = fact("分配日期", "assigned on", "主管部门批准使用之日", "day of the assignment")
    assigned_use: Text = fact("批准用途", "assigned use", "批准文件载明的用途", "use that the assignment names")
    actual_use: Text = fact(
        "实际用途",
        "actual use",
        "实际用于何业务,措辞与批准用途一致",
        "in the words of the assigned use, if the same",
        act=replaced("把实际用途恢复为 {value}", "go back to the use {value}"),
    )
    use_change_approved: Flag = fact(
        "用途变更已批准", "change of use approved", "改变用途是否经批准", "was another use approved"
    )
    use_by: TermDay = fact("启用期限", "use by", "规定的启用期限", "day by which use has to start")
    used_from: EventDay = fact(
        "启用日期", "used from", "实际启用之日", "first day of use", act=done("启用该资源", "start using it")
    )


RESOURCES_HELD: Final[Any] = listed(
    "resource_held",
    "持有的电信资源",
    "resources held",
    "分配给公司的码号等资源",
    "numbers and the like assigned to it",
    group=groups.RESOURCES,
)


class ResourceProvided(Element):
    """A telecommunications resource that the company lets somebody else use."""

    occurrence: ClassVar[tuple[str, ...]] = ("provided_from",)
    ending: ClassVar[str | None] = "provided_until"

    kind: ProvidedResourceKind | None = fact("类型", "kind", "提供的资源", "what is provided")
    mode: ProvisionMode | None = fact("方式", "mode", "转售、转租或自有提供", "resale, sublease or the company's own")
    customer: Text = fact(
        "客户", "customer", "与 licences 中的 holder 一致", "its name, written as the holder is under licences"
    )
    customer_conducts_telecom: Flag = fact(
        "客户经营电信业务",
        "customer conducts telecom business",
        "客户是否以此经营电信业务",
        "does the customer run one with it",
    )
    customer_is_access_provider: Flag = fact(
        "客户为接入服务经营者",
        "customer is an access provider",
        "客户是否经营互联网接入服务",
        "does the customer offer internet access",
    )
    provided_from: EventDay = fact("提供起始日期", "provided from", "开始提供之日", "first day of supply")
    provided_until: EventDay = fact(
        "提供终止日期",
        "provided until",
        "停止提供之日;仍在提供填 not_done",
        "last day; not_done while it goes on",
        act=done("停止提供", "stop the supply"),
    )


RESOURCES_PROVIDED: Final[Any] = listed(
    "resource_provided",
    "提供的电信资源",
    "resources provided",
    "提供给他人使用的电信资源",
    "resources that others use",
    group=groups.RESOURCES,
)


class UserTerms(Facts):
    """What users of the company's resources are told."""

    forbidden_by: ForbiddenBy | None = fact(
        "禁止违规经营的方式",
        "illegal operation forbidden by",
        "以何种方式禁止用户利用公司资源违规经营",
        "where users are forbidden to operate illegally with the company's resources",
        act=brought(
            "禁止用户违规经营:{value}",
            "forbid users to operate illegally: {value}",
            ForbiddenBy.CONTRACT,
            ForbiddenBy.RULES,
        ),
    )


USER_TERMS: Final[Any] = part(
    UserTerms, "用户约定", "user terms", "对用户的约定和规则", "what users are told", group=groups.USERS
)


class Misuse(Element):
    """A user who operates illegally with the company's resources."""

    occurrence: ClassVar[tuple[str, ...]] = ("found_on",)

    user: Text = fact("用户", "user", "用户代号,不写自然人姓名", "a code for the user; no name of a person")
    found_on: EventDay = fact("发现日期", "found on", "发现违规之日", "day on which it was found")
    stopped_on: EventDay = fact(
        "制止日期",
        "stopped on",
        "制止违规之日",
        "day on which it was stopped",
        act=done("制止该用户违规经营", "stop what the user does"),
    )


MISUSES: Final[Any] = listed(
    "misuse",
    "用户违规经营",
    "misuses",
    "用户利用公司资源违规经营的情形",
    "users who operated illegally with its resources",
    group=groups.USERS,
)
