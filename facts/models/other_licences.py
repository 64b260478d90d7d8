"""The other licences that matter, and changes of what the licence's face repeats."""

from typing import Any, ClassVar, Final

from ..acting import done
from ..describe import fact, listed
from ..kinds import EventDay, Flag, Regions, TermDay, Text
from ..provinces import Province
from ..words.business import BusinessCode, LicenceLevel
from ..words.company import RegistrationItem
from . import groups
from .base import Element


class OtherLicence(Element):
    """Any other licence that matters: the company's own, a supplier's or a customer's."""

    occurrence: ClassVar[tuple[str, ...]] = ("issued_on",)

    holder: Text = fact("持证人", "holder", "持有该许可证的公司名称", "name of the company that holds it")
    held_by_company: Flag = fact(
        "本公司持有", "held by the company", "是否由本公司持有", "does the company itself hold it"
    )
    level: LicenceLevel | None = fact("许可层级", "level", "基础、跨地区或省内", "basic, cross-regional or provincial")
    number: Text = fact("许可证编号", "number", "该许可证的编号", "number of that licence")
    codes: tuple[BusinessCode, ...] | None = listed(
        "code", "业务代码", "businesses", "该许可证载明的业务", "businesses that it names"
    )
    internet: Flag = fact(
        "含互联网信息服务",
        "covers internet information service",
        "是否包含互联网信息服务",
        "does it cover that service",
    )
    province: Province | None = fact(
        "发证省份",
        "issuing province",
        "省内许可证的发证通信管理局所在地",
        "of the bureau that issued a provincial licence",
    )
    regions: Regions = listed("region", "覆盖范围", "regions", "该许可证的覆盖范围", "provinces that it covers")
    issued_on: EventDay = fact("发证日期", "issued on", "该许可证的发证日期", "day of issue")
    expires_on: TermDay = fact("有效期至", "expires on", "该许可证的有效期截止日", "last day of its term")
    cancellation_applied_on: EventDay = fact(
        "注销或变更申请日期",
        "cancellation applied for on",
        "向省通信管理局申请注销或变更之日",
        "cancellation or change applied for at the provincial bureau",
        act=done("向发证的通信管理局申请注销或者变更", "apply to the bureau that issued it for cancellation or change"),
    )


LICENCES: Final[Any] = listed(
    "other_licence",
    "其他许可证",
    "other licences",
    "其他有关许可证:本公司、供应商、客户持有的",
    "all other licences that matter: the company's own, suppliers' and customers'",
    group=groups.COMPANY,
)


class RegistrationChange(Element):
    """A change of the company's registration that the licence's face repeats."""

    occurrence: ClassVar[tuple[str, ...]] = ("registered_on",)

    what: RegistrationItem | None = fact("变更事项", "what", "变更的登记事项", "the item that changed")
    registered_on: EventDay = fact("登记日期", "registered on", "市场监管部门登记之日", "day of the registration")
    filed_on: EventDay = fact(
        "许可证变更申请日期",
        "filed on",
        "向原发证机关申请变更之日",
        "change of the licence applied for",
        act=done("向原发证机关申请变更许可证", "apply to the issuing authority for a change of the licence"),
    )


REGISTRATION_CHANGES: Final[Any] = listed(
    "registration_change",
    "登记变更",
    "registration changes",
    "工商登记事项的变更",
    "changes of what is registered",
    group=groups.COMPANY,
)
