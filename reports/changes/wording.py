"""The words for what changed in a ruleset."""

from collections.abc import Mapping
from typing import Final

from ...engine.changes import Effect, Kind, Part, Step
from ...facts.bilingual import Bilingual
from ..text.style import Style

__all__ = ["EFFECTS", "EFFECT_STYLES", "KEYS", "KINDS", "PARTS", "STEPS"]

EFFECTS: Final[Mapping[Effect, Bilingual]] = {
    Effect.STATUS: Bilingual("可能改变状态或期限", "may change a status or a due date"),
    Effect.GATE: Bilingual("可能改变轻重或是否放行", "may change how grave a finding is, or what gates"),
    Effect.TELLING: Bilingual("只改变说法", "change only what is told"),
    Effect.NOTHING: Bilingual("不改变任何结论", "change nothing of a finding"),
}

EFFECT_STYLES: Final[Mapping[Effect, Style]] = {
    Effect.STATUS: Style.STRONG_RED,
    Effect.GATE: Style.STRONG_YELLOW,
    Effect.TELLING: Style.STRONG,
    Effect.NOTHING: Style.FAINT,
}

KINDS: Final[Mapping[Kind, Bilingual]] = {
    Kind.ADDED: Bilingual("新增", "added"),
    Kind.REMOVED: Bilingual("删除", "removed"),
    Kind.CHANGED: Bilingual("修改", "changed"),
}

PARTS: Final[Mapping[Part, Bilingual]] = {
    Part.SUBJECT: Bilingual("对象", "subject"),
    Part.APPLIES: Bilingual("适用条件", "where it applies"),
    Part.BREACH: Bilingual("违反条件", "what breaks it"),
    Part.REVIEW: Bilingual("由人判断的条件", "what is left to judgement"),
    Part.DEADLINE: Bilingual("期限", "deadline"),
    Part.FOLLOWS_FROM: Bilingual("由哪些规范得出", "which norms it follows from"),
    Part.OTHER_READINGS: Bilingual("另选解释时的条件", "conditions where another reading is chosen"),
    Part.DONE: Bilingual("何日履行", "when it is done"),
    Part.SEVERITY: Bilingual("轻重", "severity"),
    Part.GATE: Bilingual("上线前是否检查", "whether a launch can break it"),
    Part.CONDITIONS_TOLD: Bilingual("理由的次序或名称", "order or names in the reasons"),
    Part.MODALITY: Bilingual("义务或禁止", "obligation or prohibition"),
    Part.TITLE: Bilingual("标题", "title"),
    Part.BECAUSE: Bilingual("轻重的理由", "why it is so grave"),
    Part.MESSAGE: Bilingual("说明文字", "message"),
    Part.REMEDY: Bilingual("整改", "remedy"),
    Part.DOCUMENTS: Bilingual("备查材料", "documents"),
    Part.BASES: Bilingual("依据", "bases of law"),
    Part.READINGS: Bilingual("所列解释", "readings named"),
    Part.CLAUSE: Bilingual("所属条款", "clause"),
    Part.QUOTE: Bilingual("所引原文", "quoted text"),
    Part.ORIGIN: Bilingual("是否出自许可证", "whether it is the licence's own"),
    Part.NOTE: Bilingual("附注", "note"),
    Part.SINCE: Bilingual("起始版本", "since"),
    Part.EXAMPLES: Bilingual("示例", "examples"),
    Part.EXPRESSIONS: Bilingual("条件的写法", "how conditions are written"),
}

KEYS: Final[Mapping[str, Bilingual]] = {
    "subject": Bilingual("对象", "subject"),
    "from": Bilingual("施行之日", "in force from"),
    "to": Bilingual("失效之日", "in force to"),
    "applies": Bilingual("何时适用", "applies where"),
    "forbids": Bilingual("何时违反", "broken where"),
    "requires": Bilingual("何时符合", "met where"),
    "done": Bilingual("何日履行", "done on"),
    "by": Bilingual("最迟期限", "by"),
    "review": Bilingual("何时由人判断", "left to judgement where"),
    "follows_from": Bilingual("由哪些规范得出", "follows from"),
    "of": Bilingual("参数", "parameters"),
    "holds": Bilingual("何时成立", "holds where"),
    "default": Bilingual("默认值", "default"),
    "alternatives": Bilingual("其他值", "other values"),
    "title": Bilingual("标题", "title"),
    "problem": Bilingual("问题", "problem"),
    "resolution": Bilingual("处理", "resolution"),
    "text": Bilingual("原文", "text"),
    "number": Bilingual("编号", "number"),
    "citation": Bilingual("引用", "citation"),
    "definitions": Bilingual("定义", "definitions"),
    "segments": Bilingual("分段", "segments"),
}
"""Keys of a ruleset's files, as they are told; a derived value keeps its own name."""

STEPS: Final[Mapping[Step, Bilingual]] = {
    Step.MAJOR: Bilingual("主版本号", "the major number"),
    Step.MINOR: Bilingual("次版本号", "the minor number"),
    Step.PATCH: Bilingual("修订号", "the patch number"),
    Step.NONE: Bilingual("无", "none"),
}
