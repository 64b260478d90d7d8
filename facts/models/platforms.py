"""The app store, the community platform, and the accounts of those who publish on a platform."""

from typing import Any, ClassVar, Final

from ..acting import brought, done, renewed
from ..describe import fact, listed, part
from ..kinds import EventDay, EventMinute, Flag, Text
from ..words.platforms import AccountAction, AccountKind, AccountService
from . import groups
from .base import Element, Facts


class AppStore(Facts):
    """How the app store as a whole is looked after."""

    last_patrol_on: EventDay = fact(
        "最近巡检日期",
        "last patrol on",
        "最近一次日常巡检之日",
        "day of the last regular inspection of the apps",
        act=renewed("对在架应用巡检一次", "inspect the apps on offer once more"),
    )


APP_STORE: Final[Any] = part(
    AppStore, "应用商店", "app store", "应用软件发布平台的管理", "how it is looked after", group=groups.PLATFORMS
)


class Version(Element):
    """A version of an app, its first one or an update."""

    occurrence: ClassVar[tuple[str, ...]] = ("listed_on",)

    listed_on: EventDay = fact("上架日期", "listed on", "该版本上架之日", "day on which it was listed")
    tested_on: EventDay = fact("检测日期", "tested on", "上架前检测之日", "day on which it was tested")
    test_passed: Flag = fact("检测通过", "test passed", "检测是否通过", "did it pass the test")


class AppBreach(Element):
    """An app found to break law or rules."""

    occurrence: ClassVar[tuple[str, ...]] = ("found_at",)

    found_at: EventMinute = fact("发现时间", "found at", "最早确认违法违规的时间", "earliest confirmed notice of it")
    handled_at: EventMinute = fact(
        "处理时间",
        "handled at",
        "下架等处理完成的时间",
        "when it was taken down or the like",
        act=done("处理该应用(下架等)", "take the app down or the like"),
    )


class App(Element):
    """An app that is on offer in the store."""

    name: Text = fact("名称", "name", "应用软件名称", "name of the app")
    permissions_disclosed: Flag = fact(
        "已明示权限",
        "permissions disclosed",
        "是否明示所获取的终端权限及用途",
        "are the permissions that it takes, and their use, disclosed",
        act=brought("明示所获取的终端权限及用途", "disclose the permissions that it takes, and their use", True),
    )
    history_kept: Flag = fact(
        "留存历史版本",
        "history kept",
        "是否留存历史版本",
        "are its earlier versions kept",
        act=brought("补充并留存历史版本", "complete and keep its earlier versions", True),
    )
    developer_kept: Flag = fact(
        "留存开发者信息",
        "developer kept",
        "是否留存开发者等基本信息",
        "is it on record who its developer is",
        act=brought("补充并留存开发者等基本信息", "put on record who its developer is", True),
    )
    versions: tuple[Version, ...] | None = listed(
        "version", "版本", "versions", "各版本的上架与检测", "listing and test of each version"
    )
    breaches: tuple[AppBreach, ...] | None = listed(
        "app_breach", "违法违规", "breaches", "发现的违法违规情形", "breaches of law or rules that were found"
    )


APPS: Final[Any] = listed(
    "app", "应用软件", "apps", "在架的应用软件", "apps that are on offer now", group=groups.PLATFORMS
)


class Community(Facts):
    """What the authority asked of the community platform."""

    mechanism_requested_on: EventDay = fact(
        "要求建立机制日期",
        "mechanism requested on",
        "电信主管部门要求配合建立应急处置机制之日",
        "the telecommunications authority asked to set up an emergency mechanism with it",
    )


COMMUNITY: Final[Any] = part(
    Community, "社区平台", "community platform", "信息社区平台的应急配合", "emergency mechanism", group=groups.PLATFORMS
)


class AccountBreach(Element):
    """A breach of law or of the agreement by an account."""

    occurrence: ClassVar[tuple[str, ...]] = ("found_on",)

    found_on: EventDay = fact("发现日期", "found on", "发现违规之日", "day on which it was found")
    action: AccountAction | None = fact(
        "采取的措施",
        "action",
        "视情节采取的措施",
        "what was done about it",
        act=brought(
            "对该帐号采取措施:{value}",
            "take a step against the account: {value}",
            AccountAction.WARNING,
            AccountAction.RESTRICTION,
            AccountAction.SUSPENSION,
            AccountAction.CLOSURE,
        ),
    )


class Account(Element):
    """The account of somebody who publishes on a platform."""

    occurrence: ClassVar[tuple[str, ...]] = ("opened_on",)

    kind: AccountKind | None = fact("类型", "kind", "公众帐号或开放平台发布者", "public account or publisher")
    service: AccountService | None = fact("所在服务", "service", "社区平台或即时交互", "community or messaging")
    opened_on: EventDay = fact("开通日期", "opened on", "帐号开通之日", "day on which it was opened")
    verified: Flag = fact(
        "资质已审核",
        "verified",
        "是否审核其资质",
        "were its qualifications verified",
        act=brought("审核其资质", "verify its qualifications", True),
    )
    recorded: Flag = fact(
        "已备案",
        "recorded",
        "资质审核是否备案留存",
        "is the verification on record",
        act=brought("将资质审核备案留存", "put the verification on record", True),
    )
    breaches: tuple[AccountBreach, ...] | None = listed(
        "account_breach",
        "违规",
        "breaches",
        "违反法律法规或协议的情形",
        "breaches of law or of the agreement",
    )


ACCOUNTS: Final[Any] = listed(
    "account",
    "平台帐号",
    "accounts",
    "公众帐号和开放平台发布者",
    "public accounts, and publishers on open platforms",
    group=groups.PLATFORMS,
)
