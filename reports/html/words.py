"""The words of the page itself, and those of statuses and severities."""

from typing import Final

from ...facts import Bilingual
from ..text.terms import CAUSES, DISCLAIMER, EXTERNAL, SEVERITIES, STATUSES

__all__ = ["CAUSES", "EXTERNAL", "SEVERITIES", "STATUSES", "WORDS"]

WORDS: Final = {
    "about": Bilingual("对象", "About"),
    "all_clauses": Bilingual("全部条款", "All clauses"),
    "bases": Bilingual("依据", "Law"),
    "clause": Bilingual("条款原文", "The clause"),
    "clauses": Bilingual("条款一览", "Clauses"),
    "clauses_note": Bilingual(
        "每格为该条最严重的状态;点选即只看该条。",
        "Each cell has the worst status of its clause; choose one to see that clause alone.",
    ),
    "consequences": Bilingual("后果", "What may follow"),
    "contents": Bilingual("目录", "Contents"),
    "dark": Bilingual("深色", "Dark"),
    "decides": Bilingual("可判断", "Decides"),
    "derivation": Bilingual("完整推导与证据", "Full derivation and evidence"),
    "details": Bilingual("详情", "Details"),
    "disclaimer": DISCLAIMER,
    "documents": Bilingual("备查材料", "Records to have at hand"),
    "due": Bilingual("期限", "Due"),
    "evidence": Bilingual("证据", "Evidence"),
    "fact": Bilingual("事实", "Fact"),
    "facts": Bilingual("待补充的事实", "Facts to state"),
    "facts_note": Bilingual(
        "补充以下事实即可判断更多规范,先列影响最多的。",
        "Stating these decides more; what helps most norms comes first.",
    ),
    "filters": Bilingual("筛选", "Filter"),
    "find": Bilingual("查找文字", "Text"),
    "findings": Bilingual("逐项结论", "Findings"),
    "gate": Bilingual("上线关口", "gate"),
    "gravity": Bilingual("轻重", "Gravity"),
    "head": Bilingual("审核概况", "What was audited"),
    "language": Bilingual("语言", "Language"),
    "light": Bilingual("浅色", "Light"),
    "message": Bilingual("情况", "Matter"),
    "missing": Bilingual("未说明的事实", "Facts not stated"),
    "no_clause": Bilingual("无结论", "none"),
    "none": Bilingual("没有符合筛选条件的结论。", "No finding fits the filters."),
    "no_script": Bilingual(
        "脚本未运行:全部结论均已列出,筛选、切换和完整推导不可用。",
        "Scripts do not run here: all findings are listed, but filters, switches and full derivations need them.",
    ),
    "open_cause": Bilingual("待定原因", "Why it is open"),
    "other_readings": Bilingual("另一种解释", "Read otherwise"),
    "overdue": Bilingual("已逾期", "overdue"),
    "place": Bilingual("位置", "Place"),
    "readings": Bilingual("所依据的解释", "Readings relied on"),
    "remedy": Bilingual("整改", "Remedy"),
    "reset": Bilingual("重置筛选", "Reset filters"),
    "severity": Bilingual("严重程度", "Severity"),
    "show_all": Bilingual("展开全部", "Open all"),
    "close_all": Bilingual("收起全部", "Close all"),
    "skip": Bilingual("跳到结论", "Skip to the findings"),
    "status": Bilingual("状态", "Status"),
    "theme": Bilingual("外观", "Appearance"),
    "timeline": Bilingual("到期一览", "What falls due"),
    "timeline_note": Bilingual(
        "按到期先后;条形为距审核日的天数。",
        "The next one first; the bar is the time from the day of the audit.",
    ),
    "title": Bilingual("许可证合规审核报告", "Licence compliance report"),
    "umbrellas": Bilingual("总括规定", "What follows from other norms"),
    "umbrellas_note": Bilingual("由其他规范得出,不另计数。", "Counted once, with the norms that they follow from."),
    "unencoded": Bilingual(
        "尚未编入规则的条款,本报告对其不作任何判断", "Clauses not encoded yet, of which this report says nothing"
    ),
    "value": Bilingual("所述", "As stated"),
    "waived": Bilingual("已豁免", "waived"),
    "waivers": Bilingual("豁免", "Waivers"),
    "waiver": Bilingual("豁免", "Waiver"),
    "why": Bilingual("理由", "Why"),
}
