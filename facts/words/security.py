"""Words about network security, incidents and the protection of data."""

from .base import Word


class CheckKind(Word):
    """A check of a network unit."""

    COMPLIANCE_TEST = "compliance_test", "符合性评测", "test of compliance with standards"
    RISK_ASSESSMENT = "risk_assessment", "风险评估", "risk assessment"


class IncidentKind(Word):
    """What happened."""

    PERSONAL_INFORMATION_LEAK = "personal_information_leak", "用户个人信息泄露", "leak of users' personal information"
    SERVICE_OUTAGE = "service_outage", "服务中断", "service outage"
    OTHER = "other", "其他网络安全事件", "another network security incident"


class RootCause(Word):
    """Why it happened."""

    MISSING_CONTROL = "missing_control", "缺少应有措施", "a measure that should be there was missing"
    CONTROL_FAILURE = "control_failure", "已有措施失效", "a measure that is there failed"
    EXTERNAL = "external", "公司以外的原因", "a cause outside the company"
    OTHER = "other", "其他原因", "another cause"


class ThreatKind(Word):
    """A threat to the security of public networks."""

    BOTNET = "botnet", "木马僵尸网络", "trojans and botnets"
    MOBILE_MALWARE = "mobile_malware", "移动恶意程序", "malware on mobile devices"
    PHISHING = "phishing", "网站仿冒", "counterfeit websites"
    OTHER = "other", "其他网络安全威胁", "another threat"


class DataStage(Word):
    """A stage in the life of users' information and network data."""

    COLLECTION = "collection", "采集", "collection"
    TRANSMISSION = "transmission", "传输", "transmission"
    STORAGE = "storage", "存储", "storage"
    USE = "use", "使用", "use"
    DESTRUCTION = "destruction", "销毁", "destruction"
