"""Changes of the operating entity and of local bodies, and annual reports."""

from typing import Any, ClassVar, Final

from ..acting import adding, done
from ..describe import fact, listed
from ..kinds import EventDay, Flag, Number, TermDay, Text
from ..provinces import Province
from ..words.company import ApplicationOutcome, ChangeKind, ChangingEntity, ForeignInvestor, ShareholderChange
from . import groups
from .base import Element


class EntityChange(Element):
    """A change that can change who operates the business."""

    occurrence: ClassVar[tuple[str, ...]] = ("decided_on", "implemented_on")

    entity: ChangingEntity | None = fact(
        "变更主体", "entity", "持证公司或其授权子公司", "the licensee or an authorised subsidiary"
    )
    kind: ChangeKind | None = fact(
        "变更类型", "kind", "合并、分立、股东变化等", "merger, division, change of shareholders ..."
    )
    shareholder_change: ShareholderChange | None = fact(
        "股东变化内容", "change of shareholders", "股东进出或仅比例变化", "somebody joined or left, or the ratio only"
    )
    decided_on: EventDay = fact("决定日期", "decided on", "变更主体作出决定之日", "decision of the entity that changes")
    applied_on: EventDay = fact(
        "申请日期",
        "applied for on",
        "向工业和信息化部提出申请之日",
        "application to MIIT",
        act=done("向工业和信息化部提出申请", "apply to MIIT"),
    )
    withdrawn_on: EventDay = fact(
        "撤回日期",
        "withdrawn on",
        "决定撤回之日",
        "day on which the decision was withdrawn",
        act=done("作出撤回决定", "decide to withdraw the change"),
    )
    decision_on: EventDay = fact(
        "批复日期", "decision of MIIT on", "工业和信息化部作出决定之日", "day of MIIT's decision"
    )
    outcome: ApplicationOutcome | None = fact("批复结果", "outcome", "批准或不予批准", "approved or refused")
    implemented_on: EventDay = fact(
        "实施日期", "implemented on", "变更实际实施之日", "day on which the change was made"
    )
    foreign_investor: ForeignInvestor | None = fact(
        "外方股东变化", "foreign shareholders", "是否新增或变更外方股东", "is a foreign shareholder new or changed"
    )
    foreign_share: Number = fact(
        "外资比例",
        "foreign share",
        "变更后外方出资比例,以万分之一为单位(5000 即 50%)",
        "after the change, in hundredths of a percent (5000 is 50 %)",
        unit="hundredths of a percent",
    )
    foreign_exemption: Flag = fact(
        "外资比例例外", "exempt from the limit", "是否适用自贸区等例外", "does an exemption from the limit apply"
    )
    foreign_procedure_done_on: EventDay = fact(
        "外资手续完成日期",
        "foreign investment procedure done on",
        "外商投资手续办结之日",
        "day on which it was completed",
    )


ENTITY_CHANGES: Final[Any] = listed(
    "entity_change",
    "经营主体变更",
    "entity changes",
    "合并、分立、股东变化等",
    "mergers, divisions, changes of shareholders",
    group=groups.CHANGES,
)


class LocalBodyChange(Element):
    """A change of a body that is in charge of local business or of service to customers."""

    occurrence: ClassVar[tuple[str, ...]] = ("changed_on",)

    province: Province | None = fact("省份", "province", "该机构所在省份", "province of the body")
    what: Text = fact("变更内容", "what", "哪些机构信息发生变化", "what about it changed")
    changed_on: EventDay = fact("变更日期", "changed on", "机构信息变化之日", "day of the change")
    reported_on: EventDay = fact(
        "报送日期",
        "reported on",
        "向原发证机关报送之日",
        "report to MIIT, which issued the licence",
        act=done("向原发证机关报送", "report it to MIIT, which issued the licence"),
    )


LOCAL_BODY_CHANGES: Final[Any] = listed(
    "local_body_change",
    "当地机构变化",
    "changes of local bodies",
    "当地经营和客服机构的变化",
    "of bodies in charge locally",
    group=groups.CHANGES,
)


class AnnualReport(Element):
    """An annual report on the licence."""

    occurrence: ClassVar[tuple[str, ...]] = ("submitted_on",)

    filed_in_year: Number = fact(
        "报送年份", "filed in year", "在哪一年报送,如 2019", "year in which it is filed, such as 2019"
    )
    submitted_on: EventDay = fact(
        "提交日期",
        "submitted on",
        "提交年报之日",
        "day of submission",
        act=done("如实提交该年报", "submit this report, true in all it says", settles=(("false_content", (False,)),)),
    )
    false_content: Flag = fact("内容虚假", "false content", "年报内容是否虚假", "is anything in it false")


ANNUAL_REPORTS: Final[Any] = listed(
    "annual_report",
    "年报",
    "annual reports",
    "已报送的许可证年报",
    "annual reports filed",
    group=groups.CHANGES,
    adding=adding(
        "如实报送 {filed_in_year} 年应报的年报",
        "file the annual report due in {filed_in_year}, true in all it says",
        now=("submitted_on",),
        given=(("false_content", False),),
    ),
)


class AnnualReportExtension(Element):
    """A notice by which the authority lets a year's annual report be filed later."""

    year: Number = fact("年份", "year", "适用于哪一年的报送", "year in which the report is filed")
    ends_on: TermDay = fact("延至", "ends on", "延长后的截止日期", "last day after the extension")


ANNUAL_REPORT_EXTENSIONS: Final[Any] = listed(
    "annual_report_extension",
    "年报延期",
    "extensions of annual reports",
    "主管部门通知的延期",
    "by notice of the authority",
    group=groups.CHANGES,
)
