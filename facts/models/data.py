"""Users' information and network data, from collection to destruction."""

from typing import Any, ClassVar, Final

from ..acting import adding, brought, done
from ..describe import fact, listed
from ..kinds import EventDay, Flag
from ..words.security import DataStage
from . import groups
from .base import Element


class LifecycleRule(Element):
    """Rules for one stage in the life of data."""

    stage: DataStage | None = fact("环节", "stage", "采集、传输、存储、使用或销毁", "stage that the rules are for")
    in_place: Flag = fact(
        "已规范",
        "in place",
        "该环节是否有规范并执行",
        "are there rules for it, and are they kept",
        act=brought("制定并落实该环节的规范", "write rules for the stage, and keep them", True),
    )


LIFECYCLE_RULES: Final[Any] = listed(
    "lifecycle_rule",
    "数据各环节规范",
    "lifecycle rules",
    "用户信息和网络数据各环节的规范,每环节一条",
    "rules for users' information and network data, one a stage",
    group=groups.DATA,
    adding=adding(
        "制定并落实{stage}环节的规范", "write rules for the stage {stage}, and keep them", given=(("in_place", True),)
    ),
)


class LifecycleBreach(Element):
    """Data that was handled against the rules of a stage."""

    occurrence: ClassVar[tuple[str, ...]] = ("found_on",)

    stage: DataStage | None = fact("环节", "stage", "发生问题的环节", "stage at which it happened")
    found_on: EventDay = fact("发现日期", "found on", "发现问题之日", "day on which it was found")
    closed_on: EventDay = fact(
        "整改完成日期",
        "closed on",
        "整改完成之日",
        "day on which it was put right",
        act=done("完成整改", "put it right"),
    )


LIFECYCLE_BREACHES: Final[Any] = listed(
    "lifecycle_breach",
    "数据处理问题",
    "lifecycle breaches",
    "违反各环节规范的情形",
    "data handled against the rules of a stage",
    group=groups.DATA,
)
