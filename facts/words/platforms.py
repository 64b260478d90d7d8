"""Words about platforms on which others publish."""

from .base import Word


class AccountKind(Word):
    """Who publishes through the account."""

    PUBLIC_ACCOUNT = "public_account", "公众帐号", "public account"
    PLATFORM_PUBLISHER = "platform_publisher", "开放平台发布者", "publisher on an open platform"


class AccountService(Word):
    """The kind of service in which the account is."""

    COMMUNITY = "community", "信息社区平台", "community platform"
    MESSAGING = "messaging", "信息即时交互", "instant messaging"


class AccountAction(Word):
    """The gravest step taken against an account."""

    WARNING = "warning", "警示", "warning"
    RESTRICTION = "restriction", "限制发布", "restriction of what it publishes"
    SUSPENSION = "suspension", "暂停更新", "suspension of updates"
    CLOSURE = "closure", "关闭帐号", "closure of the account"
    NONE = "none", "未采取措施", "no step"
