"""The part of a page that tells one norm."""

from collections.abc import Iterator

from hegui.engine.norms import Norm
from hegui.engine.status import Status
from hegui.facts.schema import COMPANY, VALUE, company_schema
from hegui.reports.text.terms import EXTERNAL, SEVERITIES, STATUSES
from scripts.norm_pages import markdown
from scripts.norm_pages.concepts import concept_link
from scripts.norm_pages.conditions import ConditionWords
from scripts.norm_pages.deciding import applies_lines, breach_lines, deadline_lines, names_of
from scripts.norm_pages.law import law_lines
from scripts.norm_pages.naming import Naming
from scripts.norm_pages.needed import facts_needed, trees_of
from scripts.norm_pages.readings import reading_lines
from scripts.norm_pages.sentences import sentence
from scripts.norm_pages.source import Source, written
from scripts.norm_pages.tongue import MODALITIES, Tongue

__all__ = ["norm_lines"]


def norm_lines(norm: Norm, source: Source, say: Tongue) -> list[str]:
    """A norm in Markdown, from its heading on."""
    lines = [markdown.anchor(norm.id), "", f"### {norm.id} {markdown.text(say.of(norm.title))}", ""]
    lines += [_marks(norm, say), ""]
    quote = source.quote(norm.clause, norm.id)
    if quote:
        lines += [*markdown.quote(markdown.literal(quote)), ""]
    if norm.note is not None:
        lines += [markdown.text(say.of(norm.note)), ""]
    for heading, part in _parts(norm, source, say):
        if part:
            lines += [f"**{heading}**", "", *part, ""]
    return lines


def _parts(norm: Norm, source: Source, say: Tongue) -> Iterator[tuple[str, list[str]]]:
    words = ConditionWords(say, Naming(say), lambda name: concept_link(source, name, say), names_of(norm, say))
    yield say("对象和所需事实", "Subject and facts needed"), _facts(norm, say)
    yield say("何时适用", "When it applies"), applies_lines(norm, words, say)
    yield say("期限", "Deadline"), deadline_lines(norm, words, say)
    yield say("何时违反", "When it is violated"), breach_lines(norm, words, say)
    yield say("规则文件的写法", "As the clause file has it"), ["```text", *written(source.definition(norm.id)), "```"]
    yield say("轻重", "Severity"), _severity(norm, say)
    yield say("如何整改", "How to cure"), _cure(norm, say)
    yield say("法律依据", "Law"), law_lines(norm, words, say)
    yield say("解释和疑问", "Readings and doubts"), reading_lines(norm.readings, source.ruleset, say)
    yield say("样例", "Examples"), _examples(norm, say)


def _marks(norm: Norm, say: Tongue) -> str:
    marks = [say.of(MODALITIES[norm.modality]), say.of(SEVERITIES[norm.severity])]
    if norm.gate:
        marks.append(say("上线前检查", "checked before a launch"))
    if norm.external:
        marks.append(say.of(EXTERNAL))
    marks.append(say(f"自规则版本 {norm.since} 起", f"since version {norm.since} of the ruleset"))
    return f"*{' · '.join(marks)}*"


def _facts(norm: Norm, say: Tongue) -> list[str]:
    tables = company_schema().tables
    subject = tables[norm.subject]
    title, path = markdown.text(say.of(subject.title)), markdown.code(norm.subject)
    if norm.subject == COMPANY:
        lines = [say("对象:公司自身。", "Subject: the company itself.")]
    else:
        lines = [say(f"对象:{title} {path} 的每一项。", f"Subject: each of {title} {path}.")]
    lines.append("")
    for name, fields in facts_needed(trees_of(norm)).items():
        table = tables[name]
        known = table.fields
        listed = [f"{markdown.text(say.of(known[one].title))} {markdown.code(one)}" for one in fields if one != VALUE]
        head = markdown.text(say.of(table.title)) + ("" if name == COMPANY else f" {markdown.code(name)}")
        derived = say("(推算所得,不必申报)", " (derived, nobody states it)") if table.derived else ""
        lines += markdown.bullets([f"{head}{derived}{say(':', ': ') if listed else ''}{say.joined(listed)}"])
    return lines


def _severity(norm: Norm, say: Tongue) -> list[str]:
    level, because = say.of(SEVERITIES[norm.severity]), markdown.text(say.of(norm.because))
    return [sentence(say(f"{level}:{because}", f"{level}: {because}"), say)]


def _cure(norm: Norm, say: Tongue) -> list[str]:
    lines = [sentence(markdown.text(say.of(norm.remedy)), say)]
    if norm.documents:
        papers = "、".join(markdown.text(one) for one in norm.documents)
        lines += ["", say(f"备查文件:{papers}。", f"Documents to have at hand: {papers}.")]
    return lines


def _examples(norm: Norm, say: Tongue) -> list[str]:
    titles: dict[Status, list[str]] = {}
    for example in norm.examples:
        titles.setdefault(Status(example.expected), []).append(markdown.text(example.title))
    lines = []
    for status in Status:
        if status in titles:
            count, listed = len(titles[status]), ";".join(titles[status])
            lines.append(say.of(STATUSES[status]) + say(f"({count}):{listed}", f" ({count}): {listed}"))
    return markdown.bullets(lines)
