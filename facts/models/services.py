"""What the company carries on, and where it shows its licence number."""

from typing import Any, ClassVar, Final

from ..acting import brought, done, replaced
from ..describe import fact, listed
from ..kinds import EventDay, Flag, Regions, TermDay, Text
from ..words.business import BusinessCode, DisplayPlace, Network, Operator, ServiceFunction, SpecialApproval
from . import groups
from .base import Element


class Service(Element):
    """One service that the company carries on, over one kind of network."""

    occurrence: ClassVar[tuple[str, ...]] = ("started_on",)
    ending: ClassVar[str | None] = "ended_on"

    name: Text = fact("名称", "name", "对外使用的业务名称", "name under which it is offered")
    code: BusinessCode | None = fact(
        "业务代码",
        "business",
        "如 B25;不属于电信业务填 none",
        "such as B25; none if it is no telecommunications business",
    )
    network: Network | None = fact("网络", "network", "到达用户的网络", "network over which it reaches its users")
    functions: tuple[ServiceFunction, ...] | None = listed(
        "function", "业务形态", "functions", "该业务提供的各种信息服务", "what it does with information"
    )
    service_item: Text = fact(
        "服务项目",
        "service item",
        "所属服务项目,措辞与许可证一致",
        "information service item, in the words of the licence if it names it",
    )
    public_information: Flag = fact(
        "提供公共信息", "public information", "是否面向公众发布信息", "does it publish information to the public"
    )
    commercial: Flag = fact("经营性", "commercial", "是否有偿提供", "is it offered against payment")
    regions: Regions = listed(
        "region", "开展地区", "regions", "实际开展业务的省份", "provinces in which it is carried on"
    )
    started_on: EventDay = fact("开始日期", "started on", "开始向用户提供之日", "first day it was offered to users")
    ended_on: EventDay = fact(
        "终止日期",
        "ended on",
        "停止提供之日;仍在提供填 not_done",
        "last day; not_done while it goes on",
        act=done("停止该业务", "stop the service"),
    )
    winding_down_since: EventDay = fact(
        "善后起始日期",
        "winding down since",
        "自该日起不再接受新订购和收费",
        "from then on no new orders and no charges",
        act=done("停止新订购和收费,开始善后", "take no new orders and charge nothing more, and wind down"),
    )
    operated_by: Operator | None = fact("经营主体", "operated by", "由谁实际经营", "who carries it on")
    noncommercial_filed_on: EventDay = fact(
        "非经营性备案日期",
        "non-commercial filing on",
        "非经营性互联网信息服务的备案日期",
        "filing of a non-commercial internet information service",
    )
    trial_filed_on: EventDay = fact(
        "新型业务试办备案日期",
        "trial filed on",
        "试办新型电信业务的备案日期",
        "filing of a trial of a new kind of business",
    )
    special: SpecialApproval | None = fact(
        "专门审批",
        "special approval",
        "该项目另需的审批",
        "approval that it needs besides the licence",
    )
    special_approved_on: EventDay = fact(
        "专门审批通过日期", "special approval on", "有关主管部门审核同意之日", "approval by the authority in charge"
    )
    item_added_on: EventDay = fact(
        "增项办结日期", "item added on", "许可证增项手续办结之日", "day on which it was added to the licence"
    )
    fixed_phone_approved_on: EventDay = fact(
        "固定网电话信息服务批准日期",
        "fixed telephone approved on",
        "批准开展固定网电话信息服务之日",
        "approval of information service over fixed telephones",
    )
    fixed_phone_approved_until: TermDay = fact(
        "固定网电话信息服务批准至", "fixed telephone approved until", "该批准的截止日", "last day of that approval"
    )
    connects_public_telephone: Flag = fact(
        "接通公众电话",
        "connects public telephone",
        "用户与公用电话号码之间能否通话,应用之间的语音不算",
        "are calls put through between its users and public telephone numbers; voice between apps does not count",
    )
    cooperation: Flag = fact("合作经营", "cooperation", "是否与合作方共同经营", "is it carried on with a partner")
    disguised: Flag = fact(
        "变相经营",
        "disguised",
        "实质上是否为他人或他类业务",
        "is it in substance another's business, or another business",
    )
    cross_border: Flag = fact("跨境", "cross-border", "是否跨越国境经营", "is it carried on across the border")


SERVICES: Final[Any] = listed(
    "service",
    "业务",
    "services",
    "公司经营的全部业务,每种网络一条",
    "everything carried on, one a service and network",
    group=groups.SERVICES,
)


class Display(Element):
    """A place where the licence number is to be shown."""

    occurrence: ClassVar[tuple[str, ...]] = ("in_use_since",)

    place: DisplayPlace | None = fact(
        "位置", "place", "经营场所、网站主页、宣传手册等", "premises, homepage, brochure ..."
    )
    in_use_since: EventDay = fact(
        "启用日期", "in use since", "该场所、主页或手册启用之日", "from when the place was in use"
    )
    shown: Flag = fact(
        "已标明",
        "shown",
        "是否标明许可证编号",
        "is the licence number shown there",
        act=brought("标明许可证编号", "show the licence number", True),
    )
    number_shown: Text = fact(
        "标明的编号",
        "number shown",
        "实际标明的编号",
        "the number as it stands there",
        act=replaced("所标编号写作 {value}", "let the number shown be {value}"),
    )
    prominent: Flag = fact(
        "位置显著",
        "prominent",
        "是否处于显著位置",
        "does it stand where it is noticed",
        act=brought("置于显著位置", "put it where it is noticed", True),
    )


DISPLAYS: Final[Any] = listed(
    "display",
    "编号标明",
    "displays",
    "应标明许可证编号的位置",
    "places where the licence number is to be shown",
    group=groups.SERVICES,
)
