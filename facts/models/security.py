"""Network and information security: the organisation, network units and their checks, projects."""

from typing import Any, ClassVar, Final

from ..acting import adding, brought, done, raised
from ..describe import fact, listed, part
from ..kinds import EventDay, Flag, Number, TermDay, Text
from ..provinces import Province
from ..words.security import CheckKind
from . import groups
from .base import Element, Facts


class Security(Facts):
    """How security is organised."""

    body_established_on: EventDay = fact(
        "安全管理机构成立日期",
        "body established on",
        "成立网络与信息安全管理机构之日",
        "day on which the body in charge of security was set up",
        act=done("成立网络与信息安全管理机构", "set up a body in charge of network and information security"),
    )
    responsible_person_named: Flag = fact(
        "已明确责任人",
        "responsible person named",
        "是否明确安全责任人(不写姓名)",
        "is somebody named as responsible (state no name)",
        act=brought("明确网络与信息安全责任人", "name who is responsible for network and information security", True),
    )
    coverage: Number = fact(
        "技术手段覆盖率",
        "coverage",
        "技术手段对网络和业务的覆盖,以万分之一为单位(10000 即 100%)",
        "networks and services that technical means cover, in hundredths of a percent (10000 is 100 %)",
        unit="hundredths of a percent",
        act=raised("技术手段覆盖率提高到 {value}", "raise the coverage of technical means to {value}"),
    )
    tools_operation_recorded: Flag = fact(
        "运维有记录",
        "operation of tools recorded",
        "技术手段的使用和运行维护是否有记录",
        "is it on record how technical means are used and maintained",
        act=brought(
            "建立技术手段的使用和运维记录", "keep records of how technical means are used and maintained", True
        ),
    )


SECURITY: Final[Any] = part(
    Security, "安全组织", "security", "安全管理机构和技术手段", "its organisation and means", group=groups.SECURITY
)


class SecurityFiling(Element):
    """A filing of the security staff and body with the authority of a province in which business is carried on."""

    province: Province | None = fact("省份", "province", "报备的省通信管理局所在地", "of the bureau it is filed with")
    filed_on: EventDay = fact(
        "报备日期",
        "filed on",
        "向该局报备之日",
        "day of the filing",
        act=done("向该省通信管理局报备", "file with the bureau of the province"),
    )


SECURITY_FILINGS: Final[Any] = listed(
    "security_filing",
    "安全信息报备",
    "security filings",
    "向业务开展地报备安全机构和人员,每省一条",
    "of the security staff and body, one a province of operation",
    group=groups.SECURITY,
    adding=adding(
        "向{province}通信管理局报备安全机构和人员",
        "file the security staff and body with the bureau of {province}",
        now=("filed_on",),
    ),
)


class Check(Element):
    """A check of a network unit."""

    occurrence: ClassVar[tuple[str, ...]] = ("done_on",)

    kind: CheckKind | None = fact("类型", "kind", "符合性评测或风险评估", "compliance test or risk assessment")
    done_on: EventDay = fact(
        "完成日期",
        "done on",
        "完成之日",
        "day on which it was completed",
        act=done("完成该次检查", "complete this check"),
    )
    reported_on: EventDay = fact(
        "报送日期",
        "reported on",
        "报送结果之日",
        "day on which the result was reported",
        act=done("报送检查结果", "report its result"),
    )


class FilingChange(Element):
    """A change of what was filed about a network unit."""

    occurrence: ClassVar[tuple[str, ...]] = ("changed_on",)

    changed_on: EventDay = fact("变化日期", "changed on", "备案信息变化之日", "day of the change")
    refiled_on: EventDay = fact(
        "变更备案日期",
        "refiled on",
        "办理变更备案之日",
        "day on which it was filed again",
        act=done("办理变更备案", "file the change"),
    )


