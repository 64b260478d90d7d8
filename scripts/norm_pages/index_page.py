"""The first page: what there is, and what the pages of clauses hold."""

from hegui.engine.norms import Umbrella
from hegui.reports.text.terms import SEVERITIES
from scripts.norm_pages import markdown
from scripts.norm_pages.source import CONCEPTS, READINGS, Source
from scripts.norm_pages.tongue import Tongue

__all__ = ["index_page"]


def index_page(source: Source, say: Tongue) -> list[str]:
    """The list of clauses and norms."""
    ruleset = source.ruleset
    counts = len(ruleset.norms), len(ruleset.umbrellas)
    other = say("en", "zh")
    lines = [
        f"# {markdown.text(say.of(ruleset.title))}",
        "",
        say(
            f"规则集 {markdown.code(ruleset.id)},版本 {ruleset.version}:{len(ruleset.clauses)} 个条款,"
            f"{counts[0]} 条规范,另有 {counts[1]} 条汇总规范。[English](../{other}/README.md)",
            f"The ruleset {markdown.code(ruleset.id)}, version {ruleset.version}: {len(ruleset.clauses)} clauses, "
            f"{counts[0]} norms and {counts[1]} umbrellas. [中文](../{other}/README.md)",
        ),
        "",
        say(
            "这些页面由条款文件生成(`make norm-pages`),请勿手改;条款文件才是规则。"
            "条件的文字说明只为便于阅读,以规则文件的写法为准。",
            "These pages are made from the clause files (`make norm-pages`), and are not edited by hand; the rules are "
            "those files. A condition in words is there to be read; what counts is how the file has it.",
        ),
        "",
        say(
            "规范只谈已经发生的事:列表中的一项在其发生之前不被考虑,起算事件尚未发生的义务不适用。"
            "没有说明的事实既不当作有,也不当作无。",
            "A norm speaks of what has happened: an element of a list does not count before its own event, and a duty "
            "does not apply before the event that starts it. What is not stated counts neither as yes nor as no.",
        ),
        "",
        say(
            f"各条规范共用的条件见[概念]({CONCEPTS}),两种读法之处见[解释和疑问]({READINGS})。",
            f"Conditions that norms share are [concepts]({CONCEPTS}); where the text can be read in two ways there are "
            f"[readings]({READINGS}).",
        ),
        "",
    ]
    for clause in ruleset.clauses:
        page = f"{source.stems[clause.id]}.md"
        title = f"{markdown.text(clause.citation)} {markdown.text(say.of(clause.title))}"
        listed = [
            f"{markdown.link(name, f'{page}#{name}')} {markdown.text(say.of(one.title))} — {say('定义', 'definition')}"
            for name, one in clause.definitions.items()
        ]
        for norm in source.of_clause(clause):
            kind = say("汇总", "umbrella") if isinstance(norm, Umbrella) else say.of(SEVERITIES[norm.severity])
            listed.append(f"{source.norm_link(norm.id)} {markdown.text(say.of(norm.title))} — {kind}")
        lines += [f"## {markdown.link(title, page)}", "", *markdown.bullets(listed), ""]
    return lines
