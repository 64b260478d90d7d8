"""The licence that is audited."""

from typing import Any, ClassVar, Final

from ..acting import done
from ..describe import fact, listed, part
from ..kinds import EventDay, Flag, Number, Regions, TermDay, Text, Texts
from ..words.business import BusinessCode, RenewalOutcome
from . import groups
from .base import Element, Facts


class ScopeItem(Element):
    """A business that the licence names, and the networks it covers."""

    code: BusinessCode | None = fact(
        "业务代码", "business", "2015年版分类目录中的代码,如 B25", "code of the 2015 catalogue, such as B25"
    )
    internet: Flag = fact(
        "含互联网", "covers the internet", "许可证是否包含互联网信息服务", "does the licence cover it over the internet"
    )
    mobile: Flag = fact(
        "含移动网", "covers mobile networks", "许可证是否包含移动网", "does the licence cover it over mobile networks"
    )
    fixed_phone: Flag = fact(
        "含固定网电话",
        "covers fixed telephones",
        "许可证是否包含固定网电话信息服务",
        "does the licence cover it over fixed telephone networks",
    )


class Term(Element):
    """One term of the licence, from grant or renewal to expiry."""

    occurrence: ClassVar[tuple[str, ...]] = ("starts_on",)

    starts_on: EventDay = fact("起始日期", "starts on", "本期有效期的第一日", "first day of the term")
    expires_on: TermDay = fact("有效期至", "expires on", "许可证载明的有效期截止日", "last day of the term, as printed")
    intends_to_continue: Flag = fact(
        "拟继续经营", "intends to continue", "期满后是否继续经营", "is business to go on after the term"
    )
    renewal_applied_on: EventDay = fact(
        "续办申请日期",
        "renewal applied for on",
        "向原发证机关提出续办申请之日",
        "application to the issuing authority",
        act=done("向原发证机关提出续办申请", "apply to the issuing authority for renewal"),
    )
    renewal_decided_on: EventDay = fact(
        "续办决定日期", "renewal decided on", "发证机关作出决定之日", "decision of the issuing authority"
    )
    renewal_outcome: RenewalOutcome | None = fact(
        "续办结果", "outcome of the renewal", "准予或不予续办", "granted or refused"
    )
    closing_reported_on: EventDay = fact(
        "终止经营报告日期",
        "closing reported on",
        "向工业和信息化部报告不再继续经营之日",
        "report to MIIT that business will end",
        act=done("向工业和信息化部报告不再继续经营", "report to MIIT that business will end"),
    )


class Licence(Facts):
    """What the licence's face and its appendix state."""

    number: Text = fact("经营许可证编号", "licence number", "许可证载明的编号,如 B2-…", "as printed, such as B2-…")
    company_name: Text = fact("公司名称", "company name", "许可证载明的公司名称", "as printed on the licence")
    first_obtained_on: EventDay = fact(
        "首次取得日期",
        "first obtained on",
        "首次取得该许可的日期(不是换发日期)",
        "first grant of this scope, not a re-issue",
    )
    received_on: EventDay = fact("领取日期", "received on", "实际领到许可证之日", "day the licence was received")
    issued_on: EventDay = fact("发证日期", "issued on", "许可证载明的发证日期", "as printed on the licence")
    registered_capital: Number = fact(
        "注册资本", "registered capital", "许可证载明的注册资本,以分为单位", "as printed, in fen", unit="fen"
    )
    registered_address: Text = fact(
        "注册住所", "registered address", "许可证载明的注册住所", "as printed on the licence"
    )
    scope: tuple[ScopeItem, ...] | None = listed(
        "scope_item", "业务种类", "scope", "许可证载明的业务种类及所含网络", "businesses that the licence names"
    )
    regions: Regions = listed(
        "region", "业务覆盖范围", "regions", "许可证载明的覆盖范围", "provinces that the licence covers"
    )
    service_items: Texts = listed(
        "service_item",
        "服务项目",
        "service items",
        "许可证载明的信息服务项目",
        "information service items that it names",
    )
    terms: tuple[Term, ...] | None = listed(
        "term", "有效期", "terms", "历次有效期,每次续办一条", "the licence's terms, one a grant or renewal"
    )


LICENCE: Final[Any] = part(
    Licence, "许可证", "licence", "被审计的许可证及其附页", "the licence that is audited", group=groups.COMPANY
)
