"""Words about supervision by authorities and about help that they ask for."""

from .base import Word


class FindingDomain(Word):
    """The field of industry rules in which something was found wrong."""

    NUMBERING = "numbering", "电信网码号资源", "numbering resources"
    TARIFFS = "tariffs", "业务资费", "tariffs"
    MARKET = "market", "市场管理", "market conduct"
    SERVICE_QUALITY = "service_quality", "服务质量", "service quality"
    EQUIPMENT = "equipment", "电信设备管理", "telecommunications equipment"
    FACILITIES = "facilities", "设施建设和运行", "building and running of facilities"
    WORK_SAFETY = "work_safety", "安全生产", "work safety"
    NETWORK_SECURITY = "network_security", "网络与信息安全", "network and information security"
    NATIONAL_SECURITY = "national_security", "国家安全和利益", "national security and interests"
    USER_RIGHTS = "user_rights", "用户权益", "rights of users"


class FindingSource(Word):
    """Who found it."""

    REGULATOR = "regulator", "监管机关", "a regulator"
    INTERNAL = "internal", "内部自查", "the company itself"


class Authority(Word):
    """Which authority inspects or asks for help."""

    TELECOM = "telecom", "电信主管部门", "telecommunications authority"
    PUBLIC_SECURITY = "public_security", "公安机关", "public security"
    STATE_SECURITY = "state_security", "国家安全机关", "state security"
    CYBERSPACE = "cyberspace", "网信部门", "cyberspace administration"
    MARKET_SUPERVISION = "market_supervision", "市场监督管理部门", "market supervision"
    OTHER = "other", "其他部门", "another authority"


class AssistanceKind(Word):
    """What kind of technical help an authority asks for."""

    INTERFACE = "interface", "技术接口", "technical interface"
    DECRYPTION = "decryption", "解密", "decryption"
    OTHER = "other", "其他技术支持和协助", "other technical support"


class AssistancePurpose(Word):
    """What an authority asks for technical help for."""

    COUNTER_TERRORISM = "counter_terrorism", "防范和调查恐怖活动", "preventing and investigating terrorism"
    NATIONAL_SECURITY = "national_security", "维护国家安全", "national security"
    CRIMINAL_INVESTIGATION = "criminal_investigation", "侦查犯罪", "criminal investigation"
    OTHER = "other", "其他目的", "another purpose"
