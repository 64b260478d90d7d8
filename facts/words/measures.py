"""Words about the written rules that a company adopts and the measures it has in place."""

from .base import Word


class DocumentKind(Word):
    """A written rule that the company has to adopt."""

    ASSESSMENT_SYSTEM = (
        "assessment_system",
        "新技术新业务安全评估制度",
        "rules for assessing new technologies and services",
    )
    SERVICE_MANAGEMENT = "service_management", "服务管理制度", "rules for service to users"
    PERSONAL_INFORMATION_PROTECTION = (
        "personal_information_protection",
        "用户个人信息保护制度",
        "rules for protecting users' personal information",
    )
    SECURITY_ASSURANCE = (
        "security_assurance",
        "网络与信息安全保障制度",
        "rules for assuring network and information security",
    )
    EMERGENCY_PLAN = (
        "emergency_plan",
        "网络与信息安全应急处置预案",
        "emergency plan for network and information security",
    )
    MESSAGING_EMERGENCY_PLAN = (
        "messaging_emergency_plan",
        "即时交互服务重大突发情况应急处置预案",
        "emergency plan for instant messaging",
    )
    COMMUNITY_EMERGENCY_MECHANISM = (
        "community_emergency_mechanism",
        "社区平台应急处置机制",
        "emergency mechanism of community platforms",
    )
    MESSAGING_EMERGENCY_MECHANISM = (
        "messaging_emergency_mechanism",
        "即时交互服务应急处置机制",
        "emergency mechanism of instant messaging",
    )
    APP_BLACKLIST = "app_blacklist", "应用软件黑名单管理制度", "blacklist rules of the app store"


class ControlKind(Word):
    """A means of control."""

    USER_TECHNICAL = "user_technical", "用户管理技术手段", "technical means of managing users"
    USER_MONITORING = "user_monitoring", "用户监控措施", "monitoring of users"
    CONTENT_MONITORING = "content_monitoring", "违法信息监测", "monitoring for illegal information"
    CONTENT_AUTOMATIC = "content_automatic", "公共信息技术监测", "monitoring of public information by technical means"
    CONTENT_MANUAL = "content_manual", "公共信息人工检查", "checking of public information by people"
    CHARGING_DISPUTE_PREVENTION = "charging_dispute_prevention", "收费纠纷防范措施", "prevention of charging disputes"
    DATA_ACCESS_MANAGEMENT = "data_access_management", "数据访问权限管理", "management of access to data"
    PERSONAL_INFORMATION_TECHNICAL = (
        "personal_information_technical",
        "用户信息保护技术手段",
        "technical means of protecting users' information",
    )
    SECURITY_TECHNICAL = (
        "security_technical",
        "网络与信息安全技术保障措施",
        "technical means of network and information security",
    )
    SEARCH_TECHNICAL = "search_technical", "搜索查询信息安全技术措施", "technical security means of search"
    APP_STORE_TECHNICAL = (
        "app_store_technical",
        "应用软件安全技术管理手段",
        "technical means of managing the security of apps",
    )
    MESSAGING_TECHNICAL = "messaging_technical", "即时交互应急处置技术手段", "technical emergency means of messaging"
    APP_REPORT_CHANNEL = "app_report_channel", "应用软件投诉举报机制", "channel for users to complain of apps"
    APP_DEVELOPER_DUTIES = (
        "app_developer_duties",
        "督促开发者落实安全责任的措施",
        "measures that hold developers of apps to their security duties",
    )
