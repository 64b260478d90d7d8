"""Words about network facilities, telecommunications resources and their users."""

from .base import Word


class FacilityKind(Word):
    """What was built."""

    TRANSMISSION = "transmission", "电信传输网络设施", "transmission network facility"
    IN_HOUSE = "in_house", "自用局域网或机房", "in-house network or machine room"


class NetworkResourceKind(Word):
    """What is bought or rented to carry a service."""

    TRANSMISSION = "transmission", "电信传输网络资源", "transmission network resource"
    ACCESS_BANDWIDTH = "access_bandwidth", "接入带宽", "access bandwidth"
    HOSTING = "hosting", "主机托管", "hosting"
    CLOUD = "cloud", "云资源", "cloud"


class HeldResourceKind(Word):
    """A resource that was assigned to the company."""

    NUMBER = "number", "码号", "number"
    OTHER = "other", "其他资源", "another resource"


class ProvidedResourceKind(Word):
    """A resource that the company lets others use."""

    NUMBER = "number", "码号", "number"
    BANDWIDTH = "bandwidth", "带宽等网络接入资源", "bandwidth or other access resource"
    OTHER = "other", "其他资源", "another resource"


class ProvisionMode(Word):
    """How a resource is passed on."""

    RESALE = "resale", "转售", "resale"
    SUBLEASE = "sublease", "转租", "sublease"
    OWN = "own", "自有提供", "provided from the company's own"


class ForbiddenBy(Word):
    """Where users are forbidden to operate illegally with the company's resources."""

    CONTRACT = "contract", "合同约定", "contract"
    RULES = "rules", "管理规则", "rules"
    NONE = "none", "未作禁止", "nowhere"