class Gap(Element):
    """A measure of protection that a network unit lacks."""

    occurrence: ClassVar[tuple[str, ...]] = ("found_on",)

    found_on: EventDay = fact("发现日期", "found on", "发现该缺口之日", "day on which it was found")
    due_on: TermDay = fact("整改期限", "due on", "应整改完毕之日", "day by which it is to be closed")
    closed_on: EventDay = fact(
        "整改完成日期", "closed on", "整改完毕之日", "day on which it was closed", act=done("完成整改", "close the gap")
    )


class NetworkUnit(Element):
    """A part of the company's network that is graded and filed by itself."""

    occurrence: ClassVar[tuple[str, ...]] = ("in_operation_since",)

    name: Text = fact("名称", "name", "网络单元名称", "name of the unit")
    grade: Number = fact("级别", "grade", "安全等级,1 至 5", "its grade, 1 to 5")
    in_operation_since: EventDay = fact("运行日期", "in operation since", "投入运行之日", "first day of operation")
    graded_on: EventDay = fact(
        "定级日期",
        "graded on",
        "首次定级之日",
        "day on which it was first graded",
        act=done("完成定级", "grade the unit", settles=(("grade", (1, 2, 3, 4, 5)),)),
    )
    regraded_on: EventDay = fact(
        "级别调整日期", "regraded on", "最近一次调整级别之日", "day of the last change of grade"
    )
    review_passed_on: EventDay = fact(
        "评审通过日期", "review passed on", "定级通过评审之日", "day on which the grade passed its review"
    )
    filed_on: EventDay = fact(
        "备案日期",
        "filed on",
        "向通信主管部门备案之日",
        "filing with the communications authority",
        act=done("向通信主管部门备案", "file the unit with the communications authority"),
    )
    checks: tuple[Check, ...] | None = listed(
        "check",
        "评测与评估",
        "checks",
        "符合性评测和风险评估",
        "compliance tests and risk assessments",
        adding=adding("完成一次{kind}", "complete a check: {kind}", now=("done_on",)),
    )
    filing_changes: tuple[FilingChange, ...] | None = listed(
        "filing_change", "备案信息变化", "filing changes", "已备案信息的变化", "changes of what was filed"
    )
    gaps: tuple[Gap, ...] | None = listed(
        "gap", "防护缺口", "gaps", "防护措施未达标准之处", "measures that the standards ask for and the unit lacks"
    )


NETWORK_UNITS: Final[Any] = listed(
    "network_unit",
    "通信网络单元",
    "network units",
    "所属网络和系统,按定级单元",
    "its networks and systems, by the units that are graded",
    group=groups.SECURITY,
)


class Project(Element):
    """A network or service that is planned, built and run, with its security."""

    occurrence: ClassVar[tuple[str, ...]] = ("business_planned_on", "business_built_on", "live_on")

    name: Text = fact("名称", "name", "项目名称", "name of the project")
    business_planned_on: EventDay = fact("规划日期", "planned on", "网络或业务完成规划之日", "planning of the service")
    business_built_on: EventDay = fact("建设日期", "built on", "网络或业务建成之日", "the service was built")
    live_on: EventDay = fact("运行日期", "live on", "网络或业务投入运行之日", "the service went live")
    security_planned_on: EventDay = fact(
        "安全措施规划日期",
        "security planned on",
        "安全技术措施完成规划之日",
        "planning of its security",
        act=done("完成安全措施规划", "plan its security"),
    )
    security_built_on: EventDay = fact(
        "安全措施建设日期",
        "security built on",
        "安全技术措施建成之日",
        "its security was built",
        act=done("建成安全措施", "build its security"),
    )
    security_live_on: EventDay = fact(
        "安全措施运行日期",
        "security live on",
        "安全技术措施投入运行之日",
        "its security went live",
        act=done("安全措施投入运行", "put its security into operation"),
    )


PROJECTS: Final[Any] = listed(
    "project",
    "建设项目",
    "projects",
    "网络和业务的建设项目及其安全措施",
    "networks and services that are built, and their security",
    group=groups.SECURITY,
)
