"""Words about telecommunications businesses and the licences for them."""

from .base import Word


class BusinessCode(Word):
    """A business of the classified catalogue of telecommunications businesses, 2015 edition."""

    A11 = "A11", "A11 固定通信业务", "A11 fixed communication"
    A12 = "A12", "A12 蜂窝移动通信业务", "A12 cellular mobile communication"
    A13 = "A13", "A13 第一类卫星通信业务", "A13 satellite communication, class 1"
    A14 = "A14", "A14 第一类数据通信业务", "A14 data communication, class 1"
    A15 = "A15", "A15 IP电话业务", "A15 IP telephony"
    A21 = "A21", "A21 集群通信业务", "A21 trunked communication"
    A22 = "A22", "A22 无线寻呼业务", "A22 radio paging"
    A23 = "A23", "A23 第二类卫星通信业务", "A23 satellite communication, class 2"
    A24 = "A24", "A24 第二类数据通信业务", "A24 data communication, class 2"
    A25 = "A25", "A25 网络接入设施服务业务", "A25 network access facilities"
    A26 = "A26", "A26 国内通信设施服务业务", "A26 domestic communication facilities"
    A27 = "A27", "A27 网络托管业务", "A27 network hosting"
    B11 = "B11", "B11 互联网数据中心业务", "B11 internet data centre"
    B12 = "B12", "B12 内容分发网络业务", "B12 content delivery network"
    B13 = "B13", "B13 国内互联网虚拟专用网业务", "B13 domestic internet virtual private network"
    B14 = "B14", "B14 互联网接入服务业务", "B14 internet access"
    B21 = "B21", "B21 在线数据处理与交易处理业务", "B21 online data and transaction processing"
    B22 = "B22", "B22 国内多方通信服务业务", "B22 domestic multi-party communication"
    B23 = "B23", "B23 存储转发类业务", "B23 store and forward"
    B24 = "B24", "B24 呼叫中心业务", "B24 call centre"
    B25 = "B25", "B25 信息服务业务", "B25 information service"
    B26 = "B26", "B26 编码和规程转换业务", "B26 code and protocol conversion"
    NONE = "none", "非电信业务", "not a telecommunications business"

    @property
    def spellings(self) -> tuple[str, ...]:
        """The code, the code with its name, and the name alone."""
        name = self.label.zh.removeprefix(self.value).strip()
        return (self.value, self.label.zh) if name == self.label.zh else (self.value, self.label.zh, name)

    @classmethod
    def expected(cls) -> str:
        """The codes as ranges; twenty-three names would bury the message."""
        return "a code of the 2015 catalogue, such as B25 (A11 to A27, B11 to B26), or none (非电信业务)"


class Network(Word):
    """The network over which a service reaches its users."""

    INTERNET = "internet", "互联网", "internet"
    MOBILE = "mobile", "移动网", "mobile network"
    FIXED_PHONE = "fixed_phone", "固定电话网", "fixed telephone network"


class ServiceFunction(Word):
    """What a service does with information."""

    PUBLISHING_PLATFORM = "publishing_platform", "信息发布平台", "platform for publishing information"
    DELIVERY = "delivery", "信息递送", "delivery of information"
    SEARCH = "search", "信息搜索查询", "search"
    COMMUNITY = "community", "信息社区平台", "community platform"
    MESSAGING = "messaging", "信息即时交互", "instant messaging"
    APP_STORE = "app_store", "应用软件发布平台", "app store"
    PROTECTION_PROCESSING = "protection_processing", "信息保护和处理", "protection and processing of information"


class SpecialApproval(Word):
    """An approval that a service needs besides the licence."""

    NONE = "none", "无需审批", "none"
    INTERNET_PLUS = "internet_plus", "互联网+融合服务项目审批", "approval of an internet-plus service"
    PRE_APPROVAL = "pre_approval", "前置审批", "approval before the licence is granted"
    SPECIAL_APPROVAL = "special_approval", "专项审批", "special approval"


class LicenceLevel(Word):
    """Who grants a licence, and for what."""

    BASIC = "basic", "基础电信", "basic telecommunications"
    CROSS_REGIONAL = "cross_regional", "跨地区增值电信", "value-added, cross-regional (MIIT)"
    PROVINCIAL = "provincial", "省内增值电信", "value-added, within a province"


class RenewalOutcome(Word):
    """What was decided on an application for renewal."""

    GRANTED = "granted", "准予续办", "granted"
    REFUSED = "refused", "不予续办", "refused"


class Operator(Word):
    """Who carries on a service."""

    LICENSEE = "licensee", "持证公司", "the licensee"
    AUTHORISED_SUBSIDIARY = "authorised_subsidiary", "经授权的子公司", "a subsidiary the licensee authorised"
    OTHER = "other", "其他主体", "somebody else"


class DisplayPlace(Word):
    """Where the licence number is to be shown."""

    PREMISES = "premises", "主要经营场所", "main business premises"
    HOMEPAGE = "homepage", "网站主页", "homepage"
    BROCHURE = "brochure", "业务宣传手册", "brochure"
    OTHER = "other", "其他显著位置", "another place"
