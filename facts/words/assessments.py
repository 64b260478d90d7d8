"""Words about new services and their security assessment."""

from .base import Word


class LaunchMode(Word):
    """How a new technology, service or application goes online."""

    COMMERCIAL = "commercial", "商用", "commercial"
    PILOT = "pilot", "试点", "pilot"
    CO_PROMOTION = "co_promotion", "合作推广", "promotion with a partner"


class MajorChangeKind(Word):
    """In what respect a service changed greatly."""

    RESOURCES = "resources", "基础资源配置", "basic resources"
    TECHNIQUE = "technique", "技术实现方式", "technical realisation"
    FUNCTION = "function", "业务功能", "functions"
    USER_SCALE = "user_scale", "用户规模", "number of users"


class RiskLevel(Word):
    """How grave a risk is."""

    HIGH = "high", "高", "high"
    MEDIUM = "medium", "中", "medium"
    LOW = "low", "低", "low"
