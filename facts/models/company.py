"""The root of a document: a company, in the order in which templates and reports speak of its sections."""

from typing import Annotated, Any

from pydantic_core import core_schema

from ..describe import fact, listed, part, required
from ..kinds import GivenText, TermDay, Text, Texts
from ..words.company import CompanyForm
from . import groups
from .assessments import AdoptedDocument, Assessment, AssessmentRisk, Launch, MajorChange
from .base import Facts
from .changes import AnnualReport, AnnualReportExtension, EntityChange, LocalBodyChange
from .licence import Licence
from .other_licences import OtherLicence, RegistrationChange
from .resources import Control, Facility, Misuse, NetworkResource, ResourceHeld, ResourceProvided, UserTerms
from .services import Display, Service
from .supervision import IllegalItem, Inspection, Logs, RegulatorFinding


class _MayBeNull:
    """Lets a section that is given as null be one in which nothing is stated."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(
            lambda given: {} if given is None else given, handler(source)
        )


_NULL = _MayBeNull()


class Source(Facts):
    """Where a statement comes from. Statements themselves stay plain values."""

    path: GivenText = required(
        "路径", "path", "所说明的事实,如 licence.number", "the facts it speaks of, such as licence.number"
    )
    source: Text = fact("来源", "source", "信息出处", "where the statement comes from")
    evidence: Text = fact("证据", "evidence", "可出示的材料", "what can be shown for it")
    valid_until: TermDay = fact(
        "有效至", "valid until", "该信息需重新核实之日", "day from which it has to be verified again"
    )


class Company(Facts):
    """What a company states about itself. Every field that is not given is unknown."""

    name: Text = fact("公司名称", "company name", "登记的公司名称", "name as registered")
    form: CompanyForm | None = fact(
        "公司形式", "legal form", "有限责任或股份有限公司", "limited liability or joint stock"
    )
    licence: Annotated[Licence, _NULL] = part(
        Licence, "许可证", "licence", "被审计的许可证及其附页", "the licence that is audited", group=groups.COMPANY
    )
    licences: tuple[OtherLicence, ...] | None = listed(
        "other_licence",
        "其他许可证",
        "other licences",
        "其他有关许可证:本公司、供应商、客户持有的",
        "all other licences that matter: the company's own, suppliers' and customers'",
        group=groups.COMPANY,
    )
    registration_changes: tuple[RegistrationChange, ...] | None = listed(
        "registration_change",
        "登记变更",
        "registration changes",
        "工商登记事项的变更",
        "changes of what is registered",
        group=groups.COMPANY,
    )
    services: tuple[Service, ...] | None = listed(
        "service",
        "业务",
        "services",
        "公司经营的全部业务,每种网络一条",
        "everything carried on, one a service and network",
        group=groups.SERVICES,
    )
    displays: tuple[Display, ...] | None = listed(
        "display",
        "编号标明",
        "displays",
        "应标明许可证编号的位置",
        "places where the licence number is to be shown",
        group=groups.SERVICES,
    )
    facilities: tuple[Facility, ...] | None = listed(
        "facility",
        "投资建设的设施",
        "facilities",
        "公司投资或建设的网络设施",
        "network facilities it invests in or builds",
        group=groups.RESOURCES,
    )
    network_resources: tuple[NetworkResource, ...] | None = listed(
        "network_resource",
        "购买租用的网络资源",
        "network resources",
        "向供应商购买或租用的资源",
        "bought or rented from suppliers",
        group=groups.RESOURCES,
    )
    resources_held: tuple[ResourceHeld, ...] | None = listed(
        "resource_held",
        "持有的电信资源",
        "resources held",
        "分配给公司的码号等资源",
        "numbers and the like assigned to it",
        group=groups.RESOURCES,
    )
    resources_provided: tuple[ResourceProvided, ...] | None = listed(
        "resource_provided",
        "提供的电信资源",
        "resources provided",
        "提供给他人使用的电信资源",
        "resources that others use",
        group=groups.RESOURCES,
    )
    controls: tuple[Control, ...] | None = listed(
        "control",
        "管控措施",
        "controls",
        "用户管理和信息监测的手段",
        "means of managing users and watching content",
        group=groups.USERS,
    )
    user_terms: Annotated[UserTerms, _NULL] = part(
        UserTerms, "用户约定", "user terms", "对用户的约定和规则", "what users are told", group=groups.USERS
    )
    misuses: tuple[Misuse, ...] | None = listed(
        "misuse",
        "用户违规经营",
        "misuses",
        "用户利用公司资源违规经营的情形",
        "users who operated illegally with its resources",
        group=groups.USERS,
    )
    regulator_findings: tuple[RegulatorFinding, ...] | None = listed(
        "regulator_finding",
        "问题认定",
        "findings of regulators",
        "监管认定或自查发现的问题",
        "what regulators or itself found",
        group=groups.SUPERVISION,
    )
    inspections: tuple[Inspection, ...] | None = listed(
        "inspection",
        "监督检查",
        "inspections",
        "有关部门进行的检查",
        "inspections by authorities",
        group=groups.SUPERVISION,
    )
    logs: Annotated[Logs, _NULL] = part(
        Logs, "日志留存", "logs", "用户日志留存情况", "how long logs of users are kept", group=groups.CONTENT
    )
    illegal_information: tuple[IllegalItem, ...] | None = listed(
        "illegal_item",
        "违法信息",
        "illegal information",
        "发现的违法信息,每条一项",
        "illegal information found, one an item",
        group=groups.CONTENT,
    )
    entity_changes: tuple[EntityChange, ...] | None = listed(
        "entity_change",
        "经营主体变更",
        "entity changes",
        "合并、分立、股东变化等",
        "mergers, divisions, changes of shareholders",
        group=groups.CHANGES,
    )
    local_body_changes: tuple[LocalBodyChange, ...] | None = listed(
        "local_body_change",
        "当地机构变化",
        "changes of local bodies",
        "当地经营和客服机构的变化",
        "of bodies in charge locally",
        group=groups.CHANGES,
    )
    annual_reports: tuple[AnnualReport, ...] | None = listed(
        "annual_report", "年报", "annual reports", "已报送的许可证年报", "annual reports filed", group=groups.CHANGES
    )
    annual_report_extensions: tuple[AnnualReportExtension, ...] | None = listed(
        "annual_report_extension",
        "年报延期",
        "extensions of annual reports",
        "主管部门通知的延期",
        "by notice of the authority",
        group=groups.CHANGES,
    )
    documents: tuple[AdoptedDocument, ...] | None = listed(
        "document",
        "制度文件",
        "documents",
        "已制定或应制定的制度",
        "written rules, adopted or not",
        group=groups.ASSESSMENT,
    )
    launches: tuple[Launch, ...] | None = listed(
        "launch",
        "上线",
        "launches",
        "新技术、业务或应用的上线",
        "new technologies, services and applications",
        group=groups.ASSESSMENT,
    )
    major_changes: tuple[MajorChange, ...] | None = listed(
        "major_change",
        "较大变化",
        "major changes",
        "资源、技术、功能或用户规模的较大变化",
        "great changes of what is online",
        group=groups.ASSESSMENT,
    )
    assessments: tuple[Assessment, ...] | None = listed(
        "assessment", "安全评估", "assessments", "已开展的安全评估", "security assessments", group=groups.ASSESSMENT
    )
    assessment_risks: tuple[AssessmentRisk, ...] | None = listed(
        "assessment_risk",
        "评估发现的风险",
        "risks",
        "评估中发现的风险",
        "risks that assessments found",
        group=groups.ASSESSMENT,
    )
    partial: Texts = listed(
        "path",
        "不完整的列表",
        "partial",
        "所列路径的列表只是样本,如 services 或 services.regions",
        "lists that are only a sample, by path: services, or services.regions",
        group=groups.STATEMENTS,
    )
    sources: tuple[Source, ...] | None = listed(
        "source", "来源", "sources", "各项事实的来源和证据", "where statements come from", group=groups.STATEMENTS
    )
