"""The root of a document: a company, in the order in which templates and reports speak of its sections."""

from typing import Annotated, Any

from pydantic_core import core_schema

from ..describe import fact, listed, required
from ..kinds import GivenText, TermDay, Text, Texts
from ..words.company import CompanyForm
from . import groups
from .assessments import (
    ASSESSMENT_RISKS,
    ASSESSMENTS,
    LAUNCHES,
    MAJOR_CHANGES,
    Assessment,
    AssessmentRisk,
    Launch,
    MajorChange,
)
from .base import Facts
from .changes import (
    ANNUAL_REPORT_EXTENSIONS,
    ANNUAL_REPORTS,
    ENTITY_CHANGES,
    LOCAL_BODY_CHANGES,
    AnnualReport,
    AnnualReportExtension,
    EntityChange,
    LocalBodyChange,
)
from .content import ILLEGAL_INFORMATION, LOGS, IllegalItem, Logs
from .customers import (
    ADVERTISEMENTS,
    CHARGES,
    COMPLAINTS,
    FEE_COLLECTIONS,
    PUSHES,
    STATEMENTS,
    Advertisement,
    Charge,
    Complaint,
    FeeCollection,
    Push,
    Statement,
)
from .data import LIFECYCLE_BREACHES, LIFECYCLE_RULES, LifecycleBreach, LifecycleRule
from .incidents import INCIDENTS, THREAT_ORDERS, Incident, ThreatOrder
from .licence import LICENCE, Licence
from .measures import CONTROLS, DOCUMENTS, STAFF, AdoptedDocument, Control, Staff
from .other_licences import LICENCES, REGISTRATION_CHANGES, OtherLicence, RegistrationChange
from .platforms import ACCOUNTS, APP_STORE, APPS, COMMUNITY, Account, App, AppStore, Community
from .resources import (
    FACILITIES,
    MISUSES,
    NETWORK_RESOURCES,
    RESOURCES_HELD,
    RESOURCES_PROVIDED,
    USER_TERMS,
    Facility,
    Misuse,
    NetworkResource,
    ResourceHeld,
    ResourceProvided,
    UserTerms,
)
from .security import (
    NETWORK_UNITS,
    PROJECTS,
    SECURITY,
    SECURITY_FILINGS,
    NetworkUnit,
    Project,
    Security,
    SecurityFiling,
)
from .services import DISPLAYS, SERVICES, Display, Service
from .supervision import (
    ASSISTANCE_REQUESTS,
    INSPECTIONS,
    REGULATOR_FINDINGS,
    AssistanceRequest,
    Inspection,
    RegulatorFinding,
)


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
        "有效至",
        "valid until",
        "信息有效的最后一日,次日起视为未说明",
        "last day on which it counts; after it, as not stated",
    )


class Company(Facts):
    """What a company states about itself. Every field that is not given is unknown.

    What a section says about itself stands with the model of its elements.
    """

    name: Text = fact("公司名称", "company name", "登记的公司名称", "name as registered")
    form: CompanyForm | None = fact(
        "公司形式", "legal form", "有限责任或股份有限公司", "limited liability or joint stock"
    )
    licence: Annotated[Licence, _NULL] = LICENCE
    licences: tuple[OtherLicence, ...] | None = LICENCES
    registration_changes: tuple[RegistrationChange, ...] | None = REGISTRATION_CHANGES
    services: tuple[Service, ...] | None = SERVICES
    displays: tuple[Display, ...] | None = DISPLAYS
    complaints: tuple[Complaint, ...] | None = COMPLAINTS
    statements: tuple[Statement, ...] | None = STATEMENTS
    advertisements: tuple[Advertisement, ...] | None = ADVERTISEMENTS
    charges: tuple[Charge, ...] | None = CHARGES
    fee_collections: tuple[FeeCollection, ...] | None = FEE_COLLECTIONS
    pushes: tuple[Push, ...] | None = PUSHES
    app_store: Annotated[AppStore, _NULL] = APP_STORE
    apps: tuple[App, ...] | None = APPS
    community: Annotated[Community, _NULL] = COMMUNITY
    accounts: tuple[Account, ...] | None = ACCOUNTS
    facilities: tuple[Facility, ...] | None = FACILITIES
    network_resources: tuple[NetworkResource, ...] | None = NETWORK_RESOURCES
    resources_held: tuple[ResourceHeld, ...] | None = RESOURCES_HELD
    resources_provided: tuple[ResourceProvided, ...] | None = RESOURCES_PROVIDED
    user_terms: Annotated[UserTerms, _NULL] = USER_TERMS
    misuses: tuple[Misuse, ...] | None = MISUSES
    staff: Annotated[Staff, _NULL] = STAFF
    documents: tuple[AdoptedDocument, ...] | None = DOCUMENTS
    controls: tuple[Control, ...] | None = CONTROLS
    security: Annotated[Security, _NULL] = SECURITY
    security_filings: tuple[SecurityFiling, ...] | None = SECURITY_FILINGS
    network_units: tuple[NetworkUnit, ...] | None = NETWORK_UNITS
    projects: tuple[Project, ...] | None = PROJECTS
    incidents: tuple[Incident, ...] | None = INCIDENTS
    threat_orders: tuple[ThreatOrder, ...] | None = THREAT_ORDERS
    lifecycle_rules: tuple[LifecycleRule, ...] | None = LIFECYCLE_RULES
    lifecycle_breaches: tuple[LifecycleBreach, ...] | None = LIFECYCLE_BREACHES
    regulator_findings: tuple[RegulatorFinding, ...] | None = REGULATOR_FINDINGS
    inspections: tuple[Inspection, ...] | None = INSPECTIONS
    assistance_requests: tuple[AssistanceRequest, ...] | None = ASSISTANCE_REQUESTS
    logs: Annotated[Logs, _NULL] = LOGS
    illegal_information: tuple[IllegalItem, ...] | None = ILLEGAL_INFORMATION
    entity_changes: tuple[EntityChange, ...] | None = ENTITY_CHANGES
    local_body_changes: tuple[LocalBodyChange, ...] | None = LOCAL_BODY_CHANGES
    annual_reports: tuple[AnnualReport, ...] | None = ANNUAL_REPORTS
    annual_report_extensions: tuple[AnnualReportExtension, ...] | None = ANNUAL_REPORT_EXTENSIONS
    launches: tuple[Launch, ...] | None = LAUNCHES
    major_changes: tuple[MajorChange, ...] | None = MAJOR_CHANGES
    assessments: tuple[Assessment, ...] | None = ASSESSMENTS
    assessment_risks: tuple[AssessmentRisk, ...] | None = ASSESSMENT_RISKS
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
