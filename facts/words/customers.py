"""Words about what users are served, sent and charged."""

from .base import Word


class ComplaintKind(Word):
    """What a user complains of."""

    CHARGING = "charging", "收费", "charges"
    SERVICE = "service", "服务", "service"
    CONTENT = "content", "信息内容", "content"
    OTHER = "other", "其他事项", "something else"


class PushKind(Word):
    """What reached the user."""

    PUSH = "push", "推送信息", "information that was pushed"
    SUBSCRIPTION = "subscription", "定制服务", "a service that was subscribed"
